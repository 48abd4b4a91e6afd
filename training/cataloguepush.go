package training

import "slices"

// Whoever hurts in shoulder, elbow or wrist does not press with that side.
var pushes = barredTo(ContraShoulder, slices.Concat(
	patterned(PatternPush, DirectionHorizontal, slices.Concat(pushUps, benchPresses)...),
	patterned(PatternPush, DirectionVertical, slices.Concat(overheadPresses, dips)...),
	patterned(PatternPush, DirectionStraight, armsThatPush...),
))

var pushUps = []Exercise{
	exercise("wall-push-up", "Wall push-up", Novice, Chest, Triceps, Shoulders).harder("incline-push-up"),
	exercise("incline-push-up", "Incline push-up", Novice, Chest, Triceps, Shoulders, Abdominals).or(Bench).or(Box).harder("knee-push-up", "push-up"),
	exercise("knee-push-up", "Knee push-up", Novice, Chest, Triceps, Shoulders, Abdominals).harder("push-up"),
	exercise("scapular-push-up", "Scapular push-up", Novice, Chest, Shoulders).isolated().harder("push-up"),
	exercise("push-up", "Push-up", Novice, Chest, Triceps, Shoulders, Abdominals).
		harder("band-push-up", "bench-press", "burpee", "close-grip-push-up", "decline-push-up", "plank-to-push-up", "pike-push-up", "weighted-push-up"),
	exercise("close-grip-push-up", "Close-grip push-up", Intermediate, Triceps, Chest, Shoulders, Abdominals).harder("archer-push-up"),
	exercise("decline-push-up", "Decline push-up", Intermediate, Chest, Shoulders, Triceps, Abdominals).or(Bench).or(Box).harder("archer-push-up", "plyometric-push-up"),
	exercise("band-push-up", "Band push-up", Intermediate, Chest, Triceps, Shoulders, Abdominals).with(Band).ofBody().harder("ring-push-up"),
	exercise("weighted-push-up", "Weighted push-up", Intermediate, Chest, Triceps, Shoulders, Abdominals).with(Plate).ofBody().harder("ring-push-up"),
	exercise("ring-push-up", "Ring push-up", Intermediate, Chest, Triceps, Shoulders, Abdominals).with(Rings).harder("archer-push-up", "ring-dip"),
	exercise("archer-push-up", "Archer push-up", Advanced, Chest, Triceps, Shoulders, Obliques).oneSided().harder("one-arm-push-up"),
	exercise("one-arm-push-up", "One-arm push-up", Advanced, Chest, Triceps, Shoulders, Obliques).oneSided().also(PatternCore),
	exercise("plank-to-push-up", "Plank to push-up", Intermediate, Triceps, Chest, Shoulders, Abdominals).oneSided().also(PatternCore),
	exercise("burpee", "Burpee", Novice, Chest, Triceps, Quadriceps, Glutes, Abdominals).also(PatternSquat, PatternPlyometric).
		not(ContraKnee, ContraAchilles, ContraImpact, ContraFall, ContraProne).harder("burpee-box-jump", "burpee-broad-jump", "devils-press"),
}

var benchPresses = []Exercise{
	exercise("band-chest-press", "Band chest press", Novice, Chest, Triceps, Shoulders).with(Band).harder("cable-chest-press"),
	exercise("cable-chest-press", "Cable chest press", Novice, Chest, Triceps, Shoulders, Abdominals).with(Cable),
	exercise("chest-press", "Chest press machine", Novice, Chest, Triceps, Shoulders).with(Machine).harder("dumbbell-bench-press"),
	exercise("floor-press", "Floor press", Novice, Triceps, Chest, Shoulders).with(Dumbbells).or(Kettlebell).not(ContraSupine).
		harder("barbell-floor-press", "dumbbell-bench-press"),
	exercise("barbell-floor-press", "Barbell floor press", Intermediate, Triceps, Chest, Shoulders).with(Barbell, Rack).powerLift().not(ContraSupine),
	exercise("dumbbell-bench-press", "Dumbbell bench press", Novice, Chest, Triceps, Shoulders).with(Dumbbells, Bench).not(ContraSupine).
		harder("bench-press", "single-arm-dumbbell-bench-press"),
	exercise("single-arm-dumbbell-bench-press", "Single-arm dumbbell bench press", Intermediate, Chest, Triceps, Shoulders, Obliques).with(Dumbbells, Bench).oneSided().
		not(ContraSupine),
	exercise("incline-dumbbell-press", "Incline dumbbell press", Novice, Chest, Shoulders, Triceps).with(Dumbbells, Bench).harder("incline-bench-press"),
	exercise("bench-press", "Bench press", Intermediate, Chest, Triceps, Shoulders).with(Barbell, Bench, Rack).powerLift().not(ContraSupine).
		harder("close-grip-bench-press", "pause-bench-press"),
	exercise("incline-bench-press", "Incline bench press", Intermediate, Chest, Shoulders, Triceps).with(Barbell, Bench, Rack).powerLift(),
	exercise("close-grip-bench-press", "Close-grip bench press", Intermediate, Triceps, Chest, Shoulders).with(Barbell, Bench, Rack).powerLift().not(ContraSupine),
	exercise("pause-bench-press", "Pause bench press", Advanced, Chest, Triceps, Shoulders).with(Barbell, Bench, Rack).powerLift().not(ContraSupine),
}

