package db_test

import (
	"testing"

	"fortnight/db/migration"
	"fortnight/session"
	"fortnight/training"
)

// sweetSpot is three times twelve minutes at some watts.
func sweetSpot(title string, watts float64) training.Workout {
	step := func(seconds int, intent training.Intent, t training.Target) training.EnduranceStep {
		return training.EnduranceStep{StepText: training.StepText{Intent: intent}, End: training.After(seconds), Target: t}
	}
	return training.Workout{Title: title, Sport: training.Ride, Focus: training.FocusTempo, Blocks: []training.Block{
		{Name: "Warm up", Sport: training.Ride, Repeats: 1, Steps: training.Steps{step(900, training.IntentWarmUp, training.AtThreshold(0.6))}},
		{Name: "Main", Sport: training.Ride, Repeats: 3, Steps: training.Steps{
			step(720, training.IntentWork, training.Target{Kind: training.OfWatts, Shape: training.Steady, Start: watts, End: watts}),
			step(240, training.IntentRecovery, training.AtThreshold(0.5)),
		}},
	}}
}

// TestWattsAreReadByWhoDoesThem: a workout of absolute targets is what it is for its owner, now; on a calendar what it is for the athlete, by the
// thresholds of the day; and for nobody nothing.
func TestWattsAreReadByWhoDoesThem(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	ftp := func(u training.User, watts int, on training.Date) {
		_, err := w.db.UpdateUser(w.ctx, u.ID, u.ID, func(u *training.User) error {
			u.Profile.FTPWatts, u.Profile.MeasuredOn = &watts, &on
			return nil
		})
		w.check(err)
	}
	before := w.workout(athlete, sweetSpot("Nobody knows yet", 182))
	if before.Family != "" {
		t.Errorf("without a threshold 182 W are %s", before.Family)
	}
	ftp(athlete, 200, today.AddDays(-30))
	ftp(coach, 400, today.AddDays(-30))
	own, theirs := w.workout(athlete, sweetSpot("Own", 182)), w.workout(coach, sweetSpot("Theirs", 182))
	all := w.shared(sweetSpot("Everybody's", 182))
	reads := func(id training.WorkoutID, family string, level int) int {
		t.Helper()
		got, err := w.db.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{id})
		w.check(err)
		if is := got[id]; is.Family != family || is.FamilyLevel != level {
			t.Errorf("%s is read as %q %d, want %q %d", is.Title, is.Family, is.FamilyLevel, family, level)
		}
		found, err := w.db.ListWorkouts(w.ctx, athlete.ID, session.WorkoutFilter{Families: []session.ID{"B-SS"}, Mine: pointer(true)}, training.OrderTitle, 50, "")
		w.check(err)
		in := false
		for _, e := range found.Items {
			in = in || e.ID == id
		}
		if in != (family == "B-SS") && got[id].OwnerID == athlete.ID {
			t.Errorf("%s is found as sweet spot: %t", got[id].Title, in)
		}
		return got[id].Revision
	}
	reads(before.ID, "B-SS", 5)
	reads(all.ID, "", 0)
	if n := reads(own.ID, "B-SS", 5); n != 1 {
		t.Errorf("revision %d", n)
	}
	then := w.session(athlete, own.ID, today.AddDays(-5), 8*60)
	later, err := w.db.ScheduleSession(w.ctx, coach.ID, training.PlannedSession{AthleteID: athlete.ID, Date: today.AddDays(-4), Start: 8 * 60, WorkoutID: theirs.ID})
	w.check(err)
	after := w.session(athlete, own.ID, today.AddDays(2), 8*60)
	stands := w.session(athlete, all.ID, today.AddDays(3), 8*60)
	ftp(athlete, 260, today.AddDays(-1))
	if n := reads(own.ID, "B-EASY", 0); n != 2 {
		t.Errorf("revision %d: what it is read as is another thing", n)
	}
	reads(before.ID, "B-EASY", 0)
	read := map[training.SessionID]string{}
	for _, s := range w.snapshot(athlete).Sessions {
		read[s.ID] = s.Family
	}
	if read[then.ID] != "B-SS" || read[later.ID] != "B-SS" || read[after.ID] != "B-EASY" || read[stands.ID] != "B-EASY" {
		t.Errorf("at 200 W own %q and the coach's %q, at 260 W own %q and everybody's %q", read[then.ID], read[later.ID], read[after.ID], read[stands.ID])
	}
	changed, err := w.db.UpdateWorkout(w.ctx, athlete.ID, own.ID, 2, func(o *training.Workout) error { o.Blocks = sweetSpot("", 236).Blocks; return nil })
	w.check(err)
	if changed.Family != "B-SS" || changed.FamilyLevel != 5 {
		t.Errorf("236 W of 260 are %q %d", changed.Family, changed.FamilyLevel)
	}
	w.exec("UPDATE workouts SET family = 'R-THR', level = 3, reading = 0, by_thresholds = false WHERE id = ANY ($1)", []string{string(own.ID), string(all.ID)})
	other := w.open()
	w.check(other.Migrate(w.ctx, func(migration.Step) {}))
	got, err := other.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{own.ID, all.ID})
	w.check(err)
	if got[own.ID].Family != "B-SS" || got[own.ID].Revision != 3 || got[all.ID].Family != "" {
		t.Errorf("read anew as %q, revision %d, and %q", got[own.ID].Family, got[own.ID].Revision, got[all.ID].Family)
	}
}
