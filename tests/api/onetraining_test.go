package api_test

import (
	"testing"

	"fortnight/training"
)

const trainingFields = `{ id tss counted matchedBy mergedExternalIds possibleDuplicateOf { id } session { id status result { tss rpe comment } recorded { tss } activity { id tss } } }`

type trainingAnswer struct {
	ID                  string
	Tss                 float64
	Counted             bool
	MatchedBy           *string
	MergedExternalIds   []string
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
	if merged.Session == nil || merged.Session.Result.Tss != 47 || merged.MergedExternalIds[0] != "garmin:1" {
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
