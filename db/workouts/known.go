package workouts

import (
	"context"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/pgvector/pgvector-go"
	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/quota"
	"fortnight/search"
	"fortnight/session"
	"fortnight/training"
)

// Bytes is how much memory what is remembered may take.
type Bytes struct {
	Shelf   int // the shared library, for searches by meaning: beyond that the database searches
	Rows    int // workouts
	Heads   int // workouts without what is in them
	Loads   int // what workouts ask of somebody, and are for them
	Vectors int // of workouts that are not of the library
	Queries int // of what was searched for
}

// What loads, readings and heads take, about.
const (
	loadBytes    = 600
	readingBytes = 100
	headBytes    = 700 // besides its title, description and tags
)

// knownTexts is of how many texts that were searched for it is remembered what they say.
const knownTexts = 512

// Memory is what is remembered of workouts. Whatever changes a workout gives it another revision, so nothing of it is ever outdated.
// What is remembered is shared by all who read it; nobody changes it in place.
type Memory struct {
	db      *postgres.DB
	tells   func(text string) (concepts, words []string)
	bytes   Bytes
	rows    *quota.Memory[workoutKey, *KnownRow]
	heads   *quota.Memory[workoutKey, *KnownRow] // without blocks
	vectors *quota.Memory[vectorKey, []float32]
	loads   *quota.Memory[loadKey, training.Load]
	reads   *quota.Memory[loadKey, session.Reading]
	texts   simplelru.LRUCache[string, says] // what was searched for
}

// NewMemory is an empty memory. tells names what a text is about, and its words that say something: what a query and a workout have in
// common tells why it was found; nil for nothing.
func NewMemory(db *postgres.DB, tells func(text string) (concepts, words []string), bytes Bytes) (*Memory, error) {
	texts, err := lru.New[string, says](knownTexts)
	return &Memory{
		db: db, tells: tells, bytes: bytes, texts: texts, rows: quota.NewMemory[workoutKey, *KnownRow](bytes.Rows), heads: quota.NewMemory[workoutKey, *KnownRow](bytes.Heads),
		vectors: quota.NewMemory[vectorKey, []float32](bytes.Vectors), loads: quota.NewMemory[loadKey, training.Load](bytes.Loads * 7 / 8),
		reads: quota.NewMemory[loadKey, session.Reading](bytes.Loads / 8),
	}, err
}

// workoutKey names a workout as it is.
type workoutKey struct {
	id       training.WorkoutID
	revision int
}

// vectorKey names what a workout means to an embedder.
type vectorKey struct {
	workoutKey

	embedder string
}

// loadKey names what a workout asks of somebody with these thresholds, 0 for one that is not known.
type loadKey struct {
	workoutKey

	ftp, rowFTP, pace, swim, heartRate, maxHeartRate, restingHeartRate int
}

func newLoadKey(w workoutKey, t training.Thresholds) loadKey {
	return loadKey{
		w, postgres.OrZero(t.FTPWatts), postgres.OrZero(t.RowFTPWatts), postgres.OrZero(t.ThresholdSecondsPerKilometer),
		postgres.OrZero(t.CriticalSwimSecondsPer100Meters), postgres.OrZero(t.ThresholdHeartRate), postgres.OrZero(t.MaxHeartRate), postgres.OrZero(t.RestingHeartRate),
	}
}

// KnownRow is a workout as it is stored, and what its words say.
type KnownRow struct {
	workoutRow

	// says is worked out when somebody first wants to know why the workout was found.
	says func() says
}

// remembered is a row that says what it is about when it is asked.
func (store *Memory) remembered(row workoutRow) *KnownRow {
	return &KnownRow{row, sync.OnceValue(func() says { return store.says(row.words()) })}
}

// workout is the workout of a row for somebody with these thresholds: measured and read by them.
func (store *Memory) workout(row *KnownRow, t training.Thresholds) training.Workout {
	w := row.measured(store.Load(row, t))
	is := store.Reading(row, t)
	w.Family, w.FamilyLevel = string(is.Family), is.Level
	return w
}

// atReference is the workout of a row at reference thresholds, read by those of its owner.
func (store *Memory) atReference(row *KnownRow) training.Workout {
	return row.measured(store.Load(row, training.Thresholds{}))
}

// Reading is what a workout is read as for somebody with these thresholds, the zero one where it is of no family.
func (store *Memory) Reading(row *KnownRow, t training.Thresholds) session.Reading {
	if !row.ByThresholds {
		return session.Reading{Family: postgres.OrZero(row.Family), Level: postgres.OrZero(row.Level)}
	}
	key := newLoadKey(workoutKey{row.ID, row.Revision}, t)
	if is, known := store.reads.Get(key); known {
		return is
	}
	is, _ := row.readFor(t)
	store.reads.Add(key, is, readingBytes)
	return is
}

