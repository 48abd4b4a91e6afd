package season

import (
	"fmt"
	"slices"

	"fortnight/session"
	"fortnight/training"
)

// What takes a week's minutes.
const (
	lockTakes = "what is locked takes its minutes"
	easedWeek = "the week is to be a lighter one"
	lockShort = "what is locked is shorter than what it stands for"
)

// makeRoom lets a week come to its minutes again where what is locked, or a cut that long and key sessions know nothing of, leaves them too few.
func (b *builder) makeRoom() {
	switch {
	case slices.ContainsFunc(b.week.Slots, func(s Slot) bool { return s.Lock > 0 }):
		if b.free == 7 { // days by a race have what they have
			b.easyRunForLift()
			b.roomForLocks()
			b.tellShort()
		}
	case b.cut():
		b.roomInCut()
	}
}

// cut tells of a week whose minutes were lowered beside the ladders of its sessions: before a race, and after a return.
func (b *builder) cut() bool {
	e := b.standing.Event
	if b.fromNothing() { // its minutes go by its sessions: run and walk is as long as its rung
		return false
	}
	return b.standing.Phase == session.Taper || b.athlete.returns() || b.athlete.After > 0 || e != nil && e.Priority == training.EventA && b.standing.D > 0 && b.standing.D <= 21
}

// easyRunForLift gives a runner's week whose locks of other sports have all its easy places an easy run in the place of one of several lifts: two hard and
// long runs ask for an easy one, before a second lift.
func (b *builder) easyRunForLift() {
	if !b.runsAlone() || b.athlete.Priority == training.PriorityStrength || b.light() || b.week.lifts() < 2 || !b.locksAnother() || b.easyRuns() > 0 {
		return
	}
	for i := len(b.week.Slots) - 1; i >= 0; i-- {
		s := &b.week.Slots[i]
		if !s.lift() || s.Lock > 0 {
			continue
		}
		run := Slot{Role: E, First: s.First, Last: s.Last}
		if b.fillEasy(&run, training.Run, map[session.ID]bool{}); run.Sport != training.Run || run.Family() == "R-WALK" {
			return
		}
		run.Minutes = upToFive(float64(b.leastEasy(&run)))
		run.Least = min(run.Least, run.Minutes)
		b.week.leaveOut(string(s.Family()), placeTaken)
		*s = run
		return
	}
}

// runsAlone tells of a runner whose weeks have runs of each kind: triathlons, HYROX and ultras have weeks of their own.
func (b *builder) runsAlone() bool {
	return b.main == training.Run && !triathlon(b.format) && b.format != training.Hyrox && b.format != training.RunUltra
}

// locksAnother tells whether the week has a lock of an endurance sport beside running.
func (b *builder) locksAnother() bool {
	return slices.ContainsFunc(b.week.Slots, func(s Slot) bool { return s.Lock > 0 && s.Sport.Endurance() && s.Sport != training.Run })
}

// over is by how much the week's sessions are too long together; of a week that a race has days of those of its other days.
func (b *builder) over() int {
	minutes, planned := b.week.Minutes, b.week.Planned()
	if b.free < 7 {
		minutes = max(minutes*b.free/7, round(b.part*float64(minutes)))
		for i := range b.week.Slots {
			if s := &b.week.Slots[i]; s.Role != Care && s.Role != RaceDay && s.First == s.Last && b.goesByRace(s.First-1-7*b.i) {
				planned -= s.Minutes
			}
		}
	}
	return planned - minutes - around7(b.week.Minutes)
}

// roomForLocks takes from the rest of a week what its locks have more than the places they stand in: easy sessions become shorter and go, a runner's
// only easy run after the second key session and lifts beside another one, then lifts become shorter, the medium-long session goes and lifts beside another one, and the second
// key session becomes a short easy one. The long and the key session stay.
func (b *builder) roomForLocks() {
	b.shortenEasy(b.over())
	if b.onlyEasyRun() {
		b.giveUp(b.over, lockTakes, K2)
		b.shortenLifts(b.over())
		b.giveUp(b.over, lockTakes, SShort, S)
	}
	b.giveUp(b.over, lockTakes, E, EPlus)
	b.shortenLifts(b.over())
	b.giveUp(b.over, lockTakes, ML)
	b.giveUp(b.over, lockTakes, SShort, S)
	if b.over() > 0 {
		b.secondKeyToEasy(lockTakes)
	}
	if b.over() > 0 && b.locksAnother() && b.onlyEasyRun() {
		b.week.Minutes = b.week.Planned()
	}
}

// onlyEasyRun tells whether a runner's week has one easy run beside a second key session, and no more.
func (b *builder) onlyEasyRun() bool {
	return b.runsAlone() && b.easyRuns() == 1
}

// easyRuns is how many runs of a week are easy.
func (b *builder) easyRuns() int {
	easy := 0
	for i := range b.week.Slots {
		if s := &b.week.Slots[i]; (s.Role == E || s.Role == EPlus || s.Role == ML) && s.Sport == training.Run {
			easy++
		}
	}
	return easy
}

