package rules

import (
	"slices"

	"fortnight/training"
)

// readTapers works out what the days before each A event have room for, whatever is planned.
func (f *frame) readTapers() {
	for n := range f.races {
		r := &f.races[n]
		if r.event.Priority != training.EventA {
			continue
		}
		first := r.day - taperDays
		for d := max(first, 1); d < min(r.day, f.in.Days+1); d++ {
			if f.takes(d) {
				r.open[d-first] = 60 * f.enduranceMinutes(r, d)
			}
		}
	}
}

// takes tells whether endurance time may be added to a planned day.
func (f *frame) takes(day int) bool {
	at, date := index(day), f.date(day)
	return !f.sick[at] && f.back.ladder[at] == 0 && !slices.Contains(f.in.LockedDays, date)
}

// enduranceMinutes are a day's hours for the sports that the athlete trains, or races in, and that no check-in bans.
func (f *frame) enduranceMinutes(r *race, day int) float64 {
	sports := f.trainable(r, day)
	h, minutes := &f.hours[day], 0.0
	switch {
	case len(sports) == 0:
		return 0
	case !h.limited:
		return h.minutes
	}
	for _, w := range h.windows {
		if len(w.sports) == 0 || slices.ContainsFunc(sports, func(s training.Sport) bool { return slices.Contains(w.sports, s) }) {
			minutes += float64(w.to - w.from)
		}
	}
	return minutes
}

func (f *frame) trainable(r *race, day int) (sports []training.Sport) {
	for _, sport := range training.Sports {
		if trains := f.median[sport] > 0 || sport == r.event.Sport; trains && sport.Endurance() && !f.bans(day, sport) {
			sports = append(sports, sport)
		}
	}
	return sports
}

// bans tells whether a check-in bans a sport on a day, or a region that it moves with.
func (f *frame) bans(day int, sport training.Sport) bool {
	moves := training.Bout{Sport: sport}
	if sport.LowerBody() {
		moves.Demand.LowerBodySeconds = 1
	}
	return groupsOf(&moves)&f.banned[index(day)] != 0 || slices.Contains(f.sports[index(day)], sport)
}
