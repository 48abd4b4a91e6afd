package db

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"fortnight/db/accounts"
	"fortnight/db/activities"
	"fortnight/db/athletes"
	"fortnight/db/calendars"
	"fortnight/db/export"
	"fortnight/db/journal"
	"fortnight/db/keyring"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/db/queue"
	"fortnight/db/workouts"
	"fortnight/planner/runs"
	"fortnight/training"
)

// MaxConnections is the largest pool that Open makes.
const MaxConnections = postgres.MaxConnections

// DefaultCacheBytes is how much is remembered where nobody says otherwise: the shared library, for searches, up to some 6,000 workouts, and workouts,
// calendars and users that were read.
const DefaultCacheBytes = 36 << 20

// Options are what a caller decides.
type Options struct {
	// MaxConnections is the size of the pool, 2 to MaxConnections.
	MaxConnections int
	// Log hears the server's warnings.
	Log *slog.Logger
	// Now tells the time that is written into rows; nil for time.Now.
	Now func() time.Time
	// Observe is told of every statement, its text, how long it took and how it failed, on many goroutines; nil for nobody.
	Observe func(statement string, took time.Duration, err error)
	// CacheBytes is how much memory what is remembered may take, about; 0 for DefaultCacheBytes.
	CacheBytes int
	// WorkoutText is what of a workout is embedded. Who writes and searches workouts gives it, and calls ServeBy before the first.
	WorkoutText func(training.Workout) string
	// Tells names what a text is about, and its words that say something: what a query and a workout have in common tells why it was found.
	// Nil for nothing.
	Tells func(text string) (concepts, words []string)
}

// DB is all that is stored: each store has what it needs of one pool of connections, and who needs one store alone takes that.
type DB struct {
	*accounts.Accounts
	*keyring.Keyring
	*athletes.Profiles
	*workouts.Library
	*journal.Journal
	*calendars.Calendars
	*activities.TrainingLog
	*queue.Queue
	*export.Exports

	postgres *postgres.DB
	listener *live.Listener
}

var _ runs.Store = (*DB)(nil)

// Open connects to the database at a PostgreSQL address, postgres://user:password@host:port/name, and fails unless the server
// answers and is PostgreSQL 15 or newer. The address must lead to the server itself: a pooler that hands out connections by
// transaction knows neither LISTEN nor the session settings.
func Open(ctx context.Context, url string, options Options) (*DB, error) {
	pool, err := postgres.Open(ctx, url, postgres.Options{MaxConnections: options.MaxConnections, Log: options.Log, Now: options.Now, Observe: options.Observe})
	if err != nil {
		return nil, err
	}
	db, err := compose(pool, options)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open database: %w", err), pool.Close())
	}
	return db, nil
}

func compose(pool *postgres.DB, options Options) (*DB, error) {
	of := cmp.Or(options.CacheBytes, DefaultCacheBytes)
	memory, err := workouts.NewMemory(pool, options.Tells, workouts.Bytes{Shelf: of / 3, Rows: of * 7 / 24, Heads: of / 24, Loads: of / 12, Vectors: of / 24, Queries: of / 24})
	if err != nil {
		return nil, err
	}
	shelf := workouts.New(pool, memory, options.WorkoutText)
	listener, reader, writer := live.New(pool), calendars.NewReader(pool, memory), journal.NewWriter(pool)
	days := calendars.New(pool, listener, reader, writer, of/8) // of some twenty athletes who have trained every day for years
	logIns, err := accounts.New(pool, listener)
	if err != nil {
		return nil, err
	}
	people := athletes.New(pool, listener, queue.CancelRunsOf, of/24)
	return &DB{
		Accounts: logIns, Keyring: keyring.New(pool), Profiles: people, Library: shelf, Journal: journal.New(pool, writer), Calendars: days,
		TrainingLog: activities.New(pool, reader, writer), Queue: queue.New(pool, listener, reader, writer), Exports: export.New(pool),
		postgres: pool, listener: listener,
	}, nil
}

// Close ends what is being watched, waits for the connections that are in use and closes them all.
func (db *DB) Close() error {
	db.listener.Close()
	return db.postgres.Close()
}
