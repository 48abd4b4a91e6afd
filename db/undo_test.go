package db_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/planner/runs"
	"fortnight/training"
)

// standing is all of an athlete's calendar and activities that acts change.
func (w *world) standing(athlete training.User) string {
	w.Helper()
	return w.text(`SELECT coalesce(string_agg(to_jsonb(s)::text, E'\n' ORDER BY s.id), '') || E'\n' || (
			SELECT coalesce(string_agg(to_jsonb(l)::text, E'\n' ORDER BY l.date), '') FROM day_locks AS l WHERE l.athlete_id = $1) || E'\n' || (
			SELECT coalesce(string_agg(r.id || ' ' || r.applied || ' ' || (r.images IS NULL), E'\n' ORDER BY r.id), '')
			FROM plan_runs AS r WHERE r.athlete_id = $1 AND (r.applied OR r.images IS NOT NULL)) || E'\n' || (
			SELECT coalesce(string_agg((to_jsonb(a) - 'created_at' - 'updated_at' - 'changed_revision')::text, E'\n' ORDER BY a.id), '')
			FROM activities AS a WHERE a.athlete_id = $1)
		FROM (SELECT id, date, start, workout_id, status, lock, key, key_flagged, rationale, run_id, result_duration_seconds, result_tss,
			result_rpe, result_comment, completed_at, skip_reason, skipped_on, skipped, coach_note, athlete_note, alone, leans FROM planned_sessions WHERE athlete_id = $1) AS s`, athlete.ID)
}

func (w *world) text(sql string, arguments ...any) string {
	w.Helper()
	var text string
	w.check(w.raw.QueryRow(w.ctx, sql, arguments...).Scan(&text))
	return text
}

// lastChange is the newest change of an athlete's calendar as a viewer sees it, else ErrNotFound.
func (w *world) lastChange(viewer, athlete training.UserID) (training.CalendarChange, error) {
	w.Helper()
	found, err := w.db.LastChanges(w.ctx, viewer, []training.UserID{athlete})
	last, is := found[athlete]
	if err == nil && !is {
		err = db.ErrNotFound
	}
	return last, err
}

// undone takes the last change of an athlete's calendar back, which leads from one state of it to another.
func (w *world) undone(athlete training.User, from, to string) training.CalendarChange {
	w.Helper()
	if got := w.standing(athlete); got != from {
		w.Fatalf("the calendar is\n%s\nand was\n%s", got, from)
	}
	revision := w.revision(athlete)
	last, err := w.lastChange(athlete.ID, athlete.ID)
	w.check(err)
	undone, err := w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, &last.ID)
	w.check(err)
	if !reflect.DeepEqual(undone, last) || w.revision(athlete) != revision+1 {
		w.Errorf("the last change was %+v, and %+v was taken back; revision %d after %d", last, undone, w.revision(athlete), revision)
	}
	if got := w.standing(athlete); got != to {
		w.Fatalf("%s is taken back: the calendar is\n%s\nand was\n%s", undone.Act, got, to)
	}
	return undone
}

