package session

import (
	"slices"

	"fortnight/training"
)

// Muscle: more repetitions, then more sets, then closer to the last one.
var growth = []scheme{
	{sets: 3, reps: Span{8, 10}, reserve: 2}, {sets: 3, reps: Span{10, 12}, reserve: 2}, {sets: 4, reps: Span{8, 10}, reserve: 2},
	{sets: 4, reps: Span{10, 12}, reserve: 2}, {sets: 4, reps: Span{8, 12}, reserve: 1},
}

// size is Q-SIZE for the wished parts of the body, or for all of it.
func size(d Dose) sheet {
	r := rungOf(growth, d.Level)
	s := sheet{
		name: "Muscle building", dose: r.String(), lettered: true,
		why:  "Moderate weights, honest last repetitions and short rests. Lower each weight slowly; about ten sets a muscle in a week are enough.",
		tags: []string{"hypertrophy"}, usual: 60,
	}
	if len(d.BodyParts) == 0 {
		s.parts = wholeBody(r, d.Shape)
		return s
	}
	for _, part := range training.MuscleGroups { // one order, whoever asks
		if slices.Contains(d.BodyParts, part) {
			s.parts = append(s.parts, bodyParts(r, part, d.Shape)...)
		}
	}
	if slices.Contains(d.BodyParts, training.Legs) && d.LegSets > 0 && d.LegSets < mostLegSets {
		s.parts = append(s.parts, besideLegs(r, d.BodyParts)...)
	}
	if len(d.BodyParts) > 1 { // the big lifts of each come first
		slices.SortStableFunc(s.parts, func(a, b entry) int { return order(a) - order(b) })
	}
	return s
}

// besideLegs are what fills a session for the legs up to its length where the week leaves them fewer sets than it has room for: trunk first, then the
// upper body, of what the session is not for already.
func besideLegs(r scheme, named []training.MuscleGroup) []entry {
	var all []entry
	for _, more := range []struct {
		group training.MuscleGroup
		does  entry
	}{
		{training.Core, assists(sides, 3, 10, 12, 3, 45)}, {training.Pull, assists(secondRows, 3, 10, 12, r.reserve, 75)}, {training.Push, assists(chests, 3, 12, 15, r.reserve, 60)},
		{training.Core, assists(turns, 3, 10, 12, 3, 45)}, {training.Pull, assists(rearDelts, 3, 12, 15, r.reserve, 45)},
	} {
		if !slices.Contains(named, more.group) {
			all = append(all, spare(more.does))
		}
	}
	return all
}

// order puts what has to be done before what may be.
func order(p entry) int {
	if p.extra {
		return 1
	}
	return 0
}

// wholeBody are six exercises for everything.
func wholeBody(r scheme, shape int) []entry {
	if shape%2 == 0 {
		return []entry{
			r.lifts(squats, 105, 2, "As deep as you control."), r.lifts(presses, 90, 1), r.lifts(secondRows, 90, 0), assists(legCurls, r.sets, 10, 12, r.reserve, 60),
			spare(paired(assists(sideDelts, 3, 12, 15, r.reserve, 45))), spare(assists(biceps, 3, 10, 12, r.reserve, 45)), spare(assists(calves, 3, 12, 15, r.reserve, 45)), spare(assists(turns, 2, 10, 12, 3, 40)),
		}
	}
	return []entry{
		r.lifts(secondHinges, 105, 2, "Hips back, feel the hamstrings.", "Squeeze at the top."), r.lifts(overheads, 90, 1), r.lifts(pulldowns, 90, 0), assists(lunges, r.sets, 8, 10, r.reserve, 60),
		spare(paired(assists(chests, 3, 12, 15, r.reserve, 45))), spare(assists(triceps, 3, 10, 12, r.reserve, 45)), spare(assists(rearDelts, 3, 12, 15, r.reserve, 45)), spare(assists(sides, 2, 10, 12, 3, 40)),
	}
}

// bodyParts are the exercises for one part of the body.
func bodyParts(r scheme, group training.MuscleGroup, shape int) []entry {
	b := shape%2 == 1
	either := func(one, other menu) menu {
		if b {
			return other
		}
		return one
	}
	switch group {
	case training.Legs:
		return []entry{
			r.lifts(either(squats, hinges), 120, 2, "As deep as you control.", "Brace, then push the floor away."), r.lifts(either(secondHinges, secondSquats), 105, 0),
			spare(assists(either(lunges, stepUps), 3, 8, 10, r.reserve, 75)), spare(assists(either(legCurls, legMore), 3, 10, 12, r.reserve, 60)),
			spare(assists(either(calves, oneCalf), 3, 12, 15, r.reserve, 45)), spare(assists(bentCalf, 2, 12, 15, r.reserve, 45)),
		}
	case training.Push:
		return []entry{
			r.lifts(either(presses, overheads), 105, 2, "Lower slowly."), r.lifts(either(overheads, secondPresses), 90, 0),
			spare(assists(either(secondPresses, chests), 3, 10, 12, r.reserve, 75)), spare(assists(sideDelts, 3, 12, 15, r.reserve, 45)),
			spare(assists(triceps, 3, 10, 12, r.reserve, 45)), spare(assists(chests, 3, 12, 15, r.reserve, 45)),
		}
	case training.Pull:
		return []entry{
			r.lifts(either(barRows, pulldowns), 105, 1, "Shoulder blades first."), r.lifts(either(pulldowns, secondRows), 90, 0),
			spare(assists(either(secondRows, barRows), 3, 10, 12, r.reserve, 75)), spare(assists(rearDelts, 3, 12, 15, r.reserve, 45)),
			spare(assists(biceps, 3, 10, 12, r.reserve, 45)), spare(assists(menu{"hammer-curl", "reverse-curl", "reverse-snow-angel"}, 2, 10, 12, r.reserve, 45)),
		}
	}
	return []entry{
		r.lifts(either(rollouts, turns), 75, 0, "Ribs down."), r.lifts(either(sides, braces), 60, 0),
		spare(assists(either(turns, rollouts), 3, 10, 12, 3, 45)), spare(assists(sideCarries, 3, 0, 0, 4, 60)),
		spare(assists(menu{"reverse-crunch", "mountain-climber", "bird-dog"}, 3, 10, 12, 3, 45)), spare(assists(menu{"russian-twist", "bird-dog"}, 3, 10, 12, 3, 45)),
	}
}

// leastSizeSets is how many sets a session for muscle has at the least, half of its shortest.
const leastSizeSets = 6

// withSets reads nothing of fewer sets.
func withSets(least int, f Family) Family {
	read := f.Read
	f.Read = func(o *Outline) (int, Work, float64) {
		if o.lifting().repeats < least {
			return 0, Work{}, 0
		}
		return read(o)
	}
	return f
}

var sizeFamily = withSets(leastSizeSets, strength(Family{
	ID: "Q-SIZE", Title: "Muscle building", Focus: training.FocusHypertrophy, Class: Strength, Purpose: "Build muscle where it is wanted.",
	Minutes: Span{45, 75}, Access: Access{LiftMonths: 3}, No: []Contraindication{NoTiredLegs}, Windows: In(Off, Base), Gap: 2, Gear: weights,
}, size, growth, repetitions(8, 15), reserved(0, 3), withoutJumps, func(f *feature) bool { return f.repeats >= 9 }))
