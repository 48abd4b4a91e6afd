package api_test

import (
	"encoding/json"
	"testing"

	"fortnight/training"
)

const trainingFields = `{ id tss counted matchedBy mergedExternalIds possibleDuplicateOf { id } session { id status result { tss rpe comment } recorded { tss } activity { id tss } } }`

type trainingAnswer struct {
	ID                  string
	Tss                 float64
	Counted             bool
	MatchedBy           *string
	MergedExternalIDs   []string
	PossibleDuplicateOf *struct{ ID string }
	Session             *struct {
		ID, Status string
		Result     struct {
			Tss     float64
			Rpe     *int
			Comment *string
		}
		Recorded *struct{ Tss float64 }
		Activity struct {
			ID  string
			Tss float64
		}
	}
}

// trainedToday is what was done today, as the calendar and the fitness query give it; both must agree.
func (c *client) trainedToday(t testing.TB) float64 {
	t.Helper()
	var data struct {
		Calendar struct{ Days []struct{ Tss float64 } }
		Fitness  []struct{ Tss float64 }
	}
	c.ask(t, `query($day: Date!) { calendar(from: $day, days: 1) { days { tss } } fitness(from: $day, to: $day) { tss } }`, vars{"day": today.String()}, &data)
	if data.Calendar.Days[0].Tss != data.Fitness[0].Tss {
		t.Errorf("%v and %v", data.Calendar.Days, data.Fitness)
	}
	return data.Fitness[0].Tss
}

func (c *client) logged(t testing.TB, activity vars) trainingAnswer {
	t.Helper()
	var data struct {
		LogActivities struct{ Activities []trainingAnswer }
	}
	base := vars{"date": today.String(), "sport": "RIDE", "start": "06:42", "durationSeconds": 3600, "tss": 44}
	for key, value := range activity {
		base[key] = value
	}
	c.ask(t, `mutation($input: LogActivitiesInput!) { logActivities(input: $input) { activities `+trainingFields+` sessions { id status } } }`,
		vars{"input": vars{"activities": []vars{base}}}, &data)
	return data.LogActivities.Activities[0]
}

// changed is the activity that a mutation answers with.
func (c *client) changed(t testing.TB, mutation string, input vars) trainingAnswer {
	t.Helper()
	operation := `mutation { ` + mutation + `(input: ` + literal(input) + `) { activity ` + trainingFields + ` activities { id } sessions { id } } }`
	var data map[string]struct{ Activity trainingAnswer }
	c.ask(t, operation, nil, &data)
	return data[mutation].Activity
}

