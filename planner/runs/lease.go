package runs

import (
	"encoding/json"
	"errors"

	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// What a Store answers when a run cannot go on as it is.
var (
	// ErrLeaseLost: another worker has the run; whoever gets this must stop and write nothing more.
	ErrLeaseLost = errors.New("the run has another worker")
	// ErrCancelRequested: somebody asked to cancel the run; nothing was written.
	ErrCancelRequested = errors.New("the run is to be cancelled")
	// ErrCalendarMoved: the calendar has another revision than the proposal was made for; nothing was written.
	ErrCalendarMoved = errors.New("the calendar has changed since the run began")
	// ErrUnavailable: what is stored cannot be reached now; whoever keeps it has told so already.
	ErrUnavailable = errors.New("what is stored cannot be reached now")
)

// Lease is the right to write to a run: its fencing token grows each time a worker takes the run.
type Lease struct {
	AthleteID training.UserID
	RunID     training.RunID
	Token     int64
}

// Calendar is a plan to be written: sessions to add, to change and to remove, all or nothing, on a calendar of this revision.
type Calendar struct {
	Revision int
	Save     []training.PlannedSession
	Remove   []training.SessionID
}

// Recorded is how far a run has come. Progress is opaque to the store; nil leaves what was recorded before.
type Recorded struct {
	Progress  json.RawMessage
	Consulted Consulted
}

// Outcome is what a finished run keeps.
type Outcome struct {
	Status      RunStatus
	Failure     *string
	Heard       []Heard
	Questions   []wish.Question
	Proposal    []ProposedSession
	Changes     []Change
	Ways        []Candidate        // none where one fortnight was asked for
	Certificate *rules.Certificate // the terminal event's, nil where that has none
	Revision    int                // of the calendar the proposal was made for
	Consulted   Consulted
}
