package api_test

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"fortnight/training"
)

// threshold is a value of a history as a client reads it.
type threshold struct {
	Kind, On, Source string
	Value, Was, Rose *float64
	Exercise         *struct{ ID string }
	Session          *struct{ ID string }
}

// thresholds are those of an athlete, nil where they are null.
func (c *client) thresholds(t testing.TB, athlete string) []threshold {
	t.Helper()
	var data struct {
		Athlete struct{ ThresholdHistory []threshold }
	}
	c.ask(t, `query($id: ID!) { athlete(id: $id) { thresholdHistory(first: 200) { kind on source value was rose exercise { id } session { id } } } }`, vars{"id": athlete}, &data)
	return data.Athlete.ThresholdHistory
}

// update changes the own profile.
func (c *client) update(t testing.TB, profile vars) {
	t.Helper()
	c.ask(t, `mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }`, vars{"input": profile}, new(any))
}

// did by hand: a session of a workout on a day that was done in so many seconds.
func (c *client) completes(t testing.TB, workout string, day training.Date, seconds int) (session string, tss float64) {
	t.Helper()
	var planned struct {
		ScheduleSession struct{ Session struct{ ID string } }
	}
	c.ask(t, `mutation($date: Date!, $workout: ID!) { scheduleSession(input: {date: $date, workoutId: $workout, start: "10:00"}) { session { id } } }`,
		vars{"date": day.String(), "workout": workout}, &planned)
	session = planned.ScheduleSession.Session.ID
	var done struct {
		CompleteSession struct {
			Session struct{ Result struct{ TSS float64 } }
		}
	}
	c.ask(t, `mutation($id: ID!, $seconds: Int!) { completeSession(input: {sessionId: $id, durationSeconds: $seconds, rpe: 7, completedShare: 1}) { session { result { tss } } } }`,
		vars{"id": session, "seconds": seconds}, &done)
	return session, done.CompleteSession.Session.Result.TSS
}

