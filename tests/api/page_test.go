package api_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/training"
)

// 13 §2: pages are as the Cursor Connections specification has them, which Relay's compiler asks for.
func TestPagesAreConnections(t *testing.T) {
	t.Parallel()
	w := newWorld(t, bare)
	c := w.user(t, training.RoleAthlete)
	var all []string
	for i := range 5 {
		all = append(all, c.createWorkout(t, fmt.Sprintf("Easy %d", i)))
	}
	type page struct {
		Edges []struct {
			Cursor string
			Node   struct{ ID string }
		}
		PageInfo struct {
			HasNextPage, HasPreviousPage bool
			StartCursor, EndCursor       *string
		}
	}
	read := func(after *string) page {
		var data struct{ Workouts page }
		c.ask(t, `query($after: String) { workouts(filter: {mine: true}, first: 2, after: $after) {
			edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`, vars{"after": after}, &data)
		return data.Workouts
	}
	var found []string
	var after *string
	for n, size := range []int{2, 2, 1} {
		p := read(after)
		if len(p.Edges) != size {
			t.Fatalf("page %d has %d edges, want %d", n, len(p.Edges), size)
		}
		if info := p.PageInfo; info.HasPreviousPage != (n > 0) || info.HasNextPage != (n < 2) ||
			*info.StartCursor != p.Edges[0].Cursor || *info.EndCursor != p.Edges[size-1].Cursor {
			t.Errorf("page %d: %+v of %+v", n, info, p.Edges)
		}
		for _, edge := range p.Edges {
			found = append(found, edge.Node.ID)
		}
		after = p.PageInfo.EndCursor
	}
	if !slices.Equal(found, all) {
		t.Errorf("read %v, want %v", found, all)
	}
	if info := read(after).PageInfo; info.HasNextPage || !info.HasPreviousPage || info.StartCursor != nil || info.EndCursor != nil {
		t.Errorf("behind the last page: %+v", info)
	}
}

// What a text finds and the catalogue are read page by page as they are read at once, whatever the pages' sizes, and counted.
func TestWhatIsFoundIsPaged(t *testing.T) {
	t.Parallel()
	c := newWorld(t).user(t, training.RoleAthlete)
	type page struct {
		Edges []struct {
			Cursor string
			Node   struct {
				Name    string
				Workout struct{ ID string }
			}
		}
		PageInfo struct {
			HasNextPage, HasPreviousPage bool
			StartCursor, EndCursor       *string
		}
		TotalCount int
	}
	read := func(arguments, node string, first int, after *string) page {
		t.Helper()
		var data struct{ List page }
		c.ask(t, fmt.Sprintf(`query($first: Int, $after: String) { list: %s, first: $first, after: $after) {
			edges { cursor node { %s } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`, arguments, node), vars{"first": first, "after": after}, &data)
		return data.List
	}
	whole := func(arguments, node string, first int) (names []string, total int) {
		t.Helper()
		var after *string
		for {
			p := read(arguments, node, first, after)
			if n := len(p.Edges); p.PageInfo.HasPreviousPage != (after != nil) || n == 0 || n > first || p.PageInfo.HasNextPage && n != first ||
				*p.PageInfo.StartCursor != p.Edges[0].Cursor || *p.PageInfo.EndCursor != p.Edges[n-1].Cursor {
				t.Fatalf("%s, %d after %d: %+v", arguments, first, len(names), p)
			}
			for _, e := range p.Edges {
				names = append(names, e.Node.Name+e.Node.Workout.ID)
			}
			if total = p.TotalCount; !p.PageInfo.HasNextPage {
				return names, total
			}
			after = p.PageInfo.EndCursor
		}
	}
	for _, of := range []struct {
		arguments, node string
		sizes           []int
		least           int
	}{
		{`searchWorkouts(text: "easy run"`, "workout { id }", []int{50, 1, 7, 33}, 80},
		{`searchWorkouts(text: "endurance without running, 60 minutes"`, "workout { id }", []int{50, 9}, 50},
		{`searchWorkouts(text: "long", filter: {sports: [SWIM], minSeconds: 1800}`, "workout { id }", []int{50, 3}, 4},
		{`exercises(text: ""`, "name", []int{500, 41}, len(training.Exercises())},
		{`exercises(text: "squat", filter: {level: NOVICE}`, "name", []int{500, 2}, 4},
	} {
		all, total := whole(of.arguments, of.node, of.sizes[0])
		if total != len(all) || len(all) < of.least {
			t.Errorf("%s: %d are read, %d counted, want %d at least", of.arguments, len(all), total, of.least)
		}
		if unique := slices.Compact(slices.Sorted(slices.Values(all))); len(unique) != len(all) {
			t.Errorf("%s: something is on two pages", of.arguments)
		}
		for _, size := range of.sizes[1:] {
			if paged, total := whole(of.arguments, of.node, size); !slices.Equal(paged, all) || total != len(all) {
				t.Errorf("%s by %d: %v\nat once %v", of.arguments, size, paged, all)
			}
		}
	}
	easy := read(`searchWorkouts(text: "easy run"`, "workout { id }", 1, nil).PageInfo.EndCursor
	squat := read(`exercises(text: "squat"`, "name", 1, nil)
	for _, document := range []string{
		`query($after: String) { searchWorkouts(text: "hard run", after: $after) { totalCount } }`, // a cursor of another text
		`query($after: String) { searchWorkouts(text: "easy run", filter: {mine: true}, after: $after) { totalCount } }`,
		`query($after: String) { exercises(after: $after) { totalCount } }`,
	} {
		c.refused(t, "BAD_USER_INPUT", document, vars{"after": easy})
		c.refused(t, "BAD_USER_INPUT", document, vars{"after": "no cursor"})
	}
	if next := read(`exercises(text: ""`, "name", 1, squat.PageInfo.EndCursor); next.Edges[0].Node.Name <= squat.Edges[0].Node.Name {
		t.Errorf("behind %s comes %s", squat.Edges[0].Node.Name, next.Edges[0].Node.Name)
	}
}

