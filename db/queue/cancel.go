package queue

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/live"
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
			WHERE athlete_id = ? AND id = ?`, viewer, row.AthleteID, id).Exec(ctx)
		if err == nil && run.Status == runs.Running {
			return postgres.Notify(ctx, tx, live.CancelChannel, string(id))
		}
		if err != nil {
			return err
		}
		run, err = cancelQueued(ctx, tx, store.db.Now(), row, viewer)
		return err
	})
	if err != nil {
		return runs.Run{}, err
	}
	return run, nil
}

// cancelQueued ends a run that no worker has.
func cancelQueued(ctx context.Context, tx bun.Tx, at time.Time, row runRow, by training.UserID) (runs.Run, error) {
	cancelled := &runs.RunCancelled{By: by, EventHead: runs.EventHead{
		Stage: runs.Analyze, At: at, Message: "Cancelled before it began.",
	}}
	row.Status, row.FinishedAt = runs.Cancelled, &at
	if err := appendEvents(ctx, tx, row.AthleteID, row.ID, cancelled); err != nil {
		return runs.Run{}, err
	}
	return row.run(), endRun(ctx, tx, row, nil)
}

// CancelRunsOf ends, at a time, those runs for an athlete, whose calendar is locked, that somebody requested who may not any more: at once those that
// wait, by their workers those that run.
func CancelRunsOf(ctx context.Context, tx bun.Tx, at time.Time, athlete, requester training.UserID) error {
	var open []leaseRow
	err := tx.NewSelect().Model(&open).ExcludeColumn("progress").Where("r.athlete_id = ? AND r.requested_by = ?", athlete, requester).
		Where("r.status IN ('QUEUED', 'RUNNING')").OrderExpr("r.number").For("UPDATE OF r").Scan(ctx)
	if err != nil {
		return err
	}
	for _, run := range open {
		row, err := readRun(ctx, tx, run.AthleteID, run.ID)
		if err != nil {
			return err
		}
		_, err = tx.NewRaw(`UPDATE plan_runs SET cancel_requested = true, cancel_requested_by = coalesce(cancel_requested_by, ?)
			WHERE athlete_id = ? AND id = ?`, athlete, run.AthleteID, run.ID).Exec(ctx)
		if err != nil {
			return err
		}
		if row.Status == runs.Running {
			err = postgres.Notify(ctx, tx, live.CancelChannel, string(run.ID))
		} else {
			_, err = cancelQueued(ctx, tx, at, row, athlete)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Told returns what rings when somebody has asked to cancel a run, and how to listen no longer.
func (store *Queue) Told(run training.RunID) (ring <-chan struct{}, stop func()) {
	return store.live.WatchCancel(run)
}
