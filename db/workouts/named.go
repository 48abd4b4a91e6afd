package workouts

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

// What is noted of the acts on a calendar, and of what plans changed on it, names the workouts that come back onto it where that is taken back.

// named are those of some athletes, each as often as it is named. An id is a uuid in JSON.
const named = `(SELECT j.athlete_id, jsonb_path_query(j.images, '$.sessions[*].*.workoutId') #>> '{}' AS id FROM calendar_changes AS j WHERE j.athlete_id IN (?0)
	UNION ALL SELECT r.athlete_id, jsonb_path_query(r.images, '$[*].*.workoutId') #>> '{}' FROM plan_runs AS r WHERE r.athlete_id IN (?0) AND r.images IS NOT NULL)`

// onWhose are the owner of workouts and those who may have them: the athletes whom the owner coaches.
func onWhose(ctx context.Context, tx bun.Tx, owner training.UserID) (athletes []training.UserID, err error) {
	err = tx.NewRaw("SELECT athlete_id FROM coach_grants WHERE coach_id = ? ORDER BY athlete_id", owner).Scan(ctx, &athletes)
	return append(athletes, owner), err
}

// isNamed tells whether one of a user's workouts would come back onto a calendar.
func isNamed(ctx context.Context, tx bun.Tx, owner training.UserID, id training.WorkoutID) (is bool, err error) {
	athletes, err := onWhose(ctx, tx, owner)
	if err != nil {
		return false, err
	}
	err = tx.NewRaw("SELECT EXISTS (SELECT FROM "+named+" AS n WHERE n.id = ?1)", bun.List(athletes), id).Scan(ctx, &is)
	return is, err
}

// forgetArchived deletes those of a user's archived workouts that no session has and no act brings back any more.
func forgetArchived(ctx context.Context, tx bun.Tx, owner training.UserID) error {
	athletes, err := onWhose(ctx, tx, owner)
	if err != nil {
		return err
	}
	_, err = tx.NewRaw(`DELETE FROM workouts WHERE id IN (SELECT w.id FROM workouts AS w WHERE w.owner_id = ?1 AND w.archived
		AND NOT EXISTS (SELECT FROM planned_sessions AS s WHERE s.workout_id = w.id)
		AND NOT EXISTS (SELECT FROM `+named+` AS n WHERE n.id = w.id::text) FOR UPDATE OF w SKIP LOCKED)`, bun.List(athletes), owner).Exec(ctx)
	return err
}

// handOverNamed gives an athlete, whose calendar is locked, archived copies of those of another user's workouts that would come back onto it.
func handOverNamed(ctx context.Context, tx bun.Tx, from, to training.UserID) error {
	var made []struct{ WorkoutID, CopyID training.WorkoutID }
	err := tx.NewRaw(`WITH used AS MATERIALIZED (
			SELECT ?1::uuid AS athlete_id, w.id AS workout_id, gen_random_uuid() AS copy_id, true AS archived
			FROM workouts AS w WHERE w.owner_id = ?2 AND w.id::text IN (SELECT n.id FROM `+named+` AS n)
		), copies AS (`+insertCopies+`) SELECT used.workout_id, used.copy_id FROM used JOIN copies ON copies.id = used.copy_id`,
		bun.List([]training.UserID{to}), to, from).Scan(ctx, &made)
	if err != nil {
		return err
	}
	ids := make([]training.WorkoutID, len(made))
	for i, m := range made {
		ids[i] = m.CopyID
		for _, table := range []string{"calendar_changes", "plan_runs"} {
			_, err := tx.NewRaw("UPDATE ? SET images = replace(images::text, ?, ?)::jsonb WHERE athlete_id = ? AND position(? IN images::text) > 0",
				bun.Ident(table), m.WorkoutID, m.CopyID, to, m.WorkoutID).Exec(ctx)
			if err != nil {
				return err
			}
		}
	}
	return readCopies(ctx, tx, ids)
}

// Return has workouts that come back onto an athlete's calendar be what may stand on it, and names those that another id stands for then: one of the
// athlete's own that was deleted is there again, of another's that was, or of one who may not plan for the athlete any more, the athlete gets a copy. One of
// which nothing is kept is left out. The calendar is locked.
func Return(ctx context.Context, tx bun.Tx, now time.Time, athlete training.UserID, ids []training.WorkoutID) (map[training.WorkoutID]training.WorkoutID, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []struct {
		ID       training.WorkoutID
		Own      bool
		Archived bool
		Foreign  bool
	}
	err := tx.NewRaw(`SELECT w.id, w.owner_id IS NOT DISTINCT FROM ?0 AS own, w.archived, w.owner_id IS NOT NULL AND w.owner_id <> ?0
			AND NOT EXISTS (SELECT FROM coach_grants AS g WHERE g.athlete_id = ?0 AND g.coach_id = w.owner_id) AS foreign
		FROM workouts AS w WHERE w.id IN (?1) ORDER BY w.id FOR KEY SHARE OF w`, athlete, bun.List(ids)).Scan(ctx, &rows)
	if err != nil {
		return nil, postgres.Wrap("read what comes back", err)
	}
	var again, others []training.WorkoutID
	for _, row := range rows {
		switch {
		case row.Own && row.Archived:
			again = append(again, row.ID)
		case row.Archived || row.Foreign:
			others = append(others, row.ID)
		}
	}
	if len(again) > 0 {
		_, err := tx.NewRaw("UPDATE workouts SET archived = false, revision = revision + 1, updated_at = ? WHERE id IN (?)", now, bun.List(again)).Exec(ctx)
		if err != nil {
			return nil, err
		}
	}
	if len(others) == 0 {
		return nil, nil
	}
	var made []struct{ WorkoutID, CopyID training.WorkoutID }
	err = tx.NewRaw(`WITH used AS MATERIALIZED (
			SELECT ?0::uuid AS athlete_id, w.id AS workout_id, gen_random_uuid() AS copy_id, false AS archived FROM workouts AS w WHERE w.id IN (?1)
		), copies AS (`+insertCopies+`) SELECT used.workout_id, used.copy_id FROM used JOIN copies ON copies.id = used.copy_id`,
		athlete, bun.List(others)).Scan(ctx, &made)
	if err != nil {
		return nil, err
	}
	instead, copied := make(map[training.WorkoutID]training.WorkoutID, len(made)), make([]training.WorkoutID, len(made))
	for i, m := range made {
		instead[m.WorkoutID], copied[i] = m.CopyID, m.CopyID
	}
	return instead, readCopies(ctx, tx, copied)
}
