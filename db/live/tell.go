package live

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/uptrace/bun"

	"fortnight/db/postgres"
)

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
