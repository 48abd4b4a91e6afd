package postgres

import (
	"context"
	"database/sql/driver"
	"time"
)

// acquireTime is how long a statement waits for a connection of the pool: longer waits mean that the database does not answer.
const acquireTime = 5 * time.Second

// gate gives out connections of the pool while the database answers. While it is known not to, who asks is told so at once.
type gate struct {
	driver.Connector
	lines *lines
}

// Connect takes a connection of the pool.
func (g gate) Connect(ctx context.Context) (driver.Conn, error) {
	if g.lines.isAway() {
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
