package db

import (
	"context"
	"errors"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// MaxWorkoutsOfUser is how many workouts a user may own.
const MaxWorkoutsOfUser = 2000

// CreateWorkout adds a validated workout to the viewer's own, with an ID and revision 1. Beyond MaxWorkoutsOfUser it is a *ConflictError.
func (db *DB) CreateWorkout(ctx context.Context, viewer training.UserID, w training.Workout) (training.Workout, error) {
	if !canonical(viewer) {
		return training.Workout{}, ErrNotFound
	}
	now := db.now()
	w.ID, w.OwnerID, w.Revision, w.CreatedAt, w.UpdatedAt = newID[training.WorkoutID](), viewer, 1, now, now
	row, err := newWorkoutRow(w)
	if err != nil {
		return training.Workout{}, wrap("create workout", err)
	}
	made, err := db.embedWorkouts(ctx, db.Embedder(), row)
	if err != nil {
		return training.Workout{}, wrap("create workout", err)
	}
	err = db.inTx(ctx, "create workout", func(ctx context.Context, tx bun.Tx) error {
		if err := checkWorkoutCount(ctx, tx, viewer); err != nil {
			return err
		}
		if _, err := tx.NewInsert().Model(&row).Exec(ctx); err != nil {
			return err
		}
		return setVector(ctx, tx, row.ID, made[0], now)
	})
	if err != nil {
		return training.Workout{}, err
	}
	return row.atReference(), nil
}

// checkWorkoutCount locks the owner's row, so that two additions at once count each other.
func checkWorkoutCount(ctx context.Context, tx bun.Tx, owner training.UserID) error {
	var id training.UserID
	if err := tx.NewRaw("SELECT id FROM users WHERE id = ? FOR NO KEY UPDATE", owner).Scan(ctx, &id); err != nil {
		return err
	}
	var count int
	err := tx.NewRaw("SELECT count(*) FROM workouts WHERE owner_id = ?", owner).Scan(ctx, &count)
	if err == nil && count >= MaxWorkoutsOfUser {
		return conflict("you have %d workouts, as many as there may be: delete one first", MaxWorkoutsOfUser)
	}
	return err
}

// UpdateWorkout changes an own workout that still has the revision its changer saw, else *ConflictError; what is not the viewer's own is
// ErrNotFound. change validates what it makes of it. Calendars that the workout stands on get their next revision.
func (db *DB) UpdateWorkout(ctx context.Context, viewer training.UserID, id training.WorkoutID, revision int, change func(*training.Workout) error) (training.Workout, error) {
	was, err := db.ownWorkout(ctx, db.bun, viewer, id)
	if err != nil {
		return training.Workout{}, wrap("update workout", err)
	}
	if was.Revision != revision {
		return training.Workout{}, outdated(was.Revision, revision)
	}
	w := was.atReference()
	if err := change(&w); err != nil {
		return training.Workout{}, err
	}
	w.ID, w.OwnerID, w.CreatedAt, w.UpdatedAt, w.Revision = id, viewer, was.CreatedAt, db.now(), revision+1
	row, err := newWorkoutRow(w)
	if err != nil {
		return training.Workout{}, wrap("update workout", err)
	}
	made, err := db.embedWorkouts(ctx, db.Embedder(), row)
	if err != nil {
		return training.Workout{}, wrap("update workout", err)
	}
	err = db.inTx(ctx, "update workout", func(ctx context.Context, tx bun.Tx) error {
		return db.replaceWorkout(ctx, tx, row, made[0])
	})
	if err != nil {
		return training.Workout{}, err
	}
	return row.atReference(), nil
}

func outdated(is, seen int) error {
	return conflict("the workout has changed since: it has revision %d, not %d", is, seen)
}

// replaceWorkout writes the row where the stored one still has the revision before it.
func (db *DB) replaceWorkout(ctx context.Context, tx bun.Tx, row workoutRow, m meaning) error {
	if err := touchCalendarsWith(ctx, tx, row.ID); err != nil {
		return err
	}
	err := changed(tx.NewUpdate().Model(&row).ExcludeColumn("id", "owner_id", "created_at").
		WherePK().Where("w.revision = ?", row.Revision-1).Where("w.owner_id = ?", row.OwnerID).Exec(ctx))
	if err == nil {
		return setVector(ctx, tx, row.ID, m, row.UpdatedAt)
	}
	if !errors.Is(err, ErrNotFound) {
		return err
	}
	is, err := db.ownWorkout(ctx, tx, *row.OwnerID, row.ID)
	if err != nil {
		return err
	}
	return outdated(is.Revision, row.Revision-1)
}

func (db *DB) ownWorkout(ctx context.Context, from bun.IDB, viewer training.UserID, id training.WorkoutID) (workoutRow, error) {
	var row workoutRow
	if !canonical(id) || !canonical(viewer) {
		return row, ErrNotFound
	}
	err := from.NewSelect().Model(&row).Where("w.id = ? AND w.owner_id = ?", id, viewer).Scan(ctx)
	return row, err
}

// touchCalendarsWith gives the calendars that some workouts stand on their next revision, in the one order in which several are locked.
func touchCalendarsWith(ctx context.Context, tx bun.Tx, workouts ...training.WorkoutID) error {
	var athletes []training.UserID
	err := tx.NewRaw(`SELECT athlete_id FROM calendars WHERE athlete_id IN (
			SELECT s.athlete_id FROM planned_sessions AS s WHERE s.workout_id IN (?)
		) ORDER BY athlete_id FOR UPDATE`, bun.List(workouts)).Scan(ctx, &athletes)
	if err != nil {
		return err
	}
	for _, athlete := range athletes {
		var days []training.Date
		err := tx.NewRaw("SELECT DISTINCT date FROM planned_sessions WHERE athlete_id = ? AND workout_id IN (?)",
			athlete, bun.List(workouts)).Scan(ctx, &days)
		if err != nil {
			return err
		}
		if err := touch(ctx, tx, athlete, days...); err != nil {
			return err
		}
	}
	return nil
}

// DeleteWorkout deletes an own workout. One that stands on a calendar is a *ConflictError.
func (db *DB) DeleteWorkout(ctx context.Context, viewer training.UserID, id training.WorkoutID) error {
	if !canonical(id) || !canonical(viewer) {
		return ErrNotFound
	}
	err := changed(db.bun.NewRaw("DELETE FROM workouts WHERE id = ? AND owner_id = ?", id, viewer).Exec(ctx))
	if sqlState(err) == foreignKeyViolation {
		return conflict("the workout stands on a calendar: take it off first")
	}
	return wrap("delete workout", err)
}
