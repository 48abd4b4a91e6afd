package planner

import (
	"fortnight/season"
	"fortnight/solver"
	"fortnight/training"
)

// problem is what the search is given: the open days, what the weeks are to hold and what may stand for it, and what the rules look at.
func problem(f *fortnight) solver.Problem {
	kept, wants := f.kept(), wants(f) // the rules know what is written for them
	p := solver.Problem{
		From: f.run.From, Days: f.run.Days, Hours: f.snapshot.Hours(), Wishes: f.Wishes, Kept: kept, Seed: f.run.Seed,
		Rules: f.whole(kept), Wants: wants, Workouts: f.workouts, Single: f.Brief.Gates.NoDoubles,
		Barred: func(date training.Date, start training.LocalTime, w *training.Workout) bool {
			return barred(f, date, start, w)
		},
	}
	if !f.run.KeepPlanned {
		p.Stood = f.some(func(s *training.Session) bool { return !f.fixed(s) })
	}
	for _, b := range f.snapshot.Ledger().Bouts() {
		if b.Date < f.run.From {
			p.Done = append(p.Done, b)
		}
	}
	for _, d := range f.Brief.Days {
		p.Closed = append(p.Closed, d.Closed)
	}
	for i := range f.Brief.Weeks {
		w := &f.Brief.Weeks[i]
		week := solver.Week{Minutes: w.Minutes, Least: w.Least, Most: w.Most, Shares: w.Shares}
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

// placed are the sessions of a search, by date and start, under the ids that they have in the plan.
func placed(f *fortnight, s *solver.Solver) []training.Session {
	var list []training.Session
	for _, slot := range s.Slots() {
		if slot.Session != nil {
			list = append(list, placedIn(f, slot))
		}
	}
	sortSessions(list)
	return list
}

func placedIn(f *fortnight, slot solver.Slot) training.Session {
	s := *slot.Session
	s.ID, s.AthleteID, s.RunID = idIn(f, slot, s.WorkoutID), f.run.AthleteID, f.run.ID
	return s
}

// idIn is the id of a workout in a slot.
func idIn(f *fortnight, slot solver.Slot, w training.WorkoutID) training.SessionID {
	return f.newID(f.run.From.AddDays(slot.Day), slot.Second, w)
}
