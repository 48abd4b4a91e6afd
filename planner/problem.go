package planner

import (
	"slices"
	"strings"

	"fortnight/brief"
	"fortnight/rules"
	"fortnight/solver"
	"fortnight/training"
)

// open is the problem as far as it is known before the library is asked: the days as the brief has them, and what stays on them.
func (f *fortnight) open() solver.Problem {
	return solver.Problem{
		From: f.run.From, Days: f.run.Days, Hours: f.snapshot.Hours(), Brief: f.Brief, Wishes: f.Wishes, Kept: f.kept(), Seed: f.run.Seed,
	}
}

// problem is what the search is given: the open days, what the rules look at, and what the library offers that suits.
func (f *fortnight) problem() solver.Problem {
	p := f.open()
	p.Rules, p.Workouts = f.whole(p.Kept), f.workouts
	p.Offers = make([]solver.Offer, 0, len(f.Offers))
	for _, b := range f.snapshot.Ledger().Bouts() {
		if b.Date < f.run.From {
			p.Done = append(p.Done, b)
		}
	}
	for i := range f.Offers {
		o := solver.Offer{Need: f.Offers[i].need(), Matches: make([]training.WorkoutMatch, 0, len(f.Offers[i].Matches))}
		for _, match := range f.Offers[i].Matches {
			if w, known := f.workouts[match.WorkoutID]; known && f.suits(&w) {
				o.Matches = append(o.Matches, match)
			}
		}
		p.Offers = append(p.Offers, o)
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

// suits tells whether a workout is for this athlete: no test that nobody asked for, no sport that the athlete does not do, nothing made
// for a race that is not wanted, nothing big where nothing is known, and no set that a novice may not do (WHO-2).
func (f *fortnight) suits(w *training.Workout) bool {
	novice := f.snapshot.Athlete.Profile.Level == training.Novice
	if w.Focus == training.FocusTest || novice && w.Demand.LeastReserve < rules.NoviceReserve {
		return false
	}
	for _, b := range w.Blocks {
		if b.Sport.Endurance() && !f.does(b.Sport) {
			return false
		}
	}
	if slices.Contains(w.Tags, "hyrox") && !f.mentions("hyrox") {
		return false
	}
	if !f.Brief.Known && (w.Demand.RunSeconds > unknownRunSeconds || w.TSS > unknownTSS) {
		return false
	}
	return true
}

func (f *fortnight) does(sport training.Sport) bool {
	return slices.Contains(f.Brief.Wished, sport) || slices.ContainsFunc(f.Brief.Sports, func(s brief.Share) bool { return s.Sport == sport })
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
