package db

import (
	"context"

	"github.com/prometheus/client_golang/prometheus"
)

// Ready tells whether the database answers.
func (db *DB) Ready(ctx context.Context) error { return db.postgres.Ready(ctx) }

// Collect registers what is known of the database and its runs: connections in use, and runs by status.
func (db *DB) Collect(registry prometheus.Registerer) {
	db.postgres.Collect(registry)
	db.Queue.Collect(registry)
}
