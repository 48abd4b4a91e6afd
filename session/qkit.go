package session

import "fortnight/training"

// Circuits with little kit: repetitions grow, then the rounds.
var circuit = []scheme{
	{sets: 3, reps: Span{8, 8}, reserve: 4}, {sets: 3, reps: Span{10, 10}, reserve: 4}, {sets: 3, reps: Span{12, 12}, reserve: 4},
	{sets: 4, reps: Span{10, 10}, reserve: 4}, {sets: 4, reps: Span{12, 12}, reserve: 4},
}

// bells is Q-KB: one kettlebell and four to six moves.
func bells(d Dose) sheet {
	d.Kit = Kettlebells
	return inRounds(d, sheet{
		name: "Kettlebell strength", lettered: true,
		why:  "One or two kettlebells train the whole body at home: hinge, press, squat and row, calmly one after the other. Pick a bell that feels easy at first; the last set tells.",
		tags: []string{"kettlebell", "home", "full-body"}, raise: "Brisk walk, skips and easy squats", usual: 30,
	}, [2][]menu{{
		{"kettlebell-swing", "kettlebell-deadlift", "glute-bridge"}, {"kettlebell-press", "half-kneeling-press", "wall-slide"}, {"goblet-squat", "sit-to-stand"},
		{"kettlebell-row", "dumbbell-row", "scapular-retraction"}, sideCarries, braces,
	}, {
		{"kettlebell-deadlift", "single-leg-glute-bridge", "glute-bridge"}, {"floor-press", "incline-push-up", "wall-slide"}, {"goblet-reverse-lunge", "reverse-lunge", "supported-split-squat"},
		{"gorilla-row", "kettlebell-row", "scapular-retraction"}, {"goblet-carry", "farmers-march", "bear-crawl"}, sides,
	}})
}

// body is Q-BODY: nothing but the floor.
func body(d Dose) sheet {
	d.Kit = Bodyweight
	return inRounds(d, sheet{
		name: "Bodyweight strength", lettered: true,
		why:  "A whole-body session for a hotel room or a lawn: legs, hips, press and pull, slow and under control. Choose the harder form of a move once the last set feels like the first.",
		tags: []string{"no-equipment", "home", "travel", "full-body"}, raise: "March on the spot, skips and easy squats", usual: 30,
	}, [2][]menu{{
		{"single-leg-squat-to-box", "air-squat", "sit-to-stand"}, {"push-up", "incline-push-up", "wall-push-up", "scapular-retraction"}, {"single-leg-glute-bridge", "bodyweight-good-morning"},
		{"doorway-row", "reverse-snow-angel", "scapular-retraction"}, {"single-leg-calf-raise", "clamshell"}, {"side-plank", "knee-side-plank"},
	}, {
		{"reverse-lunge", "supported-split-squat"}, {"decline-push-up", "knee-push-up", "wall-push-up", "scapular-retraction"}, {"single-leg-reach", "glute-bridge-march", "bodyweight-good-morning"},
		{"reverse-snow-angel", "doorway-row", "bird-dog"}, {"wall-sit"}, {"dead-bug", "plank"},
	}})
}

// inRounds makes parts of menus, as many sets of each as the rung has rounds.
func inRounds(d Dose, s sheet, moves [2][]menu) sheet {
	r := rungOf(circuit, d.Level)
	s.dose = r.String()
	for i, m := range moves[d.Shape%2] {
		p := r.lifts(m, 40, 0)
		p.extra = i >= 4
		s.parts = append(s.parts, p)
	}
	return s
}

var bellsFamily = strength(Family{
	ID: "Q-KB", Title: "Kettlebell strength", Focus: training.FocusStrengthEndurance, Class: Strength, Purpose: "Strength of the whole body with a kettlebell or two.",
	Minutes: Span{20, 40}, No: []Contraindication{NoBack}, Windows: In(Base, Build, Specific, Taper, Return, Off), Gap: 2,
	Gear: []Gear{{training.Kettlebell}},
}, bells, circuit, repetitions(8, 15), reserved(3, 6), withLegs, func(f *feature) bool { return f.bells })

var bodyFamily = strength(Family{
	ID: "Q-BODY", Title: "Bodyweight strength", Focus: training.FocusStrengthEndurance, Class: Strength, Purpose: "Strength of the whole body without equipment, wherever you are.",
	Minutes: Span{20, 40}, Windows: In(Base, Build, Specific, Taper, Return, Off), Gap: 2,
}, body, circuit, repetitions(6, 20), reserved(3, 6), withLegs, withUpper, func(f *feature) bool { return !f.weights })
