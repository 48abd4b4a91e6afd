package db_test

import (
	"errors"
	"reflect"
	"sync"
	"testing"

	"fortnight/auth"
	"fortnight/db/athletes"
	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

func TestUserComesBackAsWritten(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	sport := []training.Sport{training.Run, training.Swim}
	updated, err := w.db.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error {
		u.Name, u.Email, u.Role = `O'Brien ? "x"`, "changed@example.com", training.RoleCoach
		p := &u.Profile
		p.Level, p.Sex, p.BirthDate, p.Goal = training.Advanced, pointer(training.Female), pointer(today.AddDays(-12000)), pointer(`back\slash`)
		p.FTPWatts, p.ThresholdSecondsPerKilometer, p.MeasuredOn = pointer(260), pointer(240), pointer(today)
		p.BodyMassKilograms, p.StartingFitness, p.AwaitsClearance, p.StrengthApart = pointer(71.5), pointer(55.25), true, true
		p.StartingFitnessOn = pointer(today.AddDays(-3))
		p.OneRepMaxes = []training.OneRepMax{{ExerciseID: "back-squat", Kilograms: 142.5, MeasuredOn: today}}
		p.Availability = []training.AvailabilityWindow{{Weekday: training.Monday, From: 360, To: 450, Sports: sport}}
		p.DateAvailability = []training.DateAvailability{{Date: today, Windows: []training.TimeWindow{{From: 60, To: 90, Sports: sport}}}}
		p.HeightCentimeters, p.StrengthExperienceMonths, p.WeeklyHours, p.SessionsPerWeek = pointer(181.5), pointer(14), pointer(6.5), pointer(5)
		p.SportExperienceMonths = []training.SportExperience{{Sport: training.Run, Months: 30}}
		p.LongestSessions = []training.LongestSession{{Sport: training.Swim, Seconds: pointer(2400), Meters: pointer(1500.5), Date: today}}
		p.Conditions, p.Stations = []training.Condition{training.StressFracture, training.Heat}, []training.Station{training.StationWallBalls}
		p.Equipment = []training.Equipment{training.Gym, training.SwimmingPool}
		p.EquipmentOnDates = []training.EquipmentOnDates{{From: today, To: today + 3, Equipment: []training.Equipment{training.Treadmill}, Note: pointer(`a "hotel"`)}}
		p.TrainingGoal = &training.Goal{
			Kind: training.GoalTime, Format: pointer(training.RunMarathon), DistanceMeters: pointer(42_195.5), TargetSeconds: pointer(14_400), TargetWatts: pointer(250),
			ExerciseID: "bench-press", TargetKilograms: pointer(100.5), BodyParts: []training.MuscleGroup{training.Push}, Sports: sport, By: pointer(today + 90),
			HoursPerWeek: pointer(5.5), SessionsPerWeek: pointer(6),
		}
		return nil
	})
	w.check(err)
	event, err := w.db.SaveEvent(w.ctx, athlete.ID, athlete.ID, training.Event{
		Name: "Hyrox", Date: today.AddDays(40), Sport: training.Other, Priority: training.EventA, ExpectedTSS: pointer(120.5),
		Format: pointer(training.Hyrox), ExpectedSeconds: pointer(5200), AscentMeters: pointer(12.5),
	})
	w.check(err)
	got, err := w.db.User(w.ctx, athlete.ID, athlete.ID)
	w.check(err)
	want := updated
	want.Email, want.Role, want.Profile.Events = athlete.Email, training.RoleAthlete, []training.Event{event}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// Unknown equipment is another thing than none, also once it was stored.
func TestUnknownEquipmentIsNotNone(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	for _, stated := range []struct {
		equipment []training.Equipment
		stations  []training.Station
	}{{nil, []training.Station{}}, {[]training.Equipment{}, nil}, {nil, nil}} {
		_, err := w.db.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error {
			u.Profile.Equipment, u.Profile.Stations = stated.equipment, stated.stations
			return nil
		})
		w.check(err)
		got, err := w.db.User(w.ctx, athlete.ID, athlete.ID)
		w.check(err)
		if p := got.Profile; !reflect.DeepEqual(p.Equipment, stated.equipment) || !reflect.DeepEqual(p.Stations, stated.stations) {
			t.Errorf("%#v, %#v, want %#v", p.Equipment, p.Stations, stated)
		}
	}
}

