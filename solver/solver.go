package solver

import (
	"math/rand/v2"
	"time"

	"fortnight/hours"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// Solver fills the slots of the open days: greedily, then by exchanging single choices and pairs as long as that helps, then by emptying
// some slots at a time and filling them anew. HARD rules come before everything; the rest are costs. Its effort is bounded by passes, not
// by a clock, so that the same input and seed give the same plan.
type Solver struct {
	problem Problem
	rules   *rules.Evaluator
	random  *rand.Rand
	slots   []slot
	legs    []legs      // of the days before and of what is kept
	given   []float64   // minutes by week that are kept
	shares  intensities // of what is kept
	lowest  float64     // share of low intensity below which it costs, of the whole
	highest float64     // and of high intensity, above
	missing []float64   // by want: what each of its sessions costs that is not there
	keys    []placed    // demanding sessions that are kept
	doubles uint64      // days, by bit, of which a wish says that two sessions are welcome
	longs   uint64      // days, by bit, with an endurance session that is kept and takes its day for itself
	busy    uint64      // days, by bit, with a session that is kept and leaves no room for a long one: a hard one, or one that is no short one
	days    hardDays    // of what is kept
	inRow   float64     // what those in a row cost, whatever is added
	origin  time.Time   // the first midnight, from which minutes are counted

	hours    []*hours.Day // of the open days
	placings int          // so far
	spots    []place      // of fill, for use again
	ruins    int          // how often some slots are emptied and filled anew
	workouts map[training.WorkoutID]int
	looked   map[training.WorkoutID]*training.Workout // workouts that were asked for
	wished   []wish.Wish                              // the PREFERs, 32 at most
	measured uint32                                   // of those, by a bit each, which ask for a length as well
	served   uint32                                   // those that what is kept serves
	bounded  []float64                                // of each limit: what is kept of it

	ranked []ranked // room for the last answers of rank and without
	rest   remainder
	pairs  pairs

	memory
}

// placed is a demanding session: when it begins, in minutes from the origin, and the day of the plan that is on, 0 for the first.
type placed struct {
	start, day int
	sport      training.Sport
}

// ranked is an option of a slot, with what the plan would cost with it beside the rules, and altogether at least.
type ranked struct {
	option       int
	own, atLeast float64
}

func (s *Solver) date(day int) training.Date { return s.problem.From.AddDays(day) }

// place is an option of a slot that is empty, and what the plan would cost with it beside the rules.
type place struct {
	slot, option int
	own          float64
}

// remainder is a plan without the choice of one slot: what each of its options would cost follows from it without a look at all the
// others.
type remainder struct {
	solver   *Solver
	slot     int     // −1 for a plan as a whole
	cost     float64 // of the other choices one by one and side by side, and of the weeks that the slot is not of
	served   uint32
	there    [MaxWants + unaskedRoles]int8 // sessions of each want
	minutes  [maxWeeks]float64             // of each week
	shares   intensities
	tired    float64            // in the legs when key sessions for them begin, in TSS
	starts   []int              // when these begin
	bounded  [MaxLimits]float64 // of each limit
	days     hardDays
	carriers []legs   // the sessions that load the legs
	choices  []choice // of the other slots
}

// maxWeeks is how many weeks a problem may have.
const maxWeeks = (rules.MaxDays + 6) / 7

// unaskedRoles is how many roles sessions may have that no week asks for.
const unaskedRoles = 3
