package activities

import (
	"slices"

	"fortnight/db/postgres"
	"fortnight/training"
)

// link makes an activity the one that fulfils a session, in place of any session that it fulfilled. What the athlete rated by hand holds.
func (l *ledger) link(a *training.Activity, s *training.Session, by training.MatchedBy) {
	if a.SessionID != s.ID {
		l.unlink(a)
	}
	a.SessionID, a.MatchedBy, a.DuplicateOf = s.ID, by, ""
	if by == training.MatchedNamed {
		a.Matching = training.MatchAny
	}
	s.Fulfil(a, l.now)
	l.follow(a)
}

// follow brings the session of an activity in line with it.
func (l *ledger) follow(a *training.Activity) {
	s := l.session(a.SessionID)
	if s == nil {
		return
	}
	if r := s.Recorded; r != nil && r.RPE != nil {
		a.Rate(*r.RPE)
	}
	s.Fulfil(a, l.now)
}

// unlink takes an activity from its session, if it has one. The session is then what it was before.
func (l *ledger) unlink(a *training.Activity) {
	if s := l.session(a.SessionID); s != nil {
		s.Release()
	}
	a.SessionID, a.MatchedBy = "", ""
}

// match gives activities the sessions that they fulfil. What is planned for a day to come is not done.
func (l *ledger) match(activities []*training.Activity, sessions []*training.Session) {
	sessions = slices.DeleteFunc(slices.Clone(sessions), func(s *training.Session) bool { return s.Date > l.today })
	for _, pair := range training.Match(activities, sessions, l.user.Profile.Location()) {
		by := training.MatchedPlanned
		if pair.Session.Status == training.Completed {
			by = training.MatchedCompleted
		}
		l.link(pair.Activity, pair.Session, by)
	}
}

// settle finds a place for activities that are new or not what they were: it tells possible duplicates, and matches the others. Those
// that were taken for duplicates of one that is no longer alike are settled with it.
func (l *ledger) settle(fresh []*training.Activity) {
	for i := 0; i < len(fresh); i++ {
		for _, d := range l.duplicatesOf(fresh[i].ID) {
			if !d.MayBe(fresh[i]) && !slices.Contains(fresh, d) {
				fresh = append(fresh, d)
			}
		}
	}
	for _, a := range fresh {
		a.DuplicateOf = ""
	}
	for i, a := range fresh {
		l.flag(a, fresh[i+1:])
	}
	l.match(fresh, l.sessions)
}

func (l *ledger) duplicatesOf(id training.ActivityID) []*training.Activity {
	var list []*training.Activity
	for _, a := range l.activities {
		if a.DuplicateOf == id {
			list = append(list, a)
		}
	}
	return list
}

// flag takes an activity for a possible duplicate of one that was there before, or that one for its duplicate where it alone fulfils a
// session, or alone one that was named while nobody can have done both. Those that come later are compared when it is their turn.
func (l *ledger) flag(a *training.Activity, later []*training.Activity) {
	for _, other := range l.activities {
		if other == a || a.Kept || !other.Counted() || slices.Contains(later, other) || !a.MayBe(other) {
			continue
		}
		if a.SessionID == "" {
			l.markDuplicate(a, other)
			return
		}
		if !other.Kept && (other.SessionID == "" || a.MatchedBy == training.MatchedNamed && other.MatchedBy != training.MatchedNamed && a.SameStart(other)) {
			l.unlink(other)
			l.markDuplicate(other, a)
		}
	}
}

// markDuplicate flags an activity, and what was flagged as a duplicate of it, as possible duplicates of another.
func (l *ledger) markDuplicate(a, of *training.Activity) {
	for _, d := range l.duplicatesOf(a.ID) {
		d.DuplicateOf = of.ID
	}
	a.DuplicateOf = of.ID
}

// withdraw takes an activity out of the ledger. What was taken for a duplicate of it takes its place, in the session that it fulfilled too.
func (l *ledger) withdraw(a *training.Activity) {
	heirs := l.duplicatesOf(a.ID)
	s, by := l.session(a.SessionID), a.MatchedBy
	l.drop(a)
	for i, heir := range heirs {
		inherit(heir, a)
		heir.Kept = heir.Kept || i == 0 && a.Kept
		if s != nil && s.ActivityID == "" && heir.Matching != training.MatchNone {
			l.link(heir, s, by)
		}
	}
	l.settle(heirs)
}

// inherit has a recording be matched to no more than another one of what may be the same training.
func inherit(heir, from *training.Activity) {
	if heir.Matching == training.MatchAny {
		heir.Matching = from.Matching
	}
}

func (l *ledger) drop(a *training.Activity) {
	l.unlink(a)
	l.activities = slices.DeleteFunc(l.activities, func(other *training.Activity) bool { return other == a })
}

// checkBegun is a *ConflictError for a session of a day to come.
func (l *ledger) checkBegun(s *training.Session) error {
	if s.Date > l.today {
		return postgres.Conflict("the session is planned for %s and today is %s: move it first", s.Date, l.today)
	}
	return nil
}