// 12 §2: every act on a calendar is taken back, one after the other, to where it all began.
func TestEveryActIsTakenBack(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	var session, planned training.PlannedSession
	lock := training.LockDay
	steps := []struct {
		act training.CalendarAct
		do  func() error
	}{
		{training.ActSchedule, func() (err error) {
			session, err = w.db.ScheduleSession(w.ctx, athlete.ID, training.PlannedSession{
				AthleteID: athlete.ID, Date: today, Start: 420, WorkoutID: workout.ID, Lock: pointer(training.LockEverything), Key: true, KeyFlagged: true,
			})
			return err
		}},
		{training.ActUnlock, func() error { return second(w.db.LockSession(w.ctx, athlete.ID, session.ID, nil)) }},
		{training.ActMove, func() error { return second(w.db.MoveSession(w.ctx, athlete.ID, session.ID, today.AddDays(-40), nil)) }},
		{training.ActLock, func() error { return second(w.db.LockSession(w.ctx, athlete.ID, session.ID, &lock)) }},
		{training.ActLockDay, func() error { return w.db.LockDay(w.ctx, athlete.ID, athlete.ID, session.Date, true) }},
		{training.ActUnlockDay, func() error { return w.db.LockDay(w.ctx, athlete.ID, athlete.ID, session.Date, false) }},
		{training.ActSkip, func() error { return second(w.db.SkipSession(w.ctx, athlete.ID, session.ID, pointer("rain"))) }},
		{training.ActSkip, func() error { return second(w.db.SkipSession(w.ctx, athlete.ID, session.ID, pointer("snow"))) }},
		{training.ActComplete, func() error {
			return second(w.db.CompleteSession(w.ctx, athlete.ID, session.ID, training.SessionResult{DurationSeconds: 2650, TSS: 41.37, Comment: pointer("it's ? fine")}))
		}},
		{training.ActComplete, func() error {
			return second(w.db.CompleteSession(w.ctx, athlete.ID, session.ID, training.SessionResult{DurationSeconds: 2700, TSS: 0.1, RPE: pointer(4)}))
		}},
		{training.ActNote, func() error { return second(w.db.NoteSession(w.ctx, athlete.ID, session.ID, pointer("felt ? fine"))) }},
		{training.ActNote, func() error { return second(w.db.NoteSession(w.ctx, athlete.ID, session.ID, nil)) }},
		{training.ActSchedule, func() (err error) {
			planned, err = w.db.ScheduleSession(w.ctx, athlete.ID, training.PlannedSession{AthleteID: athlete.ID, Date: today, Start: 500, WorkoutID: workout.ID})
			return err
		}},
		{training.ActRemove, func() error { return w.db.RemoveSession(w.ctx, athlete.ID, planned.ID) }},
	}
	states := []string{w.standing(athlete)}
	for _, s := range steps {
		w.check(s.do())
		states = append(states, w.standing(athlete))
		w.clock.Add(60)
	}
	for i := len(steps) - 1; i >= 0; i-- {
		if got := w.undone(athlete, states[i+1], states[i]); got.Act != steps[i].act || got.Actor() != training.ActorAthlete || len(got.Days) == 0 {
			t.Errorf("taken back: %+v, want %s", got, steps[i].act)
		}
	}
	w.conflicts("undo nothing", second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
	if _, err := w.lastChange(athlete.ID, athlete.ID); !errors.Is(err, db.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

// Whatever is done to a calendar in whatever order, each undo leads to the state before.
func TestRandomActsAreTakenBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for seed := range uint64(6) {
		chance := rand.New(rand.NewPCG(seed, 12))
		athlete := w.athlete()
		workout := w.workout(athlete, easyRun("Run"))
		states := []string{w.standing(athlete)}
		for len(states) <= 30 {
			w.clock.Add(1)
			w.act(chance, athlete, workout.ID)
			if now := w.standing(athlete); now != states[len(states)-1] {
				states = append(states, now)
			}
		}
		if n := w.count("SELECT count(*) FROM calendar_changes WHERE athlete_id = $1", athlete.ID); n != 30 {
			t.Errorf("%d changes are kept of 30", n)
		}
		for i := len(states) - 1; i > 0; i-- {
			w.undone(athlete, states[i], states[i-1])
		}
	}
}

// What a plan says of a session that is moved, or of one that it stands beside, is cut to what still holds; who has seen the other as it was acts on it as
// before, and taking the move back brings the words back.
func TestWordsEndWithWhatTheySpeakOf(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	put := func(day training.Date, leans ...training.Date) training.PlannedSession {
		t.Helper()
		s, err := w.db.ScheduleSession(w.ctx, athlete.ID, training.PlannedSession{
			AthleteID: athlete.ID, Date: day, Start: 420, WorkoutID: workout.ID, Rationale: pointer("A run. With others."), Alone: pointer("A run."), Leans: leans,
		})
		w.check(err)
		return s
	}
	said := func(id training.SessionID) string {
		t.Helper()
		return w.text("SELECT rationale || ' ' || (alone IS NULL)::text || (leans IS NULL)::text FROM planned_sessions WHERE athlete_id = $1 AND id = $2", athlete.ID, id)
	}
	const whole, cut = "A run. With others. falsefalse", "A run. truetrue"
	moved := put(today, today+1)
	before, after := put(today-3, today), put(today+20, today, today+2)
	other, done := put(today+4, today+5), put(today-1, today)
	w.exec("UPDATE planned_sessions SET status = 'SKIPPED' WHERE id = $1", done.ID)
	revision := w.count("SELECT changed_revision FROM planned_sessions WHERE id = $1", before.ID)

	w.check(second(w.db.LockSession(w.ctx, athlete.ID, moved.ID, pointer(training.LockStart))))
	w.check(second(w.db.LockSession(w.ctx, athlete.ID, moved.ID, nil)))
	for _, s := range []training.PlannedSession{moved, before, after} {
		if got := said(s.ID); got != whole {
			t.Errorf("a lock has it say %q", got)
		}
	}
	got, err := w.db.MoveSession(w.ctx, athlete.ID, moved.ID, today+3, nil)
	if w.check(err); got.Rationale == nil || *got.Rationale != "A run." {
		t.Errorf("moved it says %v", got.Rationale)
	}
	for _, s := range []training.PlannedSession{moved, before, after} {
		if got := said(s.ID); got != cut {
			t.Errorf("of %s it is said %q", s.Date, got)
		}
	}
	if a, b := said(other.ID), w.text("SELECT rationale FROM planned_sessions WHERE id = $1", done.ID); a != whole || b != "A run. With others." {
		t.Errorf("of others it is said %q, %q", a, b)
	}
	if now := w.count("SELECT changed_revision FROM planned_sessions WHERE id = $1", before.ID); now != revision {
		t.Errorf("what is said makes revision %d of %d", now, revision)
	}
	if last, err := w.lastChange(athlete.ID, athlete.ID); err != nil || !reflect.DeepEqual(last.Days, []training.Date{today - 3, today, today + 3, today + 20}) {
		t.Errorf("%v are told, %v", last.Days, err)
	}
	w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
	for _, s := range []training.PlannedSession{moved, before, after} {
		if got := said(s.ID); got != whole {
			t.Errorf("taken back it says %q", got)
		}
	}
	w.check(w.db.RemoveSession(w.ctx, athlete.ID, moved.ID))
	if got := said(before.ID); got != cut {
		t.Errorf("beside what is gone it says %q", got)
	}
}

// What is said of a session beside its workout ends with what it rests on, whichever act that is, and of what is done nothing changes. An act that is taken back
// afterwards brings the words back, but for those that rest on what is other by then.
func TestWordsEndWithWhatTheyRestOn(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	event, err := w.db.SaveEvent(w.ctx, athlete.ID, athlete.ID, training.Event{Name: "City 10 km", Date: today.AddDays(30), Sport: training.Run, Priority: training.EventA})
	w.check(err)
	ran := w.log(athlete, activity(today.AddDays(-50), pointer("garmin:50")))[0]
	done := w.session(athlete, workout.ID, today.AddDays(-3), 420)
	w.check(second(w.db.CompleteSession(w.ctx, athlete.ID, done.ID, training.SessionResult{DurationSeconds: 1800, TSS: 20})))
	skips := w.session(athlete, workout.ID, today.AddDays(2), 420)
	put := func(words string, leans []training.Date, rests ...training.Ground) training.PlannedSession {
		t.Helper()
		s := training.PlannedSession{
			AthleteID: athlete.ID, Date: today.AddDays(3), Start: 420, WorkoutID: workout.ID, Rationale: pointer("A run. " + words), Alone: pointer("A run. " + words), Leans: leans,
		}
		if len(leans) > 0 {
			s.Alone = pointer("A run.")
		} else {
			s.Alone = nil
		}
		if len(rests) > 0 {
			s.Rests, s.Bare = rests, pointer("A run.")
		}
		s, err := w.db.ScheduleSession(w.ctx, athlete.ID, s)
		w.check(err)
		return s
	}
	said := func(s training.PlannedSession) string {
		t.Helper()
		return w.text("SELECT rationale FROM planned_sessions WHERE athlete_id = $1 AND id = $2", athlete.ID, s.ID)
	}
	for _, of := range []struct {
		words string
		leans []training.Date
		rests training.Ground
		act   func() error
		undo  bool
	}{
		{"Ahead of Friday's run.", []training.Date{skips.Date}, "", func() error { return second(w.db.SkipSession(w.ctx, athlete.ID, skips.ID, nil)) }, true},
		{"Longer than on that day.", nil, training.GroundOn(done.Date), func() error { return third(w.db.ReopenSession(w.ctx, athlete.ID, done.ID)) }, true},
		{"As long as the longest.", nil, training.GroundOn(ran.Date), func() error { return third(w.db.RemoveActivity(w.ctx, athlete.ID, ran.ID)) }, true},
		{"At 4:30/km.", nil, training.OnThresholds, func() error {
			return second(w.db.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error {
				u.Profile.ThresholdSecondsPerKilometer = pointer(251)
				return nil
			}))
		}, false},
		{"Monday alone has room.", nil, training.OnHours, func() error {
			return second(w.db.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error {
				u.Profile.DateAvailability = append(u.Profile.DateAvailability, training.DateAvailability{Date: today.AddDays(9)})
				return nil
			}))
		}, false},
		{"A month before City 10 km.", nil, training.OnEvents, func() error {
			return third(w.db.ChangeEvent(w.ctx, athlete.ID, athlete.ID, event.ID, func(e *training.Event, _ training.Date) error { e.Date++; return nil }))
		}, false},
		{"A month before City 10 km.", nil, training.OnEvents, func() error { return third(w.db.RemoveEvent(w.ctx, athlete.ID, event.ID)) }, false},
	} {
		var rests []training.Ground
		if of.rests != "" {
			rests = []training.Ground{of.rests}
		}
		s, other := put(of.words, of.leans, rests...), put("Of other things.", []training.Date{today.AddDays(12)}, training.GroundOn(today.AddDays(-9)))
		removed := put(of.words, of.leans, rests...)
		if !of.undo {
			w.check(w.db.RemoveSession(w.ctx, athlete.ID, removed.ID))
		}
		w.check(of.act())
		if got := said(s); got != "A run." {
			t.Errorf("%q is still said: %q", of.words, got)
		}
		if got := said(other); got != "A run. Of other things." {
			t.Errorf("with %q goes %q", of.words, got)
		}
		w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
		want := "A run. " + of.words
		if !of.undo { // the removal is what is taken back
			s, want = removed, "A run."
		}
		if got := said(s); got != want {
			t.Errorf("taken back %q is %q", want, got)
		}
		for _, gone := range []training.PlannedSession{s, other} {
			w.check(w.db.RemoveSession(w.ctx, athlete.ID, gone.ID))
		}
	}
}

