package db

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// condition limits a query.
type condition = func(*bun.SelectQuery) *bun.SelectQuery

// foundRow is a workout's place among those that were found: cosine similarity is −1 to 1, and 0 where nobody asked for a meaning.
type foundRow struct {
	place `bun:",extend"`

	Similarity float64 `bun:"similarity,scanonly"`
	More       bool    `bun:"more,scanonly"` // see compared
}

// matchRow is a workout and how near it is by meaning. Vector is there where it was found by meaning.
type matchRow struct {
	*knownRow

	similarity float64
	vector     []float32
}

const (
	// exactRows is how many workouts are compared one by one. Beyond that the index of neighbours is walked, which may miss some.
	exactRows = 1000
	// walkWidth is how many neighbours a walk holds at once: more of them find better and take longer.
	walkWidth = 200
	// walkTuples bounds a walk that few of the workouts it comes by pass.
	walkTuples = 20_000
)

// page is which of the nearest are wanted.
type page struct{ limit, offset int }

// nearest are the workouts that pass some conditions, by nearness to a meaning, those at equal distance by id. Vectors of other embedders
// are left out. Up to exactRows that pass are all compared; of more, a walk through the index takes the nearest that pass, until the page
// is full: pgvector applies the conditions within the walk. Where it ends before that, all are compared after all, so that a page is never
// shorter than it could be.
func (db *DB) nearest(ctx context.Context, to meaning, p page, conditions ...condition) ([]matchRow, error) {
	found, err := db.find(ctx, to, p, conditions)
	if err != nil {
		return nil, err
	}
	return db.read(ctx, found, to.embedder)
}

func (db *DB) find(ctx context.Context, to meaning, p page, conditions []condition) ([]foundRow, error) {
	most, err := db.mostCompared(ctx)
	if err != nil {
		return nil, err
	}
	found, err := db.compared(ctx, to, p, most, conditions)
	if err != nil || len(found) == 0 || !found[0].More {
		return found, err
	}
	found, err = db.walk(ctx, to, p, conditions)
	if err != nil || len(found) == p.limit {
		return found, err
	}
	return db.compared(ctx, to, p, 0, conditions)
}

// mostCompared is how many workouts are compared one by one, 0 for all.
func (db *DB) mostCompared(ctx context.Context) (int, error) {
	walks, err := db.canWalk(ctx)
	if !walks {
		return 0, err
	}
	return db.exactRows, err
}

// compared compares what passes, or the first so many and one more, where most is not 0; then the rows tell whether there are more than
// most, and are of no use if so. To count first would be to look for them twice.
func (db *DB) compared(ctx context.Context, to meaning, p page, most int, conditions []condition) ([]foundRow, error) {
	var found []foundRow
	err := db.comparison(to.text, to.embedder, most, conditions).Limit(int64(p.limit)).Offset(int64(p.offset)).Scan(ctx, &found)
	return found, err
}

// comparison is the statement of compared, without its page. Vector and embedder are values or parameters.
func (db *DB) comparison(vector, embedder any, most int, conditions []condition) *bun.SelectQuery {
	passing := near(db.bun.NewSelect().TableExpr("workouts AS w"), vector, embedder, conditions)
	more := "FALSE"
	if most > 0 {
		passing, more = passing.Limit(int64(most)+1), fmt.Sprintf("(SELECT count(*) FROM passing) > %d", most)
	}
	return db.bun.NewSelect().With("passing", passing).TableExpr("passing AS w").
		ColumnExpr("w.id, w.revision, w.similarity").ColumnExpr(more + " AS more").OrderExpr("w.similarity DESC, w.id")
}

// near selects what passes, with its similarity.
func near(q *bun.SelectQuery, vector, embedder any, conditions []condition) *bun.SelectQuery {
	q = q.ColumnExpr("w.id, w.revision").ColumnExpr("1 - (v.embedding <=> ?::vector) AS similarity", vector).
		Join("JOIN workout_vectors AS v ON v.workout_id = w.id AND v.embedder_id = ?", embedder)
	for _, c := range conditions {
		q = q.Apply(c)
	}
	return q
}

// read reads the workouts that were found, in their order, with the vectors of an embedder. What is gone by now is left out.
func (db *DB) read(ctx context.Context, found []foundRow, by string) ([]matchRow, error) {
	matched, err := db.matched(ctx, by, found)
	return matched.of(found), err
}

// matched are workouts that were found, each once, and their vectors.
type matched map[training.WorkoutID]matchRow

func (db *DB) matched(ctx context.Context, by string, pages ...[]foundRow) (matched, error) {
	m := matched{}
	var places []place
	for _, page := range pages {
		for _, f := range page {
			if _, noted := m[f.ID]; !noted {
				m[f.ID] = matchRow{}
				places = append(places, f.place)
			}
		}
	}
	rows, err := db.rowsAt(ctx, db.bun, places)
	if err != nil {
		return nil, err
	}
	vectors, err := db.vectorsAt(ctx, places, by)
	for id := range m {
		m[id] = matchRow{knownRow: rows[id], vector: vectors[id]}
	}
	return m, err
}

func (m matched) of(found []foundRow) []matchRow {
	rows := make([]matchRow, 0, len(found))
	for _, f := range found {
		if row := m[f.ID]; row.knownRow != nil && row.vector != nil {
			row.similarity = f.Similarity
			rows = append(rows, row)
		}
	}
	return rows
}

// walk goes through the index of neighbours. The settings are of the transaction alone; without sorts there is no other way for the
// database to bring the nearest first.
func (db *DB) walk(ctx context.Context, to meaning, p page, conditions []condition) ([]foundRow, error) {
	var rows []foundRow
	err := db.inTx(ctx, "walk", func(ctx context.Context, tx bun.Tx) error {
		rows = nil
		_, err := tx.NewRaw(`SELECT set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.ef_search', ?, true),
			set_config('hnsw.max_scan_tuples', ?, true), set_config('enable_sort', 'off', true)`,
			strconv.Itoa(walkWidth), strconv.Itoa(walkTuples)).Exec(ctx)
		if err != nil {
			return err
		}
		return near(tx.NewSelect().TableExpr("workouts AS w"), to.text, to.embedder, conditions).OrderExpr("v.embedding <=> ?::vector", to.text).
			Limit(int64(p.limit)).Offset(int64(p.offset)).Scan(ctx, &rows)
	})
	slices.SortStableFunc(rows, func(a, b foundRow) int {
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(a.ID, b.ID))
	})
	return rows, err
}

// canWalk tells whether pgvector is 0.8 or newer, the first that walks on where conditions hide what it finds.
func (db *DB) canWalk(ctx context.Context) (bool, error) {
	db.vectors.Lock()
	defer db.vectors.Unlock()
	if db.pgvector == "" {
		if err := db.bun.NewRaw("SELECT extversion FROM pg_extension WHERE extname = 'vector'").Scan(ctx, &db.pgvector); err != nil {
			return false, err
		}
	}
	major, rest, _ := strings.Cut(db.pgvector, ".")
	minor, _, _ := strings.Cut(rest, ".")
	is, err := strconv.Atoi(minor)
	return major != "0" || err == nil && is >= 8, nil
}
