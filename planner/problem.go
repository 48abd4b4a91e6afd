package planner

import (
	"slices"
	"strings"

	"fortnight/rules"
	"fortnight/season"
	"fortnight/solver"
	"fortnight/training"
)

// problem is what the search is given: the open days, what the weeks are to hold and what may stand for it, and what the rules look at.
func (f *fortnight) problem() solver.Problem {
	kept, wants := f.kept(), f.wants() // the rules know what is written for them
	p := solver.Problem{
		From: f.run.From, Days: f.run.Days, Hours: f.snapshot.Hours(), Wishes: f.Wishes, Kept: kept, Seed: f.run.Seed,
		Rules: f.whole(kept), Wants: wants, Workouts: f.workouts, Single: f.Brief.Gates.NoDoubles, Barred: f.barred,
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
func (f *fortnight) placed(s *solver.Solver) []training.Session {
	var list []training.Session
	for _, slot := range s.Slots() {
		if slot.Session != nil {
			list = append(list, f.placedIn(slot))
		}
	}
	sortSessions(list)
	return list
}

func (f *fortnight) placedIn(slot solver.Slot) training.Session {
	s := *slot.Session
	s.ID, s.AthleteID, s.RunID = f.idIn(slot, s.WorkoutID), f.run.AthleteID, f.run.ID
	return s
}

// idIn is the id of a workout in a slot.
func (f *fortnight) idIn(slot solver.Slot, w training.WorkoutID) training.SessionID {
	return f.newID(f.run.From.AddDays(slot.Day), slot.Second, w)
}

// What an athlete of whom no load is known may be asked for at once.
const (
	unknownRunSeconds = 40 * 60
	unknownTSS        = 45
)

// suits tells whether a workout of the library is for this athlete: nothing big where nothing is known, nothing made for a race that is not
// wanted, no set that a novice may not do (WHO-2), and nothing that an open gate forbids.
func (f *fortnight) suits(w *training.Workout) bool {
	if f.forbidden(w) {
		return false
	}
	if f.snapshot.Athlete.Profile.Level == training.Novice && w.Demand.LeastReserve < rules.NoviceReserve {
		return false
	}
	if slices.Contains(w.Tags, "hyrox") && !f.mentions("hyrox") {
		return false
	}
	return f.Brief.Known || w.Demand.RunSeconds <= unknownRunSeconds && w.TSS <= unknownTSS
}

// mentions tells whether goal, wish or an event has a word in it.
func (f *fortnight) mentions(word string) bool {
	p := &f.snapshot.Athlete.Profile
	texts := []string{f.run.Wish}
	if p.Goal != nil {
		texts = append(texts, *p.Goal)
	}
	for _, e := range p.Events {
		texts = append(texts, e.Name)
	}
	return strings.Contains(strings.ToLower(strings.Join(texts, " ")), word)
}
