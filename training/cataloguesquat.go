package training

var squats = patterned(PatternSquat, DirectionStraight,
	// The body alone, and supports.
	exercise("sit-to-stand", "Sit to stand", Novice, Quadriceps, Glutes).harder("air-squat", "single-leg-squat-to-box"),
	exercise("supported-squat", "Supported squat", Novice, Quadriceps, Glutes).or(Rings).or(Rack).not(ContraKnee).harder("air-squat"),
	exercise("wall-sit", "Wall sit", Novice, Quadriceps, Glutes).held().harder("air-squat", "spanish-squat"),
	exercise("deep-squat-hold", "Deep squat hold", Novice, Quadriceps, Glutes, Adductors).held().not(ContraKnee, ContraHamstring).harder("heel-elevated-goblet-squat"),
	exercise("air-squat", "Air squat", Novice, Quadriceps, Glutes).not(ContraKnee).harder("band-squat", "box-squat", "dumbbell-squat", "goblet-squat", "jump-squat"),
	exercise("sissy-squat", "Sissy squat", Advanced, Quadriceps).isolated().not(ContraKnee, ContraFall),

	// In front, at the sides, or held by a band.
	exercise("band-squat", "Band squat", Novice, Quadriceps, Glutes).with(Band).not(ContraKnee).harder("band-thruster"),
	exercise("spanish-squat", "Spanish squat", Intermediate, Quadriceps, Glutes).with(Band).ofBody().not(ContraKnee),
	exercise("box-squat", "Box squat", Novice, Quadriceps, Glutes, Abdominals).with(Dumbbells, Box).or(Kettlebell, Box).not(ContraBack).
		harder("barbell-box-squat", "goblet-squat"),
	exercise("dumbbell-squat", "Dumbbell squat", Novice, Quadriceps, Glutes, Abdominals).with(Dumbbells).not(ContraKnee, ContraBack).harder("back-squat", "dumbbell-thruster"),
	exercise("goblet-squat", "Goblet squat", Novice, Quadriceps, Glutes, Abdominals).with(Dumbbells).or(Kettlebell).not(ContraKnee, ContraBack).
		harder("back-squat", "front-squat", "heel-elevated-goblet-squat", "kettlebell-front-squat", "landmine-squat", "sandbag-squat"),
	exercise("heel-elevated-goblet-squat", "Heel-elevated goblet squat", Intermediate, Quadriceps, Glutes, Abdominals).with(Dumbbells).or(Kettlebell).
		not(ContraKnee, ContraBack).harder("front-squat"),
	exercise("kettlebell-front-squat", "Kettlebell front squat", Intermediate, Quadriceps, Glutes, Abdominals).with(Kettlebell).not(ContraKnee, ContraBack, ContraShoulder).
		harder("front-squat"),
	exercise("landmine-squat", "Landmine squat", Novice, Quadriceps, Glutes, Abdominals).with(Barbell, Landmine).not(ContraKnee, ContraBack),
	exercise("sandbag-squat", "Sandbag bear-hug squat", Novice, Quadriceps, Glutes, Abdominals, UpperBack).with(Sandbag).not(ContraKnee, ContraBack).harder("zercher-squat"),
	exercise("zercher-squat", "Zercher squat", Advanced, Quadriceps, Glutes, Abdominals, UpperBack).with(Barbell, Rack).or(Sandbag).
		not(ContraKnee, ContraBack, ContraShoulder),

	// Under a bar.
	exercise("barbell-box-squat", "Barbell box squat", Intermediate, Quadriceps, Glutes, LowerBack, Abdominals).with(Barbell, Rack, Box).powerLift().not(ContraBack, ContraShoulder).
		harder("back-squat"),
	exercise("back-squat", "Back squat", Intermediate, Quadriceps, Glutes, LowerBack, Abdominals).with(Barbell, Rack).powerLift().
		not(ContraKnee, ContraBack, ContraShoulder).harder("overhead-squat", "pause-back-squat"),
	exercise("pause-back-squat", "Pause back squat", Advanced, Quadriceps, Glutes, LowerBack, Abdominals).with(Barbell, Rack).powerLift().not(ContraKnee, ContraBack, ContraShoulder),
	exercise("front-squat", "Front squat", Intermediate, Quadriceps, Glutes, Abdominals, UpperBack).with(Barbell, Rack).powerLift().
		not(ContraKnee, ContraBack, ContraShoulder).harder("clean", "overhead-squat"),
	exercise("safety-bar-squat", "Safety bar squat", Intermediate, Quadriceps, Glutes, LowerBack, Abdominals).with(SafetyBar, Rack).powerLift().not(ContraKnee, ContraBack),
	exercise("overhead-squat", "Overhead squat", Advanced, Quadriceps, Glutes, Shoulders, Abdominals).with(Barbell, Rack).or(Barbell).also(PatternPush).
		not(ContraKnee, ContraBack, ContraShoulder, ContraFall).harder("snatch"),

	// Machines.
	exercise("belt-squat", "Belt squat", Novice, Quadriceps, Glutes).with(Machine).not(ContraKnee),
	exercise("hack-squat", "Hack squat machine", Novice, Quadriceps, Glutes).with(Machine).not(ContraKnee, ContraBack),
	exercise("leg-press", "Leg press", Novice, Quadriceps, Glutes).with(Machine).not(ContraKnee).harder("hack-squat", "single-leg-press"),
	exercise("smith-machine-squat", "Smith machine squat", Novice, Quadriceps, Glutes).with(Machine).not(ContraKnee, ContraBack).harder("back-squat"),
	exercise("leg-extension", "Leg extension machine", Novice, Quadriceps).with(Machine).isolated().not(ContraKnee),

	// With a press or a way to go.
	exercise("band-thruster", "Band thruster", Novice, Quadriceps, Glutes, Shoulders).with(Band).also(PatternPush).not(ContraKnee, ContraShoulder).harder("dumbbell-thruster"),
	exercise("dumbbell-thruster", "Dumbbell thruster", Intermediate, Quadriceps, Glutes, Shoulders).with(Dumbbells).or(Kettlebell).also(PatternPush).
		not(ContraKnee, ContraBack, ContraShoulder).harder("thruster"),
	exercise("thruster", "Thruster", Intermediate, Quadriceps, Glutes, Shoulders).with(Barbell).also(PatternPush).not(ContraKnee, ContraBack, ContraShoulder),
	exercise("wall-ball", "Wall ball", Novice, Quadriceps, Glutes, Shoulders).with(MedicineBall).also(PatternPush).not(ContraKnee, ContraShoulder).harder("thruster"),
	exercise("sled-push", "Sled push", Novice, Quadriceps, Glutes, Calves, Shoulders, Abdominals).with(Sled).walked().also(PatternPush).not(ContraKnee, ContraAchilles).
		harder("sled-sprint"),

	// Calves and shins.
	exercise("seated-calf-raise", "Seated calf raise", Novice, Calves).with(Machine).or(Dumbbells).or(Kettlebell).or(Barbell).isolated().not(ContraAchilles).harder("calf-raise"),
	exercise("calf-raise", "Calf raise", Novice, Calves).or(Dumbbells).or(Kettlebell).or(Machine).isolated().not(ContraAchilles).
		harder("bent-knee-calf-raise", "leg-press-calf-raise", "pogo-jump", "single-leg-calf-raise"),
	exercise("bent-knee-calf-raise", "Bent-knee calf raise", Novice, Calves).or(Dumbbells).or(Kettlebell).isolated().not(ContraAchilles),
	exercise("leg-press-calf-raise", "Calf press on the leg press", Novice, Calves).with(Machine).isolated().not(ContraAchilles),
	exercise("calf-raise-hold", "Calf raise hold", Novice, Calves).held().isolated().not(ContraAchilles).harder("heel-drop"),
	exercise("heel-drop", "Slow heel drop", Novice, Calves).oneSided().isolated().eccentric().not(ContraAchilles),
	exercise("tibialis-raise", "Tibialis raise", Novice, Shins).or(Band).isolated().not(ContraAchilles),
)
