package postgres

import (
	"context"

	"github.com/uptrace/bun"
)

// Notify announces something on a channel when the transaction commits.
func Notify(ctx context.Context, tx bun.Tx, channel, payload string) error {
	_, err := tx.NewRaw("SELECT pg_notify(?, ?)", channel, payload).Exec(ctx)
	return err
}
