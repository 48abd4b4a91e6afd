// Package state is what the stages of a run hand on, as values: the horizon is the days of a request and all that is known of them when planning
// begins, progress what is recorded of a run after each stage, and the fortnight both together with the workouts known by then. What the rules
// and the weeks are asked of them is worked out here, so that every stage asks the same. It reads no store and no clock, and decides nothing.
package state
