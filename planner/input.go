package planner

import (
	"slices"

	"fortnight/brief"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

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

// briefInput is what the days are shaped from.
func (f *fortnight) briefInput(locked rules.Input) brief.Input {
	in := f.known(locked)
	in.Wishes, in.Standings = f.Wishes, f.standings()
	return in
}

// known is what the days are shaped from before a wish is read and levels are looked up.
func (h *horizon) known(locked rules.Input) brief.Input {
	in := brief.Input{
		From: h.run.From, Days: h.run.Days, Hours: h.snapshot.Hours(), Ledger: h.snapshot.Ledger(), Locked: locked, Kept: h.kept(),
		LockedDays: h.snapshot.LockedDays, CheckIns: h.snapshot.CheckIns, Goal: h.run.Goal,
	}
	for i := range h.run.Days {
		if date := h.run.From.AddDays(i); h.gaveUp(date) {
			in.GaveUp = append(in.GaveUp, date)
		}
	}
	if last, any := h.lastKept(); any {
		in.FullUntil = last
	}
	return in
}
