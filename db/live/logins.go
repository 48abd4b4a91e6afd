package live

import (
	"context"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/uptrace/bun"

	"fortnight/db/postgres"
)

// logIns is who is told when log-ins end, and who waits until every process was told.
type logIns struct {
	mu     sync.Mutex
	ended  func(user string)        // nil for nobody
	echoes map[string]chan struct{} // one signal for each process that has heard of what has that name
}

func (l *logIns) end(user string) {
	l.mu.Lock()
	ended := l.ended
	l.mu.Unlock()
	if ended != nil {
		ended(user)
	}
}

// wait returns what has a signal for each process that has heard of an announcement of that name, until stop.
func (l *logIns) wait(name string) (heard <-chan struct{}, stop func()) {
	echoes := make(chan struct{}, mostEchoes)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.echoes[name] = echoes
	return echoes, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.echoes, name)
	}
}

func (l *logIns) echo(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	select {
	case l.echoes[name] <- struct{}{}:
	default: // somebody else's, or of more processes than are waited for
	}
}

// OnEndedLogIns has ended called with whose log-ins have ended, "" for those of anybody: after a notification, and after notifications may
// have been missed. It is for one caller.
func (l *Listener) OnEndedLogIns(ended func(user string)) {
	l.hub.logIns.mu.Lock()
	l.hub.logIns.ended = ended
	l.hub.logIns.mu.Unlock()
	l.begin()
}

// Hears tells whether what is announced is heard: the connection that listens gave a sign of life within the time in which it would be asked for
// one.
func (l *Listener) Hears() bool {
	last := l.heard.Load()
	return last != 0 && time.Since(l.born)-time.Duration(last) < keepAlive+hearingSlack
}

// hearingSlack is how long the answer to the question whether the server is still there may take.
const hearingSlack = time.Second

// echoTime is how long the end of a log-in waits until every process has heard of it, and mostEchoes of how many processes at most.
const (
	echoTime   = time.Second
	mostEchoes = 1000
)

// Tell announces within a transaction whose log-ins are others by now, "" for those of many, and whether some are over.
type Tell func(tx bun.IDB, user string, over bool) error

// ChangeLogIns has change change log-ins and tell of it. When it returns this process was told, and where log-ins are over every other process
// that lives has forgotten them, but for one that does not answer within a second.
func (l *Listener) ChangeLogIns(ctx context.Context, change func(Tell) error) error {
	var whose, name string
	told := false
	heard, stop := (<-chan struct{})(nil), func() {}
	defer func() { stop() }()
	err := change(func(tx bun.IDB, user string, over bool) error {
		if whose, told = user, true; over && name == "" {
			name = uuid.NewString()
			heard, stop = l.hub.logIns.wait(name)
		}
		return postgres.Notify(ctx, tx, LogInChannel, user+" "+name)
	})
	if err != nil || !told {
		return err
	}
	l.hub.logIns.end(whose)
	if name != "" && l.Hears() {
		l.await(ctx, heard)
	}
	return nil
}

// await waits for as many signals as processes live, whose locks tell.
func (l *Listener) await(ctx context.Context, heard <-chan struct{}) {
	ctx, cancel := context.WithTimeout(ctx, echoTime)
	defer cancel()
	var living int
	err := l.db.Pool.QueryRow(ctx, `SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = $1::bigint::oid AND granted
		AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`, int64(WorkerLocks)).Scan(&living)
	for err == nil && living > 0 {
		select {
		case <-heard:
			living--
		case <-ctx.Done():
			err = ctx.Err()
		}
	}
	if err != nil {
		l.db.Log.WarnContext(ctx, "not every process is known to have heard that a log-in is over", "error", err)
	}
}

// answer says that this process has heard of an announcement.
func (l *Listener) answer(name string) {
	ctx, cancel := context.WithTimeout(context.Background(), echoTime) // nobody waits for longer
	defer cancel()
	if _, err := l.db.Pool.Exec(ctx, "SELECT pg_notify($1, $2)", HeardChannel, name); err != nil && !postgres.Unavailable(err) {
		l.db.Log.WarnContext(ctx, "could not say that the end of a log-in was heard of", "error", err)
	}
}