// act does something to a calendar, or tries to.
func (w *world) act(chance *rand.Rand, athlete training.User, workout training.WorkoutID) {
	w.Helper()
	day, start := today.AddDays(chance.IntN(4)-2), training.LocalTime(chance.IntN(1440))
	var id training.SessionID
	if all := w.snapshot(athlete).Sessions; len(all) > 0 {
		id = all[chance.IntN(len(all))].ID
	}
	locks := []*training.LockScope{nil, pointer(training.LockEverything), pointer(training.LockDay), pointer(training.LockStart)}
	acts := []func() error{
		func() error {
			return second(w.db.ScheduleSession(w.ctx, athlete.ID, training.PlannedSession{
				AthleteID: athlete.ID, Date: day, Start: start, WorkoutID: workout, Lock: locks[chance.IntN(4)],
				Rationale: pointer("Easy ahead of Thursday's long run."), Alone: pointer("Easy."), Leans: []training.Date{today.AddDays(chance.IntN(4) - 2)},
			}))
		},
		func() error { return second(w.db.MoveSession(w.ctx, athlete.ID, id, day, &start)) },
		func() error { return second(w.db.LockSession(w.ctx, athlete.ID, id, locks[chance.IntN(4)])) },
		func() error { return w.db.LockDay(w.ctx, athlete.ID, athlete.ID, day, chance.IntN(2) == 0) },
		func() error { return second(w.db.SkipSession(w.ctx, athlete.ID, id, pointer(fmt.Sprint(start)))) },
		func() error {
			result := training.SessionResult{DurationSeconds: 60 + int(start), TSS: chance.Float64() * 100}
			return second(w.db.CompleteSession(w.ctx, athlete.ID, id, result))
		},
		func() error { return w.db.RemoveSession(w.ctx, athlete.ID, id) },
		func() error { return third(w.db.ReopenSession(w.ctx, athlete.ID, id)) },
	}
	var refused *db.ConflictError
	if err := acts[chance.IntN(len(acts))](); err != nil && !errors.As(err, &refused) && !errors.Is(err, db.ErrNotFound) {
		w.Fatal(err)
	}
}

