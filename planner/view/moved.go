package view

import (
	"fmt"
	"strings"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/training"
)

// MaxMoved bounds how many differences are told.
const MaxMoved = 5

// MovedOn says what has come to the planned days of a run and what has gone from them since its plan was made. Where the sessions are
// the same, something else that plans rest on has changed.
func MovedOn(run runs.Run, now runs.Snapshot) string {
	type place struct {
		date    training.Date
		workout training.WorkoutID
	}
	stood, elsewhere := map[place]int{}, map[training.WorkoutID]int{} // the plan moved what stood elsewhere
	for _, c := range run.Changes {
		switch {
		case c.Before == "":
		case c.Kind == runs.Moved:
			elsewhere[c.Before]++
		default:
			stood[place{c.Date, c.Before}]++
		}
	}
	var told []string
	h := state.Horizon{Run: run, Snapshot: now}
	for i := range now.Sessions {
		s := &now.Sessions[i]
		at := place{s.Date, s.WorkoutID}
		switch {
		case !h.InDays(s) || state.Skipped(s):
		case stood[at] > 0:
			stood[at]--
		case elsewhere[s.WorkoutID] > 0:
			elsewhere[s.WorkoutID]--
		default:
			told = append(told, fmt.Sprintf("%s %s has come (%s)", prose.Day(s.Date), s.Start, s.Title))
		}
	}
	for _, c := range run.Changes { // in the order of the plan
		if at := (place{c.Date, c.Before}); c.Kind != runs.Moved && stood[at] > 0 {
			stood[at]--
			told = append(told, fmt.Sprintf("a session of %s has gone", prose.Day(c.Date)))
		}
	}
	if len(told) == 0 {
		return "the sessions are the same; something else that plans rest on is not — hours, history, locks, check-ins, limits or the profile —, or what was changed was changed back"
	}
	if len(told) > MaxMoved {
		told = append(told[:MaxMoved], fmt.Sprintf("and %d more", len(told)-MaxMoved))
	}
	return strings.Join(told, ", ")
}
