package api_test

import (
	"slices"
	"testing"

	"fortnight/training"
)

// lockedSession puts a workout on a day, locked, and returns the session's id.
func (c *client) lockedSession(t testing.TB, workout string, day training.Date, start string) string {
	t.Helper()
	var data struct {
		ScheduleSession struct{ Session struct{ ID string } }
	}
	c.ask(t, `mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { id } } }`, vars{"input": vars{
		"workoutId": workout, "date": day.String(), "start": start, "lock": "EVERYTHING",
	}}, &data)
	return data.ScheduleSession.Session.ID
}

// libraryWorkout is one of the library.
func (c *client) libraryWorkout(t testing.TB, filter vars) string {
	t.Helper()
	var data struct {
		Workouts struct {
			Edges []struct{ Node struct{ ID string } }
		}
	}
	c.ask(t, `query($filter: WorkoutFilter) { workouts(filter: $filter, first: 1) { edges { node { id } } } }`, vars{"filter": filter}, &data)
	if len(data.Workouts.Edges) == 0 {
		t.Fatalf("the library has no %v", filter)
	}
	return data.Workouts.Edges[0].Node.ID
}

// conflict asks for a plan from tomorrow that cannot be. It returns the conflict of that rule, which must name the locks and ways out.
func (c *client) conflict(t testing.TB, rule string, locks ...string) conflict {
	t.Helper()
	run, events := c.plan(t, vars{"from": (today + 1).String()})
	last := events[len(events)-1]
	if last.Type != "RunFailed" || last.Code != "CONFLICT" || last.Certificate == nil {
		t.Fatalf("the run ended with %+v", last)
	}
	var data struct {
		PlanRun struct {
			Status  string
			Failure *string
			Applied bool
		}
	}
	c.ask(t, `query($run: ID!) { planRun(id: $run) { status failure applied } }`, vars{"run": run}, &data)
	if r := data.PlanRun; r.Status != "FAILED" || r.Failure == nil || r.Applied {
		t.Errorf("the run is %+v", r)
	}
	for _, set := range last.Certificate.Conflicts {
		if set.names(rule, locks) && len(set.Repairs) > 0 {
			return set
		}
	}
	t.Fatalf("want a conflict of %s with %v and repairs, got %+v", rule, locks, last.Certificate.Conflicts)
	return conflict{}
}

// names says whether a conflict is of that rule and of exactly those sessions.
func (s conflict) names(rule string, sessions []string) bool {
	var rules, ids []string
	for _, r := range s.Rules {
		rules = append(rules, r.ID)
	}
	for _, s := range s.Sessions {
		ids = append(ids, s.Session.ID)
	}
	slices.Sort(ids)
	slices.Sort(sessions)
	return slices.Contains(rules, rule) && slices.Equal(ids, sessions)
}

// X1 of the science: two runs of high intensity locked 24 hours apart. What is proposed to mend it does.
func TestX1LocksThatContradict(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	fast := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "focuses": []string{"VO2MAX"}, "maxSeconds": 4500})
	one, two := c.lockedSession(t, fast, today+13, "06:30"), c.lockedSession(t, fast, today+14, "06:30")
	calendar, rows := c.calendar(t), w.sessionRows(t, c, "true")
	set := c.conflict(t, "INT-1", one, two)
	if c.calendar(t) != calendar || w.sessionRows(t, c, "true") != rows {
		t.Error("the calendar has changed")
	}
	c.mend(t, set.Repairs[0])
	if _, events := c.plan(t, vars{"from": (today + 1).String()}); events[len(events)-1].Type != "RunSucceeded" {
		t.Errorf("mended as %+v proposes, the run ends with %+v", set.Repairs[0], events[len(events)-1])
	}
}

// A run that failed wants no attention any more once what it failed by is mended.
func TestAFailureThatIsMendedWantsNoAttention(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	fast := c.libraryWorkout(t, vars{"sports": []string{"RUN"}, "focuses": []string{"VO2MAX"}, "maxSeconds": 4500})
	set := c.conflict(t, "INT-1", c.lockedSession(t, fast, today+7, "06:30"), c.lockedSession(t, fast, today+8, "06:30"))
	if kinds := kindsOf(coach.wants(t)); !slices.Contains(kinds, "RUN_FAILED") {
		t.Fatalf("after the failure the coach is shown %v", kinds)
	}
	c.mend(t, set.Repairs[0])
	if kinds := kindsOf(coach.wants(t)); slices.Contains(kinds, "RUN_FAILED") {
		t.Errorf("mended by %s, the coach is shown %+v", set.Repairs[0].Message, coach.wants(t))
	}
}

// mend does what a repair proposes.
func (c *client) mend(t testing.TB, r repair) {
	t.Helper()
	c.ask(t, `mutation($token: String!) { applyRepair(input: {token: $token}) { session { id } } }`, vars{"token": r.Token}, new(any))
}

// Coaching §8 WHO-5: a lock of what is never proposed to a novice.
func TestWHO5LockOfWhatANoviceMayNot(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	c.states(t, vars{"level": "NOVICE"})
	one := c.lockedSession(t, c.libraryWorkout(t, vars{"families": []string{"R-VO2"}, "maxSeconds": 4500}), today+13, "06:30")
	calendar, rows := c.calendar(t), w.sessionRows(t, c, "true")
	set := c.conflict(t, "WHO-5", one)
	if c.calendar(t) != calendar || w.sessionRows(t, c, "true") != rows {
		t.Error("the calendar has changed")
	}
	if !slices.ContainsFunc(set.Repairs, func(r repair) bool { return r.Unlock }) {
		t.Errorf("no way out unlocks it: %+v", set.Repairs)
	}
}

func TestAVL1LockOutsideTheHours(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	ride := w.text(t, "SELECT id::text FROM planned_sessions WHERE athlete_id = $1 AND start = '08:30'", c.id)
	day := w.text(t, "SELECT date::text FROM planned_sessions WHERE id = $1", ride)
	var data any
	c.ask(t, `mutation($input: SetAvailabilityInput!) { setAvailability(input: $input) { user { id } } }`, vars{"input": vars{
		"dateAvailability": []vars{{"date": day, "windows": []vars{{"from": "08:00", "to": "09:00"}}}},
	}}, &data)
	calendar, rows := c.calendar(t), w.sessionRows(t, c, "true")
	c.conflict(t, "AVL-1", ride)
	if c.calendar(t) != calendar || w.sessionRows(t, c, "true") != rows {
		t.Error("the calendar has changed")
	}
}
