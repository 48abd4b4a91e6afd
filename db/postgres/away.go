package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5/pgxpool"
)

// Away tells whether the database did not answer the last time: whoever goes past Bun is not to wait for it.
func (db *DB) Away() bool { return db.away.Load() }

// Direct is the pool itself, for what goes past Bun because it is prepared or sent together. While the database is known not to answer it is
// ErrAway: nobody waits for it.
func (db *DB) Direct() (*pgxpool.Pool, error) {
	if db.Away() {
		return nil, ErrAway
	}
	return db.Pool, nil
}

// SetAway notes whether the database answers. While it is away, connections that were open lead nowhere: they are closed, and none is given out.
func (db *DB) SetAway(away bool) {
	db.away.Store(away)
	if away {
		db.Renew()
	}
}

// Renew has every connection of the pool be closed, at once or when it is given back: where one to the server was lost, the others may lead to
// one that is gone or no longer the first.
func (db *DB) Renew() { db.Pool.Reset() }

// errStandby says that the server only reads.
var errStandby = fmt.Errorf("%w: the server is a standby, or takes no writes", ErrUnavailable)

// Ready tells whether the database answers, and can be written to: one that was demoted, or is a standby, cannot.
func (db *DB) Ready(ctx context.Context) error {
	var reads bool
	err := Within(ctx, StatementTime, func(ctx context.Context) error {
		return db.Bun.NewRaw("SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean").Scan(ctx, &reads)
	})
	if err == nil && reads {
		return errStandby
	}
	return Wrap("ask the database", err)
}