// A plan is taken off by revertPlan and put on again by undo, and so on, in whatever order; the run knows whether it stands.
func TestPlansAreTakenBackAndPutOnAgain(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	run, moved, _, added := w.applied(athlete)
	_, err := w.db.MoveSession(w.ctx, athlete.ID, w.session(athlete, moved.WorkoutID, today, 300).ID, today.AddDays(6), nil)
	w.check(err)
	on := w.standing(athlete)
	_, err = w.db.RevertRun(w.ctx, coach.ID, run.ID)
	w.check(err)
	off := w.standing(athlete)
	for range 2 {
		last, err := w.lastChange(athlete.ID, athlete.ID)
		w.check(err)
		if last.Act != training.ActRevertPlan || last.MadeBy != coach.ID || last.RunID != run.ID || last.Actor() != training.ActorCoach {
			t.Errorf("the last change is %+v", last)
		}
		w.check(second(w.db.UndoChange(w.ctx, coach.ID, athlete.ID, nil)))
		if got := w.standing(athlete); got != on {
			t.Fatalf("put on again the calendar is\n%s\nand was\n%s", got, on)
		}
		w.check(second(w.db.RevertRun(w.ctx, coach.ID, run.ID)))
		if got := w.standing(athlete); got != off {
			t.Fatalf("taken off again the calendar is\n%s\nand was\n%s", got, off)
		}
	}
	w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
	w.conflicts("a coach takes back what the athlete moved", second(w.db.UndoChange(w.ctx, coach.ID, athlete.ID, nil)))
	for range 2 { // the athlete's own session
		w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
	}
	undone, err := w.db.UndoChange(w.ctx, coach.ID, athlete.ID, nil) // what a run does by itself is nobody's own
	w.check(err)
	got := w.dates(athlete)
	if _, stands := got[added.ID]; stands || undone.Act != training.ActApplyPlan || got[moved.ID] != moved.Date {
		t.Errorf("%+v left %v", undone, got)
	}
	w.conflicts("take off what is off", second(w.db.RevertRun(w.ctx, athlete.ID, run.ID)))
}

