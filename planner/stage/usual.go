package stage

import (
	"slices"

	"fortnight/planner/state"
	"fortnight/season"
	"fortnight/training"
)

// usual is on which days of the week the athlete trains: shares of the last six weeks with a session of a class on each.
type usual struct {
	weeks                  float64
	any, long, key, lift   [7]float64
	sport                  map[training.Sport]*[7]float64
	anyLong, anyKey, lifts bool
}

// usualWeeks is how many weeks back habits are looked for.
const usualWeeks = 6

// usualOf reads the athlete's habits.
func usualOf(f *state.Fortnight) *usual {
	u := &usual{sport: map[training.Sport]*[7]float64{}}
	longest := map[int]training.Bout{}
	first := f.Run.From
	for _, b := range f.Snapshot.Ledger().Bouts() {
		back := int(f.Run.From - b.Date)
		if back < 1 || back > 7*usualWeeks || b.Sport == training.Mobility {
			continue
		}
		first = min(first, b.Date)
		at := slices.Index(training.Weekdays, b.Date.Weekday())
		u.any[at]++
		if u.sport[b.Sport] == nil {
			u.sport[b.Sport] = &[7]float64{}
		}
		u.sport[b.Sport][at]++
		switch {
		case b.Sport == training.Strength:
			u.lift[at]++
			u.lifts = true
		case b.Demand.HighIntensity || b.Demand.Moderate:
			u.key[at]++
			u.anyKey = true
		}
		if week := (back - 1) / 7; b.Sport == f.Brief.Main && b.DurationSeconds > longest[week].DurationSeconds {
			longest[week] = b
		}
	}
	for _, b := range longest {
		u.long[slices.Index(training.Weekdays, b.Date.Weekday())]++
		u.anyLong = true
	}
	u.weeks = max(1, float64(f.Run.From-first+6)/7)
	return u
}

// How much it counts that a session stands on a day that is usually free, or on one that is usually for something else.
const (
	freeDay  = 0.6
	otherUse = 0.4
)

// regular is for each day of the plan how far it is from where a session of a slot usually stands, 0 to 1. Without a habit a long session
// stands at the weekend and the others on days that leave rest between them.
func (u *usual) regular(f *state.Fortnight, s *season.Slot) []float64 {
	class, known := &u.any, len(u.sport) > 0
	switch {
	case s.Role == season.L && u.anyLong:
		class = &u.long
	case s.Role == season.S || s.Role == season.SShort:
		if u.lifts {
			class = &u.lift
		}
	case (s.Role == season.K || s.Role == season.K2) && u.anyKey:
		class = &u.key
	case u.sport[s.Sport] != nil:
		class = u.sport[s.Sport]
	}
	list := make([]float64, f.Run.Days)
	for d := range list {
		at := slices.Index(training.Weekdays, f.Run.From.AddDays(d).Weekday())
		if !known {
			list[d] = unknownDays(s.Role, at, f.Brief.Weeks[d/7].Sessions)
			continue
		}
		list[d] = freeDay*(1-u.share(&u.any, at)) + otherUse*(1-u.share(class, at))
	}
	return list
}

// share is how regularly a day has what is counted: from two weeks in three on it is the rule.
func (u *usual) share(counts *[7]float64, at int) float64 { return min(1, counts[at]/u.weeks*1.5) }

// plainWeeks are the days of a week with so many sessions where nobody has a habit, Monday being 0.
var plainWeeks = [...][]int{{}, {5}, {2, 6}, {1, 3, 6}, {1, 3, 5, 6}, {0, 1, 3, 5, 6}, {0, 1, 2, 3, 5, 6}}

func unknownDays(role season.Role, weekday, sessions int) float64 {
	off := 0.0
	if n := min(sessions, len(plainWeeks)-1); n > 0 && !slices.Contains(plainWeeks[n], weekday) && sessions < 7 {
		off = freeDay
	}
	if role == season.L && weekday < 5 {
		off += otherUse
	}
	return off
}
