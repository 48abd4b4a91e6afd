package workouts

import (
	"context"

	"github.com/google/uuid"
	"github.com/pgvector/pgvector-go"
	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/session"
	"fortnight/training"
)

// SearchWorkouts finds workouts by meaning, the nearest first, among the shared library and the viewer's own that pass a validated
// filter. Scores are cosine similarities, 0 to 1.
func (store *Library) SearchWorkouts(ctx context.Context, viewer training.UserID, text string, filter session.WorkoutFilter, first int) ([]training.WorkoutMatch, error) {
	to, err := store.embedQuery(ctx, store.Embedder(), text)
	if err != nil {
		return nil, postgres.Wrap("search workouts", err)
	}
	rows, err := store.found(ctx, to, first, which{viewer, filter.Mine, wantedOf(filter), []postgres.Condition{passing(filter)}})
	if err != nil {
		return nil, postgres.Wrap("search workouts", err)
	}
	return store.matches(rows, asked{text, filter.Sports, postgres.OrZero(filter.MinSeconds), postgres.OrZero(filter.MaxSeconds)}), nil
}

// found are the nearest, read. What else the answer says of them goes by what they were when they were found.
func (store *Library) found(ctx context.Context, to meaning, first int, w which) ([]matchRow, error) {
	rows, err := store.index.nearest(ctx, to, page{limit: first}, w)
	if err != nil {
		return nil, err
	}
	if err := store.index.read(ctx, all, &rows); err != nil {
		return nil, err
	}
	for i := range rows {
		access.NoteWorkout(ctx, w.viewer, rows[i].ID, rows[i].Revision)
	}
	return rows, nil
}

// matches are rows as they were found, measured at reference thresholds.
func (store *Library) matches(rows []matchRow, a asked) []training.WorkoutMatch {
	asker := store.memory.asker(a)
	matches := make([]training.WorkoutMatch, len(rows))
	for i, row := range rows {
		matches[i] = asker.match(row, row.DurationSeconds)
	}
	return matches
}

// SimilarWorkouts finds the workouts nearest by meaning to one that the viewer may see, else ErrNotFound. One that was never embedded
// has none.
func (store *Library) SimilarWorkouts(ctx context.Context, viewer training.UserID, id training.WorkoutID, first int) ([]training.WorkoutMatch, error) {
	if !postgres.Canonical(id) {
		return nil, postgres.ErrNotFound
	}
	var model struct {
		Title       string
		Description string
		Vector      *pgvector.Vector
	}
	by := store.Embedder().ID()
	err := store.db.Bun.NewSelect().TableExpr("workouts AS w").ColumnExpr("w.title, w.description, v.embedding AS vector").
		Join("LEFT JOIN workout_vectors AS v ON v.workout_id = w.id AND v.embedder_id = ?", by).
		Where("w.id = ?", id).Apply(Visible(viewer)).Scan(ctx, &model)
	if err != nil || model.Vector == nil {
		return []training.WorkoutMatch{}, postgres.Wrap("find similar workouts", err)
	}
	other := func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("w.id <> ?", id) }
	but := anything()
	if but.but, err = uuid.Parse(string(id)); err != nil {
		return nil, postgres.Wrap("find similar workouts", err)
	}
	rows, err := store.found(ctx, meaning{by, model.Vector.Slice()}, first, which{viewer, nil, but, []postgres.Condition{other}})
	if err != nil {
		return nil, postgres.Wrap("find similar workouts", err)
	}
	return store.matches(rows, asked{text: model.Title}), nil
}
