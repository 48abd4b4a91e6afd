package session

import "fortnight/training"

var allRound = []scheme{
	{sets: 3, reps: Span{10, 10}, reserve: 3}, {sets: 3, reps: Span{8, 10}, reserve: 3}, {sets: 3, reps: Span{8, 8}, reserve: 3},
	{sets: 3, reps: Span{6, 8}, reserve: 2}, {sets: 3, reps: Span{6, 6}, reserve: 2},
}

// fullBody is Q-FULL: one lift for the legs, so that they are fresh for the endurance of the week, and all of the upper body. A squats, B hinges.
func fullBody(d Dose) sheet {
	r := rungOf(allRound, d.Level)
	s := sheet{
		name: "Full-body strength", dose: r.String(), lettered: true,
		why:  "One lift for the legs and both directions of pressing and pulling, in the range that builds strength and some muscle. The legs get little, so that tomorrow's running or riding does not suffer.",
		tags: []string{"full-body"}, usual: 50,
	}
	if d.Shape%2 == 0 {
		s.parts = []entry{
			r.lifts(squats, 120, 2, "Down under control, up with force."), paired(r.lifts(presses, 75, 0)), r.lifts(barRows, 75, 0, "Pull with the elbows."),
			assists(turns, 2, 8, 10, 4, 45), spare(assists(overheads, r.sets, 8, 10, 3, 75)), spare(assists(carries, 3, 0, 0, 4, 60)),
			spare(assists(rearDelts, 2, 12, 15, 3, 45)), spare(assists(sides, 2, 0, 0, 4, 40)), spare(assists(biceps, 2, 10, 12, 3, 45)),
		}
		return s
	}
	s.parts = []entry{
		r.lifts(secondHinges, 120, 2, "Hips back, shins upright.", "Squeeze at the top."), paired(r.lifts(overheads, 75, 0, "Ribs down.")), r.lifts(pulldowns, 75, 0, "Chest to the bar.", "Elbows to the ribs.", "Pull with the elbows."),
		assists(sides, 2, 8, 10, 4, 45), spare(assists(secondPresses, r.sets, 8, 10, 3, 75)), spare(assists(sideCarries, 3, 0, 0, 4, 60)),
		spare(assists(rearDelts, 2, 12, 15, 3, 45)), spare(assists(braces, 2, 8, 10, 4, 40)), spare(assists(triceps, 2, 10, 12, 3, 45)),
	}
	return s
}

var fullFamily = strength(Family{
	ID: "Q-FULL", Title: "Full-body strength", Focus: training.FocusHypertrophy, Class: Strength, Purpose: "All-round strength of the whole body.",
	Minutes: Span{35, 60}, No: []Contraindication{NoTiredLegs}, Windows: In(Base, Build, Off), Gap: 2, Gear: weights,
}, fullBody, allRound, repetitions(6, 10), reserved(2, 3), withLegs, withUpper, func(f *feature) bool { return f.upper > f.legs })
