package api_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// road is a season as a client reads it.
type road struct {
	From        string
	Goal        vars
	DaysToEvent *int
	Event       *struct{ ID, Name string }
	Athlete     struct{ ID string }
	Weeks       []roadWeek
	Notes       []struct{ Kind, Text string }
}

type familyID struct{ ID string }

type roadWeek struct {
	StartsOn, Phase, Reason string
	StepBack, Preview       bool
	Minutes                 int
	LongMinutes             *int
	Families                []familyID
}

const (
	goalFields = `{ kind format distanceMeters targetSeconds sports words understood note }`
	roadFields = `{ from daysToEvent event { id name } athlete { id } notes { kind text } goal ` + goalFields + `
		weeks { startsOn phase reason stepBack preview minutes longMinutes families { id } } }`
)

// season is an athlete's road from a day on, from that which is the default where it is empty.
func (c *client) season(t testing.TB, athlete, from string) road {
	t.Helper()
	var data struct{ Season road }
	variables := vars{"id": athlete}
	if from != "" {
		variables["from"] = from
	}
	c.ask(t, `query($id: ID, $from: Date) { season(athleteId: $id, from: $from) `+roadFields+` }`, variables, &data)
	return data.Season
}

// targetsOf are what a run says of its weeks, as a season has them, and of its goal.
func (c *client) targetsOf(t testing.TB, run string) (weeks []roadWeek, goal vars) {
	t.Helper()
	var data struct {
		PlanRun struct {
			Events nodesOf[struct {
				Goal  vars
				Weeks []struct {
					roadWeek

					Sessions []struct {
						Role   string
						Family *familyID
					}
				}
			}]
		}
	}
	c.ask(t, `query($id: ID!) { planRun(id: $id) { events(kinds: [TARGETS_SET]) { nodes { ... on TargetsSet { goal `+goalFields+`
		weeks { startsOn phase reason stepBack minutes longMinutes sessions { role family { id } } } } } } } }`, vars{"id": run}, &data)
	for _, e := range data.PlanRun.Events {
		if e.Goal == nil {
			continue
		}
		goal = e.Goal
		for _, told := range e.Weeks {
			w := told.roadWeek
			w.Families = []familyID{}
			for _, s := range told.Sessions {
				if slices.Contains([]string{"KEY", "SECOND_KEY", "TEST", "SHARPENER"}, s.Role) && s.Family != nil {
					w.Families = append(w.Families, *s.Family)
				}
			}
			weeks = append(weeks, w)
		}
	}
	return weeks, goal
}

// phases are where the weeks of a calendar stand, and why.
func (c *client) phases(t testing.TB, from training.Date, days int) (list [][2]string) {
	t.Helper()
	var data struct {
		Calendar struct {
			Weeks []struct{ Phase, PhaseReason *string }
		}
	}
	c.ask(t, `query($from: Date!, $days: Int!) { calendar(from: $from, days: $days) { weeks { phase phaseReason } } }`, vars{"from": from.String(), "days": days}, &data)
	for _, w := range data.Calendar.Weeks {
		if w.Phase == nil || w.PhaseReason == nil {
			list = append(list, [2]string{})
			continue
		}
		list = append(list, [2]string{*w.Phase, *w.PhaseReason})
	}
	return list
}

// The road begins with what a run says of its fortnight, before the plan stands on the calendar and after; a coach reads the same; and the
// calendar says of each of these weeks where they stand.
func TestTheRoadIsWhatTheFortnightsFollow(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	before := c.season(t, c.id, "")
	run, events := c.plan(t, vars{"seed": 2})
	if last := events[len(events)-1]; last.Type != "RunSucceeded" {
		t.Fatal(last.Message)
	}
	weeks, goal := c.targetsOf(t, run)
	if len(weeks) != 2 || len(before.Weeks) < 3 || before.From != first.String() || before.Athlete.ID != c.id {
		t.Fatalf("%d weeks of the run; %+v", len(weeks), before)
	}
	if !reflect.DeepEqual(before.Weeks[:2], weeks) || !reflect.DeepEqual(before.Goal, goal) {
		t.Errorf("the road begins with %+v, %v\nthe run says %+v, %v", before.Weeks[:2], before.Goal, weeks, goal)
	}
	if !before.Weeks[2].Preview || before.Weeks[2].StartsOn != (first+14).String() {
		t.Errorf("the third week is %+v", before.Weeks[2])
	}
	if after := coach.season(t, c.id, first.String()); !reflect.DeepEqual(after, before) {
		t.Errorf("to a coach, with the plan on the calendar, the road is %+v\nwithout %+v", after, before)
	}
	for i, at := range c.phases(t, first, 14) {
		if at != [2]string{weeks[i].Phase, weeks[i].Reason} {
			t.Errorf("the calendar has week %d at %v, the run at %s: %s", i+1, at, weeks[i].Phase, weeks[i].Reason)
		}
	}
	var data struct {
		Me struct {
			Profile struct{ Events []struct{ ID, Name string } }
		}
	}
	c.ask(t, `{ me { profile { events { id name } } } }`, nil, &data)
	if e := before.Event; e == nil || !slices.Contains(data.Me.Profile.Events, *e) {
		t.Errorf("%+v is none of %+v", e, data.Me.Profile.Events)
	}
	if len(before.Notes) == 0 || before.Notes[0].Kind != "LONG_SESSION" || before.Notes[0].Text == "" {
		t.Errorf("nothing is said of the long session: %+v", before.Notes)
	}
}

