package stage

import (
	"slices"
	"strings"

	"fortnight/planner/state"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// What an athlete of whom no load is known may be asked for at once.
const (
	unknownRunSeconds = 40 * 60
	unknownTSS        = 45
)

// Suits tells whether a workout of the library is for this athlete: nothing big where nothing is known, nothing made for a race that is not
// wanted, no lift written for who has no weights where there are some, no set that a novice may not do (WHO-2), and nothing that an open gate forbids.
func Suits(f *state.Fortnight, w *training.Workout) bool {
	if forbidden(f, w) {
		return false
	}
	if f.Snapshot.Athlete.Profile.Level == training.Novice && w.Demand.LeastReserve < rules.NoviceReserve {
		return false
	}
	if slices.Contains(w.Tags, "hyrox") && !mentions(f, "hyrox") || leavesWeights(f, w) {
		return false
	}
	return f.Brief.Known || w.Demand.RunSeconds <= unknownRunSeconds && w.TSS <= unknownTSS
}

// weightFamilies are the families that are lifted with weights by who has them.
var weightFamilies = []session.ID{"Q-AA", "Q-FULL", "Q-STR", "Q-LOWER", "Q-UPPER", "Q-SIZE", "Q-MAIN"}

// withWeights is what everybody who may lift at all lifts with; a barbell has to be learnt.
var withWeights = []training.Equipment{training.Dumbbells, training.Kettlebell, training.Machine, training.Cable}

// leavesWeights tells whether a lift of a family of weights has none, though on every day of the plan there are some and nothing that hurts keeps hands
// from them: it was written for somebody who had less to lift with.
func leavesWeights(f *state.Fortnight, w *training.Workout) bool {
	if w.Sport != training.Strength || slices.Contains(f.Brief.Gates.Spare, training.ContraWrist) || f.Brief.Gates.BirthWeek > 0 || weighs(w) {
		return false
	}
	if read, known := session.Of(w); !known || !slices.Contains(weightFamilies, read.Family) {
		return false
	}
	for day := range f.Run.Days {
		have := AtHand(f, f.Run.From.AddDays(day))
		if have != nil && !slices.ContainsFunc(withWeights, func(e training.Equipment) bool { return slices.Contains(have, e) }) {
			return false
		}
	}
	return true
}

// weighs tells whether any lift of a workout is done with a weight.
func weighs(w *training.Workout) bool {
	return slices.ContainsFunc(w.Demand.Exercises, func(id training.ExerciseID) bool {
		e, known := training.FindExercise(id)
		return known && e.Loading == training.LoadingWeight
	})
}

// mentions tells whether goal, wish or an event has a word in it.
func mentions(f *state.Fortnight, word string) bool {
	p := &f.Snapshot.Athlete.Profile
	texts := []string{f.Run.Wish}
	if p.Goal != nil {
		texts = append(texts, *p.Goal)
	}
	for _, e := range p.Events {
		texts = append(texts, e.Name)
	}
	return strings.Contains(strings.ToLower(strings.Join(texts, " ")), word)
}

// forbidden tells whether an open gate rules a workout out on any day.
func forbidden(f *state.Fortnight, w *training.Workout) bool {
	_, bad := f.Brief.Gates.Forbids(w)
	return bad
}

// Barred tells whether a workout may not begin at a time of one day, though it may on others: what it needs is not there, the hour is not for
// it, or the day has had its session.
func Barred(f *state.Fortnight, date training.Date, start training.LocalTime, w *training.Workout) bool {
	return newBars(f).bar(date, start, w)
}

// bars answers Barred again and again: what is at hand is asked once a day, and what a workout lacks once for days that have the same.
type bars struct {
	*state.Fortnight
	gear  map[training.Date]*gear
	kinds []*gear // each of them once
}

// gear is what is at hand on some days, with the workouts that lack something of it, as far as somebody has asked.
type gear struct {
	have  []training.Equipment
	lacks map[training.WorkoutID]bool
}

func newBars(f *state.Fortnight) *bars { return &bars{Fortnight: f, gear: map[training.Date]*gear{}} }

func (b *bars) bar(date training.Date, start training.LocalTime, w *training.Workout) bool {
	g := &b.Brief.Gates
	return b.on(date).lack(w) || g.ForbidsAt(start, w) || g.NoDoubles && b.hasHad(date)
}

// on is what is at hand on a day.
func (b *bars) on(date training.Date) *gear {
	if g, known := b.gear[date]; known {
		return g
	}
	have := AtHand(b.Fortnight, date)
	at := slices.IndexFunc(b.kinds, func(g *gear) bool { return (g.have == nil) == (have == nil) && slices.Equal(g.have, have) })
	if at < 0 {
		at = len(b.kinds)
		b.kinds = append(b.kinds, &gear{have: have, lacks: map[training.WorkoutID]bool{}})
	}
	b.gear[date] = b.kinds[at]
	return b.gear[date]
}

// lack tells whether a workout needs something that is not at hand.
func (g *gear) lack(w *training.Workout) bool {
	if g.have == nil {
		return false
	}
	lacks, known := g.lacks[w.ID]
	if !known {
		_, lacks = session.Missing(w, g.have)
		g.lacks[w.ID] = lacks
	}
	return lacks
}

// hasHad tells whether a day has had its session.
func (b *bars) hasHad(date training.Date) bool {
	return slices.ContainsFunc(b.Snapshot.Sessions, func(s training.Session) bool {
		return s.Date == date && b.InDays(&s) && b.Fixed(&s) && !state.Skipped(&s)
	})
}
