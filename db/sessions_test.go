package db_test

import (
	"fmt"
	"reflect"
	"sync"
	"testing"

	"fortnight/rules"
	"fortnight/training"
)

func TestSessionsLife(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	s := w.session(athlete, workout.ID, today, 420)
	result := training.SessionResult{DurationSeconds: 2650, TSS: 41.5, RPE: pointer(4), Comment: pointer("it's fine"), CompletedShare: pointer(0.85)}
	done, err := w.db.CompleteSession(w.ctx, athlete.ID, s.ID, result)
	w.check(err)
	result.CompletedAt = w.now()
	want := s
	want.Status, want.Result = training.Completed, &result
	read, err := w.db.SessionsByID(w.ctx, athlete.ID, []training.SessionID{s.ID})
	w.check(err)
	if !reflect.DeepEqual(done, want) || !reflect.DeepEqual(read[s.ID], want) {
		t.Errorf("got  %+v\nread %+v\nwant %+v", done, read[s.ID], want)
	}
	_, err = w.db.MoveSession(w.ctx, athlete.ID, s.ID, today.AddDays(1), nil)
	w.conflicts("move what is done", err)
	w.conflicts("remove what is done", w.db.RemoveSession(w.ctx, athlete.ID, s.ID))
	_, err = w.db.LockSession(w.ctx, athlete.ID, s.ID, pointer(training.LockDay))
	w.conflicts("lock what is done", err)
	_, err = w.db.SkipSession(w.ctx, athlete.ID, s.ID, nil)
	w.conflicts("skip what is done", err)
	coach := w.coachOf(athlete)
	_, err = w.db.CompleteSession(w.ctx, coach.ID, s.ID, result)
	w.conflicts("correction by a coach", err)
	result.RPE = pointer(5)
	_, err = w.db.CompleteSession(w.ctx, athlete.ID, s.ID, result)
	w.check(err)
	later := w.session(athlete, workout.ID, today.AddDays(1), 420)
	_, err = w.db.CompleteSession(w.ctx, athlete.ID, later.ID, result)
	w.conflicts("do tomorrow's today", err)
	skipped, err := w.db.SkipSession(w.ctx, coach.ID, later.ID, pointer("ill"))
	w.check(err)
	if skipped.Status != training.Skipped || skipped.SkippedOn == nil || *skipped.SkippedOn != today {
		t.Errorf("%+v", skipped)
	}
	read, err = w.db.SessionsByID(w.ctx, athlete.ID, []training.SessionID{later.ID})
	w.check(err)
	if got := read[later.ID].SkippedOn; got == nil || *got != today {
		t.Errorf("the day on which it was skipped is read as %v", got)
	}
}

func TestLocksHoldWhatTheySay(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	for _, c := range []struct {
		lock             training.LockScope
		day, start, gone bool // whether each is refused
	}{
		{training.LockEverything, true, true, true},
		{training.LockDay, true, false, true},
		{training.LockStart, true, true, true},
		{training.LockContent, false, false, true},
	} {
		s := w.session(athlete, workout.ID, today, 420)
		_, err := w.db.LockSession(w.ctx, athlete.ID, s.ID, &c.lock)
		w.check(err)
		for what, attempt := range map[string]struct {
			refused bool
			err     error
		}{
			"start": {c.start, second(w.db.MoveSession(w.ctx, athlete.ID, s.ID, today, pointer(training.LocalTime(430))))},
			"day":   {c.day, second(w.db.MoveSession(w.ctx, athlete.ID, s.ID, today.AddDays(1), nil))},
			"gone":  {c.gone, w.db.RemoveSession(w.ctx, athlete.ID, s.ID)},
		} {
			if attempt.refused {
				w.conflicts(string(c.lock)+" "+what, attempt.err)
			} else if attempt.err != nil {
				t.Errorf("%s %s: %v", c.lock, what, attempt.err)
			}
		}
		_, err = w.db.LockSession(w.ctx, athlete.ID, s.ID, nil)
		w.check(err)
		w.check(w.db.RemoveSession(w.ctx, athlete.ID, s.ID))
	}
}

func second[T any](_ T, err error) error { return err }

func third[T, U any](_ T, _ U, err error) error { return err }