// An event leads the road: the days to it are counted, the weeks end with it, and its weeks taper.
func TestTheRoadEndsWithTheEvent(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	if none := c.season(t, c.id, ""); none.Event != nil || none.DaysToEvent != nil || len(none.Weeks) != 10 {
		t.Errorf("without an event: %+v", none)
	}
	var saved struct {
		SaveEvent struct{ Event struct{ ID string } }
	}
	day := first + 75
	c.ask(t, fmt.Sprintf(`mutation { saveEvent(input: {name: "City half", date: %q, sport: RUN, priority: A, format: RUN_HALF}) { event { id } } }`, day), nil, &saved)
	to := c.season(t, c.id, "")
	if to.Event == nil || to.Event.ID != saved.SaveEvent.Event.ID || to.DaysToEvent == nil || *to.DaysToEvent != 75 || len(to.Weeks) != 11 || to.Goal["format"] != "RUN_HALF" {
		t.Fatalf("%+v", to)
	}
	if last := to.Weeks[10]; last.Phase != "TAPER" || last.StartsOn != (first+70).String() {
		t.Errorf("the last week is %+v", last)
	}
	if at := c.phases(t, first+70, 7); at[0][0] != "TAPER" {
		t.Errorf("the calendar has that week at %v", at)
	}
	if at := c.phases(t, first-29, 28); at[0] != [2]string{} {
		t.Errorf("before anything was done a week stood at %v", at[0])
	}
}

// A goal that is asked for with a plan leads it in place of the profile's, and is shown with the run as it was asked and as it was understood.
func TestAPlanHasItsOwnGoal(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	c.stated(t, vars{"trainingGoal": vars{"kind": "HEALTH"}, "goal": nil})
	var events struct {
		Me struct {
			Profile struct{ Events []struct{ ID string } }
		}
	}
	c.ask(t, `{ me { profile { events { id } } } }`, nil, &events)
	for _, e := range events.Me.Profile.Events {
		c.ask(t, `mutation($id: ID!) { removeEvent(input: {id: $id}) { event { id } } }`, vars{"id": e.ID}, new(any))
	}
	asked := vars{"kind": "TIME", "format": "RUN_MARATHON", "targetSeconds": 7_200, "hoursPerWeek": 6.5}
	run, _ := c.plan(t, vars{"goal": asked, "apply": false})
	_, goal := c.targetsOf(t, run)
	if goal["kind"] != "TIME" || goal["format"] != "RUN_MARATHON" || goal["targetSeconds"] != 7_200.0 || goal["understood"] != true || goal["note"] == nil {
		t.Errorf("understood as %v", goal)
	}
	const shown = `query($id: ID!) { planRun(id: $id) { goal { kind event { name } format targetSeconds hoursPerWeek exercise { id } sports bodyParts } } }`
	var data struct{ PlanRun struct{ Goal vars } }
	c.ask(t, shown, vars{"id": run}, &data)
	want := vars{"kind": "TIME", "event": nil, "format": "RUN_MARATHON", "targetSeconds": 7_200.0, "hoursPerWeek": 6.5, "exercise": nil, "sports": []any{}, "bodyParts": []any{}}
	if !reflect.DeepEqual(data.PlanRun.Goal, want) {
		t.Errorf("shown as %v", data.PlanRun.Goal)
	}
	run, _ = c.plan(t, vars{"apply": false})
	data.PlanRun.Goal = nil
	c.ask(t, shown, vars{"id": run}, &data)
	if _, goal := c.targetsOf(t, run); data.PlanRun.Goal != nil || goal["kind"] != "HEALTH" {
		t.Errorf("without a goal of its own: %v, understood as %v", data.PlanRun.Goal, goal)
	}
}

// The event of a run's goal is null once it is removed; the rest of the goal stays.
func TestTheEventOfARunsGoalMayBeGone(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	var saved struct {
		SaveEvent struct{ Event struct{ ID string } }
	}
	c.ask(t, `mutation { saveEvent(input: {name: "City 10 km", date: "2027-03-01", sport: RUN, priority: A, format: RUN_10K}) { event { id } } }`, nil, &saved)
	id := saved.SaveEvent.Event.ID
	run, _ := c.plan(t, vars{"goal": vars{"kind": "FINISH", "eventId": id}, "apply": false})
	var data struct {
		PlanRun struct {
			Goal struct {
				Kind  string
				Event *struct{ ID string }
			}
		}
	}
	const shown = `query($id: ID!) { planRun(id: $id) { goal { kind event { id } } } }`
	c.ask(t, shown, vars{"id": run}, &data)
	if e := data.PlanRun.Goal.Event; e == nil || e.ID != id {
		t.Errorf("%+v", data.PlanRun.Goal)
	}
	c.ask(t, `mutation($id: ID!) { removeEvent(input: {id: $id}) { event { id } } }`, vars{"id": id}, new(any))
	c.ask(t, shown, vars{"id": run}, &data)
	if data.PlanRun.Goal.Kind != "FINISH" || data.PlanRun.Goal.Event != nil {
		t.Errorf("with the event gone: %+v", data.PlanRun.Goal)
	}
}

// A season can be read whole, a dozen of them in one document; what costs too much beside one another is refused by its cost.
func TestASeasonHasItsPrice(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	whole := func(n int) string {
		text := "{"
		for i := range n {
			text += fmt.Sprintf(" s%d: season { ...whole }", i)
		}
		return text + ` } fragment whole on Season { from daysToEvent event { name } notes { text } goal ` + goalFields + `
			weeks { startsOn phase reason stepBack preview minutes longMinutes longMeters families { id } } }`
	}
	c.ask(t, whole(12), nil, new(any))
	if a := c.refused(t, "LIMIT_EXCEEDED", whole(18), nil); !strings.Contains(a.body, "points, and one may cost") {
		t.Error(a.body)
	}
}
