package workouts

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"github.com/jackc/pgx/v5"
	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/session"
	"fortnight/training"
)

// WorkoutsByID returns those workouts that the viewer may see, measured at reference thresholds and read by those of their owners.
func (store *Library) WorkoutsByID(ctx context.Context, viewer training.UserID, ids []training.WorkoutID) (map[training.WorkoutID]training.Workout, error) {
	workouts, err := store.workouts(ctx, viewer, ids, store.memory.atReference)
	return postgres.ByID(workouts, func(w training.Workout) training.WorkoutID { return w.ID }), err
}

// Workouts returns those workouts that an athlete may see, measured and read for a profile, in the order of the ids.
func (store *Library) Workouts(ctx context.Context, athlete training.UserID, profile training.Profile, ids []training.WorkoutID) ([]training.Workout, error) {
	return store.workouts(ctx, athlete, ids, func(row *KnownRow) training.Workout { return store.memory.workout(row, profile.Thresholds) })
}

func (store *Library) workouts(ctx context.Context, athlete training.UserID, ids []training.WorkoutID, of func(*KnownRow) training.Workout) ([]training.Workout, error) {
	ids = postgres.Possible(ids)
	if len(ids) == 0 {
		return nil, nil
	}
	places, err := store.placesOf(ctx, athlete, ids)
	if err != nil {
		return nil, postgres.Wrap("read workouts", err)
	}
	found, err := store.memory.RowsAt(ctx, store.db.Bun, places)
	if err != nil {
		return nil, postgres.Wrap("read workouts", err)
	}
	workouts := make([]training.Workout, 0, len(found))
	for _, id := range ids {
		if row, ok := found[id]; ok {
			workouts = append(workouts, of(row))
			delete(found, id)
		}
	}
	return workouts, nil
}

// visiblePlaces is prepared: nearly every answer asks it, and planning it costs more than running it.
var visiblePlaces = "SELECT w.id, w.revision FROM workouts AS w WHERE w.id = ANY ($2::uuid[]) AND " + VisibleTo("$1", "= ANY ($2::uuid[])")

// visiblePlace is visiblePlaces of a single id. PostgreSQL takes ten for the length of a list that it does not know, and so goes on planning one with a
// single id afresh, at four times what it costs to run it; of an id it knows that there is one row.
var visiblePlace = "SELECT w.id, w.revision FROM workouts AS w WHERE w.id = $2 AND " + VisibleTo("$1", "= $2")

// placesOf are the places of those workouts that somebody may see.
func (store *Library) placesOf(ctx context.Context, viewer training.UserID, ids []training.WorkoutID) ([]Place, error) {
	if !postgres.Canonical(viewer) {
		return nil, nil
	}
	places, asked := make([]Place, 0, len(ids)), make([]training.WorkoutID, 0, len(ids))
	for _, id := range ids {
		if revision, seen := access.SeenWorkout(ctx, viewer, id); seen {
			places = append(places, Place{ID: id, Revision: revision})
		} else {
			asked = append(asked, id)
		}
	}
	if len(asked) == 0 {
		return places, nil
	}
	pool, err := store.db.Direct()
	if err != nil {
		return nil, err
	}
	statement, which := visiblePlaces, any(postgres.Array(asked))
	if len(asked) == 1 && postgres.Canonical(asked[0]) {
		statement, which = visiblePlace, string(asked[0])
	}
	rows, err := pool.Query(ctx, statement, pgx.QueryExecModeCacheStatement, string(viewer), which)
	if err != nil {
		return nil, err
	}
	var p Place
	_, err = pgx.ForEachRow(rows, []any{&p.ID, &p.Revision}, func() error {
		places = append(places, p)
		return nil
	})
	return places, err
}

var workoutOrders = map[training.WorkoutOrder]postgres.Keyset{
	training.OrderTitle:    {List: "workouts TITLE", Expression: `lower(w.title) COLLATE "C"`, SQLType: "text", ID: "w.id"},
	training.OrderDuration: {List: "workouts DURATION", Expression: "w.duration_seconds", SQLType: "integer", ID: "w.id"},
	training.OrderTSS:      {List: "workouts TSS", Expression: "w.tss", SQLType: "double precision", ID: "w.id"},
	training.OrderCreated:  {List: "workouts CREATED", Expression: "w.created_at", SQLType: "timestamptz", ID: "w.id", Down: true},
	training.OrderUpdated:  {List: "workouts UPDATED", Expression: "w.updated_at", SQLType: "timestamptz", ID: "w.id", Down: true},
}

