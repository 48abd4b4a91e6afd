package db

import (
	"context"

	"github.com/pgvector/pgvector-go"
	"github.com/uptrace/bun"

	"fortnight/planner"
	"fortnight/training"
)

// SearchWorkouts finds workouts by meaning, the nearest first, among the shared library and the viewer's own that pass a validated
// filter. Scores are cosine similarities, 0 to 1.
func (db *DB) SearchWorkouts(ctx context.Context, viewer training.UserID, text string, filter training.WorkoutFilter, first int) ([]training.WorkoutMatch, error) {
	to, err := db.embedQuery(ctx, text)
	if err != nil {
		return nil, wrap("search workouts", err)
	}
	rows, err := db.nearest(ctx, to, page{limit: first}, sharedOrOwn(viewer), passing(filter))
	return db.matches(rows, asked{text, filter.Sports, orZero(filter.MinSeconds), orZero(filter.MaxSeconds)}), wrap("search workouts", err)
}

// matches are rows as they were found, measured at reference thresholds.
func (db *DB) matches(rows []matchRow, a asked) []training.WorkoutMatch {
	asker := db.asker(a)
	matches := make([]training.WorkoutMatch, len(rows))
	for i, row := range rows {
		matches[i] = asker.match(row, row.DurationSeconds)
	}
	return matches
}

func orZero(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// SimilarWorkouts finds the workouts nearest by meaning to one that the viewer may see, else ErrNotFound. One that was never embedded
// has none.
func (db *DB) SimilarWorkouts(ctx context.Context, viewer training.UserID, id training.WorkoutID, first int) ([]training.WorkoutMatch, error) {
	if !canonical(id) {
		return nil, ErrNotFound
	}
	var model struct {
		Title       string
		Description string
		Vector      *pgvector.Vector
	}
	by := db.Embedder().ID()
	err := db.bun.NewSelect().TableExpr("workouts AS w").ColumnExpr("w.title, w.description, v.embedding AS vector").
		Join("LEFT JOIN workout_vectors AS v ON v.workout_id = w.id AND v.embedder_id = ?", by).
		Where("w.id = ?", id).Apply(visible(viewer)).Scan(ctx, &model)
	if err != nil || model.Vector == nil {
		return []training.WorkoutMatch{}, wrap("find similar workouts", err)
	}
	other := func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("w.id <> ?", id) }
	rows, err := db.nearest(ctx, meaning{by, *model.Vector}, page{limit: first}, other, sharedOrOwn(viewer))
	return db.matches(rows, asked{text: model.Title}), wrap("find similar workouts", err)
}

const (
	// searchBatch is how many rows Search reads at a time.
	searchBatch = 64
	// candidatePool is of how many that serve a need the candidates are chosen: five times as many as a plan asks for.
	candidatePool = 64
)

// Search finds candidates for a need among the shared library and the athlete's own workouts, at most limit. For a need in words they are
// chosen to be near it and unlike one another, in the order of that choice; otherwise the shortest come first. Workouts by distance take
// as long as the athlete does, so their length is looked at after they were measured.
func (db *DB) Search(ctx context.Context, athlete training.UserID, profile training.Profile, need planner.Need, limit int) ([]planner.Candidate, error) {
	rows, err := db.candidates(ctx, athlete, profile, need, limit)
	if err != nil {
		return nil, wrap("search candidates", err)
	}
	asker := db.asker(asked{need.Text, need.Sports, need.MinSeconds, need.MaxSeconds})
	found := make([]planner.Candidate, len(rows))
	for i, row := range rows {
		workout := db.workout(row.knownRow, profile.Thresholds)
		match := asker.match(row, workout.DurationSeconds)
		match.AthleteID = athlete
		found[i] = planner.Candidate{Workout: workout, Match: match}
	}
	return found, nil
}

func (db *DB) candidates(ctx context.Context, athlete training.UserID, profile training.Profile, need planner.Need, limit int) ([]matchRow, error) {
	if need.Text == "" {
		return db.fitting(need, profile, limit, func(p page) ([]matchRow, error) { return db.shortest(ctx, p, sharedOrOwn(athlete), serving(need)) })
	}
	to, err := db.embedQuery(ctx, need.Text)
	if err != nil {
		return nil, err
	}
	pool, err := db.fitting(need, profile, max(limit, candidatePool), func(p page) ([]matchRow, error) {
		return db.nearest(ctx, to, p, sharedOrOwn(athlete), serving(need))
	})
	return diverse(pool, limit), err
}

// fitting reads on until there are as many rows as are wanted that last as long as a need says.
func (db *DB) fitting(need planner.Need, profile training.Profile, want int, read func(page) ([]matchRow, error)) ([]matchRow, error) {
	var found []matchRow
	for p := (page{limit: searchBatch}); ; p.offset += searchBatch {
		rows, err := read(p)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if db.lasts(row, need, profile) {
				found = append(found, row)
			}
		}
		if len(rows) < searchBatch || len(found) >= want {
			return found[:min(want, len(found))], nil
		}
	}
}

// lasts tells whether a workout that serves a need takes as long as it says. Where no step is by distance the database has looked at that.
func (db *DB) lasts(row matchRow, need planner.Need, profile training.Profile) bool {
	if !row.ByDistance {
		return true
	}
	seconds := db.load(row.knownRow, profile.Thresholds).DurationSeconds
	return seconds >= need.MinSeconds && (need.MaxSeconds == 0 || seconds <= need.MaxSeconds)
}

// shortest are workouts that pass some conditions, by duration.
func (db *DB) shortest(ctx context.Context, p page, conditions ...condition) ([]matchRow, error) {
	var places []place
	query := db.bun.NewSelect().Model(&places)
	for _, c := range conditions {
		query = query.Apply(c)
	}
	err := query.OrderExpr("w.duration_seconds, w.id").Limit(int64(p.limit)).Offset(int64(p.offset)).Scan(ctx)
	if err != nil {
		return nil, err
	}
	known, err := db.rowsAt(ctx, db.bun, places)
	rows := make([]matchRow, 0, len(places))
	for _, p := range places {
		if row := known[p.ID]; row != nil {
			rows = append(rows, matchRow{knownRow: row})
		}
	}
	return rows, err
}

// serving limits a query to workouts that may serve a need; MaxSeconds 0 is no limit.
func serving(need planner.Need) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		if len(need.Sports) > 0 {
			q = q.Where("w.sport IN (?)", bun.List(need.Sports))
		}
		if len(need.Foci) > 0 {
			q = q.Where("w.focus IN (?)", bun.List(need.Foci))
		}
		q = q.Where("w.by_distance OR w.duration_seconds >= ?", need.MinSeconds)
		if need.MaxSeconds > 0 {
			q = q.Where("w.by_distance OR w.duration_seconds <= ?", need.MaxSeconds)
		}
		return q
	}
}
