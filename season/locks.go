package season

import (
	"fortnight/session"
	"fortnight/training"
)

// locks gives each lock of the week the slot of its class; those beyond take the place of the least important open one, so that the week
// has as many sessions as it is to have.
func (b *builder) locks() {
	for at := range b.in.Locks {
		lock := &b.in.Locks[at]
		if (lock.Day-1)/7 != b.i || lock.Sport == training.Mobility {
			continue
		}
		i := b.slotFor(lock)
		if i < 0 {
			b.drop(lock)
			b.add(Slot{Role: roleOf(lock)})
			i = len(b.week.Slots) - 1
		}
		s := &b.week.Slots[i]
		s.Lock, s.Sport, s.Minutes, s.Meters, s.Run = at+1, lock.Sport, lock.Minutes, 0, 0
		s.Least, s.Most, s.First, s.Last = lock.Minutes, lock.Minutes, lock.Day, lock.Day
		s.Level, s.Highest, s.Step, s.Why = lock.Level, lock.Level, "", "stands already"
		if s.Families = nil; lock.Family != "" {
			s.Families = ids(lock.Family)
		}
	}
}

// lockedLong is from what share of the long session's length on a lock stands for it.
const lockedLong = .85

// slotFor is the open slot of a lock's class, -1 for none.
func (b *builder) slotFor(lock *Lock) int {
	var order []Role
	switch {
	case lock.Sport == training.Strength:
		order = []Role{S, SShort}
	case lock.HI:
		order = []Role{K, TestRole, K2}
	default:
		if i := b.longFor(lock); i >= 0 {
			return i
		}
		order = []Role{E, EPlus, ML}
	}
	for _, ofSport := range []bool{true, false} { // of its own sport before others, which would else be lost to it
		for _, role := range order {
			for i := range b.week.Slots {
				if s := &b.week.Slots[i]; s.Role == role && s.Lock == 0 && (!ofSport || s.Sport == lock.Sport) {
					return i
				}
			}
		}
	}
	return -1
}

// longFor is the open long slot that a lock stands for, the longest of those that it is long enough for: the long session, a second one in another sport,
// the medium-long one, or the second of two long days. -1 for none.
func (b *builder) longFor(lock *Lock) int {
	best := -1
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if s.Lock > 0 || s.Sport != lock.Sport || s.Role != L && s.Role != ML && !Follows(s.Family()) || float64(lock.Minutes) < lockedLong*float64(s.Minutes) {
			continue
		}
		if best < 0 || s.Minutes > b.week.Slots[best].Minutes {
			best = i
		}
	}
	return best
}

func roleOf(lock *Lock) Role {
	switch {
	case lock.Sport == training.Strength:
		return S
	case lock.HI:
		return K
	}
	return E
}

// drop takes the least important open slot of a lock's kind out of the week: lifts for lifts, endurance from the bottom for endurance.
func (b *builder) drop(lock *Lock) {
	for i := len(b.week.Slots) - 1; i >= 0; i-- {
		s := &b.week.Slots[i]
		if s.Lock == 0 && s.lift() == (lock.Sport == training.Strength) && s.Role != RaceDay && s.Role != Care {
			b.week.leaveOut(string(s.Family()), placeTaken)
			b.week.Slots = append(b.week.Slots[:i], b.week.Slots[i+1:]...)
			return
		}
	}
}

// Parts of the long session's length: below toSecond a second day helps, with which both have at most together; below tooShort the event
// itself asks for more time than there is.
const (
	toSecond = .85
	together = 1.1
	tooShort = .6
)

// windows cuts the long session to the longest window of its days, and gives what is lost to a second easy one on the next day.
func (b *builder) windows() {
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		longest := b.longestWindow(s)
		if longest == 0 || s.Role != L || s.Lock > 0 || s.Minutes <= longest {
			continue
		}
		target := s.Minutes
		s.Minutes = max(0, longest-5)
		s.Least, s.Most, s.Meters = min(s.Least, s.Minutes), s.Minutes, 0
		s.Run = min(s.Run, s.Minutes/4)
		if float64(s.Minutes) < tooShort*float64(target) {
			b.week.leaveOut("long session", "it would be %d min, and the longest window has %d", target, longest)
		}
		if float64(s.Minutes) < toSecond*float64(target) {
			b.secondEasy(s.Sport, int(together*float64(target)+.001)-s.Minutes)
		}
		return
	}
}

// longestWindow is that of the days on which a session may stand. Beyond the planned days it is that of a usual week.
func (b *builder) longestWindow(s *Slot) int {
	longest := 0
	for d := max(s.First, 1) - 1; d < min(s.Last, len(b.in.Windows)); d++ {
		longest = max(longest, b.in.Windows[d])
	}
	if s.First > b.in.Days {
		return b.in.UsualWindow
	}
	return longest
}

// secondEasy makes an easy session of the week one of the long session's sport, for the day after it.
func (b *builder) secondEasy(sport training.Sport, most int) {
	family := easyFamily(sport)
	f, known := session.Find(family)
	if !known || !b.choose.allowed(family) {
		return
	}
	for i := range b.week.Slots {
		s := &b.week.Slots[i]
		if s.Role == E && s.Lock == 0 {
			s.Sport, s.Families, s.Why = sport, ids(family), "the day after the long session, for what its window had no room for"
			s.Level, s.Highest, s.Step = 0, 0, ""
			s.Minutes, s.Most, s.Least = min(max(s.Minutes, f.Minutes.Low), most), most, min(f.Minutes.Low, most)
			return
		}
	}
}

// care adds what costs no load and takes no slot.
func (b *builder) care() {
	add := func(id session.ID, minutes int, daily bool, why string) {
		if f, known := session.Find(id); known && b.athlete.may(f.Sport) {
			b.add(Slot{Role: Care, Sport: f.Sport, Families: ids(id), Minutes: minutes, Least: f.Minutes.Low, Most: f.Minutes.High, Daily: daily, Why: why})
		}
	}
	switch {
	case b.athlete.Postpartum:
		add("Q-PELV", 15, true, "pelvic floor and trunk every day, before anything else")
	case b.athlete.Youth() && b.main == training.Swim:
		add("M-SHO", 10, false, "shoulders of a young swimmer")
	case b.athlete.Youth():
		add("M-FLOW", 10, false, "something beside the one sport")
	}
}
