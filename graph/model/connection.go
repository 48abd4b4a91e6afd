package model

import (
	"context"

	"fortnight/planner/runs"
	"fortnight/training"
)

// Connection is a page as the GraphQL Cursor Connections specification has it, with what it is counted by.
type Connection[T any] struct {
	Items   []T
	Cursors []string // behind each item
	Next    bool     // there are more
	After   bool     // it follows another page
	Count   func(context.Context) (int, error)
}

// Nodes are the items.
func (c *Connection[T]) Nodes() []*T {
	list := make([]*T, len(c.Items))
	for i := range c.Items {
		list[i] = &c.Items[i]
	}
	return list
}

// PageInfo is where the page begins and ends.
func (c *Connection[T]) PageInfo() *PageInfo {
	info := &PageInfo{HasNextPage: c.Next, HasPreviousPage: c.After}
	if n := len(c.Cursors); n > 0 {
		info.StartCursor, info.EndCursor = &c.Cursors[0], &c.Cursors[n-1]
	}
	return info
}

// TotalCount is how many the whole list has, as far as it is counted.
func (c *Connection[T]) TotalCount(ctx context.Context) (int, error) { return c.Count(ctx) }

func edges[T, E any](c *Connection[T], edge func(node *T, cursor string) *E) []*E {
	list := make([]*E, len(c.Items))
	for i := range c.Items {
		list[i] = edge(&c.Items[i], c.Cursors[i])
	}
	return list
}

// UserConnection is a page of users.
type UserConnection struct{ Connection[training.User] }

// Edges are the users with their cursors.
func (c *UserConnection) Edges() []*UserEdge {
	return edges(&c.Connection, func(node *training.User, cursor string) *UserEdge { return &UserEdge{Node: node, Cursor: cursor} })
}

// WorkoutConnection is a page of workouts.
type WorkoutConnection struct{ Connection[training.Workout] }

// Edges are the workouts with their cursors.
func (c *WorkoutConnection) Edges() []*WorkoutEdge {
	return edges(&c.Connection, func(node *training.Workout, cursor string) *WorkoutEdge {
		return &WorkoutEdge{Node: node, Cursor: cursor}
	})
}

// WorkoutMatchConnection is a page of workouts that were found by meaning.
type WorkoutMatchConnection struct {
	Connection[training.WorkoutMatch]
}

// Edges are the workouts with their cursors.
func (c *WorkoutMatchConnection) Edges() []*WorkoutMatchEdge {
	return edges(&c.Connection, func(node *training.WorkoutMatch, cursor string) *WorkoutMatchEdge {
		return &WorkoutMatchEdge{Node: node, Cursor: cursor}
	})
}

// ExerciseConnection is a page of exercises.
type ExerciseConnection struct {
	Connection[training.Exercise]
}

// Edges are the exercises with their cursors.
func (c *ExerciseConnection) Edges() []*ExerciseEdge {
	return edges(&c.Connection, func(node *training.Exercise, cursor string) *ExerciseEdge {
		return &ExerciseEdge{Node: node, Cursor: cursor}
	})
}

// ActivityConnection is a page of activities.
type ActivityConnection struct{ Connection[training.Activity] }

// Edges are the activities with their cursors.
func (c *ActivityConnection) Edges() []*ActivityEdge {
	return edges(&c.Connection, func(node *training.Activity, cursor string) *ActivityEdge {
		return &ActivityEdge{Node: node, Cursor: cursor}
	})
}

// PlanRunConnection is a page of plan runs.
type PlanRunConnection struct{ Connection[runs.Run] }

// Edges are the runs with their cursors.
func (c *PlanRunConnection) Edges() []*PlanRunEdge {
	return edges(&c.Connection, func(node *runs.Run, cursor string) *PlanRunEdge { return &PlanRunEdge{Node: node, Cursor: cursor} })
}

// PlanEventConnection is a page of what a run decided.
type PlanEventConnection struct{ Connection[runs.Event] }

// Nodes are the decisions, which have their types.
func (c *PlanEventConnection) Nodes() []runs.Event { return c.Items }

// Edges are the decisions with their cursors.
func (c *PlanEventConnection) Edges() []*PlanEventEdge {
	return edges(&c.Connection, func(node *runs.Event, cursor string) *PlanEventEdge {
		return &PlanEventEdge{Node: *node, Cursor: cursor}
	})
}
