package workouts

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

// foundRow is a workout's place among those that were found: cosine similarity is −1 to 1, and 0 where nobody asked for a meaning.
type foundRow struct {
	Place `bun:",extend"`

	Similarity float64 `bun:"similarity,scanonly"`
}

// matchRow is a workout and how near it is by meaning. Vector is there where it was found by meaning.
type matchRow struct {
	*KnownRow

	similarity float64
	vector     []float32
}

const (
	// exactRows is how many workouts are compared one by one. Beyond that the index of neighbours is walked, which may miss some.
	exactRows = 1000
	// walkWidth is how many neighbours a walk holds at once: more of them find better and take longer.
	walkWidth = 280
	// walkTuples bounds a walk that few of the workouts it comes by pass.
	walkTuples = 20_000
)

// index finds workouts by nearness.
type index struct {
	db        *postgres.DB
	memory    *Memory
	exactRows int
	asking    sync.Mutex // held while it is asked what pgvector can
	pgvector  string
}

// page is which of the nearest are wanted.
type page struct{ limit, offset int }

// nearest are the workouts that pass some conditions, by nearness to a meaning, those at equal distance by id. Vectors of other embedders
// are left out. Up to exactRows that pass are all compared; of more, a walk through the index takes the nearest that pass, until the page
// is full: pgvector applies the conditions within the walk. Where it ends before that, all are compared after all, so that a page is never
// shorter than it could be.
func (store *index) nearest(ctx context.Context, to meaning, p page, conditions ...postgres.Condition) ([]matchRow, error) {
	found, err := store.find(ctx, to, p, conditions)
	if err != nil {
		return nil, err
	}
	return store.read(ctx, found, to.embedder)
}

func (store *index) find(ctx context.Context, to meaning, p page, conditions []postgres.Condition) ([]foundRow, error) {
	few, err := store.few(ctx, conditions)
	if err != nil {
		return nil, err
	}
	if !few {
		found, err := store.walk(ctx, to, p, conditions)
		if err != nil || len(found) == p.limit {
			return found, err
		}
	}
	var found []foundRow
	err = near(store.db.Bun.NewSelect().TableExpr("workouts AS w"), to.text, to.embedder, conditions).OrderExpr("similarity DESC, w.id").
		Limit(int64(p.limit)).Offset(int64(p.offset)).Scan(ctx, &found)
	return found, err
}

// few tells whether so few workouts pass that all can be compared.
func (store *index) few(ctx context.Context, conditions []postgres.Condition) (bool, error) {
	most, err := store.mostCompared(ctx)
	if err != nil || most < 0 {
		return true, err
	}
	var n int
	err = store.db.Bun.NewSelect().TableExpr("(?) AS passing", store.passing(most, conditions)).ColumnExpr("count(*)").Scan(ctx, &n)
	return n <= most, err
}

// mostCompared is how many workouts are compared one by one, −1 for all.
func (store *index) mostCompared(ctx context.Context) (int, error) {
	if walks, err := store.canWalk(ctx); !walks {
		return -1, err
	}
	return store.exactRows, nil
}

// passing are workouts that pass: so many and one more, if most is not −1.
func (store *index) passing(most int, conditions []postgres.Condition) *bun.SelectQuery {
	q := store.db.Bun.NewSelect().TableExpr("workouts AS w").ColumnExpr("w.id, w.revision")
	for _, c := range conditions {
		q = q.Apply(c)
	}
	if most >= 0 {
		q = q.Limit(int64(most) + 1)
	}
	return q
}

// near selects what passes, with its similarity.
func near(q *bun.SelectQuery, vector, embedder any, conditions []postgres.Condition) *bun.SelectQuery {
	q = q.ColumnExpr("w.id, w.revision").ColumnExpr("1 - (v.embedding <=> ?::vector) AS similarity", vector).
		Join("JOIN workout_vectors AS v ON v.workout_id = w.id AND v.embedder_id = ?", embedder)
	for _, c := range conditions {
		q = q.Apply(c)
	}
	return q
}