// What was done before a test is measured by what was known then; the test keeps its day, makes the rungs of its sport a step harder, and is named with
// the session that it was.
func TestThresholdsOfTheirDays(t *testing.T) {
	t.Parallel()
	c := newWorld(t).user(t, training.RoleAthlete)
	c.update(t, vars{"level": "ADVANCED", "ftpWatts": 250, "thresholdsMeasuredOn": today.AddDays(-40).String()})
	var made struct {
		CreateWorkout struct{ Workout struct{ ID string } }
	}
	c.ask(t, `mutation { createWorkout(input: {title: "An hour at 250 W", sport: RIDE, focus: THRESHOLD, blocks: [{name: "Main", sport: RIDE,
		steps: [{endurance: {end: {seconds: 3600}, target: {watts: {start: 250}}}}]}]}) { workout { id } } }`, nil, &made)
	hour := made.CreateWorkout.Workout.ID
	_, before := c.completes(t, hour, today.AddDays(-9), 3600)
	if level := levelOf(t, c.levels(t, c.id), "B-THR"); level.Level != 10 || level.RungsLost != 0 || level.Next.Rung.Level != 10 {
		t.Errorf("before the test: %+v", level)
	}

	c.update(t, vars{"ftpWatts": 280, "thresholdsMeasuredOn": today.AddDays(-3).String()})
	lost := levelOf(t, c.levels(t, c.id), "B-THR")
	if lost.Level != 9 || lost.RungsLost != 1 || lost.Next.Rung.Level != 9 || !strings.Contains(lost.Next.Words, "Your threshold rose by 12 % on Sun 22 Nov, so one step back") {
		t.Errorf("after the test: %+v", lost)
	}
	if tempo := levelOf(t, c.levels(t, c.id), "R-THR"); tempo.RungsLost != 0 {
		t.Errorf("a test on the bike has cost %+v", tempo)
	}
	past, recorded := c.completes(t, hour, today.AddDays(-19), 3600) // on a day before the test, written down after it
	now, after := c.completes(t, hour, today.AddDays(-1), 3600)
	if math.Abs(before-100) > 0.5 || math.Abs(recorded-100) > 0.5 || math.Abs(after-100*(250.0/280)*(250.0/280)) > 0.5 {
		t.Errorf("an hour at 250 W is %.1f and %.1f TSS of an FTP of 250, and %.1f of 280", before, recorded, after)
	}
	var shown struct {
		Old, New struct{ Resolved struct{ TSS float64 } }
	}
	c.ask(t, `query($old: ID!, $new: ID!) { old: node(id: $old) { ... on PlannedSession { resolved { tss } } } new: node(id: $new) { ... on PlannedSession { resolved { tss } } } }`,
		vars{"old": past, "new": now}, &shown)
	if math.Abs(shown.Old.Resolved.TSS-recorded) > 1e-9 || math.Abs(shown.New.Resolved.TSS-after) > 1e-9 {
		t.Errorf("resolved %+v, recorded %g and %g", shown, recorded, after)
	}
	run := vars{"date": today.AddDays(-10).String(), "sport": "RUN", "durationSeconds": 3600, "distanceMeters": 12000}
	c.update(t, vars{"thresholdSecondsPerKilometer": 300, "thresholdsMeasuredOn": today.AddDays(-30).String()})
	c.update(t, vars{"thresholdSecondsPerKilometer": 270})
	var logged struct {
		LogActivities struct{ Activities []struct{ TSS float64 } }
	}
	c.ask(t, `mutation($a: ActivityInput!) { logActivities(input: {activities: [$a]}) { activities { tss } } }`, vars{"a": run}, &logged)
	if tss := logged.LogActivities.Activities[0].TSS; math.Abs(tss-100) > 0.5 {
		t.Errorf("12 km in an hour are %g TSS of 5:00/km", tss)
	}

	c.update(t, vars{"oneRepMaxes": []vars{{"exerciseId": "bench-press", "kilograms": 80, "measuredOn": today.AddDays(-50).String()}}})
	var tests struct {
		Workouts struct {
			Edges []struct{ Node struct{ ID string } }
		}
	}
	c.ask(t, `{ workouts(first: 1, filter: {families: ["B-TEST"], mine: false}) { edges { node { id } } } }`, nil, &tests)
	test, _ := c.completes(t, tests.Workouts.Edges[0].Node.ID, today.AddDays(-3), 2400)
	got, err := json.Marshal(c.thresholds(t, c.id))
	must(t, err)
	want := `[{"Kind":"THRESHOLD_PACE","On":"2026-11-25","Source":"PROFILE","Value":270,"Was":300,"Rose":0.1111,"Exercise":null,"Session":null},` +
		`{"Kind":"FTP","On":"2026-11-22","Source":"TEST_SESSION","Value":280,"Was":250,"Rose":0.12,"Exercise":null,"Session":{"ID":"` + test + `"}},` +
		`{"Kind":"THRESHOLD_PACE","On":"2026-10-26","Source":"PROFILE","Value":300,"Was":null,"Rose":null,"Exercise":null,"Session":null},` +
		`{"Kind":"FTP","On":"2026-10-16","Source":"PROFILE","Value":250,"Was":null,"Rose":null,"Exercise":null,"Session":null},` +
		`{"Kind":"ONE_REP_MAX","On":"2026-10-06","Source":"PROFILE","Value":80,"Was":null,"Rose":null,"Exercise":{"ID":"bench-press"},"Session":null}]`
	if string(got) != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	var data struct {
		Me struct{ ThresholdHistory []threshold }
	}
	c.ask(t, `{ me { thresholdHistory(kind: FTP, first: 1) { kind value } } }`, nil, &data)
	if list := data.Me.ThresholdHistory; len(list) != 1 || list[0].Kind != "FTP" || *list[0].Value != 280 {
		t.Errorf("of the bike: %+v", list)
	}
	c.refused(t, "BAD_USER_INPUT", `{ me { thresholdHistory(first: 201) { kind } } }`, nil)
}

// Thresholds of old are the athlete's and the coaches'.
func TestThresholdHistoryIsTheAthletesAndTheCoaches(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach, stranger := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	c.update(t, vars{"ftpWatts": 250})
	coach.ask(t, `mutation($id: ID!) { updateProfile(input: {athleteId: $id, ftpWatts: 260}) { user { id } } }`, vars{"id": c.id}, new(any))
	if own := c.thresholds(t, c.id); len(own) != 1 || *own[0].Value != 260 || !reflect.DeepEqual(own, coach.thresholds(t, c.id)) {
		t.Errorf("the athlete reads %+v, the coach %+v", own, coach.thresholds(t, c.id))
	}
	ask := `query($id: ID!) { athlete(id: $id) { thresholdHistory { value } } }`
	unknown := stranger.answer(t, ask, vars{"id": "5a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b00"})
	if hidden := stranger.answer(t, ask, vars{"id": c.id}); hidden.code() != unknown.code() || hidden.code() == "" {
		t.Errorf("a stranger reads %s, of nobody %s", hidden.body, unknown.body)
	}
	var data struct {
		Me struct {
			Coaches []struct{ ThresholdHistory []threshold }
		}
	}
	c.ask(t, `{ me { coaches { thresholdHistory { value } } } }`, nil, &data)
	if len(data.Me.Coaches) != 1 || data.Me.Coaches[0].ThresholdHistory != nil {
		t.Errorf("of a coach the athlete reads %+v", data.Me)
	}
}
