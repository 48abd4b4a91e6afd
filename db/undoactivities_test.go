package db_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"fortnight/training"
)

// 12 §2: every act on activities is taken back with all that it did to sessions, one after the other, to where it all began.
func TestEveryActOnActivitiesIsTakenBack(t *testing.T) {
	w := newWorld(t)
	day := today.AddDays(-1)
	a, s := w.ridePlanned(day)
	other := w.session(a, s.WorkoutID, day.AddDays(-1), 420)
	named := imported("wahoo:1", day.AddDays(-1), 900)
	named.SessionID = other.ID
	longer := imported("garmin:1", day, 421)
	longer.DurationSeconds, longer.TSS, longer.DistanceMeters = 3700, 1e-9, pointer(1234.5678)
	var garmin, strava training.ActivityID
	logs := func(all ...training.Activity) func() error {
		return func() error {
			logged, err := w.db.LogActivities(w.ctx, a.ID, a.ID, all)
			if err == nil && garmin == "" {
				garmin, strava = logged.Activities[0].ID, logged.Activities[1].ID
			}
			return err
		}
	}
	steps := []struct {
		act training.CalendarAct
		do  func() error
	}{
		{training.ActSkip, func() error { return second(w.db.SkipSession(w.ctx, a.ID, other.ID, pointer("rain"))) }},
		{training.ActLogActivities, logs(imported("garmin:1", day, 420), imported("strava:1", day, 424), named)},
		{training.ActLogActivities, logs(longer, imported("garmin:2", today, 420))},
		{training.ActComplete, func() error { return second(w.db.CompleteSession(w.ctx, a.ID, s.ID, byHand)) }},
		{training.ActKeepActivities, func() error { return third(w.db.KeepBothActivities(w.ctx, a.ID, strava)) }},
		{training.ActUnlinkActivity, func() error { return third(w.db.UnlinkActivity(w.ctx, a.ID, garmin)) }},
		{training.ActLinkActivity, func() error { return third(w.db.LinkActivity(w.ctx, a.ID, strava, s.ID)) }},
		{training.ActMergeActivities, func() error { return third(w.db.MergeActivities(w.ctx, a.ID, garmin, strava)) }},
		{training.ActReopen, func() error { return third(w.db.ReopenSession(w.ctx, a.ID, other.ID)) }},
		{training.ActLinkActivity, func() error { return third(w.db.LinkActivity(w.ctx, a.ID, garmin, other.ID)) }},
		{training.ActRemoveActivity, func() error { return third(w.db.RemoveActivity(w.ctx, a.ID, garmin)) }},
		{training.ActRemove, func() error { return w.db.RemoveSession(w.ctx, a.ID, other.ID) }},
		{training.ActReopen, func() error { return third(w.db.ReopenSession(w.ctx, a.ID, s.ID)) }},
	}
	states := []string{w.standing(a)}
	for _, step := range steps {
		revision := w.revision(a)
		w.check(step.do())
		states = append(states, w.standing(a))
		if w.revision(a) != revision+1 || states[len(states)-1] == states[len(states)-2] {
			t.Errorf("%s: revision %d after %d", step.act, w.revision(a), revision)
		}
		w.clock.Add(60)
	}
	for i := len(steps) - 1; i >= 0; i-- {
		if got := w.undone(a, states[i+1], states[i]); got.Act != steps[i].act || got.MadeBy != a.ID || len(got.Days) == 0 {
			t.Errorf("taken back: %+v, want %s", got, steps[i].act)
		}
	}
}

// What an import did to many days is taken back at once: what it brought, what it replaced, what it completed.
func TestAnImportIsTakenBack(t *testing.T) {
	w := newWorld(t)
	a, s := w.ridePlanned(today)
	var all []training.Activity
	for i := range 500 {
		all = append(all, imported(fmt.Sprintf("garmin:%d", i), today.AddDays(-i), 420))
	}
	w.log(a, all[100:200]...)
	before := w.standing(a)
	for i := range all {
		all[i].TSS = 60
	}
	w.log(a, all...)
	if got := w.sessionNow(a, s.ID); got.Status != training.Completed {
		t.Errorf("%+v", got)
	}
	undone := w.undone(a, w.standing(a), before)
	if undone.Act != training.ActLogActivities || len(undone.Days) != 500 || undone.Days[0] != today.AddDays(-499) || undone.TooLarge {
		t.Errorf("%s of %d days", undone.Act, len(undone.Days))
	}
}

