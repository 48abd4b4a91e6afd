package db

import (
	"bytes"
	"context"

	"github.com/pgvector/pgvector-go"
	"github.com/uptrace/bun"

	"fortnight/training"
)

// seedBatch is how many workouts are embedded and written at a time.
const seedBatch = 64

// Seed brings the shared library to the given workouts and every vector to the embedder: it writes those that are missing, have other
// contents or another load than before, and embeds anew what another embedder made, people's own workouts included. It calls progress
// after each batch. Where all is as it should be it writes nothing, and several at once do no harm.
func (db *DB) Seed(ctx context.Context, workouts []training.Workout, progress func(done, total int)) error {
	stale, err := db.staleShared(ctx, workouts)
	if err != nil {
		return wrap("seed", err)
	}
	foreign, err := db.embeddedByOthers(ctx)
	if err != nil {
		return wrap("seed", err)
	}
	done, total := 0, len(stale)+len(foreign)
	for rest := stale; len(rest) > 0; {
		n := min(seedBatch, len(rest))
		if err := db.seedShared(ctx, rest[:n]); err != nil {
			return err
		}
		rest, done = rest[n:], done+n
		progress(done, total)
	}
	for rest := foreign; len(rest) > 0; {
		n := min(seedBatch, len(rest))
		if err := db.embedAnew(ctx, rest[:n]); err != nil {
			return err
		}
		rest, done = rest[n:], done+n
		progress(done, total)
	}
	return nil
}

// seededRow is what of a stored workout tells whether it is as it should be.
type seededRow struct {
	ID              training.WorkoutID
	ContentHash     []byte
	EmbedderID      *string
	DurationSeconds int
	TSS             float64 `bun:"tss"`
	Revision        int
}

// staleShared are the rows to write, each with the revision it is to have.
func (db *DB) staleShared(ctx context.Context, workouts []training.Workout) ([]workoutRow, error) {
	var stored []seededRow
	err := db.bun.NewRaw("SELECT id, content_hash, embedder_id, duration_seconds, tss, revision FROM workouts WHERE owner_id IS NULL").
		Scan(ctx, &stored)
	if err != nil {
		return nil, err
	}
	known := byID(stored, func(r seededRow) training.WorkoutID { return r.ID })
	now := db.now()
	var stale []workoutRow
	for _, w := range workouts {
		w.OwnerID, w.CreatedAt, w.UpdatedAt, w.Revision = "", now, now, 1
		row, err := newWorkoutRow(w)
		if err != nil {
			return nil, err
		}
		is, found := known[w.ID]
		same := found && bytes.Equal(is.ContentHash, row.ContentHash) && is.DurationSeconds == row.DurationSeconds && is.TSS == row.TSS
		if same && is.EmbedderID != nil && *is.EmbedderID == db.Embedder.ID() {
			continue
		}
		if found {
			row.Revision = is.Revision + 1
		}
		stale = append(stale, row)
	}
	return stale, nil
}

func (db *DB) seedShared(ctx context.Context, rows []workoutRow) error {
	vectors, err := db.embedRows(ctx, rows)
	if err != nil {
		return wrap("seed", err)
	}
	ids := make([]training.WorkoutID, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	return db.inTx(ctx, "seed", func(ctx context.Context, tx bun.Tx) error {
		if err := touchCalendarsWith(ctx, tx, ids...); err != nil {
			return err
		}
		for i := range rows {
			if err := db.upsertShared(ctx, tx, rows[i], vectors[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (db *DB) upsertShared(ctx context.Context, tx bun.Tx, row workoutRow, vector pgvector.Vector) error {
	insert := tx.NewInsert().Model(&row).Value("embedding", "?", vector).Value("embedder_id", "?", db.Embedder.ID()).
		On("CONFLICT (id) DO UPDATE").Where("w.owner_id IS NULL")
	for _, column := range []string{
		"title", "description", "sport", "focus", "tags", "tag_words", "blocks", "duration_seconds", "distance_meters", "tss",
		"load_method", "intensity_factor", "lower_body_load", "hard_leg_sets", "zone_seconds", "exercise_ids", "by_distance",
		"content_hash", "revision", "updated_at", "embedding", "embedder_id",
	} {
		insert = insert.Set("? = EXCLUDED.?", bun.Ident(column), bun.Ident(column))
	}
	_, err := insert.Exec(ctx)
	return err
}

func (db *DB) embedRows(ctx context.Context, rows []workoutRow) ([]pgvector.Vector, error) {
	texts := make([]string, len(rows))
	for i, row := range rows {
		texts[i] = db.WorkoutText(row.atReference())
	}
	return db.embed(ctx, texts...)
}

// embeddedByOthers are people's own workouts whose vector is not the embedder's.
func (db *DB) embeddedByOthers(ctx context.Context) ([]training.WorkoutID, error) {
	var ids []training.WorkoutID
	err := db.bun.NewRaw("SELECT id FROM workouts WHERE owner_id IS NOT NULL AND embedder_id IS DISTINCT FROM ? ORDER BY id",
		db.Embedder.ID()).Scan(ctx, &ids)
	return ids, err
}

// embedAnew gives workouts the embedder's vector, unless they have changed while it was made: then they have it already.
func (db *DB) embedAnew(ctx context.Context, ids []training.WorkoutID) error {
	var rows []workoutRow
	if err := db.bun.NewSelect().Model(&rows).Where("w.id IN (?)", bun.List(ids)).OrderExpr("w.id").Scan(ctx); err != nil {
		return wrap("seed", err)
	}
	if len(rows) == 0 {
		return nil
	}
	vectors, err := db.embedRows(ctx, rows)
	if err != nil {
		return wrap("seed", err)
	}
	return db.inTx(ctx, "seed", func(ctx context.Context, tx bun.Tx) error {
		for i, row := range rows {
			_, err := tx.NewRaw("UPDATE workouts SET embedding = ?, embedder_id = ? WHERE id = ? AND revision = ?",
				vectors[i], db.Embedder.ID(), row.ID, row.Revision).Exec(ctx)
			if err != nil {
				return err
			}
		}
		return nil
	})
}
