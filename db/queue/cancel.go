package queue

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/training"
)

// CancelRun ends a run that waits, at once, and asks the worker of one that runs to end it. To cancel twice changes nothing; a run that
// has come to another end is a *ConflictError.
func (store *Queue) CancelRun(ctx context.Context, viewer training.UserID, id training.RunID) (runs.Run, error) {
	var run runs.Run
	err := store.changeRun(ctx, "cancel run", viewer, id, func(ctx context.Context, tx bun.Tx, row runRow, _ int) error {
		run = row.run()
		switch run.Status {
		case runs.Cancelled:
			return nil
		case runs.Succeeded, runs.Failed:
			return postgres.Conflict("the run has ended: it %s", run.Status)
		}
		_, err := tx.NewRaw(`UPDATE plan_runs SET cancel_requested = true, cancel_requested_by = coalesce(cancel_requested_by, ?)
			WHERE id = ?`, viewer, id).Exec(ctx)
		if err != nil || run.Status == runs.Running {
			return err
		}
		run, err = store.cancelQueued(ctx, tx, row, viewer)
		return err
	})
	if err != nil {
		return runs.Run{}, err
	}
	return run, nil
}

// cancelQueued ends a run that no worker has.
func (store *Queue) cancelQueued(ctx context.Context, tx bun.Tx, row runRow, by training.UserID) (runs.Run, error) {
	now := store.db.Now()
	cancelled := &runs.RunCancelled{By: by, EventHead: runs.EventHead{
		Stage: runs.Analyze, At: now, Message: "Cancelled before it began.",
	}}
	row.Status, row.FinishedAt = runs.Cancelled, &now
	if err := appendEvents(ctx, tx, row.ID, cancelled); err != nil {
		return runs.Run{}, err
	}
	return row.run(), endRun(ctx, tx, row, nil)
}
