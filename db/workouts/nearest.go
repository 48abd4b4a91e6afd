package workouts

import (
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
	"fortnight/session"
	"fortnight/training"
)

// foundRow is a workout's place among those that the database has found, and the cosine similarity by which it did, −1 to 1.
type foundRow struct {
	Place `bun:",extend"`

	ByDistance bool        `bun:"by_distance,scanonly"`
	Family     *session.ID `bun:"family,scanonly"`
	Similarity float64     `bun:"similarity,scanonly"`
}

const (
	// exactRows is how many workouts are compared one by one. Beyond that the index of neighbours is walked, which may miss some.
	exactRows = 1000
	// walkWidth is how many neighbours a walk holds at once: more of them find better and take longer.
	walkWidth = 280
	// walkTuples bounds a walk that few of the workouts it comes by pass.
	walkTuples = 20_000
)

// index finds workouts by nearness: of the shared library on the shelf, of somebody's own by pgvector, and all by pgvector where the library is
// too large for a shelf or only the database can tell what passes.
type index struct {
	db        *postgres.DB
	memory    *Memory
	shelves   *shelves
	exactRows int
	asking    sync.Mutex // held while it is asked what pgvector can
	pgvector  string
}

// page is which of the nearest are wanted.
type page struct{ limit, offset int }

// which says what may be found: what somebody sees as their own besides the shared library, and what of it passes.
type which struct {
	viewer training.UserID
	own    *bool                // true: own ones alone; false: the shared library alone
	shelf  *wanted              // what passes on a shelf, nil where only the database can tell
	stored []postgres.Condition // the same for the database
}

// nearest are the workouts that pass, by nearness to a meaning, those at equal distance by id. Vectors of other embedders are left out.
func (store *index) nearest(ctx context.Context, to meaning, p page, w which) ([]matchRow, error) {
	g, err := store.ground(ctx, to.embedder, w)
	if err != nil {
		return nil, err
	}
	return store.nearestOn(ctx, g, to, p, w)
}

// ground is what somebody searches on as of an instant: the shelf, nil where the database is to be searched, and whether there are workouts of the
// viewer's own that stand on none.
type ground struct {
	shelf *shelf
	owns  bool
}

// alone tells whether all that a search may find stands on the shelf.
func (g ground) alone(w which) bool {
	return g.shelf != nil && (w.own == nil && !g.owns || w.own != nil && !*w.own)
}

// nearestOn are the nearest on a ground.
func (store *index) nearestOn(ctx context.Context, g ground, to meaning, p page, w which) ([]matchRow, error) {
	if !postgres.Canonical(w.viewer) {
		return nil, nil
	}
	if g.shelf == nil {
		found, err := store.find(ctx, to, p, append([]postgres.Condition{within(w.viewer, w.own)}, w.stored...))
		if err != nil {
			return nil, err
		}
		return store.compared(ctx, to, found)
	}
	var rows []matchRow
	if w.own == nil || !*w.own {
		rows = g.shelf.find(to.vector, w.shelf, p.offset+p.limit)
	}
	if g.owns && (w.own == nil || *w.own) {
		found, err := store.exact(ctx, to, page{limit: p.offset + p.limit}, append([]postgres.Condition{own(w.viewer)}, w.stored...))
		if err != nil {
			return nil, err
		}
		more, err := store.compared(ctx, to, found)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
		nearestFirst(rows)
	}
	return p.of(rows), nil
}

// of is the page of all that was found.
func (p page) of(rows []matchRow) []matchRow {
	return rows[min(p.offset, len(rows)):min(p.offset+p.limit, len(rows))]
}

// ground is what a viewer searches on now, for what may be found.
func (store *index) ground(ctx context.Context, embedder string, w which) (ground, error) {
	if w.shelf == nil || store.shelves.most == 0 || !postgres.Canonical(w.viewer) {
		return ground{}, nil
	}
	state, owns, err := store.shelves.state(ctx, w.viewer)
	if err != nil {
		return ground{}, err
	}
	s, err := store.shelves.at(ctx, embedder, state)
	if s != nil && !s.written {
		return ground{}, err
	}
	return ground{s, owns}, err
}

// find has the database find the workouts that pass some conditions. Up to exactRows that pass are all compared; of more, a walk through the
// index takes the nearest that pass, until the page is full: pgvector applies the conditions within the walk. Where it ends before that, all are
// compared after all, so that a page is never shorter than it could be.
func (store *index) find(ctx context.Context, to meaning, p page, conditions []postgres.Condition) ([]foundRow, error) {
	few, err := store.few(ctx, conditions)
	switch {
	case err != nil:
		return nil, err
	case few:
		return store.exact(ctx, to, p, conditions)
	}
	return store.findMany(ctx, to, p, conditions)
}

