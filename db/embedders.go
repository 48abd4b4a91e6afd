package db

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
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
	serving atomic.Pointer[Embedder]
	mu      sync.Mutex
	next    EmbedderStatus // without Serving
}

// Embedder is the one that serves. An operation asks once: another may serve a moment later.
func (db *DB) Embedder() Embedder {
	if by := db.embedders.serving.Load(); by != nil {
		return *by
	}
	panic("db: no embedder serves: ServeBy was not called")
}

// ServeBy makes an embedder serve at once. What it has no vectors of is not found by meaning before Seed or Reembed.
func (db *DB) ServeBy(by Embedder) {
	db.embedders.serving.Store(&by)
	db.setNext(EmbedderStatus{Wanted: by.ID(), State: EmbedderServes})
}

// EmbedderComes says that an embedder of this name is being brought here.
func (db *DB) EmbedderComes(name string) {
	db.setNext(EmbedderStatus{Wanted: name, State: EmbedderComes})
}

// EmbedderMissing says that an embedder of this name cannot be had.
func (db *DB) EmbedderMissing(name string) {
	db.setNext(EmbedderStatus{Wanted: name, State: EmbedderMissing})
}

// EmbedderStatus tells by whose vectors workouts are found now.
func (db *DB) EmbedderStatus() EmbedderStatus {
	db.embedders.mu.Lock()
	defer db.embedders.mu.Unlock()
	status := db.embedders.next
	status.Serving = db.Embedder().ID()
	return status
}

func (db *DB) setNext(status EmbedderStatus) {
	db.embedders.mu.Lock()
	defer db.embedders.mu.Unlock()
	db.embedders.next = status
}

// staleEmbedder is how long the vectors of an embedder are kept that no server uses: long enough to go back to it, or to start with it
// and go on to another, without embedding everything anew.
const staleEmbedder = 7 * 24 * time.Hour

// noteUse keeps an embedder's vectors from being deleted as those of one that no server uses.
func (db *DB) noteUse(ctx context.Context, embedder string) error {
	_, err := db.bun.NewRaw(`INSERT INTO embedders AS e (id, served_at) VALUES (?, ?)
		ON CONFLICT (id) DO UPDATE SET served_at = greatest(e.served_at, EXCLUDED.served_at)`, embedder, db.now()).Exec(ctx)
	return err
}

// forgetBatch is how many vectors are deleted at a time.
const forgetBatch = 1000

// forgetUnused deletes the vectors of embedders that no server has used for long, and then the embedders themselves. One that a server
// begins to use meanwhile loses no more of them.
func (db *DB) forgetUnused(ctx context.Context) error {
	before := db.now().Add(-staleEmbedder)
	for {
		result, err := db.bun.NewRaw(`DELETE FROM workout_vectors WHERE (workout_id, embedder_id) IN (
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
	_, err := db.bun.NewRaw(`DELETE FROM embedders AS e WHERE e.served_at < ?
		AND NOT EXISTS (SELECT FROM workout_vectors AS v WHERE v.embedder_id = e.id)`, before).Exec(ctx)
	return err
}
