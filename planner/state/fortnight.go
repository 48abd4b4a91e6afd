package state

import (
	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// Fortnight is what passes from stage to stage: the days that are planned, the workouts that are known by now, measured for the athlete, and
// what has been decided. A stage reads it; what the stage decides it returns.
type Fortnight struct {
	Horizon
	Progress
	Workouts   solver.Workouts
	Identified map[training.WorkoutID]*rules.Identity
	Families   map[training.WorkoutID]session.ID // of them, as far as somebody has asked
	Written    map[training.WorkoutID]bool       // of them, those that were written for the plan and are not known to be in the library
}
