package api_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"fortnight/training"
)

// squatDay is a workout of the viewer's own with two exercises, and its id.
func (c *client) squatDay(t testing.TB) string {
	t.Helper()
	var made struct {
		CreateWorkout struct{ Workout struct{ ID string } }
	}
	c.ask(t, `mutation { createWorkout(input: {title: "Squats", sport: STRENGTH, focus: MAX_STRENGTH, blocks: [{name: "Main", sport: STRENGTH, steps: [
		{strength: {exerciseId: "back-squat", sets: [{count: 1, kind: WARM_UP, amount: {reps: {low: 5}}, load: {repsInReserve: 8}}, {count: 3, amount: {reps: {low: 5}}, load: {repsInReserve: 2}}]}},
		{strength: {exerciseId: "pull-up", sets: [{count: 3, amount: {reps: {low: 8}}, load: {repsInReserve: 2}}]}}]}]}) { workout { id } } }`, nil, &made)
	return made.CreateWorkout.Workout.ID
}

// lifts completes a session with what was lifted in it, and returns the answer.
func (c *client) lifts(t testing.TB, session string, lifts []vars) answer {
	t.Helper()
	return c.answer(t, `mutation($id: ID!, $lifts: [LiftedExerciseInput!]!) { completeSession(input: {sessionId: $id, durationSeconds: 3000, rpe: 8, lifts: $lifts}) {
		session { result { lifts { exercise { id } estimatedOneRepMaxKilograms sets { count repetitions kilograms repsInReserve } } } } } }`, vars{"id": session, "lifts": lifts})
}

// onBar are the kilograms of the first step's sets of a session, and what is said of them.
func (c *client) onBar(t testing.TB, session string) string {
	t.Helper()
	var data struct {
		Node struct {
			Resolved struct {
				Blocks []struct {
					Steps []struct {
						Sets []struct{ Kilograms *float64 }
						Lift *struct{ Words string }
					}
				}
			}
		}
	}
	c.ask(t, `query($id: ID!) { node(id: $id) { ... on PlannedSession { resolved { blocks { steps { sets { kilograms } lift { words } } } } } } }`, vars{"id": session}, &data)
	step := data.Node.Resolved.Blocks[0].Steps[0]
	var list []string
	for _, s := range step.Sets {
		if s.Kilograms == nil {
			list = append(list, "-")
		} else {
			list = append(list, fmt.Sprint(*s.Kilograms))
		}
	}
	if step.Lift != nil {
		list = append(list, step.Lift.Words)
	}
	return strings.Join(list, " ")
}

// The sets of a session are kept as they were recorded, and the next weight of the exercise goes on from them: for each session by what was lifted before
// it. What is taken back is forgotten.
func TestTheNextWeightGoesOnFromWhatWasLifted(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	workout := c.squatDay(t)
	first := c.schedule(t, c.id, workout, today.AddDays(-8), "10:00")
	second := c.schedule(t, c.id, workout, today.AddDays(-4), "10:00")
	next := c.schedule(t, c.id, workout, today.AddDays(2), "10:00")
	if got := c.onBar(t, next); got != "- -" {
		t.Errorf("of nothing known: %s", got)
	}
	heavy := func(kilograms float64, left int) []vars {
		return []vars{
			{"exerciseId": "back-squat", "sets": []vars{{"count": 3, "repetitions": 5, "kilograms": kilograms, "repsInReserve": left}}},
			{"exerciseId": "pull-up", "sets": []vars{{"repetitions": 8}, {"repetitions": 6}}},
		}
	}
	got := c.lifts(t, first, heavy(100, 3))
	want := `{"completeSession":{"session":{"result":{"lifts":[{"exercise":{"id":"back-squat"},"estimatedOneRepMaxKilograms":126.7,"sets":[{"count":3,"repetitions":5,"kilograms":100,"repsInReserve":3}]},` +
		`{"exercise":{"id":"pull-up"},"estimatedOneRepMaxKilograms":null,"sets":[{"count":1,"repetitions":8,"kilograms":null,"repsInReserve":null},{"count":1,"repetitions":6,"kilograms":null,"repsInReserve":null}]}]}}}}`
	if string(got.Data) != want {
		t.Errorf("\n got %s\nwant %s", got.body, want)
	}
	if got := c.onBar(t, next); got != "- 102.5 102.5 kg, 2.5 kg more than on Tue 17 Nov: more was left than planned." {
		t.Errorf("after the first: %s", got)
	}
	c.lifts(t, second, heavy(102.5, 0))
	for session, want := range map[string]string{
		first: "- -", second: "- 102.5 102.5 kg, 2.5 kg more than on Tue 17 Nov: more was left than planned.",
		next: "- 97.5 97.5 kg, 5 kg less than on Sat 21 Nov: it was harder than planned.",
	} {
		if got := c.onBar(t, session); got != want {
			t.Errorf("after the second: %s, want %s", got, want)
		}
	}
	c.ask(t, `mutation($id: ID!) { reopenSession(input: {sessionId: $id}) { session { id } } }`, vars{"id": second}, new(any))
	if got := c.onBar(t, next); !strings.HasPrefix(got, "- 102.5 ") {
		t.Errorf("without the second: %s", got)
	}
	c.ask(t, `mutation { undoCalendarChange(input: {}) { __typename } }`, nil, new(any))
	if got := c.onBar(t, next); !strings.HasPrefix(got, "- 97.5 ") {
		t.Errorf("with the second again: %s", got)
	}

	var logged struct {
		LogActivities struct {
			Activities []struct {
				ID    string
				Lifts json.RawMessage
			}
		}
	}
	c.ask(t, `mutation($a: ActivityInput!) { logActivities(input: {activities: [$a]}) { activities { id lifts { exercise { id } sets { count repetitions kilograms repsInReserve } } } } }`,
		vars{"a": vars{"date": today.AddDays(-1).String(), "sport": "STRENGTH", "durationSeconds": 1800, "rpe": 7, "match": false,
			"lifts": []vars{{"exerciseId": "back-squat", "sets": []vars{{"count": 3, "repetitions": 5, "kilograms": 110, "repsInReserve": 2}}}}}}, &logged)
	if got := string(logged.LogActivities.Activities[0].Lifts); got != `[{"exercise":{"id":"back-squat"},"sets":[{"count":3,"repetitions":5,"kilograms":110,"repsInReserve":2}]}]` {
		t.Errorf("of the activity: %s", got)
	}
	if got := c.onBar(t, next); got != "- 110 110 kg, as on Tue 24 Nov." {
		t.Errorf("after the activity: %s", got)
	}
}

