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
