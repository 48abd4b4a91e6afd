package workouts

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"fortnight/db/postgres"
	"fortnight/quota"
	"fortnight/search"
	"fortnight/training"
)

// EmbedderState is how far the embedder is that was asked for.
type EmbedderState string

const (
	// EmbedderServes means that workouts are found by it.
	EmbedderServes EmbedderState = "SERVES"
	// EmbedderComes means that it is being brought here or opened, while another serves.
	EmbedderComes EmbedderState = "COMES"
	// EmbedderFills means that it is here and embeds the workouts that it has no vectors of, while another serves.
	EmbedderFills EmbedderState = "FILLS"
	// EmbedderMissing means that it cannot be had; another serves.
	EmbedderMissing EmbedderState = "MISSING"
)

// EmbedderStatus tells by whose vectors workouts are found.
type EmbedderStatus struct {
	Serving string // the id of the embedder that serves
	Wanted  string // what was asked for, a name or an id; the id of the one that serves where it serves
	State   EmbedderState
	Done    int // workouts that the wanted one has embedded
	Total   int // of so many that it had no vectors of when it began
}

// embedders is the embedder that serves in this process, and what becomes of one that is to serve.
type embedders struct {
	db      *postgres.DB
	text    func(training.Workout) string  // what of a workout is embedded
	queries *quota.Memory[cacheKey, query] // of what was searched for: a plan asks for some dozens, and for the same again when it is made anew
	serving atomic.Pointer[Embedder]
	mu      sync.Mutex
	next    EmbedderStatus // without Serving
}

// Embedder is the one that serves. An operation asks once: another may serve a moment later.
func (store *embedders) Embedder() Embedder {
	if by := store.serving.Load(); by != nil {
		return *by
	}
	panic("workouts: no embedder serves: ServeBy was not called")
}

// ServeBy makes an embedder serve at once. What it has no vectors of is not found by meaning before Seed or Reembed.
func (store *embedders) ServeBy(by Embedder) {
	store.serving.Store(&by)
	store.setNext(EmbedderStatus{Wanted: by.ID(), State: EmbedderServes})
}

// EmbedderComes says that an embedder of this name is being brought here.
func (store *embedders) EmbedderComes(name string) {
	store.setNext(EmbedderStatus{Wanted: name, State: EmbedderComes})
}

// EmbedderMissing says that an embedder of this name cannot be had.
func (store *embedders) EmbedderMissing(name string) {
	store.setNext(EmbedderStatus{Wanted: name, State: EmbedderMissing})
}

// EmbedderStatus tells by whose vectors workouts are found now.
func (store *embedders) EmbedderStatus() EmbedderStatus {
	store.mu.Lock()
	defer store.mu.Unlock()
	status := store.next
	status.Serving = store.Embedder().ID()
	return status
}

func (store *embedders) setNext(status EmbedderStatus) {
	store.mu.Lock()
	defer store.mu.Unlock()
	store.next = status
}

// staleEmbedder is how long the vectors of an embedder are kept that no server uses: long enough to go back to it, or to start with it
// and go on to another, without embedding everything anew.
const staleEmbedder = 7 * 24 * time.Hour

// noteUse keeps an embedder's vectors from being deleted as those of one that no server uses.
func (store *embedders) noteUse(ctx context.Context, embedder string) error {
	_, err := store.db.Bun.NewRaw(`INSERT INTO embedders AS e (id, served_at) VALUES (?, ?)
		ON CONFLICT (id) DO UPDATE SET served_at = greatest(e.served_at, EXCLUDED.served_at)`, embedder, store.db.Now()).Exec(ctx)
	return err
}

// forgetBatch is how many vectors are deleted at a time.
const forgetBatch = 1000

// forgetUnused deletes the vectors of embedders that no server has used for long, and then the embedders themselves. One that a server
// begins to use meanwhile loses no more of them.
func (store *embedders) forgetUnused(ctx context.Context) error {
	before := store.db.Now().Add(-staleEmbedder)
	for {
		result, err := store.db.Bun.NewRaw(`DELETE FROM workout_vectors WHERE (workout_id, embedder_id) IN (
			SELECT v.workout_id, v.embedder_id FROM workout_vectors AS v JOIN embedders AS e ON e.id = v.embedder_id
			WHERE e.served_at < ? LIMIT ?)`, before, forgetBatch).Exec(ctx)
		if err != nil {
			return err
		}
		if rows, err := result.RowsAffected(); err != nil {
			return err
		} else if rows == 0 {
			break
		}
	}
	_, err := store.db.Bun.NewRaw(`DELETE FROM embedders AS e WHERE e.served_at < ?
		AND NOT EXISTS (SELECT FROM workout_vectors AS v WHERE v.embedder_id = e.id)`, before).Exec(ctx)
	return err
}

// embedWorkouts makes a vector of each workout.
func (store *embedders) embedWorkouts(ctx context.Context, by Embedder, rows ...workoutRow) ([]meaning, error) {
	texts := make([]string, len(rows))
	for i, row := range rows {
		texts[i] = search.English(store.text(row.atReference()))
	}
	return embedTexts(ctx, by, texts...)
}

// cacheKey is a text that an embedder was asked for.
type cacheKey struct{ embedder, text string }

// query is what is searched for: what its words ask for and rule out, and its meaning.
type query struct {
	meaning

	asked search.Asked
}

// embedQuery reads what is searched for and makes its vector, or remembers both.
func (store *embedders) embedQuery(ctx context.Context, by Embedder, text string) (query, error) {
	key := cacheKey{by.ID(), text}
	if known, found := store.queries.Get(key); found {
		return known, nil
	}
	queries := by.Embed
	if q, has := by.(queryEmbedder); has {
		queries = q.EmbedQueries
	}
	asked := search.Read(text)
	made, err := meanings(by, 1)(queries(ctx, []string{asked.English}))
	if err != nil {
		return query{}, err
	}
	q := query{made[0], asked}
	store.queries.Add(key, q, 4*dimensions+2*len(text)+askedBytes)
	return q, nil
}

// askedBytes is what reading a text takes beside the text, about.
const askedBytes = 600
