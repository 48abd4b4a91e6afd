package db_test

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"

	"fortnight/auth"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// done completes a session of the athlete's.
func (w *world) done(athlete training.User, workout training.WorkoutID, date training.Date) training.PlannedSession {
	w.Helper()
	s := w.session(athlete, workout, date, 420)
	done, err := w.db.CompleteSession(w.ctx, athlete.ID, s.ID, training.SessionResult{DurationSeconds: 2700, TSS: 39})
	w.check(err)
	return done
}

// asDone is what a viewer sees of the workout of a session, and what the planner does.
func (w *world) asDone(viewer, athlete training.User, id training.SessionID) (training.Workout, training.Session) {
	w.Helper()
	sessions, err := w.db.SessionsByID(w.ctx, viewer.ID, []training.SessionID{id})
	w.check(err)
	workouts, err := w.db.WorkoutsByID(w.ctx, viewer.ID, []training.WorkoutID{sessions[id].WorkoutID})
	w.check(err)
	all := w.snapshot(athlete).Sessions
	at := slices.IndexFunc(all, func(s training.Session) bool { return s.ID == id })
	return workouts[sessions[id].WorkoutID], all[at]
}

func becomes(other training.Workout) func(*training.Workout) error {
	return func(w *training.Workout) error {
		w.Title, w.Sport, w.Focus, w.Blocks = other.Title, other.Sport, other.Focus, other.Blocks
		return nil
	}
}

// same tells whether two are one workout but for the identity.
func same(a, b training.Workout) bool {
	a.ID, a.OwnerID, a.Archived = b.ID, b.OwnerID, b.Archived
	return reflect.DeepEqual(a, b)
}

// 12 §2: a finished session keeps the workout as it was done; what is planned goes along with a change.
func TestWhatIsDoneKeepsItsWorkout(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	plan := w.workout(coach, easyRun("Easy"))
	schedule := func(date training.Date) training.PlannedSession {
		t.Helper()
		s, err := w.db.ScheduleSession(w.ctx, coach.ID, training.PlannedSession{AthleteID: athlete.ID, Date: date, Start: 500, WorkoutID: plan.ID})
		w.check(err)
		return s
	}
	done, again, skipped, planned := schedule(today.AddDays(-2)), schedule(today.AddDays(-1)), schedule(today), schedule(today.AddDays(2))
	for _, s := range []training.PlannedSession{done, again} {
		_, err := w.db.CompleteSession(w.ctx, athlete.ID, s.ID, training.SessionResult{DurationSeconds: 2700, TSS: 39})
		w.check(err)
	}
	_, err := w.db.SkipSession(w.ctx, athlete.ID, skipped.ID, nil)
	w.check(err)
	workout, session := w.asDone(athlete, athlete, done.ID)

	_, err = w.db.UpdateWorkout(w.ctx, coach.ID, plan.ID, 1, func(c *training.Workout) error { return nil })
	w.check(err)
	if n := w.count("SELECT count(*) FROM workouts WHERE revision = 1"); n != 1 {
		t.Errorf("after a change of nothing %d workouts have revision 1", n)
	}
	_, err = w.db.UpdateWorkout(w.ctx, coach.ID, plan.ID, 1, becomes(squats("Heavy")))
	w.check(err)
	var kept training.WorkoutID
	for _, s := range []training.PlannedSession{done, again, skipped} {
		for _, viewer := range []training.User{athlete, coach} {
			now, measured := w.asDone(viewer, athlete, s.ID)
			now.Revision, now.UpdatedAt = workout.Revision, workout.UpdatedAt
			if !same(now, workout) || !now.Archived || now.OwnerID != athlete.ID {
				t.Errorf("%s: the workout is %+v\nand was %+v", s.Date, now, workout)
			}
			if measured.Title != session.Title || measured.Focus != session.Focus || !reflect.DeepEqual(measured.Load, session.Load) {
				t.Errorf("%s: the session is %+v\nand was %+v", s.Date, measured, session)
			}
			if kept == "" {
				kept = now.ID
			}
			if now.ID != kept {
				t.Error("one revision has two copies for one athlete")
			}
		}
	}
	if now, _ := w.asDone(coach, athlete, planned.ID); now.Title != "Heavy" || now.Archived || now.ID != plan.ID {
		t.Errorf("what is planned has %+v", now)
	}
	w.conflicts("delete what is planned", w.db.DeleteWorkout(w.ctx, coach.ID, plan.ID))
	w.check(w.db.RemoveSession(w.ctx, coach.ID, planned.ID))
	w.exec("DELETE FROM calendar_changes") // nothing brings it back
	w.check(w.db.DeleteWorkout(w.ctx, coach.ID, plan.ID))
	if n := w.count("SELECT count(*) FROM workouts"); n != 1 {
		t.Errorf("%d workouts are left", n)
	}
	if now, _ := w.asDone(athlete, athlete, done.ID); now.ID != kept {
		t.Errorf("after the deletion: %+v", now)
	}
}

