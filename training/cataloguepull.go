package training

import "slices"

// Whoever hurts in shoulder, elbow or wrist does not pull with that side; what only wakes the back of the shoulder is left.
var pulls = slices.Concat(
	barredTo(ContraShoulder, slices.Concat(
		patterned(PatternPull, DirectionHorizontal, slices.Concat(bodyRows, rows)...),
		patterned(PatternPull, DirectionVertical, slices.Concat(pullUps, pulldowns)...),
		patterned(PatternPull, DirectionStraight, armsThatPull...),
	)),
	patterned(PatternPull, DirectionHorizontal,
		exercise("scapular-retraction", "Shoulder blade squeeze", Novice, UpperBack, RearShoulders).held().isolated().harder("band-pull-apart"),
	),
	patterned(PatternPull, DirectionRotational,
		exercise("band-external-rotation", "External rotation with a band", Novice, RearShoulders).with(Band).or(Cable).oneSided().isolated().harder("face-pull"),
	),
)

// The body towards the hands, or against the floor.
var bodyRows = []Exercise{
	exercise("doorway-row", "Doorway row", Novice, UpperBack, Lats, Biceps).harder("inverted-row", "ring-row"),
	exercise("prone-y-raise", "Prone Y raise", Novice, UpperBack, RearShoulders).isolated().not(ContraProne).harder("reverse-fly"),
	exercise("reverse-snow-angel", "Reverse snow angel", Novice, UpperBack, RearShoulders, LowerBack).not(ContraProne),
	exercise("ring-row", "Ring row", Novice, UpperBack, Lats, Biceps, Abdominals).with(Rings).harder("inverted-row", "single-arm-ring-row"),
	exercise("inverted-row", "Inverted row", Novice, UpperBack, Lats, Biceps, Abdominals).with(Barbell, Rack).or(Rings).or(Machine).ofBody().
		harder("chin-up", "feet-elevated-inverted-row"),
	exercise("feet-elevated-inverted-row", "Feet-elevated inverted row", Intermediate, UpperBack, Lats, Biceps, Abdominals).with(Barbell, Rack, Box).or(Rings, Box).ofBody().
		harder("tuck-front-lever"),
	exercise("single-arm-ring-row", "Single-arm ring row", Intermediate, UpperBack, Lats, Biceps, Obliques).with(Rings).oneSided().also(PatternCore),
	exercise("tuck-front-lever", "Tuck front lever", Advanced, Lats, Abdominals, UpperBack).with(PullUpBar).or(Rings).held().also(PatternCore),
}

var rows = []Exercise{
	exercise("band-row", "Band row", Novice, UpperBack, Lats, Biceps).with(Band).harder("dumbbell-row", "seated-cable-row"),
	exercise("seated-cable-row", "Seated cable row", Novice, UpperBack, Lats, Biceps).with(Cable).harder("barbell-row"),
	exercise("single-arm-cable-row", "Single-arm cable row", Novice, Lats, UpperBack, Biceps, Obliques).with(Cable).oneSided(),
	exercise("machine-row", "Row machine with chest support", Novice, UpperBack, Lats, Biceps).with(Machine).harder("seated-cable-row"),
	exercise("chest-supported-row", "Chest-supported row", Novice, UpperBack, Lats, Biceps).with(Dumbbells, Bench).or(Kettlebell, Bench).not(ContraProne).harder("barbell-row"),
	exercise("seal-row", "Seal row", Intermediate, UpperBack, Lats, Biceps).with(Barbell, Bench).not(ContraProne),
	exercise("dumbbell-row", "Dumbbell row", Novice, Lats, UpperBack, Biceps, Obliques).with(Dumbbells).or(Kettlebell).oneSided().harder("bent-over-dumbbell-row", "renegade-row"),
	exercise("kettlebell-row", "Kettlebell row", Novice, Lats, UpperBack, Biceps).with(Kettlebell).oneSided().harder("gorilla-row"),
	exercise("gorilla-row", "Gorilla row", Intermediate, Lats, UpperBack, Biceps, LowerBack).with(Kettlebell).oneSided().also(PatternHinge).not(ContraBack),
	exercise("bent-over-dumbbell-row", "Bent-over dumbbell row", Intermediate, UpperBack, Lats, Biceps, LowerBack).with(Dumbbells).or(Kettlebell).also(PatternHinge).not(ContraBack).
		harder("barbell-row"),
	exercise("sandbag-row", "Sandbag row", Intermediate, UpperBack, Lats, Biceps, LowerBack).with(Sandbag).also(PatternHinge).not(ContraBack),
	exercise("t-bar-row", "T-bar row", Intermediate, UpperBack, Lats, Biceps, LowerBack).with(Barbell, Landmine).also(PatternHinge).not(ContraBack),
	exercise("barbell-row", "Barbell row", Intermediate, UpperBack, Lats, Biceps, LowerBack).with(Barbell).also(PatternHinge).not(ContraBack).harder("pendlay-row"),
	exercise("pendlay-row", "Pendlay row", Intermediate, UpperBack, Lats, Biceps, LowerBack).with(Barbell).also(PatternHinge).not(ContraBack),
	exercise("renegade-row", "Renegade row", Intermediate, Lats, UpperBack, Abdominals, Obliques).with(Dumbbells).or(Kettlebell).oneSided().also(PatternCore).not(ContraFall),
	exercise("sled-pull", "Sled pull", Novice, UpperBack, Biceps, LowerBack, Hamstrings).with(Sled).walked().also(PatternHinge).not(ContraKnee, ContraBack),
	exercise("battle-rope-wave", "Battle rope waves", Novice, UpperBack, Shoulders, Abdominals).with(BattleRope).held(),
}

