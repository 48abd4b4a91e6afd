package training

import "slices"

var lunges = slices.Concat(
	patterned(PatternLunge, DirectionStraight, slices.Concat(lungesInPlace, steps, singleLegs)...),
	patterned(PatternLunge, DirectionLateral, sidewaysLunges...),
	patterned(PatternLunge, DirectionRotational,
		exercise("lunge-with-rotation", "Lunge with rotation", Novice, Quadriceps, Glutes, Obliques).with(MedicineBall).or(Plate).oneSided().also(PatternCore).
			not(ContraKnee, ContraBack),
	),
)

var lungesInPlace = []Exercise{
	exercise("supported-split-squat", "Supported split squat", Novice, Quadriceps, Glutes).oneSided().harder("split-squat"),
	exercise("split-squat-hold", "Split squat hold", Novice, Quadriceps, Glutes).held().oneSided().not(ContraKnee).harder("split-squat"),
	exercise("split-squat", "Split squat", Novice, Quadriceps, Glutes).or(Dumbbells).or(Kettlebell).oneSided().not(ContraKnee).
		harder("barbell-split-squat", "bulgarian-split-squat", "front-foot-elevated-split-squat", "reverse-lunge", "split-jump"),
	exercise("front-foot-elevated-split-squat", "Front-foot-elevated split squat", Intermediate, Quadriceps, Glutes).with(Dumbbells, Box).or(Kettlebell, Box).or(Dumbbells, Plate).
		oneSided().not(ContraKnee).harder("bulgarian-split-squat"),
	exercise("bulgarian-split-squat", "Bulgarian split squat", Intermediate, Quadriceps, Glutes, Abdominals).with(Dumbbells, Bench).or(Kettlebell, Bench).or(Barbell, Rack, Bench).
		oneSided().not(ContraKnee, ContraFall).harder("pistol-squat", "shrimp-squat"),
	exercise("barbell-split-squat", "Barbell split squat", Intermediate, Quadriceps, Glutes, Abdominals).with(Barbell, Rack).oneSided().not(ContraKnee, ContraBack, ContraShoulder),
	exercise("bodyweight-lunge", "Bodyweight lunge", Novice, Quadriceps, Glutes).oneSided().not(ContraKnee).harder("forward-lunge", "walking-lunge"),
	exercise("reverse-lunge", "Reverse lunge", Novice, Quadriceps, Glutes).or(Dumbbells).or(Kettlebell).oneSided().not(ContraKnee).
		harder("barbell-reverse-lunge", "bodyweight-lunge", "deficit-reverse-lunge", "goblet-reverse-lunge", "slider-reverse-lunge"),
	exercise("goblet-reverse-lunge", "Goblet reverse lunge", Novice, Quadriceps, Glutes, Abdominals).with(Kettlebell).or(Dumbbells).oneSided().not(ContraKnee).
		harder("front-rack-lunge", "landmine-reverse-lunge"),
	exercise("landmine-reverse-lunge", "Landmine reverse lunge", Intermediate, Quadriceps, Glutes, Abdominals).with(Barbell, Landmine).oneSided().not(ContraKnee),
	exercise("deficit-reverse-lunge", "Deficit reverse lunge", Intermediate, Quadriceps, Glutes).with(Dumbbells, Box).or(Dumbbells, Plate).or(Kettlebell, Box).oneSided().
		not(ContraKnee, ContraFall),
	exercise("slider-reverse-lunge", "Slider reverse lunge", Intermediate, Quadriceps, Glutes).with(Sliders).oneSided().not(ContraKnee),
	exercise("barbell-reverse-lunge", "Barbell reverse lunge", Intermediate, Quadriceps, Glutes, Abdominals).with(Barbell, Rack).oneSided().not(ContraKnee, ContraBack, ContraShoulder),
	exercise("front-rack-lunge", "Front rack lunge", Intermediate, Quadriceps, Glutes, Abdominals, UpperBack).with(Kettlebell).or(Dumbbells).or(Barbell, Rack).oneSided().
		not(ContraKnee, ContraBack, ContraShoulder).harder("overhead-lunge"),
	exercise("overhead-lunge", "Overhead lunge", Advanced, Quadriceps, Glutes, Shoulders, Abdominals).with(Dumbbells).or(Kettlebell).or(Barbell).or(Plate).oneSided().also(PatternPush).
		not(ContraKnee, ContraBack, ContraShoulder, ContraFall),
	exercise("forward-lunge", "Forward lunge", Novice, Quadriceps, Glutes).or(Dumbbells).or(Kettlebell).oneSided().not(ContraKnee).harder("sandbag-lunge"),
	exercise("walking-lunge", "Walking lunge", Novice, Quadriceps, Glutes).or(Dumbbells).or(Kettlebell).oneSided().walked().not(ContraKnee).harder("sandbag-lunge"),
	exercise("sandbag-lunge", "Sandbag walking lunge", Intermediate, Quadriceps, Glutes, Abdominals).with(Sandbag).oneSided().walked().also(PatternCarry).not(ContraKnee, ContraBack),
}

