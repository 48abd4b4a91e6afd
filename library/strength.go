package library

import (
	"fortnight/compose"
	"fortnight/training"
)

func gym(name string, steps ...training.Step) training.Block {
	return compose.Block(name, training.Strength, steps...)
}

// prepare is the time before the first hard set: joints, then lighter sets of the first lift.
func prepare(jointSeconds, lighterSeconds int) training.Block {
	return compose.Block("Warm-up", training.Mobility,
		compose.Pose("Hips, ankles, shoulders and upper back", jointSeconds),
		compose.Pose("Lighter sets of the first exercise", lighterSeconds))
}

func heavyLifts() []recipe {
	return []recipe{{
		slug:  "lift-max-lower",
		title: "Heavy lower body: squat and hinge",
		description: "Maximal strength for the legs: heavy squats with long rests, then hip hinge, single-leg work and calves. Every repetition is crisp and nothing goes to failure. Builds leg power for hills, " +
			"sprints and the last hour; keep a day between it and your key run or ride.",
		sport: training.Strength, focus: training.FocusMaxStrength, tags: []string{"gym", "barbell", "legs", "heavy", "squat", "hinge"},
		blocks: []training.Block{
			prepare(4*minute, 5*minute),
			gym("Strength",
				compose.Cued("Down under control, up fast.", compose.Lift("back-squat", 4, 4, compose.Percent(85), 210)),
				compose.Cued("Hips back, shins upright.", compose.Lift("romanian-deadlift", 3, 6, compose.Reserve(2), 150))),
			gym("Assistance",
				compose.EachSide(compose.Lift("bulgarian-split-squat", 3, 6, compose.Reserve(3), 90)),
				compose.Lift("calf-raise", 2, 10, compose.Reserve(3), 60),
				compose.EachSide(compose.Lift("pallof-press", 2, 6, compose.Reserve(4), 45))),
		},
	}, {
		slug:  "lift-max-upper",
		title: "Heavy upper body: press and pull",
		description: "Maximal strength for chest, shoulders and back with heavy bench press, overhead press, rows and pull-ups. The legs rest completely, so it can stand beside a hard run or ride. " +
			"Swimmers and rowers profit from the pulling.",
		sport: training.Strength, focus: training.FocusMaxStrength, tags: []string{"gym", "barbell", "upper-body", "heavy", "spares-legs", "spares-knees"},
		blocks: []training.Block{
			prepare(4*minute, 5*minute),
			gym("Strength",
				compose.Lift("bench-press", 4, 4, compose.Percent(85), 180),
				compose.Lift("barbell-row", 4, 6, compose.Reserve(2), 120),
				compose.Lift("overhead-press", 3, 5, compose.Percent(80), 150),
				compose.Cued("Add weight if you have seven clean ones.", compose.Lift("pull-up", 3, 5, compose.Reserve(2), 120))),
			gym("Shoulder health", compose.Lift("face-pull", 2, 15, compose.Reserve(3), 45)),
		},
	}, {
		slug:  "lift-max-full",
		title: "Heavy full body: squat, bench and deadlift",
		description: "The three big barbell lifts in one visit: few repetitions, heavy weights, full rests. The most strength for one gym session a week, for hybrid athletes who train endurance on the other days. " +
			"Expect heavy legs tomorrow.",
		sport: training.Strength, focus: training.FocusMaxStrength, tags: []string{"gym", "barbell", "full-body", "heavy", "squat", "hinge", "experienced"},
		blocks: []training.Block{
			prepare(4*minute, 6*minute),
			gym("Strength",
				compose.Lift("back-squat", 3, 4, compose.Percent(85), 180),
				compose.Lift("bench-press", 3, 4, compose.Percent(85), 180),
				compose.Cued("Reset each repetition on the floor.", compose.Lift("deadlift", 3, 3, compose.Percent(87), 210)),
				compose.Lift("chin-up", 3, 5, compose.Reserve(2), 120)),
			gym("Carry", compose.Cued("Tall and unhurried.", compose.Carry("farmers-carry", 3, 40, compose.Reserve(4), 75))),
		},
	}, {
		slug:  "lift-maintain-squat",
		title: "Half-hour maintenance lift: squat, bench, row",
		description: "Keeps the strength you have built during the racing season or a heavy endurance block: heavy weights, very few sets, gone in half an hour. Leg volume is small enough not to spoil " +
			"tomorrow's training.",
		sport: training.Strength, focus: training.FocusMaxStrength, tags: []string{"gym", "barbell", "full-body", "maintenance", "in-season", "time-crunched"},
		blocks: []training.Block{
			prepare(2*minute, 3*minute),
			gym("Strength",
				compose.Lift("back-squat", 3, 4, compose.Percent(82), 150),
				compose.Lift("bench-press", 3, 5, compose.Percent(80), 90),
				compose.Lift("barbell-row", 3, 6, compose.Reserve(2), 75)),
			gym("Trunk", compose.Hold("plank", 2, 32, compose.Reserve(4), 30)),
		},
	}, {
		slug:  "lift-maintain-hinge",
		title: "Half-hour maintenance lift: deadlift, press, pull-up",
		description: "The partner of the squat session for in-season weeks: three heavy sets from the floor, overhead press and pull-ups, done within half an hour. Maintains hamstrings, glutes and back " +
			"without building up fatigue.",
		sport: training.Strength, focus: training.FocusMaxStrength, tags: []string{"gym", "barbell", "full-body", "maintenance", "in-season", "time-crunched"},
		blocks: []training.Block{
			prepare(2*minute, 3*minute),
			gym("Strength",
				compose.Lift("trap-bar-deadlift", 3, 4, compose.Percent(82), 150),
				compose.Lift("overhead-press", 3, 5, compose.Percent(80), 90),
				compose.Lift("pull-up", 3, 5, compose.Reserve(2), 75)),
			gym("Trunk", compose.EachSide(compose.Hold("side-plank", 2, 20, compose.Reserve(4), 30))),
		},
	}, {
		slug:  "lift-test-five-rep-max",
		title: "Strength test: five-repetition maximum",
		description: "Finds the weight you can lift five times in squat, bench press and deadlift, from which the one-repetition maximum is estimated; much safer than a true single. Build up in steps and stop when " +
			"technique slips. Rested, with a spotter or safety bars; for lifters with a year of practice.",
		sport: training.Strength, focus: training.FocusTest, tags: []string{"test", "gym", "barbell", "full-body", "heavy", "experienced"},
		blocks: []training.Block{
			prepare(4*minute, 4*minute),
			gym("Squat",
				compose.Lift("back-squat", 1, 5, compose.Percent(65), 120),
				compose.Lift("back-squat", 1, 5, compose.Percent(77), 180),
				compose.Cued("The most you can move five times.", compose.Lift("back-squat", 2, 5, compose.Reserve(1), 240))),
			gym("Bench press",
				compose.Lift("bench-press", 1, 5, compose.Percent(65), 120),
				compose.Lift("bench-press", 1, 5, compose.Percent(77), 150),
				compose.Lift("bench-press", 2, 5, compose.Reserve(1), 210)),
			gym("Deadlift",
				compose.Lift("deadlift", 1, 5, compose.Percent(65), 120),
				compose.Lift("deadlift", 1, 5, compose.Percent(77), 180),
				compose.Lift("deadlift", 2, 5, compose.Reserve(1), 240)),
		},
	}}
}

