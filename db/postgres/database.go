package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
)

// DB is a pool of connections, as bun and as the driver itself know it, with the clock and the log of those who use it.
type DB struct {
	Bun  *bun.DB
	Pool *pgxpool.Pool
	Log  *slog.Logger

	clock func() time.Time
	lines *lines          // the connections of the pool
	dial  pgconn.DialFunc // how they are made, as the address says
}

// Open connects to the database at a PostgreSQL address, postgres://user:password@host:port/name, and fails unless the server
// answers and is PostgreSQL 15 or newer. The address must lead to the server itself: a pooler that hands out connections by
// transaction knows neither LISTEN nor the session settings.
func Open(ctx context.Context, url string, options Options) (*DB, error) {
	config, err := poolConfig(url, options)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	lines, dial := newLines(), config.ConnConfig.DialFunc
	config.ConnConfig.DialFunc = listeningDial(dial, maxSilence, lines)
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	if err := checkServer(ctx, pool); err != nil {
		pool.Close()
		return nil, fmt.Errorf("open database: %w", err)
	}
	connections := sql.OpenDB(gate{stdlib.GetPoolConnector(pool), lines})
	connections.SetMaxIdleConns(0) // the pool keeps them
	db := &DB{Bun: bun.NewDB(connections, pgdialect.New()), Pool: pool, Log: options.Log, clock: options.Now, lines: lines, dial: dial}
	if db.clock == nil {
		db.clock = time.Now
	}
	return db, nil
}

// Close waits for the connections that are in use and closes them all.
func (db *DB) Close() error {
	err := db.Bun.Close()
	db.Pool.Close()
	return err
}

// Now is the time as the database keeps it: to the microsecond, in UTC.
func (db *DB) Now() time.Time { return db.clock().UTC().Truncate(time.Microsecond) }

// Collect registers how many connections there are and are in use.
func (db *DB) Collect(registry prometheus.Registerer) {
	for name, read := range map[string]func() float64{
		"fortnight_database_connections":      func() float64 { return float64(db.Pool.Stat().TotalConns()) },
		"fortnight_database_connections_busy": func() float64 { return float64(db.Pool.Stat().AcquiredConns()) },
	} {
		registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: "Connections of the pool."}, read))
	}
}
