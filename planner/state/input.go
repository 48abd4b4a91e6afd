package state

import (
	"slices"

	"fortnight/brief"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// Whole is what the rules look at when nothing is added to these sessions any more, with what the weeks were meant to hold.
func (f *Fortnight) Whole(sessions []training.Session) rules.Input {
	in := f.Horizon.whole(sessions)
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
func (f *Fortnight) identities() map[training.WorkoutID]*rules.Identity {
	lifter := f.Prescribed().Lifter
	kept := f.Kept()
	for id, w := range f.Workouts {
		_, known := f.Identified[id]
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
		f.Identified[id] = identity
	}
	return f.Identified
}

// BriefInput is what the days are shaped from.
func (f *Fortnight) BriefInput(locked rules.Input) brief.Input {
	in := f.Known(locked)
	in.Wishes = f.Wishes
	return in
}

// Known is what the days are shaped from before a wish is read and levels are looked up.
func (h *Horizon) Known(locked rules.Input) brief.Input {
	in := brief.Input{
		From: h.Run.From, Days: h.Run.Days, Hours: h.Snapshot.Hours(), Ledger: h.Snapshot.Ledger(), Locked: locked, Kept: h.Kept(),
		LockedDays: h.Snapshot.LockedDays, CheckIns: training.Sickness(h.Snapshot.CheckIns, h.Snapshot.Restrictions), Restrictions: h.Snapshot.Restrictions, Goal: h.Run.Goal,
	}
	for i := range h.Run.Days {
		if date := h.Run.From.AddDays(i); h.GaveUp(date) {
			in.GaveUp = append(in.GaveUp, date)
		}
	}
	if last, any := h.LastKept(); any {
		in.FullUntil = last
	}
	return in
}