func sizeLifts() []recipe {
	return []recipe{{
		slug:  "lift-size-lower",
		title: "Muscle building: legs and glutes",
		description: "Moderate weights and more repetitions for thighs, hamstrings, glutes and calves. Builds muscle and tendon as a base for heavier blocks, best in the off-season. " +
			"It makes sore: plan easy riding or swimming for the next day.",
		sport: training.Strength, focus: training.FocusHypertrophy, tags: []string{"gym", "machines", "legs", "hypertrophy", "off-season"},
		blocks: []training.Block{
			prepare(4*minute, 4*minute),
			gym("Main lifts",
				compose.Lift("leg-press", 3, 10, compose.Reserve(2), 120),
				compose.Lift("romanian-deadlift", 3, 8, compose.Reserve(2), 120),
				compose.EachSide(compose.Lift("bulgarian-split-squat", 2, 10, compose.Reserve(2), 90))),
			gym("Isolation",
				compose.Lift("leg-curl", 2, 12, compose.Reserve(2), 75),
				compose.Lift("seated-calf-raise", 2, 12, compose.Reserve(2), 60),
				compose.Lift("hanging-leg-raise", 3, 10, compose.Reserve(2), 60)),
		},
	}, {
		slug:  "lift-size-upper",
		title: "Muscle building: chest, back and arms",
		description: "Pressing and pulling in equal parts with dumbbells and cables, then shoulders and arms in supersets. Builds upper-body muscle while the legs recover from running or riding. " +
			"Controlled lowering, last repetitions honest.",
		sport: training.Strength, focus: training.FocusHypertrophy, tags: []string{"gym", "dumbbells", "upper-body", "hypertrophy", "spares-legs", "spares-knees"},
		blocks: []training.Block{
			prepare(4*minute, 4*minute),
			gym("Main lifts",
				compose.Lift("dumbbell-bench-press", 4, 9, compose.Reserve(2), 90),
				compose.Lift("seated-cable-row", 4, 10, compose.Reserve(2), 90),
				compose.Lift("incline-dumbbell-press", 3, 10, compose.Reserve(2), 75),
				compose.Lift("lat-pulldown", 3, 10, compose.Reserve(2), 75)),
			gym("Shoulders and arms",
				compose.Lift("lateral-raise", 3, 15, compose.Reserve(1), 45),
				compose.Repeat("Superset, three times", 3,
					compose.Lift("biceps-curl", 1, 12, compose.Reserve(1), 20),
					compose.Lift("triceps-extension", 1, 12, compose.Reserve(1), 50))),
		},
	}}
}

