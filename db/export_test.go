package db

import (
	"context"
	"io/fs"

	"github.com/jackc/pgx/v5/pgxpool"
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
