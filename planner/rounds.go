package planner

import (
	"fmt"

	"fortnight/prose"
	"fortnight/solver"
	"fortnight/training"
)

// begin lets the slots that no model filled begin with what stands.
func begin(f *fortnight, s *solver.Solver, standing []ProposedSession) {
	for n, slot := range s.Slots() {
		for _, p := range standing {
			if !slot.Fixed && p.Made == idIn(f, slot, p.WorkoutID) {
				s.Begin(n, p.WorkoutID)
			}
		}
	}
}

// replaced tells slot by slot what a round has changed.
func replaced(f *fortnight, s *solver.Solver, before []ProposedSession) []Event {
	var events []Event
	for _, slot := range s.Slots() {
		var was, is training.WorkoutID
		for _, p := range before {
			if p.Made == idIn(f, slot, p.WorkoutID) {
				was = p.WorkoutID
			}
		}
		if slot.Session != nil {
			is = slot.Session.WorkoutID
		}
		if was == is {
			continue
		}
		date := f.run.From.AddDays(slot.Day)
		because := f.brokenOn(date)
		message := fmt.Sprintf("%s: %s gives way to %s, because %s", prose.Day(date), titleOf(f, was), titleOf(f, is), checkMessage(&because))
		events = append(events, &SessionReplaced{
			EventHead: head(Repair, prose.Clip(message, maxMessageRunes)), Date: date, Before: was, After: is, Because: because,
		})
	}
	return events
}

func titleOf(f *fortnight, id training.WorkoutID) string {
	if id == "" {
		return "rest"
	}
	return f.workouts[id].Title
}