// Who may take back what, and which change is meant.
func TestUndoAsksWhoAndWhich(t *testing.T) {
	w := newWorld(t)
	athlete, stranger := w.athlete(), w.athlete()
	coach, leaving := w.coachOf(athlete), w.coachOf(athlete)
	workout := w.workout(athlete, easyRun("Run"))
	s := w.session(athlete, workout.ID, today, 420)
	first, err := w.lastChange(coach.ID, athlete.ID)
	w.check(err)
	if first.UndoableBy(coach.ID) || !first.UndoableBy(athlete.ID) {
		t.Error("a coach may take back what the athlete did")
	}
	w.check(second(w.db.CompleteSession(w.ctx, athlete.ID, s.ID, training.SessionResult{DurationSeconds: 2700, TSS: 39})))
	w.conflicts("a coach takes back a completion", second(w.db.UndoChange(w.ctx, coach.ID, athlete.ID, nil)))
	w.conflicts("another one is the last", second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, &first.ID)))
	w.notFound("a stranger", second(w.db.UndoChange(w.ctx, stranger.ID, athlete.ID, nil)))
	w.check(w.db.LockDay(w.ctx, leaving.ID, athlete.ID, today, true))
	w.check(w.db.LockDay(w.ctx, leaving.ID, athlete.ID, today, true)) // changes nothing
	w.check(w.db.LockDay(w.ctx, coach.ID, athlete.ID, today, false))
	w.check(w.db.DeleteUser(w.ctx, auth.UserID(leaving.ID)))
	undone, err := w.db.UndoChange(w.ctx, coach.ID, athlete.ID, nil)
	w.check(err)
	if undone.Act != training.ActUnlockDay || len(w.snapshot(athlete).LockedDays) != 1 {
		t.Errorf("%+v", undone)
	}
	undone, err = w.db.UndoChange(w.ctx, coach.ID, athlete.ID, nil)
	w.check(err)
	if undone.Act != training.ActLockDay || undone.MadeBy != "" || undone.Actor() != training.ActorFormerCoach || len(w.snapshot(athlete).LockedDays) != 0 {
		t.Errorf("%+v", undone)
	}
	w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
	if got := w.snapshot(athlete).Sessions[0]; got.Status != training.Planned || got.Result != nil {
		t.Errorf("the session is %+v", got)
	}
}

