package frame

import (
	"slices"

	"fortnight/season"
	"fortnight/training"
)

// readTapers works out what the days before each A event have room for, whatever is planned.
func (f *Frame) readTapers() {
	for n := range f.Races {
		r := &f.Races[n]
		if r.Window.Event.Priority != training.EventA {
			continue
		}
		first := r.Day - raceDays
		for d := max(first, 1); d < min(r.Day, f.Input.Days+1); d++ {
			if f.takes(d) {
				r.open[d-first] = 60 * f.enduranceMinutes(r, d)
			}
		}
	}
}

// takes tells whether endurance time may be added to a planned day.
func (f *Frame) takes(day int) bool {
	at, date := Index(day), f.Date(day)
	return !f.Sick[at] && f.Comeback.Ladder[at] == 0 && !slices.Contains(f.Input.LockedDays, date)
}

// enduranceMinutes are a day's hours for the sports that the athlete trains, or races in, and that no check-in bans.
func (f *Frame) enduranceMinutes(r *Race, day int) float64 {
	sports := f.trainable(r, day)
	h, minutes := &f.Hours[day], 0.0
	switch {
	case len(sports) == 0:
		return 0
	case !h.Limited:
		return h.Minutes
	}
	for _, w := range h.windows {
		if len(w.sports) == 0 || slices.ContainsFunc(sports, func(s training.Sport) bool { return slices.Contains(w.sports, s) }) {
			minutes += float64(w.to - w.from)
		}
	}
	return minutes
}

func (f *Frame) trainable(r *Race, day int) (sports []training.Sport) {
	for _, sport := range training.Sports {
		if trains := f.median[sport] > 0 || sport == r.Event.Sport; trains && sport.Endurance() && !f.bans(day, sport) {
			sports = append(sports, sport)
		}
	}
	return sports
}

// bans tells whether a check-in bans a sport on a day, or a region that it moves with.
func (f *Frame) bans(day int, sport training.Sport) bool {
	moves := training.Bout{Sport: sport}
	if sport.LowerBody() {
		moves.Demand.LowerBodySeconds = 1
	}
	return groupsOf(&moves)&f.Banned[Index(day)] != 0 || slices.Contains(f.Sports[Index(day)], sport)
}

// Tapering tells whether a day is within the taper of an A event, or the event's own.
func (f *Frame) Tapering(day int) bool {
	date := f.Date(day)
	return slices.ContainsFunc(f.Season.Windows, func(w season.Window) bool {
		return w.Event.Priority == training.EventA && date <= w.Event.Date && date >= w.Event.Date.AddDays(-w.Taper)
	})
}

// Banded tells whether a day before an A event lies in a block for which TAP-1 asks for less than is usual, in its taper or before that.
func (f *Frame) Banded(day int) bool {
	date := f.Date(day)
	return slices.ContainsFunc(f.Season.Windows, func(w season.Window) bool {
		left := int(w.Event.Date - date)
		return w.Event.Priority == training.EventA && left >= 1 && left <= 7*len(w.Bands) && (!w.OnlyLast || left <= 7) && w.Bands[len(w.Bands)-(left+6)/7][1] > 0
	})
}
