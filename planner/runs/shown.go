package runs

import "fortnight/training"

// WorkoutsOf are the workouts that an event names, each as often as it does.
func WorkoutsOf(e Event) (ids []training.WorkoutID) {
	add := func(id training.WorkoutID) {
		if id != "" {
			ids = append(ids, id)
		}
	}
	switch e := e.(type) {
	case *CandidatesRetrieved:
		for _, match := range e.Candidates {
			add(match.WorkoutID)
		}
	case *SessionProposed:
		add(e.Session.WorkoutID)
	case *SessionReplaced:
		add(e.Before)
		add(e.After)
	}
	for _, session := range sessionsOf(e) {
		add(session.WorkoutID)
	}
	return ids
}

// SessionsOf are the sessions that an event names, each as often as it does. Those of a proposal are not on the calendar yet.
func SessionsOf(e Event) (ids []training.SessionID) {
	for _, session := range sessionsOf(e) {
		ids = append(ids, session.ID)
	}
	return ids
}

// sessionsOf are the sessions that an event has as they were.
func sessionsOf(e Event) (sessions []training.PlannedSession) {
	switch e := e.(type) {
	case *LockKept:
		sessions = append(sessions, e.Session)
	case *RuleChecked:
		sessions = append(sessions, e.Check.Sessions...)
	case *SessionReplaced:
		sessions = append(sessions, e.Because.Sessions...)
	}
	return sessions
}
