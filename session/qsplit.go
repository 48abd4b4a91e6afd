package session

import "fortnight/training"

// The split of a week: from the repetitions of building to those of strength.
var split = []scheme{
	{3, Span{8, 8}, 70, 3}, {3, Span{6, 6}, 75, 3}, {4, Span{6, 6}, 77, 2}, {4, Span{5, 5}, 80, 2}, {5, Span{5, 5}, 81, 2},
}

// lower is Q-LOWER: A is led by the squat, B by the hinge with a repetition more.
func lower(d Dose) sheet {
	r := rungOf(split, d.Level)
	s := sheet{
		name: "Lower body", lettered: true,
		why:  "Legs and hips have the day to themselves: one heavy lift, its opposite, then one leg at a time. Keep a day between it and your hard run or ride.",
		tags: []string{"legs", "heavy"}, usual: 55,
	}
	if d.Shape%2 == 0 {
		s.parts = []entry{
			r.lifts(squats, 165, 3, "Down under control, up fast."), assists(secondHinges, 3, 8, 8, 3, 105), assists(lunges, 2, 8, 8, 3, 75),
			spare(assists(calves, 3, 10, 12, 3, 60)), spare(assists(turns, 2, 8, 10, 4, 45)), spare(assists(legCurls, 2, 10, 12, 3, 60)), spare(assists(sides, 2, 8, 8, 4, 40)),
		}
	} else {
		r.reps, r.percent = Span{r.reps.Low + 1, r.reps.High + 1}, r.percent-2
		s.parts = []entry{
			r.lifts(hinges, 165, 3, "Brace, then push the floor away.", "Squeeze at the top."), assists(secondSquats, 3, 8, 8, 3, 105), assists(stepUps, 2, 8, 8, 3, 75),
			spare(assists(oneCalf, 3, 8, 10, 3, 60)), spare(assists(rollouts, 2, 8, 10, 4, 45)), spare(assists(legMore, 2, 10, 12, 3, 60)), spare(assists(braces, 2, 8, 8, 4, 40)),
		}
	}
	s.dose = r.String()
	return s
}

// upper is Q-UPPER: A is led by the bench and the row, B by the overhead press and the pull-up.
func upper(d Dose) sheet {
	r := rungOf(split, d.Level)
	s := sheet{
		name: "Upper body", dose: r.String(), lettered: true,
		why:  "Presses and pulls in equal parts, heavy first and the small muscles last. The legs rest, so it may stand beside a hard run or ride.",
		tags: []string{"upper-body", "spares-legs"}, loosen: "Shoulders, upper back and arms", usual: 55,
	}
	if d.Shape%2 == 0 {
		s.parts = []entry{
			r.lifts(presses, 135, 3, "Feet planted, shoulder blades together.", "Body in one line."), r.lifts(barRows, 105, 1, "No swing."),
			paired(assists(overheads, 3, 8, 8, 3, 75)), assists(pulldowns, 3, 8, 8, 3, 75), spare(assists(rearDelts, 2, 12, 15, 3, 45)),
			spare(paired(assists(biceps, 3, 10, 12, 3, 45))), spare(assists(triceps, 3, 10, 12, 3, 45)), spare(assists(braces, 2, 8, 10, 4, 40)),
		}
		return s
	}
	s.parts = []entry{
		r.lifts(overheads, 135, 3, "Ribs down, squeeze the glutes.", "Ribs down."), r.lifts(pulldowns, 105, 0, "Chest to the bar.", "Elbows to the ribs.", "Pull with the elbows."),
		paired(assists(secondPresses, 3, 8, 8, 3, 75)), assists(secondRows, 3, 8, 8, 3, 75), spare(assists(sideDelts, 2, 12, 15, 3, 45)),
		spare(paired(assists(triceps, 3, 10, 12, 3, 45))), spare(assists(biceps, 3, 10, 12, 3, 45)), spare(assists(turns, 2, 8, 10, 4, 40)),
	}
	return s
}

var lowerFamily = ledByHinge(strength(Family{
	ID: "Q-LOWER", Title: "Lower body", Focus: training.FocusMaxStrength, Class: Strength, Purpose: "Strength of legs and hips, on a day of their own.",
	Minutes: Span{35, 65}, Access: Access{LiftMonths: 3, NotYouth: true}, No: []Contraindication{NoTiredLegs}, Windows: In(Base, Build, Off), Gap: 2, Gear: weights,
}, lower, split, repetitions(3, 9), reserved(1, 3), withLegs, func(f *feature) bool { return f.upper == 0 }))

// ledByHinge reads a session that the hinge leads a repetition lower, which is how it is written.
func ledByHinge(f Family) Family {
	read := f.Read
	f.Read = func(o *Outline) (int, Work, float64) {
		level, work, fits := read(o)
		if fits > 0 && o.lifting().hinge {
			led := o.lifting().first
			led.reps = Span{led.reps.Low - 1, led.reps.High - 1}
			level, _ = nearest(split, led)
		}
		return level, work, fits
	}
	return f
}

var upperFamily = strength(Family{
	ID: "Q-UPPER", Title: "Upper body", Focus: training.FocusMaxStrength, Class: Strength, Purpose: "Strength of the upper body, while the legs rest.",
	Minutes: Span{35, 65}, Access: Access{LiftMonths: 3, NotYouth: true}, No: []Contraindication{NoShoulder}, Windows: In(Base, Build, Off), Gap: 2, Gear: weights,
}, upper, split, repetitions(3, 8), reserved(1, 3), func(f *feature) bool { return f.legs == 0 }, withUpper)
