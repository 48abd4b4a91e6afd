package frame

import (
	"slices"

	"fortnight/training"
)

// Hours are when the athlete can train on a day.
type Hours struct {
	Limited bool
	Minutes float64
	windows []window
}

// window is one of them, in minutes as items count them.
type window struct {
	from, to  int64
	sports    []training.Sport
	overnight bool
}

// Fits tells whether a session of that sport and length may stand at a start of a day as far as hours go (AVL-1, AVL-2): whether the
// clock shows that start, and a window of the day, or of the day before, holds it.
func Fits(p training.Profile, date training.Date, start training.LocalTime, sport training.Sport, seconds int) bool {
	zone := p.Location()
	if !date.Has(start, zone) {
		return false
	}
	spans, limited := p.Hours(date)
	if !limited {
		return true
	}
	if before, limited := p.Hours(date.AddDays(-1)); limited {
		spans = append(spans, before...)
	}
	at := date.At(start, zone)
	return slices.ContainsFunc(spans, func(s training.Span) bool { return s.Takes(sport) && s.Holds(at, seconds) })
}
