package solver

import (
	"math/rand/v2"
	"slices"
	"time"

	"fortnight/hours"
	"fortnight/rules"
	"fortnight/season"
	"fortnight/training"
	"fortnight/wish"
)

// New prepares a search: its slots are empty, and nothing is decided.
func New(p Problem) *Solver {
	s := &Solver{
		problem: p, origin: p.From.At(0, p.Hours.Profile.Location()), rules: rules.NewEvaluator(p.Rules),
		random: rand.New(rand.NewPCG(uint64(p.Seed), 0x9e3779b97f4a7c15)), given: make([]float64, len(p.Weeks)),
		workouts: map[training.WorkoutID]int{}, looked: map[training.WorkoutID]*training.Workout{}, ruins: ruins,
		hours: make([]*hours.Day, max(p.Days, len(p.Closed))),
	}
	for _, w := range p.Waived {
		s.rules.Waive(w.Rule, w.Day)
	}
	s.readLegs()
	s.readKept()
	s.bound()
	s.addWishes()
	for day, closed := range p.Closed {
		if !closed && !s.stopped() {
			s.addSlots(day)
		}
	}
	return s
}

// readKept counts what stands already.
func (s *Solver) readKept() {
	for i := range s.problem.Kept {
		k := &s.problem.Kept[i]
		s.given[int(k.Date-s.problem.From)/7] += minutesOf(k)
		s.shares.add(intensitiesOf(&k.Load))
		s.days.add(int(k.Date-s.problem.From), hardOf(k.Load.Demand.HighIntensity, k.Sport, &k.Load))
		if k.Sport.Endurance() && k.Load.DurationSeconds >= 60*longBeside {
			s.longs |= 1 << (k.Date - s.problem.From)
		}
		if d := &k.Load.Demand; d.HighIntensity || d.Moderate || d.HeavyLower || k.Sport != training.Mobility && k.Load.DurationSeconds >= 60*busyFrom {
			s.busy |= 1 << (k.Date - s.problem.From)
		}
		if k.Load.Demand.HighIntensity {
			s.keys = append(s.keys, placed{
				start: int(k.Date.At(k.Start, s.origin.Location()).Sub(s.origin) / time.Minute), day: int(k.Date - s.problem.From), sport: k.Sport,
			})
		}
	}
	s.inRow = s.days.cost()
}

// busyFrom is from how many minutes on a session that stands takes a day's room for a long one.
const busyFrom = 45

// Points that the share of easy time may be below and that of hard time above what a week asks for, and what few sessions may.
const (
	lowSlack, lowSlackOfFew   = 5, 15
	highSlack, highSlackOfFew = 5, 12
	fewForLow, fewForHigh     = 3, 4
)

// bound works out the shares of intensity from which the whole costs, and what missing sessions cost.
func (s *Solver) bound() {
	low, high, weight := 0.0, 0.0, 0.0
	for _, w := range s.problem.Weeks {
		l, h := w.Shares.Low-lowSlack, w.Shares.High+highSlack
		if w.Sessions <= fewForLow {
			l = w.Shares.Low - lowSlackOfFew
		}
		if w.Sessions <= fewForHigh {
			h = w.Shares.High + highSlackOfFew
		}
		m := max(1, float64(w.Minutes))
		low, high, weight = low+l*m, high+h*m, weight+m
	}
	s.lowest, s.highest = low/max(1, weight), high/max(1, weight)
	total := 0.0
	for _, w := range s.problem.Wants {
		total += weightOf(w.Role) * float64(w.Count)
	}
	for _, w := range s.problem.Wants {
		cost := 0.0
		if w.Count > 0 {
			cost = keyCost*weightOf(w.Role)/total + offCost(w.Role)
		}
		s.missing = append(s.missing, cost)
	}
}

func (s *Solver) addWishes() {
	for day := range s.problem.Days {
		if s.problem.Wishes.TwoADay(s.date(day)) {
			s.doubles |= 1 << day
		}
	}
	for _, w := range s.problem.Wishes {
		if !w.Positive() {
			continue
		}
		for _, one := range w.Apart() {
			if s.wished = append(s.wished, one); w.HowMuch() == wish.Must {
				s.wished = append(s.wished, one) // it weighs twice
			}
			if (w.Minutes > 0 || w.Meters > 0) && len(s.wished) < mostWished { // its length is a wish of its own: one of another length is better than none
				s.measured |= 1 << len(s.wished)
				s.wished = append(s.wished, one)
			}
		}
	}
	s.wished = s.wished[:min(len(s.wished), mostWished)]
	s.problem.Limits = s.problem.Limits[:min(len(s.problem.Limits), MaxLimits)]
	s.bounded = make([]float64, len(s.problem.Limits))
	for i := range s.problem.Kept {
		k := &s.problem.Kept[i]
		w := s.problem.Workouts.Of(k)
		s.served |= s.serves(k.Date, w) &^ s.atOtherTimes(k.Start)
		for n := range s.problem.Limits {
			l := &s.problem.Limits[n]
			if again := l.Days && slices.ContainsFunc(s.problem.Kept[:i], func(o training.Session) bool {
				return o.Date == k.Date && l.amount(o.Date, s.problem.Workouts.Of(&o)) > 0
			}); !again {
				s.bounded[n] += l.amount(k.Date, w)
			}
		}
	}
}

// mostWished is how many wishes for a session a search keeps apart.
const mostWished = 32

func (s *Solver) addSlots(day int) {
	s.hours[day] = s.problem.Hours.On(s.date(day))
	first := slot{day: day, chosen: -1, mark: s.newMark()}
	s.addOptions(&first)
	s.slots = append(s.slots, first)
	single := s.problem.Single || s.problem.Hours.Profile.Level == training.Novice
	if single && !s.cares(day) {
		return
	}
	if _, room := s.problem.Hours.Room(s.date(day)); room < 2 || s.problem.Wishes.Limited(s.date(day)) {
		return
	}
	second := slot{day: day, second: true, care: single, chosen: -1, mark: s.newMark()}
	s.addOptions(&second)
	s.slots = append(s.slots, second)
}

// cares tells whether a day is to have something that costs no load, which is no second session.
func (s *Solver) cares(day int) bool {
	return slices.ContainsFunc(s.problem.Wants, func(w Want) bool { return w.Role == season.Care && w.First <= day && day <= w.Last })
}

// readLegs takes in what the days before the plan and the kept sessions leave in the legs.
func (s *Solver) readLegs() {
	for _, b := range s.problem.Done {
		if b.Date < s.problem.From && b.Date >= s.problem.From.AddDays(-legsReach/24) {
			s.legs = append(s.legs, legsOf(&b, s.origin))
		}
	}
	for i := range s.problem.Kept {
		b := s.problem.Kept[i].Bout()
		s.legs = append(s.legs, legsOf(&b, s.origin))
	}
}

// roleOf is the role of what a slot holds, empty for nothing.
func (s *Solver) roleOf(n int) season.Role {
	if c := s.slots[n].chosen; c >= 0 {
		return s.problem.Wants[s.slots[n].options[c].want].Role
	}
	return ""
}
