package db

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/athletes"
	"fortnight/db/postgres"
	"fortnight/db/workouts"
	"fortnight/training"
)

// NodeKind is what a UUID names.
type NodeKind string

// What has a UUID of its own. All else with an identity has a name of the catalogue, or an id that begins with one of these.
const (
	UserNode        NodeKind = "users"
	EventNode       NodeKind = "events"
	WorkoutNode     NodeKind = "workouts"
	RunNode         NodeKind = "plan_runs"
	SessionNode     NodeKind = "planned_sessions"
	ChangeNode      NodeKind = "calendar_changes"
	ActivityNode    NodeKind = "activities"
	RestrictionNode NodeKind = "restrictions"
)

// NodeKinds tells what some ids name, of what the viewer may see. What is left out is no id, not there, or not theirs.
func (db *DB) NodeKinds(ctx context.Context, viewer training.UserID, ids []string) (map[string]NodeKind, error) {
	found := map[string]NodeKind{}
	if ids = postgres.Possible(ids); len(ids) == 0 || !postgres.Canonical(viewer) {
		return found, nil
	}
	named := func(kind NodeKind, alias string, may postgres.Condition) *bun.SelectQuery {
		return db.postgres.Bun.NewSelect().TableExpr("? AS ?", bun.Ident(kind), bun.Ident(alias)).ColumnExpr("? AS kind", string(kind)).
			ColumnExpr("?.id::text AS id", bun.Ident(alias)).Where("?.id IN (?)", bun.Ident(alias), bun.List(ids)).Apply(may)
	}
	query := named(UserNode, "u", func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("? > ?", athletes.Sight(viewer), training.SightNone)
	}).
		UnionAll(named(WorkoutNode, "w", workouts.Visible(viewer)))
	for _, kind := range []NodeKind{EventNode, RunNode, SessionNode, ChangeNode, ActivityNode, RestrictionNode} {
		query = query.UnionAll(named(kind, "t", access.Limit("t.athlete_id", viewer)))
	}
	var rows []struct {
		Kind NodeKind `bun:"kind"`
		ID   string   `bun:"id"`
	}
	if err := query.Scan(ctx, &rows); err != nil {
		return nil, postgres.Wrap("find nodes", err)
	}
	for _, row := range rows {
		found[row.ID] = row.Kind
	}
	return found, nil
}
