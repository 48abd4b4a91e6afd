package workouts

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

// A workout's id has one content for everybody at any time. What is done keeps the content it was done with: before a workout changes,
// the finished sessions that refer to it get an archived copy, one for each athlete. One that is deleted and stands on finished sessions, or would
// come back onto a calendar by an act that is taken back, is archived as it is.

// insertCopies copies the workouts of used: each as copy_id for athlete_id, archived or not.
const insertCopies = `
	INSERT INTO workouts (id, owner_id, title, description, sport, focus, tags, tag_words, body, duration_seconds, distance_meters,
		tss, load_method, intensity_factor, lower_body_load, hard_leg_sets, zone_seconds, exercise_ids, by_distance, content_hash,
		revision, created_at, updated_at, archived, copy_of, family, level, reading, by_thresholds)
	SELECT used.copy_id, used.athlete_id, w.title, w.description, w.sport, w.focus, w.tags, w.tag_words, w.body, w.duration_seconds,
		w.distance_meters, w.tss, w.load_method, w.intensity_factor, w.lower_body_load, w.hard_leg_sets, w.zone_seconds,
		w.exercise_ids, w.by_distance, w.content_hash, w.revision, w.created_at, w.updated_at, used.archived, coalesce(w.copy_of, w.id),
		w.family, w.level, w.reading, w.by_thresholds
	FROM used JOIN workouts AS w ON w.id = used.workout_id
	RETURNING id
`

// copies gives each athlete a copy of those workouts whose sessions, by the name of s, a condition names, and has these sessions refer to
// it. The copy is the athlete's own where a session that is still planned gets it, else it is archived. An archived one needs no vector.
const copies = `WITH used AS (
	SELECT s.athlete_id, s.workout_id, gen_random_uuid() AS copy_id, bool_and(s.status <> 'PLANNED') AS archived
	FROM planned_sessions AS s WHERE ? GROUP BY s.athlete_id, s.workout_id
), copies AS (` + insertCopies + `), meanings AS (
	INSERT INTO workout_vectors (workout_id, embedder_id, embedding)
	SELECT used.copy_id, v.embedder_id, v.embedding
	FROM used JOIN copies ON copies.id = used.copy_id JOIN workout_vectors AS v ON v.workout_id = used.workout_id
	WHERE NOT used.archived
)
UPDATE planned_sessions AS s SET workout_id = used.copy_id
FROM used JOIN copies ON copies.id = used.copy_id
WHERE s.athlete_id = used.athlete_id AND s.workout_id = used.workout_id AND (s.status <> 'PLANNED' OR NOT used.archived)
RETURNING s.workout_id`

// copyFor makes the copies of those sessions, and reads them by the thresholds of whose they are.
func copyFor(ctx context.Context, tx bun.Tx, condition schema.QueryAppender) error {
	var made []training.WorkoutID
	if err := tx.NewRaw(copies, condition).Scan(ctx, &made); err != nil {
		return err
	}
	return readCopies(ctx, tx, made)
}

// readCopies reads copies by the thresholds of whose they are.
func readCopies(ctx context.Context, tx bun.Tx, made []training.WorkoutID) error {
	if len(made) == 0 {
		return nil
	}
	return readAnew(ctx, tx, func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("w.id IN (?)", bun.List(made)) })
}

// keepAsDone has the finished sessions of workouts that are about to change keep them as they are. The workouts and their calendars are
// locked.
func keepAsDone(ctx context.Context, tx bun.Tx, workouts ...training.WorkoutID) error {
	if len(workouts) == 0 {
		return nil
	}
	return copyFor(ctx, tx, bun.SafeQuery("s.workout_id IN (?) AND s.status <> 'PLANNED'", bun.List(workouts)))
}

// HandOver gives athletes what a leaving user's workouts are on their calendars, and on what comes back there by an act that is taken back. The
// calendars of those whom the user coaches are locked.
func HandOver(ctx context.Context, tx bun.Tx, from training.UserID) error {
	var coached []training.UserID
	if err := tx.NewRaw("SELECT athlete_id FROM coach_grants WHERE coach_id = ? ORDER BY athlete_id", from).Scan(ctx, &coached); err != nil {
		return err
	}
	for _, athlete := range coached {
		if err := handOverNamed(ctx, tx, from, athlete); err != nil {
			return err
		}
	}
	var workouts []training.WorkoutID
	if err := tx.NewRaw("SELECT id FROM workouts WHERE owner_id = ?", from).Scan(ctx, &workouts); err != nil || len(workouts) == 0 {
		return err
	}
	if err := lockToChange(ctx, tx, workouts...); err != nil {
		return err
	}
	return copyFor(ctx, tx, bun.SafeQuery("s.workout_id IN (?) AND s.athlete_id <> ?", bun.List(workouts), from))
}

