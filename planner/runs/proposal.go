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

	// Made is the id under which the search knows the session, empty where it was kept. It is ID unless the session is one that stood
	// already, which the plan chose again.
	Made training.SessionID `json:"made,omitempty"`
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
