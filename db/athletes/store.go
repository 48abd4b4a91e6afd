package athletes

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/training"
)

// Profiles are athletes and coaches: their profiles, events, check-ins and own limits, and who may see whom.
type Profiles struct {
	db         *postgres.DB
	live       *live.Listener
	cancelRuns CancelRuns
	memory     *memory
}

// CancelRuns ends, at a time, what somebody has asked to be planned for an athlete, whose calendar is locked, and may not any more.
type CancelRuns func(ctx context.Context, tx bun.Tx, at time.Time, athlete, requester training.UserID) error

// New are the profiles of a database.
func New(db *postgres.DB, listener *live.Listener, cancelRuns CancelRuns, bytes int) *Profiles {
	return &Profiles{db, listener, cancelRuns, newMemory(db, bytes)}
}
