package stage

import (
	"slices"

	"fortnight/planner/state"
	"fortnight/season"
	"fortnight/training"
)

// usual is on which days of the week the athlete trains: how often in the last six weeks sessions of a class stood on each.
type usual struct {
	weeks  float64
	any    [7]float64
	lift   [7]float64
	sports map[training.Sport]*sportDays
}

// sportDays are the days of a sport: of any session, of the longest of each week, and of sessions with work above low intensity.
type sportDays struct{ any, long, key [7]float64 }

// usualWeeks is how many weeks back habits are looked for.
const usualWeeks = 6

// usualOf reads the athlete's habits.
func usualOf(f *state.Fortnight) *usual {
	type week struct {
		sport training.Sport
		back  int
	}
	u, longest, first := &usual{sports: map[training.Sport]*sportDays{}}, map[week]training.Bout{}, f.Run.From
	for _, b := range f.Snapshot.Ledger().Bouts() {
		back := int(f.Run.From - b.Date)
		if back < 1 || back > 7*usualWeeks || b.Sport == training.Mobility {
			continue
		}
		first = min(first, b.Date)
		at := slices.Index(training.Weekdays, b.Date.Weekday())
		u.any[at]++
		if b.Sport == training.Strength {
			u.lift[at]++
		}
		days := u.sports[b.Sport]
		if days == nil {
			days = &sportDays{}
			u.sports[b.Sport] = days
		}
		days.any[at]++
		if b.Demand.HighIntensity || b.Demand.Moderate {
			days.key[at]++
		}
		if w := (week{b.Sport, (back - 1) / 7}); b.DurationSeconds > longest[w].DurationSeconds {
			longest[w] = b
		}
	}
	for w, b := range longest {
		u.sports[w.sport].long[slices.Index(training.Weekdays, b.Date.Weekday())]++
	}
	u.weeks = max(1, float64(f.Run.From-first+6)/7)
	return u
}

// How much it counts that a session stands on a day that is usually free, or on one that is usually for something else. The day of the long
// session is what an athlete's week is built around: another one counts as much as a day that is never trained on.
const (
	freeDay   = 0.6
	otherUse  = 0.4
	otherLong = 2.0
)

// regular is for each day of the plan how far it is from where a session of a slot usually stands, 0 on its usual day. Without a habit a long
// session stands at the weekend and the others on days that leave rest between them.
func (u *usual) regular(f *state.Fortnight, s *season.Slot) []float64 {
	class, off := u.daysOf(s), otherUse
	if s.Role == season.L {
		off = otherLong
	}
	list := make([]float64, f.Run.Days)
	for d := range list {
		at := slices.Index(training.Weekdays, f.Run.From.AddDays(d).Weekday())
		if len(u.sports) == 0 {
			list[d] = unknownDays(s.Role, at, f.Brief.Weeks[d/7].Sessions)
			continue
		}
		list[d] = freeDay*(1-u.share(&u.any, at)) + off*(1-u.share(class, at))
	}
	return list
}

// daysOf are the days that sessions like that of a slot usually stand on: the closest likeness of which there is a habit.
func (u *usual) daysOf(s *season.Slot) *[7]float64 {
	days := u.sports[s.Sport]
	switch {
	case (s.Role == season.S || s.Role == season.SShort) && u.lift != [7]float64{}:
		return &u.lift
	case days == nil:
		return &u.any
	case s.Role == season.L || s.Role == season.ML:
		return &days.long
	case (s.Role == season.K || s.Role == season.K2 || s.Role == season.TestRole) && days.key != [7]float64{}:
		return &days.key
	}
	return &days.any
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
