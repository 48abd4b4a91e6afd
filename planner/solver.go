package planner

import (
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"

	"github.com/google/uuid"

	"fortnight/rules"
	"fortnight/training"
)

// option is one way to fill a slot.
type option struct {
	kind    kind
	session training.Session
	penalty float64 // what it costs beside the rules: a worse match, another kind than the day is for
	repeats float64 // what standing beside the same workout among what is kept costs
	sport   int     // index in training.Sports of an endurance sport, else −1
	workout int     // the same for the same workout
	legs    legs
	tss     float64 // that counts
	serves  uint32  // which wishes it serves, by their place in the solver's
}

// slot is a place on a day. chosen is the index of its option, −1 for none.
type slot struct {
	day     int // from 0
	second  bool
	wanted  kind
	options []option
	chosen  int
	empty   float64 // what leaving it empty costs
	fixed   bool    // chosen by a model: the solver leaves it alone
}

// What choices cost beside SOFT rules. A SOFT rule broken by its whole limit costs its weight (0.5 to 3) times ruleCost.
const (
	ruleCost      = 12.0
	budgetCost    = 18.0 // a week's load beyond or short of its budget by all of it
	overCost      = 1.6  // beyond costs more than short
	matchCost     = 2.0  // a retrieval score of 0 rather than 1
	repeatCost    = 1.6  // each further use of one workout
	closeCost     = 1.4  // a use within three days of another
	twoLiftsCost  = 5.0  // a second lift on one day
	mixCost       = 10.0 // a sport's time beyond its share by all there is
	noiseCost     = 0.25 // what the seed may tip
	targetCost    = 3.0  // a day's load off its target by all of it
	tiredCost     = 6.0  // a hard session for the legs on 100 TSS of fatigue in them
	optionsOfKind = 8
	passes        = 6
	ruins         = 30 // how often some slots are emptied and filled anew
	ruined        = 5  // slots at a time
)

// Cost of leaving empty a slot that is for something, and of filling one that is for nothing or something else.
var (
	emptyCost    = map[kind]float64{easy: 3.5, long: 8, hard: 7, lift: 6, secondary: 5, rest: 0}
	mismatchCost = 3.0
	restCost     = 5.0
	secondCost   = 1.0  // of an unasked second session of the advanced
	mildCost     = 2.0  // of moderate work where a hard session is meant
	strangeCost  = 1.2  // of a workout meant for another level
	unmetCost    = 30.0 // of a wish that is not met: more than most SOFT rules, less than any HARD one
	lengthCost   = 3.0  // of a wished session off the wished length by all of it
)

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
	share  map[training.Sport]float64
	kept   []training.Session

	ruins    int     // how often some slots are emptied and filled anew
	seconds  float64 // of endurance that the budgets give
	workouts map[training.WorkoutID]int
	wished   []Wish // the PREFERs, 32 at most
	served   uint32 // those that what is kept serves
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

// enduranceSports is how many of training.Sports, the first ones, are endurance sports.
const enduranceSports = 4

func newSolver(j *journey) *solver {
	kept := j.kept()
	s := &solver{
		j: j, rules: rules.NewEvaluator(j.whole(kept)), random: rand.New(rand.NewPCG(uint64(j.run.Seed), 0x9e3779b97f4a7c15)),
		given: make([]float64, j.run.Days), share: map[training.Sport]float64{}, kept: kept,
		workouts: map[training.WorkoutID]int{}, ruins: ruins,
	}
	for i, w := range j.state.Brief.Weeks {
		if w.Phase != "deload" {
			s.rules.Waive("RST-2", 7*i+7) // when an easier week is due was decided with the budgets
		}
		s.budget = append(s.budget, w.Budget)
		s.seconds += w.Budget / tssAnHour * 3600
	}
	for _, share := range j.state.Brief.Sports {
		s.share[share.Sport] = share.Share
	}
	s.readLegs()
	for i := range s.given {
		s.given[i] = s.rules.Done(i + 1)
	}
	for i := range kept {
		if kept[i].Status == training.Planned {
			s.given[int(kept[i].Date-j.run.From)] += j.counted(&kept[i])
		}
	}
	s.addWishes()
	for i, d := range j.state.Brief.Days {
		if !d.Closed {
			s.addSlots(i, d)
		}
	}
	return s
}

