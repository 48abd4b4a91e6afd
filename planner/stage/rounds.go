package stage

import (
	"fmt"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/solver"
	"fortnight/training"
)

// Begin lets the slots that no model filled begin with what stands.
func Begin(f *state.Fortnight, s *solver.Solver, standing []runs.ProposedSession) {
	for n, slot := range s.Slots() {
		for _, p := range standing {
			if !slot.Fixed && p.Made == IDIn(f, slot, p.WorkoutID) {
				s.Begin(n, p.WorkoutID)
			}
		}
	}
}

// Replaced tells slot by slot what a round has changed.
func Replaced(f *state.Fortnight, s *solver.Solver, before []runs.ProposedSession) []runs.Event {
	var events []runs.Event
	for _, slot := range s.Slots() {
		var was, is training.WorkoutID
		for _, p := range before {
			if p.Made == IDIn(f, slot, p.WorkoutID) {
				was = p.WorkoutID
			}
		}
		if slot.Session != nil {
			is = slot.Session.WorkoutID
		}
		if was == is {
			continue
		}
		date := f.Run.From.AddDays(slot.Day)
		because := f.BrokenOn(date)
		message := fmt.Sprintf("%s: %s gives way to %s, because %s", prose.Day(date), titleOf(f, was), titleOf(f, is), state.CheckMessage(&because))
		events = append(events, &runs.SessionReplaced{
			EventHead: runs.Head(runs.Repair, prose.Clip(message, runs.MaxMessageRunes)), Date: date, Before: was, After: is, Because: because,
		})
	}
	return events
}

func titleOf(f *state.Fortnight, id training.WorkoutID) string {
	if id == "" {
		return "rest"
	}
	return f.Workouts[id].Title
}
