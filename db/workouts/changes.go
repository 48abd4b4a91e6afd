package workouts

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

// MaxWorkoutsOfUser is how many workouts a user may own.
const MaxWorkoutsOfUser = 2000

// CreateWorkout adds a validated workout to the viewer's own, with an ID and revision 1. Beyond MaxWorkoutsOfUser it is a *ConflictError. Asked again with
// a key (see access.Keyed) it is the workout that was added, as it stands.
func (store *Library) CreateWorkout(ctx context.Context, viewer training.UserID, w training.Workout) (training.Workout, error) {
	if !postgres.Canonical(viewer) {
		return training.Workout{}, postgres.ErrNotFound
	}
	now := store.db.Now()
	w.ID, w.OwnerID, w.Revision, w.CreatedAt, w.UpdatedAt = postgres.NewID[training.WorkoutID](), viewer, 1, now, now
	row, err := newWorkoutRow(w)
	if err != nil {
		return training.Workout{}, postgres.Wrap("create workout", err)
	}
	made, err := store.embedWorkouts(ctx, store.Embedder(), row)
	if err != nil {
		return training.Workout{}, postgres.Wrap("create workout", err)
	}
	err = store.db.InTx(ctx, "create workout", func(ctx context.Context, tx bun.Tx) error {
		if !access.IsKeyed(ctx) {
			return addWorkout(ctx, tx, &row, made[0])
		}
		id, again, err := access.Once(ctx, tx, now, viewer, viewer, func(int) (training.WorkoutID, error) {
			return row.ID, addWorkout(ctx, tx, &row, made[0])
		})
		if again {
			row, err = store.ownWorkout(ctx, tx, viewer, id)
			err = access.NotGone("the workout", err)
		}
		return err
	})
	if err != nil {
		return training.Workout{}, err
	}
	return row.atReference(), nil
}

// addWorkout adds a workout to its owner's.
func addWorkout(ctx context.Context, tx bun.Tx, row *workoutRow, m meaning) error {
	if err := checkWorkoutCount(ctx, tx, *row.OwnerID); err != nil {
		return err
	}
	if err := row.readByOwner(ctx, tx); err != nil {
		return err
	}
	if _, err := tx.NewInsert().Model(row).Exec(ctx); err != nil {
		return err
	}
	return setVector(ctx, tx, row.ID, m, row.CreatedAt, nil)
}

// checkWorkoutCount locks the owner's row, so that two additions at once count each other.
func checkWorkoutCount(ctx context.Context, tx bun.Tx, owner training.UserID) error {
	var id training.UserID
	if err := tx.NewRaw("SELECT id FROM users WHERE id = ? FOR NO KEY UPDATE", owner).Scan(ctx, &id); err != nil {
		return err
	}
	var count int
	err := tx.NewRaw("SELECT count(*) FROM workouts WHERE owner_id = ? AND NOT archived", owner).Scan(ctx, &count)
	if err == nil && count >= MaxWorkoutsOfUser {
		return postgres.Conflict("you have %d workouts, as many as there may be: delete one first", MaxWorkoutsOfUser)
	}
	return err
}

// UpdateWorkout changes an own workout that still has the revision its changer saw, else *ConflictError; what is not the viewer's own is
// ErrNotFound. change validates what it makes of it. Calendars that the workout stands on get their next revision; what is done on them
// keeps the workout as it was. Where change changes nothing the workout and its revision stay.
func (store *Library) UpdateWorkout(ctx context.Context, viewer training.UserID, id training.WorkoutID, revision int, change func(*training.Workout) error) (training.Workout, error) {
	was, err := store.ownWorkout(ctx, store.db.Bun, viewer, id)
	if err != nil {
		return training.Workout{}, postgres.Wrap("update workout", err)
	}
	if was.Archived {
		return training.Workout{}, ErrArchived
	}
	if was.Revision != revision {
		return training.Workout{}, was.outdated(revision)
	}
	w := was.atReference()
	if err := change(&w); err != nil {
		return training.Workout{}, err
	}
	w.ID, w.OwnerID, w.CreatedAt, w.UpdatedAt, w.Revision = id, viewer, was.CreatedAt, store.db.Now(), revision+1
	row, err := newWorkoutRow(w)
	if err != nil {
		return training.Workout{}, postgres.Wrap("update workout", err)
	}
	if bytes.Equal(was.ContentHash, row.ContentHash) {
		return was.atReference(), nil
	}
	made, err := store.embedWorkouts(ctx, store.Embedder(), row)
	if err != nil {
		return training.Workout{}, postgres.Wrap("update workout", err)
	}
	err = store.db.InTx(ctx, "update workout", func(ctx context.Context, tx bun.Tx) error {
		return store.replaceWorkout(ctx, tx, was, &row, made[0])
	})
	if err != nil {
		return training.Workout{}, err
	}
	return row.atReference(), nil
}

