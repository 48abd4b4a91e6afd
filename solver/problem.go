// Package solver fills a fortnight: a problem in, sessions out.
//
// The problem says which days are open and what each is for, what stands on them, what the library offers for each kind of session and what
// the rules look at. The search weighs HARD rules before everything; SOFT ones, the brief and the wishes are costs. The same problem and
// seed give the same sessions. Somebody else may fix some of the places first.
package solver

import (
	"fortnight/brief"
	"fortnight/hours"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// Problem is the days to fill, from From on. Kept are the sessions that stay; Rules is what the rules look at with them on the days and
// nothing else to come. Done is what was trained before; what is no longer felt in the legs may be left out. Offers hold what suits the
// athlete; a workout of theirs that is not among Workouts is passed over. At most 32 of the Wishes are a PREFER.
type Problem struct {
	From     training.Date
	Days     int // 1 to rules.MaxDays, as many as Brief has
	Hours    hours.Hours
	Brief    *brief.Brief
	Wishes   wish.Wishes
	Rules    rules.Input
	Kept     []training.Session
	Done     []training.Bout
	Offers   []Offer
	Workouts Workouts
	Seed     int
}

// Need is what a day asks of the library for one kind of session in one sport, in minutes: at most Most and, for the long session that is
// wished for, at least Least. Least is 0 where the kind says it.
type Need struct {
	Kind        brief.Kind
	Sport       training.Sport
	Least, Most int
}

// Offer is what the library has for a need, best first; days with the same need share it.
type Offer struct {
	Need
	Matches []training.WorkoutMatch
}

// Workouts are measured for the athlete, by id.
type Workouts map[training.WorkoutID]training.Workout

// Of is a session's workout, as far as the session knows it where it is not among them.
func (w Workouts) Of(s *training.Session) *training.Workout {
	if workout, known := w[s.WorkoutID]; known {
		return &workout
	}
	return &training.Workout{ID: s.WorkoutID, Title: s.Title, Sport: s.Sport, Focus: s.Focus, Load: s.Load}
}

// Candidate is a workout that may fill a slot, measured for the athlete, with how well it fits by meaning, 0 to 1.
type Candidate struct {
	Workout training.Workout
	Match   training.WorkoutMatch
}
