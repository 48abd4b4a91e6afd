package training

import (
	"math/bits"
	"sort"
)

// StandIn is what a day holds that stands for an event, so that the event's expected load is not counted beside it: what was done, or is
// still planned, in the event's sport. For an event of several sports (OTHER) that is anything of OTHER, or else sessions of two sports
// or more, mobility apart: one alone, such as a short run to loosen up, does not stand for it.
type StandIn struct {
	own    bool
	sports uint16 // one bit each, of several
	tss    float64
}

// StandsFor is what stands for an event among bouts in the order of their dates.
func StandsFor(e *Event, bouts []Bout) StandIn {
	var s StandIn
	from := sort.Search(len(bouts), func(i int) bool { return bouts[i].Date >= e.Date })
	for i := from; i < len(bouts) && bouts[i].Date == e.Date; i++ {
		s.Add(e, bouts[i].Sport, bouts[i].TSS)
	}
	return s
}

// Add takes in something of the event's day.
func (s *StandIn) Add(e *Event, sport Sport, tss float64) {
	if !e.Takes(sport) {
		return
	}
	s.own = s.own || sport == e.Sport
	for n, other := range Sports {
		if other == sport {
			s.sports |= 1 << n
		}
	}
	s.tss += tss
}

// Stands tells whether anything does.
func (s StandIn) Stands() bool { return s.own || bits.OnesCount16(s.sports) > 1 }

// TSS is the load of what stands for the event, 0 where nothing does.
func (s StandIn) TSS() float64 {
	if !s.Stands() {
		return 0
	}
	return s.tss
}

// Takes tells whether something of a sport may stand for the event, or be a part of what does.
func (e *Event) Takes(sport Sport) bool {
	return sport == e.Sport || e.Sport == Other && sport != Mobility
}
