package db

import (
	"context"
	"io/fs"

	"github.com/jackc/pgx/v5/pgxpool"

	"fortnight/db/migration"
)

// MigrateFrom is Migrate with other files than those of the program.
func (db *DB) MigrateFrom(ctx context.Context, files fs.FS, progress func(migration.Step)) error {
	return migration.Apply(ctx, db.postgres, files, progress)
}

// Pool lets a test look at the connections.
func (db *DB) Pool() *pgxpool.Pool { return db.postgres.Pool }
