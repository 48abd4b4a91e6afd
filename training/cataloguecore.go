package training

import "slices"

var trunk = slices.Concat(
	patterned(PatternCore, DirectionStraight, slices.Concat(breaths, planks, curls, rollouts, backs, crawls)...),
	patterned(PatternCore, DirectionLateral, sidePlanks...),
	patterned(PatternCore, DirectionRotational, turns...),
)

// The deep trunk first.
var breaths = []Exercise{
	exercise("diaphragmatic-breathing", "Breathing with the pelvic floor", Novice, PelvicFloor, Abdominals).held().harder("pelvic-tilt"),
	exercise("pelvic-tilt", "Pelvic tilt", Novice, Abdominals, PelvicFloor).not(ContraSupine).harder("heel-slide", "glute-bridge"),
	exercise("heel-slide", "Heel slide", Novice, Abdominals, PelvicFloor).oneSided().not(ContraSupine).harder("heel-tap"),
	exercise("heel-tap", "Lying heel tap", Novice, Abdominals, HipFlexors).oneSided().not(ContraSupine).harder("dead-bug"),
	exercise("dead-bug", "Dead bug", Novice, Abdominals, HipFlexors).oneSided().not(ContraSupine).harder("band-dead-bug", "hollow-hold"),
	exercise("band-dead-bug", "Dead bug with a band", Intermediate, Abdominals, Lats).with(Band).oneSided().not(ContraSupine),
}

var planks = []Exercise{
	exercise("knee-plank", "Knee plank", Novice, Abdominals, Obliques).held().harder("plank"),
	exercise("plank", "Plank", Novice, Abdominals, Obliques).held().harder("ab-wheel", "mountain-climber", "plank-shoulder-tap", "swiss-ball-plank", "weighted-plank"),
	exercise("weighted-plank", "Weighted plank", Intermediate, Abdominals, Obliques, Shoulders).with(Plate).ofBody().held().harder("body-saw"),
	exercise("swiss-ball-plank", "Swiss ball plank", Intermediate, Abdominals, Obliques, Shoulders).with(SwissBall).held().harder("stir-the-pot"),
	exercise("stir-the-pot", "Stir the pot", Advanced, Abdominals, Obliques, Shoulders).with(SwissBall).not(ContraShoulder, ContraFall),
	exercise("body-saw", "Body saw", Intermediate, Abdominals, Shoulders).with(Sliders).or(Rings).not(ContraBack, ContraShoulder),
	exercise("mountain-climber", "Mountain climber", Novice, Abdominals, Shoulders, Quadriceps, HipFlexors).oneSided().not(ContraShoulder),
	exercise("bear-plank", "Bear plank", Novice, Abdominals, Quadriceps, Shoulders).held().not(ContraShoulder).harder("bear-crawl", "bear-plank-drag"),
}

// The trunk bends, or the legs come up.
var curls = []Exercise{
	exercise("crunch", "Crunch", Novice, Abdominals).isolated().not(ContraBack, ContraSupine).harder("cable-crunch", "sit-up"),
	exercise("cable-crunch", "Cable crunch", Novice, Abdominals).with(Cable).or(Band).isolated().not(ContraBack),
	exercise("reverse-crunch", "Reverse crunch", Novice, Abdominals, HipFlexors).not(ContraBack, ContraSupine).harder("hanging-knee-raise", "lying-leg-raise"),
	exercise("sit-up", "Sit-up", Novice, Abdominals, HipFlexors).not(ContraBack, ContraSupine).harder("v-up"),
	exercise("lying-leg-raise", "Lying leg raise", Intermediate, Abdominals, HipFlexors).not(ContraBack, ContraSupine).harder("dragon-flag", "hanging-leg-raise"),
	exercise("hollow-hold", "Hollow hold", Intermediate, Abdominals, HipFlexors).held().not(ContraBack, ContraSupine).harder("v-up", "l-sit"),
	exercise("v-up", "V-up", Intermediate, Abdominals, HipFlexors).not(ContraBack, ContraSupine),
	exercise("hanging-knee-raise", "Hanging knee raise", Novice, Abdominals, HipFlexors, Forearms).with(PullUpBar).or(DipBars).not(ContraShoulder).harder("hanging-leg-raise", "l-sit"),
	exercise("hanging-leg-raise", "Hanging leg raise", Intermediate, Abdominals, HipFlexors, Forearms).with(PullUpBar).or(DipBars).not(ContraShoulder).harder("toes-to-bar"),
	exercise("toes-to-bar", "Toes to bar", Advanced, Abdominals, HipFlexors, Forearms, Lats).with(PullUpBar).not(ContraShoulder, ContraFall),
	exercise("ring-knee-tuck", "Ring knee tuck", Intermediate, Abdominals, HipFlexors, Shoulders).with(Rings).or(Sliders).not(ContraShoulder),
	exercise("swiss-ball-jackknife", "Swiss ball jackknife", Intermediate, Abdominals, HipFlexors, Shoulders).with(SwissBall).not(ContraShoulder, ContraFall),
	exercise("l-sit", "L-sit", Advanced, Abdominals, HipFlexors, Triceps).or(DipBars).or(Rings).held().not(ContraHamstring, ContraShoulder),
	exercise("dragon-flag", "Dragon flag", Advanced, Abdominals, Lats).with(Bench).not(ContraBack, ContraSupine),
}

