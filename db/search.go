package db

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/pgvector/pgvector-go"
	"github.com/uptrace/bun"

	"fortnight/planner"
	"fortnight/training"
)

// matchRow is a workout and how near it is by meaning: cosine similarity, −1 to 1.
type matchRow struct {
	workoutRow `bun:",extend"`

	Similarity float64 `bun:"similarity,scanonly"`
}

// nearest orders a query by nearness to a vector and leaves out what another embedder made. It compares every workout that passes the
// other conditions: at some thousands a viewer may see that takes milliseconds and finds all, which an index of neighbours does not
// where conditions hide most of them.
func (db *DB) nearest(vector pgvector.Vector) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.ColumnExpr("?TableColumns").ColumnExpr("1 - (w.embedding <=> ?) AS similarity", vector).
			Where("w.embedder_id = ?", db.Embedder.ID()).OrderExpr("similarity DESC, w.id")
	}
}

func (r matchRow) match(text string) training.WorkoutMatch {
	score := min(max(r.Similarity, 0), 1)
	return training.WorkoutMatch{WorkoutID: r.ID, Score: score, Reasons: reasons(r.workoutRow, text, score)}
}

func matchesOf(rows []matchRow, text string) []training.WorkoutMatch {
	matches := make([]training.WorkoutMatch, len(rows))
	for i, row := range rows {
		matches[i] = row.match(text)
	}
	return matches
}

// maxReasonWords bounds the words that a reason repeats.
const maxReasonWords = 5

// reasons say why a workout was found: how near its meaning is, and which words of the text are its own.
func reasons(w workoutRow, text string, score float64) []string {
	found := []string{fmt.Sprintf("%.0f %% alike in meaning", 100*score)}
	if shared := sharedWords(text, strings.Join([]string{w.Title, w.Description, w.TagWords}, " ")); len(shared) > 0 {
		found = append(found, "says "+strings.Join(shared, ", "))
	}
	return found
}

// sharedWords are the first words of a text, of three letters or more, that another text has too.
func sharedWords(text, other string) []string {
	known := map[string]bool{}
	for _, word := range wordsOf(other) {
		known[word] = true
	}
	var shared []string
	for _, word := range wordsOf(text) {
		if known[word] && len([]rune(word)) >= 3 && !slices.Contains(shared, word) && len(shared) < maxReasonWords {
			shared = append(shared, word)
		}
	}
	return shared
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// SearchWorkouts finds workouts by meaning, the nearest first, among the shared library and the viewer's own that pass a validated
// filter. Scores are cosine similarities, 0 to 1.
func (db *DB) SearchWorkouts(ctx context.Context, viewer training.UserID, text string, filter training.WorkoutFilter, first int) ([]training.WorkoutMatch, error) {
	vectors, err := db.embed(ctx, text)
	if err != nil {
		return nil, wrap("search workouts", err)
	}
	var rows []matchRow
	err = db.bun.NewSelect().Model(&rows).Apply(sharedOrOwn(viewer), passing(filter), db.nearest(vectors[0])).
		Limit(int64(first)).Scan(ctx)
	return matchesOf(rows, text), wrap("search workouts", err)
}

// SimilarWorkouts finds the workouts nearest by meaning to one that the viewer may see, else ErrNotFound. One that was never embedded
// has none.
func (db *DB) SimilarWorkouts(ctx context.Context, viewer training.UserID, id training.WorkoutID, first int) ([]training.WorkoutMatch, error) {
	if !canonical(id) {
		return nil, ErrNotFound
	}
	var model struct {
		Title  string
		Vector *pgvector.Vector
	}
	err := db.bun.NewSelect().TableExpr("workouts AS w").ColumnExpr("w.title").
		ColumnExpr("CASE WHEN w.embedder_id = ? THEN w.embedding END AS vector", db.Embedder.ID()).
		Where("w.id = ?", id).Apply(visible(viewer)).Scan(ctx, &model)
	if err != nil || model.Vector == nil {
		return []training.WorkoutMatch{}, wrap("find similar workouts", err)
	}
	var rows []matchRow
	err = db.bun.NewSelect().Model(&rows).Where("w.id <> ?", id).Apply(sharedOrOwn(viewer), db.nearest(*model.Vector)).
		Limit(int64(first)).Scan(ctx)
	return matchesOf(rows, model.Title), wrap("find similar workouts", err)
}

// searchBatch is how many rows Search reads at a time.
const searchBatch = 100

// Search finds candidates for a need among the shared library and the athlete's own workouts, the best first, at most limit. Workouts by
// distance take as long as the athlete does, so their length is looked at after they were measured.
func (db *DB) Search(ctx context.Context, athlete training.UserID, profile training.Profile, need planner.Need, limit int) ([]planner.Candidate, error) {
	order := func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.ColumnExpr("?TableColumns, 0::double precision AS similarity").OrderExpr("w.duration_seconds, w.id")
	}
	if need.Text != "" {
		vectors, err := db.embed(ctx, need.Text)
		if err != nil {
			return nil, wrap("search candidates", err)
		}
		order = db.nearest(vectors[0])
	}
	found := []planner.Candidate{}
	for offset := 0; ; offset += searchBatch {
		var rows []matchRow
		err := db.bun.NewSelect().Model(&rows).Apply(sharedOrOwn(athlete), serving(need), order).
			Limit(searchBatch).Offset(int64(offset)).Scan(ctx)
		if err != nil {
			return nil, wrap("search candidates", err)
		}
		for _, row := range rows {
			workout := row.workout(profile.Thresholds)
			if seconds := workout.DurationSeconds; seconds < need.MinSeconds || need.MaxSeconds > 0 && seconds > need.MaxSeconds {
				continue
			}
			match := row.match(need.Text)
			match.AthleteID = athlete
			found = append(found, planner.Candidate{Workout: workout, Match: match})
			if len(found) == limit {
				return found, nil
			}
		}
		if len(rows) < searchBatch {
			return found, nil
		}
	}
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