// HandOverTo gives one athlete, whose calendar is locked, what the workouts of a user who may not plan for the athlete any more are on it, and on what comes
// back there by an act that is taken back: else what the former coach does with them would go on changing it.
func HandOverTo(ctx context.Context, tx bun.Tx, from, to training.UserID) error {
	if err := handOverNamed(ctx, tx, from, to); err != nil {
		return err
	}
	var workouts []training.WorkoutID
	err := tx.NewRaw(`SELECT w.id FROM workouts AS w WHERE w.owner_id = ? AND EXISTS (SELECT FROM planned_sessions AS s WHERE s.athlete_id = ? AND s.workout_id = w.id)
		ORDER BY w.id FOR UPDATE OF w`, from, to).Scan(ctx, &workouts)
	if err != nil || len(workouts) == 0 {
		return err
	}
	var days []training.Date
	err = tx.NewRaw("SELECT DISTINCT date FROM planned_sessions WHERE athlete_id = ? AND workout_id IN (?)", to, bun.List(workouts)).Scan(ctx, &days)
	if err != nil {
		return err
	}
	if err := touchSessions(ctx, tx, to, days, workouts); err != nil {
		return err
	}
	return copyFor(ctx, tx, bun.SafeQuery("s.workout_id IN (?) AND s.athlete_id = ?", bun.List(workouts), to))
}

// archive keeps a workout for finished sessions alone, and for acts that are taken back, as its next revision: the one before is remembered as one that is not archived.
func archive(ctx context.Context, tx bun.Tx, id training.WorkoutID, now time.Time) error {
	if _, err := tx.NewRaw("DELETE FROM workout_vectors WHERE workout_id = ?", id).Exec(ctx); err != nil {
		return err
	}
	_, err := tx.NewRaw("UPDATE workouts SET archived = true, revision = revision + 1, updated_at = ? WHERE id = ?", now, id).Exec(ctx)
	return err
}

// ErrArchived is a *postgres.ConflictError: a workout that is archived neither changes nor comes onto a calendar.
var ErrArchived = postgres.Conflict("the workout is archived: it is kept as it is for what was done with it, or for a change that is taken back")

// lockToChange locks workouts that are to change and first, in the one order in which several are locked, the calendars that they stand
// on. These get their next revision. Where one comes onto another calendar at this moment the transaction has to begin anew.
func lockToChange(ctx context.Context, tx bun.Tx, workouts ...training.WorkoutID) error {
	athletes, err := touchCalendarsWith(ctx, tx, workouts...)
	if err != nil {
		return err
	}
	return lockTouched(ctx, tx, athletes, workouts...)
}

// lockTouched locks workouts once the calendars of some athletes, on which they stood, are.
func lockTouched(ctx context.Context, tx bun.Tx, athletes []training.UserID, workouts ...training.WorkoutID) error {
	_, err := tx.NewRaw("SELECT 1 FROM workouts WHERE id IN (?) ORDER BY id FOR UPDATE", bun.List(workouts)).Exec(ctx)
	if err != nil {
		return err
	}
	var now []training.UserID
	err = tx.NewRaw("SELECT DISTINCT athlete_id FROM planned_sessions WHERE workout_id IN (?)", bun.List(workouts)).Scan(ctx, &now)
	for _, athlete := range now {
		if !slices.Contains(athletes, athlete) {
			return postgres.ErrOvertaken
		}
	}
	return err
}

// touchCalendarsWith gives the calendars that some workouts stand on their next revision, in the one order in which several are locked,
// and tells whose they are.
func touchCalendarsWith(ctx context.Context, tx bun.Tx, workouts ...training.WorkoutID) ([]training.UserID, error) {
	var athletes []training.UserID
	err := tx.NewRaw("SELECT DISTINCT s.athlete_id FROM planned_sessions AS s WHERE s.workout_id IN (?)", bun.List(workouts)).Scan(ctx, &athletes)
	if err != nil {
		return nil, err
	}
	if err := access.LockEach(ctx, tx, athletes); err != nil {
		return nil, err
	}
	for _, athlete := range athletes {
		var days []training.Date
		err := tx.NewRaw("SELECT DISTINCT date FROM planned_sessions WHERE athlete_id = ? AND workout_id IN (?)",
			athlete, bun.List(workouts)).Scan(ctx, &days)
		if err != nil {
			return nil, err
		}
		if err := touchSessions(ctx, tx, athlete, days, workouts); err != nil {
			return nil, err
		}
	}
	return athletes, nil
}

// touchSessions gives a locked calendar its next revision, with which its sessions of some workouts have changed: what they consist of is another, or goes
// by another id.
func touchSessions(ctx context.Context, tx bun.Tx, athlete training.UserID, days []training.Date, workouts []training.WorkoutID) error {
	_, err := tx.NewRaw(`UPDATE planned_sessions SET changed_revision = (SELECT c.revision + 1 FROM calendars AS c WHERE c.athlete_id = ?0)
		WHERE athlete_id = ?0 AND workout_id IN (?1)`, athlete, bun.List(workouts)).Exec(ctx)
	if err != nil {
		return err
	}
	return access.TouchCalendar(ctx, tx, athlete, days...)
}