// Load is what a workout asks of somebody with these thresholds.
func (store *Memory) Load(row *KnownRow, t training.Thresholds) training.Load {
	key := newLoadKey(workoutKey{row.ID, row.Revision}, t)
	if load, measured := store.loads.Get(key); measured {
		return load
	}
	load := training.Measure(row.Sport, row.Blocks, t)
	store.loads.Add(key, load, loadBytes)
	return load
}

// bytes is what a row takes in memory, about: its words twice, as they are and as what they say.
func (r *workoutRow) bytes() int {
	n := 1200 + 2*(len(r.Title)+len(r.Description)+len(r.TagWords))
	var add func(training.Steps)
	add = func(steps training.Steps) {
		for _, step := range steps {
			n += 200
			switch s := step.(type) {
			case training.StrengthStep:
				n += 150 * len(s.Sets)
			case training.RepeatStep:
				add(s.Steps)
			}
		}
	}
	for i := range r.Blocks {
		n += 150
		add(r.Blocks[i].Steps)
	}
	return n
}

// Place is where a workout is to be read.
type Place struct {
	bun.BaseModel `bun:"table:workouts,alias:w"`

	ID       training.WorkoutID `bun:"id,pk"`
	Revision int                `bun:"revision"`
}

// RowsAt are the workouts of some places by id; those that are remembered are not read again. One that is gone by now is left out.
func (store *Memory) RowsAt(ctx context.Context, from bun.IDB, places []Place) (map[training.WorkoutID]*KnownRow, error) {
	rows, missing := knownOf(places, store.rows)
	if len(missing) == 0 {
		return rows, nil
	}
	var fresh []workoutRow
	if err := from.NewSelect().Model(&fresh).Where("w.id IN (?)", bun.List(missing)).Scan(ctx); err != nil {
		return nil, err
	}
	for _, row := range fresh {
		rows[row.ID] = store.remembered(row)
		store.rows.Add(workoutKey{row.ID, row.Revision}, rows[row.ID], row.bytes())
	}
	return rows, nil
}

// headsAt are the workouts of some places by id. Of those that are not remembered nothing is read that is in them.
func (store *Memory) headsAt(ctx context.Context, from bun.IDB, places []Place) (map[training.WorkoutID]*KnownRow, error) {
	rows, missing := knownOf(places, store.rows, store.heads)
	if len(missing) == 0 {
		return rows, nil
	}
	var fresh []workoutRow
	err := from.NewSelect().Model(&fresh).ExcludeColumn("body", "tag_words", "content_hash", "zone_seconds", "exercise_ids").
		Where("w.id IN (?)", bun.List(missing)).Scan(ctx)
	for _, row := range fresh {
		head := &KnownRow{workoutRow: row}
		rows[row.ID] = head
		store.heads.Add(workoutKey{row.ID, row.Revision}, head, headBytes+len(row.Title)+len(row.Description)+len(row.Tags)*32)
	}
	return rows, err
}

// knownOf are the rows of some places that one of these memories has, the first one first, and the other places' ids.
func knownOf(places []Place, memories ...*quota.Memory[workoutKey, *KnownRow]) (rows map[training.WorkoutID]*KnownRow, missing []training.WorkoutID) {
	rows = make(map[training.WorkoutID]*KnownRow, len(places))
search:
	for _, p := range places {
		for _, memory := range memories {
			if row, known := memory.Get(workoutKey{p.ID, p.Revision}); known {
				rows[p.ID] = row
				continue search
			}
		}
		missing = append(missing, p.ID)
	}
	return rows, missing
}

// vectorsAt are an embedder's vectors of the workouts of some places by id. One whose workout has changed by now is of what it became.
func (store *Memory) vectorsAt(ctx context.Context, places []Place, by string) (map[training.WorkoutID][]float32, error) {
	vectors := make(map[training.WorkoutID][]float32, len(places))
	var missing []training.WorkoutID
	for _, p := range places {
		if vector, known := store.vectors.Get(vectorKey{workoutKey{p.ID, p.Revision}, by}); known {
			vectors[p.ID] = vector
		} else {
			missing = append(missing, p.ID)
		}
	}
	if len(missing) == 0 {
		return vectors, nil
	}
	var fresh []struct {
		Place  `bun:",extend"`
		Vector pgvector.Vector `bun:"vector,scanonly"`
	}
	err := store.db.Bun.NewSelect().Model(&fresh).Column("w.id", "w.revision").ColumnExpr("v.embedding AS vector").
		Join("JOIN workout_vectors AS v ON v.workout_id = w.id AND v.embedder_id = ?", by).Where("w.id IN (?)", bun.List(missing)).Scan(ctx)
	for _, row := range fresh {
		vectors[row.ID] = row.Vector.Slice()
		store.vectors.Add(vectorKey{workoutKey{row.ID, row.Revision}, by}, vectors[row.ID], 4*dimensions)
	}
	return vectors, err
}

// says is what a text is about, and its words.
type says struct{ about, words []string }

func (store *Memory) says(text string) (s says) {
	if store.tells != nil {
		s.about, s.words = store.tells(search.English(text))
	}
	return s
}

// dimensions are those of a vector.
const dimensions = 384
