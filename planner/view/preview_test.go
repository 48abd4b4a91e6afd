package view_test

import (
	"reflect"
	"slices"
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

// A what-if is judged as the calendar is once the same was done, also after a session that was missed: what was planned after it is what stands.
func TestAWhatIfIsJudgedAsACalendar(t *testing.T) {
	const today = training.Date(20_000)
	session := func(id training.SessionID, day training.Date, status training.SessionStatus) training.Session {
		s := training.Session{PlannedSession: training.PlannedSession{ID: id, WorkoutID: "easy", Date: day, Start: 420, Status: status}, Sport: training.Run}
		s.Load = training.Load{TSS: 40, DurationSeconds: 2400}
		return s
	}
	profile := training.NewProfile("Europe/Berlin")
	calendar := view.CalendarView{From: today, DayCount: 14, Snapshot: runs.Snapshot{
		Athlete: training.User{ID: "a", Profile: profile}, Today: today, Revision: 7,
		Sessions: []training.Session{session("missed", today-1, training.Skipped), session("next", today+2, training.Planned)},
	}}
	added := session("added", today+1, training.Planned)
	p := view.NewPreview(calendar)
	p.Sessions = append(p.Sessions, added)
	would, err := p.RulesInput()
	if err != nil {
		t.Fatal(err)
	}
	calendar.Sessions = append(slices.Clone(calendar.Sessions), added)
	is, err := calendar.RulesInput()
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(would, is) {
		t.Errorf("it would be judged by\n%+v\nand is by\n%+v", would, is)
	}
	if want := []float64{40, 40}; len(is.Missed) != 1 || !slices.Equal(is.Missed[0].Planned[1:], want) {
		t.Errorf("missed is %+v", is.Missed)
	}
}
