package solver

import (
	"math"

	"fortnight/rules"
)

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

// valueUpTo judges the plan as it is, which costs so much beside the rules, as far as it takes to see that it is no better than the best.
func (s *Solver) valueUpTo(best value, own float64) value {
	limit := best.rules
	limit.Cost = (best.cost - own) / ruleCost
	return value{rules: s.judge(limit)}.with(own)
}

// stopped tells whether nobody wants the plan any more.
func (s *Solver) stopped() bool { return s.problem.Rules.Stopped() }

// choose gives a slot an option, −1 for none. The rules hear of it when they are asked.
func (s *Solver) choose(n, option int) {
	slot := &s.slots[n]
	if slot.chosen == option {
		return
	}
	if slot.chosen >= 0 {
		s.flip(&slot.options[slot.chosen])
	}
	if slot.chosen = option; option >= 0 {
		s.flip(&slot.options[option])
	}
}

// value judges the plan as it is.
func (s *Solver) value() value {
	return value{rules: s.judge(rules.Score{Hard: math.MaxInt})}.with(s.ownCost())
}

// with adds what a plan costs beside the rules.
func (v value) with(own float64) value {
	v.cost = ruleCost*v.rules.Cost + own
	return v
}
