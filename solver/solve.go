package solver

import (
	"cmp"
	"math"
	"slices"

	"fortnight/brief"
	"fortnight/rules"
)

// Solve fills the slots that are not fixed.
func (s *Solver) Solve() {
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
func (s *Solver) recreate(best value) value {
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

// pick draws slots that have options, half of the time from days near each other: what stands between them is mostly load of one week,
// or spacing.
func (s *Solver) pick() []int {
	var able []int
	for n := range s.slots {
		if len(s.slots[n].options) > 0 && !s.slots[n].fixed {
			able = append(able, n)
		}
	}
	s.random.Shuffle(len(able), func(a, b int) { able[a], able[b] = able[b], able[a] })
	if len(able) > 0 && s.random.IntN(2) == 0 {
		at := s.slots[able[0]].day
		slices.SortStableFunc(able, func(a, b int) int { return cmp.Compare(away(s.slots[a].day, at), away(s.slots[b].day, at)) })
	}
	return able[:min(ruined, len(able))]
}

// away is how far apart two days lie, in steps of five days of which the first has five as well, two on either side.
func away(a, b int) int { return (max(a-b, b-a) + 2) / 5 }

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

// rank are the options of a slot that is empty, those first that cost least, and none that cannot be better than the best plan.
func (s *Solver) rank(n int, best value) []ranked {
	slot, others, list := &s.slots[n], s.without(n), s.ranked[:0]
	for i := range slot.options {
		o := &slot.options[i]
		own := others.with(o)
		if v := (value{rules: s.rules.AtLeast(o.concerns)}).with(own); v.better(best) {
			list = append(list, ranked{i, own, v.cost})
		}
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(a.atLeast, b.atLeast) })
	s.ranked = list
	return list
}

// improve gives a slot the best of its options, or none.
func (s *Solver) improve(n int, best value) value {
	chosen := s.slots[n].chosen
	s.choose(n, -1)
	if v := s.value(); v.better(best) {
		best, chosen = v, -1
	}
	for _, r := range s.rank(n, best) {
		if best.rules.Hard == 0 && r.atLeast >= best.cost {
			break
		}
		s.choose(n, r.option)
		if v := s.valueUpTo(best, r.own); v.better(best) {
			best, chosen = v, r.option
		}
	}
	s.choose(n, chosen)
	return best
}

// valueUpTo judges the plan as it is, which costs so much beside the rules, as far as it takes to see that it is no better than the best.
func (s *Solver) valueUpTo(best value, own float64) value {
	limit := best.rules
	limit.Cost = (best.cost - own) / ruleCost
	return value{rules: s.rules.ScoreUpTo(limit)}.with(own)
}

// exchange tries for every two days to swap what they are for: each takes the best option of the other's kind.
func (s *Solver) exchange(best value) value {
	for a := range s.slots {
		for b := a + 1; b < len(s.slots); b++ {
			if s.slots[a].second || s.slots[b].second || s.slots[a].fixed || s.slots[b].fixed || s.kindOf(a) == s.kindOf(b) {
				continue
			}
			wasA, wasB := s.slots[a].chosen, s.slots[b].chosen
			kindA, kindB := s.kindOf(a), s.kindOf(b)
			s.choose(a, s.first(a, kindB))
			s.choose(b, s.first(b, kindA))
			if v := s.valueUpTo(best, s.ownCost()); v.better(best) {
				best = v
				continue
			}
			s.choose(a, wasA)
			s.choose(b, wasB)
		}
	}
	return best
}

func (s *Solver) kindOf(n int) brief.Kind {
	if c := s.slots[n].chosen; c >= 0 {
		return s.slots[n].options[c].kind
	}
	return brief.Rest
}

func (s *Solver) first(n int, k brief.Kind) int {
	for i := range s.slots[n].options {
		if s.slots[n].options[i].kind == k {
			return i
		}
	}
	return -1
}

func (s *Solver) choose(n, option int) {
	slot := &s.slots[n]
	if slot.chosen == option {
		return
	}
	was := slot.chosen
	slot.chosen = option
	switch {
	case option < 0:
		s.rules.Remove(slot.options[was].session.ID)
	case was < 0:
		s.rules.Put(&slot.options[option].prepared)
	default:
		s.rules.Replace(slot.options[was].session.ID, &slot.options[option].prepared)
	}
}

// value judges the plan as it is.
func (s *Solver) value() value {
	return value{rules: s.rules.Score()}.with(s.ownCost())
}

// with adds what a plan costs beside the rules.
func (v value) with(own float64) value {
	v.cost = ruleCost*v.rules.Cost + own
	return v
}
