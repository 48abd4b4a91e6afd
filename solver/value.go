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

// with adds what a plan costs beside the rules.
func (v value) with(own float64) value {
	v.cost = ruleCost*v.rules.Cost + own
	return v
}
