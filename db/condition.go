package db

import (
	"context"
	"time"

	"fortnight/db/postgres"
)

// Condition is what an operator asks first about a database server.
type Condition struct {
	Server      string        // its version, as 15.18
	Vector      string        // the version of pgvector in this database, empty where it is not created
	VectorThere bool          // pgvector can be created
	Standby     bool          // the server takes no writes
	Ahead       time.Duration // how far its clock is ahead of ours, negative where it is behind
	Connections int           // that are open, of all databases of the server
	Most        int           // connections that it takes
	Bytes       int64         // that the database takes
	SigningKeys int           // that are stored, sealed
}

// Condition looks at the server and changes nothing; it may be asked before the first migration.
func (db *DB) Condition(ctx context.Context) (c Condition, err error) {
	var clock time.Time
	began := time.Now()
	err = db.postgres.Pool.QueryRow(ctx, `SELECT current_setting('server_version'),
		coalesce((SELECT extversion FROM pg_extension WHERE extname = 'vector'), ''),
		EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'vector'),
		pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on', clock_timestamp(),
		(SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'), current_setting('max_connections')::int,
		pg_database_size(current_database())`).
		Scan(&c.Server, &c.Vector, &c.VectorThere, &c.Standby, &clock, &c.Connections, &c.Most, &c.Bytes)
	if err != nil {
		return Condition{}, postgres.Wrap("look at the database", err)
	}
	ended := time.Now()
	c.Ahead = clock.Sub(began.Add(ended.Sub(began) / 2))
	var there bool
	if err = db.postgres.Pool.QueryRow(ctx, "SELECT to_regclass('public.signing_keys') IS NOT NULL").Scan(&there); err == nil && there {
		err = db.postgres.Pool.QueryRow(ctx, "SELECT count(*) FROM signing_keys").Scan(&c.SigningKeys)
	}
	return c, postgres.Wrap("look at the database", err)
}