// 12 §2, over the API: a ride is completed by hand, comes from two devices and in a plan made anew, and counts once all the way.
func TestOneTrainingCountsOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.user(t, training.RoleAthlete)
	var data any
	c.ask(t, `mutation { updateProfile(input: {startingFitness: 40}) { user { id } } }`, nil, &data)
	ride := c.libraryWorkout(t, vars{"sports": []string{"RIDE"}, "minSeconds": 3300, "maxSeconds": 3900})
	session := c.lockedSession(t, ride, today, "06:40")
	c.ask(t, `mutation($id: ID!) { unlockSession(input: {sessionId: $id}) { session { id } } }`, vars{"id": session}, &data)
	counts := func(what string, want float64) {
		t.Helper()
		if got := c.trainedToday(t); got != want {
			t.Errorf("%s: %g TSS today, want %g", what, got, want)
		}
	}
	complete := `mutation($id: ID!) { completeSession(input: {sessionId: $id, durationSeconds: 3600, tss: 40, rpe: 4, comment: "fine"}) { session { id } } }`
	c.ask(t, complete, vars{"id": session}, &data)
	counts("by hand", 40)
	garmin := c.logged(t, vars{"externalId": "garmin:1"})
	if s := garmin.Session; s == nil || s.ID != session || *garmin.MatchedBy != "COMPLETED_SESSION" || s.Status != "COMPLETED" || s.Result.Tss != 44 ||
		*s.Result.Rpe != 4 || *s.Result.Comment != "fine" || s.Recorded.Tss != 40 || s.Activity.ID != garmin.ID || !garmin.Counted {
		t.Errorf("%+v", garmin)
	}
	counts("imported", 44)
	c.ask(t, complete, vars{"id": session}, &data)
	counts("completed again", 44)
	strava := c.logged(t, vars{"externalId": "strava:1", "start": "06:45", "tss": 47})
	if strava.Counted || strava.PossibleDuplicateOf.ID != garmin.ID || strava.Session != nil || strava.MatchedBy != nil {
		t.Errorf("%+v", strava)
	}
	counts("from two sources", 44)
	c.plan(t, vars{"from": today.String(), "apply": true})
	var calendar struct {
		Calendar struct {
			Days []struct {
				Sessions []struct{ ID, Status string }
			}
		}
	}
	c.ask(t, `{ calendar(days: 1) { days { sessions { id status } } } }`, nil, &calendar)
	if s := calendar.Calendar.Days[0].Sessions; len(s) == 0 || s[0].ID != session || s[0].Status != "COMPLETED" {
		t.Errorf("planned anew: %+v", s)
	}
	for _, s := range calendar.Calendar.Days[0].Sessions[1:] { // what the plan adds today is no part of this
		c.ask(t, `mutation($id: ID!) { removeSession(input: {sessionId: $id}) { id } }`, vars{"id": s.ID}, &data)
	}
	counts("planned anew", 44)

	if kept := c.changed(t, "keepBothActivities", vars{"id": strava.ID}); !kept.Counted {
		t.Errorf("%+v", kept)
	}
	counts("both kept", 91)
	merged := c.changed(t, "mergeActivities", vars{"keepId": strava.ID, "dropId": garmin.ID})
	if merged.Session == nil || merged.Session.Result.Tss != 47 || merged.MergedExternalIDs[0] != "garmin:1" {
		t.Errorf("%+v", merged)
	}
	counts("merged", 47)
	if again := c.logged(t, vars{"externalId": "garmin:1"}); again.ID != strava.ID {
		t.Errorf("%+v", again)
	}
	c.changed(t, "unlinkActivity", vars{"activityId": strava.ID})
	counts("unlinked: two trainings", 87)
	c.changed(t, "linkActivity", vars{"activityId": strava.ID, "sessionId": session})
	counts("linked", 47)
	var reopened struct {
		ReopenSession struct {
			Session  struct{ Status string }
			Activity struct{ ID string }
		}
	}
	c.ask(t, `mutation($id: ID!) { reopenSession(input: {sessionId: $id}) { session { status } activity { id } } }`, vars{"id": session}, &reopened)
	if r := reopened.ReopenSession; r.Session.Status != "PLANNED" || r.Activity.ID != strava.ID {
		t.Errorf("%+v", r)
	}
	var done struct { // whatever was read for the mutation, its answer is of after it
		CompleteSession struct {
			Session struct {
				Activity struct{ Session struct{ Status string } }
			}
		}
	}
	c.ask(t, `mutation($id: ID!) { completeSession(input: {sessionId: $id, durationSeconds: 3600}) { session { activity { session { status } } } } }`,
		vars{"id": session}, &done)
	if status := done.CompleteSession.Session.Activity.Session.Status; status != "COMPLETED" {
		t.Errorf("answered %s", status)
	}
	c.ask(t, complete, vars{"id": session}, &data)
	counts("done after all", 47)
	c.changed(t, "removeActivity", vars{"id": strava.ID})
	counts("by hand again", 40)
	c.refused(t, "NOT_FOUND", `mutation($id: ID!) { removeActivity(input: {id: $id}) { activity { id } } }`, vars{"id": strava.ID})
}

// 12 §2: what was done by an activity keeps its workout as it was, as what was recorded by hand does; without the activity it is planned as
// it was done, and with it again it is the same past.
func TestWhatAnActivityCompletedKeepsItsWorkout(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	workout := c.createWorkout(t, "Easy as done")
	session := c.schedule(t, c.id, workout, today.AddDays(-3), "07:00")
	next := c.schedule(t, c.id, workout, today.AddDays(1), "07:00")
	run := vars{"externalId": "garmin:1", "date": today.AddDays(-3).String(), "sport": "RUN", "start": "07:05", "durationSeconds": 2650, "tss": 37}
	if got := c.logged(t, run); got.Session == nil || got.Session.ID != session || got.Session.Status != "COMPLETED" {
		t.Fatalf("%+v", got)
	}
	before := c.past(t)
	var data any
	change := `mutation($id: ID!, $revision: Int!, $title: String!) { updateWorkout(input: {id: $id, revision: $revision, title: $title,
		sport: STRENGTH, focus: MAX_STRENGTH, blocks: [{name: "Lift", sport: STRENGTH,
			steps: [{strength: {exerciseId: "back-squat", sets: [{count: 5, amount: {reps: {low: 3}}, load: {repsInReserve: 1}, restSeconds: 180}]}}]}]}) { workout { revision } } }`
	c.ask(t, change, vars{"id": workout, "revision": 1, "title": "Hard now"}, &data)
	if now := c.past(t); now != before {
		t.Errorf("after the change the past is\n%s\nand was\n%s", now, before)
	}
	type planned struct {
		Session struct {
			Status, SkipReason string
			Activity           *struct{ ID string }
			Workout            struct {
				ID, Title string
				Archived  bool
			}
		}
	}
	at := func(id string) planned {
		t.Helper()
		var is planned
		c.ask(t, `query($id: ID!) { session(id: $id) { status skipReason activity { id } workout { id title archived } } }`, vars{"id": id}, &is)
		return is
	}
	if is := at(session).Session; !is.Workout.Archived || is.Workout.ID == workout || is.Activity == nil {
		t.Errorf("what is done: %+v", is)
	}
	if is := at(next).Session; is.Workout.Archived || is.Workout.Title != "Hard now" {
		t.Errorf("what is planned: %+v", is)
	}
	c.changed(t, "removeActivity", vars{"id": at(session).Session.Activity.ID})
	if is := at(session).Session; is.Status != "PLANNED" || is.Workout.Title != "Easy as done" || is.Activity != nil {
		t.Errorf("without the activity: %+v", is)
	}
	c.ask(t, undoLast, vars{"input": vars{}}, &data)
	if now := c.past(t); now != before {
		t.Errorf("with the activity again the past is\n%s\nand was\n%s", now, before)
	}
	c.ask(t, `mutation($session: ID!, $id: ID!) { removeSession(input: {sessionId: $session}) { sessionId } deleteWorkout(input: {id: $id}) { workoutId } }`,
		vars{"session": next, "id": workout}, &data)
	if now := c.past(t); now != before {
		t.Errorf("after the deletion the past is\n%s\nand was\n%s", now, before)
	}
}