func beginnerLifts() []recipe {
	return []recipe{{
		slug:  "lift-beginner-a",
		title: "Full-body basics A: squat, push, row",
		description: "A first strength session for beginners and for endurance athletes who are new to weights. Six simple exercises with dumbbells and kettlebells cover the whole body; stop each set with three or four good " +
			"repetitions left. Alternate with session B.",
		sport: training.Strength, focus: training.FocusHypertrophy, tags: []string{"beginner", "full-body", "dumbbells", "kettlebell", "technique", "home", "gym"},
		blocks: []training.Block{
			prepare(4*minute, 3*minute),
			gym("Full body",
				compose.Cued("Elbows inside the knees at the bottom.", compose.Lift("goblet-squat", 3, 8, compose.Reserve(4), 105)),
				compose.Lift("dumbbell-bench-press", 3, 8, compose.Reserve(3), 90),
				compose.EachSide(compose.Lift("dumbbell-row", 3, 8, compose.Reserve(3), 75)),
				compose.Cued("Push the floor away.", compose.Lift("kettlebell-deadlift", 2, 8, compose.Reserve(4), 90))),
			gym("Trunk and grip",
				compose.Lift("dead-bug", 2, 12, compose.Reserve(4), 40),
				compose.Carry("farmers-carry", 2, 40, compose.Reserve(4), 60)),
		},
	}, {
		slug:  "lift-beginner-b",
		title: "Full-body basics B: hinge, overhead press, pulldown",
		description: "The second session for newcomers to strength training: learn the hip hinge, press overhead and pull from above, with split squats for balance. Light enough to run the next day. " +
			"Alternate with session A, at least one day between them.",
		sport: training.Strength, focus: training.FocusHypertrophy, tags: []string{"beginner", "full-body", "dumbbells", "technique", "gym"},
		blocks: []training.Block{
			prepare(4*minute, 3*minute),
			gym("Full body",
				compose.Cued("Flat back, bar path close to the legs.", compose.Lift("dumbbell-deadlift", 3, 8, compose.Reserve(4), 105)),
				compose.Lift("dumbbell-shoulder-press", 3, 8, compose.Reserve(3), 90),
				compose.Lift("lat-pulldown", 3, 10, compose.Reserve(3), 75),
				compose.EachSide(compose.Lift("split-squat", 2, 8, compose.Reserve(4), 75))),
			gym("Trunk and grip",
				compose.EachSide(compose.Hold("side-plank", 2, 20, compose.Reserve(4), 40)),
				compose.Cued("Twenty with each hand.", compose.Carry("suitcase-carry", 2, 40, compose.Reserve(4), 60))),
		},
	}}
}

