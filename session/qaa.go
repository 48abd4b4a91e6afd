package session

import "fortnight/training"

// Anatomical adaptation: the lifts are learned, slowly and far from failure. Repetitions grow from 10 to 15, then a set is added.
var adaptation = []scheme{
	{sets: 2, reps: Span{10, 10}, reserve: 4}, {sets: 2, reps: Span{12, 12}, reserve: 4}, {sets: 2, reps: Span{15, 15}, reserve: 4},
	{sets: 3, reps: Span{12, 12}, reserve: 4}, {sets: 3, reps: Span{15, 15}, reserve: 4},
}

// learning is Q-AA: A squats, presses and rows, B hinges, presses overhead and pulls down, so that a week with both has trained all.
func learning(d Dose) sheet {
	r := rungOf(adaptation, d.Level)
	s := sheet{
		name: "Learning the lifts", dose: r.String(), lettered: true, tempo: &training.Tempo{Lowering: 3, Lifting: 1},
		why: "A handful of simple movements with light loads teach the lifts and get tendons used to them. " +
			"Lower for three seconds, rise without a pause; the weight grows only when every repetition looks alike.",
		tags: []string{"full-body", "technique"}, usual: 35,
	}
	kneeHurts := d.spares(training.ContraKnee)
	one := func(m menu, cues ...string) entry {
		return entry{menu: m, sets: r.sets, reps: r.reps, reserve: r.reserve, rest: 60, cues: cues}
	}
	if d.Shape%2 == 0 {
		squat := one(learnSquats, "Chest up, knees in line with the toes.")
		squat.extra = kneeHurts
		s.parts = []entry{
			squat, one(learnHingesFor(d), "Push the floor away with the whole foot.", "Hips back, shins upright."), one(learnPresses, "Body in one line.", "Feet planted, shoulder blades together."), one(learnRows, "Shoulder blades first."),
			one(braces, "Slowly, ribs down."), spare(one(carries, "Tall and unhurried.")), spare(one(calves)), spare(one(sides)),
		}
		return s
	}
	lunge := one(menu{"supported-split-squat", "low-step-up", "glute-bridge"}, "As deep as is comfortable.")
	lunge.extra = kneeHurts
	s.parts = []entry{
		one(menu{"glute-bridge", "hip-thrust", "cable-pull-through", "bodyweight-good-morning"}, "Squeeze at the top."), one(learnOverheads, "Ribs down, chin in."), lunge,
		one(learnPulldowns, "Elbows to the ribs.", "Pull with the elbows."), one(sides), spare(one(sideCarries, "Stay upright.")), spare(one(oneCalf)), spare(one(braces)),
	}
	return s
}

// learnHingesFor begins with a bridge where nothing can be scheme from the floor.
func learnHingesFor(d Dose) menu {
	if d.kit() == Bodyweight {
		return menu{"glute-bridge", "band-pull-through", "bodyweight-good-morning", "hip-thrust"}
	}
	return learnHinges
}

var learningFamily = strength(Family{
	ID: "Q-AA", Title: "Learning the lifts", Focus: training.FocusStrengthEndurance, Class: Strength, Purpose: "Learn the lifts, with light loads.",
	Minutes: Span{25, 45}, Windows: In(Base, Return, Off), Gap: 2,
}, learning, adaptation, repetitions(10, 15), reserved(4, 5), withLegs, withUpper, func(f *feature) bool { return f.tempo })
