package planner

import (
	"math/rand/v2"
	"slices"
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
	sport   int              // index in planned, else −1
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
	fixed   bool    // chosen by a model: the solver leaves it alone
}

// solver fills the slots of the open days: greedily, the most important first, then by exchanging single choices and pairs as long as
// that helps, then by emptying some slots at a time and filling them anew. HARD rules come before everything; SOFT ones and what the days
// are for are costs. Its effort is bounded by passes, not by a clock, so that the same input and seed give the same plan.
type solver struct {
	j      *journey
	rules  *rules.Evaluator
	random *rand.Rand
	slots  []slot
	legs   []legs    // of the days before and of what is kept
	budget []float64 // by week
	given  []float64 // load by day that is kept
	share  [len(brief.Planned)]float64
	kept   []training.Session
	origin time.Time                // the first midnight, from which minutes are counted
	lifts  [rules.MaxDays/7 + 1]int // by week: those that are kept and those that days are for

	options   int                         // of all slots so far
	ruins     int                         // how often some slots are emptied and filled anew
	endurance float64                     // seconds that the budgets give
	seconds   [len(brief.Planned)]float64 // of what is kept
	workouts  map[training.WorkoutID]int
	matches   map[*offer][]training.WorkoutMatch // of each offer, those that suit the athlete
	wished    []wish.Wish                        // the PREFERs, 32 at most
	served    uint32                             // those that what is kept serves

	ranked   []ranked // room for the last answers of rank and without
	keys     []int
	carriers []legs
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func newSolver(j *journey) *solver {
	kept := j.kept()
	s := &solver{
		j: j, origin: j.run.From.At(0, j.snapshot.Athlete.Profile.Location()), rules: rules.NewEvaluator(j.whole(kept)), random: rand.New(rand.NewPCG(uint64(j.run.Seed), 0x9e3779b97f4a7c15)),
		given: make([]float64, j.run.Days), kept: kept,
		workouts: map[training.WorkoutID]int{}, matches: map[*offer][]training.WorkoutMatch{}, ruins: ruins,
	}
	for i, w := range j.state.Brief.Weeks {
		if w.Phase != "deload" {
			s.rules.Waive("RST-2", 7*i+7) // when an easier week is due was decided with the budgets
		}
		s.budget = append(s.budget, w.Budget)
		s.endurance += w.Budget / brief.TSSAnHour * 3600
	}
	for _, share := range j.state.Brief.Sports {
		s.share[slices.Index(brief.Planned[:], share.Sport)] = share.Share
	}
	s.readLegs()
	for i := range s.given {
		s.given[i] = s.rules.Done(i + 1)
	}
	for i := range kept {
		if at := slices.Index(brief.Planned[:], kept[i].Sport); at >= 0 {
			s.seconds[at] += float64(kept[i].Load.DurationSeconds)
		}
		if kept[i].Sport == training.Strength {
			s.lifts[int(kept[i].Date-j.run.From)/7]++
		}
		if kept[i].Status == training.Planned {
			s.given[int(kept[i].Date-j.run.From)] += j.counted(&kept[i])
		}
	}
	for i, d := range j.state.Brief.Days {
		s.lifts[i/7] += count(d.Kind == brief.Lift) + count(d.Second)
	}
	s.addWishes()
	for i, d := range j.state.Brief.Days {
		if !d.Closed {
			s.addSlots(i, d)
		}
	}
	for n := range s.slots {
		s.prepare(&s.slots[n])
	}
	return s
}

func (s *solver) addWishes() {
	for _, w := range s.j.state.Wishes {
		if w.Kind == wish.Prefer {
			s.wished = append(s.wished, w)
		}
	}
	for i := range s.kept {
		s.served |= s.serves(s.kept[i].Date, s.j.workoutOf(&s.kept[i]))
	}
}

// serves tells which of the wishes a workout on a day meets.
func (s *solver) serves(date training.Date, w *training.Workout) uint32 {
	var met uint32
	for i, wish := range s.wished {
		if wish.Serves(date, w) {
			met |= 1 << i
		}
	}
	return met
}

func (s *solver) addSlots(day int, d brief.Day) {
	first := slot{day: day, wanted: d.Kind, chosen: -1, empty: emptyCost[d.Kind], options: make([]option, 0, optionsRoom)}
	for _, k := range []brief.Kind{brief.Easy, brief.Long, brief.Hard, brief.Lift} {
		s.addOptions(&first, k)
	}
	s.slots = append(s.slots, first)
	if s.j.snapshot.Athlete.Profile.Level == training.Novice {
		return
	}
	if _, room := s.j.snapshot.Hours().Room(s.date(day)); room < 2 || s.j.state.Wishes.Limited(s.date(day)) {
		return
	}
	second := slot{day: day, second: true, wanted: brief.Rest, chosen: -1}
	if d.Second {
		second.wanted, second.empty = brief.Lift, emptyCost[brief.Secondary]
	}
	s.addOptions(&second, brief.Lift)
	if s.j.snapshot.Athlete.Profile.Level == training.Advanced {
		s.addOptions(&second, brief.Easy)
	}
	s.slots = append(s.slots, second)
}

func (s *solver) date(day int) training.Date { return s.j.run.From.AddDays(day) }

// plan is what the slots hold, by date and start.
func (s *solver) plan() []training.Session {
	var list []training.Session
	for n := range s.slots {
		if s.slots[n].chosen >= 0 {
			list = append(list, s.session(&s.slots[n]))
		}
	}
	sortSessions(list)
	return list
}

// session is what a slot holds, under the id that it has in the plan.
func (s *solver) session(at *slot) training.Session {
	session := at.options[at.chosen].session
	session.ID = s.id(at.day, at.second, session.WorkoutID)
	return session
}

func sortSessions(list []training.Session) {
	slices.SortStableFunc(list, func(a, b training.Session) int {
		if a.Date != b.Date {
			return int(a.Date - b.Date)
		}
		return int(a.Start) - int(b.Start)
	})
}
