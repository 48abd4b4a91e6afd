package workouts

import (
	"context"

	"github.com/jackc/pgx/v5"

	"fortnight/db/postgres"
	"fortnight/session"
	"fortnight/training"
)

// OfFamily asks for workouts of a family, First of them at most.
type OfFamily struct {
	Family session.ID
	First  int
}

// dosesOf is prepared: whoever looks at the families asks it of all at once.
const dosesOf = `SELECT f.family, f.most, w.id, w.revision FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS f (family, most, place)
	JOIN LATERAL (SELECT w.id, w.revision, w.duration_seconds FROM workouts AS w WHERE w.family = f.family AND w.owner_id IS NULL AND NOT w.archived
	ORDER BY w.duration_seconds, w.id LIMIT f.most) AS w ON true ORDER BY f.place, w.duration_seconds, w.id`

// SharedOfFamilies are workouts of the shared library that are doses of families, the shortest first, measured at reference thresholds: of all that is
// asked for at once, which has an empty list where there are none.
func (store *Library) SharedOfFamilies(ctx context.Context, asked []OfFamily) (map[OfFamily][]training.Workout, error) {
	pool, err := store.db.Direct()
	if err != nil {
		return nil, postgres.Wrap("list workouts of families", err)
	}
	families, most := make([]string, len(asked)), make([]int, len(asked))
	found := make(map[OfFamily][]training.Workout, len(asked))
	for i, of := range asked {
		families[i], most[i], found[of] = string(of.Family), of.First, []training.Workout{}
	}
	rows, err := pool.Query(ctx, dosesOf, pgx.QueryExecModeCacheStatement, families, most)
	if err != nil {
		return nil, postgres.Wrap("list workouts of families", err)
	}
	var of OfFamily
	var p Place
	var askers []OfFamily
	var places []Place
	if _, err = pgx.ForEachRow(rows, []any{&of.Family, &of.First, &p.ID, &p.Revision}, func() error {
		askers, places = append(askers, of), append(places, p)
		return nil
	}); err != nil {
		return nil, postgres.Wrap("list workouts of families", err)
	}
	known, err := store.memory.RowsAt(ctx, store.db.Bun, places)
	if err != nil {
		return nil, postgres.Wrap("list workouts of families", err)
	}
	for i, p := range places {
		if row := known[p.ID]; row != nil { // one that was deleted meanwhile is gone
			found[askers[i]] = append(found[askers[i]], store.memory.atReference(row))
		}
	}
	return found, nil
}
