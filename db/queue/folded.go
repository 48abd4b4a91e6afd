package queue

import (
	"context"
	"database/sql"
	"errors"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/training"
)

// folded are all events of a run that are packed in its row, in order; none while they are rows of their own.
func (store *Queue) folded(ctx context.Context, viewer, athlete training.UserID, run training.RunID) ([]runEventRow, error) {
	var packed postgres.Packed[[]runEventRow]
	err := store.db.Bun.NewSelect().TableExpr("plan_runs AS r").Column("r.events").Where("r.athlete_id = ? AND r.id = ?", athlete, run).
		Where("r.events IS NOT NULL").Apply(access.Limit("r.athlete_id", viewer)).Scan(ctx, &packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	all := postgres.OrZero(packed.Of)
	for i := range all {
		all[i].AthleteID, all[i].RunID = athlete, run
	}
	return all, err
}

// certify gives events of one run the run's certificate, where one of them ends it with one.
func (store *Queue) certify(ctx context.Context, viewer, athlete training.UserID, run training.RunID, events []runs.Event) error {
	for _, e := range events {
		succeeded, well := e.(*runs.RunSucceeded)
		failed, badly := e.(*runs.RunFailed)
		if !well && !badly {
			continue
		}
		var of postgres.Packed[rules.Certificate]
		err := store.db.Bun.NewSelect().TableExpr("plan_runs AS r").Column("r.certificate").Where("r.athlete_id = ? AND r.id = ?", athlete, run).
			Apply(access.Limit("r.athlete_id", viewer)).Scan(ctx, &of)
		if err != nil {
			return err
		}
		if badly {
			failed.Certificate = of.Of
		} else {
			succeeded.Certificate = postgres.OrZero(of.Of)
		}
	}
	return nil
}
