package state

import (
	"reflect"

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
			calendar.Save = append(calendar.Save, p.Planned(&run))
		default:
			after := old.PlannedSession
			after.Date, after.Start = p.Date, p.Start
			if p.Tell(&after); !reflect.DeepEqual(after, old.PlannedSession) {
				calendar.Save = append(calendar.Save, after)
			}
		}
	}
	for i := range snapshot.Sessions {
		if s := &snapshot.Sessions[i]; h.InDays(s) && !h.Fixed(s) && !stays[s.ID] {
			calendar.Remove = append(calendar.Remove, s.ID)
		}
	}
	return calendar
}