// tellShort says of minutes that a week lacks what its locks make of them: what was said before they had their places does not hold any more.
func (b *builder) tellShort() {
	b.week.LeftOut = slices.DeleteFunc(b.week.LeftOut, func(l LeftOut) bool { return l.Why == easyLong || l.Why == runsGrown || l.Why == stepUp })
	if short := b.week.Minutes - b.week.Planned(); short > around7(b.week.Minutes) {
		b.week.leaveOut(fmt.Sprintf("%d min", short), lockShort)
	}
}

// Parts of their length to which long sessions are shortened where a week is cut.
const (
	cutMedium = .6
	cutLong   = .7

	mediumEasy = 45 // minutes, below which the second long session of a week is an easy one
)

// roomInCut shortens before it leaves out: a lighter week keeps its days.
func (b *builder) roomInCut() {
	b.shortenEasy(b.over())
	b.shortenLifts(b.over())
	b.shortenLong(ML, cutMedium)
	if b.over() > 0 {
		b.secondKeyToEasy(easedWeek)
	}
	b.shortenLong(L, cutLong)
	b.giveUp(b.over, easedWeek, E, EPlus)
	b.giveUp(b.over, easedWeek, ML)
	b.giveUp(b.over, easedWeek, SShort, S)
}

// shortenLong takes what is over from sessions of a role, down to a part of their length.
func (b *builder) shortenLong(role Role, part float64) {
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		over := b.over()
		if s.Role != role || s.Lock > 0 || s.First == s.Last || over <= 0 {
			continue
		}
		to := max(s.Minutes-over, toFive(part*float64(s.Minutes)))
		for j := range b.week.Slots { // what is called long stays the longest of its sport
			if k := &b.week.Slots[j]; role == L && k.isKey() && k.Sport == s.Sport {
				to = max(to, min(s.Minutes, upToFive(float64(k.Minutes+1))))
			}
		}
		if s.Run > 0 {
			s.Run = s.Run * to / s.Minutes / 5 * 5
		}
		s.Meters = 0
		s.Minutes, s.Least, s.Most = to, to*9/10, to*21/20
		if role == ML && to < mediumEasy && s.Run == 0 { // what is that short is called long no more
			first, last, sport := s.First, s.Last, s.Sport
			*s = Slot{Role: E, First: first, Last: last}
			if b.fillEasy(s, sport, map[session.ID]bool{}); len(s.Families) > 0 {
				s.Minutes, s.Least, s.Most = to, min(s.Least, to), max(s.Most, to)
			}
		}
	}
}

// secondKeyToEasy makes the second key session as short an easy one as there is.
func (b *builder) secondKeyToEasy(why string) {
	for i := range b.week.Slots {
		if s := &b.week.Slots[i]; s.Role == K2 && s.Lock == 0 {
			b.week.leaveOut(string(s.Family()), "%s", why)
			sport := b.main
			if triathlon(b.format) && slices.Contains(triathlonOrder, s.Sport) {
				sport = s.Sport
			}
			*s, b.eased = Slot{Role: E, First: s.First, Last: s.Last}, true
			b.fillEasy(s, sport, map[session.ID]bool{})
			if len(s.Families) == 0 {
				b.week.Slots = slices.Delete(b.week.Slots, i, i+1)
				return
			}
			s.Minutes = upToFive(float64(b.leastEasy(s)))
			s.Least = min(s.Least, s.Minutes)
			return
		}
	}
}

// shortenEasy takes minutes from the easy sessions that go by no day of a race, down to the least each may have, from each as much as from the others.
func (b *builder) shortenEasy(over int) {
	for more := true; more && over > 0; {
		more = false
		for i := range b.week.Slots {
			s := &b.week.Slots[i]
			if (s.Role == E || s.Role == EPlus) && s.Lock == 0 && s.First != s.Last && s.Minutes-5 >= b.leastEasy(s) && over > 0 {
				s.Minutes, over, more = s.Minutes-5, over-5, true
				s.Least = min(s.Least, s.Minutes)
			}
		}
	}
}

// needsRun tells whether a slot is the only easy run beside a lock of another sport, in a week that the stated hours have room for: what an athlete
// has put there on top is more training, and no reason to run hard and long alone.
func (b *builder) needsRun(s *Slot) bool {
	return s.Sport == training.Run && b.onlyEasyRun() && b.locksAnother() && (b.stated() == 0 || float64(b.week.Planned()) <= 60*b.stated())
}

// giveUp leaves out sessions of some roles, the last first, while the week has too many minutes. What a sport's floor needs and the only lift
// stay.
func (b *builder) giveUp(over func() int, why string, roles ...Role) {
	for i := len(b.week.Slots) - 1; i >= 0 && over() > 0; i-- {
		s := &b.week.Slots[i]
		if !slices.Contains(roles, s.Role) || s.Lock > 0 || s.First == s.Last || b.floorsNeed(i) || s.lift() && b.week.lifts() < 2 || b.needsRun(s) {
			continue
		}
		b.week.leaveOut(string(s.Family()), "%s", why)
		b.week.Slots = slices.Delete(b.week.Slots, i, i+1)
	}
}