// What cannot have been lifted is refused, with the field.
func TestLiftsThatCannotBe(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	session := c.schedule(t, c.id, c.squatDay(t), today.AddDays(-1), "10:00")
	one := []vars{{"repetitions": 5, "kilograms": 50}}
	for name, r := range map[string]struct {
		lifts []vars
		path  string
	}{
		"no exercise of the catalogue": {[]vars{{"exerciseId": "moon-press", "sets": one}}, "lifts[0].exerciseId"},
		"a plank":                      {[]vars{{"exerciseId": "plank", "sets": one}}, "lifts[0].exerciseId"},
		"one twice":                    {[]vars{{"exerciseId": "back-squat", "sets": one}, {"exerciseId": "back-squat", "sets": one}}, "lifts[1].exerciseId"},
		"no sets":                      {[]vars{{"exerciseId": "back-squat", "sets": []vars{}}}, "lifts[0].sets"},
		"too heavy":                    {[]vars{{"exerciseId": "back-squat", "sets": []vars{{"repetitions": 5, "kilograms": 601}}}}, "lifts[0].sets[0].kilograms"},
		"too many in reserve":          {[]vars{{"exerciseId": "back-squat", "sets": []vars{{"repetitions": 5, "repsInReserve": 11}}}}, "lifts[0].sets[0].repsInReserve"},
	} {
		a := c.lifts(t, session, r.lifts)
		if a.code() != "BAD_USER_INPUT" || len(a.Errors[0].Extensions.Fields) == 0 || a.Errors[0].Extensions.Fields[0].Path != r.path {
			t.Errorf("%s: %s", name, a.body)
		}
	}
	var run struct {
		CreateWorkout struct{ Workout struct{ ID string } }
	}
	c.ask(t, `mutation { createWorkout(input: {title: "A run", sport: RUN, focus: ENDURANCE, blocks: [{name: "Main", sport: RUN,
		steps: [{endurance: {end: {seconds: 1800}, target: {threshold: {start: 0.7}}}}]}]}) { workout { id } } }`, nil, &run)
	a := c.lifts(t, c.schedule(t, c.id, run.CreateWorkout.Workout.ID, today.AddDays(-2), "10:00"), []vars{{"exerciseId": "back-squat", "sets": one}})
	if a.code() != "BAD_USER_INPUT" || a.Errors[0].Extensions.Fields[0].Path != "lifts" {
		t.Errorf("lifts of a run: %s", a.body)
	}
	a = c.answer(t, `mutation($lifts: [LiftedExerciseInput!]!) { logActivities(input: {activities: [{date: "2026-11-20", sport: RUN, durationSeconds: 1800, rpe: 5, lifts: $lifts}]}) { activities { id } } }`,
		vars{"lifts": []vars{{"exerciseId": "back-squat", "sets": one}}})
	if a.code() != "BAD_USER_INPUT" || a.Errors[0].Extensions.Fields[0].Path != "activities[0].lifts" {
		t.Errorf("lifts of a running activity: %s", a.body)
	}
}
