package db_test

import (
	"context"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"fortnight/training"
)

// TestSnapshotsFollowTheCalendar: what is remembered is read as if it were not, whoever changed the calendar and whatever a reader does to
// the lists.
func TestSnapshotsFollowTheCalendar(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	own := w.workout(athlete, easyRun("Run"))
	s := w.session(athlete, own.ID, today, 420)
	other := w.open()
	step := func(what string, change func(), differs bool) {
		t.Helper()
		before := w.snapshot(athlete)
		change()
		got := w.snapshot(athlete)
		fresh, err := w.open().Snapshot(w.ctx, athlete.ID, today, 14)
		w.check(err)
		if !reflect.DeepEqual(got, fresh) {
			t.Errorf("%s: the snapshot is %+v, want %+v", what, got, fresh)
		}
		if reflect.DeepEqual(before, got) == differs {
			t.Errorf("%s: the snapshot differs is not %v", what, differs)
		}
	}
	step("nothing", func() {}, false)
	step("a reader's changes", func() { w.snapshot(athlete).Sessions[0].Date++ }, false)
	step("it is a minute later", func() { w.clock.Add(60) }, true) // what is over of today is another
	step("another process moves a session", func() {
		s.Date++
		_, err := other.MoveSession(w.ctx, athlete.ID, s.ID, s.Date, &s.Start)
		w.check(err)
	}, true)
	step("the workout becomes longer", func() {
		_, err := other.UpdateWorkout(w.ctx, athlete.ID, own.ID, own.Revision, func(changed *training.Workout) error {
			changed.Blocks = slices.Repeat(changed.Blocks, 2)
			return nil
		})
		w.check(err)
	}, true)
	step("the athlete's threshold changes", func() {
		_, err := other.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error {
			u.Profile.ThresholdSecondsPerKilometer = pointer(300)
			return nil
		})
		w.check(err)
	}, true)
	step("the workout of what is done is archived", func() {
		_, err := other.MoveSession(w.ctx, athlete.ID, s.ID, today, &s.Start)
		w.check(err)
		_, err = other.CompleteSession(w.ctx, athlete.ID, s.ID, training.SessionResult{DurationSeconds: 600, TSS: 10, CompletedAt: w.now()})
		w.check(err)
		w.snapshot(athlete)
		w.check(other.DeleteWorkout(w.ctx, athlete.ID, own.ID))
	}, true)
	step("it is another day", func() { w.clock.Add(int64(24 * time.Hour / time.Second)) }, true)
}

// TestSnapshotsAreForThoseWhoMay: what one may see and is remembered is not shown to another.
func TestSnapshotsAreForThoseWhoMay(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach, stranger := w.coachOf(athlete), w.athlete()
	read := func(viewer training.User) error {
		_, err := w.db.CalendarSnapshot(w.ctx, viewer.ID, athlete.ID, today, 14)
		return err
	}
	w.check(read(athlete))
	w.check(read(coach))
	w.notFound("a stranger", read(stranger))
	_, err := w.db.RevokeCoach(w.ctx, athlete.ID, coach.ID)
	w.check(err)
	w.notFound("a coach who was one", read(coach))
	_, err = w.db.CalendarSnapshot(w.ctx, "", athlete.ID, today, 14)
	w.notFound("nobody", err)
}

// TestAWorkoutThatComesOntoACalendarWhileItChanges: the calendar has another revision after the change, whoever came first.
func TestAWorkoutThatComesOntoACalendarWhileItChanges(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	own := w.workout(athlete, easyRun("Run"))
	other := w.workout(athlete, easyRun("Another run"))
	s := w.session(athlete, other.ID, today, 420)
	conn, err := pgx.Connect(w.ctx, w.url)
	w.check(err)
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	tx, err := conn.Begin(w.ctx)
	w.check(err)
	_, err = tx.Exec(w.ctx, "UPDATE planned_sessions SET workout_id = $1 WHERE id = $2", own.ID, s.ID)
	w.check(err)
	changed := make(chan error, 1)
	go func() {
		_, err := w.db.UpdateWorkout(w.ctx, athlete.ID, own.ID, own.Revision, func(changed *training.Workout) error {
			changed.Blocks = slices.Repeat(changed.Blocks, 2)
			return nil
		})
		changed <- err
	}()
	for waiting := 0; waiting == 0; { // the change waits for the one who is putting the workout onto the calendar
		w.check(conn.QueryRow(w.ctx, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").Scan(&waiting))
	}
	var before, after int
	w.check(tx.QueryRow(w.ctx, "SELECT revision FROM calendars WHERE athlete_id = $1", athlete.ID).Scan(&before))
	w.check(tx.Commit(w.ctx))
	w.check(<-changed)
	w.check(conn.QueryRow(w.ctx, "SELECT revision FROM calendars WHERE athlete_id = $1", athlete.ID).Scan(&after))
	if after != before+1 {
		t.Errorf("the calendar has revision %d after revision %d", after, before)
	}
}
