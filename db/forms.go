package db

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"
)

// rewriteBatch is how many workouts are rewritten in one transaction.
const rewriteBatch = 200

// rewriteForms writes workouts that are stored in an earlier form in the newest, with what is worked out from it. What they say stays as it is,
// so they keep their revisions. Servers that do so at once take turns; where there is none it costs a look into an empty index.
func (db *DB) rewriteForms(ctx context.Context) error {
	for {
		count := 0
		err := db.inTx(ctx, "rewrite workouts", func(ctx context.Context, tx bun.Tx) (err error) {
			count, err = rewriteSomeForms(ctx, tx)
			return err
		})
		if err != nil || count == 0 {
			return err
		}
	}
}

func rewriteSomeForms(ctx context.Context, tx bun.Tx) (int, error) {
	var rows []workoutRow
	err := tx.NewSelect().Model(&rows).Where("w.body LIKE '[%'").OrderExpr("w.id").Limit(rewriteBatch).For("UPDATE OF w").Scan(ctx)
	if err != nil {
		return 0, err
	}
	for _, row := range rows {
		again, err := newWorkoutRow(row.atReference())
		if err != nil {
			return 0, fmt.Errorf("workout %s: %w", row.ID, err)
		}
		if _, err := tx.NewUpdate().Model(&again).Column("body", "content_hash").WherePK().Exec(ctx); err != nil {
			return 0, err
		}
	}
	return len(rows), nil
}
