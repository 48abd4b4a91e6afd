package api_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"fortnight/training"
)

// coachesGraph reads a coach's athletes with all that hangs on them, in one document.
const coachesGraph = `query($from: Date!, $to: Date!) {
	athletes(first: 20) {
		totalCount
		pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
		edges { cursor node { id } }
		nodes {
			id name
			calendar(from: $from, days: 14) {
				revision
				days { date tss sessions { date start status key workout {
					title sport focus durationSeconds tss
					blocks { name repeats steps { __typename label ... on EnduranceStep { end { seconds } target { kind start end } } ... on RepeatStep { repeats steps { label } } } }
				} } }
			}
			fitness(from: $from, to: $to) { date fitness form }
			activities(first: 5) { totalCount nodes { date sport tss } }
			planRuns(first: 2) { totalCount nodes { status from } }
			checkIns(from: $from, to: $to) { date sick note }
			restrictions { condition open }
			events { name date }
		}
	}
}`

// A coach reads twenty athletes with their nested workouts in one static document, and sees what each of them sees.
func TestACoachReadsTwentyAthletesAtOnce(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t, bare)
	coach := w.user(t, training.RoleCoach)
	var hard vars
	athletes := map[string]*client{}
	for n := range 20 {
		c := w.user(t, training.RoleAthlete)
		c.grants(t, coach)
		athletes[c.id] = c
		if n == 0 {
			workout := c.createWorkout(t, "of a coach's athlete")
			hard = vars{"workout": workout}
			c.ask(t, `mutation { saveEvent(input: {name: "Town 10", date: "2027-03-07", sport: RUN, priority: A}) { event { id } } }`, nil, new(any))
			c.ask(t, `mutation { checkIn(input: {date: "2026-11-26", note: "slept well"}) { checkIn { date } } }`, nil, new(any))
			c.schedule(t, c.id, hard["workout"].(string), today.AddDays(2), "07:00")
		}
	}
	between := vars{"from": today.String(), "to": today.AddDays(13).String()}
	var data struct {
		Athletes struct {
			TotalCount int
			PageInfo   struct {
				HasNextPage, HasPreviousPage bool
				StartCursor, EndCursor       string
			}
			Edges []struct {
				Cursor string
				Node   struct{ ID string }
			}
			Nodes []map[string]json.RawMessage
		}
	}
	coach.ask(t, coachesGraph, between, &data)
	page := data.Athletes
	if page.TotalCount != 20 || len(page.Nodes) != 20 || len(page.Edges) != 20 || page.PageInfo.HasNextPage || page.PageInfo.StartCursor != page.Edges[0].Cursor ||
		page.PageInfo.EndCursor != page.Edges[19].Cursor {
		t.Errorf("the page is not the coach's twenty athletes: %+v", page.PageInfo)
	}
	fields := `{ calendar(from: $from, days: 14) { revision days { date tss sessions { date start status key workout {
		title sport focus durationSeconds tss
		blocks { name repeats steps { __typename label ... on EnduranceStep { end { seconds } target { kind start end } } ... on RepeatStep { repeats steps { label } } } }
	} } } } fitness(from: $from, to: $to) { date fitness form } }`
	seen := 0
	for i, node := range page.Nodes {
		var id string
		must(t, json.Unmarshal(node["id"], &id))
		if id != page.Edges[i].Node.ID {
			t.Errorf("node %d is not that of its edge", i)
		}
		var own map[string]json.RawMessage
		athletes[id].ask(t, `query($from: Date!, $to: Date!) `+fields, between, &own)
		for name, value := range own {
			if string(value) != string(node[name]) {
				t.Errorf("%s of %s:\nthe coach reads  %s\nthe athlete reads %s", name, id, node[name], value)
			}
		}
		if string(node["events"]) != "[]" {
			seen++
			for name, want := range map[string]string{
				"checkIns": `[{"date":"2026-11-26","sick":false,"note":"slept well"}]`, "events": `[{"name":"Town 10","date":"2027-03-07"}]`, "restrictions": `[]`,
				"activities": `{"totalCount":0,"nodes":[]}`, "planRuns": `{"totalCount":0,"nodes":[]}`,
			} {
				if string(node[name]) != want {
					t.Errorf("%s is %s, want %s", name, node[name], want)
				}
			}
		}
	}
	if seen != 1 {
		t.Errorf("%d athletes have events, want 1", seen)
	}
}

// What hangs on a user is null for whoever may see the name alone, and for whoever sees an own coach.
func TestWhatHangsOnAUserIsTheAthletes(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c, coach := w.user(t, training.RoleAthlete), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	var data json.RawMessage
	c.ask(t, `query($id: ID!, $d: Date!) { node(id: $id) { ... on User {
		role calendar { revision } fitness(from: $d, to: $d) { date } season { from } activities { totalCount } planRuns { totalCount } checkIns { date } events { name }
	} } }`, vars{"id": coach.id, "d": today.String()}, &data)
	want := `{"node":{"role":"COACH","calendar":null,"fitness":null,"season":null,"activities":null,"planRuns":null,"checkIns":null,"events":null}}`
	if string(data) != want {
		t.Errorf("got  %s\nwant %s", data, want)
	}
}

// A list is counted whole, whatever page of it is asked for.
func TestListsAreCounted(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	for n := range 3 {
		c.createWorkout(t, fmt.Sprintf("own %d", n))
	}
	var data struct {
		Workouts struct {
			TotalCount int
			Nodes      []struct{ Title string }
			PageInfo   struct{ HasNextPage bool }
		}
	}
	c.ask(t, `{ workouts(filter: {mine: true}, first: 2) { totalCount nodes { title } pageInfo { hasNextPage } } }`, nil, &data)
	if got := data.Workouts; got.TotalCount != 3 || len(got.Nodes) != 2 || !got.PageInfo.HasNextPage {
		t.Errorf("got %+v", got)
	}
}