// findMany is find where it is known that more than exactRows pass.
func (store *index) findMany(ctx context.Context, to meaning, p page, conditions []postgres.Condition) ([]foundRow, error) {
	found, err := store.walk(ctx, to, p, conditions)
	if err != nil || len(found) == p.limit {
		return found, err
	}
	return store.exact(ctx, to, p, conditions)
}

// exact compares all that pass.
func (store *index) exact(ctx context.Context, to meaning, p page, conditions []postgres.Condition) (found []foundRow, err error) {
	err = near(store.db.Bun.NewSelect().TableExpr("workouts AS w"), to.text(), to.embedder, conditions).ColumnExpr("w.family").OrderExpr("similarity DESC, w.id").
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
	q := store.db.Bun.NewSelect().TableExpr("workouts AS w").ColumnExpr("w.id, w.revision, w.by_distance")
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
	q = q.ColumnExpr("w.id, w.revision, w.by_distance").ColumnExpr("1 - (v.embedding <=> ?::vector) AS similarity", vector).
		Join("JOIN workout_vectors AS v ON v.workout_id = w.id AND v.embedder_id = ?", embedder)
	for _, c := range conditions {
		q = q.Apply(c)
	}
	return q
}

// compared are workouts that the database found, with their vectors, and compared once more: one function says how near a workout is, whoever
// found it. What is gone by now is left out.
func (store *index) compared(ctx context.Context, to meaning, found []foundRow) ([]matchRow, error) {
	vectors, err := store.vectors(ctx, to.embedder, found)
	if err != nil {
		return nil, err
	}
	return to.compare(found, vectors), nil
}

// vectors are those of workouts that the database found.
func (store *index) vectors(ctx context.Context, embedder string, pages ...[]foundRow) (map[training.WorkoutID][]float32, error) {
	var at []Place
	for _, page := range pages {
		for _, f := range page {
			at = append(at, f.Place)
		}
	}
	if len(at) == 0 {
		return nil, nil
	}
	return store.memory.vectorsAt(ctx, at, embedder)
}

// compare says how near workouts are that were found.
func (m meaning) compare(found []foundRow, vectors map[training.WorkoutID][]float32) []matchRow {
	rows := make([]matchRow, 0, len(found))
	for _, f := range found {
		if vector := vectors[f.ID]; vector != nil {
			rows = append(rows, matchRow{
				place: f.Place, byDistance: f.ByDistance, family: familyNumber(postgres.OrZero(f.Family)), similarity: cosine(m.vector, vector), vector: vector,
			})
		}
	}
	nearestFirst(rows)
	return rows
}

// read reads workouts that were found, each once for all of several lists; which says of which. What is gone by now is left out.
func (store *index) read(ctx context.Context, which func(*matchRow) bool, lists ...*[]matchRow) error {
	var at []Place
	for _, list := range lists {
		for i := range *list {
			if row := &(*list)[i]; row.KnownRow == nil && which(row) {
				at = append(at, row.place)
			}
		}
	}
	if len(at) == 0 {
		return nil
	}
	known, err := store.memory.RowsAt(ctx, store.db.Bun, at)
	if err != nil {
		return err
	}
	for _, list := range lists {
		for i := range *list {
			if row := &(*list)[i]; row.KnownRow == nil && which(row) {
				row.KnownRow = known[row.place.ID]
			}
		}
		*list = slices.DeleteFunc(*list, func(row matchRow) bool { return row.KnownRow == nil && which(&row) })
	}
	return nil
}

// all are all rows.
func all(*matchRow) bool { return true }

// walkSettings are of the transaction alone; without sorts there is no other way for the database to bring the nearest first.
const walkSettings = `SELECT set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.ef_search', $1, true),
	set_config('hnsw.max_scan_tuples', $2, true), set_config('enable_sort', 'off', true)`

// walk goes through the index of neighbours. Its statements go to the database together, which makes them one transaction.
func (store *index) walk(ctx context.Context, to meaning, p page, conditions []postgres.Condition) ([]foundRow, error) {
	var (
		rows  []foundRow
		batch pgx.Batch
	)
	text := to.text()
	query := near(store.db.Bun.NewSelect().TableExpr("workouts AS w"), text, to.embedder, conditions).ColumnExpr("w.family").
		OrderExpr("v.embedding <=> ?::vector", text).Limit(int64(p.limit)).Offset(int64(p.offset))
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
	return rows, nil
}

func scanFound(row pgx.CollectableRow) (foundRow, error) {
	var (
		found foundRow
		id    pgtype.UUID
	)
	err := row.Scan(&id, &found.Revision, &found.ByDistance, &found.Similarity, &found.Family)
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
