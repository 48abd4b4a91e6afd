package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"fortnight/training"
)

// minServerMajor is the oldest PostgreSQL that the statements are tested with.
const minServerMajor = 15

// MaxConnections is the largest pool that Open makes; a private cluster has 100 connections for all its users together.
const MaxConnections = 90

// sessionSettings are each connection's, unless the address given to Open says otherwise.
var sessionSettings = map[string]string{
	"application_name":  "fortnight",
	"timezone":          "UTC",
	"search_path":       "public",
	"statement_timeout": "15s", // a hundred times what the slowest of our queries takes
	"lock_timeout":      "5s",  // long before a waiting request is given up by its client
	// No transaction waits for anything but the database, so one that is idle this long belongs to a process that hangs.
	"idle_in_transaction_session_timeout": "30s",
}

// Options are what a caller decides about a connection pool.
type Options struct {
	// MaxConnections is the size of the pool, 2 to MaxConnections.
	MaxConnections int
	// Log hears the server's warnings.
	Log *slog.Logger
}

// DB is a pool of connections to Fortnight's database.
type DB struct {
	// Now tells the time that is written into rows: time.Now, unless a test decides. Set it before the first use.
	Now func() time.Time
	// WorkoutText is what of a workout is embedded. Set it, and call ServeBy, before the first workout is written or searched for.
	WorkoutText func(training.Workout) string
	// Tells names what a text is about, and its words that say something: what a query and a workout have in common tells why it was found.
	// Nil for nothing.
	Tells func(text string) (concepts, words []string)

	bun  *bun.DB
	pool *pgxpool.Pool
	log  *slog.Logger
	live *live

	embedders embedders
	queries   *lru.Cache[cacheKey, meaning]
	known     known
	snapshots *lru.Cache[snapshotKey, keptSnapshot]
	exactRows int
	vectors   sync.Mutex // held while it is asked what pgvector can
	pgvector  string
}

// Open connects to the database at a PostgreSQL address, postgres://user:password@host:port/name, and fails unless the server
// answers and is PostgreSQL 15 or newer. The address must lead to the server itself: a pooler that hands out connections by
// transaction knows neither LISTEN nor the session settings.
func Open(ctx context.Context, url string, options Options) (*DB, error) {
	config, err := poolConfig(url, options)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	if err := checkServer(ctx, pool); err != nil {
		pool.Close()
		return nil, fmt.Errorf("open database: %w", err)
	}
	queries, err := lru.New[cacheKey, meaning](cachedQueries)
	known, err2 := newKnown()
	snapshots, err3 := lru.New[snapshotKey, keptSnapshot](keptSnapshots)
	if err := errors.Join(err, err2, err3); err != nil {
		pool.Close()
		return nil, fmt.Errorf("open database: %w", err)
	}
	return &DB{
		Now:  time.Now,
		bun:  bun.NewDB(stdlib.OpenDBFromPool(pool), pgdialect.New()),
		pool: pool,
		log:  options.Log,
		live: newLive(pool, options.Log),

		queries: queries, known: known, snapshots: snapshots, exactRows: exactRows,
	}, nil
}

// Close ends what is being watched, waits for the connections that are in use and closes them all.
func (db *DB) Close() error {
	db.live.close()
	err := db.bun.Close()
	db.pool.Close()
	return err
}

func poolConfig(url string, options Options) (*pgxpool.Config, error) {
	if options.MaxConnections < 2 || options.MaxConnections > MaxConnections {
		return nil, fmt.Errorf("the number of connections is %d, allowed are 2 to %d", options.MaxConnections, MaxConnections)
	}
	if options.Log == nil {
		return nil, errors.New("no log is given")
	}
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	config.MaxConns = int32(options.MaxConnections)
	config.MaxConnLifetime = time.Hour // lets the server give back what its caches have grown to
	config.MaxConnLifetimeJitter = 10 * time.Minute
	config.MaxConnIdleTime = 5 * time.Minute
	config.ConnConfig.ConnectTimeout = 5 * time.Second
	// bun writes values into the statements: to prepare each would cost a second round trip and fill the server's cache.
	config.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeExec
	config.ConnConfig.OnNotice = logNotice(options.Log)
	for name, value := range sessionSettings {
		if _, given := config.ConnConfig.RuntimeParams[name]; !given {
			config.ConnConfig.RuntimeParams[name] = value
		}
	}
	return config, nil
}

func logNotice(log *slog.Logger) pgconn.NoticeHandler {
	return func(_ *pgconn.PgConn, notice *pgconn.Notice) {
		level := slog.LevelDebug
		if notice.SeverityUnlocalized == "WARNING" {
			level = slog.LevelWarn
		}
		log.Log(context.Background(), level, "database notice", "message", notice.Message, "code", notice.Code)
	}
}

func checkServer(ctx context.Context, pool *pgxpool.Pool) error {
	return pool.AcquireFunc(ctx, func(conn *pgxpool.Conn) error {
		version := conn.Conn().PgConn().ParameterStatus("server_version") // 15.18 (Debian 15.18-0+deb12u1), 18beta1
		digits := strings.IndexFunc(version+".", func(r rune) bool { return r < '0' || r > '9' })
		major, err := strconv.Atoi(version[:digits])
		if err != nil || major < minServerMajor {
			return fmt.Errorf("the server is PostgreSQL %q; %d or newer is needed", version, minServerMajor)
		}
		return nil
	})
}

// session borrows one connection as database/sql knows it, without a time limit for statements. Locks still have theirs.
func (db *DB) session(ctx context.Context, use func(*sql.Conn) error) error {
	conn, err := db.bun.DB.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "SET statement_timeout = 0"); err != nil {
		return err
	}
	err = use(conn)
	_, resetErr := conn.ExecContext(context.WithoutCancel(ctx), "RESET statement_timeout")
	return errors.Join(err, resetErr)
}
