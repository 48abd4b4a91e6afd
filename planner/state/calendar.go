package state

import (
	"fortnight/planner/runs"
	"fortnight/training"
)

// CalendarOf is what applying a proposal does to a calendar: its sessions are saved unless they stand there already as they are, and
// what is planned on its days, not fixed and not in the proposal, is taken away.
func CalendarOf(run runs.Run, proposal []runs.ProposedSession, snapshot runs.Snapshot, revision int) *runs.Calendar {
	h := Horizon{Run: run, Snapshot: snapshot}
	standing := map[training.SessionID]*training.Session{}
	for i := range snapshot.Sessions {
		standing[snapshot.Sessions[i].ID] = &snapshot.Sessions[i]
	}
	calendar := &runs.Calendar{Revision: revision}
	stays := map[training.SessionID]bool{}
	for _, p := range proposal {
		stays[p.ID] = true
		old, there := standing[p.ID]
		switch {
		case !there:
			calendar.Save = append(calendar.Save, training.PlannedSession{
				ID: p.ID, AthleteID: run.AthleteID, Date: p.Date, Start: p.Start, WorkoutID: p.WorkoutID, Status: training.Planned, Key: p.Key,
				Rationale: &p.Rationale, RunID: run.ID,
			})
		case old.Date != p.Date || old.Start != p.Start:
			moved := old.PlannedSession
			moved.Date, moved.Start = p.Date, p.Start
			calendar.Save = append(calendar.Save, moved)
		}
	}
	for i := range snapshot.Sessions {
		if s := &snapshot.Sessions[i]; h.InDays(s) && !h.Fixed(s) && !stays[s.ID] {
			calendar.Remove = append(calendar.Remove, s.ID)
		}
	}
	return calendar
}
