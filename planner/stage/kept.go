package stage

import (
	"fmt"
	"slices"

	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/training"
)

// keptMessage says why a session stays.
func keptMessage(h *state.Horizon, s *training.Session) string {
	why := "is planned already and stays"
	switch {
	case s.Status == training.Completed:
		why = "is done"
	case s.Lock != nil:
		why = "is locked"
	case slices.Contains(h.Begun, s.ID):
		why = "stays, as its time has come"
	}
	return fmt.Sprintf("%s %s, %s (%s, %.0f TSS), %s.", prose.Day(s.Date), s.Start, s.Title, prose.Minutes(s.Load.DurationSeconds), s.Load.TSS, why)
}
