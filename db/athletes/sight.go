package athletes

import (
	"context"
	"fmt"
	"slices"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

// Sight is the expression for how much a viewer, an id, sees of the user of a row named u: a training.Sight. It goes by the two alone, so
// that a user is the same for a viewer wherever they are met. By name are known those who act or acted on calendars that the viewer may
// see: coaches, those who requested or cancelled a run or changed a day, and the owners of workouts that stand there.
func Sight(viewer training.UserID) schema.QueryAppender {
	return bun.SafeQuery(SightOf("?0"), viewer)
}

// SightOf is that expression in SQL, with a parameter for the viewer: for statements that are prepared.
func SightOf(viewer string) string {
	return fmt.Sprintf(`CASE WHEN %s THEN %d
		WHEN EXISTS (SELECT 1 FROM coach_grants AS g WHERE g.coach_id = u.id AND g.athlete_id = %s) THEN %d
		WHEN EXISTS (SELECT 1 FROM coach_grants AS c WHERE c.coach_id = u.id AND %s)
			OR EXISTS (SELECT 1 FROM plan_runs AS r WHERE u.id IN (r.requested_by, r.cancel_requested_by) AND %s)
			OR EXISTS (SELECT 1 FROM calendar_changes AS j WHERE j.made_by = u.id AND %s)
			OR EXISTS (SELECT 1 FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id WHERE w.owner_id = u.id AND %s) THEN %d
		ELSE %d END`,
		access.Condition("u.id", viewer), training.SightWhole, viewer, training.SightContact, access.Condition("c.athlete_id", viewer), access.Condition("r.athlete_id", viewer),
		access.Condition("j.athlete_id", viewer), access.Condition("s.athlete_id", viewer), training.SightName, training.SightNone)
}

// seenRow is a user and how much of it a viewer sees.
type seenRow struct {
	userRow `bun:",extend"`

	Sight training.Sight `bun:"sight,scanonly"`
}

// readSeen reads users as a viewer, an id, sees them, in the order of the query; each is seen at least so much.
func readSeen(ctx context.Context, from bun.IDB, viewer training.UserID, least training.Sight, limit postgres.Condition) ([]training.User, error) {
	var seen []seenRow
	err := from.NewSelect().Model(&seen).ColumnExpr("?TableColumns, ? AS sight", Sight(viewer)).Apply(limit).Scan(ctx)
	if err != nil {
		return nil, err
	}
	rows, sights := make([]userRow, len(seen)), make([]training.Sight, len(seen))
	for i := range seen {
		rows[i], sights[i] = seen[i].userRow, max(seen[i].Sight, least)
	}
	return shown(ctx, from, rows, sights)
}

// shown are users with as much as is seen of each; those of whom nothing is are left out.
func shown(ctx context.Context, from bun.IDB, rows []userRow, sights []training.Sight) ([]training.User, error) {
	users, err := withEvents(ctx, from, rows)
	if err != nil {
		return nil, err
	}
	list := make([]training.User, 0, len(users))
	for i, user := range users {
		if sights[i] > training.SightNone {
			list = append(list, user.SeenWith(sights[i]))
		}
	}
	return list, nil
}

// UsersByID returns those users that the viewer may know of, each with as much as the viewer sees.
func (store *Profiles) UsersByID(ctx context.Context, viewer training.UserID, ids []training.UserID) (map[training.UserID]training.User, error) {
	if ids = postgres.Possible(ids); len(ids) == 0 || !postgres.Canonical(viewer) {
		return map[training.UserID]training.User{}, nil
	}
	found, err := store.memory.whole(ctx, viewer, ids)
	if err != nil {
		return nil, postgres.Wrap("read users", err)
	}
	missing := slices.DeleteFunc(slices.Clone(ids), func(id training.UserID) bool { _, is := found[id]; return is })
	if len(missing) == 0 {
		return found, nil
	}
	users, err := store.readSeenNow(ctx, viewer, missing)
	for _, user := range users {
		found[user.ID] = user
	}
	return found, postgres.Wrap("read users", err)
}

// readSeenNow reads users as a viewer sees them, and remembers those whom the viewer sees wholly.
func (store *Profiles) readSeenNow(ctx context.Context, viewer training.UserID, ids []training.UserID) ([]training.User, error) {
	var seen []struct {
		seenRow `bun:",extend"`

		Revision int `bun:"calendar_revision,scanonly"`
	}
	err := store.db.Bun.NewSelect().Model(&seen).ColumnExpr("?TableColumns, ? AS sight", Sight(viewer)).
		ColumnExpr("(SELECT c.revision FROM calendars AS c WHERE c.athlete_id = u.id) AS calendar_revision").Where("u.id IN (?)", bun.List(ids)).Scan(ctx)
	if err != nil {
		return nil, err
	}
	rows, sights := make([]userRow, len(seen)), make([]training.Sight, len(seen))
	for i := range seen {
		rows[i], sights[i] = seen[i].userRow, seen[i].Sight
	}
	users, err := shown(ctx, store.db.Bun, rows, sights)
	if err != nil {
		return nil, err
	}
	of := postgres.ByID(users, func(u training.User) training.UserID { return u.ID })
	for i := range seen {
		if seen[i].Sight == training.SightWhole {
			store.memory.keep(of[rows[i].ID], seen[i].Revision)
		}
	}
	return users, nil
}

// readKnown reads one user as a viewer sees them, by name at least: of somebody whom the viewer named.
func readKnown(ctx context.Context, from bun.IDB, viewer, id training.UserID) (training.User, error) {
	users, err := readSeen(ctx, from, viewer, training.SightName, func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("u.id = ?", id) })
	if err != nil {
		return training.User{}, err
	}
	if len(users) == 0 {
		return training.User{}, postgres.ErrNotFound
	}
	return users[0], nil
}
