package db

import (
	"context"
	"errors"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/pgvector/pgvector-go"
	"github.com/uptrace/bun"

	"fortnight/training"
)

// How much of workouts is remembered: rows of some kilobytes, vectors of 1.5 KB, and loads of half of one.
const (
	knownRows  = 4096
	knownLoads = 16_384
)

// known is what is remembered of workouts. Whatever changes a workout gives it another revision, so nothing of it is ever outdated.
// What is remembered is shared by all who read it; nobody changes it in place.
type known struct {
	rows    *lru.Cache[workoutKey, *knownRow]
	vectors *lru.Cache[vectorKey, []float32]
	loads   *lru.Cache[loadKey, training.Load]
	texts   *lru.Cache[string, says] // what was searched for
}

func newKnown() (known, error) {
	rows, err := lru.New[workoutKey, *knownRow](knownRows)
	vectors, err2 := lru.New[vectorKey, []float32](knownRows)
	loads, err3 := lru.New[loadKey, training.Load](knownLoads)
	texts, err4 := lru.New[string, says](cachedQueries)
	return known{rows, vectors, loads, texts}, errors.Join(err, err2, err3, err4)
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
		w, orZero(t.FTPWatts), orZero(t.RowFTPWatts), orZero(t.ThresholdSecondsPerKilometer), orZero(t.CriticalSwimSecondsPer100Meters),
		orZero(t.ThresholdHeartRate), orZero(t.MaxHeartRate), orZero(t.RestingHeartRate),
	}
}

// knownRow is a workout, and what its words say.
type knownRow struct {
	workoutRow

	// says is worked out when somebody first wants to know why the workout was found.
	says func() says
}

func (db *DB) knownRow(row workoutRow) *knownRow {
	return &knownRow{row, sync.OnceValue(func() says { return db.says(row.words()) })}
}

// workout is the workout of a row, measured for somebody with these thresholds.
func (db *DB) workout(row *knownRow, t training.Thresholds) training.Workout {
	return row.measured(db.load(row, t))
}

func (db *DB) load(row *knownRow, t training.Thresholds) training.Load {
	key := newLoadKey(workoutKey{row.ID, row.Revision}, t)
	if load, measured := db.known.loads.Get(key); measured {
		return load
	}
	load := training.Measure(row.Sport, row.Blocks, t)
	db.known.loads.Add(key, load)
	return load
}

// place is where a workout is to be read.
type place struct {
	bun.BaseModel `bun:"table:workouts,alias:w"`

	ID       training.WorkoutID `bun:"id,pk"`
	Revision int                `bun:"revision"`
}

// rowsAt are the workouts of some places by id; those that are remembered are not read again. One that is gone by now is left out.
func (db *DB) rowsAt(ctx context.Context, from bun.IDB, places []place) (map[training.WorkoutID]*knownRow, error) {
	rows := make(map[training.WorkoutID]*knownRow, len(places))
	var missing []training.WorkoutID
	for _, p := range places {
		if row, known := db.known.rows.Get(workoutKey{p.ID, p.Revision}); known {
			rows[p.ID] = row
		} else {
			missing = append(missing, p.ID)
		}
	}
	if len(missing) == 0 {
		return rows, nil
	}
	var fresh []workoutRow
	if err := from.NewSelect().Model(&fresh).Where("w.id IN (?)", bun.List(missing)).Scan(ctx); err != nil {
		return nil, err
	}
	for _, row := range fresh {
		rows[row.ID] = db.knownRow(row)
		db.known.rows.Add(workoutKey{row.ID, row.Revision}, rows[row.ID])
	}
	return rows, nil
}

// vectorsAt are an embedder's vectors of the workouts of some places by id. One whose workout has changed by now is of what it became.
func (db *DB) vectorsAt(ctx context.Context, places []place, by string) (map[training.WorkoutID][]float32, error) {
	vectors := make(map[training.WorkoutID][]float32, len(places))
	var missing []training.WorkoutID
	for _, p := range places {
		if vector, known := db.known.vectors.Get(vectorKey{workoutKey{p.ID, p.Revision}, by}); known {
			vectors[p.ID] = vector
		} else {
			missing = append(missing, p.ID)
		}
	}
	if len(missing) == 0 {
		return vectors, nil
	}
	var fresh []struct {
		place  `bun:",extend"`
		Vector pgvector.Vector `bun:"vector,scanonly"`
	}
	err := db.bun.NewSelect().Model(&fresh).Column("w.id", "w.revision").ColumnExpr("v.embedding AS vector").
		Join("JOIN workout_vectors AS v ON v.workout_id = w.id AND v.embedder_id = ?", by).Where("w.id IN (?)", bun.List(missing)).Scan(ctx)
	for _, row := range fresh {
		vectors[row.ID] = row.Vector.Slice()
		db.known.vectors.Add(vectorKey{workoutKey{row.ID, row.Revision}, by}, vectors[row.ID])
	}
	return vectors, err
}