// trainings is all that the API tells of today and of the activities.
func (c *client) trainings(t testing.TB) string {
	t.Helper()
	var data json.RawMessage
	c.ask(t, `query($day: Date!) { calendar(from: $day, days: 3) { days { tss locked sessions { id status skipReason result { tss rpe comment completedAt }
		recorded { tss } activity { id } workout { id title } } } weeks { tss } } fitness(from: $day, to: $day) { tss fitness }
		activities(first: 50) { edges { node { id externalId durationSeconds rpe tss counted matchedBy mergedExternalIds possibleDuplicateOf { id }
			session { id } } } } }`, vars{"day": today.AddDays(-1).String()}, &data)
	return string(data)
}

// 12 §2: undo takes back what was done with activities, all of each act, and says what it was; a coach takes nothing of the athlete's back.
func TestWhatWasDoneWithActivitiesIsTakenBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	var data any
	c.ask(t, `mutation { updateProfile(input: {startingFitness: 40}) { user { id } } }`, nil, &data)
	c.grants(t, coach)
	ride := c.libraryWorkout(t, vars{"sports": []string{"RIDE"}, "minSeconds": 3300, "maxSeconds": 3900})
	session := c.schedule(t, c.id, ride, today, "06:40")
	c.ask(t, `mutation($id: ID!) { skipSession(input: {sessionId: $id, reason: "rain"}) { session { id } } }`, vars{"id": session}, &data)
	var garmin, strava string
	states, acts := []string{c.trainings(t)}, []string{"SKIP_SESSION"}
	for _, step := range []struct {
		act string
		do  func()
	}{
		{"LOG_ACTIVITIES", func() { garmin = c.logged(t, vars{"externalId": "garmin:1", "sessionId": session}).ID }},
		{"LOG_ACTIVITIES", func() { strava = c.logged(t, vars{"externalId": "strava:1", "start": "06:45", "tss": 47}).ID }},
		{"LOG_ACTIVITIES", func() { c.logged(t, vars{"externalId": "garmin:1", "durationSeconds": 3500, "tss": 43.21}) }},
		{"COMPLETE_SESSION", func() {
			c.ask(t, `mutation($id: ID!) { completeSession(input: {sessionId: $id, durationSeconds: 3600, rpe: 4}) { session { id } } }`, vars{"id": session}, &data)
		}},
		{"KEEP_ACTIVITIES", func() { c.changed(t, "keepBothActivities", vars{"id": strava}) }},
		{"UNLINK_ACTIVITY", func() { c.changed(t, "unlinkActivity", vars{"activityId": garmin}) }},
		{"LINK_ACTIVITY", func() { c.changed(t, "linkActivity", vars{"activityId": strava, "sessionId": session}) }},
		{"MERGE_ACTIVITIES", func() { c.changed(t, "mergeActivities", vars{"keepId": garmin, "dropId": strava}) }},
		{"REOPEN_SESSION", func() {
			c.ask(t, `mutation($id: ID!) { reopenSession(input: {sessionId: $id}) { session { id } } }`, vars{"id": session}, &data)
		}},
		{"REMOVE_ACTIVITY", func() { c.changed(t, "removeActivity", vars{"id": garmin}) }},
	} {
		step.do()
		states, acts = append(states, c.trainings(t)), append(acts, step.act)
		if last := coach.lastChange(t, c.id); last.Act != step.act || last.Undoable || last.Actor != "ATHLETE" || len(last.Days) != 1 {
			t.Errorf("after %s: %+v", step.act, last)
		}
		coach.refused(t, "CONFLICT", undoLast, vars{"input": vars{"athleteId": c.id}})
	}
	for i := len(states) - 1; i > 0; i-- {
		if last := c.lastChange(t, c.id); last.Act != acts[i] || !last.Undoable {
			t.Errorf("before %s is taken back: %+v", acts[i], last)
		}
		c.ask(t, undoLast, vars{"input": vars{}}, &data)
		if now := c.trainings(t); now != states[i-1] {
			t.Fatalf("%s is taken back: all is\n%s\nand was\n%s", acts[i], now, states[i-1])
		}
	}
}
