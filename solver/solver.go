package solver

import (
	"math/rand/v2"
	"time"

	"fortnight/brief"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// option is one way to fill a slot.
type option struct {
	kind    brief.Kind
	lifts   bool
	session training.Session // its id is the search's own
	penalty float64          // what it costs beside the rules: a worse match, another kind than the day is for
	repeats float64          // what standing beside the same workout among what is kept costs
	sport   int              // index in brief.Planned, else −1
	workout int              // the same for the same workout
	legs    legs
	tss     float64 // that counts
	serves  uint32  // which wishes it serves, by their place in the solver's

	prepared rules.Prepared
	concerns rules.Concern // what it may change for the rules
}

// slot is a place on a day. chosen is the index of its option, −1 for none.
type slot struct {
	day     int // from 0
	second  bool
	wanted  brief.Kind
	options []option
	chosen  int
	empty   float64 // what leaving it empty costs
	fixed   bool    // chosen by somebody else: the search leaves it alone
}

// Solver fills the slots of the open days: greedily, the most important first, then by exchanging single choices and pairs as long as
// that helps, then by emptying some slots at a time and filling them anew. HARD rules come before everything; SOFT ones and what the days
// are for are costs. Its effort is bounded by passes, not by a clock, so that the same input and seed give the same plan.
type Solver struct {
	problem Problem
	rules   *rules.Evaluator
	random  *rand.Rand
	slots   []slot
	legs    []legs    // of the days before and of what is kept
	budget  []float64 // by week
	given   []float64 // load by day that is kept
	share   [len(brief.Planned)]float64
	origin  time.Time                // the first midnight, from which minutes are counted
	lifts   [rules.MaxDays/7 + 1]int // by week: those that are kept and those that days are for

	options   int                         // of all slots so far
	ruins     int                         // how often some slots are emptied and filled anew
	endurance float64                     // seconds that the budgets give
	seconds   [len(brief.Planned)]float64 // of what is kept
	workouts  map[training.WorkoutID]int
	matches   map[*Offer][]training.WorkoutMatch // of each offer, those that are options
	wished    []wish.Wish                        // the PREFERs, 32 at most
	served    uint32                             // those that what is kept serves

	ranked   []ranked // room for the last answers of rank and without
	keys     []int
	carriers []legs
}

// ranked is an option of a slot, with what the plan would cost with it beside the rules, and altogether at least.
type ranked struct {
	option       int
	own, atLeast float64
}

func (s *Solver) date(day int) training.Date { return s.problem.From.AddDays(day) }
