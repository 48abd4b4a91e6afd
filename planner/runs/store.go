package runs

import (
	"context"
	"time"

	"fortnight/training"
)

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
