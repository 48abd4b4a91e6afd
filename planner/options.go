package planner

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"fortnight/brief"
	"fortnight/training"
)

// prepare makes the options of a slot ready for the rules, once they have their place.
func (s *solver) prepare(at *slot) {
	for i := range at.options {
		o := &at.options[i]
		o.prepared = s.rules.Prepare(&o.session)
		o.concerns = o.prepared.Concerns()
	}
}

// addOptions gives a slot the best candidates of a kind for its day, each at the start that suits it.
func (s *solver) addOptions(at *slot, k brief.Kind) {
	for _, sport := range s.j.sportsFor(k) {
		spans := s.j.spans(k, s.date(at.day), sport, s.kept)
		for i := range s.j.state.Offers {
			o := &s.j.state.Offers[i]
			if o.Kind != k || o.Sport != sport || !slices.Contains(spans, lengths{o.Least, o.Minutes}) {
				continue
			}
			for _, match := range s.suited(o) {
				if o, fits := s.option(at, k, match); fits {
					at.options = append(at.options, o)
				}
			}
		}
	}
}

// suited are the best matches of an offer that are for this athlete. Days share offers: each is looked through once.
func (s *solver) suited(o *offer) []training.WorkoutMatch {
	if list, known := s.matches[o]; known {
		return list
	}
	list := make([]training.WorkoutMatch, 0, optionsOfKind)
	for _, match := range o.Matches {
		if w, known := s.j.workouts[match.WorkoutID]; known && w.TSS > 0 && len(list) < optionsOfKind && s.j.suits(&w) {
			list = append(list, match)
		}
	}
	s.matches[o] = list
	return list
}

func (s *solver) option(at *slot, k brief.Kind, match training.WorkoutMatch) (option, bool) {
	day, wanted, second := at.day, at.wanted, at.second
	w := s.j.workouts[match.WorkoutID]
	if !s.j.state.Wishes.Allows(s.date(day), &w, s.kept) {
		return option{}, false
	}
	serves := s.serves(s.date(day), &w)
	if serves == 0 && slices.Contains(s.j.state.Brief.Wished, w.Sport) {
		return option{}, false // a sport that is only wished for is offered where it is
	}
	start, fits := s.j.snapshot.Hours().Start(s.date(day), &w, second, s.kept)
	if !fits {
		return option{}, false
	}
	o := option{kind: k, lifts: k == brief.Lift, sport: slices.Index(brief.Planned[:], w.Sport), penalty: matchCost*(1-match.Score) + noiseCost*s.random.Float64()}
	o.workout, o.serves = s.numberOf(w.ID), serves
	o.penalty += s.offLength(serves, w.DurationSeconds)
	for i := range s.kept {
		if s.kept[i].WorkoutID == w.ID {
			o.repeats += repeatCost
		}
	}
	if beginner := slices.Contains(w.Tags, "beginner"); beginner != (s.j.snapshot.Athlete.Profile.Level == training.Novice) {
		o.penalty += strangeCost
	}
	if slices.Contains(w.Tags, "return-to-running") && s.j.snapshot.Athlete.Profile.Level != training.Novice && !s.j.state.Brief.Returns() {
		o.penalty += strangeCost
	}
	switch {
	case wanted == brief.Rest && second && s.j.snapshot.Athlete.Profile.Level == training.Advanced:
		o.penalty += secondCost
	case wanted == brief.Rest:
		o.penalty += restCost
	case wanted != k:
		o.penalty += mismatchCost
		if k == brief.Lift && s.lifts[day/7] >= s.j.state.Brief.Lifts {
			o.penalty += extraLiftCost
		}
	case k == brief.Hard && !w.Demand.HighIntensity:
		o.penalty += mildCost
	}
	s.options++
	o.session = training.Session{
		PlannedSession: training.PlannedSession{
			ID: training.SessionID(strconv.Itoa(s.options)), AthleteID: s.j.run.AthleteID, Date: s.date(day), Start: start, WorkoutID: w.ID,
			Status: training.Planned, RunID: s.j.run.ID,
		},
		Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load,
	}
	o.tss = s.j.counted(&o.session)
	bout := o.session.Bout()
	o.legs = legsOf(&bout, s.origin)
	return o, true
}

// offLength is what the length of a wished session costs.
func (s *solver) offLength(serves uint32, seconds int) float64 {
	cost := 0.0
	for i, wish := range s.wished {
		if wanted := float64(60 * wish.Minutes); serves>>i&1 == 1 && wanted > 0 {
			cost += lengthCost * math.Abs(float64(seconds)-wanted) / wanted
		}
	}
	return cost
}

// id is the same for the same run, day, slot and workout, so that a run that is resumed proposes the same sessions.
func (s *solver) id(day int, second bool, w training.WorkoutID) training.SessionID {
	return s.j.newID(s.date(day), second, w)
}

func (j *journey) newID(date training.Date, second bool, w training.WorkoutID) training.SessionID {
	name := fmt.Sprintf("%s %s %t %s", j.run.ID, date, second, w)
	return training.SessionID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String())
}

// numberOf numbers workouts, so that they are compared fast.
func (s *solver) numberOf(id training.WorkoutID) int {
	n, known := s.workouts[id]
	if !known {
		n = len(s.workouts)
		s.workouts[id] = n
	}
	return n
}
