package api_test

import (
	"strings"
	"testing"
)

// A proposal that waited while the calendar went on is not applied, and the answer says what has come or gone.
func TestApplyOnACalendarThatMovedOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	run, _ := c.plan(t, vars{"apply": false})
	var found struct {
		SearchWorkouts struct {
			Nodes []struct{ Workout struct{ ID, Title string } }
		}
	}
	c.ask(t, `{ searchWorkouts(text: "recovery jog", first: 1) { nodes { workout { id title } } } }`, nil, &found)
	jog := found.SearchWorkouts.Nodes[0].Workout
	var data any
	c.ask(t, `mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { id } } }`,
		vars{"input": vars{"workoutId": jog.ID, "date": first.AddDays(1).String(), "start": "12:00"}}, &data)
	before := c.calendar(t)
	a, err := c.post(t.Context(), `mutation($run: ID!) { applyPlan(input: {runId: $run}) { calendar { revision } } }`, vars{"run": run})
	must(t, err)
	if a.code() != "CONFLICT" || !strings.Contains(a.Errors[0].Message, "Thu 26 Nov 12:00 has come ("+jog.Title+")") {
		t.Errorf("got %s", a.body)
	}
	if after := c.calendar(t); after != before {
		t.Errorf("the calendar was\n%s\nand is\n%s", before, after)
	}
}
