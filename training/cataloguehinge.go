package training

import "slices"

var hinges = patterned(PatternHinge, DirectionStraight, slices.Concat(bridges, deadlifts, swings, olympicLifts, hipsAlone)...)

// What is done from the floor or on a bench, with the hips rising.
var bridges = []Exercise{
	exercise("glute-bridge", "Glute bridge", Novice, Glutes, Hamstrings).or(Band).not(ContraSupine).
		harder("barbell-glute-bridge", "glute-bridge-march", "hip-thrust", "single-leg-glute-bridge", "swiss-ball-leg-curl"),
	exercise("glute-bridge-hold", "Long bridge hold", Novice, Hamstrings, Glutes).held().not(ContraSupine, ContraHamstring).harder("hamstring-walkout"),
	exercise("glute-bridge-march", "Glute bridge march", Novice, Glutes, Hamstrings, Abdominals).oneSided().not(ContraSupine).harder("single-leg-glute-bridge"),
	exercise("frog-pump", "Frog pump", Novice, Glutes, Adductors).or(Dumbbells).not(ContraSupine, ContraHamstring),
	exercise("single-leg-glute-bridge", "Single-leg glute bridge", Novice, Glutes, Hamstrings).oneSided().not(ContraSupine).harder("single-leg-hip-thrust"),
	exercise("barbell-glute-bridge", "Weighted glute bridge", Novice, Glutes, Hamstrings).with(Barbell).or(Dumbbells).not(ContraSupine).harder("hip-thrust"),
	exercise("hip-thrust", "Hip thrust", Novice, Glutes, Hamstrings).with(Barbell, Bench).or(Dumbbells, Bench).or(Machine).harder("single-leg-hip-thrust"),
	exercise("single-leg-hip-thrust", "Single-leg hip thrust", Intermediate, Glutes, Hamstrings).with(Bench).or(Dumbbells, Bench).oneSided(),
	exercise("hamstring-walkout", "Hamstring walkout", Novice, Hamstrings, Glutes).not(ContraSupine, ContraHamstring).harder("slider-leg-curl"),
	exercise("back-extension", "Back extension", Novice, Hamstrings, Glutes, LowerBack).with(RomanChair).or(SwissBall).not(ContraBack, ContraProne).harder("good-morning"),
	exercise("reverse-hyperextension", "Reverse hyperextension", Novice, Glutes, Hamstrings, LowerBack).with(Machine).or(Bench).not(ContraBack, ContraProne),
}

// From the floor, the hang or the thighs, without a swing.
var deadlifts = []Exercise{
	exercise("bodyweight-good-morning", "Bodyweight good morning", Novice, Hamstrings, Glutes).
		harder("band-good-morning", "dumbbell-romanian-deadlift", "kettlebell-deadlift", "single-leg-reach"),
	exercise("single-leg-reach", "Single-leg reach", Novice, Hamstrings, Glutes).oneSided().not(ContraHamstring, ContraFall).harder("single-leg-romanian-deadlift"),
	exercise("band-good-morning", "Band good morning", Novice, Hamstrings, Glutes, LowerBack).with(Band).not(ContraHamstring, ContraBack).harder("good-morning"),
	exercise("band-pull-through", "Band pull-through", Novice, Glutes, Hamstrings).with(Band).harder("cable-pull-through", "kettlebell-swing"),
	exercise("cable-pull-through", "Cable pull-through", Novice, Glutes, Hamstrings).with(Cable).harder("romanian-deadlift"),
	exercise("kettlebell-deadlift", "Kettlebell deadlift", Novice, Glutes, Hamstrings, UpperBack).with(Kettlebell).not(ContraHamstring, ContraBack).
		harder("kettlebell-swing", "trap-bar-deadlift"),
	exercise("dumbbell-deadlift", "Dumbbell deadlift", Novice, Glutes, Hamstrings, UpperBack, LowerBack).with(Dumbbells).not(ContraHamstring, ContraBack).
		harder("trap-bar-deadlift"),
	exercise("sandbag-deadlift", "Sandbag deadlift", Novice, Glutes, Hamstrings, UpperBack, LowerBack).with(Sandbag).not(ContraHamstring, ContraBack).
		harder("sandbag-to-shoulder"),
	exercise("dumbbell-romanian-deadlift", "Dumbbell Romanian deadlift", Novice, Hamstrings, Glutes, UpperBack).with(Dumbbells).or(Kettlebell).
		not(ContraHamstring, ContraBack).harder("romanian-deadlift", "staggered-romanian-deadlift"),
	exercise("staggered-romanian-deadlift", "Staggered-stance Romanian deadlift", Intermediate, Hamstrings, Glutes).with(Dumbbells).or(Kettlebell).or(Barbell).oneSided().
		not(ContraHamstring, ContraBack).harder("single-leg-romanian-deadlift"),
	exercise("single-leg-romanian-deadlift", "Single-leg Romanian deadlift", Intermediate, Hamstrings, Glutes, LowerBack).with(Dumbbells).or(Kettlebell).oneSided().
		not(ContraHamstring, ContraBack, ContraFall),
	exercise("romanian-deadlift", "Romanian deadlift", Intermediate, Hamstrings, Glutes, UpperBack, LowerBack).with(Barbell).not(ContraHamstring, ContraBack).
		harder("stiff-leg-deadlift"),
	exercise("stiff-leg-deadlift", "Stiff-leg deadlift", Advanced, Hamstrings, Glutes, LowerBack).with(Barbell).not(ContraHamstring, ContraBack),
	exercise("good-morning", "Good morning", Intermediate, Hamstrings, Glutes, LowerBack).with(Barbell, Rack).not(ContraHamstring, ContraBack),
	exercise("trap-bar-deadlift", "Trap bar deadlift", Intermediate, Glutes, Quadriceps, Hamstrings, UpperBack, LowerBack).with(TrapBar).not(ContraHamstring, ContraBack).
		harder("deadlift"),
	exercise("rack-pull", "Rack pull", Intermediate, Glutes, Hamstrings, UpperBack, LowerBack).with(Barbell, Rack).powerLift().not(ContraHamstring, ContraBack).harder("deadlift"),
	exercise("deadlift", "Deadlift", Intermediate, Glutes, Hamstrings, UpperBack, LowerBack, Forearms).with(Barbell).powerLift().not(ContraHamstring, ContraBack).
		harder("clean-pull", "deficit-deadlift", "pause-deadlift", "snatch-grip-deadlift"),
	exercise("sumo-deadlift", "Sumo deadlift", Intermediate, Glutes, Adductors, Hamstrings, UpperBack, LowerBack).with(Barbell).powerLift().not(ContraHamstring, ContraBack),
	exercise("deficit-deadlift", "Deficit deadlift", Advanced, Glutes, Hamstrings, UpperBack, LowerBack).with(Barbell).powerLift().not(ContraHamstring, ContraBack),
	exercise("pause-deadlift", "Pause deadlift", Advanced, Glutes, Hamstrings, UpperBack, LowerBack).with(Barbell).powerLift().not(ContraHamstring, ContraBack),
	exercise("snatch-grip-deadlift", "Snatch-grip deadlift", Advanced, Glutes, Hamstrings, UpperBack, LowerBack).with(Barbell).powerLift().
		not(ContraHamstring, ContraBack, ContraShoulder).harder("snatch-pull"),
}