func TestLockedDayStaysAsItIs(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	workout := w.workout(athlete, easyRun("Run"))
	on, off := w.session(athlete, workout.ID, today, 420), w.session(athlete, workout.ID, today.AddDays(1), 420)
	w.check(w.db.LockDay(w.ctx, athlete.ID, athlete.ID, today, true))
	revision := w.revision(athlete)
	w.check(w.db.LockDay(w.ctx, coach.ID, athlete.ID, today, true))
	_, err := w.db.MoveSession(w.ctx, coach.ID, on.ID, today.AddDays(2), nil)
	w.conflicts("move away", err)
	_, err = w.db.MoveSession(w.ctx, coach.ID, off.ID, today, nil)
	w.conflicts("move there", err)
	_, err = w.db.ScheduleSession(w.ctx, coach.ID, training.PlannedSession{AthleteID: athlete.ID, Date: today, Start: 600, WorkoutID: workout.ID})
	w.conflicts("add", err)
	w.conflicts("remove", w.db.RemoveSession(w.ctx, coach.ID, on.ID))
	if w.revision(athlete) != revision {
		t.Errorf("revision %d after %d", w.revision(athlete), revision)
	}
	_, err = w.db.CompleteSession(w.ctx, athlete.ID, on.ID, training.SessionResult{DurationSeconds: 2700, TSS: 40})
	w.check(err)
	w.check(w.db.LockDay(w.ctx, athlete.ID, athlete.ID, today, false))
	_, err = w.db.MoveSession(w.ctx, coach.ID, off.ID, today, nil)
	w.check(err)
}

func TestADayHasRoomForTwelve(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	workout := w.workout(athlete, easyRun("Run"))
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			_, _ = w.db.ScheduleSession(w.ctx, athlete.ID, training.PlannedSession{AthleteID: athlete.ID, Date: today, Start: 600, WorkoutID: workout.ID})
		})
	}
	group.Wait()
	if n := w.count("SELECT count(*) FROM planned_sessions"); n != 12 || w.revision(athlete) != 13 {
		t.Errorf("%d sessions, revision %d", n, w.revision(athlete))
	}
}

