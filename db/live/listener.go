package live

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"fortnight/db/postgres"
)

// reconnectPause is how long a process waits before it tries again to listen.
const reconnectPause = 250 * time.Millisecond

// Listener is the one connection on which a process listens, and what is told to those who wait in the process. The connection is not one
// of the pool. While it lives it holds the lock of the process's worker number, by which others know that the process lives.
//
// A notification only says that there is something to read. Where the connection is lost, everybody is told to look once it is back.
type Listener struct {
	db     *postgres.DB
	hub    *hub
	start  sync.Once
	done   chan struct{} // closed with the database
	stop   sync.Once
	ended  sync.WaitGroup
	number atomic.Int32 // of the worker; 0 while there is no connection
	born   time.Time
	heard  atomic.Int64 // the last sign of life of the connection, after born; 0 while there is none
}

// New is a listener that begins to listen when somebody first waits for something. It tells the database when it is away.
func New(db *postgres.DB) *Listener {
	l := &Listener{db: db, hub: newHub(), done: make(chan struct{}), born: time.Now()}
	l.hub.answer = func(name string) { l.ended.Go(func() { l.answer(name) }) }
	return l
}

// Close ends the connection and waits for what runs on it.
func (l *Listener) Close() {
	l.start.Do(func() {}) // nothing starts any more
	l.stop.Do(func() { close(l.done) })
	l.ended.Wait()
}

// begin starts to listen, the first time.
func (l *Listener) begin() {
	l.start.Do(func() {
		ctx, cancel := context.WithCancel(context.Background()) // no request's: the connection lives as long as the process wants
		l.ended.Go(func() { l.listen(ctx) })
		l.ended.Go(func() { rights{l.db}.keep(ctx, l.hub) })
		l.ended.Go(func() { <-l.done; cancel() })
	})
}

// Worker is the process's number, nil while nothing proves that the process lives: then its leases alone count.
func (l *Listener) Worker() *int32 {
	if n := l.number.Load(); n != 0 {
		return &n
	}
	return nil
}

// listen keeps a connection that listens, for as long as the process wants one. It tells once when the database is lost, and once when it is
// there again.
func (l *Listener) listen(ctx context.Context) {
	lost := false
	for ctx.Err() == nil {
		connected := false
		err := l.listenOnce(ctx, func() {
			if connected = true; lost {
				l.db.Log.InfoContext(ctx, "the database answers again")
			}
			lost = false
			l.db.SetAway(false)
		})
		l.heard.Store(0)
		l.hub.logIns.end("")
		number := l.number.Swap(0)
		if ctx.Err() != nil {
			return
		}
		if !lost {
			l.db.Log.WarnContext(ctx, "lost the connection that listens", "error", err)
			lost = true
		}
		if !connected || errors.Is(err, errSilent) || pgconn.Timeout(err) { // else it may be this connection alone
			l.db.SetAway(true)
		} else {
			l.db.Renew()
			l.disown(ctx, number)
		}
		select {
		case <-ctx.Done():
		case <-time.After(reconnectPause):
		}
	}
}

// disown takes the number, which proves nothing any more, from the process's runs, so that nobody takes them for those of a dead one. What runs has
// an index, whatever has ever run.
func (l *Listener) disown(ctx context.Context, number int32) {
	if number == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, postgres.StatementTime)
	defer cancel()
	if _, err := l.db.Pool.Exec(ctx, "UPDATE plan_runs SET worker_id = NULL WHERE status = 'RUNNING' AND worker_id = $1", number); err != nil && !postgres.Unavailable(err) {
		l.db.Log.WarnContext(ctx, "runs keep the number of a lost connection", "error", err)
	}
}

// listenTime is how long it may take to connect and to begin to listen.
const listenTime = 3 * time.Second