func quickLifts() []recipe {
	return []recipe{{
		slug:  "lift-home-no-equipment",
		title: "Living-room circuit without equipment",
		description: "Five rounds of squats, push-ups, lunges, bridges and planks on the carpet. No equipment, no gym, no travel time: ideal at home or in a hotel room when half an hour is all there is. " +
			"Smooth and unhurried, never to failure; suits all levels.",
		sport: training.Strength, focus: training.FocusStrengthEndurance,
		tags: []string{"no-equipment", "bodyweight", "home", "hotel", "travel", "beginner", "full-body", "time-crunched"},
		blocks: []training.Block{
			compose.Block("Warm-up", training.Mobility, compose.Pose("March, arm circles, easy squats", 3*minute)),
			gym("Circuit", compose.Repeat("Five rounds", 5,
				compose.Lift("air-squat", 1, 12, compose.Reserve(6), 15),
				compose.Cued("Hands on a chair if needed.", compose.Lift("push-up", 1, 8, compose.Reserve(4), 15)),
				compose.EachSide(compose.Lift("reverse-lunge", 1, 5, compose.Reserve(6), 15)),
				compose.Lift("glute-bridge", 1, 12, compose.Reserve(6), 15),
				compose.Hold("plank", 1, 32, compose.Reserve(4), 45))),
			compose.Block("Cool-down", training.Mobility, compose.Pose("Hip flexors and chest", 2*minute)),
		},
	}, {
		slug:  "lift-hotel-upper",
		title: "Hotel-gym upper body",
		description: "Push-ups, dumbbell rows, pike presses and band work for a small hotel gym or a corner at home. Trains chest, shoulders and back and leaves the legs alone, so it fits between runs or on a rest day " +
			"for the legs.",
		sport: training.Strength, focus: training.FocusHypertrophy,
		tags: []string{"hotel", "travel", "home", "dumbbells", "upper-body", "spares-legs", "spares-knees", "time-crunched"},
		blocks: []training.Block{
			compose.Block("Warm-up", training.Mobility, compose.Pose("Shoulder circles and band dislocates", 3*minute)),
			gym("Push and pull",
				compose.Lift("push-up", 3, 12, compose.Reserve(3), 60),
				compose.EachSide(compose.Lift("dumbbell-row", 3, 10, compose.Reserve(3), 45)),
				compose.Lift("pike-push-up", 3, 7, compose.Reserve(3), 60),
				compose.Lift("band-pull-apart", 3, 15, compose.Reserve(3), 30)),
			gym("Trunk", compose.Hold("hollow-hold", 3, 24, compose.Reserve(4), 35)),
		},
	}, {
		slug:  "lift-runner-light-legs",
		title: "Light leg strength for runners",
		description: "Single-leg strength, calves and hips with light dumbbells: prevention work against shin splints, runner's knee and Achilles trouble. It leaves the legs fresh enough for quality running tomorrow. " +
			"At home or in the gym.",
		sport: training.Strength, focus: training.FocusStrengthEndurance,
		tags: []string{"legs", "light", "injury-prevention", "runner", "home", "dumbbells", "time-crunched", "in-season"},
		blocks: []training.Block{
			compose.Block("Warm-up", training.Mobility, compose.Pose("Hips and ankles", 4*minute)),
			gym("Legs",
				compose.Cued("Knee over the toes.", compose.EachSide(compose.Lift("step-up", 3, 8, compose.Reserve(5), 60))),
				compose.EachSide(compose.Lift("single-leg-romanian-deadlift", 3, 8, compose.Reserve(5), 60)),
				compose.Cued("Slow down.", compose.EachSide(compose.Lift("single-leg-calf-raise", 3, 10, compose.Reserve(4), 45)))),
			gym("Hips and trunk",
				compose.EachSide(compose.Hold("copenhagen-plank", 2, 16, compose.Reserve(4), 40)),
				compose.EachSide(compose.Hold("side-plank", 2, 20, compose.Reserve(4), 40))),
		},
	}, {
		slug:  "lift-core-20",
		title: "Trunk stability, 20 min",
		description: "A quick floor routine for deep abdominals, obliques and lower back. It steadies posture on the bike, in the water and late in a run, and protects the back in the gym. No equipment; " +
			"legs untouched, so it goes with any other session.",
		sport: training.Strength, focus: training.FocusStrengthEndurance,
		tags: []string{"core", "no-equipment", "home", "hotel", "spares-legs", "back-care", "beginner", "time-crunched"},
		blocks: []training.Block{
			compose.Block("Warm-up", training.Mobility, compose.Pose("Cat and cow, hip circles", 2*minute)),
			gym("Trunk", compose.Repeat("Four rounds", 4,
				compose.Lift("dead-bug", 1, 10, compose.Reserve(4), 15),
				compose.EachSide(compose.Hold("side-plank", 1, 24, compose.Reserve(4), 15)),
				compose.Lift("bird-dog", 1, 12, compose.Reserve(4), 15),
				compose.Hold("hollow-hold", 1, 24, compose.Reserve(4), 65))),
		},
	}, {
		slug:  "lift-kettlebell-endurance",
		title: "Kettlebell strength endurance",
		description: "Five rounds with one kettlebell: swings, presses, squats, rows and a loaded walk, moving calmly from one to the next. Conditioning and grip for hybrid and HYROX athletes, without jumps and without " +
			"maximal weights. Home, garden or gym.",
		sport: training.Strength, focus: training.FocusStrengthEndurance,
		tags: []string{"kettlebell", "circuit", "full-body", "home", "hyrox", "low-impact", "time-crunched"},
		blocks: []training.Block{
			prepare(3*minute, 2*minute),
			gym("Rounds", compose.Repeat("Five rounds", 5,
				compose.Lift("kettlebell-swing", 1, 15, compose.Reserve(5), 20),
				compose.EachSide(compose.Lift("kettlebell-press", 1, 5, compose.Reserve(4), 20)),
				compose.Lift("goblet-squat", 1, 8, compose.Reserve(5), 20),
				compose.EachSide(compose.Lift("dumbbell-row", 1, 6, compose.Reserve(4), 20)),
				compose.Cued("Changing hands.", compose.Carry("suitcase-carry", 1, 40, compose.Reserve(4), 75)))),
		},
	}}
}

