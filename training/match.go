package training

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// The tolerances of matching. The length of a session is a plan, or what somebody remembers of it: a third of it more or less is the same
// session. Two devices that record one training are started by one hand, and one of them may leave out pauses.
const (
	matchPercent     = 35            // of the session's length
	matchSeconds     = 600           // or this, where it is more
	matchStart       = 3 * time.Hour // across midnight, and of what was recorded as done before the activity began
	matchDays        = 2             // further apart no two days have starts so near, clock changes of a whole day included
	unknownStart     = 6 * 3600      // seconds off
	startShare       = 4             // a start four minutes off weighs as much as a length one minute off
	duplicatePercent = 10            // of the longer one
	duplicateMinutes = 15            // between the starts
	minutesOfDay     = 24 * 60
)

// Pair is an activity and the session that it fulfils.
type Pair struct {
	Activity *Activity
	Session  *Session
}

// Match finds which of the activities fulfil which of the sessions: one to one, the closest in length and start first. An activity may
// fulfil a session of its sport, or as OTHER one of several endurance sports, that is COMPLETED by hand or PLANNED and that no activity
// fulfils yet, if
//   - the lengths differ by at most 35 % of the session's, or 10 minutes where that is more; the length of a session that is done is that
//     of its result;
//   - it is of the session's day, or begins at most 3 hours from the session's start, across midnight;
//   - it began before the session was recorded as done, or begins at most 3 hours from the session's start.
//
// An unknown start is taken for one six hours off. Of two that are as close the one that is done comes first, then the first in the lists.
// Activities that are linked, possible duplicates, or not to be matched are left alone. Days and starts are those of in.
func Match(activities []*Activity, sessions []*Session, in *time.Location) []Pair {
	type candidate struct {
		Pair
		cost int
	}
	var found []candidate
	for _, a := range activities {
		for _, s := range sessions {
			if cost, fits := a.fits(s, in); fits {
				found = append(found, candidate{Pair{a, s}, cost})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), -cmp.Compare(done(a.Session), done(b.Session)))
	})
	var pairs []Pair
	taken := map[any]bool{}
	for _, c := range found {
		if !taken[c.Activity] && !taken[c.Session] {
			taken[c.Activity], taken[c.Session] = true, true
			pairs = append(pairs, c.Pair)
		}
	}
	return pairs
}

func done(s *Session) int {
	if s.Status == Completed {
		return 1
	}
	return 0
}

// fits tells whether an activity may fulfil a session, and at what distance, in seconds of length.
func (a *Activity) fits(s *Session, in *time.Location) (cost int, fits bool) {
	if !a.free() || !s.open(a.Matching) || !s.takes(a.Sport) || abs(int(a.Date-s.Date)) > matchDays {
		return 0, false
	}
	length := s.seconds()
	off := abs(a.DurationSeconds - length)
	if off > matchSeconds && off*100 > matchPercent*length { // in whole numbers: 35 % of 2,700 are 945
		return 0, false
	}
	if a.Start == nil {
		return off + unknownStart/startShare, a.Date == s.Date
	}
	began := a.Date.At(*a.Start, in)
	apart := began.Sub(s.StartsAt(in)).Abs()
	near := apart <= matchStart
	if s.Status == Completed && s.Result != nil && began.After(s.Result.CompletedAt) && !near {
		return 0, false
	}
	return off + int(apart.Seconds())/startShare, near || a.Date == s.Date
}

// free tells whether an activity may be matched at all.
func (a *Activity) free() bool {
	return a.SessionID == "" && a.Counted() && a.Matching != MatchNone
}

// open tells whether a session waits for an activity.
func (s *Session) open(to Matching) bool {
	return s.ActivityID == "" && (s.Status == Completed || s.Status == Planned && to != MatchCompleted)
}

// takes tells whether an activity of a sport may be the session: many devices write several sports in a row down as one activity, OTHER.
func (s *Session) takes(sport Sport) bool {
	return sport == s.Sport || sport == Other && s.Load.Several
}

// seconds is how long a session was, or else is planned to be.
func (s *Session) seconds() int {
	if s.Status == Completed && s.Result != nil {
		return s.Result.DurationSeconds
	}
	return s.Load.DurationSeconds
}

// minuteOf counts the minutes of days of 24 hours.
func minuteOf(d Date, t LocalTime) int { return int(d)*minutesOfDay + int(t) }

func abs(n int) int { return max(n, -n) }

// MayBe tells whether two activities may be one training that was recorded twice: of one sport, with lengths that differ by at most 10 %
// of the longer one, and
//   - from two sources, where the starts lie at most 15 minutes apart, or the days are the same where a start is unknown;
//   - both without an external id, where the starts are known and the same.
//
// The source is what stands before the first colon of an external id, "garmin" of "garmin:123", in whatever case; external ids without
// a colon are of one source, activities without one of another.
func (a *Activity) MayBe(b *Activity) bool {
	if a.Sport != b.Sport || abs(a.DurationSeconds-b.DurationSeconds)*100 > duplicatePercent*max(a.DurationSeconds, b.DurationSeconds) {
		return false
	}
	apart, known := a.apart(b)
	switch {
	case a.ExternalID == nil && b.ExternalID == nil:
		return known && apart == 0
	case a.sharesSource(b):
		return false
	case known:
		return apart <= duplicateMinutes
	}
	return a.Date == b.Date
}

// SameStart tells whether two activities are known to have begun at most 15 minutes apart: where they may be one training nobody has done
// both.
func (a *Activity) SameStart(b *Activity) bool {
	apart, known := a.apart(b)
	return known && apart <= duplicateMinutes
}

// apart is how many minutes lie between the starts of two activities, and false where one is unknown.
func (a *Activity) apart(b *Activity) (minutes int, known bool) {
	if a.Start == nil || b.Start == nil {
		return 0, false
	}
	return abs(minuteOf(a.Date, *a.Start) - minuteOf(b.Date, *b.Start)), true
}

// sharesSource tells whether one source tells of both activities, and so knows them apart.
func (a *Activity) sharesSource(b *Activity) bool {
	others := b.sources()
	return slices.ContainsFunc(a.sources(), func(source string) bool { return slices.Contains(others, source) })
}

// sources are those of the external ids of an activity, in lower case; empty for ids that name none.
func (a *Activity) sources() []string {
	names := a.Aliases
	if a.ExternalID != nil {
		names = append([]string{*a.ExternalID}, names...)
	}
	sources := make([]string, len(names))
	for i, name := range names {
		if source, _, named := strings.Cut(name, ":"); named {
			sources[i] = strings.ToLower(source)
		}
	}
	return sources
}

// MatchesPlanned tells whether an activity is given a planned session that matches it.
func (a Activity) MatchesPlanned() bool {
	return a.Matching != MatchNone && a.Matching != MatchCompleted
}
