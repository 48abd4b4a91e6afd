package planner_test

import (
	"os"
	"slices"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/rules"
	"fortnight/training"
)

// What a plan is judged by goes by the days from which it is looked at. One that is followed to the letter breaks no HARD rule on any day of it,
// of an athlete who has trained for long and of one who begins with it.
func TestAPlanThatIsFollowedStaysOne(t *testing.T) {
	t.Parallel()
	many, looked := 10, 0
	if os.Getenv("LONG") == "1" {
		many = 150
	}
	for n, a := range athletes.Make(2*many, 7, monday) {
		m := synthetic(&a)
		if n%2 == 1 {
			m.snapshot.Activities, m.snapshot.Past = nil, nil
		}
		plan(t, m, request(14))
		sessions := m.after()
		for today := monday + 1; today < monday+14; today++ {
			s, trained := m.snapshot, len(m.snapshot.Activities) > 0
			s.Today, s.Sessions = today, slices.Clone(sessions)
			for i := range s.Sessions {
				if d := &s.Sessions[i]; d.Date < today && d.Date >= monday {
					d.Status, trained = training.Completed, true
					d.Result = &training.SessionResult{DurationSeconds: d.Load.DurationSeconds, TSS: d.Load.TSS}
				}
			}
			if !trained {
				continue // the first week of somebody who has done nothing begins today (DAT-1)
			}
			looked++
			for _, v := range rules.Check(s.RulesInput(today, int(monday+14-today))).Violations() {
				if v.Severity == rules.Hard {
					t.Errorf("%s, on %s: %s %s", a.Name, today, v.RuleID, v.Message)
				}
			}
		}
	}
	if looked < 20*many {
		t.Errorf("only %d days were looked at", looked)
	}
}