func powerLifts() []recipe {
	return []recipe{{
		slug:  "lift-plyometrics",
		title: "Plyometrics: spring and stiffness",
		description: "Low-dose jumping for better running economy and snap: pogo hops, box jumps, sideways bounds and medicine-ball throws, each fresh and quick, with plenty of rest. Fewer than fifty landings, on grass or a " +
			"gym floor. Not for sore calves or Achilles tendons.",
		sport: training.Strength, focus: training.FocusPower, tags: []string{"plyometrics", "power", "jumps", "runner", "legs", "time-crunched"},
		blocks: []training.Block{
			compose.Block("Warm-up", training.Mobility,
				compose.Pose("Skip, leg swings, ankle bounces", 6*minute)),
			gym("Jumps",
				compose.Cued("Short contacts, stiff ankles.", compose.Lift("pogo-jump", 2, 10, compose.Reserve(5), 75)),
				compose.Cued("Step down, do not jump down.", compose.Lift("box-jump", 4, 4, compose.Reserve(5), 90)),
				compose.Cued("Stick the landing.", compose.EachSide(compose.Lift("lateral-bound", 2, 3, compose.Reserve(5), 90)))),
			gym("Throws and trunk",
				compose.Lift("medicine-ball-throw", 3, 6, compose.Reserve(5), 75),
				compose.Lift("medicine-ball-slam", 3, 6, compose.Reserve(5), 75)),
		},
	}, {
		slug:  "lift-barbell-power",
		title: "Barbell power: clean, push press and jump",
		description: "Explosive lifting with moderate weights that move fast: hang power cleans, push presses and box jumps, then chin-ups. For trained athletes who want speed and acceleration without grinding repetitions. " +
			"End the set as soon as the bar slows.",
		sport: training.Strength, focus: training.FocusPower, tags: []string{"gym", "barbell", "power", "full-body", "experienced", "sprint"},
		blocks: []training.Block{
			prepare(4*minute, 5*minute),
			gym("Power",
				compose.Lift("hang-power-clean", 5, 3, compose.Percent(70), 120),
				compose.Lift("push-press", 4, 3, compose.Percent(70), 105),
				compose.Cued("Step down, do not jump down.", compose.Lift("box-jump", 4, 3, compose.Reserve(5), 75))),
			gym("Assistance",
				compose.Lift("chin-up", 3, 6, compose.Reserve(2), 90),
				compose.Lift("ab-wheel", 2, 8, compose.Reserve(3), 45)),
		},
	}}
}
