package view_test

import (
	"testing"

	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/training"
)

// What a plan has put on the days and is still to be done is a plan's in a what-if too; what a person put there, what is done and what stands on other
// days is not.
func TestOfPlans(t *testing.T) {
	because := "Easy volume."
	session := func(workout training.WorkoutID, day training.Date, run training.RunID, status training.SessionStatus) training.Session {
		s := training.Session{PlannedSession: training.PlannedSession{ID: training.SessionID(workout), WorkoutID: workout, Date: day, RunID: run, Status: status}}
		if run != "" {
			s.Rationale = &because
		}
		return s
	}
	const from = training.Date(20_000)
	replaced := session("replaced", from+1, "run", training.Planned)
	replaced.Rationale = nil
	p := view.NewPreview(view.CalendarView{From: from, DayCount: 7, Snapshot: runs.Snapshot{Sessions: []training.Session{
		session("plan's", from, "run", training.Planned), session("plan's", from+2, "run", training.Planned), session("hand's", from+1, "", training.Planned),
		session("done", from, "run", training.Completed), session("later", from+7, "run", training.Planned), replaced,
	}}})
	p.Sessions = nil // what would be does not matter
	of := p.OfPlans()
	if len(of) != 1 || len(of["plan's"]) != 2 || of["plan's"][0].RunID != "run" || of["plan's"][0].Rationale != &because {
		t.Errorf("of plans are %v", of)
	}
}