var pullUps = []Exercise{
	exercise("dead-hang", "Dead hang", Novice, Forearms, Lats).with(PullUpBar).or(Rings).held().harder("scapular-pull-up"),
	exercise("scapular-pull-up", "Scapular pull-up", Novice, UpperBack, Lats).with(PullUpBar).or(Rings).isolated().harder("assisted-pull-up", "negative-pull-up"),
	exercise("assisted-pull-up", "Assisted pull-up", Novice, Lats, UpperBack, Biceps).with(PullUpBar, Band).or(Machine).ofBody().harder("chin-up", "negative-pull-up"),
	exercise("negative-pull-up", "Negative pull-up", Intermediate, Lats, UpperBack, Biceps).with(PullUpBar).eccentric().not(ContraFall).harder("chin-up"),
	exercise("chin-up", "Chin-up", Intermediate, Lats, Biceps, UpperBack).with(PullUpBar).or(Rings).harder("neutral-grip-pull-up", "pull-up"),
	exercise("neutral-grip-pull-up", "Neutral-grip pull-up", Intermediate, Lats, UpperBack, Biceps).with(PullUpBar).or(Rings),
	exercise("pull-up", "Pull-up", Intermediate, Lats, UpperBack, Biceps).with(PullUpBar).or(Rings).harder("archer-pull-up", "rope-climb", "weighted-pull-up"),
	exercise("weighted-pull-up", "Weighted pull-up", Advanced, Lats, UpperBack, Biceps).with(PullUpBar, Plate).or(PullUpBar, Kettlebell).or(PullUpBar, Dumbbells).ofBody().
		harder("muscle-up"),
	exercise("archer-pull-up", "Archer pull-up", Advanced, Lats, UpperBack, Biceps).with(PullUpBar).or(Rings).oneSided(),
	exercise("muscle-up", "Muscle-up", Advanced, Lats, Biceps, Chest, Triceps).with(Rings).or(PullUpBar).also(PatternPush).not(ContraFall),
	exercise("rope-climb", "Rope climb", Advanced, Lats, Biceps, Forearms, Abdominals).with(ClimbingRope).not(ContraFall),
}

var pulldowns = []Exercise{
	exercise("floor-pulldown", "Floor pulldown with a towel", Novice, Lats, UpperBack).not(ContraProne).harder("band-lat-pulldown"),
	exercise("band-lat-pulldown", "Band lat pulldown", Novice, Lats, UpperBack, Biceps).with(Band).harder("assisted-pull-up", "lat-pulldown"),
	exercise("lat-pulldown", "Lat pulldown", Novice, Lats, UpperBack, Biceps).with(Machine).or(Cable).harder("chin-up"),
	exercise("single-arm-lat-pulldown", "Single-arm lat pulldown", Novice, Lats, UpperBack, Biceps).with(Cable).or(Band).oneSided(),
	exercise("straight-arm-pulldown", "Straight-arm pulldown", Novice, Lats).with(Cable).or(Band).isolated(),
	exercise("dumbbell-pullover", "Dumbbell pullover", Novice, Lats, Chest).with(Dumbbells, Bench).or(Kettlebell).isolated().not(ContraSupine),
	exercise("upright-row", "Upright row", Intermediate, UpperBack, RearShoulders, Biceps).with(Barbell).or(Dumbbells).or(Kettlebell).or(Cable),
}

var armsThatPull = []Exercise{
	exercise("band-pull-apart", "Band pull-apart", Novice, RearShoulders, UpperBack).with(Band).isolated().harder("face-pull"),
	exercise("face-pull", "Face pull", Novice, RearShoulders, UpperBack).with(Cable).or(Band).isolated(),
	exercise("reverse-fly", "Reverse fly", Novice, RearShoulders, UpperBack).with(Dumbbells).or(Cable).or(Machine).isolated(),
	exercise("shrug", "Shrug", Novice, UpperBack).with(Dumbbells).or(Barbell).or(Kettlebell).or(TrapBar).isolated(),
	exercise("biceps-curl", "Biceps curl", Novice, Biceps).with(Dumbbells).or(Barbell).or(Cable).or(Band).or(Kettlebell).isolated().harder("barbell-curl"),
	exercise("barbell-curl", "Barbell curl", Novice, Biceps, Forearms).with(Barbell).isolated(),
	exercise("hammer-curl", "Hammer curl", Novice, Biceps, Forearms).with(Dumbbells).or(Kettlebell).isolated(),
	exercise("incline-curl", "Incline curl", Intermediate, Biceps).with(Dumbbells, Bench).isolated(),
	exercise("reverse-curl", "Reverse curl", Novice, Forearms, Biceps).with(Barbell).or(Dumbbells).or(Cable).isolated(),
	exercise("wrist-curl", "Wrist curl", Novice, Forearms).with(Dumbbells).or(Barbell).isolated(),
	exercise("plate-pinch", "Plate pinch", Novice, Forearms).with(Plate).held().isolated(),
}
