package season

import (
	"slices"

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

// goesByRace tells whether a day of the week goes by a race.
func (b *builder) goesByRace(d int) bool {
	day := b.week.First.AddDays(d)
	for i := range b.cal.events {
		e := &b.cal.events[i]
		switch left := int(e.Date - day); {
		case b.inReturn(d):
		case left >= 0 && left <= b.goesByDays(e), left < 0 && -left <= b.daysAfter(e):
			return true
		}
	}
	return false
}

// daysAfter is how many days after an event go by it.
func (b *builder) daysAfter(e *Event) int {
	if e.Priority == training.EventC {
		return 0
	}
	noRun, easy, _ := b.cal.Aftermath(e)
	return min(7, max(noRun, easy))
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
			plan = b.onOpenDays(e, b.countdown(e), most)
			b.intoWindows(e, plan)
			b.withinHours(plan, 1, 7)
			b.withinHours(plan, 8, 14)
			b.withinBand(e, plan, 1)
			b.withinBand(e, plan, 8)
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
	noRun, _, _ := b.cal.Aftermath(e)
	most := b.daysAfter(e)
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

// onOpenDays moves what stands on a day that has no window for it to the nearest one that has, as far as the race allows: the most important
// first. What has no such day stays where it is, and is left off where something more important stands there.
func (b *builder) onOpenDays(e *Event, plan map[int]Slot, most int) map[int]Slot {
	if len(b.in.Windows) == 0 {
		return plan
	}
	moved := map[int]Slot{}
	for _, roles := range [][]Role{{RaceDay}, {Sharp}, {Open}, {L}, {K}, {S, SShort, EPlus, E}} {
		for d := most; d >= 0; d-- {
			if s, some := plan[d]; some && slices.Contains(roles, s.Role) {
				to := b.nearestRoom(e, &s, d, most, moved)
				if _, some := moved[to]; !some {
					moved[to] = s
				}
			}
		}
	}
	return moved
}

// nearestRoom is the day before an event that has room for a slot, the nearest to where it is best, and of two the earlier one.
func (b *builder) nearestRoom(e *Event, s *Slot, best, most int, taken map[int]Slot) int {
	near, far := spread(s.Role, best, most)
	for away := range most + 1 {
		for _, d := range []int{best + away, best - away} {
			if _, some := taken[d]; !some && d >= near && d <= far && b.roomOn(e, d, s) {
				return d
			}
		}
	}
	return best
}

// spread are the days before an event, the nearest and the farthest, that a session of a role may stand on.
func spread(role Role, best, most int) (near, far int) {
	switch role {
	case RaceDay:
		return 0, 0
	case Open:
		return 1, 3
	case Sharp:
		return min(4, best), 7
	case L, K:
		return 8, most
	case S, SShort:
		return min(best, 5), most
	}
	return 2, most
}

// roomOn tells whether the day so long before an event has a window for a slot; days that are not planned have.
func (b *builder) roomOn(e *Event, before int, s *Slot) bool {
	at := int(e.Date - b.in.From.AddDays(before))
	return at < 0 || at >= len(b.in.Windows) || b.in.Windows[at] >= max(s.Least, 1)
}

// intoWindows shortens what stands before an event to the longest window of its day.
func (b *builder) intoWindows(e *Event, plan map[int]Slot) {
	for before, s := range plan {
		at := int(e.Date - b.in.From.AddDays(before))
		if s.Role == RaceDay || at < 0 || at >= len(b.in.Windows) || b.in.Windows[at] < s.Least || b.in.Windows[at] >= s.Minutes {
			continue
		}
		s.shorten(b.in.Windows[at])
		plan[before] = s
	}
}

// shorten cuts a slot to some minutes, and what is counted in metres with it.
func (s *Slot) shorten(to int) {
	if s.Minutes > 0 {
		s.Meters *= float64(to) / float64(s.Minutes)
	}
	s.Minutes, s.Most, s.Least = to, min(s.Most, to), min(s.Least, to)
}

// leastLast is the shortest that a long session before a race is cut to, in minutes.
const leastLast = 30

// withinHours keeps the days before an event, from the nearest to the farthest of a week, to the hours that the athlete states.
func (b *builder) withinHours(plan map[int]Slot, near, far int) {
	over := -int(60 * b.stated())
	if over == 0 {
		return
	}
	for d := near; d <= far; d++ {
		over += plan[d].Minutes
	}
	cutDays(plan, near, far, over, true)
}

// cutDays takes so many minutes from the days before an event: easy days become shorter first, then lifts, the key session and the long ones; then, where
// days may go, easy days and lifts go, and the long ones give what is still missing.
func cutDays(plan map[int]Slot, near, far, over int, mayGo bool) {
	each := func(do func(d int, s Slot), roles ...Role) {
		for d := far; d >= near && over > 0; d-- {
			if s, some := plan[d]; some && slices.Contains(roles, s.Role) {
				do(d, s)
			}
		}
	}
	cut := func(least func(*Slot) int, roles ...Role) {
		each(func(d int, s Slot) {
			to := min(s.Minutes, max(least(&s), upToFive(float64(s.Minutes-over-4))))
			over -= s.Minutes - to
			s.shorten(to)
			plan[d] = s
		}, roles...)
	}
	cut(func(*Slot) int { return shortEasy }, E, EPlus)
	cut(func(s *Slot) int { return s.Least }, S, SShort, K, Sharp)
	cut(func(s *Slot) int { return upToFive(cutLong * float64(s.Minutes)) }, L)
	if !mayGo {
		return
	}
	each(func(d int, s Slot) {
		over -= s.Minutes
		delete(plan, d)
	}, E, EPlus, S, SShort)
	cut(func(*Slot) int { return leastLast }, L)
}
