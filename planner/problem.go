package planner

import (
	"fmt"
	"slices"

	"github.com/google/uuid"

	"fortnight/solver"
	"fortnight/training"
)

// problem is what the search is given: the days as the brief has them, what stays on them, and what the library offers that suits.
func (j *journey) problem() solver.Problem {
	kept := j.kept()
	p := solver.Problem{
		From: j.run.From, Days: j.run.Days, Hours: j.snapshot.Hours(), Brief: j.state.Brief, Wishes: j.state.Wishes, Rules: j.whole(kept),
		Kept: kept, Workouts: j.workouts, Seed: j.run.Seed,
	}
	for _, b := range j.snapshot.Ledger().Bouts() {
		if b.Date < j.run.From {
			p.Done = append(p.Done, b)
		}
	}
	for i := range j.state.Offers {
		o := solver.Offer{Need: j.state.Offers[i].need()}
		for _, match := range j.state.Offers[i].Matches {
			if w, known := j.workouts[match.WorkoutID]; known && j.suits(&w) {
				o.Matches = append(o.Matches, match)
			}
		}
		p.Offers = append(p.Offers, o)
	}
	return p
}

// placed are the sessions of a search, by date and start, under the ids that they have in the plan.
func (j *journey) placed(s *solver.Solver) []training.Session {
	var list []training.Session
	for _, slot := range s.Slots() {
		if slot.Full {
			list = append(list, j.placedIn(slot))
		}
	}
	sortSessions(list)
	return list
}

func (j *journey) placedIn(slot solver.Slot) training.Session {
	s := slot.Session
	s.ID, s.AthleteID, s.RunID = j.idIn(slot, s.WorkoutID), j.run.AthleteID, j.run.ID
	return s
}

// idIn is the id of a workout in a slot.
func (j *journey) idIn(slot solver.Slot, w training.WorkoutID) training.SessionID {
	return j.newID(j.run.From.AddDays(slot.Day), slot.Second, w)
}

// newID is the same for the same run, day, place on it and workout, so that a run that is resumed proposes the same sessions.
func (j *journey) newID(date training.Date, second bool, w training.WorkoutID) training.SessionID {
	name := fmt.Sprintf("%s %s %t %s", j.run.ID, date, second, w)
	return training.SessionID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String())
}

func sortSessions(list []training.Session) {
	slices.SortStableFunc(list, func(a, b training.Session) int {
		if a.Date != b.Date {
			return int(a.Date - b.Date)
		}
		return int(a.Start) - int(b.Start)
	})
}
