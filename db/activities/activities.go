package activities

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/training"
)

var activitiesNewestFirst = postgres.Keyset{
	List: "activities", Expression: "a.date + coalesce(a.start, '00:00'::time)", SQLType: "timestamp", ID: "a.id", Down: true,
}

// Activities are an athlete's, the latest first, from a day and to a day where they are given.
func (store *TrainingLog) Activities(ctx context.Context, viewer, athlete training.UserID, from, to *training.Date, first int, after string) (postgres.Page[training.Activity], error) {
	if err := access.Check(ctx, store.db.Bun, viewer, athlete); err != nil {
		return postgres.Page[training.Activity]{}, postgres.Wrap("list activities", err)
	}
	return postgres.List[journal.ActivityRow, training.Activity]{
		Keys: activitiesNewestFirst, Items: postgres.Each(journal.ActivityRow.Activity),
		Query: func(rows *[]journal.ActivityRow) *bun.SelectQuery {
			query := store.db.Bun.NewSelect().Model(rows).Where("a.athlete_id = ?", athlete).Apply(access.Limit("a.athlete_id", viewer))
			if from != nil {
				query = query.Where("a.date >= ?", *from)
			}
			if to != nil {
				query = query.Where("a.date <= ?", *to)
			}
			return query
		},
	}.Read(ctx, first, after)
}

// ActivitiesByID returns those activities of athletes that the viewer may see.
func (store *TrainingLog) ActivitiesByID(ctx context.Context, viewer training.UserID, ids []training.ActivityID) (map[training.ActivityID]training.Activity, error) {
	var rows []journal.ActivityRow
	err := access.ReadByID(ctx, store.db.Bun, viewer, &rows, "a", ids)
	return postgres.ByID(journal.ActivitiesOf(rows), func(a training.Activity) training.ActivityID { return a.ID }), postgres.Wrap("read activities", err)
}