// Fast hips with a weight in the hand.
var swings = []Exercise{
	exercise("kettlebell-swing", "Kettlebell swing", Intermediate, Glutes, Hamstrings, UpperBack, LowerBack).with(Kettlebell).not(ContraHamstring, ContraBack, ContraShoulder).
		harder("kettlebell-clean", "kettlebell-high-pull", "single-arm-kettlebell-swing"),
	exercise("single-arm-kettlebell-swing", "Single-arm kettlebell swing", Intermediate, Glutes, Hamstrings, UpperBack, Obliques).with(Kettlebell).oneSided().
		not(ContraHamstring, ContraBack, ContraShoulder).harder("kettlebell-snatch"),
	exercise("kettlebell-clean", "Kettlebell clean", Intermediate, Glutes, Hamstrings, UpperBack).with(Kettlebell).oneSided().also(PatternPull).
		not(ContraHamstring, ContraBack, ContraShoulder).harder("kettlebell-snatch"),
	exercise("kettlebell-high-pull", "Kettlebell high pull", Intermediate, Glutes, Hamstrings, UpperBack, RearShoulders).with(Kettlebell).oneSided().also(PatternPull).
		not(ContraHamstring, ContraBack, ContraShoulder).harder("kettlebell-snatch"),
	exercise("kettlebell-snatch", "Kettlebell snatch", Advanced, Glutes, Hamstrings, UpperBack, Shoulders).with(Kettlebell).oneSided().also(PatternPull, PatternPush).
		not(ContraHamstring, ContraBack, ContraShoulder),
	exercise("dumbbell-clean", "Dumbbell power clean", Intermediate, Glutes, Hamstrings, UpperBack).with(Dumbbells).also(PatternPull).
		not(ContraHamstring, ContraBack, ContraShoulder).harder("hang-power-clean"),
	exercise("dumbbell-snatch", "Dumbbell snatch", Intermediate, Glutes, Hamstrings, UpperBack, Shoulders).with(Dumbbells).oneSided().also(PatternPull, PatternPush).
		not(ContraHamstring, ContraBack, ContraShoulder),
	exercise("devils-press", "Devil's press", Advanced, Glutes, Hamstrings, Shoulders, Chest, UpperBack).with(Dumbbells).also(PatternPush, PatternPull).
		not(ContraKnee, ContraHamstring, ContraBack, ContraShoulder, ContraImpact, ContraFall, ContraProne),
	exercise("sandbag-to-shoulder", "Sandbag to shoulder", Intermediate, Glutes, Hamstrings, UpperBack, Biceps, LowerBack).with(Sandbag).oneSided().also(PatternPull).
		not(ContraHamstring, ContraBack, ContraShoulder, ContraFall),
}