// What is archived is there for what was done alone.
func TestArchivedWorkoutsAreHistory(t *testing.T) {
	w := newWorld(t)
	athlete, stranger := w.athlete(), w.athlete()
	plan := w.workout(athlete, easyRun("Easy"))
	s := w.done(athlete, plan.ID, today)
	w.asDone(athlete, athlete, s.ID) // is remembered
	before := w.revision(athlete)
	w.check(w.db.DeleteWorkout(w.ctx, athlete.ID, plan.ID))
	if w.revision(athlete) != before+1 { // its days show a workout that is another one now
		t.Error("the calendar has not its next revision after the workout of one of its sessions was archived")
	}
	now, _ := w.asDone(athlete, athlete, s.ID)
	if now.Revision != 2 {
		t.Errorf("archiving made revision %d", now.Revision)
	}
	now.Revision = plan.Revision
	if now.UpdatedAt = plan.UpdatedAt; !same(now, plan) || !now.Archived {
		t.Errorf("the workout is %+v", now)
	}
	page, err := w.db.ListWorkouts(w.ctx, athlete.ID, session.WorkoutFilter{}, training.OrderTitle, 10, "")
	if err != nil || len(page.Items) != 0 {
		t.Errorf("listed: %+v, %v", page.Items, err)
	}
	w.check(w.db.TidyVectors(w.ctx))
	if n := w.count("SELECT count(*) FROM workout_vectors"); n != 0 {
		t.Errorf("%d vectors of what is not found", n)
	}
	w.exec("INSERT INTO workout_vectors SELECT $1, id, array_fill(0.05, ARRAY[384])::vector FROM embedders", now.ID)
	matches, err := w.db.SearchWorkouts(w.ctx, athlete.ID, "easy run", session.WorkoutFilter{}, 10)
	if err != nil || len(matches) != 0 {
		t.Errorf("found: %+v, %v", matches, err)
	}
	other := w.workout(athlete, easyRun("Other"))
	similar, err := w.db.SimilarWorkouts(w.ctx, athlete.ID, other.ID, 10)
	if err != nil || len(similar) != 0 {
		t.Errorf("similar: %+v, %v", similar, err)
	}
	for _, need := range []runs.Need{{}, {Text: "easy run"}} {
		found, err := w.db.Search(w.ctx, athlete.ID, athlete.Profile, need, 10)
		if err != nil || len(found) != 1 || found[0].Workout.ID != other.ID {
			t.Errorf("candidates for %+v: %+v, %v", need, found, err)
		}
	}
	_, err = w.db.ScheduleSession(w.ctx, athlete.ID, training.PlannedSession{AthleteID: athlete.ID, Date: today, Start: 500, WorkoutID: now.ID})
	w.conflicts("schedule", err)
	_, err = w.db.UpdateWorkout(w.ctx, athlete.ID, now.ID, 2, becomes(squats("Heavy")))
	w.conflicts("update", err)
	w.conflicts("delete", w.db.DeleteWorkout(w.ctx, athlete.ID, now.ID))
	_, err = w.db.UpdateWorkout(w.ctx, stranger.ID, now.ID, 2, becomes(squats("Heavy")))
	w.notFound("update by a stranger", err)
	w.notFound("delete by a stranger", w.db.DeleteWorkout(w.ctx, stranger.ID, now.ID))
}

