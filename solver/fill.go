package solver

import (
	"cmp"
	"slices"

	"fortnight/season"
)

// maxPlaces is how many places of a session are judged by the rules, those first that cost least beside them.
const maxPlaces = 6

// fill puts what the weeks are to hold and is missing into the empty ones of some slots, what weighs most first, each where it costs least: days
// follow from sessions. It tells what the plan is worth then.
func (s *Solver) fill(slots []int) value {
	best := s.value()
	for _, want := range s.byWeight() {
		for range s.missingOf(want) {
			if s.stopped() {
				return best
			}
			places := s.places(want, slots)
			at := -1
			for i := range places[:min(len(places), maxPlaces)] {
				p := &places[i]
				s.choose(p.slot, p.option)
				if v := s.valueUpTo(best, p.own); v.better(best) {
					best, at = v, i
				}
				s.choose(p.slot, -1)
			}
			if at < 0 {
				break
			}
			s.choose(places[at].slot, places[at].option)
		}
	}
	return best
}

// byWeight are the wants in the order in which they are placed: long sessions, whose day is what a week is built around, keys, then the others.
func (s *Solver) byWeight() []int {
	rank := func(n int) float64 {
		w := &s.problem.Wants[n]
		if w.Role == season.L {
			return 2 * weightOf(w.Role)
		}
		return weightOf(w.Role)
	}
	order := make([]int, 0, len(s.problem.Wants))
	for n := range s.problem.Wants {
		if s.problem.Wants[n].Count > 0 {
			order = append(order, n)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(b), rank(a)) })
	return order
}

// missingOf is how many sessions of a want are not there.
func (s *Solver) missingOf(want int) int {
	missing := s.problem.Wants[want].Count
	for n := range s.slots {
		if c := s.slots[n].chosen; c >= 0 && s.slots[n].options[c].want == want {
			missing--
		}
	}
	return max(0, missing)
}

// places are where a session of a want may stand in some slots, the cheapest first.
func (s *Solver) places(want int, slots []int) []place {
	list := s.spots[:0]
	for _, n := range slots {
		slot := &s.slots[n]
		if slot.fixed || slot.chosen >= 0 || !slices.ContainsFunc(slot.options, func(o option) bool { return o.want == want }) {
			continue
		}
		others := s.without(n)
		for i := range slot.options {
			if o := &slot.options[i]; o.want == want {
				list = append(list, place{n, i, others.with(o)})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b place) int { return cmp.Compare(a.own, b.own) })
	s.spots = list
	return list
}
