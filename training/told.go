package training

import "slices"

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

// Placed are the days on which other sessions stand, or the same at another time or with another workout, after a change of one; nil stands for none.
func Placed(before, after *PlannedSession) (days []Date) {
	if before != nil && after != nil && before.Date == after.Date && before.Start == after.Start && before.WorkoutID == after.WorkoutID {
		return nil
	}
	for _, s := range []*PlannedSession{before, after} {
		if s != nil && !slices.Contains(days, s.Date) {
			days = append(days, s.Date)
		}
	}
	return days
}
