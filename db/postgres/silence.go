package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// maxSilence is how long a server may say nothing while somebody waits for it, whatever context they wait with: it ends each statement after
// statement_timeout itself, so it hangs if it says nothing for a third longer.
const maxSilence = 20 * time.Second

// listening is a connection of which no read and no write waits for longer than a bound. A server that is frozen, or gone without a word, would
// be waited for as long as whoever asks has patience, which may be for ever.
type listening struct {
	net.Conn
	lines *lines

	reading, writing atomic.Int64 // since when a read and a write wait, as lines count; 0 for none

	mu     sync.Mutex
	bound  time.Duration // 0 for none
	reads  time.Time     // deadlines that were asked for, zero for none
	writes time.Time
}

// listeningDial makes connections of a dialer such ones, which lines know.
func listeningDial(dial pgconn.DialFunc, bound time.Duration, lines *lines) pgconn.DialFunc {
	return func(ctx context.Context, network, addr string) (net.Conn, error) {
		if lines.isAway() {
			return nil, ErrAway
		}
		conn, err := dial(ctx, network, addr)
		if err != nil {
			return nil, err
		}
		c := &listening{Conn: conn, bound: bound, lines: lines}
		return c, lines.add(c)
	}
}

// Read waits no longer than the bound, nor than the deadline that was set.
func (c *listening) Read(into []byte) (int, error) {
	if err := c.limit(&c.reads, c.Conn.SetReadDeadline); err != nil {
		return 0, err
	}
	c.reading.Store(c.lines.now())
	n, err := c.Conn.Read(into)
	c.reading.Store(0)
	if n > 0 {
		c.lines.heard.Store(c.lines.now())
	}
	return n, err
}

// Write waits no longer than the bound, nor than the deadline that was set.
func (c *listening) Write(text []byte) (int, error) {
	if err := c.limit(&c.writes, c.Conn.SetWriteDeadline); err != nil {
		return 0, err
	}
	c.writing.Store(c.lines.now())
	defer c.writing.Store(0)
	return c.Conn.Write(text)
}

// Close ends the connection.
func (c *listening) Close() error {
	c.lines.remove(c)
	return c.Conn.Close()
}

// isPatient tells whether silence has no bound.
func (c *listening) isPatient() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.bound == 0
}

// limit sets the deadline of what comes next. It holds the lock, so that a deadline that is set meanwhile, as it is when a context ends, comes
// after it and is not lost.
func (c *listening) limit(asked *time.Time, set func(time.Time) error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	deadline := *asked
	if c.bound > 0 {
		if end := time.Now().Add(c.bound); deadline.IsZero() || end.Before(deadline) {
			deadline = end
		}
	}
	return set(deadline)
}

// SetDeadline sets both deadlines, zero for none.
func (c *listening) SetDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.reads, c.writes = t, t
	return c.Conn.SetDeadline(t)
}

// SetReadDeadline sets until when reads may wait, zero for no end.
func (c *listening) SetReadDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.reads = t
	return c.Conn.SetReadDeadline(t)
}

// SetWriteDeadline sets until when writes may wait, zero for no end.
func (c *listening) SetWriteDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.writes = t
	return c.Conn.SetWriteDeadline(t)
}

// rebound changes the bound of a connection and returns the one it had.
func (c *listening) rebound(bound time.Duration) time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	before := c.bound
	c.bound = bound
	return before
}

// patiently lends a connection without a bound on silence, for a statement that takes as long as it takes.
func patiently(conn *sql.Conn, use func() error) error {
	var (
		lent  *listening
		bound time.Duration
	)
	err := conn.Raw(func(driver any) error {
		under, is := driver.(*stdlib.Conn)
		if !is {
			return fmt.Errorf("a connection is %T", driver)
		}
		wire := under.Conn().PgConn().Conn()
		for {
			encrypted, is := wire.(interface{ NetConn() net.Conn })
			if !is {
				break
			}
			wire = encrypted.NetConn()
		}
		if lent, is = wire.(*listening); !is {
			return fmt.Errorf("a connection goes over %T", wire)
		}
		bound = lent.rebound(0)
		return nil
	})
	if err != nil {
		return err
	}
	defer lent.rebound(bound)
	return use()
}
