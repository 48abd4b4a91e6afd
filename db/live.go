package db

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"fortnight/training"
)

const (
	// reconnectPause is how long a process waits before it tries again to listen.
	reconnectPause = 250 * time.Millisecond
	// recheckInterval is how often it is looked at whether those who watch still may.
	recheckInterval = 2 * time.Second
)

// live is the one connection on which a process listens, and what is told to those who wait in the process. The connection is not one
// of the pool. While it lives it holds the lock of the process's worker number, by which others know that the process lives.
//
// A notification only says that there is something to read. Where the connection is lost, everybody is told to look once it is back.
type live struct {
	pool   *pgxpool.Pool
	log    *slog.Logger
	start  sync.Once
	done   chan struct{} // closed with the database
	stop   sync.Once
	ended  sync.WaitGroup
	number atomic.Int32 // of the worker; 0 while there is no connection

	mu        sync.Mutex
	queue     map[*signal]struct{}
	runs      map[training.RunID]map[*signal]struct{}
	calendars map[training.UserID]map[*signal]struct{}
}

func newLive(pool *pgxpool.Pool, log *slog.Logger) *live {
	return &live{
		pool: pool, log: log, done: make(chan struct{}),
		queue:     map[*signal]struct{}{},
		runs:      map[training.RunID]map[*signal]struct{}{},
		calendars: map[training.UserID]map[*signal]struct{}{},
	}
}

// close ends the connection and waits for what runs on it.
func (l *live) close() {
	l.start.Do(func() {}) // nothing starts any more
	l.stop.Do(func() { close(l.done) })
	l.ended.Wait()
}

// begin starts to listen, the first time.
func (l *live) begin() {
	l.start.Do(func() {
		ctx, cancel := context.WithCancel(context.Background()) // no request's: the connection lives as long as the process wants
		l.ended.Go(func() { l.listen(ctx) })
		l.ended.Go(func() { l.recheck(ctx) })
		l.ended.Go(func() { <-l.done; cancel() })
	})
}

// worker is the process's number, nil while nothing proves that the process lives: then its leases alone count.
func (l *live) worker() *int32 {
	if n := l.number.Load(); n != 0 {
		return &n
	}
	return nil
}

// listen keeps a connection that listens, for as long as the process wants one.
func (l *live) listen(ctx context.Context) {
	for ctx.Err() == nil {
		err := l.listenOnce(ctx)
		number := l.number.Swap(0)
		if ctx.Err() != nil {
			return
		}
		l.log.WarnContext(ctx, "lost the connection that listens", "error", err)
		l.disown(ctx, number)
		select {
		case <-ctx.Done():
		case <-time.After(reconnectPause):
		}
	}
}

// disown takes the number, which proves nothing any more, from the process's runs, so that nobody takes them for those of a dead one.
func (l *live) disown(ctx context.Context, number int32) {
	if number == 0 {
		return
	}
	if _, err := l.pool.Exec(ctx, "UPDATE plan_runs SET worker_id = NULL WHERE worker_id = $1", number); err != nil {
		l.log.WarnContext(ctx, "runs keep the number of a lost connection", "error", err)
	}
}

func (l *live) listenOnce(ctx context.Context) error {
	config := l.pool.Config().ConnConfig
	config.OnNotification = func(_ *pgconn.PgConn, n *pgconn.Notification) { l.hear(n.Channel, n.Payload) }
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for _, channel := range []string{runChannel, queueChannel, calendarChannel} {
		if _, err := conn.Exec(ctx, "LISTEN "+channel); err != nil {
			return err
		}
	}
	if err := l.enlist(ctx, conn); err != nil {
		return err
	}
	l.wakeAll()
	for {
		if err := wait(ctx, conn); err != nil {
			return err
		}
	}
}

// keepAlive is how long a silent connection is trusted: one whose other end is gone without a word would never tell.
const keepAlive = 3 * time.Second

// wait waits for a notification, and asks after a silent while whether the server is still there.
func wait(ctx context.Context, conn *pgx.Conn) error {
	silence, cancel := context.WithTimeout(ctx, keepAlive)
	defer cancel()
	err := conn.PgConn().WaitForNotification(silence)
	if err == nil || ctx.Err() != nil || !pgconn.Timeout(err) {
		return err
	}
	ping, stop := context.WithTimeout(ctx, keepAlive)
	defer stop()
	return conn.Ping(ping)
}

// enlist gives the process a worker number and takes its lock, which lives as long as the connection.
func (l *live) enlist(ctx context.Context, conn *pgx.Conn) error {
	var number int32
	if err := conn.QueryRow(ctx, "SELECT nextval('worker_ids')::integer").Scan(&number); err != nil {
		return err
	}
	var locked bool
	if err := conn.QueryRow(ctx, "SELECT pg_try_advisory_lock($1, $2)", int32(workerLocks), number).Scan(&locked); err != nil {
		return err
	}
	if !locked {
		return fmt.Errorf("worker number %d is taken", number) // the sequence went round; the next try has the next number
	}
	l.number.Store(number)
	return nil
}
