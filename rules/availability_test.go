package rules

import (
	"testing"

	"fortnight/training"
)

// The minutes outside the windows are at most those of the session, however far off the nearest window is.
func TestMinutesOutside(t *testing.T) {
	for start, want := range map[string]float64{"06:00": 0, "05:30": 30, "07:20": 20, "12:00": 60} {
		in := input(session(1, start, run))
		in.Profile.Availability = []training.AvailabilityWindow{
			{Weekday: training.Monday, From: 6 * 60, To: 8 * 60}, {Weekday: training.Monday, From: 20 * 60, To: 21 * 60},
		}
		for _, c := range Check(in).Checks {
			if c.RuleID == "AVL-1" && len(c.Sessions) == 1 && c.Limit == 0 && *c.Measured != want {
				t.Errorf("an hour from %s: %v min outside, want %v", start, *c.Measured, want)
			}
		}
	}
}