// outdated is a *ConflictError of a workout of its owner's that was seen at another revision.
func (r workoutRow) outdated(seen int) error {
	return &postgres.ConflictError{
		Message: fmt.Sprintf("the workout has changed since: it has revision %d, not %d", r.Revision, seen),
		Moved: &postgres.Moved{
			AthleteID: *r.OwnerID, Expected: seen, Revision: r.Revision, Acts: []postgres.MovedAct{},
			Objects: []postgres.MovedObject{{ID: string(r.ID), Type: "Workout", Revision: r.Revision}},
		},
	}
}

// replaceWorkout writes the row where the stored one still has the revision before it, that of was.
func (store *Library) replaceWorkout(ctx context.Context, tx bun.Tx, was workoutRow, row *workoutRow, m meaning) error {
	athletes, err := touchCalendarsWith(ctx, tx, row.ID)
	if err != nil {
		return err
	}
	if err := row.readByOwner(ctx, tx); err != nil { // before the workout is locked: who changes a profile has that locked first
		return err
	}
	if err := lockTouched(ctx, tx, athletes, row.ID); err != nil {
		return err
	}
	if err := keepAsDone(ctx, tx, row.ID); err != nil {
		return err
	}
	err = postgres.Changed(tx.NewUpdate().Model(row).ExcludeColumn("id", "owner_id", "created_at", "archived").
		WherePK().Where("w.revision = ?", was.Revision).Where("w.owner_id = ?", row.OwnerID).Where("NOT w.archived").Exec(ctx))
	if err == nil {
		return setVector(ctx, tx, row.ID, m, row.UpdatedAt, nil)
	}
	if !errors.Is(err, postgres.ErrNotFound) {
		return err
	}
	is, err := store.ownWorkout(ctx, tx, *row.OwnerID, row.ID)
	if err != nil {
		return err
	}
	if is.Archived {
		return ErrArchived
	}
	return is.outdated(was.Revision)
}

func (store *Library) ownWorkout(ctx context.Context, from bun.IDB, viewer training.UserID, id training.WorkoutID) (workoutRow, error) {
	var row workoutRow
	if !postgres.Canonical(id) || !postgres.Canonical(viewer) {
		return row, postgres.ErrNotFound
	}
	err := from.NewSelect().Model(&row).Where("w.id = ? AND w.owner_id = ?", id, viewer).Scan(ctx)
	return row, err
}

// DeleteWorkout deletes an own workout. One that is planned is a *ConflictError; one that stands on finished sessions alone, or would come back onto a
// calendar by an act that is taken back, is archived for their sake.
func (store *Library) DeleteWorkout(ctx context.Context, viewer training.UserID, id training.WorkoutID) error {
	return store.db.InTx(ctx, "delete workout", func(ctx context.Context, tx bun.Tx) error {
		if _, err := store.ownWorkout(ctx, tx, viewer, id); err != nil {
			return err
		}
		if err := lockToChange(ctx, tx, id); err != nil {
			return err
		}
		if err := lockOwnWorkout(ctx, tx, viewer, id); err != nil {
			return err
		}
		if err := forgetArchived(ctx, tx, viewer); err != nil {
			return err
		}
		var stands struct{ Planned, Finished bool }
		err := tx.NewRaw(`SELECT coalesce(bool_or(status = 'PLANNED'), false) AS planned, coalesce(bool_or(status <> 'PLANNED'), false) AS finished
			FROM planned_sessions WHERE workout_id = ?`, id).Scan(ctx, &stands)
		switch {
		case err != nil:
			return err
		case stands.Planned:
			return postgres.Conflict("the workout stands on a calendar: take it off first")
		}
		named, err := isNamed(ctx, tx, viewer, id)
		if err != nil {
			return err
		}
		if stands.Finished || named {
			return archive(ctx, tx, id, store.db.Now())
		}
		_, err = tx.NewRaw("DELETE FROM workouts WHERE id = ?", id).Exec(ctx)
		return err
	})
}

// lockOwnWorkout keeps a workout of the viewer's from being changed and from coming onto calendars meanwhile.
func lockOwnWorkout(ctx context.Context, tx bun.Tx, viewer training.UserID, id training.WorkoutID) error {
	if !postgres.Canonical(id) || !postgres.Canonical(viewer) {
		return postgres.ErrNotFound
	}
	var archived bool
	err := tx.NewRaw("SELECT archived FROM workouts WHERE id = ? AND owner_id = ? FOR UPDATE", id, viewer).Scan(ctx, &archived)
	if err == nil && archived {
		return ErrArchived
	}
	return err
}
