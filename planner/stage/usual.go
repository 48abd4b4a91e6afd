package stage

import (
	"cmp"
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
	legs   [7]float64 // of lifts with hard sets for the legs
	sports map[training.Sport]*sportDays
}

// sportDays are the days of a sport: of any session, of the longest and the second longest of each week, and of sessions with work above low
// intensity; and each session with its day, for what goes by length.
type sportDays struct {
	any, long, medium, key [7]float64
	done                   []lengthOn
}

// lengthOn is how long a session on a day of the week was, and whether it was hard.
type lengthOn struct {
	weekday, minutes int
	hard             bool
}

// hardLength is what of a hard session's length counts where the longest of a week is looked for: intervals with all around them may be a
// little longer than the long session.
const hardLength = 0.75

func (o lengthOn) length() float64 {
	if o.hard {
		return hardLength * float64(o.minutes)
	}
	return float64(o.minutes)
}

// usualWeeks is how many weeks back habits are looked for.
const usualWeeks = 6

// usualOf reads the athlete's habits.
func usualOf(f *state.Fortnight) *usual {
	type week struct {
		sport training.Sport
		back  int
	}
	u, weekly, first := &usual{sports: map[training.Sport]*sportDays{}}, map[week][]lengthOn{}, f.Run.From
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
			if b.HardLegSets > 0 {
				u.legs[at]++
			}
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
		on, w := lengthOn{at, b.DurationSeconds / 60, b.Demand.HighIntensity}, week{b.Sport, (back - 1) / 7}
		days.done, weekly[w] = append(days.done, on), append(weekly[w], on)
	}
	for w, list := range weekly {
		slices.SortFunc(list, func(a, b lengthOn) int { return cmp.Or(cmp.Compare(b.length(), a.length()), a.weekday-b.weekday) })
		u.sports[w.sport].long[list[0].weekday]++
		if len(list) > 1 {
			u.sports[w.sport].medium[list[1].weekday]++
		}
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
	// Of the long session of a second sport, as a triathlete's long run is.
	otherLongToo = 1.2
)

// regular is for each day of the plan how far it is from where a session of a slot usually stands, 0 on its usual day, which of a long session is that which a
// wish names. Without a habit a long
// session stands at the weekend and the others on days that leave rest between them.
func (u *usual) regular(f *state.Fortnight, s *season.Slot) []float64 {
	beside := besideLong(f, s)
	class, off := u.daysOf(s, beside), otherUse
	switch {
	case s.Role == season.L:
		off = otherLong
	case s.Role == season.ML && !beside:
		off = otherLongToo
	}
	list, wished := make([]float64, f.Run.Days), f.Wishes.LongDay(s.Sport)
	left := u.longDay(s.Sport)
	for d := range list {
		at := slices.Index(training.Weekdays, f.Run.From.AddDays(d).Weekday())
		switch day := training.Weekdays[at]; {
		case wished == "":
		case s.Role == season.L: // in every week, as a habit is
			if day != wished {
				list[d] = otherLong
			}
			continue
		case left != "" && day == left: // the two days change places: what was the long session's is as free as the other was
			at = slices.Index(training.Weekdays, wished)
		case left != "" && day == wished:
			at = slices.Index(training.Weekdays, left)
		}
		if len(u.sports) == 0 {
			list[d] = unknownDays(s.Role, at, f.Brief.Weeks[d/7].Sessions)
			continue
		}
		if list[d] = freeDay * (1 - u.share(&u.any, at)); class != nil {
			list[d] += off * (1 - u.share(class, at))
		}
	}
	return list
}

// longDay is the day of the week that the longest session of a sport usually is on, empty for none.
func (u *usual) longDay(sport training.Sport) (day training.Weekday) {
	most := 0.0
	if days := u.sports[sport]; days != nil {
		for at, n := range days.long {
			if n > most {
				most, day = n, training.Weekdays[at]
			}
		}
	}
	return day
}

// besideLong tells whether the week of a slot has a long session of its sport beside it: a medium-long one is then the second longest, else, as
// a triathlete's long run is, the longest itself.
func besideLong(f *state.Fortnight, s *season.Slot) bool {
	return slices.ContainsFunc(f.Brief.Weeks[(s.First-1)/7].Slots, func(o season.Slot) bool { return o.Role == season.L && o.Sport == s.Sport })
}

// daysOf are the days that sessions like that of a slot usually stand on: the closest likeness of which there is a habit, nil for none.
func (u *usual) daysOf(s *season.Slot, besideLong bool) *[7]float64 {
	days, none := u.sports[s.Sport], [7]float64{}
	switch halves := u.halves(); {
	case halves != nil && s.Family() == "Q-LOWER":
		return &u.legs
	case halves != nil && s.Family() == "Q-UPPER":
		return halves
	case days == nil && (s.Role == season.S || s.Role == season.SShort) && u.lift != none:
		return &u.lift
	case days == nil: // nothing is usual for a sport that is new
		return nil
	case s.Role == season.ML && besideLong && days.medium != none:
		return &days.medium
	case s.Role == season.L || s.Role == season.ML:
		return &days.long
	case (s.Role == season.K || s.Role == season.K2 || s.Role == season.TestRole) && days.key != none:
		return &days.key
	}
	if alike := days.alike(s.Minutes); *alike != none {
		return alike
	}
	return &days.any
}

// halves are the days of lifts without the legs, nil where lifts are not told apart by them: who lifts legs on some days and the rest on others has
// a day for each.
func (u *usual) halves() *[7]float64 {
	upper, lower, all := [7]float64{}, 0.0, 0.0
	for at := range u.lift {
		upper[at] = u.lift[at] - u.legs[at]
		lower, all = lower+u.legs[at], all+u.lift[at]
	}
	if lower == 0 || lower == all {
		return nil
	}
	return &upper
}

// How much shorter and longer a session is that still stands for one of some length.
const shorterAlike, longerAlike = 0.7, 1.4

// alike are the days of sessions that are about as long as so many minutes.
func (d *sportDays) alike(minutes int) *[7]float64 {
	days := [7]float64{}
	for _, on := range d.done {
		if share := float64(on.minutes) / float64(max(1, minutes)); share >= shorterAlike && share <= longerAlike {
			days[on.weekday]++
		}
	}
	return &days
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
