package state

import (
	"maps"
	"slices"

	"fortnight/brief"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
	"fortnight/wish"
)

// Whole is what the rules look at when nothing is added to these sessions any more, with what the weeks were meant to hold.
func (f *Fortnight) Whole(sessions []training.Session) rules.Input {
	in := f.Horizon.whole(sessions)
	if f.Brief == nil {
		return in
	}
	in.Goal, in.Workouts = &f.Brief.Goal, f.identities()
	in.Weeks = f.weeks(in.Workouts, f.Workouts)
	return in
}

// Ended is what the rules look at when all is decided: with the rungs and the lengths of the long sessions too, which a search weighs by itself.
func (f *Fortnight) Ended(sessions []training.Session) rules.Input {
	in := f.Whole(sessions)
	for i := range in.Weeks {
		decide(&in.Weeks[i], f.Brief.Weeks[i].Slots)
	}
	return in
}

// decide adds to what a week was meant to hold the rungs of its key sessions and the length of its long one. A part of a rung's main set reads as a
// lower one: of it nothing is said.
func decide(w *rules.WeekTarget, slots []season.Slot) {
	for n := range slots {
		s := &slots[n]
		switch key := s.Role == season.K || s.Role == season.K2; {
		case s.Lock > 0:
		case key && s.Level > 0 && s.Share == 0:
			w.Rungs = append(w.Rungs, rules.RungTarget{Family: s.Family(), Level: s.Level})
		case s.Role == season.L:
			w.Long = &rules.LongTarget{Sport: s.Sport, Minutes: s.Minutes - s.Run} // in minutes, as it is told: how far they go is for the day
		}
	}
}

// weeks are what the weeks were meant to hold. A family's window is open for what the season has put into a week, for a lock that a wish asks
// for, and for one that a plan has put there: that went by the season and the wish of then.
func (f *Fortnight) weeks(of map[training.WorkoutID]*rules.Identity, known solver.Workouts) []rules.WeekTarget {
	weeks := make([]rules.WeekTarget, 0, len(f.Brief.Weeks))
	for i := range f.Brief.Weeks {
		w := &f.Brief.Weeks[i]
		target := rules.WeekTarget{First: w.First, Minutes: w.Minutes, StepBack: w.StepBack, Floors: w.Floors, Lifts: new(f.lifts(i))}
		for n := range w.Slots {
			if w.Slots[n].Lock == 0 {
				target.Wished = append(target.Wished, w.Slots[n].Families...)
			}
		}
		weeks = append(weeks, target)
	}
	for _, s := range f.locks() {
		week := int(s.Date-f.Run.From) / 7
		if identity := of[s.WorkoutID]; identity != nil && week < len(weeks) && (s.RunID != "" || f.asksFor(&s, known.Of(&s))) {
			weeks[week].Wished = append(weeks[week].Wished, identity.Family)
		}
	}
	return weeks
}

// lifts is how many lifts a week may hold: as many as the season has places for, and those that wishes ask for. What stays whatever is planned needs
// no place that the season has given away.
func (f *Fortnight) lifts(week int) int {
	stay := 0
	for _, s := range f.Kept() {
		if s.Sport == training.Strength && int(s.Date-f.Run.From)/7 == week {
			stay++
		}
	}
	most := max(f.Brief.Weeks[week].Places(), stay)
	for i := range f.Wishes {
		w := &f.Wishes[i]
		family, _ := session.Find(w.Family)
		if w.Sport != training.Strength && family.Sport != training.Strength {
			continue
		}
		days := 0
		for _, date := range w.Dates {
			if int(date-f.Run.From)/7 == week {
				days++
			}
		}
		most += min(f.Asks(w), days)
	}
	return most
}

// Asks is how many sessions a wish asks for: none of a wish that asks for nothing.
func (h *Horizon) Asks(w *wish.Wish) int {
	switch {
	case w.Positive():
		return len(w.Apart())
	case w.Sport == "" && w.Family == "":
		return 0
	case w.Kind == wish.More:
		return (h.Run.Days + 6) / 7
	case w.Kind == wish.Limit && w.Bound != wish.AtMost && w.Count > 0 && w.Per == wish.PerWeek:
		return w.Count * (h.Run.Days + 6) / 7
	case w.Kind == wish.Limit && w.Bound != wish.AtMost && w.Count > 0:
		return w.Count
	}
	return 0
}

