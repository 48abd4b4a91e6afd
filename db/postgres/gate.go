package postgres

import (
	"context"
	"database/sql/driver"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

// acquireTime is how long a statement waits for a connection of the pool: longer waits mean that the database does not answer.
const acquireTime = 5 * time.Second

// gate gives out connections of the pool while the database answers. While it is known not to, who asks is told so at once.
type gate struct {
	driver.Connector
	away *atomic.Bool
}

// Connect takes a connection of the pool.
func (g gate) Connect(ctx context.Context) (driver.Conn, error) {
	if g.away.Load() {
		return nil, ErrAway
	}
	waiting, cancel := context.WithTimeout(ctx, acquireTime)
	defer cancel()
	conn, err := g.Connector.Connect(waiting)
	if err != nil && waiting.Err() != nil && ctx.Err() == nil {
		return nil, ErrAway
	}
	return conn, err
}

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
