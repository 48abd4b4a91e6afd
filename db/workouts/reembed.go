package workouts

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

// Reembed makes another embedder serve: it first embeds what that has no vectors of, while the one before goes on serving by its own, and
// then the next serves from one operation to the other. Each batch is committed: whoever stops in the middle, or is killed, goes on from
// there the next time. Several servers on one database may do so at once, and each finds by the embedder that it serves by: vectors of all
// of them are there side by side. What a workout meant before it was changed is never kept.
func (store *Library) Reembed(ctx context.Context, next Embedder, progress func(done, total int)) error {
	err := store.fill(ctx, next, func(done, total int) {
		store.setNext(EmbedderStatus{Wanted: next.ID(), State: EmbedderFills, Done: done, Total: total})
		progress(done, total)
	})
	if err != nil {
		return postgres.Wrap("embed anew", err)
	}
	store.ServeBy(next)
	// What was written since fill last looked may have been embedded by the one before.
	return postgres.Wrap("embed anew", store.fill(ctx, next, progress))
}

// fillBatch is how many workouts are embedded and committed at a time: a second's work for a model.
const fillBatch = 16

// keepPeriod is how often it is looked for what a server that serves by another embedder has written.
const keepPeriod = 30 * time.Second

// KeepEmbedded keeps everything embedded by the embedder that serves, whoever writes it, and deletes vectors that no server uses, until
// ctx ends.
func (store *Library) KeepEmbedded(ctx context.Context) {
	for ticks := time.NewTicker(keepPeriod); ; {
		select {
		case <-ctx.Done():
			ticks.Stop()
			return
		case <-ticks.C:
			if err := store.TidyVectors(ctx); err != nil && ctx.Err() == nil && !postgres.Unavailable(err) {
				store.db.Log.WarnContext(ctx, "keep everything embedded", "error", err)
			}
		}
	}
}

// TidyVectors is what KeepEmbedded does each time.
func (store *Library) TidyVectors(ctx context.Context) error {
	if err := store.fill(ctx, store.Embedder(), func(int, int) {}); err != nil {
		return postgres.Wrap("embed what is new", err)
	}
	return postgres.Wrap("delete unused vectors", store.forgetUnused(ctx))
}

// fill embeds every workout that an embedder has no vector of, and goes through them again until none is left. It calls progress after
// each batch, and never where nothing is to be done.
func (store *Library) fill(ctx context.Context, by Embedder, progress func(done, total int)) error {
	if err := store.noteUse(ctx, by.ID()); err != nil {
		return err
	}
	total, err := store.countMissing(ctx, by)
	if err != nil {
		return err
	}
	for done, again := 0, true; again; {
		again = false
		for after := training.WorkoutID(""); ; {
			rows, err := store.missing(ctx, by, after)
			if err != nil {
				return err
			}
			if len(rows) == 0 {
				break
			}
			if err := store.addVectors(ctx, by, rows); err != nil {
				return err
			}
			after, again = rows[len(rows)-1].ID, true
			done += len(rows)
			progress(done, max(done, total))
		}
	}
	return nil
}

// withoutVector limits a query to workouts that an embedder has no vector of; archived ones need none.
func withoutVector(by Embedder) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("NOT w.archived").
			Where("NOT EXISTS (SELECT FROM workout_vectors AS v WHERE v.workout_id = w.id AND v.embedder_id = ?)", by.ID())
	}
}

func (store *Library) countMissing(ctx context.Context, by Embedder) (int, error) {
	var n int
	err := store.db.Bun.NewSelect().TableExpr("workouts AS w").ColumnExpr("count(*)").Apply(withoutVector(by)).Scan(ctx, &n)
	return n, err
}

// missing are the next workouts, by id, that an embedder has no vector of; after is empty for the first.
func (store *Library) missing(ctx context.Context, by Embedder, after training.WorkoutID) ([]workoutRow, error) {
	var rows []workoutRow
	query := store.db.Bun.NewSelect().Model(&rows).Apply(withoutVector(by)).OrderExpr("w.id").Limit(fillBatch)
	if after != "" {
		query = query.Where("w.id > ?", after)
	}
	return rows, query.Scan(ctx)
}

// addVectors embeds workouts and adds the vectors of those that have not changed meanwhile. The lock keeps a change waiting until its
// deletion of vectors finds this one.
func (store *Library) addVectors(ctx context.Context, by Embedder, rows []workoutRow) error {
	made, err := store.embedWorkouts(ctx, by, rows...)
	if err != nil {
		return err
	}
	ids, shared := make([]training.WorkoutID, len(rows)), false
	for i := range rows {
		ids[i], shared = rows[i].ID, shared || rows[i].OwnerID == nil
	}
	return store.db.InTx(ctx, "add vectors", func(ctx context.Context, tx bun.Tx) error {
		if _, err := tx.NewRaw("SELECT 1 FROM workouts WHERE id IN (?) ORDER BY id FOR SHARE", bun.List(ids)).Exec(ctx); err != nil {
			return err
		}
		var version int64
		if shared {
			var err error
			if version, err = raise(ctx, tx); err != nil {
				return err
			}
		}
		for i, row := range rows {
			_, err := tx.NewRaw(`INSERT INTO workout_vectors (workout_id, embedder_id, embedding, version)
				SELECT w.id, ?, ?, CASE WHEN w.owner_id IS NULL THEN ?::bigint END FROM workouts AS w WHERE w.id = ? AND w.revision = ?
				ON CONFLICT DO NOTHING`, made[i].embedder, made[i].text(), version, row.ID, row.Revision).Exec(ctx)
			if err != nil {
				return err
			}
		}
		return nil
	})
}
