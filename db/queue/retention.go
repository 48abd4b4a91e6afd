package queue

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/training"
)

// retentionBatch is how many runs are looked for at a time.
const retentionBatch = 100

// FoldRuns packs the events of runs that ended before an instant into the runs, all of them as they are: a run then stores a fifth of what it did,
// and says the same. It returns how many runs it folded. A run that was cancelled has few events, and one of them may have to forget who
// cancelled it: they stay as they are.
func (store *Queue) FoldRuns(ctx context.Context, before time.Time) (int, error) {
	return store.each(ctx, "fold runs", before, "r.events IS NULL AND r.event_count > 0 AND r.status IN ('SUCCEEDED', 'FAILED')", fold)
}

// DeleteRuns deletes runs that ended before an instant, with all that is only theirs, and returns how many. Sessions that they planned stay, planned
// by nobody's run.
func (store *Queue) DeleteRuns(ctx context.Context, before time.Time) (int, error) {
	return store.each(ctx, "delete runs", before, "TRUE", deleteRun)
}

// each does something with those runs that ended before an instant and of which a condition holds, each in a transaction of its own that has locked
// it, until there is none.
func (store *Queue) each(ctx context.Context, operation string, until time.Time, condition string,
	do func(context.Context, bun.Tx, training.UserID, training.RunID) error,
) (int, error) {
	for done := 0; ; {
		var found []leaseRow
		err := store.db.Bun.NewSelect().Model(&found).Column("r.id", "r.athlete_id").Where("r.finished_at < ?", until).Where(condition).
			OrderExpr("r.finished_at").Limit(retentionBatch).Scan(ctx)
		if err != nil || len(found) == 0 {
			return done, postgres.Wrap(operation, err)
		}
		before := done
		for _, run := range found {
			err := store.db.InTx(ctx, operation, func(ctx context.Context, tx bun.Tx) error { return do(ctx, tx, run.AthleteID, run.ID) })
			switch {
			case err == nil:
				done++
			case !errors.Is(err, postgres.ErrNotFound): // its account may be gone meanwhile
				return done, err
			}
		}
		if done == before {
			return done, nil
		}
	}
}

func fold(ctx context.Context, tx bun.Tx, athlete training.UserID, run training.RunID) error {
	if _, err := readRun(ctx, tx, athlete, run); err != nil {
		return err
	}
	var rows []runEventRow
	err := tx.NewSelect().Model(&rows).Where("e.athlete_id = ? AND e.run_id = ?", athlete, run).OrderExpr("e.sequence").Scan(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewRaw("UPDATE plan_runs SET events = ? WHERE athlete_id = ? AND id = ?", postgres.Packed[[]runEventRow]{Of: &rows}, athlete, run).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewRaw("DELETE FROM plan_events WHERE athlete_id = ? AND run_id = ?", athlete, run).Exec(ctx)
	return err
}

func deleteRun(ctx context.Context, tx bun.Tx, athlete training.UserID, run training.RunID) error {
	if _, err := access.LockCalendar(ctx, tx, athlete, athlete); err != nil {
		return err
	}
	var days []training.Date
	err := tx.NewRaw("UPDATE planned_sessions SET run_id = NULL WHERE athlete_id = ? AND run_id = ? RETURNING date", athlete, run).Scan(ctx, &days)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	for _, statement := range []string{
		"DELETE FROM calendar_changes WHERE athlete_id = ? AND run_id = ?",
		"DELETE FROM plan_runs WHERE athlete_id = ? AND id = ?",
	} {
		if _, err := tx.NewRaw(statement, athlete, run).Exec(ctx); err != nil {
			return err
		}
	}
	if err := postgres.Notify(ctx, tx, live.RunChannel, string(run)); err != nil || len(days) == 0 {
		return err
	}
	return access.TouchCalendar(ctx, tx, athlete, days...)
}
