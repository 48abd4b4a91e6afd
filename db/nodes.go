package db

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

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

// nodeKinds is prepared: it looks along an index of each kind, and planning that took many times as long as doing it.
var nodeKinds = func() string {
	named := func(kind NodeKind, alias, may string) string {
		return fmt.Sprintf("SELECT '%s', %[2]s.id::text FROM %[1]s AS %[2]s WHERE %[2]s.id = ANY ($2::uuid[]) AND %s", kind, alias, may)
	}
	kinds := []string{
		named(UserNode, "u", fmt.Sprintf("%s > %d", athletes.SightOf("$1", "= ANY ($2::uuid[])"), training.SightNone)),
		named(WorkoutNode, "w", workouts.VisibleTo("$1", "= ANY ($2::uuid[])")),
	}
	for _, kind := range []NodeKind{EventNode, RunNode, SessionNode, ChangeNode, ActivityNode, RestrictionNode} {
		kinds = append(kinds, named(kind, "t", access.Condition("t.athlete_id", "$1")))
	}
	return strings.Join(kinds, " UNION ALL ")
}()

// NodeKinds tells what some ids name, of what the viewer may see. What is left out is no id, not there, or not theirs.
func (db *DB) NodeKinds(ctx context.Context, viewer training.UserID, ids []string) (map[string]NodeKind, error) {
	found := map[string]NodeKind{}
	if ids = postgres.Possible(ids); len(ids) == 0 || !postgres.Canonical(viewer) {
		return found, nil
	}
	pool, err := db.postgres.Direct()
	if err != nil {
		return nil, postgres.Wrap("find nodes", err)
	}
	rows, err := pool.Query(ctx, nodeKinds, pgx.QueryExecModeCacheStatement, string(viewer), ids)
	if err != nil {
		return nil, postgres.Wrap("find nodes", err)
	}
	var (
		kind NodeKind
		id   string
	)
	_, err = pgx.ForEachRow(rows, []any{&kind, &id}, func() error {
		found[id] = kind
		return nil
	})
	return found, postgres.Wrap("find nodes", err)
}
