package api_test

import (
	"fmt"
	"slices"
	"testing"

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
