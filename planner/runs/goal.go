package runs

import (
	"fortnight/brief"
	"fortnight/training"
)

// UnderstoodGoal is the goal that a plan goes by: as season.Choose finds it among events, what was stated and what was said. What is nil is
// not known; Sports are those that it is reached by, the first before the others. Understood is false where the words held no meaning. Note
// is what the athlete has to know of it, nil for nothing.
type UnderstoodGoal struct {
	Kind           training.GoalKind     `json:"kind"`
	Format         *training.EventFormat `json:"format,omitempty"`
	DistanceMeters *float64              `json:"distanceMeters,omitempty"`
	TargetSeconds  *int                  `json:"targetSeconds,omitempty"`
	Sports         []training.Sport      `json:"sports"`
	Words          *string               `json:"words,omitempty"`
	Understood     bool                  `json:"understood"`
	Note           *string               `json:"note,omitempty"`
}

// GoalOf is a brief's goal as clients see it.
func GoalOf(b *brief.Brief) UnderstoodGoal {
	g := &b.Goal
	return UnderstoodGoal{
		Kind: g.Kind, Format: OrNil(g.Format), DistanceMeters: OrNil(g.DistanceMeters), TargetSeconds: OrNil(g.TargetSeconds),
		Sports: append([]training.Sport{}, g.Sports...), Words: OrNil(g.Words), Understood: !g.NotUnderstood, Note: OrNil(b.OfGoal()),
	}
}
