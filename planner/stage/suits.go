package stage

import (
	"slices"
	"strings"

	"fortnight/brief"
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
// wanted, no set that a novice may not do (WHO-2), and nothing that an open gate forbids.
func Suits(f *state.Fortnight, w *training.Workout) bool {
	if forbidden(f, w) {
		return false
	}
	if f.Snapshot.Athlete.Profile.Level == training.Novice && w.Demand.LeastReserve < rules.NoviceReserve {
		return false
	}
	if slices.Contains(w.Tags, "hyrox") && !mentions(f, "hyrox") {
		return false
	}
	return f.Brief.Known || w.Demand.RunSeconds <= unknownRunSeconds && w.TSS <= unknownTSS
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
	if _, missing := session.Missing(w, brief.Equipment(&f.Snapshot.Athlete.Profile, f.Brief.Sports, date)); missing {
		return true
	}
	g := &f.Brief.Gates
	return g.ForbidsAt(start, w) || g.NoDoubles && len(f.Some(func(s *training.Session) bool { return f.Fixed(s) && !state.Skipped(s) && s.Date == date })) > 0
}
