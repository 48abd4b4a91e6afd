package postgres

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Away tells whether the database did not answer the last time: whoever goes past Bun is not to wait for it.
func (db *DB) Away() bool { return db.lines.isAway() }

// Direct is the pool itself, for what goes past Bun because it is prepared or sent together. While the database is known not to answer it is
// ErrAway: nobody waits for it.
func (db *DB) Direct() (*pgxpool.Pool, error) {
	if db.Away() {
		return nil, ErrAway
	}
	return db.Pool, nil
}

// SetAway notes whether the database answers. While it is away, connections that were open lead nowhere: they are closed, who waits on them is
// told, and none is given out or made.
func (db *DB) SetAway(away bool) {
	db.lines.set(away)
	if away {
		db.Renew()
	}
}

// Waited tells whether somebody waits for the database for so long, over any connection of the pool, and it has said nothing at all meanwhile: that
// is how a frozen one looks, and one that works on a long statement alone.
func (db *DB) Waited(long time.Duration) bool { return db.lines.waited(long) }

// Beside is how to connect to the database with a connection that is none of the pool's: whether it is away is found out over it.
func (db *DB) Beside() *pgx.ConnConfig {
	config := db.Pool.Config().ConnConfig
	config.DialFunc = listeningDial(db.dial, maxSilence, newLines())
	return config
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
