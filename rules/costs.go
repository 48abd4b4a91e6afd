package rules

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/family"
	"fortnight/rules/frame"
)

// RuleCost is what a SOFT rule adds to the cost of a plan: the weighted excess of its windows.
type RuleCost struct {
	Rule ID
	Cost float64
}

// Costs are what the Cost of Score is made of, rule by rule in the order of the catalogue, without those that cost nothing.
func (e *Evaluator) Costs() []RuleCost {
	sums := adder{evaluator: e}
	family.Judge(e.frame, &sums)
	var list []RuleCost
	for code, cost := range sums.costs {
		if cost > 0 {
			list = append(list, RuleCost{catalogue.Code(code).ID(), cost})
		}
	}
	return list
}

// adder adds up rows by rule.
type adder struct {
	evaluator *Evaluator
	costs     [catalogue.Count]float64
}

func (a *adder) Take(r frame.Row) {
	if r.Severity == Soft && !r.Unknown {
		a.costs[r.Rule] += a.evaluator.weight(&r) * r.Excess()
	}
}
