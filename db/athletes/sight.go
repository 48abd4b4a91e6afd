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

// sight is the expression for how much a viewer, an id, sees of the user of a row named u, one of some users: a training.Sight. It goes by the two alone, so
// that a user is the same for a viewer wherever they are met. By name are known those who act or acted on calendars that the viewer may
// see: coaches, those who requested or cancelled a run or changed a day, and the owners of workouts that stand there; and those whose
// invitation the viewer has not answered.
func sight(viewer training.UserID, users []training.UserID) schema.QueryAppender {
	return bun.SafeQuery(SightOf("?0", "IN (?1)"), viewer, bun.List(users))
}

// SightOf is that expression in SQL, with a parameter for the viewer: for statements that are prepared. Among is a condition on a column that holds of all
// users that the statement may read, such as = ANY ($2): what others did is not looked at.
func SightOf(viewer, among string) string {
	athletes := access.Athletes(viewer)
	return fmt.Sprintf(`CASE WHEN %[1]s THEN %[2]d
		WHEN EXISTS (SELECT 1 FROM coach_grants AS g WHERE g.coach_id = u.id AND g.athlete_id = %[3]s) THEN %[4]d
		WHEN EXISTS (SELECT 1 FROM coach_grants AS c WHERE c.coach_id = u.id AND %[5]s)
			OR u.id IN (SELECT r.requested_by FROM plan_runs AS r WHERE r.requested_by %[6]s AND r.athlete_id IN (%[7]s))
			OR u.id IN (SELECT r.cancel_requested_by FROM plan_runs AS r WHERE r.cancel_requested_by %[6]s AND r.athlete_id IN (%[7]s))
			OR u.id IN (SELECT j.made_by FROM calendar_changes AS j WHERE j.made_by %[6]s AND j.athlete_id IN (%[7]s))
			OR u.id IN (SELECT w.owner_id FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id WHERE w.owner_id %[6]s AND s.athlete_id IN (%[7]s))
			OR u.id IN (SELECT i.athlete_id FROM coach_invitations AS i WHERE i.athlete_id %[6]s AND i.coach_id = %[3]s) THEN %[8]d
		ELSE %[9]d END`,
		access.Condition("u.id", viewer), training.SightWhole, viewer, training.SightContact, access.Condition("c.athlete_id", viewer), among, athletes,
		training.SightName, training.SightNone)
}

// seenRow is a user and how much of it a viewer sees.
type seenRow struct {
	userRow `bun:",extend"`

	Sight training.Sight `bun:"sight,scanonly"`
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
	err := store.db.Bun.NewSelect().Model(&seen).ColumnExpr("?TableColumns, ? AS sight", sight(viewer, ids)).
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
	var seen seenRow
	err := from.NewSelect().Model(&seen).ColumnExpr("?TableColumns, ? AS sight", sight(viewer, []training.UserID{id})).Where("u.id = ?", id).Scan(ctx)
	if err != nil {
		return training.User{}, postgres.Wrap("read a user", err)
	}
	users, err := shown(ctx, from, []userRow{seen.userRow}, []training.Sight{max(seen.Sight, training.SightName)})
	if err != nil {
		return training.User{}, err
	}
	return users[0], nil
}
