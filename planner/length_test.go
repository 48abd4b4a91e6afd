package planner_test

import (
	"testing"

	"fortnight/planner/runs"
)

// The shortest and the longest plans that can be asked for.
func TestPlansOfAnyLength(t *testing.T) {
	withoutRace(t)
	for name, build := range scenarios {
		for _, days := range []int{1, 6, 28} {
			m, run := build(), request(days)
			plan(t, m, run)
			if m.outcome.Status != runs.Succeeded {
				t.Errorf("%s, %d days: %s", name, days, *m.outcome.Failure)
				continue
			}
			if faults := m.faults(run); days >= 14 && len(faults) > 0 { // the scenarios' locks stand on days 1 to 14
				t.Errorf("%s, %d days: %v", name, days, faults)
			}
			for _, c := range m.outcome.Certificate.Checks {
				if c.From > c.To {
					t.Errorf("%s, %d days: %s looks at %s to %s", name, days, c.RuleID, c.From, c.To)
				}
			}
		}
	}
}
