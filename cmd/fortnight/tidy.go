package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fortnight/db"
)

// retention is how long what has ended is kept as it was made, or at all.
type retention struct {
	fold time.Duration // FORTNIGHT_FOLD_RUNS
	keep time.Duration // FORTNIGHT_KEEP_RUNS, 0 for ever
}

// The least that may be set: a run that ended is watched and asked about for a while, and a plan is of 28 days at most.
const (
	minFold = time.Minute
	minKeep = 60 * 24 * time.Hour
)

// readRetention reads the settings of retention.
func readRetention(getenv func(string) string) (r retention, err error) {
	if r.fold, err = time.ParseDuration(orDefault(getenv("FORTNIGHT_FOLD_RUNS"), "24h")); err != nil || r.fold < minFold {
		return r, fmt.Errorf("FORTNIGHT_FOLD_RUNS: %q is no time of %s or more, such as 720h", getenv("FORTNIGHT_FOLD_RUNS"), minFold)
	}
	if r.keep, err = time.ParseDuration(orDefault(getenv("FORTNIGHT_KEEP_RUNS"), "8760h")); err != nil || r.keep != 0 && r.keep < minKeep {
		return r, fmt.Errorf("FORTNIGHT_KEEP_RUNS: %q is neither 0s, for ever, nor a time of %s or more, such as 8760h", getenv("FORTNIGHT_KEEP_RUNS"), minKeep)
	}
	return r, nil
}

// tidyPause is how often it is tidied. Of several servers one does so at a time, and the others then find nothing.
const tidyPause = 10 * time.Minute

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

// tidy folds the events of runs into them, deletes old runs, and log-ins that have expired.
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
	return errors.Join(errFold, errDelete, errSweep)
}