// A goal that is for an event goes with it, and no other does.
func TestAGoalGoesWithItsEvent(t *testing.T) {
	w := newWorld(t)
	athlete, other := w.athlete(), w.athlete()
	var events []training.Event
	for range 2 {
		event, err := w.db.SaveEvent(w.ctx, athlete.ID, athlete.ID, training.Event{Name: "Race", Date: today, Sport: training.Run, Priority: training.EventA})
		w.check(err)
		events = append(events, event)
	}
	for _, a := range []training.User{athlete, other} {
		_, err := w.db.UpdateUser(w.ctx, a.ID, a.ID, func(u *training.User) error {
			u.Profile.TrainingGoal = &training.Goal{Kind: training.GoalRace, EventID: events[0].ID} // of the other it cannot be: only the athlete's is to go
			return nil
		})
		w.check(err)
	}
	for i, left := range []bool{true, false} {
		_, _, err := w.db.RemoveEvent(w.ctx, athlete.ID, events[1-i].ID)
		w.check(err)
		got, err := w.db.User(w.ctx, athlete.ID, athlete.ID)
		w.check(err)
		if (got.Profile.TrainingGoal != nil) != left {
			t.Errorf("without event %d the goal is %+v", 1-i, got.Profile.TrainingGoal)
		}
	}
	if got, err := w.db.User(w.ctx, other.ID, other.ID); err != nil || got.Profile.TrainingGoal == nil {
		t.Errorf("another athlete's goal is %+v, %v", got.Profile.TrainingGoal, err)
	}
}

func TestUpdateUserChangesNothingWhenRefused(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	refusal := errors.New("no")
	_, err := w.db.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error { u.Name = "X"; return refusal })
	if !errors.Is(err, refusal) {
		t.Errorf("got %v", err)
	}
	if got, _ := w.db.User(w.ctx, athlete.ID, athlete.ID); got.Name != athlete.Name || w.revision(athlete) != 1 {
		t.Errorf("name %q, revision %d", got.Name, w.revision(athlete))
	}
}