// Who may take back what was done with activities: nobody but the athlete what the athlete did.
func TestUndoOfActivitiesAsksWho(t *testing.T) {
	w := newWorld(t)
	a, s := w.ridePlanned(today)
	coach := w.coachOf(a)
	undo := func(who training.User) error { return second(w.db.UndoChange(w.ctx, who.ID, a.ID, nil)) }
	planned := w.standing(a)
	_, err := w.db.LogActivities(w.ctx, coach.ID, a.ID, []training.Activity{imported("garmin:1", today, 420)})
	w.check(err)
	w.check(undo(coach)) // what the coach brought
	if got := w.standing(a); got != planned {
		t.Errorf("got\n%s\nwant\n%s", got, planned)
	}
	ride := w.log(a, imported("garmin:1", today, 420))[0]
	w.conflicts("the athlete's import", undo(coach))
	done := w.standing(a)
	longer := imported("garmin:1", today, 420)
	longer.DurationSeconds = 3900
	_, err = w.db.LogActivities(w.ctx, coach.ID, a.ID, []training.Activity{longer, imported("strava:1", today, 421)})
	w.check(err)
	w.check(undo(coach)) // the athlete's stays, and what is done stays done
	if got := w.standing(a); got != done {
		t.Errorf("got\n%s\nwant\n%s", got, done)
	}
	w.conflicts("the athlete's import, after the coach's", undo(coach))
	_, _, err = w.db.RemoveActivity(w.ctx, a.ID, ride.ID)
	w.check(err)
	w.conflicts("the athlete's removal", undo(coach))
	w.check(undo(a))
	if got := w.standing(a); got != done {
		t.Errorf("got\n%s\nwant\n%s", got, done)
	}
	w.check(undo(a))
	if got := w.sessionNow(a, s.ID); !reflect.DeepEqual(got, s) {
		t.Errorf("%+v, want %+v", got, s)
	}
}

// What has moved since is said, and nothing is taken back.
func TestUndoOfActivitiesThatMovedSaysSo(t *testing.T) {
	for sql, want := range map[string]string{
		"UPDATE activities SET tss = 45": "the activity of 2026-11-25 has been changed",
		"DELETE FROM activities":         "the activity of 2026-11-25 has been removed",
	} {
		w := newWorld(t)
		a, _ := w.ridePlanned(today)
		w.log(a, imported("garmin:1", today, 420))
		w.exec(sql) // by nothing that is noted
		_, err := w.db.UndoChange(w.ctx, a.ID, a.ID, nil)
		w.conflicts("undo", err)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// What was done by an activity is done again by undo, unless its workout is another by now.
func TestUndoOfRemovalAndTheWorkoutAsItWasDone(t *testing.T) {
	w := newWorld(t)
	for _, change := range []bool{false, true} {
		a, s := w.ridePlanned(today)
		ride := w.log(a, imported("garmin:1", today, 420))[0]
		done := w.standing(a)
		_, _, err := w.db.RemoveActivity(w.ctx, a.ID, ride.ID)
		w.check(err)
		if change {
			w.check(second(w.db.UpdateWorkout(w.ctx, a.ID, s.WorkoutID, 1, becomes(squats("Heavy")))))
		}
		_, err = w.db.UndoChange(w.ctx, a.ID, a.ID, nil)
		if change {
			w.conflicts("undo", err)
			continue
		}
		w.check(err)
		if got := w.standing(a); got != done {
			t.Errorf("got\n%s\nwant\n%s", got, done)
		}
	}
}

// foreignWords is text that neither JSON nor the database makes shorter.
func foreignWords(chance *rand.Rand) string {
	text := make([]rune, 200)
	for i := range text {
		text[i] = rune(0x4e00 + chance.IntN(0x5000))
	}
	return string(text)
}

// The journal has bounds in bytes: large changes push old ones out, and one that is too large is named, not kept.
func TestKeptChangesAreBoundedInBytes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	chance := rand.New(rand.NewPCG(12, 2))
	a, _ := w.ridePlanned(today.AddDays(2))
	stored := func() int {
		return w.count("SELECT sum(pg_column_size(images)) FROM calendar_changes WHERE athlete_id = $1", a.ID)
	}
	all := make([]training.Activity, 500)
	for i := range all {
		all[i] = imported(foreignWords(chance), today.AddDays(-2*i), 420)
	}
	var states []string
	for n := range 28 {
		for i := range all {
			all[i].TSS = float64(n)
		}
		w.log(a, all...)
		states = append(states, w.standing(a))
	}
	kept := w.count("SELECT count(*) FROM calendar_changes WHERE athlete_id = $1", a.ID)
	if bytes := stored(); bytes > 8<<20 || bytes < 6<<20 || kept < 3 || kept >= 28 {
		t.Errorf("%d changes of %d bytes are kept", kept, bytes)
	}
	last, err := w.lastChange(a.ID, a.ID)
	w.check(err)
	if last.TooLarge || !last.UndoableBy(a.ID) {
		t.Errorf("%+v", last)
	}
	w.undone(a, states[27], states[26])

	aliases := make([]string, 8)
	for i := range aliases {
		aliases[i] = foreignWords(chance)
	}
	w.exec("UPDATE activities SET aliases = $1", aliases) // as of many mergers
	for i := range all {
		all[i].TSS = 99
	}
	revision := w.revision(a)
	w.log(a, all...)
	now := w.standing(a)
	last, err = w.lastChange(a.ID, a.ID)
	w.check(err)
	if !last.TooLarge || last.UndoableBy(a.ID) || last.Act != training.ActLogActivities || len(last.Days) != 500 || w.revision(a) != revision+1 {
		t.Errorf("%s %v of %d days", last.Act, last.TooLarge, len(last.Days))
	}
	_, err = w.db.UndoChange(w.ctx, a.ID, a.ID, nil)
	w.conflicts("undo", err)
	if w.standing(a) != now {
		t.Error("something has changed")
	}
	w.session(a, w.workout(a, easyRide()).ID, today.AddDays(1), 420) // what comes after can be taken back
	w.undone(a, w.standing(a), now)
}
