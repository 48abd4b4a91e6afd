package stage

import (
	"fortnight/planner/state"
	"fortnight/season"
	"fortnight/solver"
	"fortnight/training"
)

// Problem is what the search is given: the open days, what the weeks are to hold and what may stand for it, and what the rules look at.
func Problem(f *state.Fortnight) solver.Problem {
	kept, wants := f.Kept(), wants(f) // the rules know what is written for them
	p := solver.Problem{
		From: f.Run.From, Days: f.Run.Days, Hours: f.Snapshot.Hours(), Wishes: f.Wishes, Limits: Limits(f), Kept: kept, Seed: f.Run.Seed,
		Rules: f.Whole(kept), Wants: wants, Workouts: f.Workouts, Single: f.Brief.Gates.NoDoubles, Priority: f.Brief.Athlete.Priority,
		Barred: newBars(f).bar,
	}
	if !f.Run.KeepPlanned {
		p.Stood = f.Some(func(s *training.Session) bool { return !f.Fixed(s) })
	}
	for _, b := range f.Snapshot.Ledger().Bouts() {
		if b.Date < f.Run.From {
			p.Done = append(p.Done, b)
		}
	}
	for _, d := range f.Brief.Days {
		p.Closed = append(p.Closed, d.Closed)
	}
	for i := range f.Brief.Weeks {
		w := &f.Brief.Weeks[i]
		week := solver.Week{Minutes: w.Minutes, Least: w.Least, Most: w.Most, Shares: w.Shares, Apart: w.Apart}
		for n := range w.Slots {
			if role := w.Slots[n].Role; role != season.S && role != season.SShort && role != season.Care {
				week.Sessions++
			}
		}
		p.Weeks = append(p.Weeks, week)
		if !w.StepBack {
			p.Waived = append(p.Waived, solver.Waiver{Rule: "RST-2", Day: 7*i + 7}) // when an easier week is due was decided with the weeks
		}
	}
	return p
}

// Placed are the sessions of a search, by date and start, under the ids that they have in the plan.
func Placed(f *state.Fortnight, s *solver.Solver) []training.Session {
	var list []training.Session
	for _, slot := range s.Slots() {
		if slot.Session != nil {
			list = append(list, placedIn(f, slot))
		}
	}
	state.SortSessions(list)
	return list
}

func placedIn(f *state.Fortnight, slot solver.Slot) training.Session {
	s := *slot.Session
	s.ID, s.AthleteID, s.RunID = IDIn(f, slot, s.WorkoutID), f.Run.AthleteID, f.Run.ID
	return s
}

// IDIn is the id of a workout in a slot.
func IDIn(f *state.Fortnight, slot solver.Slot, w training.WorkoutID) training.SessionID {
	return f.NewID(f.Run.From.AddDays(slot.Day), slot.Second, w)
}
