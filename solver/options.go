package solver

import (
	"math"
	"slices"
	"strconv"

	"fortnight/brief"
	"fortnight/training"
)

// prepare makes the options of a slot ready for the rules, once they have their place.
func (s *Solver) prepare(at *slot) {
	for i := range at.options {
		o := &at.options[i]
		o.prepared = s.rules.Prepare(&o.session)
		o.concerns = o.prepared.Concerns()
	}
}

// addOptions gives a slot the best candidates of a kind for its day, each at the start that suits it.
func (s *Solver) addOptions(at *slot, k brief.Kind) {
	for _, sport := range s.problem.sports(k) {
		needs := s.problem.needs(k, sport, s.date(at.day))
		for i := range s.problem.Offers {
			o := &s.problem.Offers[i]
			if !slices.Contains(needs, o.Need) {
				continue
			}
			for _, match := range s.best(o) {
				if o, fits := s.option(at, k, match); fits {
					at.options = append(at.options, o)
				}
			}
		}
	}
}

// best are the first matches of an offer that are known and load at all. Days share offers: each is looked through once.
func (s *Solver) best(o *Offer) []training.WorkoutMatch {
	if list, known := s.matches[o]; known {
		return list
	}
	list := make([]training.WorkoutMatch, 0, optionsOfKind)
	for _, match := range o.Matches {
		if w, known := s.problem.Workouts[match.WorkoutID]; known && w.TSS > 0 && len(list) < optionsOfKind {
			list = append(list, match)
		}
	}
	s.matches[o] = list
	return list
}

func (s *Solver) option(at *slot, k brief.Kind, match training.WorkoutMatch) (option, bool) {
	day, wanted, second := at.day, at.wanted, at.second
	w := s.problem.Workouts[match.WorkoutID]
	if !s.problem.Wishes.Allows(s.date(day), &w, s.problem.Kept) {
		return option{}, false
	}
	serves := s.serves(s.date(day), &w)
	if serves == 0 && slices.Contains(s.problem.Brief.Wished, w.Sport) {
		return option{}, false // a sport that is only wished for is offered where it is
	}
	start, fits := s.problem.Hours.Start(s.date(day), &w, second, s.problem.Kept)
	if !fits {
		return option{}, false
	}
	o := option{kind: k, lifts: k == brief.Lift, sport: slices.Index(brief.Planned[:], w.Sport), penalty: matchCost*(1-match.Score) + noiseCost*s.random.Float64()}
	o.workout, o.serves = s.numberOf(w.ID), serves
	o.penalty += s.offLength(serves, w.DurationSeconds)
	for i := range s.problem.Kept {
		if s.problem.Kept[i].WorkoutID == w.ID {
			o.repeats += repeatCost
		}
	}
	if beginner := slices.Contains(w.Tags, "beginner"); beginner != (s.problem.Hours.Profile.Level == training.Novice) {
		o.penalty += strangeCost
	}
	if slices.Contains(w.Tags, "return-to-running") && s.problem.Hours.Profile.Level != training.Novice && !s.problem.Brief.Returns() {
		o.penalty += strangeCost
	}
	switch {
	case wanted == brief.Rest && second && s.problem.Hours.Profile.Level == training.Advanced:
		o.penalty += secondCost
	case wanted == brief.Rest:
		o.penalty += restCost
	case wanted != k:
		o.penalty += mismatchCost
		if k == brief.Lift && s.lifts[day/7] >= s.problem.Brief.Lifts {
			o.penalty += extraLiftCost
		}
	case k == brief.Hard && !w.Demand.HighIntensity:
		o.penalty += mildCost
	}
	s.options++
	o.session = training.Session{
		PlannedSession: training.PlannedSession{
			ID: training.SessionID(strconv.Itoa(s.options)), Date: s.date(day), Start: start, WorkoutID: w.ID, Status: training.Planned,
		},
		Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load,
	}
	o.tss = s.counted(&o.session)
	bout := o.session.Bout()
	o.legs = legsOf(&bout, s.origin)
	return o, true
}

// offLength is what the length of a wished session costs.
func (s *Solver) offLength(serves uint32, seconds int) float64 {
	cost := 0.0
	for i, wish := range s.wished {
		if wanted := float64(60 * wish.Minutes); serves>>i&1 == 1 && wanted > 0 {
			cost += lengthCost * math.Abs(float64(seconds)-wanted) / wanted
		}
	}
	return cost
}

// counted is the load of a session that counts against budgets.
func (s *Solver) counted(session *training.Session) float64 {
	return s.problem.Hours.Profile.CountedTSS(session.Sport, session.Load.TSS)
}

// numberOf numbers workouts, so that they are compared fast.
func (s *Solver) numberOf(id training.WorkoutID) int {
	n, known := s.workouts[id]
	if !known {
		n = len(s.workouts)
		s.workouts[id] = n
	}
	return n
}

// serves tells which of the wishes a workout on a day meets.
func (s *Solver) serves(date training.Date, w *training.Workout) uint32 {
	var met uint32
	for i, wish := range s.wished {
		if wish.Serves(date, w) {
			met |= 1 << i
		}
	}
	return met
}