func TestScheduleNeedsAWorkoutOfOnesOwn(t *testing.T) {
	w := newWorld(t)
	athlete, stranger := w.athlete(), w.athlete()
	coach := w.coachOf(athlete)
	s := training.PlannedSession{AthleteID: athlete.ID, Date: today, Start: 600}
	for name, workout := range map[string]training.WorkoutID{
		"the athlete's": w.workout(athlete, easyRun("Run")).ID,
		"the coach's":   w.workout(coach, easyRun("Run")).ID,
		"shared":        w.shared(easyRun("Run")).ID,
	} {
		s.WorkoutID = workout
		if _, err := w.db.ScheduleSession(w.ctx, coach.ID, s); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, id := range []training.WorkoutID{"", "x", w.workout(stranger, easyRun("Run")).ID} {
		s.WorkoutID = id
		_, err := w.db.ScheduleSession(w.ctx, coach.ID, s)
		w.notFound("workout "+string(id), err)
	}
}

func TestSnapshotIsMeasuredForTheAthlete(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	_, err := w.db.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error {
		u.Profile.TimeZone, u.Profile.ThresholdSecondsPerKilometer = "Pacific/Kiritimati", pointer(400) // UTC+14
		return nil
	})
	w.check(err)
	byDistance := easyRun("10 km")
	byDistance.Blocks[0].Steps = training.Steps{training.EnduranceStep{End: training.AfterMeters(10_000), Target: training.AtThreshold(0.75)}}
	workout := w.workout(athlete, byDistance)
	s := w.session(athlete, workout.ID, today.AddDays(1), 420)
	w.session(athlete, workout.ID, today.AddDays(14), 420) // behind the last day
	old := w.session(athlete, workout.ID, today.AddDays(-100), 420)
	forgotten := w.session(athlete, workout.ID, today.AddDays(-rules.HistoryDays-1), 420)
	_, err = w.db.CompleteSession(w.ctx, athlete.ID, old.ID, training.SessionResult{DurationSeconds: 3600, TSS: 50})
	w.check(err)
	w.check(w.db.LockDay(w.ctx, athlete.ID, athlete.ID, today.AddDays(2), true))
	for _, day := range []int{-60, -50, -10, 3} {
		_, err = w.db.SaveCheckIn(w.ctx, athlete.ID, athlete.ID, training.CheckInUpdate{Says: training.SaysAll, CheckIn: training.CheckIn{
			Date: today.AddDays(day), Sick: day == 3, Banned: []training.MuscleGroup{training.Legs}, BannedSports: []training.Sport{training.Run},
			Soreness: []training.Soreness{{MuscleGroup: training.Core, Level: 3}},
		}})
		w.check(err)
	}
	w.check(w.db.SetOverride(w.ctx, athlete.ID, athlete.ID, "LD-3", pointer(1.25)))
	_, err = w.db.LogActivities(w.ctx, athlete.ID, athlete.ID, []training.Activity{activity(today.AddDays(-300), nil), activity(today.AddDays(-900), nil)})
	w.check(err)
	got := w.snapshot(athlete)
	if got.Today != today.AddDays(1) || got.Revision != w.revision(athlete) || len(got.Sessions) != 2 || got.Sessions[0].ID != old.ID || got.Sessions[1].ID != s.ID {
		t.Errorf("today %s, revision %d, sessions %+v; %s is too old", got.Today, got.Revision, got.Sessions, forgotten.ID)
	}
	if want := training.Measure(workout.Sport, workout.Blocks, got.Athlete.Profile.Thresholds); !reflect.DeepEqual(got.Sessions[1].Load, want) || want.DurationSeconds == workout.DurationSeconds {
		t.Errorf("load %+v, want %+v", got.Sessions[1].Load, want)
	}
	if len(got.CheckIns) != 3 || got.CheckIns[0].Date != today.AddDays(-50) || !got.CheckIns[2].Sick || got.CheckIns[2].BannedSports[0] != training.Run ||
		got.CheckIns[0].Banned[0] != training.Legs || got.CheckIns[0].Soreness[0].Level != 3 {
		t.Errorf("check-ins %+v", got.CheckIns)
	}
	if !reflect.DeepEqual(got.LockedDays, []training.Date{today.AddDays(2)}) || !reflect.DeepEqual(got.Overrides, []rules.Override{{RuleID: "LD-3", Limit: 1.25}}) || len(got.Activities) != 1 {
		t.Errorf("%v %v %d activities", got.LockedDays, got.Overrides, len(got.Activities))
	}
}

func activity(date training.Date, externalID *string) training.Activity {
	return training.Activity{
		ExternalID: externalID, Date: date, Start: pointer(training.LocalTime(400)), Sport: training.Ride, DurationSeconds: 3600, TSS: 55.5,
		LoadMethod: training.NormalizedPower, RPE: pointer(5), IntensityFactor: pointer(0.74), DistanceMeters: pointer(30_000.5),
		PaceFactor: pointer(0.75),
	}
}

func TestActivitiesReplaceByExternalID(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	one, two := activity(today, pointer("a")), activity(today.AddDays(-1), nil)
	first := w.log(athlete, one, two)
	one.TSS, one.Start = 80, nil
	again := w.log(athlete, one)
	page, err := w.db.Activities(w.ctx, athlete.ID, athlete.ID, nil, nil, 10, "")
	w.check(err)
	if again[0].ID != first[0].ID || !reflect.DeepEqual(page.Items, []training.Activity{again[0], first[1]}) {
		t.Errorf("got  %+v\nwant %+v", page.Items, again)
	}
	_, err = w.db.LogActivities(w.ctx, athlete.ID, athlete.ID, []training.Activity{one, one})
	w.refused("one name twice", "activities[1].externalId", err)
	for _, id := range []training.SessionID{"x", training.SessionID(first[0].ID)} {
		one.SessionID = id
		_, err = w.db.LogActivities(w.ctx, athlete.ID, athlete.ID, []training.Activity{one})
		w.refused("session "+string(id), "activities[0].sessionId", err)
	}
}