// Up, down, and behind or before a sled.
var steps = []Exercise{
	exercise("low-step-up", "Low step-up", Novice, Quadriceps, Glutes).or(Box).oneSided().harder("step-up"),
	exercise("step-up", "Step-up", Novice, Quadriceps, Glutes).with(Box).or(Bench).or(Box, Dumbbells).or(Box, Kettlebell).oneSided().not(ContraKnee, ContraFall).
		harder("single-leg-squat-to-box", "step-up-knee-drive", "step-up-jump"),
	exercise("step-up-knee-drive", "Step-up with knee drive", Intermediate, Quadriceps, Glutes, HipFlexors).with(Box).or(Box, Dumbbells).oneSided().not(ContraKnee, ContraFall).
		harder("step-up-jump"),
	exercise("step-down", "Step-down", Novice, Quadriceps, Glutes).with(Box).or(NoEquipment).oneSided().eccentric().not(ContraKnee, ContraFall).harder("single-leg-squat-to-box"),
	exercise("sled-drag", "Sled drag, backwards", Novice, Quadriceps, Calves).with(Sled).walked().not(ContraKnee, ContraAchilles),
	exercise("sled-march", "Sled march with a harness", Novice, Glutes, Hamstrings, Calves).with(Sled).walked().not(ContraKnee, ContraAchilles, ContraHamstring).harder("sled-sprint"),
}

var singleLegs = []Exercise{
	exercise("single-leg-press", "Single-leg press", Novice, Quadriceps, Glutes).with(Machine).oneSided().not(ContraKnee),
	exercise("single-leg-squat-to-box", "Single-leg squat to box", Intermediate, Quadriceps, Glutes).with(Box).or(Bench).or(NoEquipment).oneSided().not(ContraKnee, ContraFall).
		harder("pistol-squat", "skater-squat"),
	exercise("skater-squat", "Skater squat", Advanced, Quadriceps, Glutes).oneSided().not(ContraKnee, ContraFall),
	exercise("shrimp-squat", "Shrimp squat", Advanced, Quadriceps, Glutes).oneSided().not(ContraKnee, ContraFall),
	exercise("pistol-squat", "Pistol squat", Advanced, Quadriceps, Glutes, Abdominals).oneSided().not(ContraKnee, ContraBack, ContraFall),
	exercise("single-leg-calf-raise", "Single-leg calf raise", Novice, Calves).or(Dumbbells).or(Kettlebell).oneSided().isolated().not(ContraAchilles).harder("single-leg-pogo"),
}

var sidewaysLunges = []Exercise{
	exercise("lateral-lunge", "Lateral lunge", Novice, Quadriceps, Adductors, Glutes).or(Dumbbells).or(Kettlebell).oneSided().not(ContraKnee, ContraHamstring).
		harder("cossack-squat", "lateral-bound", "slider-lateral-lunge"),
	exercise("slider-lateral-lunge", "Slider lateral lunge", Intermediate, Quadriceps, Adductors, Glutes).with(Sliders).oneSided().not(ContraKnee, ContraHamstring),
	exercise("cossack-squat", "Cossack squat", Intermediate, Quadriceps, Adductors, Glutes).or(Kettlebell).or(Dumbbells).oneSided().not(ContraKnee, ContraHamstring, ContraFall),
	exercise("curtsy-lunge", "Curtsy lunge", Novice, Glutes, Quadriceps, Abductors).or(Dumbbells).or(Kettlebell).oneSided().not(ContraKnee, ContraHamstring),
	exercise("lateral-step-up", "Lateral step-up", Novice, Quadriceps, Glutes, Abductors).with(Box).or(NoEquipment).or(Box, Dumbbells).oneSided().not(ContraKnee, ContraFall),
	exercise("band-lateral-walk", "Lateral walk with a band", Novice, Abductors, Glutes).with(Band).oneSided().isolated().not(ContraHamstring).harder("monster-walk"),
	exercise("monster-walk", "Monster walk", Novice, Abductors, Glutes).with(Band).isolated().not(ContraHamstring),
}
