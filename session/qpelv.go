package session

import "fortnight/training"

// The way back after a birth, from breathing to standing up under load (coaching 7.3).
var pelvic = []scheme{
	{sets: 2, reps: Span{6, 6}, reserve: 7}, {sets: 2, reps: Span{8, 8}, reserve: 7}, {sets: 2, reps: Span{10, 10}, reserve: 6}, {sets: 2, reps: Span{12, 12}, reserve: 6},
}

// pelvicFloor is Q-PELV.
func pelvicFloor(d Dose) sheet {
	r := rungOf(pelvic, d.Level)
	s := sheet{
		name: "Pelvic floor and trunk", dose: r.String(),
		why: "Breathing, pelvic floor, deep trunk and hips, without weights: breathe out and lift the pelvic floor with the effort, and let go fully between. " +
			"Leaking, heaviness or pain is a sign to go back a step and to see a pelvic-health physiotherapist.",
		tags: []string{"postpartum", "no-equipment", "light"}, raise: "Easy walk, breathing low and slow", loosen: "Cat and cow, hip circles", usual: 20,
	}
	stages := [][]menu{
		{{"diaphragmatic-breathing"}, {"pelvic-tilt", "bird-dog"}, {"heel-slide", "hip-circle"}, {"clamshell"}, {"glute-bridge", "sit-to-stand"}, {"knee-side-plank"}},
		{{"diaphragmatic-breathing"}, {"heel-slide", "hip-circle"}, {"glute-bridge", "sit-to-stand"}, {"clamshell"}, {"bird-dog"}, {"knee-side-plank"}},
		{{"diaphragmatic-breathing"}, {"heel-tap", "bird-dog"}, {"glute-bridge-march", "sit-to-stand"}, {"side-lying-leg-raise"}, {"sit-to-stand", "wall-sit"}, {"knee-side-plank"}},
		{{"diaphragmatic-breathing"}, {"dead-bug", "bird-dog"}, {"single-leg-glute-bridge", "sit-to-stand"}, {"supported-split-squat"}, {"side-lying-leg-raise"}, {"knee-side-plank"}},
	}
	for i, m := range stages[max(1, min(d.Level, len(stages)))-1] {
		p := r.lifts(m, 45, 0)
		p.extra = i >= 4
		if i == 0 {
			p.cues = []string{"Lying or sitting: let the belly rise, then lift as you breathe out."}
		}
		s.parts = append(s.parts, p)
	}
	return s
}

var pelvicFamily = strength(Family{
	ID: "Q-PELV", Title: "Pelvic floor and trunk", Focus: training.FocusStrengthEndurance, Class: Mobility,
	Purpose: "Pelvic floor, breathing and trunk on the way back after a birth.", Minutes: Span{15, 25}, Windows: In(Return),
}, pelvicFloor, pelvic, reserved(5, 10), withoutJumps, func(f *feature) bool { return f.breath })