func TestActivitiesArePaged(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	var all []training.Activity
	for i := range 9 {
		a := activity(today.AddDays(-i/3), pointer(fmt.Sprintf("watch:%d", i)))
		if i%3 == 0 {
			a.Start = nil
		}
		all = append(all, a)
	}
	_, err := w.db.LogActivities(w.ctx, athlete.ID, athlete.ID, all)
	w.check(err)
	seen, after := map[training.ActivityID]bool{}, ""
	for range 5 {
		page, err := w.db.Activities(w.ctx, athlete.ID, athlete.ID, nil, nil, 2, after)
		w.check(err)
		for _, a := range page.Items {
			seen[a.ID] = true
		}
		after = page.Cursors[len(page.Cursors)-1]
		if page.HasNext != (len(seen) < 9) {
			t.Errorf("after %d: HasNext is %v", len(seen), page.HasNext)
		}
	}
	if len(seen) != 9 {
		t.Errorf("%d activities", len(seen))
	}
}

func TestEventsAndOverrides(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	e, err := w.db.SaveEvent(w.ctx, athlete.ID, athlete.ID, training.Event{Name: "Race", Date: today, Sport: training.Run, Priority: training.EventB})
	w.check(err)
	longer := func(e *training.Event, _ training.Date) error {
		e.Name, e.DistanceMeters = "Longer race", pointer(42195.0)
		return nil
	}
	e, of, err := w.db.ChangeEvent(w.ctx, athlete.ID, "", e.ID, longer)
	if w.check(err); of != athlete.ID || e.Name != "Longer race" || e.Priority != training.EventB {
		t.Errorf("changed is %+v of %s", e, of)
	}
	revision := w.count("SELECT revision FROM calendars WHERE athlete_id = $1", athlete.ID)
	_, _, err = w.db.ChangeEvent(w.ctx, athlete.ID, athlete.ID, e.ID, longer)
	if w.check(err); w.count("SELECT revision FROM calendars WHERE athlete_id = $1", athlete.ID) != revision {
		t.Error("what changes nothing of an event has another revision")
	}
	user, err := w.db.User(w.ctx, athlete.ID, athlete.ID)
	w.check(err)
	if !reflect.DeepEqual(user.Profile.Events, []training.Event{e}) {
		t.Errorf("%+v", user.Profile.Events)
	}
	removed, _, err := w.db.RemoveEvent(w.ctx, athlete.ID, e.ID)
	w.check(err)
	if !reflect.DeepEqual(removed, e) {
		t.Errorf("removed %+v", removed)
	}
	_, _, err = w.db.RemoveEvent(w.ctx, athlete.ID, e.ID)
	w.notFound("remove again", err)
	for range training.MaxEvents {
		_, err = w.db.SaveEvent(w.ctx, athlete.ID, athlete.ID, training.Event{Name: "Race", Date: today, Sport: training.Run, Priority: training.EventC})
		w.check(err)
	}
	_, err = w.db.SaveEvent(w.ctx, athlete.ID, athlete.ID, training.Event{Name: "Race", Date: today, Sport: training.Run, Priority: training.EventC})
	w.conflicts("one event more", err)

	w.check(w.db.SetOverride(w.ctx, athlete.ID, athlete.ID, "INT-1", pointer(2.0)))
	w.check(w.db.SetOverride(w.ctx, athlete.ID, athlete.ID, "INT-1", pointer(3.0)))
	found, err := w.db.OverridesByID(w.ctx, athlete.ID, []training.UserID{athlete.ID})
	w.check(err)
	if overrides := found[athlete.ID]; len(found) != 1 || !reflect.DeepEqual(overrides, []rules.Override{{RuleID: "INT-1", Limit: 3}}) {
		t.Errorf("%v", overrides)
	}
	w.check(w.db.SetOverride(w.ctx, athlete.ID, athlete.ID, "INT-1", nil))
	if found, err = w.db.OverridesByID(w.ctx, athlete.ID, []training.UserID{athlete.ID}); err != nil || len(found) != 1 || len(found[athlete.ID]) != 0 {
		t.Errorf("%v, %v", found, err)
	}
	w.notFound("no rule", w.db.SetOverride(w.ctx, athlete.ID, athlete.ID, "'; DROP", pointer(1.0)))
	w.refused("no limit", "limit", w.db.SetOverride(w.ctx, athlete.ID, athlete.ID, "INT-1", pointer(1e308)))
}

