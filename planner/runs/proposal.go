package runs

import (
	"fortnight/training"
)

// ProposedSession is a session of a proposal. ID is the one it will have on the calendar, given when it is proposed; Existing says that
// the session stands there already.
type ProposedSession struct {
	ID        training.SessionID `json:"id"`
	AthleteID training.UserID    `json:"-"` // whose thresholds its targets are worked out from
	Existing  bool               `json:"existing"`
	Date      training.Date      `json:"date"`
	Start     training.LocalTime `json:"start"`
	WorkoutID training.WorkoutID `json:"workoutId"`
	Key       bool               `json:"key"`
	Rationale string             `json:"rationale"`

	// Alone is what of Rationale holds wherever the session and the others stand, and Leans are the days whose sessions it speaks of.
	Alone string          `json:"alone,omitempty"`
	Leans []training.Date `json:"leans,omitempty"`

	// Bare is what of it holds whatever becomes of Rests, on which it rests besides.
	Bare  string            `json:"bare,omitempty"`
	Rests []training.Ground `json:"rests,omitempty"`

	// Made is the id under which the search knows the session, empty where it was kept. It is ID unless the session is one that stood
	// already, which the plan chose again.
	Made training.SessionID `json:"made,omitempty"`
}

// Planned is the session as it is to stand on the calendar, of a run.
func (p ProposedSession) Planned(run *Run) training.PlannedSession {
	s := training.PlannedSession{
		ID: p.ID, AthleteID: run.AthleteID, Date: p.Date, Start: p.Start, WorkoutID: p.WorkoutID, Status: training.Planned, Key: p.Key,
		Rationale: &p.Rationale, RunID: run.ID, Leans: p.Leans,
	}
	if p.Alone != "" {
		s.Alone = &p.Alone
	}
	if len(p.Rests) > 0 {
		s.Rests, s.Bare = p.Rests, &p.Bare
	}
	return s
}

// Tell has a session that stands already, and was a plan's, say why it stands where the plan has chosen it again.
func (p ProposedSession) Tell(s *training.PlannedSession) {
	if p.Made != "" && s.Rationale != nil {
		fresh := p.Planned(&Run{})
		s.Rationale, s.Alone, s.Leans, s.Rests, s.Bare = fresh.Rationale, fresh.Alone, fresh.Leans, fresh.Rests, fresh.Bare
	}
}

// SessionID is the id of the session where it stands on the calendar already, nil for one that is new.
func (p ProposedSession) SessionID() *training.SessionID {
	if !p.Existing {
		return nil
	}
	return &p.ID
}

// ChangeKind is what a plan does to one slot of the calendar.
type ChangeKind string

// The kinds of change.
const (
	Added    ChangeKind = "ADDED"
	Removed  ChangeKind = "REMOVED"
	Moved    ChangeKind = "MOVED"
	Replaced ChangeKind = "REPLACED"
	Kept     ChangeKind = "KEPT"
)

// Change is one difference between the calendar before a plan and with it. Before and After are workouts, empty where there is none.
type Change struct {
	AthleteID training.UserID    `json:"-"` // whose thresholds its targets are worked out from
	Kind      ChangeKind         `json:"kind"`
	Date      training.Date      `json:"date"`
	Before    training.WorkoutID `json:"before,omitempty"`
	After     training.WorkoutID `json:"after,omitempty"`
	Reason    string             `json:"reason"`
}
