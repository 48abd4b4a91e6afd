package state

import (
	"slices"

	"fortnight/training"
)

// Sessions are the draft's, with what their workouts demand.
func (f *Fortnight) Sessions() []training.Session {
	standing, list := f.Standing(), make([]training.Session, 0, len(f.Draft))
	for _, p := range f.Draft {
		w := f.Workouts[p.WorkoutID]
		s := training.Session{PlannedSession: p.Planned(&f.Run), Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load}
		if old, there := standing[p.ID]; there && p.Existing {
			s = *old
			s.Date, s.Start = p.Date, p.Start
			p.Tell(&s.PlannedSession)
		}
		list = append(list, s)
	}
	return list
}

// ToPlace are the draft's sessions without those that stay whatever is planned.
func (f *Fortnight) ToPlace() []training.Session {
	kept := map[training.SessionID]bool{}
	for _, s := range f.Kept() {
		kept[s.ID] = true
	}
	return slices.DeleteFunc(f.Sessions(), func(s training.Session) bool { return kept[s.ID] })
}