var rollouts = []Exercise{
	exercise("swiss-ball-rollout", "Swiss ball rollout", Novice, Abdominals, Lats).with(SwissBall).not(ContraShoulder).harder("ab-wheel", "ring-rollout"),
	exercise("ab-wheel", "Ab wheel rollout", Intermediate, Abdominals, Lats).with(AbWheel).or(Barbell).not(ContraBack, ContraShoulder).harder("standing-rollout"),
	exercise("ring-rollout", "Ring rollout", Intermediate, Abdominals, Lats).with(Rings).not(ContraBack, ContraShoulder).harder("standing-rollout"),
	exercise("standing-rollout", "Standing ab wheel rollout", Advanced, Abdominals, Lats, Shoulders).with(AbWheel).not(ContraBack, ContraShoulder, ContraFall),
}

var backs = []Exercise{
	exercise("bird-dog", "Bird dog", Novice, LowerBack, Abdominals, Glutes).oneSided().harder("bear-plank", "superman"),
	exercise("superman", "Superman", Novice, LowerBack, Glutes).not(ContraBack, ContraProne).harder("back-extension"),
	exercise("back-extension-hold", "Back extension hold", Novice, LowerBack, Glutes, Hamstrings).with(RomanChair).held().not(ContraBack, ContraProne).harder("back-extension"),
	exercise("reverse-plank", "Reverse plank", Novice, LowerBack, Glutes, Shoulders).held().not(ContraShoulder),
	exercise("jefferson-curl", "Jefferson curl", Advanced, LowerBack, Hamstrings).with(Kettlebell).or(Dumbbells).or(Barbell).also(PatternHinge).not(ContraHamstring, ContraBack),
}

var crawls = []Exercise{
	exercise("bear-crawl", "Bear crawl", Novice, Abdominals, Shoulders, Quadriceps).walked().not(ContraShoulder),
	exercise("crab-walk", "Crab walk", Novice, Abdominals, Triceps, Glutes).walked().not(ContraShoulder),
	exercise("turkish-get-up", "Turkish get-up", Intermediate, Abdominals, Obliques, Shoulders, Glutes).with(Kettlebell).or(Dumbbells).oneSided().also(PatternPush, PatternLunge).
		not(ContraKnee, ContraShoulder, ContraFall, ContraSupine),
}

// Against a bend to the side.
var sidePlanks = []Exercise{
	exercise("knee-side-plank", "Side plank on the knees", Novice, Obliques, Abductors).oneSided().held().harder("side-plank"),
	exercise("side-plank", "Side plank", Novice, Obliques, Abdominals).oneSided().held().not(ContraShoulder).harder("copenhagen-plank", "side-plank-leg-raise", "side-plank-rotation"),
	exercise("side-plank-leg-raise", "Side plank with leg raise", Intermediate, Obliques, Abductors).oneSided().held().not(ContraHamstring, ContraShoulder),
	exercise("copenhagen-plank", "Copenhagen plank", Intermediate, Obliques, Adductors).or(Bench).oneSided().held().not(ContraHamstring, ContraShoulder),
	exercise("side-bend", "Side bend", Novice, Obliques).with(Dumbbells).or(Kettlebell).or(Cable).oneSided().isolated().not(ContraBack),
	exercise("hip-hike", "Hip hike", Novice, Obliques, Abductors).or(Box).oneSided().isolated(),
	exercise("windmill", "Windmill", Intermediate, Obliques, Shoulders, Hamstrings).with(Kettlebell).or(Dumbbells).oneSided().also(PatternHinge).
		not(ContraHamstring, ContraBack, ContraShoulder),
}

// Into a turn, or against one.
var turns = []Exercise{
	exercise("pallof-hold", "Pallof hold", Novice, Obliques, Abdominals).with(Band).or(Cable).oneSided().held().harder("pallof-press"),
	exercise("pallof-press", "Pallof press", Novice, Obliques, Abdominals).with(Cable).or(Band).oneSided().harder("cable-chop", "overhead-pallof-press"),
	exercise("overhead-pallof-press", "Overhead Pallof press", Intermediate, Abdominals, Obliques, Shoulders).with(Cable).or(Band).not(ContraShoulder),
	exercise("cable-chop", "Cable chop", Novice, Obliques, Abdominals).with(Cable).or(Band).oneSided().not(ContraBack).harder("landmine-rotation"),
	exercise("cable-lift", "Cable lift", Novice, Obliques, Abdominals, Shoulders).with(Cable).or(Band).oneSided().not(ContraBack, ContraShoulder),
	exercise("wood-chop", "Wood chop", Novice, Obliques, Abdominals).with(Dumbbells).or(MedicineBall).or(Kettlebell).oneSided().not(ContraBack).harder("rotational-medicine-ball-throw"),
	exercise("landmine-rotation", "Landmine rotation", Intermediate, Obliques, Abdominals, Shoulders).with(Barbell, Landmine).oneSided().not(ContraBack, ContraShoulder),
	exercise("russian-twist", "Russian twist", Novice, Obliques, Abdominals).or(MedicineBall).or(Plate).or(Dumbbells).oneSided().not(ContraBack),
	exercise("bicycle-crunch", "Bicycle crunch", Novice, Obliques, Abdominals, HipFlexors).oneSided().not(ContraBack, ContraSupine),
	exercise("plank-shoulder-tap", "Plank with shoulder tap", Intermediate, Abdominals, Obliques, Shoulders).oneSided().not(ContraShoulder).harder("renegade-row"),
	exercise("bear-plank-drag", "Bear plank drag", Intermediate, Abdominals, Obliques, Shoulders).with(Kettlebell).or(Dumbbells).or(Sandbag).oneSided().not(ContraShoulder).
		harder("renegade-row"),
	exercise("side-plank-rotation", "Side plank with rotation", Intermediate, Obliques, Abdominals, Shoulders).oneSided().not(ContraShoulder),
}
