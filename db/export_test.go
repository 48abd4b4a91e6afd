package db

import (
	"context"
	"io/fs"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/uptrace/bun"

	"fortnight/training"
)

// MigrateFrom is Migrate with other files than those of the program.
func (db *DB) MigrateFrom(ctx context.Context, files fs.FS, progress func(Migration)) error {
	return db.migrateFrom(ctx, files, progress)
}

// TidyVectors is what KeepEmbedded does each time.
func (db *DB) TidyVectors(ctx context.Context) error { return db.tidyVectors(ctx) }

// WalkBeyond has the index walked where more workouts than that pass. Set it before the first use.
func (db *DB) WalkBeyond(rows int) { db.exactRows = rows }

// Pool lets a test look at the connections.
func (db *DB) Pool() *pgxpool.Pool { return db.pool }

// PlanAgain takes from a session by hand that it was done or skipped.
func (db *DB) PlanAgain(ctx context.Context, viewer training.UserID, id training.SessionID) (training.PlannedSession, error) {
	return db.changeSession(ctx, "plan again", viewer, id,
		func(_ context.Context, _ bun.Tx, s training.PlannedSession) (*training.PlannedSession, error) {
			s.Status, s.Result = training.Planned, nil
			return &s, nil
		})
}