// A new release of the library changes what is planned, not what was done, and each athlete has a copy of the own.
func TestSeedLeavesWhatIsDone(t *testing.T) {
	w := newWorld(t)
	one, two := w.athlete(), w.athlete()
	shared := w.shared(easyRun("Library run"))
	a, b := w.done(one, shared.ID, today.AddDays(-1)), w.done(two, shared.ID, today)
	planned := w.session(one, shared.ID, today.AddDays(1), 420)
	w.exec("UPDATE workouts SET tss = tss + 1 WHERE id = $1", shared.ID) // as after a change of how load is measured
	w.check(w.db.Seed(w.ctx, []training.Workout{shared}, func(int, int) {}))
	if n := w.count("SELECT count(*) FROM workouts"); n != 1 {
		t.Errorf("measuring anew made %d workouts", n)
	}
	changed := squats("Library squats")
	changed.ID = shared.ID
	w.check(w.db.Seed(w.ctx, []training.Workout{changed}, func(int, int) {}))
	for athlete, s := range map[*training.User]training.PlannedSession{&one: a, &two: b} {
		now, measured := w.asDone(*athlete, *athlete, s.ID)
		if now.Title != "Library run" || now.OwnerID != athlete.ID || !now.Archived || measured.Load.HardLegSets != 0 {
			t.Errorf("%s has %+v", athlete.Name, now)
		}
	}
	if now, measured := w.asDone(one, one, planned.ID); now.Title != "Library squats" || measured.Load.HardLegSets != 5 {
		t.Errorf("what is planned has %+v", now)
	}
	workouts, err := w.db.WorkoutsByID(w.ctx, two.ID, []training.WorkoutID{w.snapshot(one).Sessions[0].WorkoutID})
	if err != nil || len(workouts) != 0 {
		t.Errorf("another's copy is seen: %+v, %v", workouts, err)
	}
}

// What a leaving coach leaves: what is planned becomes the athlete's own, what is only done is kept for it.
func TestALeavingCoachLeavesThePast(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	over, both := w.workout(coach, easyRun("Over")), w.workout(coach, easyRun("Both"))
	place := func(id training.WorkoutID, date training.Date) training.PlannedSession {
		t.Helper()
		s, err := w.db.ScheduleSession(w.ctx, coach.ID, training.PlannedSession{AthleteID: athlete.ID, Date: date, Start: 420, WorkoutID: id})
		w.check(err)
		return s
	}
	past, past2, next := place(over.ID, today.AddDays(-1)), place(both.ID, today), place(both.ID, today.AddDays(1))
	for _, s := range []training.PlannedSession{past, past2} {
		_, err := w.db.CompleteSession(w.ctx, athlete.ID, s.ID, training.SessionResult{DurationSeconds: 2700, TSS: 39})
		w.check(err)
	}
	w.check(w.db.DeleteUser(w.ctx, auth.UserID(coach.ID)))
	for id, want := range map[training.SessionID]training.Workout{past.ID: over, past2.ID: both, next.ID: both} {
		if now, _ := w.asDone(athlete, athlete, id); !same(now, want) || now.OwnerID != athlete.ID || now.Archived != (id == past.ID) {
			t.Errorf("%s is %+v", want.Title, now)
		}
	}
	mine, _ := w.asDone(athlete, athlete, next.ID)
	_, err := w.db.UpdateWorkout(w.ctx, athlete.ID, mine.ID, mine.Revision, becomes(squats("Heavy")))
	w.check(err)
	if now, _ := w.asDone(athlete, athlete, past2.ID); now.Title != "Both" {
		t.Errorf("a change of what was handed over changed what was done with it: %+v", now)
	}
}

// However completing and changing fall together, what is done has the content that the session had when it was done.
func TestF21ChangesAndCompletionsAtOnce(t *testing.T) {
	raced(t)
	w := newWorld(t)
	owner := w.athlete()
	plan := w.shared(easyRun("0"))
	athletes := []training.User{owner, w.athlete(), w.athlete()}
	var group sync.WaitGroup
	titles := make([]string, len(athletes))
	for i, athlete := range athletes {
		group.Go(func() {
			s := w.done(athlete, plan.ID, today)
			w.check(w.raw.QueryRow(w.ctx, `SELECT w.title FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id
				WHERE s.id = $1`, s.ID).Scan(&titles[i]))
		})
	}
	group.Go(func() {
		for n := range 6 {
			changed := easyRun(fmt.Sprint(n + 1))
			changed.ID = plan.ID
			w.check(w.db.Seed(w.ctx, []training.Workout{changed}, func(int, int) {}))
		}
	})
	group.Wait()
	for i, athlete := range athletes {
		sessions := w.snapshot(athlete).Sessions
		if len(sessions) != 1 || sessions[0].Title != titles[i] {
			t.Errorf("done as %s, now %+v", titles[i], sessions)
		}
	}
	if n := w.count(`SELECT count(*) FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id
		WHERE s.status = 'COMPLETED' AND NOT w.archived AND w.title <> '6'`); n != 0 {
		t.Errorf("%d sessions follow the changes", n)
	}
}