// The kinds of decisions that can be asked for are the types that a decision may have.
func TestKindsOfDecisionsAreTheirTypes(t *testing.T) {
	schema := loadSchema(t)
	var kinds, types []string
	for _, v := range schema.Types["PlanEventKind"].EnumValues {
		kinds = append(kinds, strings.ReplaceAll(v.Name, "_", ""))
		if !strings.EqualFold(v.Description, strings.ReplaceAll(v.Name, "_", "")+".") {
			t.Errorf("%s is said to be %s", v.Name, v.Description)
		}
	}
	for _, d := range schema.PossibleTypes["PlanEvent"] {
		types = append(types, strings.ToUpper(d.Name))
	}
	slices.Sort(kinds)
	if slices.Sort(types); !slices.Equal(kinds, types) || len(kinds) != len(runs.EventKinds) {
		t.Errorf("kinds %v\ntypes %v", kinds, types)
	}
}

// The decisions of a run are read by kind and by stage, each as the type that it is; what is asked for wrongly is refused by name.
func TestDecisionsAreFoundByKindAndStage(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	run, told := c.plan(t, vars{"apply": false})
	type page struct {
		Edges []struct {
			Cursor string
			Node   event
		}
		Nodes    []event
		PageInfo struct {
			HasNextPage, HasPreviousPage bool
			StartCursor, EndCursor       *string
		}
		TotalCount int
	}
	read := func(arguments string) page {
		t.Helper()
		var data struct{ PlanRun struct{ Events page } }
		c.ask(t, `query($run: ID!) { planRun(id: $run) { events`+arguments+` { edges { cursor node { __typename sequence stage message } }
			nodes { __typename sequence stage message } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } } }`, vars{"run": run}, &data)
		return data.PlanRun.Events
	}
	for arguments, means := range map[string]func(event) bool{
		`(first: 500)`: func(event) bool { return true },
		`(kinds: [SESSION_PROPOSED], first: 500)`:               func(e event) bool { return e.Type == "SessionProposed" },
		`(kinds: [RUN_SUCCEEDED, STAGE_STARTED], first: 500)`:   func(e event) bool { return e.Type == "RunSucceeded" || e.Type == "StageStarted" },
		`(stages: [VALIDATE], first: 500)`:                      func(e event) bool { return e.Stage == "VALIDATE" },
		`(kinds: [STAGE_STARTED], stages: [ANALYZE, RETRIEVE])`: func(e event) bool { return e.Type == "StageStarted" && (e.Stage == "ANALYZE" || e.Stage == "RETRIEVE") },
		`(kinds: [RUN_FAILED])`:                                 func(event) bool { return false },
		`(kinds: [], stages: [])`:                               func(event) bool { return true },
	} {
		var want, got []int
		for _, e := range told {
			if means(e) {
				want = append(want, e.Sequence)
			}
		}
		p := read(arguments)
		for i, e := range p.Nodes {
			if got = append(got, e.Sequence); p.Edges[i].Node.Sequence != e.Sequence || p.Edges[i].Node.Type != e.Type || !means(e) {
				t.Errorf("%s: %+v beside %+v", arguments, p.Edges[i], e)
			}
		}
		if p.TotalCount != len(want) || !slices.Equal(got, want[:min(len(want), len(got))]) || p.PageInfo.HasNextPage != (len(got) < len(want)) || p.PageInfo.HasPreviousPage {
			t.Errorf("%s: %v of %d, want %v", arguments, got, p.TotalCount, want)
		}
		if p.PageInfo.HasNextPage {
			if next := read(fmt.Sprintf("(first: 1, after: %q)", *p.PageInfo.EndCursor)); next.Nodes[0].Sequence != got[len(got)-1]+1 || !next.PageInfo.HasPreviousPage {
				t.Errorf("behind %d comes %+v", got[len(got)-1], next.Nodes)
			}
		}
	}
	many := strings.Repeat("ANALYZE ", 7)
	for _, arguments := range []string{`(first: 0)`, `(first: 501)`, `(after: "7")`, `(stages: [` + many + `])`, `(kinds: [` + strings.Repeat("LOCK_KEPT ", 16) + `])`} {
		c.refused(t, "BAD_USER_INPUT", `query($run: ID!) { planRun(id: $run) { events`+arguments+` { totalCount } } }`, vars{"run": run})
	}
}
