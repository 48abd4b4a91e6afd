package solver

import (
	"cmp"
	"slices"

	"fortnight/season"
)

// maxPlaces is how many places of a session are judged by the rules, those first that cost least beside them.
const maxPlaces = 6

// fill puts what the weeks are to hold and is missing into the empty ones of some slots, what weighs most first, each where it costs least: days
// follow from sessions. Where a week has more sessions than days, as many of them as have to share a day may do so from the start: what matters most
// would else take the days that others need. Usual lets usual days count twice. It tells what the plan is worth then.
func (s *Solver) fill(slots []int, usual bool) value {
	best, shared := s.value(), s.haveToShare()
	shared.usual = usual
	for _, want := range s.byWeight() {
		for range s.missingOf(want) {
			if s.stopped() {
				return best
			}
			places := s.places(want, slots, &shared)
			at, lead := -1, best
			for i := range places[:min(len(places), maxPlaces)] {
				p := &places[i]
				s.choose(p.slot, p.option)
				spared, limit := s.spared(p.slot, p.option, &shared), lead
				if at >= 0 {
					limit.cost += spared
				}
				if limit.rules.Hard == best.rules.Hard {
					limit.cost = min(limit.cost, best.cost)
				}
				if v := s.valueUpTo(limit, p.own); v.better(limit) {
					lead, at = value{v.rules, v.cost - spared}, i
				}
				s.choose(p.slot, -1)
			}
			if at < 0 {
				break
			}
			n := places[at].slot
			lead.cost += s.spared(n, places[at].option, &shared)
			if s.choose(n, places[at].option); s.trains(n) && s.sharesDay(n) {
				shared.weeks[s.slots[n].day/7]--
			}
			best = lead
		}
	}
	return best
}

// toShare is how many sessions of each week have to share a day with another, beside those that do, and whether usual days count twice.
type toShare struct {
	weeks [maxWeeks]int
	usual bool
}

// haveToShare counts them: the sessions that a week is to hold beyond its days with a place.
func (s *Solver) haveToShare() (shared toShare) {
	for i := range s.problem.Wants {
		if w := &s.problem.Wants[i]; w.Role != season.Care {
			shared.weeks[w.Week] += w.Count
		}
	}
	for n := range s.slots {
		if slot := &s.slots[n]; !slot.second || s.trains(n) && s.sharesDay(n) {
			shared.weeks[slot.day/7]--
		}
	}
	return shared
}

// sharesDay tells whether a session in a slot shares its day with another that costs load, or would.
func (s *Solver) sharesDay(n int) bool {
	for m := range s.slots {
		if m != n && s.slots[m].day == s.slots[n].day && s.trains(m) {
			return true
		}
	}
	return false
}

// trains tells whether a slot holds something that costs load: what costs none shares a day with anything.
func (s *Solver) trains(n int) bool {
	slot := &s.slots[n]
	return slot.chosen >= 0 && slot.options[slot.chosen].is&isCare == 0
}

// spared is what a session need not cost that shares a day, as one of its week has to, less what its day is unusual where that counts twice: two that
// belong to one day leave it together later, where that is better; what was put elsewhere one by one comes back to it together only by chance.
func (s *Solver) spared(n, option int, t *toShare) float64 {
	spared := 0.0
	if t.usual {
		spared = -s.slots[n].options[option].parts.irregular
	}
	if t.weeks[s.slots[n].day/7] > 0 && s.slots[n].options[option].is&isCare == 0 && s.doubles>>s.slots[n].day&1 == 0 && s.sharesDay(n) {
		spared += doubleCost
	}
	return spared
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
func (s *Solver) places(want int, slots []int, shared *toShare) []place {
	list := s.spots[:0]
	for _, n := range slots {
		slot := &s.slots[n]
		if slot.fixed || slot.chosen >= 0 {
			continue
		}
		var others *remainder
		for i := range slot.options {
			o := &slot.options[i]
			if o.want != want {
				continue
			}
			if others == nil {
				others = s.without(n)
			}
			list = append(list, place{n, i, others.with(o)})
		}
	}
	slices.SortStableFunc(list, func(a, b place) int {
		return cmp.Compare(a.own-s.spared(a.slot, a.option, shared), b.own-s.spared(b.slot, b.option, shared))
	})
	s.spots = list
	return list
}
