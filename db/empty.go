package db

import (
	"context"
	"errors"

	"fortnight/db/postgres"
)

// ErrNotEmpty says that a database holds something already.
var ErrNotEmpty = errors.New("the database is not empty")

// CheckEmpty is ErrNotEmpty where the database has a table.
func (db *DB) CheckEmpty(ctx context.Context) error {
	var tables int
	err := db.postgres.Bun.NewRaw(`SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
		WHERE n.nspname = 'public' AND c.relkind = 'r'`).Scan(ctx, &tables)
	if err == nil && tables > 0 {
		return ErrNotEmpty
	}
	return postgres.Wrap("look at the database", err)
}
