package stage

import (
	"slices"

	"fortnight/brief"
	"fortnight/planner/state"
	"fortnight/training"
)

// hall is what is at hand on some days alike.
type hall struct {
	have        []training.Equipment // nil: not known
	first, last int                  // of the days of the plan, from 0, on which it is there
}

// AtHand is what the athlete has to train with on a day, by the profile and by the wish; nil where it is not known.
func AtHand(f *state.Fortnight, date training.Date) []training.Equipment {
	return f.Wishes.AtHand(date, brief.Equipment(&f.Snapshot.Athlete.Profile, f.Brief.Sports, date))
}

// maxHalls is for how many different halls a session is written.
const maxHalls = 3

// halls are the different sets of equipment of some days, each from its first day to its last.
func halls(f *state.Fortnight, first, last int) []hall {
	var list []hall
	for day := max(0, first); day <= last; day++ {
		have := AtHand(f, f.Run.From.AddDays(day))
		at := slices.IndexFunc(list, func(h hall) bool { return (h.have == nil) == (have == nil) && slices.Equal(h.have, have) })
		switch {
		case at >= 0:
			list[at].last = day
		case len(list) < maxHalls:
			list = append(list, hall{have, day, day})
		}
	}
	return list
}

// Longest is the length in minutes of the longest that a session may be on some days.
func Longest(f *state.Fortnight, first, last int) int {
	longest := 0
	for d := max(0, first); d <= last; d++ {
		if f.Brief.Days[d].Closed {
			continue
		}
		date := f.Run.From.AddDays(d)
		minutes, _ := f.Snapshot.Hours().Room(date)
		if left, limited := f.Wishes.Left(date, "", f.Kept()); limited {
			minutes = min(minutes, left)
		}
		longest = max(longest, minutes)
	}
	if most := f.Brief.Gates.MostMinutes; most > 0 {
		longest = min(longest, most)
	}
	return longest
}
