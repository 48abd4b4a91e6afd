package db

import (
	"bytes"
	"context"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// seedBatch is how many workouts are embedded and written at a time.
const seedBatch = 64

// Seed brings the shared library to the given workouts: it writes those that are missing, have other contents or another load than
// before, and then embeds what the embedder that serves has no vector of, people's own workouts included. It calls progress after each
// batch. Where all is as it should be it writes nothing, and several at once do no harm.
func (db *DB) Seed(ctx context.Context, workouts []training.Workout, progress func(done, total int)) error {
	stale, err := db.staleShared(ctx, workouts)
	if err != nil {
		return wrap("seed", err)
	}
	for done := 0; done < len(stale); {
		batch := stale[done:min(done+seedBatch, len(stale))]
		if err := db.seedShared(ctx, batch); err != nil {
			return err
		}
		done += len(batch)
		progress(done, len(stale))
	}
	return wrap("seed", db.fill(ctx, db.Embedder(), progress))
}

// seededRow is what of a stored workout tells whether it is as it should be.
type seededRow struct {
	ID              training.WorkoutID
	ContentHash     []byte
	DurationSeconds int
	TSS             float64 `bun:"tss"`
	Revision        int
}

// staleRow is a row to write.
type staleRow struct {
	workoutRow

	rewritten bool // the workout is there with another content
}

// staleShared are the rows to write, each with the revision it is to have.
func (db *DB) staleShared(ctx context.Context, workouts []training.Workout) ([]staleRow, error) {
	var stored []seededRow
	err := db.bun.NewRaw("SELECT id, content_hash, duration_seconds, tss, revision FROM workouts WHERE owner_id IS NULL").
		Scan(ctx, &stored)
	if err != nil {
		return nil, err
	}
	known := byID(stored, func(r seededRow) training.WorkoutID { return r.ID })
	now := db.now()
	var stale []staleRow
	for _, w := range workouts {
		w.OwnerID, w.CreatedAt, w.UpdatedAt, w.Revision = "", now, now, 1
		row, err := newWorkoutRow(w)
		if err != nil {
			return nil, err
		}
		is, found := known[w.ID]
		same := bytes.Equal(is.ContentHash, row.ContentHash)
		if found && same && is.DurationSeconds == row.DurationSeconds && is.TSS == row.TSS {
			continue
		}
		if found {
			row.Revision = is.Revision + 1
		}
		stale = append(stale, staleRow{row, found && !same})
	}
	return stale, nil
}

// seedShared writes rows. What is done keeps those that get another content as they were.
func (db *DB) seedShared(ctx context.Context, stale []staleRow) error {
	rows, ids, rewritten := make([]workoutRow, len(stale)), make([]training.WorkoutID, len(stale)), []training.WorkoutID{}
	for i, s := range stale {
		rows[i], ids[i] = s.workoutRow, s.ID
		if s.rewritten {
			rewritten = append(rewritten, s.ID)
		}
	}
	made, err := db.embedWorkouts(ctx, db.Embedder(), rows...)
	if err != nil {
		return wrap("seed", err)
	}
	return db.inTx(ctx, "seed", func(ctx context.Context, tx bun.Tx) error {
		if err := lockToChange(ctx, tx, ids...); err != nil {
			return err
		}
		if err := keepAsDone(ctx, tx, rewritten...); err != nil {
			return err
		}
		for i := range rows {
			if err := upsertShared(ctx, tx, rows[i], made[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func upsertShared(ctx context.Context, tx bun.Tx, row workoutRow, m meaning) error {
	insert := tx.NewInsert().Model(&row).On("CONFLICT (id) DO UPDATE").Where("w.owner_id IS NULL")
	for _, column := range []string{
		"title", "description", "sport", "focus", "tags", "tag_words", "body", "duration_seconds", "distance_meters", "tss",
		"load_method", "intensity_factor", "lower_body_load", "hard_leg_sets", "zone_seconds", "exercise_ids", "by_distance",
		"content_hash", "revision", "updated_at",
	} {
		insert = insert.Set("? = EXCLUDED.?", bun.Ident(column), bun.Ident(column))
	}
	if err := changed(insert.Exec(ctx)); err != nil {
		return err
	}
	return setVector(ctx, tx, row.ID, m, row.UpdatedAt)
}