// identities are what the known workouts are as doses of families, and which of them are never proposed to the athlete, and the families of
// what is locked. What only stands because the request keeps what is planned, or because its time has come, is nobody's proposal: of its workouts nothing is said.
func (f *Fortnight) identities() map[training.WorkoutID]*rules.Identity {
	lifter := f.Prescribed().Lifter
	kept, locks := f.Kept(), f.locks()
	for id, w := range f.Workouts {
		of := func(s training.Session) bool { return s.WorkoutID == id }
		_, known := f.Identified[id]
		if !known && (!slices.ContainsFunc(kept, of) || slices.ContainsFunc(locks, of)) {
			f.Identified[id] = rules.IdentityOf(f.read(w), lifterOf(lifter, id, locks))
		}
	}
	if len(locks) == 0 {
		return f.Identified
	}
	all := f.LockedFamilies() // ANALYZE has looked at the rest of them
	maps.Copy(all, f.Identified)
	return all
}

// lifterOf is who lifts a workout. Where a plan has put there all that is locked of it, nothing in it is new: it had as few sets of what then was
// as it should, and is as good when that was last done longer ago than a plan would now begin with.
func lifterOf(who session.Lifter, id training.WorkoutID, locks []training.Session) session.Lifter {
	locked, byHand := false, false
	for i := range locks {
		if s := &locks[i]; s.WorkoutID == id {
			locked, byHand = true, byHand || s.RunID == ""
		}
	}
	if locked && !byHand {
		who.Known = nil
	}
	return who
}

// LockedFamilies are the families of the workouts of what is locked, as they are stored.
func (h *Horizon) LockedFamilies() map[training.WorkoutID]*rules.Identity {
	all := map[training.WorkoutID]*rules.Identity{}
	for _, s := range h.locks() {
		all[s.WorkoutID] = &rules.Identity{Family: session.ID(s.Family), Level: s.FamilyLevel}
	}
	return all
}

// locks are the locked sessions that are still to be done. What stays since its time has come is nobody's proposal any more.
func (h *Horizon) locks() []training.Session {
	return h.Some(func(s *training.Session) bool {
		return h.Fixed(s) && s.Status == training.Planned && s.Date >= h.Snapshot.Today && !slices.Contains(h.Begun, s.ID)
	})
}

// LockedWorkouts are those of the locked sessions that are still to be done, each once.
func (h *Horizon) LockedWorkouts() []training.WorkoutID {
	var ids []training.WorkoutID
	for _, s := range h.locks() {
		if !slices.Contains(ids, s.WorkoutID) {
			ids = append(ids, s.WorkoutID)
		}
	}
	return ids
}

// LockedInput is what the rules look at with what nobody may touch, when its workouts are known and what the weeks are for.
func (f *Fortnight) LockedInput(workouts []training.Workout) rules.Input {
	in := f.Input(f.Locked())
	in.Goal, in.Workouts = &f.Brief.Goal, map[training.WorkoutID]*rules.Identity{}
	lifter, known, locks := f.Prescribed().Lifter, solver.Workouts{}, f.locks()
	for _, w := range workouts {
		known[w.ID], in.Workouts[w.ID] = w, rules.IdentityOf(w, lifterOf(lifter, w.ID, locks))
	}
	in.Weeks = f.weeks(in.Workouts, known)
	for i := range in.Weeks { // which nobody has begun to fill
		in.Weeks[i].Minutes, in.Weeks[i].Floors = 0, nil
	}
	return in
}

// asksFor tells whether a wish asks for a session as it stands.
func (f *Fortnight) asksFor(s *training.Session, w *training.Workout) bool {
	return slices.ContainsFunc(f.Wishes, func(one wish.Wish) bool { return one.Positive() && one.Serves(s.Date, w) })
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
		in.FullUntil, in.Reopened = last, h.Reopened()
	}
	return in
}
