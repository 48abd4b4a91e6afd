package workouts

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"unique"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/quota"
	"fortnight/session"
	"fortnight/training"
)

// The two halves of the statement that raises the version of the library, and returns it. Whoever raises it holds it until the transaction ends, so that
// versions are seen in their order.
const (
	raising = `INSERT INTO library_state AS s (one, version, rewritten) SELECT true, 1, 0`
	raised  = `ON CONFLICT (one) DO UPDATE SET version = s.version + 1 RETURNING version`
)

// raise raises the version of the library. What else a transaction locks of the library it locks before.
func raise(ctx context.Context, tx bun.Tx) (version int64, err error) {
	err = tx.NewRaw(raising+" "+raised).Scan(ctx, &version)
	return version, err
}

// noteRewritten says that workouts of the library are of other families than before.
func noteRewritten(ctx context.Context, tx bun.Tx) error {
	_, err := tx.NewRaw(`INSERT INTO library_state AS s (one, version, rewritten) VALUES (true, 0, 1)
		ON CONFLICT (one) DO UPDATE SET rewritten = s.rewritten + 1`).Exec(ctx)
	return err
}

// shelves keeps the shared library in memory, as the embedder that serves knows it.
type shelves struct {
	db      *postgres.DB
	most    int // workouts that are kept, 0 for none
	current atomic.Pointer[shelf]

	reading sync.Mutex          // held while the library is read
	there   map[uuid.UUID]int64 // the version of the library that the vector of each book on the shelf came with
	tooMany string              // the embedder by which the library has more than is kept; "" for none

	found atomic.Pointer[findings] // in a library that has more than is kept, in the room that the shelf would have
}

// stateText asks where the library stands, and whether somebody has workouts of one's own.
const stateText = `SELECT coalesce(max(version), 0), coalesce(max(rewritten), 0),
	EXISTS (SELECT FROM workouts AS w WHERE w.owner_id = $1 AND NOT w.archived) FROM library_state`

// state is where the library stands, and whether an owner has workouts.
func (store *shelves) state(ctx context.Context, owner training.UserID) (state libraryState, owns bool, err error) {
	pool, err := store.db.Direct()
	if err != nil {
		return state, false, err
	}
	err = pool.QueryRow(ctx, stateText, pgx.QueryExecModeCacheStatement, string(owner)).Scan(&state.version, &state.rewritten, &owns)
	return state, owns, err
}

// at is the shelf that an embedder serves by, with all that the library had in a state; nil where the library has more than is kept.
func (store *shelves) at(ctx context.Context, embedder string, state libraryState) (*shelf, error) {
	if store.most == 0 {
		return nil, nil
	}
	if s := store.current.Load(); s.serves(embedder, state) {
		return s, nil
	}
	store.reading.Lock()
	defer store.reading.Unlock()
	s := store.current.Load()
	if s.serves(embedder, state) {
		return s, nil
	}
	if store.tooMany == embedder {
		return nil, nil // a library does not become smaller
	}
	next, err := store.read(ctx, s, embedder, state)
	if err != nil {
		return nil, postgres.Wrap("read the library", err)
	}
	store.current.Store(next)
	return next, nil
}

// findings are what is remembered of searches for needs where there is no shelf, of all that the library had in a state. What was written for plans is
// found for no need: it may come without anything being forgotten.
func (store *shelves) findings(ctx context.Context, embedder string, state libraryState) (*findings, error) {
	if f := store.found.Load(); f.serves(embedder, state) {
		return f, nil
	}
	store.reading.Lock()
	defer store.reading.Unlock()
	f := store.found.Load()
	if f.serves(embedder, state) {
		return f, nil
	}
	next := &findings{embedder: embedder, state: state}
	if f != nil && f.embedder == embedder && f.state.rewritten >= state.rewritten {
		fresh, err := store.count(ctx, embedder, 1, "v.version > $2 AND NOT w.written", f.state.version)
		if err != nil {
			return nil, err
		}
		if fresh == 0 {
			next.known = f.known
		}
	}
	if next.known == nil {
		next.known = quota.NewMemory[finding, []matchRow](store.most * bookBytes)
	}
	store.found.Store(next)
	return next, nil
}

// serves tells whether a shelf has all that the library had in a state.
func (s *shelf) serves(embedder string, state libraryState) bool {
	return s != nil && s.embedder == embedder && s.state.rewritten >= state.rewritten && s.state.version >= state.version
}

// read reads what is new since a shelf, or all of the library where there is no shelf to go on from; nil where there is too much. What was
// written for plans is left out where there is room for the rest alone.
func (store *shelves) read(ctx context.Context, s *shelf, embedder string, state libraryState) (*shelf, error) {
	if s != nil && s.embedder == embedder && s.state.rewritten >= state.rewritten {
		more, err := store.books(ctx, embedder, store.most+1, "v.version > $2 AND (NOT w.written OR $3)", s.state.version, s.written)
		if err != nil {
			return nil, err
		}
		if next := store.with(s, state, more); len(next.books) <= store.most {
			return next, nil
		}
	}
	store.current.Store(nil) // what is dropped is not held while the next is read
	store.there = map[uuid.UUID]int64{}
	s = &shelf{embedder: embedder, state: state}
	library, err := store.books(ctx, embedder, store.most+1, "NOT w.written")
	if err != nil {
		return nil, err
	}
	if len(library.books) > store.most {
		store.tooMany = embedder
		return nil, nil
	}
	s = store.with(s, state, library)
	room := store.most - len(s.books)
	written, err := store.books(ctx, embedder, room+1, "w.written")
	if err != nil || len(written.books) > room {
		return s, err
	}
	s = store.with(s, state, written)
	s.written = true
	return s, nil
}

