package db

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/uptrace/bun"
)

// condition limits a query.
type condition = func(*bun.SelectQuery) *bun.SelectQuery

// foundRow is a workout's place among those that were found: cosine similarity is −1 to 1, and 0 where nobody asked for a meaning.
type foundRow struct {
	place `bun:",extend"`

	Similarity float64 `bun:"similarity,scanonly"`
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

// read reads the workouts that were found, in their order, with the vectors of an embedder. What is gone by now is left out.
func (db *DB) read(ctx context.Context, found []foundRow, by string) ([]matchRow, error) {
	places := make([]place, len(found))
	for i, f := range found {
		places[i] = f.place
	}
	known, err := db.rowsAt(ctx, db.bun, places)
	if err != nil {
		return nil, err
	}
	vectors, err := db.vectorsAt(ctx, places, by)
	if err != nil {
		return nil, err
	}
	rows := make([]matchRow, 0, len(found))
	for _, f := range found {
		row, vector := known[f.ID], vectors[f.ID]
		if row != nil && vector != nil {
			rows = append(rows, matchRow{row, f.Similarity, vector})
		}
	}
	return rows, nil
}

func (db *DB) find(ctx context.Context, to meaning, p page, conditions []condition) ([]foundRow, error) {
	few, err := db.few(ctx, conditions)
	if err != nil {
		return nil, err
	}
	if !few {
		found, err := db.walk(ctx, to, p, conditions)
		if err != nil || len(found) == p.limit {
			return found, err
		}
	}
	var found []foundRow
	return found, near(db.bun.NewSelect().Model(&found), to, p, conditions).OrderExpr("similarity DESC, w.id").Scan(ctx)
}

// near selects what passes, with its similarity.
func near(q *bun.SelectQuery, to meaning, p page, conditions []condition) *bun.SelectQuery {
	q = q.ColumnExpr("w.id, w.revision").ColumnExpr("1 - (v.embedding <=> ?) AS similarity", to.vector).
		Join("JOIN workout_vectors AS v ON v.workout_id = w.id AND v.embedder_id = ?", to.embedder)
	for _, c := range conditions {
		q = q.Apply(c)
	}
	return q.Limit(int64(p.limit)).Offset(int64(p.offset))
}

// few tells whether so few workouts pass that all can be compared.
func (db *DB) few(ctx context.Context, conditions []condition) (bool, error) {
	if can, err := db.canWalk(ctx); err != nil || !can {
		return true, err
	}
	some := db.bun.NewSelect().TableExpr("workouts AS w").ColumnExpr("1")
	for _, c := range conditions {
		some = some.Apply(c)
	}
	var n int
	err := db.bun.NewSelect().TableExpr("(?) AS passing", some.Limit(int64(db.exactRows)+1)).ColumnExpr("count(*)").Scan(ctx, &n)
	return n <= db.exactRows, err
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
		return near(tx.NewSelect().Model(&rows), to, p, conditions).OrderExpr("v.embedding <=> ?", to.vector).Scan(ctx)
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
