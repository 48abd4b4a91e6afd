package planner

import "fortnight/training"

// StartOn is when a workout begins on a day where nobody says: at the beginning of the first window that has room for it beside what
// stands there, else at 07:00, or at 18:00 where the day has a session already (science §0).
func (s Snapshot) StartOn(date training.Date, w training.Workout) training.LocalTime {
	var standing []training.Session
	for _, session := range s.Sessions {
		if session.Date == date && session.Status != training.Skipped {
			standing = append(standing, session)
		}
	}
	search := solver{j: &journey{snapshot: s, run: Run{Request: Request{From: date, Days: 1}}}, kept: standing}
	if start, fits := search.start(0, &w, false); fits {
		return start
	}
	if len(standing) > 0 {
		return training.EveningSlot
	}
	return training.MorningSlot
}
