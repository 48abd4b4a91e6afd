package training

import "slices"

// Ground is something beside the sessions of a calendar that what is said of a session rests on: a kind of what is known of the athlete, or a day on which
// something was done, as a date.
type Ground string

// The kinds of grounds that are no days.
const (
	OnThresholds Ground = "THRESHOLDS" // and maxima
	OnEvents     Ground = "EVENTS"     // by their names and days
	OnHours      Ground = "HOURS"      // in which the athlete can train
)

// GroundOn is the ground that something was done on a day.
func GroundOn(day Date) Ground { return Ground(day.String()) }

// Unsay has the session say only what holds wherever it and the others stand, once it is moved or one that its Rationale speaks of is. Where nothing is
// known that holds by itself, the Rationale stays as it is.
func (s *PlannedSession) Unsay() {
	if s.Alone != nil {
		s.Rationale, s.Alone, s.Leans = s.Alone, nil, nil
	}
}

// SpeaksOf tells whether the Rationale of a session that is still to be done speaks of sessions of one of these days.
func (s *PlannedSession) SpeaksOf(days []Date) bool {
	return s.Status == Planned && slices.ContainsFunc(s.Leans, func(d Date) bool { return slices.Contains(days, d) })
}

// RestsOn tells whether the Rationale of a session that is still to be done rests on one of these grounds.
func (s *PlannedSession) RestsOn(grounds ...Ground) bool {
	return s.Status == Planned && slices.ContainsFunc(s.Rests, func(g Ground) bool { return slices.Contains(grounds, g) })
}

// Ungrounded has the session say only what rests on nothing but its workout, once a ground of its Rationale is not what it was.
func (s *PlannedSession) Ungrounded() {
	if s.Bare != nil {
		s.Rationale = s.Bare
		s.Alone, s.Leans, s.Rests, s.Bare = nil, nil, nil, nil
	}
}

// Wordless is the session without what is said of it.
func (s PlannedSession) Wordless() PlannedSession {
	s.Rationale, s.Alone, s.Leans, s.Rests, s.Bare = nil, nil, nil, nil, nil
	return s
}

// Placed are the days on which other sessions are to be done, or the same at another time or with another workout, after a change of one; nil stands for none.
// One that is skipped is done as little as one that is gone.
func Placed(before, after *PlannedSession) (days []Date) {
	if before != nil && after != nil && before.Date == after.Date && before.Start == after.Start && before.WorkoutID == after.WorkoutID &&
		(before.Status == Skipped) == (after.Status == Skipped) {
		return nil
	}
	for _, s := range []*PlannedSession{before, after} {
		if s != nil && !slices.Contains(days, s.Date) {
			days = append(days, s.Date)
		}
	}
	return days
}

// Redone are the days on which other things were done after a change of a session; nil stands for none.
func Redone(before, after *PlannedSession) []Date {
	if before == nil || before.Status != Completed {
		return nil
	}
	if after == nil || after.Status != Completed || after.WorkoutID != before.WorkoutID || after.Date != before.Date ||
		after.Result != nil && before.Result != nil && after.Result.DurationSeconds != before.Result.DurationSeconds {
		return []Date{before.Date}
	}
	return nil
}
