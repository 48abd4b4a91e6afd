package training

import (
	"slices"
)

// LiftedShare is how much of the repetitions that a session asked for was done, 0 to 1; false unless it is said of every exercise that it asked for.
func (s *Session) LiftedShare() (float64, bool) {
	if s.Result == nil || len(s.Asked) == 0 {
		return 0, false
	}
	done, asked := 0, 0
	for _, a := range s.Asked {
		at := slices.IndexFunc(s.Result.Lifts, func(l LiftedExercise) bool { return l.ExerciseID == a.ExerciseID })
		if at < 0 {
			return 0, false
		}
		reps := 0
		for _, sets := range s.Result.Lifts[at].Sets {
			reps += sets.Count * sets.Repetitions
		}
		done, asked = done+min(reps, a.Sets*a.Low), asked+a.Sets*a.Low
	}
	return float64(done) / float64(max(1, asked)), true
}

// LiftDone is an exercise as it was lifted on a day, and what was asked of it, nil where nothing was.
type LiftDone struct {
	LiftedExercise

	Date  Date
	Asked *AskedLift
}

// LiftsDone are the lifts that sessions and activities tell of, the latest first; what an activity fulfils is told by its session.
func LiftsDone(sessions []Session, activities []Activity) []LiftDone {
	days, told := map[SessionID]Date{}, map[SessionID]bool{}
	for i := range activities {
		if a := &activities[i]; a.SessionID != "" && a.Counted() {
			days[a.SessionID] = a.Date
		}
	}
	var list []LiftDone
	for i := range sessions {
		s := &sessions[i]
		if s.Status != Completed || s.Result == nil || len(s.Result.Lifts) == 0 {
			continue
		}
		day := s.Date
		if on, fulfilled := days[s.ID]; fulfilled {
			day = on
		}
		told[s.ID] = true
		for _, l := range s.Result.Lifts {
			done := LiftDone{LiftedExercise: l, Date: day}
			if at := slices.IndexFunc(s.Asked, func(a AskedLift) bool { return a.ExerciseID == l.ExerciseID }); at >= 0 {
				done.Asked = &s.Asked[at]
			}
			list = append(list, done)
		}
	}
	for i := range activities {
		if a := &activities[i]; a.Counted() && !told[a.SessionID] {
			for _, l := range a.Lifts {
				list = append(list, LiftDone{LiftedExercise: l, Date: a.Date})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b LiftDone) int { return int(b.Date - a.Date) })
	return list
}
