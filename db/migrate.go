package db

import (
	"context"
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"

	"fortnight/db/migration"
)

// migrationFiles are the steps from an empty database to schema.sql. Written once, they never change: atlas.sum holds their sums.
//
//go:embed migrations/*.sql migrations/atlas.sum
var migrationFiles embed.FS

// Migrate brings the database to the newest schema by [migration.Apply]; then it rewrites workouts that are stored in an earlier form or
// were read by an earlier edition of package session.
func (db *DB) Migrate(ctx context.Context, progress func(migration.Step)) error {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if err := migration.Apply(ctx, db.postgres, files, progress); err != nil {
		return err
	}
	return db.Library.RewriteForms(ctx)
}

// MissingMigrations names those that Migrate would apply, and changes nothing. It fails where Migrate would before it changes anything.
func (db *DB) MissingMigrations(ctx context.Context) ([]string, error) {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return nil, fmt.Errorf("look at the migrations: %w", err)
	}
	return migration.Missing(ctx, db.postgres, files)
}

// Migrations names the migrations that this program has, all of them together, in 16 hexadecimal digits: no other set has that name.
func Migrations() string {
	sums, err := migrationFiles.ReadFile("migrations/atlas.sum")
	if err != nil {
		panic(err) // it is part of the program
	}
	sum := sha256.Sum256(sums)
	return fmt.Sprintf("%x", sum[:8])
}