// What was done stays what it was, whatever is taken back around it.
func TestUndoAndTheWorkoutAsItWasDone(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	workout := w.workout(coach, easyRun("Easy"))
	s, err := w.db.ScheduleSession(w.ctx, coach.ID, training.PlannedSession{AthleteID: athlete.ID, Date: today, Start: 420, WorkoutID: workout.ID})
	w.check(err)
	w.check(second(w.db.CompleteSession(w.ctx, athlete.ID, s.ID, training.SessionResult{DurationSeconds: 2700, TSS: 39})))
	w.check(second(w.db.UpdateWorkout(w.ctx, coach.ID, workout.ID, 1, becomes(squats("Heavy")))))
	w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
	if now, session := w.asDone(athlete, athlete, s.ID); now.Title != "Easy" || session.Status != training.Planned {
		t.Errorf("taken back: %+v of %s", session, now.Title)
	}
	w.check(second(w.db.UndoChange(w.ctx, coach.ID, athlete.ID, nil)))
	if n := len(w.snapshot(athlete).Sessions); n != 0 {
		t.Errorf("%d sessions after their scheduling was taken back", n)
	}

	// A session that was removed comes back, with the copy that the athlete gets as the coach leaves, as one that was moved has it.
	for _, keep := range []bool{true, false} {
		other := w.coachOf(athlete)
		workout := w.workout(other, easyRun("Other"))
		a, err := w.db.ScheduleSession(w.ctx, other.ID, training.PlannedSession{AthleteID: athlete.ID, Date: today, Start: 420, WorkoutID: workout.ID})
		w.check(err)
		w.check(second(w.db.MoveSession(w.ctx, athlete.ID, a.ID, today.AddDays(1), nil)))
		if !keep {
			w.check(w.db.RemoveSession(w.ctx, athlete.ID, a.ID))
		}
		w.check(w.db.DeleteUser(w.ctx, auth.UserID(other.ID)))
		w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
		if !keep {
			w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
		}
		if now, session := w.asDone(athlete, athlete, a.ID); now.Title != "Other" || session.Date != today {
			t.Errorf("taken back: %+v of %s", session, now.Title)
		}
	}
}

