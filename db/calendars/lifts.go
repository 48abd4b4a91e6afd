package calendars

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/athletes"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/training"
)

// liftDays is how far back lifts are read: beyond it they say nothing (coaching 5).
const liftDays = 120

// LiftsByID are what athletes whom the viewer may see have lifted in the last 120 days, the latest first, with as many statements as for one.
func (store *Calendars) LiftsByID(ctx context.Context, viewer training.UserID, ids []training.UserID) (map[training.UserID][]training.LiftDone, error) {
	found := make(map[training.UserID][]training.LiftDone, len(ids))
	if ids = postgres.Possible(ids); len(ids) == 0 {
		return found, nil
	}
	users, err := athletes.ReadUsersOf(viewer)(ctx, store.db.Bun, ids)
	if err != nil || len(users) == 0 {
		return found, postgres.Wrap("read lifts", err)
	}
	activities, rows, err := store.lifted(ctx, viewer, users)
	if err != nil {
		return nil, postgres.Wrap("read lifts", err)
	}
	planned, err := store.reader.workoutsOf(ctx, store.db.Bun, rows)
	if err != nil {
		return nil, postgres.Wrap("read lifts", err)
	}
	done, sessions := map[training.UserID][]training.Activity{}, map[training.UserID][]PlannedRow{}
	for _, a := range activities {
		done[a.AthleteID] = append(done[a.AthleteID], a)
	}
	for _, row := range rows {
		sessions[row.AthleteID] = append(sessions[row.AthleteID], row)
	}
	for _, user := range users {
		found[user.ID] = training.LiftsDone(store.reader.measured(planned, user, sessions[user.ID]), done[user.ID])
	}
	return found, nil
}

// lifted reads the strength training that athletes did, and the sessions of which it is known what was lifted.
func (store *Calendars) lifted(ctx context.Context, viewer training.UserID, users []training.User) ([]training.Activity, []PlannedRow, error) {
	ids := make([]training.UserID, len(users))
	for i, user := range users {
		ids[i] = user.ID
	}
	from, oldest := store.db.Bun, training.DateOf(store.db.Now()).AddDays(-liftDays-1)
	var done []journal.ActivityRow
	err := from.NewSelect().Model(&done).Where("a.athlete_id IN (?)", bun.List(ids)).Where("a.date >= ?", oldest).Where("a.sport = ?", training.Strength).
		Apply(access.Limit("a.athlete_id", viewer)).Scan(ctx)
	if err != nil {
		return nil, nil, err
	}
	activities := journal.ActivitiesOf(done)
	var fulfilled []training.SessionID
	for i := range activities {
		if id := activities[i].SessionID; id != "" {
			fulfilled = append(fulfilled, id)
		}
	}
	var rows []PlannedRow
	err = plannedRows(from, &rows).Where("s.athlete_id IN (?)", bun.List(ids)).Apply(access.Limit("s.athlete_id", viewer)).
		Where("s.result_lifts IS NOT NULL OR a.lifts IS NOT NULL").
		WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
			return q.Where("s.date >= ?", oldest).WhereOr("s.id IN (?)", bun.List(fulfilled))
		}).Scan(ctx)
	return activities, rows, err
}
