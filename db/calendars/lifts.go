package calendars

import (
	"context"
	"errors"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/athletes"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/training"
)

// liftDays is how far back lifts are read: beyond it they say nothing (coaching 5).
const liftDays = 120

// LiftsByID are what athletes whom the viewer may see have lifted in the last 120 days, the latest first.
func (store *Calendars) LiftsByID(ctx context.Context, viewer training.UserID, ids []training.UserID) (map[training.UserID][]training.LiftDone, error) {
	found := make(map[training.UserID][]training.LiftDone, len(ids))
	for _, id := range ids {
		err := access.Check(ctx, store.db.Bun, viewer, id)
		if errors.Is(err, postgres.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, postgres.Wrap("read lifts", err)
		}
		lifts, err := store.lifts(ctx, viewer, id)
		if err != nil {
			return nil, postgres.Wrap("read lifts", err)
		}
		found[id] = lifts
	}
	return found, nil
}

// lifts are those of one athlete, none for somebody whom the viewer may not see.
func (store *Calendars) lifts(ctx context.Context, viewer, athlete training.UserID) ([]training.LiftDone, error) {
	from := store.db.Bun
	oldest := training.DateOf(store.db.Now()).AddDays(-liftDays - 1)
	var done []journal.ActivityRow
	err := from.NewSelect().Model(&done).Where("a.athlete_id = ?", athlete).Where("a.date >= ?", oldest).Where("a.sport = ?", training.Strength).
		Apply(access.Limit("a.athlete_id", viewer)).Scan(ctx)
	if err != nil {
		return nil, err
	}
	activities := journal.ActivitiesOf(done)
	var fulfilled []training.SessionID
	for i := range activities {
		if id := activities[i].SessionID; id != "" {
			fulfilled = append(fulfilled, id)
		}
	}
	var rows []PlannedRow
	err = PlannedRows(from, athlete, &rows).Apply(access.Limit("s.athlete_id", viewer)).Where("s.result_lifts IS NOT NULL OR a.lifts IS NOT NULL").
		WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
			return q.Where("s.date >= ?", oldest).WhereOr("s.id IN (?)", bun.List(fulfilled))
		}).Scan(ctx)
	if err != nil || len(rows) == 0 && len(activities) == 0 {
		return nil, err
	}
	user, err := athletes.ReadUser(ctx, from, athlete)
	if err != nil {
		return nil, err
	}
	sessions, err := store.reader.Measured(ctx, from, user, rows)
	return training.LiftsDone(sessions, activities), err
}