func (s *solver) addWishes() {
	for _, w := range s.j.state.Wishes {
		if w.Kind == WishPrefer {
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

func (s *solver) addSlots(day int, d dayBrief) {
	first := slot{day: day, wanted: d.Kind, chosen: -1, empty: emptyCost[d.Kind]}
	for _, k := range []kind{easy, long, hard, lift} {
		first.options = append(first.options, s.optionsFor(day, k, d.Kind, false)...)
	}
	s.slots = append(s.slots, first)
	if s.j.snapshot.Athlete.Profile.Level == training.Novice {
		return
	}
	if _, room := windowsOf(&s.j.snapshot.Athlete.Profile, s.date(day)); room < 2 || s.j.state.Wishes.Limited(s.date(day)) {
		return
	}
	second := slot{day: day, second: true, wanted: rest, chosen: -1}
	if d.Second {
		second.wanted, second.empty = lift, emptyCost[secondary]
	}
	second.options = s.optionsFor(day, lift, second.wanted, true)
	if s.j.snapshot.Athlete.Profile.Level == training.Advanced {
		second.options = append(second.options, s.optionsFor(day, easy, second.wanted, true)...)
	}
	s.slots = append(s.slots, second)
}

func (s *solver) date(day int) training.Date { return s.j.run.From.AddDays(day) }

// optionsFor are the best candidates of a kind for a day, each at the start that suits it.
func (s *solver) optionsFor(day int, k, wanted kind, second bool) []option {
	var list []option
	for _, sport := range s.j.sportsFor(k) {
		spans := s.j.spans(k, s.date(day), sport, s.kept)
		for i := range s.j.state.Offers {
			o := &s.j.state.Offers[i]
			if o.Kind != k || o.Sport != sport || !slices.Contains(spans, lengths{o.Least, o.Minutes}) {
				continue
			}
			for _, match := range o.Matches[:min(len(o.Matches), optionsOfKind)] {
				if opt, fits := s.option(day, k, wanted, second, match); fits {
					list = append(list, opt)
				}
			}
		}
	}
	return list
}

func (s *solver) option(day int, k, wanted kind, second bool, match training.WorkoutMatch) (option, bool) {
	w, known := s.j.workouts[match.WorkoutID]
	if !known || w.TSS == 0 || !s.j.suits(&w) || !s.j.state.Wishes.allows(s.date(day), &w, s.kept) {
		return option{}, false
	}
	serves := s.serves(s.date(day), &w)
	if serves == 0 && slices.Contains(s.j.state.Brief.Wished, w.Sport) {
		return option{}, false // a sport that is only wished for is offered where it is
	}
	start, fits := s.start(day, &w, second)
	if !fits {
		return option{}, false
	}
	o := option{kind: k, sport: slices.Index(training.Sports[:enduranceSports], w.Sport), penalty: matchCost*(1-match.Score) + noiseCost*s.random.Float64()}
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
	switch {
	case wanted == rest && second && s.j.snapshot.Athlete.Profile.Level == training.Advanced:
		o.penalty += secondCost
	case wanted == rest:
		o.penalty += restCost
	case wanted != k:
		o.penalty += mismatchCost
	case k == hard && !w.Demand.HighIntensity:
		o.penalty += mildCost
	}
	o.session = training.Session{
		PlannedSession: training.PlannedSession{
			ID: s.id(day, second, w.ID), AthleteID: s.j.run.AthleteID, Date: s.date(day), Start: start, WorkoutID: w.ID,
			Status: training.Planned, RunID: s.j.run.ID,
		},
		Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load,
	}
	o.tss = s.j.counted(&o.session)
	bout := o.session.Bout()
	o.legs = legsOf(&bout, s.j.run.From)
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
	name := fmt.Sprintf("%s %s %t %s", s.j.run.ID, s.date(day), second, w)
	return training.SessionID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String())
}

// Starts where the hours of a day are not limited.
const (
	firstStart   training.LocalTime = 7 * 60
	weekendStart training.LocalTime = 8 * 60
	secondStart  training.LocalTime = 18 * 60
)

// start is when a workout begins on a day: the beginning of the first window that has room for it, for a second session of the last one;
// never where it would overlap what is kept.
func (s *solver) start(day int, w *training.Workout, second bool) (training.LocalTime, bool) {
	p, date := &s.j.snapshot.Athlete.Profile, s.date(day)
	minutes := (w.DurationSeconds + 59) / 60
	windows, limited := p.Windows(date)
	if !limited {
		start := firstStart
		if weekday := date.Weekday(); weekday == training.Saturday || weekday == training.Sunday {
			start = weekendStart
		}
		if second {
			start = secondStart
		}
		windows = []training.TimeWindow{{From: start, To: start + 5*60 + 59}}
	}
	windows = slices.Clone(windows)
	slices.SortFunc(windows, func(a, b training.TimeWindow) int { return int(a.From) - int(b.From) })
	if second {
		slices.Reverse(windows)
	}
	for _, window := range windows {
		if len(window.Sports) > 0 && !slices.Contains(window.Sports, w.Sport) {
			continue
		}
		if start, fits := s.inside(date, window, minutes, second); fits {
			return start, true
		}
	}
	return 0, false
}

// inside looks for room in a window: at its beginning, or after what is kept in it; for a second session in a long window at its end.
func (s *solver) inside(date training.Date, window training.TimeWindow, minutes int, second bool) (training.LocalTime, bool) {
	from, to := int(window.From), int(window.From)+window.Seconds()/60
	start := from
	if second && to-from >= 8*60 {
		start = to - minutes
	}
	for {
		end := start + minutes
		if end > to || start >= 24*60 {
			return 0, false
		}
		blocked := -1
		for i := range s.kept {
			k := &s.kept[i]
			kFrom := int(k.Start)
			if k.Date == date && kFrom < end && kFrom+(k.Load.DurationSeconds+59)/60 > start {
				blocked = kFrom + (k.Load.DurationSeconds+59)/60
			}
		}
		if blocked < 0 {
			return training.LocalTime(start), true
		}
		start = blocked
	}
}

// solve fills the slots and returns how good that is.
func (s *solver) solve() {
	var order []int
	for i := range s.slots {
		if !s.slots[i].fixed {
			order = append(order, i)
		}
	}
	s.random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
	slices.SortStableFunc(order, func(a, b int) int { return int(math.Copysign(1, s.slots[b].empty-s.slots[a].empty)) })
	best := s.value()
	for _, n := range order {
		best = s.improve(n, best)
	}
	for range passes {
		before := best
		for _, n := range order {
			best = s.improve(n, best)
		}
		best = s.exchange(best)
		if !best.better(before) {
			break
		}
	}
	for range s.ruins {
		best = s.recreate(best)
	}
}

// recreate empties some slots, gives one of them an option by chance, fills the rest and then tries all of them once more; what is no
// better than before is undone. It finds what no change of a single choice leads to (large neighbourhood search,
// Shaw 1998).
func (s *solver) recreate(best value) value {
	picked := s.pick()
	if len(picked) < 2 {
		return best
	}
	was := make([]int, len(picked))
	for i, n := range picked {
		was[i] = s.slots[n].chosen
		s.choose(n, -1)
	}
	s.choose(picked[0], s.random.IntN(len(s.slots[picked[0]].options)))
	v := s.value()
	for _, n := range append(picked[1:], picked...) {
		v = s.improve(n, v)
	}
	if v.better(best) {
		return v
	}
	for i, n := range picked {
		s.choose(n, was[i])
	}
	return best
}

// pick draws slots that have options.
func (s *solver) pick() []int {
	var able []int
	for n := range s.slots {
		if len(s.slots[n].options) > 0 && !s.slots[n].fixed {
			able = append(able, n)
		}
	}
	s.random.Shuffle(len(able), func(a, b int) { able[a], able[b] = able[b], able[a] })
	return able[:min(ruined, len(able))]
}

// value is how good a plan is: HARD rules first, then all costs together.
type value struct {
	rules rules.Score
	cost  float64
}

func (v value) better(than value) bool {
	if v.rules.Hard != than.rules.Hard {
		return v.rules.Hard < than.rules.Hard
	}
	if math.Abs(v.rules.Excess-than.rules.Excess) > 1e-9 {
		return v.rules.Excess < than.rules.Excess
	}
	return v.cost < than.cost-1e-9
}

// improve gives a slot the best of its options, or none.
func (s *solver) improve(n int, best value) value {
	slot := &s.slots[n]
	chosen := slot.chosen
	for i := -1; i < len(slot.options); i++ {
		if i == chosen {
			continue
		}
		was := slot.chosen
		slot.chosen = i
		own := s.ownCost()
		slot.chosen = was
		if best.rules.Hard == 0 && own >= best.cost { // rules cost nothing or more
			continue
		}
		s.choose(n, i)
		limit := best.rules
		limit.Cost = (best.cost - own) / ruleCost
		if v := (value{rules: s.rules.ScoreUpTo(limit)}).with(own); v.better(best) {
			best = v
		} else {
			s.choose(n, was)
		}
	}
	return best
}

// exchange tries for every two days to swap what they are for: each takes the best option of the other's kind.
func (s *solver) exchange(best value) value {
	for a := range s.slots {
		for b := a + 1; b < len(s.slots); b++ {
			if s.slots[a].second || s.slots[b].second || s.slots[a].fixed || s.slots[b].fixed || s.kindOf(a) == s.kindOf(b) {
				continue
			}
			wasA, wasB := s.slots[a].chosen, s.slots[b].chosen
			kindA, kindB := s.kindOf(a), s.kindOf(b)
			s.choose(a, s.first(a, kindB))
			s.choose(b, s.first(b, kindA))
			if v := s.value(); v.better(best) {
				best = v
				continue
			}
			s.choose(a, wasA)
			s.choose(b, wasB)
		}
	}
	return best
}

func (s *solver) kindOf(n int) kind {
	if c := s.slots[n].chosen; c >= 0 {
		return s.slots[n].options[c].kind
	}
	return rest
}

func (s *solver) first(n int, k kind) int {
	for i := range s.slots[n].options {
		if s.slots[n].options[i].kind == k {
			return i
		}
	}
	return -1
}

func (s *solver) choose(n, option int) {
	slot := &s.slots[n]
	if slot.chosen >= 0 {
		s.rules.Remove(slot.options[slot.chosen].session.ID)
	}
	if slot.chosen = option; option >= 0 {
		s.rules.Add(&slot.options[option].session)
	}
}

// value judges the plan as it is.
func (s *solver) value() value {
	return value{rules: s.rules.Score()}.with(s.ownCost())
}

// with adds what a plan costs beside the rules.
func (v value) with(own float64) value {
	v.cost = ruleCost*v.rules.Cost + own
	return v
}

// ownCost is what a plan costs beside the rules.
func (s *solver) ownCost() float64 { return s.choiceCost() + s.loadCost() + s.mixCost() + s.legsCost() }

// choiceCost is what the choices cost one by one, what sameness costs, and what wishes cost that none of them meets.
func (s *solver) choiceCost() float64 {
	cost, served := 0.0, s.served
	for n := range s.slots {
		slot := &s.slots[n]
		if slot.chosen < 0 {
			cost += slot.empty
			continue
		}
		o := &slot.options[slot.chosen]
		cost += o.penalty
		served |= o.serves
		for m := range n {
			other := &s.slots[m]
			if other.chosen < 0 {
				continue
			}
			if other.day == slot.day && other.options[other.chosen].kind == lift && o.kind == lift {
				cost += twoLiftsCost
			}
			if other.options[other.chosen].workout == o.workout {
				cost += repeatCost
				if slot.day-other.day <= 3 {
					cost += closeCost
				}
			}
		}
		cost += o.repeats
	}
	return cost + unmetCost*float64(len(s.wished)-bits.OnesCount32(served))
}

// loadCost is how far weeks are from their budgets and days from their targets.
func (s *solver) loadCost() float64 {
	cost := 0.0
	var load [rules.MaxDays]float64
	copy(load[:], s.given)
	for n := range s.slots {
		if c := s.slots[n].chosen; c >= 0 {
			load[s.slots[n].day] += s.slots[n].options[c].tss
		}
	}
	for w, budget := range s.budget {
		sum := 0.0
		for d := 7 * w; d < min(7*w+7, s.j.run.Days); d++ {
			sum += load[d]
			if target := s.j.state.Brief.Days[d].TSS; target > 0 {
				cost += targetCost / 7 * math.Abs(load[d]-target) / target
			}
		}
		if budget > 0 {
			off := (sum - budget) / budget
			cost += budgetCost * max(-off, overCost*off)
		}
	}
	return cost
}

// mixCost is by how much the time of endurance sports goes beyond their shares of what the budgets give, as shares of that.
func (s *solver) mixCost() float64 {
	if len(s.share) < 2 || s.seconds == 0 {
		return 0
	}
	var seconds [enduranceSports]float64
	for i := range s.kept {
		if at := slices.Index(training.Sports[:enduranceSports], s.kept[i].Sport); at >= 0 {
			seconds[at] += float64(s.kept[i].Load.DurationSeconds)
		}
	}
	for n := range s.slots {
		if c := s.slots[n].chosen; c >= 0 {
			if o := &s.slots[n].options[c]; o.sport >= 0 {
				seconds[o.sport] += float64(o.session.Load.DurationSeconds)
			}
		}
	}
	cost := 0.0
	for i, sport := range training.Sports[:enduranceSports] {
		cost += mixCost * max(0, seconds[i]/s.seconds-s.share[sport])
	}
	return cost
}

// plan is what the slots hold, by date and start.
func (s *solver) plan() []training.Session {
	var list []training.Session
	for n := range s.slots {
		if c := s.slots[n].chosen; c >= 0 {
			list = append(list, s.slots[n].options[c].session)
		}
	}
	sortSessions(list)
	return list
}

func sortSessions(list []training.Session) {
	slices.SortStableFunc(list, func(a, b training.Session) int {
		if a.Date != b.Date {
			return int(a.Date - b.Date)
		}
		return int(a.Start) - int(b.Start)
	})
}
