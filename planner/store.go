package planner

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"fortnight/rules"
	"fortnight/training"
)

// What a Store answers when a run cannot go on as it is.
var (
	// ErrLeaseLost: another worker has the run; whoever gets this must stop and write nothing more.
	ErrLeaseLost = errors.New("the run has another worker")
	// ErrCancelRequested: somebody asked to cancel the run; nothing was written.
	ErrCancelRequested = errors.New("the run is to be cancelled")
	// ErrCalendarMoved: the calendar has another revision than the proposal was made for; nothing was written.
	ErrCalendarMoved = errors.New("the calendar has changed since the run began")
)

// Lease is the right to write to a run: its fencing token grows each time a worker takes the run.
type Lease struct {
	RunID training.RunID
	Token int64
}

// Calendar is a plan to be written: sessions to add, to change and to remove, all or nothing, on a calendar of this revision.
type Calendar struct {
	Revision int
	Save     []training.PlannedSession
	Remove   []training.SessionID
}

// Store keeps runs. Each method is one transaction; those that take a Lease fail with ErrLeaseLost when it is no longer held and with
// ErrCancelRequested when the run is to be cancelled (Finish excepted). Events are numbered in the order given and announced when
// the transaction commits.
type Store interface {
	// Snapshot reads the athlete's inputs for days planned days from from.
	Snapshot(ctx context.Context, athlete training.UserID, from training.Date, days int) (Snapshot, error)
	// Searcher is the library.
	Searcher
	// Workouts reads workouts by id, measured for a profile; ids that the athlete may not see are left out.
	Workouts(ctx context.Context, athlete training.UserID, profile training.Profile, ids []training.WorkoutID) ([]training.Workout, error)
	// Keep adds workouts that were written for a plan to the shared library; those that it has stay as they are. No search for a plan finds
	// what was written for one.
	Keep(ctx context.Context, written []training.Workout) error
	// TokensUsed is what language models used for an athlete's runs that were taken up from an instant until before another.
	TokensUsed(ctx context.Context, athlete training.UserID, from, until time.Time) (int, error)
	// Record stores how far a run has come with the events that led to it.
	Record(ctx context.Context, lease Lease, so Recorded, events ...Event) error
	// Finish ends a run that SUCCEEDED, FAILED or was CANCELLED. Where calendar is not nil it is written in the same transaction, and
	// ErrCalendarMoved leaves everything as it was.
	Finish(ctx context.Context, lease Lease, outcome Outcome, calendar *Calendar, events ...Event) error
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
	Proposal    []ProposedSession
	Changes     []Change
	Ways        []Candidate        // none where one fortnight was asked for
	Certificate *rules.Certificate // the terminal event's, nil where that has none
	Revision    int                // of the calendar the proposal was made for
	Consulted   Consulted
}

// Queue hands out runs that wait for a worker, or whose worker died.
type Queue interface {
	// Claim takes the oldest such run, or waits until there is one or ctx ends. Progress is what was recorded last, nil at first.
	Claim(ctx context.Context) (run Run, progress json.RawMessage, lease Lease, err error)
	// Heartbeat keeps a lease; ErrLeaseLost and ErrCancelRequested as in Store.
	Heartbeat(ctx context.Context, lease Lease) error
}
