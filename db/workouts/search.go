package workouts

import (
	"context"
	"slices"

	"github.com/google/uuid"
	"github.com/pgvector/pgvector-go"
	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/search"
	"fortnight/session"
	"fortnight/training"
)

// SearchWorkouts finds workouts by meaning, in English, German or Spanish, among the shared library and the viewer's own that pass a validated
// filter: what is nearest and unlike what stands before it first. What the text rules out is not found: see [search.Read]. Of a length that
// the text asks for comes what is near to it, if the filter says nothing of lengths. Scores are cosine similarities, 0 to 1.
func (store *Library) SearchWorkouts(ctx context.Context, viewer training.UserID, text string, filter session.WorkoutFilter, first int) ([]training.WorkoutMatch, error) {
	by := store.Embedder()
	q, err := store.embedQuery(ctx, by, text)
	if err != nil {
		return nil, postgres.Wrap("search workouts", err)
	}
	w := which{viewer, filter.Mine, wantedOf(filter), []postgres.Condition{passing(filter)}}
	g, err := store.index.ground(ctx, by.ID(), w)
	if err != nil {
		return nil, postgres.Wrap("search workouts", err)
	}
	asks := filter.MinSeconds == nil && filter.MaxSeconds == nil && (q.asked.MinMinutes > 0 || q.asked.MaxMinutes > 0)
	plain := g.alone(w) && !asks && !q.asked.Rules()
	pick := func() ([]matchRow, error) { return store.pick(ctx, g, q, first, filter, w, asks) }
	var rows []matchRow
	if plain {
		rows, err = g.shelf.chosen(choice{text, filterText(filter), first}, pick)
	} else {
		rows, err = pick()
	}
	if err == nil {
		err = store.index.read(ctx, all, &rows)
	}
	if err != nil {
		return nil, postgres.Wrap("search workouts", err)
	}
	for i := range rows {
		access.NoteWorkout(ctx, viewer, rows[i].ID, rows[i].Revision)
	}
	return store.matches(rows, asked{text, q.asked.Lacks(), filter.Sports, postgres.OrZero(filter.MinSeconds), postgres.OrZero(filter.MaxSeconds)}), nil
}

// pick are the workouts of an answer, as they were found, and read where their lengths count.
func (store *Library) pick(ctx context.Context, g ground, q query, first int, filter session.WorkoutFilter, w which, byLength bool) ([]matchRow, error) {
	rows, err := store.pool(ctx, g, q, first, w)
	if err != nil {
		return nil, err
	}
	if byLength {
		of := filter
		of.MinSeconds, of.MaxSeconds = secondsOf(q.asked.MinMinutes), secondsOf(q.asked.MaxMinutes)
		near, err := store.pool(ctx, g, q, first, which{w.viewer, w.own, wantedOf(of), []postgres.Condition{passing(of)}})
		if err != nil {
			return nil, err
		}
		rows = merged(near, rows)
		if err := store.index.read(ctx, all, &rows); err != nil { // for how long they are
			return nil, err
		}
	}
	return varied(rows, &q.asked, byLength, first), nil
}

// Of how many the answer is chosen: so many at least, and so many for each that is wanted. Where the query rules something out that is known only
// of what was read, it is read page by page, fewer are enough, and what is farther than mostRead others is not looked at.
const (
	leastPool, poolEach   = 64, 4
	leastRuled, ruledEach = 24, 2
	ruledPage, mostRead   = 128, 1024
)

// pool are the nearest to a query of what passes, without what the query rules out, as many as the answer is chosen of if there are.
func (store *Library) pool(ctx context.Context, g ground, q query, first int, w which) ([]matchRow, error) {
	if !q.asked.Rules() {
		return store.index.nearestOn(ctx, g, q.meaning, page{limit: max(leastPool, poolEach*first)}, w)
	}
	var left []matchRow
	for offset := 0; len(left) < max(leastRuled, ruledEach*first) && offset < mostRead; offset += ruledPage {
		rows, err := store.index.nearestOn(ctx, g, q.meaning, page{ruledPage, offset}, w)
		if err != nil {
			return nil, err
		}
		last := len(rows) < ruledPage
		if err := store.index.read(ctx, all, &rows); err != nil {
			return nil, err
		}
		for _, row := range rows {
			if w := store.memory.workout(row.KnownRow, training.Thresholds{}); !q.asked.RulesOut(&w) {
				left = append(left, row)
			}
		}
		if last {
			break
		}
	}
	return left, nil
}

func secondsOf(minutes int) *int {
	if minutes == 0 {
		return nil
	}
	seconds := 60 * minutes
	return &seconds
}

// merged are the rows of two lists, each once, the nearest first.
func merged(a, b []matchRow) []matchRow {
	there := map[training.WorkoutID]bool{}
	var rows []matchRow
	for _, row := range slices.Concat(a, b) {
		if !there[row.place.ID] {
			there[row.place.ID] = true
			rows = append(rows, row)
		}
	}
	nearestFirst(rows)
	return rows
}

// varied chooses up to limit of rows, which were read if their length counts.
func varied(rows []matchRow, a *search.Asked, byLength bool, limit int) []matchRow {
	fits := make([]search.Found, len(rows))
	for i := range rows {
		if fits[i] = (search.Found{Similarity: rows[i].similarity, Family: int(rows[i].family)}); byLength {
			fits[i].Similarity -= a.OffLength(rows[i].DurationSeconds)
		}
	}
	var chosen []matchRow
	for _, i := range search.Varied(fits, func(i, j int) float64 { return cosine(rows[i].vector, rows[j].vector) }, limit) {
		chosen = append(chosen, rows[i])
	}
	return chosen
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
