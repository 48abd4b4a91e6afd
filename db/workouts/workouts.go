package workouts

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/session"
	"fortnight/training"
)

// WorkoutsByID returns those workouts that the viewer may see, measured at reference thresholds.
func (store *Library) WorkoutsByID(ctx context.Context, viewer training.UserID, ids []training.WorkoutID) (map[training.WorkoutID]training.Workout, error) {
	workouts, err := store.Workouts(ctx, viewer, training.Profile{}, ids)
	return postgres.ByID(workouts, func(w training.Workout) training.WorkoutID { return w.ID }), err
}

// Workouts returns those workouts that an athlete may see, measured for a profile, in the order of the ids.
func (store *Library) Workouts(ctx context.Context, athlete training.UserID, profile training.Profile, ids []training.WorkoutID) ([]training.Workout, error) {
	ids = postgres.Possible(ids)
	if len(ids) == 0 {
		return nil, nil
	}
	var places []Place
	if err := store.db.Bun.NewSelect().Model(&places).Where("w.id IN (?)", bun.List(ids)).Apply(Visible(athlete)).Scan(ctx); err != nil {
		return nil, postgres.Wrap("read workouts", err)
	}
	found, err := store.memory.RowsAt(ctx, store.db.Bun, places)
	if err != nil {
		return nil, postgres.Wrap("read workouts", err)
	}
	workouts := make([]training.Workout, 0, len(found))
	for _, id := range ids {
		if row, ok := found[id]; ok {
			workouts = append(workouts, store.memory.workout(row, profile.Thresholds))
			delete(found, id)
		}
	}
	return workouts, nil
}

var workoutOrders = map[training.WorkoutOrder]postgres.Keyset{
	training.OrderTitle:    {List: "workouts TITLE", Expression: `lower(w.title) COLLATE "C"`, SQLType: "text", ID: "w.id"},
	training.OrderDuration: {List: "workouts DURATION", Expression: "w.duration_seconds", SQLType: "integer", ID: "w.id"},
	training.OrderTSS:      {List: "workouts TSS", Expression: "w.tss", SQLType: "double precision", ID: "w.id"},
	training.OrderCreated:  {List: "workouts CREATED", Expression: "w.created_at", SQLType: "timestamptz", ID: "w.id", Down: true},
	training.OrderUpdated:  {List: "workouts UPDATED", Expression: "w.updated_at", SQLType: "timestamptz", ID: "w.id", Down: true},
}

// ListWorkouts lists the shared library and the viewer's own workouts that pass a validated filter.
func (store *Library) ListWorkouts(ctx context.Context, viewer training.UserID, filter session.WorkoutFilter, order training.WorkoutOrder, first int, after string) (postgres.Page[training.Workout], error) {
	keys, known := workoutOrders[order]
	if !known {
		return postgres.Page[training.Workout]{}, postgres.InputError("orderBy", fmt.Sprintf("%.40q is no order of workouts", order))
	}
	return postgres.List[workoutRow, training.Workout]{
		Keys: keys, Items: postgres.Each(workoutRow.atReference),
		Query: func(rows *[]workoutRow) *bun.SelectQuery {
			return store.db.Bun.NewSelect().Model(rows).Apply(sharedOrOwn(viewer), passing(filter))
		},
	}.Read(ctx, first, after)
}
