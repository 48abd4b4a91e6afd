package main

import (
	"context"
	"errors"
	"time"

	"fortnight/db"
)

// tidyPause is how often it is tidied. Of several servers one does so at a time, and the others then find nothing.
const tidyPause = 2 * time.Minute

// keepTidy packs and deletes what is old, from time to time, until ctx ends.
func (a *app) keepTidy(ctx context.Context) {
	for ctx.Err() == nil {
		if err := a.db.InTurn(ctx, db.Tidying, a.tidy); err != nil && ctx.Err() == nil && !errors.Is(err, db.ErrUnavailable) {
			a.log.WarnContext(ctx, "tidy up", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(tidyPause):
		}
	}
}

// tidy folds the events of runs into them, deletes old runs, and log-ins and invitations that have expired.
func (a *app) tidy(ctx context.Context) error {
	now := a.now()
	folded, errFold := a.db.FoldRuns(ctx, now.Add(-a.config.retention.fold))
	deleted, errDelete := 0, error(nil)
	if keep := a.config.retention.keep; keep > 0 {
		deleted, errDelete = a.db.DeleteRuns(ctx, now.Add(-keep))
	}
	swept, errSweep := a.db.SweepSessions(ctx)
	if folded+deleted+swept > 0 {
		a.log.InfoContext(ctx, "tidied up", "runs folded", folded, "runs deleted", deleted, "sessions deleted", swept)
	}
	return errors.Join(errFold, errDelete, errSweep, a.db.SweepInvitations(ctx))
}