// What an act that is taken back puts onto a calendar again is there: a workout that was deleted meanwhile by whoever had it, as what it was, and what a former
// coach had as the athlete's own. What nothing brings back any more is deleted.
func TestUndoBringsBackWhatWasDeleted(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	for _, of := range []struct {
		name  string
		owner training.User
		goes  func(training.WorkoutID)
		again bool // by its own id
	}{
		{"the athlete's own", athlete, func(id training.WorkoutID) { w.check(w.db.DeleteWorkout(w.ctx, athlete.ID, id)) }, true},
		{"the coach's", coach, func(id training.WorkoutID) { w.check(w.db.DeleteWorkout(w.ctx, coach.ID, id)) }, false},
		{"the coach's, who is a former one then", coach, func(id training.WorkoutID) {
			w.check(second(w.db.RevokeCoach(w.ctx, athlete.ID, coach.ID)))
			w.check(second(w.db.UpdateWorkout(w.ctx, coach.ID, id, 1, becomes(squats("Heavy")))))
			w.check(w.db.DeleteWorkout(w.ctx, coach.ID, id))
		}, false},
	} {
		workout, other := w.workout(of.owner, easyRun("Easy")), w.workout(athlete, squats("Other"))
		schedule := func(start training.LocalTime) training.PlannedSession {
			s, err := w.db.ScheduleSession(w.ctx, of.owner.ID, training.PlannedSession{AthleteID: athlete.ID, Date: today, Start: start, WorkoutID: workout.ID})
			w.check(err)
			return s
		}
		removed, replaced := schedule(420), schedule(600)
		w.check(w.db.RemoveSession(w.ctx, athlete.ID, removed.ID))
		w.check(second(w.db.ReplaceSession(w.ctx, athlete.ID, replaced.ID, other.ID)))
		of.goes(workout.ID)
		if found, err := w.db.WorkoutsByID(w.ctx, of.owner.ID, []training.WorkoutID{workout.ID}); err != nil || !found[workout.ID].Archived && len(found) > 0 {
			w.Errorf("what was deleted is %+v, %v", found[workout.ID], err)
		}
		w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
		w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)))
		for _, s := range []training.PlannedSession{removed, replaced} {
			now, session := w.asDone(athlete, athlete, s.ID)
			if now.Title != "Easy" || now.Archived || now.OwnerID != athlete.ID || (now.ID == workout.ID) != of.again || session.Date != today || session.Status != training.Planned {
				w.Errorf("%s: %+v of %+v", of.name, session, now)
			}
		}
		w.check(second(w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil))) // the scheduling of the other: what has got a copy since is as it was scheduled
		if n := len(w.snapshot(athlete).Sessions); n != 1 {
			w.Errorf("%s: %d sessions after a scheduling was taken back", of.name, n)
		}
		w.check(w.db.RemoveSession(w.ctx, athlete.ID, removed.ID))
	}
	w.exec("DELETE FROM calendar_changes")
	last := w.workout(athlete, easyRun("Last"))
	w.check(w.db.DeleteWorkout(w.ctx, athlete.ID, last.ID))
	if n := w.count("SELECT count(*) FROM workouts WHERE archived AND owner_id = $1", athlete.ID); n != 0 {
		w.Errorf("%d workouts are kept for nothing", n)
	}
}

// So it is with a plan that is taken off: what it took away is there again, whatever became of the workout.
func TestAPlanThatIsTakenOffBringsBackWhatWasDeleted(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	mine, planned := w.workout(athlete, easyRun("Mine")), w.workout(athlete, squats("Planned"))
	s := w.session(athlete, mine.ID, today.AddDays(1), 420)
	run := w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	outcome := runs.Outcome{Status: runs.Succeeded, Revision: w.revision(athlete), Proposal: []runs.ProposedSession{{
		ID: training.SessionID(fmt.Sprintf("00000000-0000-4000-8000-%012d", 1)), Date: today.AddDays(2), Start: 420, WorkoutID: planned.ID,
	}}}
	w.check(w.db.Finish(w.ctx, lease, outcome, nil, &runs.RunSucceeded{EventHead: head("done")}))
	w.check(second(w.db.ApplyRun(w.ctx, athlete.ID, run.ID, 1)))
	if list := w.snapshot(athlete).Sessions; len(list) != 1 || list[0].ID == s.ID {
		t.Fatalf("the plan left %+v", list)
	}
	w.check(w.db.DeleteWorkout(w.ctx, athlete.ID, mine.ID))
	w.check(second(w.db.RevertRun(w.ctx, athlete.ID, run.ID)))
	if now, session := w.asDone(athlete, athlete, s.ID); now.ID != mine.ID || now.Archived || session.Date != s.Date {
		t.Errorf("%+v of %+v", session, now)
	}
}

