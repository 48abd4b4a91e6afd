package db

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/planner/runs"
	"fortnight/training"
)

// NodeKind is what a UUID names.
type NodeKind string

// What has a UUID of its own. All else with an identity has a name of the catalogue, or an id that begins with one of these.
const (
	UserNode     NodeKind = "users"
	EventNode    NodeKind = "events"
	WorkoutNode  NodeKind = "workouts"
	RunNode      NodeKind = "plan_runs"
	SessionNode  NodeKind = "planned_sessions"
	ChangeNode   NodeKind = "calendar_changes"
	ActivityNode NodeKind = "activities"
)

// NodeKinds tells what some ids name, of what the viewer may see. What is left out is no id, not there, or not theirs.
func (db *DB) NodeKinds(ctx context.Context, viewer training.UserID, ids []string) (map[string]NodeKind, error) {
	found := map[string]NodeKind{}
	if ids = possible(ids); len(ids) == 0 || !canonical(viewer) {
		return found, nil
	}
	named := func(kind NodeKind, alias string, may condition) *bun.SelectQuery {
		return db.bun.NewSelect().TableExpr("? AS ?", bun.Ident(kind), bun.Ident(alias)).ColumnExpr("? AS kind", string(kind)).
			ColumnExpr("?.id::text AS id", bun.Ident(alias)).Where("?.id IN (?)", bun.Ident(alias), bun.List(ids)).Apply(may)
	}
	query := named(UserNode, "u", func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("? > ?", sight(viewer), training.SightNone) }).
		UnionAll(named(WorkoutNode, "w", visible(viewer)))
	for _, kind := range []NodeKind{EventNode, RunNode, SessionNode, ChangeNode, ActivityNode} {
		query = query.UnionAll(named(kind, "t", accessible("t.athlete_id", viewer)))
	}
	var rows []struct {
		Kind NodeKind `bun:"kind"`
		ID   string   `bun:"id"`
	}
	if err := query.Scan(ctx, &rows); err != nil {
		return nil, wrap("find nodes", err)
	}
	for _, row := range rows {
		found[row.ID] = row.Kind
	}
	return found, nil
}

// EventsByID returns those events of athletes that the viewer may see.
func (db *DB) EventsByID(ctx context.Context, viewer training.UserID, ids []training.EventID) (map[training.EventID]training.Event, error) {
	var rows []eventRow
	err := readAccessible(ctx, db.bun, viewer, &rows, "e", ids)
	found := make(map[training.EventID]training.Event, len(rows))
	for _, row := range rows {
		found[row.ID] = row.event()
	}
	return found, wrap("read events", err)
}

// ActivitiesByID returns those activities of athletes that the viewer may see.
func (db *DB) ActivitiesByID(ctx context.Context, viewer training.UserID, ids []training.ActivityID) (map[training.ActivityID]training.Activity, error) {
	var rows []activityRow
	err := readAccessible(ctx, db.bun, viewer, &rows, "a", ids)
	return byID(activitiesOf(rows), func(a training.Activity) training.ActivityID { return a.ID }), wrap("read activities", err)
}

// ChangesByID returns those changes of calendars that the viewer may see.
func (db *DB) ChangesByID(ctx context.Context, viewer training.UserID, ids []training.ChangeID) (map[training.ChangeID]training.CalendarChange, error) {
	var rows []changeRow
	err := readAccessible(ctx, db.bun, viewer, &rows, "j", ids)
	found := make(map[training.ChangeID]training.CalendarChange, len(rows))
	for _, row := range rows {
		found[row.ID] = row.change()
	}
	return found, wrap("read changes", err)
}

// readAccessible reads the rows of a model by id whose athlete the viewer may see.
func readAccessible[ID ~string, R any](ctx context.Context, from bun.IDB, viewer training.UserID, rows *[]R, alias string, ids []ID) error {
	if ids = possible(ids); len(ids) == 0 {
		return nil
	}
	return from.NewSelect().Model(rows).Where("?.id IN (?)", bun.Ident(alias), bun.List(ids)).
		Apply(accessible(alias+".athlete_id", viewer)).Scan(ctx)
}

// RunEventID names an event of a run.
type RunEventID struct {
	Run      training.RunID
	Sequence int
}

// RunEventsByID returns those events of runs for athletes that the viewer may see.
func (db *DB) RunEventsByID(ctx context.Context, viewer training.UserID, ids []RunEventID) (map[RunEventID]runs.Event, error) {
	sequences := map[training.RunID][]int{}
	for _, id := range ids {
		sequences[id.Run] = append(sequences[id.Run], id.Sequence)
	}
	found := make(map[RunEventID]runs.Event, len(ids))
	for run, wanted := range sequences {
		if !canonical(run) {
			continue
		}
		events, err := db.selectRunEvents(ctx, viewer, run, func(q *bun.SelectQuery) *bun.SelectQuery {
			return q.Where("e.sequence IN (?)", bun.List(wanted))
		})
		if err != nil {
			return nil, wrap("read events", err)
		}
		for _, e := range events {
			found[RunEventID{run, e.Head().Sequence}] = e
		}
	}
	return found, nil
}