func TestUpdatesOfOneUserAtOnceAllCount(t *testing.T) {
	raced(t)
	w := newWorld(t)
	athlete := w.athlete()
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			_, err := w.db.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error {
				u.Profile.StartingFitness, u.Profile.StartingFitnessOn = pointer(orZero(u.Profile.StartingFitness)+1), pointer(today)
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	got, err := w.db.User(w.ctx, athlete.ID, athlete.ID)
	w.check(err)
	if n := orZero(got.Profile.StartingFitness); n != 20 || w.revision(athlete) != 21 {
		t.Errorf("%g updates and revision %d, want 20 and 21", n, w.revision(athlete))
	}
}

func orZero[T any](value *T) (zero T) {
	if value == nil {
		return zero
	}
	return *value
}

func TestKnownEmailIsAConflict(t *testing.T) {
	w := newWorld(t)
	first := w.athlete()
	_, err := w.db.CreateUser(w.ctx, training.User{
		Name: "Twin", Email: first.Email, Role: training.RoleAthlete, Profile: training.NewProfile("UTC"),
	}, passwordHash)
	w.conflicts("second account", err)
}

func TestCoachesSeeWhomTheyWereGranted(t *testing.T) {
	w := newWorld(t)
	athlete, other := w.athlete(), w.athlete()
	coach := w.coachOf(athlete)
	w.check(w.db.InviteCoach(w.ctx, athlete.ID, coach.Email)) // who is one already is not invited
	if invited, err := w.db.Invitations(w.ctx, coach.ID); err != nil || len(invited) != 0 {
		t.Errorf("invited %+v, %v", invited, err)
	}
	seen, err := w.db.UsersByID(w.ctx, coach.ID, []training.UserID{athlete.ID, other.ID, coach.ID, "x"})
	w.check(err)
	if len(seen) != 2 || seen[athlete.ID].Profile.Level != training.Novice {
		t.Errorf("the coach sees %v", seen)
	}
	seen, err = w.db.UsersByID(w.ctx, athlete.ID, []training.UserID{coach.ID, other.ID})
	w.check(err)
	if len(seen) != 1 || seen[coach.ID].Name != coach.Name || seen[coach.ID].Profile.Level != "" || seen[coach.ID].Profile.TimeZone != "" {
		t.Errorf("the athlete sees %v, want the coach without a profile", seen)
	}
	granted, err := w.db.CoachesByID(w.ctx, athlete.ID, []training.UserID{athlete.ID})
	w.check(err)
	if coaches := granted[athlete.ID]; len(coaches) != 1 || coaches[0].ID != coach.ID {
		t.Errorf("coaches %v", coaches)
	}
	_, err = w.db.RevokeCoach(w.ctx, athlete.ID, coach.ID)
	w.check(err)
	_, err = w.db.User(w.ctx, coach.ID, athlete.ID)
	w.notFound("read after the grant was revoked", err)
	_, err = w.db.RevokeCoach(w.ctx, athlete.ID, coach.ID)
	w.notFound("revoke again", err)
}

// An athlete has so many invitations out, the oldest gives way, and so many coaches.
func TestInvitationsAreBounded(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	w.refused("oneself", "email", w.db.InviteCoach(w.ctx, athlete.ID, athlete.Email))
	w.check(w.db.InviteCoach(w.ctx, athlete.ID, "nobody@example.com"))
	coaches := make([]training.User, athletes.MaxCoaches+1)
	for i := range coaches {
		coaches[i] = w.user(training.RoleCoach)
		w.check(w.db.InviteCoach(w.ctx, athlete.ID, coaches[i].Email))
		_, err := w.raw.Exec(w.ctx, "UPDATE coach_invitations SET created_at = created_at - interval '1 minute'")
		w.check(err)
	}
	_, err := w.db.AcceptInvitation(w.ctx, coaches[0].ID, athlete.ID)
	w.notFound("the oldest", err)
	for _, coach := range coaches[1:] {
		_, err := w.db.AcceptInvitation(w.ctx, coach.ID, athlete.ID)
		w.check(err)
	}
	w.check(w.db.InviteCoach(w.ctx, athlete.ID, coaches[0].Email))
	_, err = w.db.AcceptInvitation(w.ctx, coaches[0].ID, athlete.ID)
	w.conflicts("one coach more", err)
}

func TestAthletesArePaged(t *testing.T) {
	w := newWorld(t)
	coach := w.user(training.RoleCoach)
	want := map[training.UserID]bool{}
	for range 7 {
		athlete := w.athlete()
		_, err := w.db.UpdateUser(w.ctx, athlete.ID, athlete.ID, func(u *training.User) error { u.Name = "Same"; return nil })
		w.check(err)
		w.grant(athlete, coach)
		want[athlete.ID] = true
	}
	after, pages := "", 0
	for {
		page, err := w.db.Athletes(w.ctx, coach.ID, 3, after)
		w.check(err)
		for _, u := range page.Items {
			if !want[u.ID] {
				t.Errorf("%s comes twice or not rightly", u.ID)
			}
			delete(want, u.ID)
		}
		pages++
		if !page.HasNext {
			break
		}
		after = page.Cursors[len(page.Cursors)-1]
	}
	if len(want) != 0 || pages != 3 {
		t.Errorf("%d are missing after %d pages", len(want), pages)
	}
	_, err := w.db.Runs(w.ctx, coach.ID, coach.ID, 3, after)
	w.refused("cursor of another list", "after", err)
}

func TestDeleteUserLeavesOthersWhole(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	plan := w.workout(coach, easyRun("Coach's run"))
	s, err := w.db.ScheduleSession(w.ctx, coach.ID, training.PlannedSession{AthleteID: athlete.ID, Date: today, Start: 400, WorkoutID: plan.ID})
	w.check(err)
	w.session(coach, plan.ID, today, 500)
	run := w.run(coach, athlete, nil)
	before := w.snapshot(athlete)
	w.check(w.db.DeleteUser(w.ctx, auth.UserID(coach.ID)))
	if after := w.snapshot(athlete); after.Revision <= before.Revision || after.Sessions[0].WorkoutID == plan.ID {
		t.Errorf("the calendar still has the workout that is gone: %+v", after.Sessions)
	}
	sessions, err := w.db.SessionsByID(w.ctx, athlete.ID, []training.SessionID{s.ID})
	w.check(err)
	workouts, err := w.db.WorkoutsByID(w.ctx, athlete.ID, []training.WorkoutID{sessions[s.ID].WorkoutID})
	w.check(err)
	if got := workouts[sessions[s.ID].WorkoutID]; got.Title != plan.Title || got.OwnerID != athlete.ID {
		t.Errorf("the session's workout is %+v", got)
	}
	found, err := w.db.SearchWorkouts(w.ctx, athlete.ID, plan.Title, session.WorkoutFilter{Mine: pointer(true)}, 5)
	if err != nil || len(found) != 1 {
		t.Errorf("the copy is not found by meaning: %v, %v", found, err)
	}
	byID, err := w.db.RunsByID(w.ctx, athlete.ID, []training.RunID{run.ID})
	w.check(err)
	if got := byID[run.ID]; got.RequestedBy != "" || got.Requester() != training.ActorFormerCoach {
		t.Errorf("the run is requested by %q, %s", got.RequestedBy, got.Requester())
	}
	w.notFound("delete again", w.db.DeleteUser(w.ctx, auth.UserID(coach.ID)))
	w.check(w.db.DeleteUser(w.ctx, auth.UserID(athlete.ID)))
	for _, table := range []string{"users", "calendars", "workouts", "planned_sessions", "plan_runs", "coach_grants", "calendar_changes"} {
		if n := w.count("SELECT count(*) FROM " + table); n != 0 {
			t.Errorf("%d rows are left in %s", n, table)
		}
	}
}

// 12 §6: who asked for a run and who cancelled it is told as it was, when the coach is gone and before.
func TestAFormerCoachIsNotTheAthlete(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach, other := w.coachOf(athlete), w.coachOf(athlete)
	asked := w.run(coach, athlete, pointer("k"))
	_, err := w.db.CancelRun(w.ctx, coach.ID, asked.ID)
	w.check(err)
	running := w.run(other, athlete, pointer("k"))
	_, _, lease := w.claim()
	_, err = w.db.CancelRun(w.ctx, coach.ID, running.ID)
	w.check(err)
	for _, c := range []training.User{coach, other} {
		_, err = w.db.RevokeCoach(w.ctx, athlete.ID, c.ID)
		w.check(err)
	}
	who := func(id training.RunID) (asked, cancelled training.Actor) {
		t.Helper()
		byID, err := w.db.RunsByID(w.ctx, athlete.ID, []training.RunID{id})
		w.check(err)
		run := byID[id]
		events, err := eventsOf(w.ctx, w.db, athlete.ID, id)
		w.check(err)
		for _, e := range events {
			if end, is := e.(*runs.RunCancelled); is {
				cancelled = end.Actor()
			}
		}
		return run.Requester(), cancelled
	}
	if a, c := who(asked.ID); a != training.ActorCoach || c != training.ActorCoach {
		t.Errorf("with an account: %s, %s", a, c)
	}
	w.check(w.db.DeleteUser(w.ctx, auth.UserID(coach.ID)))
	w.check(w.db.Finish(w.ctx, lease, runs.Outcome{Status: runs.Cancelled}, nil, &runs.RunCancelled{EventHead: head("cancelled")}))
	if a, c := who(asked.ID); a != training.ActorFormerCoach || c != training.ActorFormerCoach {
		t.Errorf("without: %s, %s", a, c)
	}
	if a, c := who(running.ID); a != training.ActorCoach || c != training.ActorFormerCoach {
		t.Errorf("asked by one and cancelled by another: %s, %s", a, c)
	}
	w.check(w.db.DeleteUser(w.ctx, auth.UserID(other.ID)))
	own := w.run(athlete, athlete, pointer("k"))
	if a, _ := who(own.ID); a != training.ActorAthlete {
		t.Errorf("the athlete's own: %s", a)
	}
	if n := w.count("SELECT count(*) FROM plan_runs WHERE requested_by IS NULL AND idempotency_key IS NULL"); n != 2 {
		t.Errorf("%d runs of former coaches", n)
	}
}
