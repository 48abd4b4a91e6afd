package planner

import "fortnight/solver"

// fortnight is what passes from stage to stage: the days that are planned, the workouts that are known by now, measured for the athlete, and
// what has been decided. A stage reads it; what the stage decides it returns.
type fortnight struct {
	horizon
	progress
	workouts solver.Workouts
}
