package workouts

import (
	"bytes"
	"context"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

// seedBatch is how many workouts are embedded and written at a time.
const seedBatch = 64

// Seed brings the shared library to the given workouts: it writes those that are missing, have other contents or another load than
// before, takes out what was of it and no longer is, and then embeds what the embedder that serves has no vector of, people's own workouts included.
// It calls progress after each batch. Where all is as it should be it writes nothing, and several at once do no harm.
func (store *Library) Seed(ctx context.Context, workouts []training.Workout, progress func(done, total int)) error {
	missing, stale, err := store.staleShared(ctx, workouts)
	if err != nil {
		return postgres.Wrap("seed", err)
	}
	done, total := 0, len(missing)+len(stale)
	for batch := range slices.Chunk(missing, seedBatch) {
		if err := store.addShared(ctx, batch); err != nil {
			return postgres.Wrap("seed", err)
		}
		done += len(batch)
		progress(done, total)
	}
	for batch := range slices.Chunk(stale, seedBatch) {
		if err := store.reseedShared(ctx, batch); err != nil {
			return err
		}
		done += len(batch)
		progress(done, total)
	}
	if err := store.withdraw(ctx, workouts); err != nil {
		return err
	}
	return postgres.Wrap("seed", store.fill(ctx, store.Embedder(), progress))
}

// withdraw takes shared workouts that are none of the library's any more out of what searches for plans find, as what was written for a plan: a dose
// that is written otherwise than before is another workout, and nobody is to be given the one before. Calendars keep what they refer to.
func (store *Library) withdraw(ctx context.Context, workouts []training.Workout) error {
	ids := make([]training.WorkoutID, len(workouts))
	for i := range workouts {
		ids[i] = workouts[i].ID
	}
	if len(ids) == 0 {
		return nil
	}
	const others = "owner_id IS NULL AND NOT written AND id NOT IN (?)"
	var there bool
	if err := store.db.Bun.NewRaw("SELECT EXISTS (SELECT FROM workouts WHERE "+others+")", bun.List(ids)).Scan(ctx, &there); err != nil || !there {
		return postgres.Wrap("seed", err)
	}
	return store.db.InTx(ctx, "seed", func(ctx context.Context, tx bun.Tx) error {
		_, err := tx.NewRaw("UPDATE workouts SET written = true WHERE id IN (SELECT id FROM workouts WHERE "+others+" ORDER BY id FOR UPDATE)", bun.List(ids)).Exec(ctx)
		if err != nil {
			return err
		}
		return noteRewritten(ctx, tx)
	})
}

// seededRow is what of a stored workout tells whether it is as it should be.
type seededRow struct {
	ID              training.WorkoutID
	ContentHash     []byte
	DurationSeconds int
	TSS             float64 `bun:"tss"`
	Revision        int
	Written         bool
}

// staleRow is a row to write over one that is there.
type staleRow struct {
	workoutRow

	rewritten bool // it has another content
}

// staleShared are the rows to add and those to write anew, each with the revision it is to have.
func (store *Library) staleShared(ctx context.Context, workouts []training.Workout) (missing []workoutRow, stale []staleRow, err error) {
	ids := make([]training.WorkoutID, len(workouts))
	for i := range workouts {
		ids[i] = workouts[i].ID
	}
	var stored []seededRow
	err = store.db.Bun.NewRaw("SELECT id, content_hash, duration_seconds, tss, revision, written FROM workouts WHERE owner_id IS NULL AND id IN (?)", bun.List(ids)).
		Scan(ctx, &stored)
	if err != nil {
		return nil, nil, err
	}
	known := postgres.ByID(stored, func(r seededRow) training.WorkoutID { return r.ID })
	now := store.db.Now()
	for _, w := range workouts {
		w.OwnerID, w.CreatedAt, w.UpdatedAt, w.Revision = "", now, now, 1
		is, found := known[w.ID]
		same, err := is.same(w)
		if err != nil {
			return nil, nil, err
		}
		if found && same && is.weighs(w) && !is.Written {
			continue
		}
		w.Revision += is.Revision
		row, err := newWorkoutRow(w)
		if err != nil {
			return nil, nil, err
		}
		if found {
			stale = append(stale, staleRow{row, !same})
		} else {
			missing = append(missing, row)
		}
	}
	return missing, stale, nil
}

// same tells whether the stored workout has the content of a workout, and weighs whether it has its load at reference thresholds. Which family
// it is read as follows from what it says, and is kept up by [Library.RewriteForms].
func (r *seededRow) same(w training.Workout) (bool, error) {
	hash, err := contentHash(w)
	return bytes.Equal(r.ContentHash, hash), err
}

func (r *seededRow) weighs(w training.Workout) bool {
	load := training.Measure(w.Sport, w.Blocks, training.Thresholds{})
	return r.DurationSeconds == load.DurationSeconds && r.TSS == load.TSS
}

// reseedShared writes rows over those that are there. What is done keeps those that get another content as they were.
func (store *Library) reseedShared(ctx context.Context, stale []staleRow) error {
	rows, ids, rewritten := make([]workoutRow, len(stale)), make([]training.WorkoutID, len(stale)), []training.WorkoutID{}
	for i, s := range stale {
		rows[i], ids[i] = s.workoutRow, s.ID
		if s.rewritten {
			rewritten = append(rewritten, s.ID)
		}
	}
	made, err := store.embedWorkouts(ctx, store.Embedder(), rows...)
	if err != nil {
		return postgres.Wrap("seed", err)
	}
	return store.db.InTx(ctx, "seed", func(ctx context.Context, tx bun.Tx) error {
		if err := lockToChange(ctx, tx, ids...); err != nil {
			return err
		}
		if err := keepAsDone(ctx, tx, rewritten...); err != nil {
			return err
		}
		version, err := raise(ctx, tx)
		if err != nil {
			return err
		}
		for i := range rows {
			if err := upsertShared(ctx, tx, rows[i], made[i], version); err != nil {
				return err
			}
		}
		return nil
	})
}

func upsertShared(ctx context.Context, tx bun.Tx, row workoutRow, m meaning, version int64) error {
	insert := tx.NewInsert().Model(&row).On("CONFLICT (id) DO UPDATE").Where("w.owner_id IS NULL")
	for _, column := range []string{
		"title", "description", "sport", "focus", "tags", "tag_words", "body", "duration_seconds", "distance_meters", "tss",
		"load_method", "intensity_factor", "lower_body_load", "hard_leg_sets", "zone_seconds", "exercise_ids", "by_distance",
		"content_hash", "revision", "updated_at", "family", "level", "reading", "by_thresholds", "written",
	} {
		insert = insert.Set("? = EXCLUDED.?", bun.Ident(column), bun.Ident(column))
	}
	if err := postgres.Changed(insert.Exec(ctx)); err != nil {
		return err
	}
	return setVector(ctx, tx, row.ID, m, row.UpdatedAt, &version)
}
