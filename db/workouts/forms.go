package workouts

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/session"
)

// RewriteForms writes workouts that are stored in an earlier form in the newest, and reads the families of those that an earlier edition of
// package session has read, with what is worked out from either. What they say stays as it is, so they keep their revisions. Servers that do so
// at once take turns; where there is none it costs two looks into indexes.
func (store *Library) RewriteForms(ctx context.Context) error {
	for _, old := range []postgres.Condition{
		func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("w.body LIKE '[%'") },
		func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("w.reading < ?", session.Edition) },
	} {
		for again := true; again; {
			err := store.db.InTx(ctx, "rewrite workouts", func(ctx context.Context, tx bun.Tx) error {
				count, err := rewriteSome(ctx, tx, old)
				again = count > 0
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func rewriteSome(ctx context.Context, tx bun.Tx, old postgres.Condition) (int, error) {
	var rows []workoutRow
	err := tx.NewSelect().Model(&rows).Apply(old).OrderExpr("w.id").Limit(rewriteBatch).For("UPDATE OF w").Scan(ctx)
	if err != nil {
		return 0, err
	}
	library := false
	for _, row := range rows {
		library = library || row.OwnerID == nil
		again, err := newWorkoutRow(row.atReference())
		if err != nil {
			return 0, fmt.Errorf("workout %s: %w", row.ID, err)
		}
		if err := again.readByOwner(ctx, tx); err != nil {
			return 0, err
		}
		if _, err := tx.NewUpdate().Model(&again).Column("body", "content_hash", "family", "level", "reading", "by_thresholds").WherePK().Exec(ctx); err != nil {
			return 0, err
		}
	}
	if library {
		err = noteRewritten(ctx, tx)
	}
	return len(rows), err
}