// with is a shelf and what was read since. It goes on in the memory of the shelf before unless something that is on it has another edition.
func (store *shelves) with(s *shelf, state libraryState, read *arrivals) *shelf {
	next := &shelf{lot: s.lot, choices: newChoices(), embedder: s.embedder, state: state, written: s.written}
	if len(store.there) == 0 { // all of it is new: it is taken as it was read, and not copied
		next.lot = read.lot
		for i := range read.books {
			store.there[read.books[i].id] = read.versions[i]
		}
		return next
	}
	replaced, fresh := map[uuid.UUID]bool{}, make([]int, 0, len(read.books))
	for i := range read.books {
		id := read.books[i].id
		was, there := store.there[id]
		if there && was == read.versions[i] {
			continue
		}
		if there {
			replaced[id] = true
		}
		store.there[id] = read.versions[i]
		fresh = append(fresh, i)
	}
	if len(replaced) > 0 {
		next.lot = lot{}
		for i := range s.books {
			if !replaced[s.books[i].id] {
				next.add(s.books[i], s.details[i], s.vector(i))
			}
		}
	}
	for _, i := range fresh {
		next.add(read.books[i], read.details[i], read.vector(i))
	}
	return next
}

// arrivals are workouts that were read, each once, with the version of the library that the vector of each came with.
type arrivals struct {
	lot

	versions []int64
}

// booksText reads shared workouts with their vectors by an embedder, and countText counts them, up to a number.
const (
	booksFrom = ` FROM workout_vectors AS v JOIN workouts AS w ON w.id = v.workout_id WHERE v.embedder_id = $1 AND w.owner_id IS NULL AND NOT w.archived AND `
	booksText = `SELECT w.id, w.revision, w.sport::text, w.focus::text, w.duration_seconds, w.tss, coalesce(w.family, ''), coalesce(w.level, 0), w.by_distance,
	w.written, w.tags, w.exercise_ids, w.zone_seconds, coalesce(v.version, 0), v.embedding::real[]` + booksFrom
	countText = `SELECT count(*) FROM (SELECT 1` + booksFrom + `%s LIMIT %d) AS counted`
)

// books reads what of the library passes a condition whose values are $2 and on, at most limit.
func (store *shelves) books(ctx context.Context, embedder string, limit int, condition string, values ...any) (*arrivals, error) {
	pool, err := store.db.Direct()
	if err != nil {
		return nil, err
	}
	n, err := store.count(ctx, embedder, limit, condition, values...) // so that vectors are read to where they stay, and not moved as more of them come
	if err != nil {
		return nil, err
	}
	text := booksText + condition + " LIMIT " + strconv.Itoa(limit)
	rows, err := pool.Query(ctx, text, append([]any{pgx.QueryExecModeCacheDescribe, embedder}, values...)...)
	if err != nil {
		return nil, err
	}
	var (
		read    = arrivals{lot: lot{vectors: make([]float32, 0, (n+n/8)*dimensions)}}
		b       book
		d       details
		id      pgtype.UUID
		words   struct{ sport, focus, family string }
		version int64
		zones   []int32
		vector  []float32
	)
	into := []any{&id, &b.revision, &words.sport, &words.focus, &b.seconds, &b.tss, &words.family, &b.level, &b.byDistance, &b.written, &d.tags, &d.exercises,
		&zones, &version, &vector}
	_, err = pgx.ForEachRow(rows, into, func() error {
		if len(vector) != dimensions {
			return fmt.Errorf("workout %x has a vector of %d dimensions", id.Bytes, len(vector))
		}
		b.id = id.Bytes
		b.sport, b.focus = int8(slices.Index(training.Sports, training.Sport(words.sport))), int8(slices.Index(training.Foci, training.Focus(words.focus)))
		b.family = familyNumber(session.ID(words.family))
		copy(d.zoneSeconds[:], zones)
		read.add(b, details{once(d.tags), once(d.exercises), d.zoneSeconds}, vector)
		read.versions = append(read.versions, version)
		return nil
	})
	return &read, err
}

// count is how many of the library pass a condition whose values are $2 and on, limit of more.
func (store *shelves) count(ctx context.Context, embedder string, limit int, condition string, values ...any) (n int, err error) {
	pool, err := store.db.Direct()
	if err != nil {
		return 0, err
	}
	values = append([]any{pgx.QueryExecModeCacheDescribe, embedder}, values...)
	err = pool.QueryRow(ctx, fmt.Sprintf(countText, condition, limit), values...).Scan(&n)
	return n, err
}

// once are words of which each is held once, however many workouts have it.
func once(words []string) []string {
	if len(words) == 0 {
		return nil
	}
	held := make([]string, len(words))
	for i, word := range words {
		held[i] = unique.Make(word).Value()
	}
	return held
}
