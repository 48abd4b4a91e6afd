package session

import "fortnight/training"

// Maximal strength: the weight grows and the repetitions fall, two of them always in reserve. The percentages are those at which Epley leaves
// about two.
var maximal = []scheme{
	{3, Span{6, 6}, 80, 2}, {3, Span{5, 5}, 82, 2}, {4, Span{5, 5}, 82, 2}, {4, Span{4, 4}, 84, 2}, {5, Span{3, 3}, 87, 2},
}

// Maintenance: as heavy, with half of the sets (Rønnestad 2010: once a week keeps what was built).
var maintained = []scheme{
	{2, Span{6, 6}, 80, 2}, {2, Span{5, 5}, 81, 2}, {2, Span{4, 4}, 83, 2}, {3, Span{5, 5}, 81, 2}, {3, Span{4, 4}, 84, 2},
}

// maximalStrength is Q-STR: two lifts for the legs, one press and one pull. A squats first, B lifts from the floor first.
func maximalStrength(d Dose) sheet {
	r := rungOf(maximal, d.Level)
	upper := scheme{sets: 3, reps: r.reps, percent: r.percent, reserve: r.reserve}
	s := sheet{
		name: "Maximal strength", dose: r.String(), lettered: true,
		why:  "Heavy weights, few repetitions and long rests: force for hills, sprints and economy, without much muscle to carry. Every repetition is crisp, and nothing goes to failure.",
		tags: []string{"heavy", "full-body"}, usual: 50,
	}
	if d.Shape%2 == 0 {
		s.parts = []entry{
			r.lifts(squats, 180, 3, "Down under control, up fast."), assists(secondHinges, 3, 6, 6, 3, 120),
			paired(upper.lifts(presses, 105, 1, "Feet planted, shoulder blades together.", "Body in one line.")), upper.lifts(barRows, 105, 0, "Elbows back, no swing."),
			spare(assists(turns, 2, 8, 8, 4, 45)), spare(assists(overheads, 2, 6, 6, 3, 90)), spare(assists(calves, 2, 10, 12, 3, 60)), spare(assists(rollouts, 2, 8, 8, 4, 45)),
		}
		return s
	}
	s.parts = []entry{
		r.lifts(hinges, 180, 3, "Brace, then push the floor away.", "Squeeze at the top."), assists(lunges, 3, 6, 6, 3, 90),
		paired(upper.lifts(overheads, 105, 1, "Ribs down, squeeze the glutes.", "Ribs down.")), upper.lifts(pulldowns, 105, 0, "Add weight when more are left than asked for."),
		spare(assists(sides, 2, 8, 8, 4, 40)), spare(assists(secondRows, 2, 8, 8, 3, 75)), spare(assists(oneCalf, 2, 8, 10, 3, 60)), spare(assists(sideCarries, 2, 0, 0, 4, 60)),
	}
	return s
}

// maintenance is Q-MAIN: two or three lifts and gone.
func maintenance(d Dose) sheet {
	r := rungOf(maintained, d.Level)
	s := sheet{
		name: "Strength maintenance", dose: r.String(), lettered: true,
		why:  "Keeps the strength of the winter through the racing season: as heavy as before, with very few sets, gone in half an hour. It leaves next to no soreness.",
		tags: []string{"heavy", "in-season", "time-crunched"}, usual: 30,
	}
	if d.Shape%2 == 0 {
		s.parts = []entry{
			r.lifts(squats, 150, 2, "Fast up."), paired(r.lifts(presses, 60, 1)), r.lifts(barRows, 60, 0), spare(assists(braces, 2, 8, 8, 4, 30)),
		}
		return s
	}
	s.parts = []entry{
		r.lifts(hinges, 150, 2, "Brace, then push the floor away."), paired(r.lifts(overheads, 60, 1)), r.lifts(pulldowns, 60, 0), spare(assists(sides, 2, 8, 8, 4, 30)),
	}
	return s
}

var maximalFamily = strength(Family{
	ID: "Q-STR", Title: "Maximal strength", Focus: training.FocusMaxStrength, Class: Strength, Purpose: "Maximal strength, for force and economy in the sport.",
	Minutes: Span{40, 70}, Access: Access{LiftMonths: 6}, No: []Contraindication{NoTiredLegs, NoBack, NoPregnancy}, Windows: In(Base, Build), Gap: 2, Gear: weights,
}, maximalStrength, maximal, repetitions(3, 6), reserved(1, 3), withUpper, withoutJumps, func(f *feature) bool { return f.legs >= 4 })

var maintenanceFamily = strength(Family{
	ID: "Q-MAIN", Title: "Strength maintenance", Focus: training.FocusMaxStrength, Class: Strength, Purpose: "Keep strength through the season at low cost.",
	Minutes: Span{20, 30}, Access: Access{LiftMonths: 6}, No: []Contraindication{NoTiredLegs}, Windows: In(Build, Specific, Taper), Gap: 5, Gear: weights,
}, maintenance, maintained, repetitions(3, 6), reserved(1, 3), withLegs, setsUpTo(3), func(f *feature) bool { return f.repeats <= 11 && f.legs < 4 })
