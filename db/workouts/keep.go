package workouts

import (
	"cmp"
	"context"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

// Keep adds workouts that were written for a plan to the shared library, with their vectors by the embedder that serves. Their identity follows
// from their content: those that are there stay as they are, and several processes at once do no harm. It reads once, and writes once where
// something is new. [Library.Search] finds none of them: what was written for one plan would else change the next, and that of other athletes.
func (store *Library) Keep(ctx context.Context, written []training.Workout) error {
	rows, err := store.newlyWritten(ctx, written)
	if err != nil || len(rows) == 0 {
		return postgres.Wrap("keep workouts", err)
	}
	return postgres.Wrap("keep workouts", store.addShared(ctx, rows))
}

// addShared adds rows to the shared library, with their vectors by the embedder that serves; one whose id is there by now stays as it is. It is
// one statement. Rows are written in the order of their ids: several processes so wait for each other, and not in a circle.
func (store *Library) addShared(ctx context.Context, rows []workoutRow) error {
	slices.SortFunc(rows, func(a, b workoutRow) int { return cmp.Compare(a.ID, b.ID) })
	made, err := store.embedWorkouts(ctx, store.Embedder(), rows...)
	if err != nil {
		return err
	}
	ids, vectors := make([]string, len(rows)), make([]string, len(rows))
	for i := range rows {
		ids[i], vectors[i] = string(rows[i].ID), made[i].text()
	}
	_, err = store.db.Bun.NewRaw(adding, store.db.Bun.NewInsert().Model(&rows).On("CONFLICT (id) DO NOTHING").Returning("id"), made[0].embedder, store.db.Now(),
		made[0].embedder, bun.List(ids), bun.List(vectors)).Exec(ctx)
	return err
}

// adding adds rows, and vectors of those that were not there. What refers to what is looked at when all is written. The version of the library is
// raised when all rows are there: who raises it has everybody else who does wait, and so waits for none of them any more.
const adding = `WITH added AS (?), known AS (INSERT INTO embedders (id, served_at) VALUES (?, ?) ON CONFLICT DO NOTHING),
	next AS (` + raising + ` WHERE (SELECT count(*) FROM added) > 0 ` + raised + `)
	INSERT INTO workout_vectors (workout_id, embedder_id, embedding, version)
	SELECT added.id, ?, v.embedding::vector, next.version FROM next, added
	JOIN unnest(ARRAY[?]::uuid[], ARRAY[?]::text[]) AS v (id, embedding) ON v.id = added.id`

// newlyWritten are the rows of those workouts that are not there, each once.
func (store *Library) newlyWritten(ctx context.Context, written []training.Workout) ([]workoutRow, error) {
	if len(written) == 0 {
		return nil, nil
	}
	ids := make([]training.WorkoutID, len(written))
	for i := range written {
		ids[i] = written[i].ID
	}
	var there []training.WorkoutID
	if err := store.db.Bun.NewRaw("SELECT id FROM workouts WHERE id IN (?)", bun.List(ids)).Scan(ctx, &there); err != nil {
		return nil, err
	}
	var rows []workoutRow
	now := store.db.Now()
	for _, w := range written {
		if slices.Contains(there, w.ID) {
			continue
		}
		w.OwnerID, w.CreatedAt, w.UpdatedAt, w.Revision = "", now, now, 1
		row, err := newWorkoutRow(w)
		if err != nil {
			return nil, err
		}
		row.Written = true
		rows, there = append(rows, row), append(there, w.ID)
	}
	return rows, nil
}
