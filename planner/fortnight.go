package planner

import (
	"slices"

	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// fortnight is what passes from stage to stage: the days that are planned, the workouts that are known by now, measured for the athlete, and
// what has been decided. A stage reads it; what the stage decides it returns.
type fortnight struct {
	horizon
	progress
	workouts   solver.Workouts
	identified map[training.WorkoutID]*rules.Identity
	families   map[training.WorkoutID]session.ID // of them, as far as somebody has asked
	written    map[training.WorkoutID]bool       // of them, those that were written for the plan and are not known to be in the library
}

// whole is what the rules look at when nothing is added to these sessions any more, with what the weeks were meant to hold.
func (f *fortnight) whole(sessions []training.Session) rules.Input {
	in := f.horizon.whole(sessions)
	if f.Brief == nil {
		return in
	}
	in.Goal, in.Workouts = &f.Brief.Goal, f.identities()
	for i := range f.Brief.Weeks {
		w := &f.Brief.Weeks[i]
		target := rules.WeekTarget{First: w.First, Minutes: w.Minutes, StepBack: w.StepBack, Floors: w.Floors}
		for n := range w.Slots {
			target.Wished = append(target.Wished, w.Slots[n].Families...) // the season has looked at their windows
		}
		in.Weeks = append(in.Weeks, target)
	}
	return in
}

// identities are what the known workouts are as doses of families, and which of them are never proposed to the athlete. What stands by
// somebody's hand is nobody's proposal: of its workouts nothing is said.
func (f *fortnight) identities() map[training.WorkoutID]*rules.Identity {
	lifter := f.prescribed().Lifter
	kept := f.kept()
	for id, w := range f.workouts {
		_, known := f.identified[id]
		if known || slices.ContainsFunc(kept, func(s training.Session) bool { return s.WorkoutID == id }) {
			continue
		}
		identity := &rules.Identity{}
		if read, known := session.LevelOf(w); known {
			identity.Family, identity.Level = read.Family, read.Level
		}
		if reason, bad := session.Forbidden(w, lifter); bad {
			identity.Forbidden = reason
		}
		f.identified[id] = identity
	}
	return f.identified
}
