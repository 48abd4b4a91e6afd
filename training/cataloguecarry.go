package training

import "slices"

var carries = slices.Concat(
	patterned(PatternCarry, DirectionStraight,
		exercise("farmers-march", "Farmer's march in place", Novice, Forearms, Abdominals, HipFlexors).with(Dumbbells).or(Kettlebell).not(ContraShoulder).harder("farmers-carry"),
		exercise("farmers-carry", "Farmer's carry", Novice, Forearms, UpperBack, Abdominals, Glutes).with(Dumbbells).or(Kettlebell).or(TrapBar).walked().
			not(ContraShoulder).harder("front-rack-carry", "trap-bar-carry", "yoke-carry"),
		exercise("trap-bar-carry", "Trap bar carry", Intermediate, Forearms, UpperBack, Abdominals, Glutes).with(TrapBar).walked().not(ContraBack, ContraShoulder),
		exercise("goblet-carry", "Goblet carry", Novice, Abdominals, UpperBack, Biceps).with(Kettlebell).or(Dumbbells).or(MedicineBall).walked().
			harder("front-rack-carry", "sandbag-carry", "zercher-carry"),
		exercise("plate-carry", "Plate pinch carry", Novice, Forearms, UpperBack).with(Plate).walked().not(ContraShoulder),
		exercise("medicine-ball-carry", "Medicine ball carry", Novice, Abdominals, UpperBack, Biceps).with(MedicineBall).walked().harder("sandbag-carry"),
		exercise("sandbag-carry", "Sandbag carry", Novice, Abdominals, LowerBack, UpperBack, Biceps).with(Sandbag).walked().not(ContraBack).harder("zercher-carry"),
		exercise("zercher-carry", "Zercher carry", Intermediate, Abdominals, LowerBack, UpperBack, Biceps).with(Barbell, Rack).or(Sandbag).walked().not(ContraBack, ContraShoulder),
		exercise("front-rack-carry", "Front rack carry", Intermediate, Abdominals, Shoulders, Quadriceps, UpperBack).with(Kettlebell).or(Dumbbells).or(Barbell, Rack).walked().
			not(ContraBack, ContraShoulder),
		exercise("yoke-carry", "Yoke carry", Advanced, Abdominals, LowerBack, Quadriceps, Glutes).with(Yoke).walked().not(ContraKnee, ContraBack, ContraFall),
		exercise("overhead-carry", "Overhead carry", Intermediate, Shoulders, Triceps, Abdominals).with(Dumbbells).or(Kettlebell).or(Barbell, Rack).or(Plate).walked().
			not(ContraBack, ContraShoulder, ContraFall),
	),
	patterned(PatternCarry, DirectionLateral,
		exercise("suitcase-carry", "Suitcase carry", Novice, Obliques, LowerBack, Forearms).with(Dumbbells).or(Kettlebell).oneSided().walked().not(ContraShoulder).harder("cross-body-carry"),
		exercise("rack-carry", "Single-arm rack carry", Novice, Obliques, Abdominals, UpperBack).with(Kettlebell).or(Dumbbells).oneSided().walked().not(ContraShoulder).
			harder("cross-body-carry", "waiter-carry"),
		exercise("shoulder-carry", "Sandbag shoulder carry", Intermediate, Obliques, LowerBack, UpperBack).with(Sandbag).oneSided().walked().not(ContraBack, ContraShoulder),
		exercise("cross-body-carry", "Cross-body carry", Intermediate, Obliques, Abdominals, Forearms, Shoulders).with(Kettlebell).or(Dumbbells).oneSided().walked().
			not(ContraShoulder),
		exercise("waiter-carry", "Waiter carry", Intermediate, Shoulders, Obliques, Abdominals).with(Kettlebell).or(Dumbbells).oneSided().walked().not(ContraShoulder, ContraFall).
			harder("bottoms-up-carry", "overhead-carry"),
		exercise("bottoms-up-carry", "Bottoms-up kettlebell carry", Intermediate, Forearms, Shoulders, Obliques).with(Kettlebell).oneSided().walked().not(ContraShoulder),
	),
)