func TestUndoOfReopening(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	for _, change := range []bool{false, true} {
		workout := w.workout(athlete, easyRun("Easy"))
		s := w.done(athlete, workout.ID, today)
		w.check(third(w.db.ReopenSession(w.ctx, athlete.ID, s.ID)))
		if change {
			w.check(second(w.db.UpdateWorkout(w.ctx, athlete.ID, workout.ID, 1, becomes(squats("Heavy")))))
		}
		undone, err := w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)
		if change {
			w.conflicts("undo", err)
			continue
		}
		w.check(err)
		_, session := w.asDone(athlete, athlete, s.ID)
		if undone.Act != training.ActReopen || !reflect.DeepEqual(session.PlannedSession, s) {
			t.Errorf("%+v left %+v", undone, session)
		}
	}
}

func TestUndoOfWhatMovedSaysSo(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	s := w.session(athlete, workout.ID, today, 420)
	w.exec("UPDATE planned_sessions SET date = date + 1 WHERE id = $1", s.ID) // by nothing that is noted
	_, err := w.db.UndoChange(w.ctx, athlete.ID, athlete.ID, nil)
	w.conflicts("undo", err)
	if err == nil || !strings.Contains(err.Error(), "the session of 2026-11-25 at 07:00 has been moved to 2026-11-26") {
		t.Errorf("got %v", err)
	}
}

func TestKeptChangesAreBounded(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	s := w.session(athlete, workout.ID, today, 420)
	for i := range 60 {
		w.check(second(w.db.MoveSession(w.ctx, athlete.ID, s.ID, today, pointer(training.LocalTime(i)))))
	}
	w.check(second(w.db.MoveSession(w.ctx, athlete.ID, s.ID, today, pointer(training.LocalTime(59))))) // changes nothing
	if n := w.count("SELECT count(*) FROM calendar_changes"); n != 50 {
		t.Errorf("%d changes are kept", n)
	}
	w.clock.Add(int64(91 * 24 * time.Hour / time.Second))
	if _, err := w.lastChange(athlete.ID, athlete.ID); !errors.Is(err, db.ErrNotFound) {
		t.Errorf("an old change: %v", err)
	}
	w.session(athlete, workout.ID, today.AddDays(90), 420)
	if n := w.count("SELECT count(*) FROM calendar_changes"); n != 1 {
		t.Errorf("%d changes are kept", n)
	}
}

// A plan does not put on a workout that was deleted while it waited, even where others keep it for what they did.
func TestNoPlanSchedulesWhatIsArchived(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	w.done(athlete, workout.ID, today.AddDays(-1))
	run := w.run(athlete, athlete, nil)
	_, _, lease := w.claim()
	outcome := runs.Outcome{Status: runs.Succeeded, Revision: w.revision(athlete), Proposal: []runs.ProposedSession{{
		ID: training.SessionID(fmt.Sprintf("00000000-0000-4000-8000-%012d", 1)), Date: today.AddDays(1), Start: 420, WorkoutID: workout.ID,
	}}}
	w.check(w.db.Finish(w.ctx, lease, outcome, nil, &runs.RunSucceeded{EventHead: head("done")}))
	w.check(w.db.DeleteWorkout(w.ctx, athlete.ID, workout.ID))
	_, err := w.db.ApplyRun(w.ctx, athlete.ID, run.ID, 1)
	w.conflicts("apply", err)
	if n := len(w.snapshot(athlete).Sessions); n != 1 {
		t.Errorf("%d sessions", n)
	}
}