var olympicLifts = []Exercise{
	exercise("clean-pull", "Clean pull", Intermediate, Glutes, Hamstrings, UpperBack, LowerBack).with(Barbell).olympic().also(PatternPull).harder("power-clean"),
	exercise("snatch-pull", "Snatch pull", Advanced, Glutes, Hamstrings, UpperBack, LowerBack).with(Barbell).olympic().also(PatternPull).harder("power-snatch"),
	exercise("clean-high-pull", "Clean high pull", Intermediate, Glutes, Hamstrings, UpperBack, RearShoulders).with(Barbell).olympic().also(PatternPull).harder("power-clean"),
	exercise("hang-power-clean", "Hang power clean", Intermediate, Glutes, Hamstrings, UpperBack).with(Barbell).olympic().also(PatternPull).harder("hang-clean", "power-clean"),
	exercise("hang-clean", "Hang clean", Advanced, Glutes, Quadriceps, UpperBack, LowerBack).with(Barbell).olympic().also(PatternSquat, PatternPull).harder("clean"),
	exercise("power-clean", "Power clean", Intermediate, Glutes, Hamstrings, UpperBack, LowerBack).with(Barbell).olympic().also(PatternPull).harder("clean"),
	exercise("clean", "Clean", Advanced, Glutes, Quadriceps, UpperBack, LowerBack).with(Barbell).olympic().also(PatternSquat, PatternPull).harder("clean-and-jerk"),
	exercise("clean-and-jerk", "Clean and jerk", Advanced, Glutes, Quadriceps, UpperBack, Shoulders).with(Barbell).olympic().also(PatternSquat, PatternPull, PatternPush),
	exercise("hang-power-snatch", "Hang power snatch", Advanced, Glutes, Hamstrings, UpperBack, Shoulders).with(Barbell).olympic().also(PatternPull, PatternPush).
		harder("power-snatch"),
	exercise("power-snatch", "Power snatch", Advanced, Glutes, Hamstrings, UpperBack, Shoulders).with(Barbell).olympic().also(PatternPull, PatternPush).harder("snatch"),
	exercise("snatch", "Snatch", Advanced, Glutes, Quadriceps, UpperBack, Shoulders).with(Barbell).olympic().also(PatternSquat, PatternPull, PatternPush),
}

// One joint, or one muscle of the hip.
var hipsAlone = []Exercise{
	exercise("leg-curl", "Leg curl machine", Novice, Hamstrings).with(Machine).isolated().not(ContraHamstring).harder("nordic-curl"),
	exercise("band-leg-curl", "Band leg curl", Novice, Hamstrings).with(Band).isolated().not(ContraHamstring, ContraProne).harder("leg-curl"),
	exercise("swiss-ball-leg-curl", "Swiss ball leg curl", Novice, Hamstrings, Glutes, LowerBack).with(SwissBall).not(ContraHamstring, ContraSupine).
		harder("ring-leg-curl", "slider-leg-curl"),
	exercise("slider-leg-curl", "Slider leg curl", Intermediate, Hamstrings, Glutes).with(Sliders).not(ContraHamstring, ContraSupine).harder("nordic-curl"),
	exercise("ring-leg-curl", "Ring leg curl", Intermediate, Hamstrings, Glutes).with(Rings).not(ContraHamstring, ContraSupine),
	exercise("nordic-curl", "Nordic hamstring curl", Intermediate, Hamstrings).or(RomanChair).or(Band).isolated().eccentric().not(ContraKnee, ContraHamstring, ContraFall, ContraProne),
	exercise("clamshell", "Clamshell", Novice, Abductors, Glutes).or(Band).oneSided().isolated().harder("side-lying-leg-raise"),
	exercise("side-lying-leg-raise", "Side-lying leg raise", Novice, Abductors, Glutes).or(Band).oneSided().isolated().harder("band-lateral-walk"),
	exercise("donkey-kick", "Donkey kick", Novice, Glutes).or(Band).oneSided().isolated(),
	exercise("cable-hip-extension", "Cable hip extension", Novice, Glutes, Hamstrings).with(Cable).or(Band).oneSided().isolated().not(ContraHamstring),
	exercise("hip-abduction-machine", "Hip abduction machine", Novice, Abductors, Glutes).with(Machine).isolated().not(ContraHamstring),
	exercise("hip-adduction-machine", "Hip adduction machine", Novice, Adductors).with(Machine).isolated().not(ContraHamstring),
	exercise("adductor-squeeze", "Adductor squeeze", Novice, Adductors).or(MedicineBall).held().isolated().not(ContraHamstring, ContraSupine).harder("copenhagen-plank"),
	exercise("standing-knee-raise", "Loaded standing knee raise", Novice, HipFlexors).with(Band).or(Cable).or(Kettlebell).oneSided().isolated().not(ContraHamstring),
	exercise("hip-circle", "Controlled hip circle", Novice, Glutes, HipFlexors, Abductors).oneSided().isolated().not(ContraHamstring),
}
