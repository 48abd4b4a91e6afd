package queue

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/training"
)

// RunEventID names an event of a run.
type RunEventID struct {
	Run      training.RunID
	Sequence int
}

// RunEventsByID returns those events of runs for athletes that the viewer may see.
func (store *Queue) RunEventsByID(ctx context.Context, viewer training.UserID, ids []RunEventID) (map[RunEventID]runs.Event, error) {
	sequences := map[training.RunID][]int{}
	for _, id := range ids {
		sequences[id.Run] = append(sequences[id.Run], id.Sequence)
	}
	found := make(map[RunEventID]runs.Event, len(ids))
	for run, wanted := range sequences {
		athlete, err := access.AthleteOf(ctx, store.db.Bun, "plan_runs", viewer, run)
		if err = postgres.Wrap("read events", err); errors.Is(err, postgres.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		events, err := store.selectRunEvents(ctx, viewer, athlete, run, func(q *bun.SelectQuery) *bun.SelectQuery {
			return q.Where("e.sequence IN (?)", bun.List(wanted))
		}, func(all []runEventRow) (these []runEventRow) {
			for _, row := range all {
				if slices.Contains(wanted, row.Sequence) {
					these = append(these, row)
				}
			}
			return these
		})
		if err != nil {
			return nil, postgres.Wrap("read events", err)
		}
		for _, e := range events {
			found[RunEventID{run, e.Head().Sequence}] = e
		}
	}
	return found, nil
}

// RunEvents are the events of a run behind a sequence number, in order, at most first.
func (store *Queue) RunEvents(ctx context.Context, viewer training.UserID, run training.RunID, after, first int) ([]runs.Event, error) {
	athlete, err := access.AthleteOf(ctx, store.db.Bun, "plan_runs", viewer, run)
	if err != nil {
		return nil, postgres.Wrap("read events", err)
	}
	events, err := store.runEvents(ctx, viewer, athlete, run, after, first)
	return events, postgres.Wrap("read events", err)
}

func (store *Queue) runEvents(ctx context.Context, viewer, athlete training.UserID, run training.RunID, after, first int) ([]runs.Event, error) {
	return store.selectRunEvents(ctx, viewer, athlete, run, func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("e.sequence > ?", after).OrderExpr("e.sequence").Limit(int64(first))
	}, func(all []runEventRow) []runEventRow {
		all = all[min(after, len(all)):]
		return all[:min(first, len(all))]
	})
}

// selectRunEvents are those events of an athlete's run, both ids, that a condition names, and of all of
// them, 1, 2, 3 …, a function.
func (store *Queue) selectRunEvents(ctx context.Context, viewer, athlete training.UserID, run training.RunID,
	which postgres.Condition, these func(all []runEventRow) []runEventRow,
) ([]runs.Event, error) {
	var rows []runEventRow
	err := store.db.Bun.NewSelect().Model(&rows).Where("e.athlete_id = ? AND e.run_id = ?", athlete, run).Apply(access.Limit("e.athlete_id", viewer)).Apply(which).Scan(ctx)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		all, err := store.folded(ctx, viewer, athlete, run)
		if err != nil {
			return nil, err
		}
		rows = these(all)
	}
	events := make([]runs.Event, len(rows))
	for i, row := range rows {
		if events[i], err = row.event(); err != nil {
			return nil, fmt.Errorf("event %d of run %s: %w", row.Sequence, run, err)
		}
	}
	return events, store.certify(ctx, viewer, athlete, run, events)
}
