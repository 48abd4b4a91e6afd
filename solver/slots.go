package solver

import (
	"cmp"
	"slices"

	"fortnight/season"
	"fortnight/training"
)

// Slot is a place on a day as it stands. Second is after the day's first session. Role is what the session that it holds is for, empty where it
// holds none. Able says that there is something to choose from, Fixed that the search leaves it alone. Session is what it holds, nil for
// nothing: its id is the search's own, and it is to be read only.
type Slot struct {
	Day         int // from 0
	Second      bool
	Role        season.Role
	Able, Fixed bool
	Session     *training.Session
}

// Slots are the places of the open days, in an order that stays.
func (s *Solver) Slots() []Slot {
	list := make([]Slot, len(s.slots))
	for n := range s.slots {
		at := &s.slots[n]
		list[n] = Slot{Day: at.day, Second: at.second, Role: s.roleOf(n), Able: len(at.options) > 0, Fixed: at.fixed}
		if at.chosen >= 0 {
			list[n].Session = &at.options[at.chosen].session
		}
	}
	return list
}

// Offered are the workouts that a slot may hold, by its place in Slots: those first that serve a wish, then those that cost least. One that
// comes from two offers is there twice.
func (s *Solver) Offered(n int) []training.WorkoutID {
	options := slices.Clone(s.slots[n].options)
	slices.SortStableFunc(options, func(x, y option) int {
		if (x.serves > 0) != (y.serves > 0) {
			return cmp.Compare(y.serves, x.serves)
		}
		return cmp.Compare(x.penalty, y.penalty)
	})
	list := make([]training.WorkoutID, len(options))
	for i := range options {
		list[i] = options[i].session.WorkoutID
	}
	return list
}

// Fix gives a slot a workout for good, or leaves it empty for good where that is empty, and tells whether it can be.
func (s *Solver) Fix(n int, workout training.WorkoutID) bool {
	at := -1
	if workout != "" {
		if at = s.slots[n].cheapest(workout); at < 0 {
			return false
		}
	}
	s.choose(n, at)
	s.slots[n].fixed = true
	return true
}

// Begin lets the search begin with a workout in a slot, or with nothing where it cannot stand there.
func (s *Solver) Begin(n int, workout training.WorkoutID) { s.choose(n, s.slots[n].cheapest(workout)) }

// cheapest is the option of a workout that costs least, −1 where there is none.
func (s *slot) cheapest(id training.WorkoutID) int {
	at := -1
	for i := range s.options {
		if o := &s.options[i]; o.session.WorkoutID == id && (at < 0 || o.penalty < s.options[at].penalty) {
			at = i
		}
	}
	return at
}

// Value is how good the plan is as it stands: how many HARD rows it breaks, and what it costs.
func (s *Solver) Value() (hard int, cost float64) {
	v := s.value()
	return v.rules.Hard, v.cost
}
