package session

import (
	"fortnight/training"
)

// peak is Q-PEAK: triples, doubles and singles near the maximum, one repetition in reserve.
func peak(d Dose) sheet {
	shapes := []scheme{{4, Span{3, 3}, 87, 1}, {4, Span{2, 2}, 90, 1}, {3, Span{1, 1}, 94, 1}}
	r := shapes[d.Shape%len(shapes)]
	s := sheet{
		name: "Peaking", dose: r.String(),
		why:  "Heavy and very few: it teaches nerves and nerve to use what the last months have built. With a spotter or safety bars, full rests, and no grinding.",
		tags: []string{"heavy", "peaking", "experienced"}, usual: 60,
	}
	if len(d.Lifts) == 1 {
		s.parts = []entry{r.lifts(menu{d.Lifts[0]}, 225, 3, "As on the day: same commands, same pauses.")}
		if e, known := training.FindExercise(d.Lifts[0]); known && e.LowerBody() {
			s.parts = append(s.parts, assists(presses, 3, 5, 5, 3, 120), assists(barRows, 3, 6, 6, 3, 90))
		} else {
			s.parts = append(s.parts, assists(barRows, 3, 6, 6, 3, 90), assists(secondPresses, 3, 6, 6, 3, 90))
		}
	} else {
		lighter := scheme{3, Span{3, 3}, 80, 3}
		s.parts = []entry{
			r.lifts(meetLifts[0], 225, 3, "As on the day: same commands, same pauses."), r.lifts(meetLifts[1], 180, 3, "Pause on the chest."), lighter.lifts(meetLifts[2], 180, 1, "Fast off the floor."),
		}
		if d.Shape%2 == 1 {
			s.parts[0], s.parts[2] = r.lifts(meetLifts[2], 225, 3, "Set every repetition anew."), lighter.lifts(meetLifts[0], 180, 1, "Fast out of the hole.")
		}
	}
	s.parts = append(s.parts, spare(assists(barRows, 3, 6, 8, 3, 90)), spare(assists(braces, 2, 8, 8, 4, 45)), spare(assists(rearDelts, 2, 12, 15, 4, 45)))
	return s
}

// test is Q-TEST: the weight that goes five times, or as many repetitions as there are at 80 %, from which the one-repetition maximum is
// estimated.
func test(d Dose) sheet {
	s := sheet{
		name: "Strength test", dose: "5-repetition maximum",
		why:  "Finds the weight that you can lift five times, from which the one-repetition maximum follows; much safer than a single. Build up in steps, rested, with a spotter or safety bars, and stop when the form slips.",
		tags: []string{"test", "heavy", "experienced"}, usual: 50, most: true,
	}
	r := scheme{2, Span{5, 5}, 0, 1}
	lifts := meetLifts[:]
	if len(d.Lifts) > 0 {
		lifts = nil
		for _, id := range d.Lifts {
			lifts = append(lifts, menu{id})
		}
	}
	for i, m := range lifts {
		p := r.lifts(m, 210, 3, "The most that goes five times; the second set only if the first was easy.")
		p.extra = i > 1
		s.parts = append(s.parts, p)
	}
	if len(lifts) == 1 {
		s.parts = append(s.parts, assists(barRows, 3, 8, 8, 3, 90), assists(secondPresses, 2, 8, 8, 4, 90))
	}
	s.parts = append(s.parts, spare(assists(barRows, 3, 8, 8, 3, 90)), spare(assists(secondHinges, 2, 8, 8, 4, 90)), spare(assists(braces, 2, 8, 8, 4, 45)))
	return s
}

var peakFamily = strength(Family{
	ID: "Q-PEAK", Title: "Peaking", Focus: training.FocusMaxStrength, Class: RaceSpecific, Purpose: "Heavy singles and triples, for the greatest lift at a meet.",
	Minutes: Span{45, 75}, Access: Access{LiftMonths: 24, NotYouth: true, NotMasters60: true}, No: []Contraindication{NoTiredLegs, NoPregnancy},
	Windows: In(Specific), Formats: []string{"LIFT_MEET", "LIFT_1RM"}, Gap: 3, Gear: []Gear{{training.Barbell, training.Rack, training.Bench}},
}, peak, nil, repetitions(1, 3), ofPeaking, withoutJumps)

// How heavy the first lift of a peaking session is, in per cent of the one-repetition maximum (coaching section 4): of what is heavier, it is the maximum
// itself that is tried.
const leastPeak, mostPeak = 87, 95

// ofPeaking is by the percentage, and where there is none by the reserve: of three times at the least of it one is left.
func ofPeaking(f *feature) bool {
	if f.first.percent > 0 {
		return f.first.percent >= leastPeak && f.first.percent <= mostPeak
	}
	return f.first.reserve <= 1
}

var testFamily = byHardest(strength(Family{
	ID: "Q-TEST", Title: "Strength test", Focus: training.FocusTest, Class: Test, Purpose: "Estimate the one-repetition maximum.",
	Minutes: Span{40, 60}, Access: Access{LiftMonths: 12, NotYouth: true}, No: []Contraindication{NoTiredLegs, NoPregnancy},
	Windows: In(Base, Build, Specific, Off), StepBack: true, Gap: 56, Gear: []Gear{{training.Barbell, training.Rack, training.Bench}},
}, test, nil))

// byHardest reads what says that it tests by its hardest set, whatever steps lead up to it.
func byHardest(f Family) Family {
	f.Read = func(o *Outline) (int, Work, float64) {
		seen := o.lifting()
		if o.Workout.Sport != training.Strength || o.Workout.Focus != training.FocusTest && !o.tagged(f.ID, nil) || seen.repeats == 0 || seen.jumps > 0 ||
			seen.hardest.reserve > 1 || seen.hardest.reps.High > 8 {
			return 0, Work{}, 0
		}
		return 0, seen.hardest.asked(), fit(1, o.Workout.Focus == f.Focus, true)
	}
	return f
}