// listenOnce listens until the connection is lost, and calls connected when it is there.
func (l *Listener) listenOnce(ctx context.Context, connected func()) error {
	config := l.db.Beside()
	config.OnNotification = func(_ *pgconn.PgConn, n *pgconn.Notification) { l.hub.hear(n.Channel, n.Payload) }
	begin, cancel := context.WithTimeout(ctx, listenTime)
	defer cancel()
	conn, err := pgx.ConnectConfig(begin, config)
	if err != nil {
		return err
	}
	defer func() {
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		_ = conn.Close(ending)
	}()
	for _, channel := range []string{RunChannel, CancelChannel, QueueChannel, CoachChannel, CalendarChannel, LogInChannel, HeardChannel} {
		if _, err := conn.Exec(begin, "LISTEN "+channel); err != nil {
			return err
		}
	}
	if err := l.enlist(begin, conn); err != nil {
		return err
	}
	connected()
	l.hub.wakeAll()
	for {
		l.heard.Store(int64(time.Since(l.born)))
		if err := l.wait(ctx, conn); err != nil {
			return err
		}
	}
}

// How long the server is trusted that says nothing: while nobody waits for it, since one whose other end is gone without a word would never tell,
// and while somebody does, who is to be told within a second that it does not answer. How often it is looked whether somebody does, and how long it
// may take to answer the question whether it is still there, of this process's own time.
const (
	keepAlive  = 3 * time.Second
	trusted    = 200 * time.Millisecond
	lookEvery  = 100 * time.Millisecond
	answerTime = 600 * time.Millisecond
)

// errSilent says that the server did not answer when it was asked whether it is still there.
var errSilent = fmt.Errorf("no answer in %s", answerTime)

// wait waits for a notification, and asks whether the server is still there where it has been silent for too long.
func (l *Listener) wait(ctx context.Context, conn *pgx.Conn) error {
	for began := time.Now(); ; {
		silence, cancel := context.WithTimeout(ctx, lookEvery)
		err := conn.PgConn().WaitForNotification(silence)
		cancel()
		if err == nil || ctx.Err() != nil || !pgconn.Timeout(err) {
			return err
		}
		if time.Since(began) >= keepAlive || l.db.Waited(trusted) {
			break
		}
	}
	ping, stop := ofOwnTime(ctx, answerTime)
	defer stop()
	if err := conn.Ping(ping); err == nil || ctx.Err() != nil || ping.Err() == nil {
		return err
	}
	return errSilent
}

// ofOwnTime ends a context after a time of this process's own: one that was stopped, or had no processor, did not wait meanwhile.
func ofOwnTime(ctx context.Context, limit time.Duration) (context.Context, context.CancelFunc) {
	const pieces = 12
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		defer cancel()
		tick := time.NewTicker(limit / pieces) // which passes over what nobody took
		defer tick.Stop()
		for range pieces {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
		}
	}()
	return ctx, cancel
}

// enlist gives the process a worker number and takes its lock, which lives as long as the connection.
func (l *Listener) enlist(ctx context.Context, conn *pgx.Conn) error {
	var number int32
	if err := conn.QueryRow(ctx, "SELECT nextval('worker_ids')::integer").Scan(&number); err != nil {
		return err
	}
	var locked bool
	if err := conn.QueryRow(ctx, "SELECT pg_try_advisory_lock($1, $2)", int32(WorkerLocks), number).Scan(&locked); err != nil {
		return err
	}
	if !locked {
		return fmt.Errorf("worker number %d is taken", number) // the sequence went round; the next try has the next number
	}
	l.number.Store(number)
	return nil
}

// WorkerLocks is the class of the advisory locks that living workers hold, "fnw" in ASCII.
const WorkerLocks = 0x666e77

// answer says that this process has heard of an announcement.
func (l *Listener) answer(name string) {
	ctx, cancel := context.WithTimeout(context.Background(), echoTime) // nobody waits for longer
	defer cancel()
	if _, err := l.db.Pool.Exec(ctx, "SELECT pg_notify($1, $2)", HeardChannel, name); err != nil && !postgres.Unavailable(err) {
		l.db.Log.WarnContext(ctx, "could not say that the end of a log-in was heard of", "error", err)
	}
}
