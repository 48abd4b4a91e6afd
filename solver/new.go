package solver

import (
	"math/rand/v2"
	"slices"

	"fortnight/brief"
	"fortnight/rules"
	"fortnight/training"
	"fortnight/wish"
)

// New prepares a search: its slots are empty, and nothing is decided.
func New(p Problem) *Solver {
	kept := p.Kept
	s := &Solver{
		problem: p, origin: p.From.At(0, p.Hours.Profile.Location()), rules: rules.NewEvaluator(p.Rules),
		random: rand.New(rand.NewPCG(uint64(p.Seed), 0x9e3779b97f4a7c15)), given: make([]float64, p.Days),
		workouts: map[training.WorkoutID]int{}, matches: map[*Offer][]training.WorkoutMatch{}, ruins: ruins,
	}
	for i, w := range p.Brief.Weeks {
		if w.Phase != "deload" {
			s.rules.Waive("RST-2", 7*i+7) // when an easier week is due was decided with the budgets
		}
		s.budget = append(s.budget, w.Budget)
		s.endurance += w.Budget / brief.TSSAnHour * 3600
	}
	for _, share := range p.Brief.Sports {
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
			s.lifts[int(kept[i].Date-p.From)/7]++
		}
		if kept[i].Status == training.Planned {
			s.given[int(kept[i].Date-p.From)] += s.counted(&kept[i])
		}
	}
	for i, d := range p.Brief.Days {
		s.lifts[i/7] += count(d.Kind == brief.Lift) + count(d.Second)
	}
	s.addWishes()
	for i, d := range p.Brief.Days {
		if !d.Closed {
			s.addSlots(i, d)
		}
	}
	for n := range s.slots {
		s.prepare(&s.slots[n])
	}
	return s
}

func (s *Solver) addWishes() {
	for _, w := range s.problem.Wishes {
		if w.Kind == wish.Prefer {
			s.wished = append(s.wished, w)
		}
	}
	for i := range s.problem.Kept {
		s.served |= s.serves(s.problem.Kept[i].Date, s.problem.Workouts.Of(&s.problem.Kept[i]))
	}
}

func (s *Solver) addSlots(day int, d brief.Day) {
	first := slot{day: day, wanted: d.Kind, chosen: -1, empty: emptyCost[d.Kind], options: make([]option, 0, optionsRoom)}
	for _, k := range kinds {
		s.addOptions(&first, k)
	}
	s.slots = append(s.slots, first)
	if s.problem.Hours.Profile.Level == training.Novice {
		return
	}
	if _, room := s.problem.Hours.Room(s.date(day)); room < 2 || s.problem.Wishes.Limited(s.date(day)) {
		return
	}
	second := slot{day: day, second: true, wanted: brief.Rest, chosen: -1}
	if d.Second {
		second.wanted, second.empty = brief.Lift, emptyCost[brief.Secondary]
	}
	s.addOptions(&second, brief.Lift)
	if s.problem.Hours.Profile.Level == training.Advanced {
		s.addOptions(&second, brief.Easy)
	}
	s.slots = append(s.slots, second)
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

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
