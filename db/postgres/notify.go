package postgres

import (
	"context"

	"github.com/uptrace/bun"
)

// Notify announces something on a channel, of a transaction when it commits. It is a statement of its own always: as a part of one on an athlete's
// data it would be said on the machine that keeps the athlete, where nobody listens.
func Notify(ctx context.Context, tx bun.IDB, channel, payload string) error {
	_, err := tx.NewRaw("SELECT pg_notify(?, ?)", channel, payload).Exec(ctx)
	return err
}