// placed is a place with its key in an order.
type placed struct {
	Place `bun:",extend"`

	postgres.Keyed
}

// ListWorkouts lists the shared library and the viewer's own workouts that pass a validated filter, measured at reference thresholds. What is
// remembered of them is not read again.
func (store *Library) ListWorkouts(ctx context.Context, viewer training.UserID, filter session.WorkoutFilter, order training.WorkoutOrder, first int, after string) (postgres.Page[training.Workout], error) {
	return store.list(ctx, viewer, filter, order, first, after, store.memory.RowsAt)
}

// ListHeads is ListWorkouts without what is in the workouts: they have no blocks, and nothing that is measured from them.
func (store *Library) ListHeads(ctx context.Context, viewer training.UserID, filter session.WorkoutFilter, order training.WorkoutOrder, first int, after string) (postgres.Page[training.Workout], error) {
	return store.list(ctx, viewer, filter, order, first, after, store.memory.headsAt)
}

func (store *Library) list(
	ctx context.Context, viewer training.UserID, filter session.WorkoutFilter, order training.WorkoutOrder, first int, after string,
	read func(context.Context, bun.IDB, []Place) (map[training.WorkoutID]*KnownRow, error),
) (postgres.Page[training.Workout], error) {
	var none postgres.Page[training.Workout]
	keys, known := workoutOrders[order]
	if !known {
		return none, postgres.InputError("orderBy", fmt.Sprintf("%.40q is no order of workouts", order))
	}
	items := func(ctx context.Context, list []placed) ([]training.Workout, error) {
		places := make([]Place, len(list))
		for i := range places {
			places[i] = list[i].Place
		}
		rows, err := read(ctx, store.db.Bun, places)
		if err != nil {
			return nil, err
		}
		workouts := make([]training.Workout, len(list))
		for i, p := range places {
			switch row := rows[p.ID]; {
			case row == nil:
				return nil, errGone
			case row.Blocks == nil:
				workouts[i] = row.measured(training.Load{})
			default:
				workouts[i] = store.memory.atReference(row)
			}
		}
		return workouts, nil
	}
	list := postgres.List[placed, training.Workout]{Keys: keys, Items: items, Query: func(list *[]placed) *bun.SelectQuery {
		return store.db.Bun.NewSelect().Model(list).Apply(within(viewer, filter.Mine), passing(filter))
	}}
	if reflect.ValueOf(filter).IsZero() {
		list.Prepared = func(ctx context.Context, limit int, key, id string) ([]placed, error) {
			return store.placesIn(ctx, viewer, keys, limit, key, id)
		}
	}
	page, err := list.Read(ctx, first, after)
	for n := 0; errors.Is(err, errGone) && n < 3; n++ {
		page, err = list.Read(ctx, first, after)
	}
	return page, err
}

// placesIn are the places of a page of all that is shared or the viewer's own. It is prepared: a page of the whole library is asked for all day.
func (store *Library) placesIn(ctx context.Context, viewer training.UserID, keys postgres.Keyset, limit int, key, id string) ([]placed, error) {
	if !postgres.Canonical(viewer) {
		return nil, nil
	}
	pool, err := store.db.Direct()
	if err != nil {
		return nil, err
	}
	behind, values := 0, []any{pgx.QueryExecModeCacheStatement, string(viewer)}
	if id != "" {
		behind, values = 2, append(values, key, id)
	}
	rows, err := pool.Query(ctx, keys.Prepared("w.id, w.revision", "workouts AS w", "(w.owner_id IS NULL OR w.owner_id = $1) AND NOT w.archived", limit, behind), values...)
	if err != nil {
		return nil, err
	}
	var p placed
	places := make([]placed, 0, limit)
	_, err = pgx.ForEachRow(rows, []any{&p.ID, &p.Revision, &p.SortKey}, func() error {
		p.SortID = string(p.ID)
		places = append(places, p)
		return nil
	})
	return places, err
}

// errGone is that a workout was deleted after its place was read: the page is another one now.
var errGone = errors.New("a workout of the page was deleted while it was read")
