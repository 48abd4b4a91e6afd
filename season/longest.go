package season

import "fortnight/session"

// By how many minutes the long session of a sport is longer than any other of its week at the least: as much as lengths are rounded to, and of a very long
// one a fifteenth.
const (
	longBy    = 5
	longShare = 15
)

// called tells whether a slot holds a session that is called long.
func (s *Slot) called() bool {
	f, known := session.Find(s.Family())
	return known && f.Class == session.Long && (s.Role == L || s.Role == ML && f.ID != "R-ML")
}

// below is the longest that another session of its sport may be beside a long one, in whole five minutes.
func (s *Slot) below() int {
	far := s.Minutes - s.Run
	return (far - max(longBy, far/longShare)) / 5 * 5
}

// most is the longest that a key session of its sport may be beside a long one, in whole five minutes: as long, and no longer (coaching 10, fortnight 11).
func (s *Slot) most() int { return (s.Minutes - s.Run) / 5 * 5 }

// isKey tells whether a slot holds one of the week's key sessions.
func (s *Slot) isKey() bool { return s.Role == K || s.Role == K2 || s.Role == TestRole }

// besideLong calls a function with each session that the week has open beside one of its sport that is called long, and with that one.
func (b *builder) besideLong(each func(s, long *Slot)) {
	for i := range b.week.Slots {
		long := &b.week.Slots[i]
		if !long.called() || long.Lock > 0 {
			continue
		}
		for j := range b.week.Slots {
			if s := &b.week.Slots[j]; j != i && s.Sport == long.Sport && s.Lock == 0 && s.Minutes > 0 && s.Role != RaceDay && s.Role != Care && !Follows(s.Family()) {
				each(s, long)
			}
		}
	}
}

// keysWithinLong makes key sessions no longer than the long one of their sport, as far as their families let them be: their main set stays, and what is
// around it becomes shorter.
func (b *builder) keysWithinLong() {
	if b.athlete.thin() {
		return
	}
	b.besideLong(func(s, long *Slot) {
		below := long.most()
		if !s.isKey() || s.Minutes <= below || below < s.Least {
			return
		}
		if !b.holds(s, below) { // its main set needs more
			s.Least = max(s.Least, below+1)
			return
		}
		s.Minutes, s.Most = below, min(s.Most, below)
	})
}

// longIsLongest keeps what is called long the longest of its sport in its week: others stay below it, and where a key session cannot, as in the last
// weeks before a race and in those of few minutes, it is no long session, and is called easy.
func (b *builder) longIsLongest() {
	if b.athlete.thin() { // the longest of a few days that were logged is no measure for a week
		return
	}
	b.besideLong(func(s, long *Slot) {
		if most := max(long.below(), min(s.Least, shortEasy)); s.Minutes > most && (s.Role == E || s.Role == EPlus || s.Role == ML) {
			s.Minutes, s.Least = most, min(s.Least, most)
		}
		most := long.below()
		if s.isKey() {
			most = long.most()
		}
		if most >= s.Minutes {
			s.Most = min(s.Most, most)
		}
	})
	for again := true; again; {
		again = false
		b.besideLong(func(s, long *Slot) { again = b.callEasy(s, long) || again })
	}
	for i := range b.week.Slots {
		if long := &b.week.Slots[i]; long.called() && long.Lock == 0 {
			long.Least = max(long.Least, long.Minutes-longBy+1)
		}
	}
}

// callEasy makes a session that is called long an easy one beside one that is as long, and tells whether it did.
func (b *builder) callEasy(s, long *Slot) bool {
	if s.Minutes <= long.below() || s.isKey() && s.Minutes <= long.most() || long.Run > 0 {
		return false
	}
	easy := easyFamily(long.Sport)
	f, known := session.Find(easy)
	if !known || !b.choose.allowed(easy) {
		return false
	}
	long.Role, long.Families, long.Level, long.Highest, long.Step, long.Meters = E, ids(easy), 0, 0, "", 0
	if level, step := b.levelFor(easy); level > 0 {
		long.Level, long.Step, long.Highest = level, step, level
	}
	long.Least, long.Most = min(long.Least, long.Minutes), max(long.Minutes, min(long.Most, f.Minutes.High))
	long.Why = "easy volume: another session of the week is longer"
	return true
}
