package solver

import (
	"math"
	"math/rand/v2"
	"testing"
)

// What a plan without a slot costs with one of its options is what the plan with it costs, whichever slot it is: a search that compares options
// by the first must not be misled about the second.
func TestCostOfAnOptionIsThatOfThePlan(t *testing.T) {
	for seed := range uint64(12) {
		s, random := New(week(seed)), rand.New(rand.NewPCG(seed, 9))
		for range 20 {
			n := random.IntN(len(s.slots))
			if len(s.slots[n].options) == 0 || s.slots[n].fixed {
				continue
			}
			s.choose(n, -1)
			rest, at := s.without(n), random.IntN(len(s.slots[n].options))
			guess := rest.with(&s.slots[n].options[at])
			s.choose(n, at)
			if cost := s.ownCost(); math.Abs(cost-guess) > 1e-6 {
				t.Errorf("problem %d: %g, not %g", seed, guess, cost)
			}
		}
	}
}

// What an option is said to cost at the least it costs, whatever stands beside it: a search passes over it for that.
func TestLeastCostOfAnOption(t *testing.T) {
	compared := 0
	for seed := range uint64(12) {
		s, random := New(week(seed)), rand.New(rand.NewPCG(seed, 10))
		for range 40 {
			n := random.IntN(len(s.slots))
			if len(s.slots[n].options) == 0 {
				continue
			}
			s.choose(n, -1)
			rest := s.without(n)
			for i := range s.slots[n].options {
				o := &s.slots[n].options[i]
				if least, is := rest.atLeast(o), rest.with(o); len(o.limited) == 0 && is < least-1e-9 {
					t.Fatalf("problem %d: %g, and %g at the least", seed, is, least)
				}
				compared++
			}
			s.choose(n, random.IntN(len(s.slots[n].options)))
		}
	}
	if compared < 1000 {
		t.Errorf("%d options were compared", compared)
	}
}
