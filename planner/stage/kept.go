package stage

import (
	"fmt"

	"fortnight/prose"
	"fortnight/training"
)

func keptMessage(s *training.Session) string {
	why := "is planned already and stays"
	switch {
	case s.Status == training.Completed:
		why = "is done"
	case s.Lock != nil:
		why = "is locked"
	}
	return fmt.Sprintf("%s %s, %s (%s, %.0f TSS), %s.", prose.Day(s.Date), s.Start, s.Title, prose.Minutes(s.Load.DurationSeconds), s.Load.TSS, why)
}
