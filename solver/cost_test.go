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
				adding := rest.adding(o)
				if least, more, is := rest.atLeast(o), rest.wholeAtLeast(o, &adding), rest.with(o); len(o.limited) == 0 && is < max(least, more)-1e-9 {
					t.Fatalf("problem %d: %g, and %g or %g at the least", seed, is, least, more)
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

// What a plan costs does not depend on the plans before it: how choices stand beside each other is brought up to date, not counted anew.
func TestCostsAreThoseOfAFreshSearch(t *testing.T) {
	beside := 0
	for seed := range uint64(6) {
		s, random := New(week(seed)), rand.New(rand.NewPCG(seed, 11))
		for change := range 200 {
			n := random.IntN(len(s.slots))
			s.choose(n, random.IntN(len(s.slots[n].options)+1)-1)
			if random.IntN(3) == 0 {
				s.ownCost()
			}
			if change%5 > 0 {
				continue
			}
			afresh := New(week(seed))
			for m := range s.slots {
				afresh.choose(m, s.slots[m].chosen)
			}
			if is, want := s.ownCost(), afresh.ownCost(); is != want {
				t.Fatalf("problem %d, change %d: %g, afresh %g", seed, change, is, want)
			}
			for m := range s.pairs.sums {
				if s.pairs.sums[m] != (besides{}) {
					beside++
				}
			}
		}
	}
	if beside < 100 {
		t.Errorf("%d choices stand beside others", beside)
	}
}
