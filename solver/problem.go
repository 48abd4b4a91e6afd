// Package solver puts sessions on days: a problem in, a fortnight out.
//
// The problem says which days are open, which sessions each week is to hold and what may stand for each of them, what stands already and
// what the rules look at. The search weighs HARD rules before everything; then come, in the bands of the coaching specification (section
// 9.1), wishes, the sessions that serve the goal with their progression, the week's minutes and intensity, and regular days. The same
// problem and seed give the same sessions. Somebody else may fix some of the places first.
package solver

import (
	"math"

	"fortnight/hours"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/training"
	"fortnight/wish"
)

// Problem is the days to fill, from From on. Kept are the sessions that stay; Rules is what the rules look at with them on the days and
// nothing else to come. Stood are those that were planned before and may be planned anew: changing them costs. Done is what was trained
// before; what is no longer felt in the legs may be left out. A dose whose workout is not among Workouts is passed over. Of the Wishes at most 32 ask for a session; the
// Limits are what they and what is less or more come to, at most MaxLimits.
type Problem struct {
	From     training.Date
	Days     int // 1 to rules.MaxDays
	Hours    hours.Hours
	Priority training.Priority // what wins where strength and endurance compete
	Closed   []bool            // one a day: it takes nothing new
	Weeks    []Week
	Wants    []Want // at most MaxWants
	Wishes   wish.Wishes
	Rules    rules.Input
	Waived   []Waiver
	Limits   []Limit
	Kept     []training.Session
	Stood    []training.Session
	Done     []training.Bout
	Workouts Workouts
	Seed     int

	// Single allows a day one session at most. Barred tells whether a workout may not begin at a time of a day, whatever else allows it; nil
	// bars nothing. It gives the same answer to the same question.
	Single bool
	Barred func(date training.Date, start training.LocalTime, w *training.Workout) bool
}

// Limit is how many sessions, or minutes of them, or days with any of them, of a sort there are to be on some days. What is kept counts. Most and
// Least are -1 for no bound.
type Limit struct {
	Wish        wish.Wish  // of what sort, on which days
	Beside      *wish.Wish // what counts as well, on days of its own; nil for nothing
	Minutes     bool
	Meters      bool
	Days        bool // days are counted, not sessions
	Most, Least int
}

// MaxLimits bounds how many limits a problem may have.
const MaxLimits = 64

// MaxWants bounds how many different sessions a problem may ask for.
const MaxWants = 64

// Week is what seven days, or what of them is planned, come to: all minutes but mobility, of what is kept too, within Least and Most; none
// is not held to any. Shares are how endurance time is to fall to intensities, in percent.
type Week struct {
	Minutes, Least, Most int
	Shares               season.Shares
	Sessions             int  // of endurance: few of them make shares coarse
	Apart                bool // a day is to lie between two runs
}

// Scale lets a week come to a share of its minutes.
func (w *Week) Scale(share float64) {
	for _, minutes := range []*int{&w.Minutes, &w.Least, &w.Most} {
		*minutes = int(math.Round(share * float64(*minutes)))
	}
}

// Want is a kind of session that a week is to hold Count times, on its days from First to Last, counted from 0. Regular says for each day
// of the plan how far it is from where such a session usually stands, 0 to 1; nil for no matter where.
type Want struct {
	Role        season.Role
	Week        int
	Count       int
	Asked       int // by wishes alone, where the week holds none: 0 for one
	First, Last int
	Regular     []float64
	Doses       []Dose // the best first, at most MaxDoses
}

// MaxDoses bounds what may stand for a session.
const MaxDoses = 16

// Dose is a workout that may stand for a session. Off is how far it is from what the week asks for, 0 to 1: its rung, its length, another
// family; 1 is as if the session were missing. Likeness is how well its meaning fits the words that were searched for, 0 to 1. OnWish says
// that it stands there only where it serves a wish. Follows says that it is the second of two long days, which stands on the day after its week's
// long session and has two easy days after it.
type Dose struct {
	Workout  training.WorkoutID
	Off      float64
	Likeness float64
	OnWish   bool
	Follows  bool
}

// Waiver lets a SOFT rule's window that ends on a day, counted from 1, cost nothing: what was decided otherwise, with a reason, before the
// search began.
type Waiver struct {
	Rule rules.ID
	Day  int
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