var overheadPresses = []Exercise{
	exercise("wall-slide", "Wall slide", Novice, Shoulders, UpperBack).harder("band-overhead-press", "dumbbell-shoulder-press"),
	exercise("band-overhead-press", "Band overhead press", Novice, Shoulders, Triceps).with(Band).harder("dumbbell-shoulder-press"),
	exercise("shoulder-press-machine", "Shoulder press machine", Novice, Shoulders, Triceps).with(Machine).harder("dumbbell-shoulder-press"),
	exercise("landmine-press", "Landmine press", Novice, Shoulders, Chest, Triceps, Abdominals).with(Barbell, Landmine).oneSided().harder("overhead-press"),
	exercise("seated-dumbbell-press", "Seated dumbbell press", Novice, Shoulders, Triceps).with(Dumbbells, Bench).harder("arnold-press", "dumbbell-shoulder-press"),
	exercise("half-kneeling-press", "Half-kneeling press", Novice, Shoulders, Triceps, Obliques).with(Dumbbells).or(Kettlebell).oneSided().harder("single-arm-dumbbell-press"),
	exercise("dumbbell-shoulder-press", "Dumbbell shoulder press", Novice, Shoulders, Triceps, Abdominals).with(Dumbbells).
		harder("dumbbell-push-press", "overhead-press", "single-arm-dumbbell-press", "z-press"),
	exercise("single-arm-dumbbell-press", "Single-arm dumbbell press", Intermediate, Shoulders, Triceps, Obliques).with(Dumbbells).oneSided(),
	exercise("arnold-press", "Arnold press", Intermediate, Shoulders, Triceps).with(Dumbbells),
	exercise("kettlebell-press", "Kettlebell press", Novice, Shoulders, Triceps, Abdominals).with(Kettlebell).oneSided().
		harder("bottoms-up-press", "double-kettlebell-press", "turkish-get-up"),
	exercise("double-kettlebell-press", "Double kettlebell press", Intermediate, Shoulders, Triceps, Abdominals).with(Kettlebell).not(ContraBack),
	exercise("bottoms-up-press", "Bottoms-up kettlebell press", Intermediate, Shoulders, Triceps, Forearms).with(Kettlebell).oneSided(),
	exercise("overhead-press", "Overhead press", Intermediate, Shoulders, Triceps, Abdominals).with(Barbell, Rack).not(ContraBack).harder("push-press", "z-press"),
	exercise("z-press", "Z press", Advanced, Shoulders, Triceps, Abdominals).with(Barbell, Rack).or(Dumbbells).or(Kettlebell).not(ContraBack, ContraHamstring),
	exercise("dumbbell-push-press", "Dumbbell push press", Intermediate, Shoulders, Triceps, Quadriceps).with(Dumbbells).or(Kettlebell).also(PatternSquat).
		not(ContraKnee, ContraBack).harder("push-press"),
	exercise("push-press", "Push press", Intermediate, Shoulders, Triceps, Quadriceps).with(Barbell, Rack).also(PatternSquat).not(ContraKnee, ContraBack).harder("push-jerk"),
	exercise("push-jerk", "Push jerk", Advanced, Shoulders, Triceps, Quadriceps, Glutes).with(Barbell, Rack).olympic().also(PatternSquat).harder("split-jerk"),
	exercise("split-jerk", "Split jerk", Advanced, Shoulders, Triceps, Quadriceps, Glutes).with(Barbell, Rack).olympic().also(PatternLunge),
	exercise("pike-push-up", "Pike push-up", Intermediate, Shoulders, Triceps, Abdominals).or(Box).or(Bench).harder("handstand-push-up"),
	exercise("handstand-push-up", "Handstand push-up", Advanced, Shoulders, Triceps, Abdominals).not(ContraFall),
}

var dips = []Exercise{
	exercise("bench-dip", "Bench dip", Novice, Triceps, Chest, Shoulders).or(Bench).harder("assisted-dip"),
	exercise("assisted-dip", "Assisted dip", Novice, Chest, Triceps, Shoulders).with(Machine).or(DipBars, Band).ofBody().harder("dip"),
	exercise("dip", "Dip", Intermediate, Chest, Triceps, Shoulders).with(DipBars).harder("ring-dip", "weighted-dip"),
	exercise("weighted-dip", "Weighted dip", Advanced, Chest, Triceps, Shoulders).with(DipBars, Plate).or(DipBars, Kettlebell).ofBody(),
	exercise("ring-dip", "Ring dip", Advanced, Chest, Triceps, Shoulders, Abdominals).with(Rings).not(ContraFall).harder("muscle-up"),
}

var armsThatPush = []Exercise{
	exercise("chest-fly", "Dumbbell chest fly", Novice, Chest, Shoulders).with(Dumbbells, Bench).isolated().not(ContraSupine),
	exercise("cable-fly", "Cable chest fly", Novice, Chest, Shoulders).with(Cable).or(Band).isolated(),
	exercise("machine-fly", "Chest fly machine", Novice, Chest, Shoulders).with(Machine).isolated(),
	exercise("lateral-raise", "Lateral raise", Novice, Shoulders).with(Dumbbells).or(Cable).or(Band).isolated(),
	exercise("front-raise", "Front raise", Novice, Shoulders).with(Dumbbells).or(Plate).or(Band).isolated(),
	exercise("triceps-extension", "Triceps extension", Novice, Triceps).with(Cable).or(Dumbbells).or(Band).isolated().harder("overhead-triceps-extension"),
	exercise("overhead-triceps-extension", "Overhead triceps extension", Novice, Triceps).with(Dumbbells).or(Cable).or(Kettlebell).or(Band).isolated(),
	exercise("lying-triceps-extension", "Lying triceps extension", Intermediate, Triceps).with(Barbell, Bench).or(Dumbbells, Bench).isolated().not(ContraSupine),
}
