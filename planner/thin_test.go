package planner_test

import (
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/training"
)

// Who has logged a few days gets about the plan of somebody who has logged none: some days are no habit and no usual week, and what is longer than may
// be planned while so little is known (DAT-1) is no reason for nothing at all.
func TestAFewLoggedDaysLeaveAPlan(t *testing.T) {
	tried := 0
	for _, a := range athletes.Make(16, 7, monday) {
		if a.Profile.Level == training.Novice || len(a.Activities) == 0 || a.Profile.AwaitsClearance || len(a.CheckIns) > 0 {
			continue
		}
		planned := func(days int) (sessions, minutes int) {
			m := synthetic(&a)
			m.snapshot.Activities = nil
			for _, done := range a.Activities {
				if done.Date >= monday.AddDays(-days) {
					m.snapshot.Activities = append(m.snapshot.Activities, done)
				}
			}
			plan(t, m, request(14))
			if m.outcome.Status != runs.Succeeded {
				t.Errorf("%s, %d days: %s", a.Name, days, m.outcome.Status)
			}
			for i := range m.outcome.Proposal {
				w := m.workoutOf(m.outcome.Proposal[i].WorkoutID)
				sessions, minutes = sessions+1, minutes+w.DurationSeconds/60
			}
			return sessions, minutes
		}
		none, least := planned(0)
		if tried++; none == 0 {
			continue
		}
		for _, days := range []int{4, 8, 12} {
			if n, minutes := planned(days); 3*n < 2*none || 2*minutes < least {
				t.Errorf("%s: %d sessions and %d min where %d days are known, %d and %d where none is", a.Name, n, minutes, days, none, least)
			}
		}
	}
	if tried < 6 {
		t.Errorf("%d athletes", tried)
	}
}