// read reads the workouts that were found, in their order, with the vectors of an embedder. What is gone by now is left out.
func (store *index) read(ctx context.Context, found []foundRow, by string) ([]matchRow, error) {
	matched, err := store.matched(ctx, by, found)
	return matched.of(found), err
}

// matched are workouts that were found, each once, and their vectors.
type matched map[training.WorkoutID]matchRow

func (store *index) matched(ctx context.Context, by string, pages ...[]foundRow) (matched, error) {
	m := matched{}
	var places []Place
	for _, page := range pages {
		for _, f := range page {
			if _, noted := m[f.ID]; !noted {
				m[f.ID] = matchRow{}
				places = append(places, f.Place)
			}
		}
	}
	rows, err := store.memory.RowsAt(ctx, store.db.Bun, places)
	if err != nil {
		return nil, err
	}
	vectors, err := store.memory.vectorsAt(ctx, places, by)
	for id := range m {
		m[id] = matchRow{KnownRow: rows[id], vector: vectors[id]}
	}
	return m, err
}

func (m matched) of(found []foundRow) []matchRow {
	rows := make([]matchRow, 0, len(found))
	for _, f := range found {
		if row := m[f.ID]; row.KnownRow != nil && row.vector != nil {
			row.similarity = f.Similarity
			rows = append(rows, row)
		}
	}
	return rows
}

// walkSettings are of the transaction alone; without sorts there is no other way for the database to bring the nearest first.
const walkSettings = `SELECT set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.ef_search', $1, true),
	set_config('hnsw.max_scan_tuples', $2, true), set_config('enable_sort', 'off', true)`

// walk goes through the index of neighbours. Its statements go to the database together, which makes them one transaction.
func (store *index) walk(ctx context.Context, to meaning, p page, conditions []postgres.Condition) ([]foundRow, error) {
	var (
		rows  []foundRow
		batch pgx.Batch
	)
	query := near(store.db.Bun.NewSelect().TableExpr("workouts AS w"), to.text, to.embedder, conditions).
		OrderExpr("v.embedding <=> ?::vector", to.text).Limit(int64(p.limit)).Offset(int64(p.offset))
	batch.Queue(walkSettings, strconv.Itoa(walkWidth), strconv.Itoa(walkTuples))
	batch.Queue(query.String()).Query(func(found pgx.Rows) (err error) {
		rows, err = pgx.CollectRows(found, scanFound)
		return err
	})
	pool, err := store.db.Direct()
	if err != nil {
		return nil, err
	}
	if err := pool.SendBatch(ctx, &batch).Close(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(rows, func(a, b foundRow) int {
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(a.ID, b.ID))
	})
	return rows, nil
}

func scanFound(row pgx.CollectableRow) (foundRow, error) {
	var (
		found foundRow
		id    pgtype.UUID
	)
	err := row.Scan(&id, &found.Revision, &found.Similarity)
	found.ID = workoutID(id)
	return found, err
}

func workoutID(id pgtype.UUID) training.WorkoutID {
	return training.WorkoutID(uuid.UUID(id.Bytes).String())
}

// canWalk tells whether pgvector is 0.8 or newer, the first that walks on where conditions hide what it finds.
func (store *index) canWalk(ctx context.Context) (bool, error) {
	store.asking.Lock()
	defer store.asking.Unlock()
	if store.pgvector == "" {
		if err := store.db.Bun.NewRaw("SELECT extversion FROM pg_extension WHERE extname = 'vector'").Scan(ctx, &store.pgvector); err != nil {
			return false, err
		}
	}
	major, rest, _ := strings.Cut(store.pgvector, ".")
	minor, _, _ := strings.Cut(rest, ".")
	is, err := strconv.Atoi(minor)
	return major != "0" || err == nil && is >= 8, nil
}
