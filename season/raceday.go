package season

import (
	"fortnight/training"
)

// raceDays puts the sessions on the days that go by a race: those before an A event, all of B and C events' own, and the first week after
// a race. What days are left is b.free.
func (b *builder) raceDays() {
	taken := [7]bool{}
	for i := range b.cal.events {
		e := &b.cal.events[i]
		b.leadIn(e, &taken)
		b.comeDown(e, &taken)
	}
	b.free = 0
	for d, t := range taken {
		if t {
			continue
		}
		if b.free++; b.free == 1 {
			b.open[0] = 7*b.i + d + 1
		}
		b.open[1] = 7*b.i + d + 1
	}
	if b.free == 0 {
		b.open = [2]int{7*b.i + 1, 7*b.i + 7}
	}
}

// goesByDays is how many days before an event go by it.
func (b *builder) goesByDays(e *Event) int {
	switch {
	case e.Priority == training.EventC:
		return 0
	case e.Priority == training.EventB:
		return taperB
	case b.cal.row(e).early:
		return 14
	}
	return 7
}

// leadIn places the sessions up to an event and the event.
func (b *builder) leadIn(e *Event, taken *[7]bool) {
	most := b.goesByDays(e)
	var plan map[int]Slot
	for d := range 7 {
		left := int(e.Date - b.week.First.AddDays(d))
		if left < 0 || left > most || taken[d] || b.inReturn(d) {
			continue
		}
		taken[d] = true
		if plan == nil {
			plan = b.countdown(e)
		}
		if s, some := plan[left]; some {
			s.First, s.Last = 7*b.i+d+1, 7*b.i+d+1
			b.add(s)
		}
	}
}

// comeDown places the sessions of the first week after an event.
func (b *builder) comeDown(e *Event, taken *[7]bool) {
	if e.Priority == training.EventC {
		return
	}
	noRun, easy, _ := b.cal.Aftermath(e)
	most := min(7, max(noRun, easy))
	plan := b.resting(e, most, noRun)
	for d := range 7 {
		since := int(b.week.First.AddDays(d) - e.Date)
		if since <= 0 || since > most || taken[d] || b.inReturn(d) {
			continue
		}
		taken[d] = true
		if s, some := plan[since]; some {
			s.First, s.Last = 7*b.i+d+1, 7*b.i+d+1
			b.add(s)
		}
	}
}
