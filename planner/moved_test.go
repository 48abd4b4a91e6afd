package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/planner/view"
	"fortnight/training"
)

func TestMovedOn(t *testing.T) {
	m, run := timeCrunchedCyclist(), request(14)
	run.Apply = false
	plan(t, m, run)
	run.Changes = m.outcome.Changes
	now := m.snapshot
	if got := view.MovedOn(run, now); !strings.HasPrefix(got, "the sessions are the same") {
		t.Errorf("nothing moved: %s", got)
	}
	now.Sessions = nil
	if got := view.MovedOn(run, now); got != "a session of Sat 5 Dec has gone" {
		t.Errorf("the lock is gone: %s", got)
	}
	now.Sessions = slices.Clone(m.snapshot.Sessions)
	now.Sessions[0].Date = monday
	if got := view.MovedOn(run, now); got != "Mon 30 Nov 09:00 has come (Over-unders, 75 min), a session of Sat 5 Dec has gone" {
		t.Errorf("the lock has moved: %s", got)
	}
	for d := range 9 {
		now.Sessions = append(now.Sessions, training.Session{PlannedSession: training.PlannedSession{Date: monday.AddDays(d), Start: 420}})
	}
	if got := view.MovedOn(run, now); strings.Count(got, ",") != 5+1 || !strings.HasSuffix(got, "and 6 more") {
		t.Errorf("many: %s", got)
	}
}
