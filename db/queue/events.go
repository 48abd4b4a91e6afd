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

// RunEvents is a page of the events of a run that a filter means, in order. A cursor belongs to one run, whatever the filter.
func (store *Queue) RunEvents(ctx context.Context, viewer training.UserID, run training.RunID, which runs.EventFilter, first int, after string) (postgres.Page[runs.Event], error) {
	marks, none := postgres.Marks{List: "planEvents"}, postgres.Page[runs.Event]{}
	last, of, err := marks.Read(after)
	if err != nil || after != "" && of != string(run) {
		return none, postgres.ErrCursor
	}
	athlete, err := access.AthleteOf(ctx, store.db.Bun, "plan_runs", viewer, run)
	if err != nil {
		return none, postgres.Wrap("read events", err)
	}
	wanted, packed := wantedEvents(which), -1
	events, err := store.selectRunEvents(ctx, viewer, athlete, run, func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Apply(wanted.rows).Where("e.sequence > ?", last).OrderExpr("e.sequence").Limit(int64(first) + 1)
	}, func(all []runEventRow) []runEventRow {
		if len(all) > 0 {
			packed = len(wanted.of(all))
		}
		these := wanted.of(all[min(last, len(all)):])
		return these[:min(first+1, len(these))]
	})
	if err != nil {
		return none, postgres.Wrap("read events", err)
	}
	page := postgres.Page[runs.Event]{Items: events[:min(first, len(events))], Cursors: []string{}, HasNext: len(events) > first}
	for _, e := range page.Items {
		page.Cursors = append(page.Cursors, marks.Behind(e.Head().Sequence, string(run)))
	}
	page.Count = func(ctx context.Context) (int, error) {
		if packed >= 0 {
			return min(packed, postgres.MaxCounted), nil
		}
		some := store.db.Bun.NewSelect().TableExpr("plan_events AS e").ColumnExpr("1").Where("e.athlete_id = ? AND e.run_id = ?", athlete, run).
			Apply(access.Limit("e.athlete_id", viewer)).Apply(wanted.rows).Limit(postgres.MaxCounted)
		n, err := store.db.Bun.NewSelect().TableExpr("(?) AS counted", some).Count(ctx)
		return int(n), postgres.Wrap("count events", err)
	}
	return page, nil
}

// eventsWanted are those that a filter means, by their types' names and their stages; nil is all.
type eventsWanted struct {
	kinds  []string
	stages []runs.Stage
}

func wantedEvents(which runs.EventFilter) eventsWanted {
	return eventsWanted{which.TypeNames(), which.Stages}
}

// rows limits a query of events that are rows of their own.
func (w eventsWanted) rows(q *bun.SelectQuery) *bun.SelectQuery {
	if len(w.kinds) > 0 {
		q = q.Where("e.kind IN (?)", bun.List(w.kinds))
	}
	if len(w.stages) > 0 {
		q = q.Where("e.stage IN (?)", bun.List(w.stages))
	}
	return q
}

// of are those of some events.
func (w eventsWanted) of(all []runEventRow) (these []runEventRow) {
	for _, row := range all {
		if (len(w.kinds) == 0 || slices.Contains(w.kinds, row.Kind)) && (len(w.stages) == 0 || slices.Contains(w.stages, row.Stage)) {
			these = append(these, row)
		}
	}
	return these
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