// TestEveryWriteThatFeedsThePlanGrowsTheRevision by exactly one.
func TestEveryWriteThatFeedsThePlanGrowsTheRevision(t *testing.T) {
	w := newWorld(t)
	a := w.athlete()
	workout := w.workout(a, easyRun("Run"))
	s, gone := w.session(a, workout.ID, today, 420), w.session(a, workout.ID, today, 500)
	ride := w.log(a, activity(today.AddDays(-3), pointer("garmin:1")))[0]
	copies := w.log(a, activity(today.AddDays(-3), pointer("strava:1")), activity(today.AddDays(-3), pointer("wahoo:1")))
	event, err := w.db.SaveEvent(w.ctx, a.ID, a.ID, training.Event{Name: "Race", Date: today, Sport: training.Run, Priority: training.EventB})
	w.check(err)
	for _, step := range []struct {
		name  string
		write func() error
	}{
		{"UpdateUser", func() error {
			return second(w.db.UpdateUser(w.ctx, a.ID, a.ID, func(u *training.User) error { u.Name += "!"; return nil }))
		}},
		{"SaveEvent", func() error { return second(w.db.SaveEvent(w.ctx, a.ID, a.ID, event)) }},
		{"ChangeEvent", func() error {
			return third(w.db.ChangeEvent(w.ctx, a.ID, a.ID, event.ID, func(e *training.Event, _ training.Date) error { e.Name += "!"; return nil }))
		}},
		{"RemoveEvent", func() error { return third(w.db.RemoveEvent(w.ctx, a.ID, event.ID)) }},
		{"SaveCheckIn", func() error {
			return second(w.db.SaveCheckIn(w.ctx, a.ID, a.ID, training.CheckInUpdate{CheckIn: training.CheckIn{Date: today}}))
		}},
		{"LogActivities", func() error {
			return second(w.db.LogActivities(w.ctx, a.ID, a.ID, []training.Activity{activity(today, nil)}))
		}},
		{"SetOverride", func() error { return w.db.SetOverride(w.ctx, a.ID, a.ID, "INT-1", pointer(1.0)) }},
		{"ScheduleSession", func() error {
			return second(w.db.ScheduleSession(w.ctx, a.ID, training.PlannedSession{AthleteID: a.ID, Date: today, WorkoutID: workout.ID}))
		}},
		{"LockSession", func() error { return second(w.db.LockSession(w.ctx, a.ID, s.ID, pointer(training.LockContent))) }},
		{"MoveSession", func() error { return second(w.db.MoveSession(w.ctx, a.ID, s.ID, today.AddDays(-1), nil)) }},
		{"NoteSession", func() error { return second(w.db.NoteSession(w.ctx, a.ID, s.ID, pointer("easy"))) }},
		{"SkipSession", func() error { return second(w.db.SkipSession(w.ctx, a.ID, s.ID, nil)) }},
		{"CompleteSession", func() error {
			return second(w.db.CompleteSession(w.ctx, a.ID, s.ID, training.SessionResult{DurationSeconds: 100, TSS: 1}))
		}},
		{"ReopenSession", func() error { return third(w.db.ReopenSession(w.ctx, a.ID, s.ID)) }},
		{"LinkActivity", func() error { return third(w.db.LinkActivity(w.ctx, a.ID, ride.ID, s.ID)) }},
		{"UnlinkActivity", func() error { return third(w.db.UnlinkActivity(w.ctx, a.ID, ride.ID)) }},
		{"KeepBothActivities", func() error { return third(w.db.KeepBothActivities(w.ctx, a.ID, copies[0].ID)) }},
		{"MergeActivities", func() error { return third(w.db.MergeActivities(w.ctx, a.ID, ride.ID, copies[1].ID)) }},
		{"RemoveActivity", func() error { return third(w.db.RemoveActivity(w.ctx, a.ID, ride.ID)) }},
		{"RemoveSession", func() error { return w.db.RemoveSession(w.ctx, a.ID, gone.ID) }},
		{"LockDay", func() error { return w.db.LockDay(w.ctx, a.ID, a.ID, today, true) }},
		{"unlock day", func() error { return w.db.LockDay(w.ctx, a.ID, a.ID, today, false) }},
	} {
		before := w.revision(a)
		if err := step.write(); err != nil || w.revision(a) != before+1 {
			t.Errorf("%s: %v, revision %d after %d", step.name, err, w.revision(a), before)
		}
	}
}
