package planner_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"fortnight/planner"
)

// Small instances: a week of each scenario, with at most so many slots and options a slot.
const smallSlots, smallOptions = 6, 4

// gaps are how far the solver's cost lies above the least there is, as a share of it, in so many small instances.
func gaps(t testing.TB, instances int) []float64 {
	t.Helper()
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range scenarios {
			if !yield(name) {
				return
			}
		}
	})
	var list []float64
	for seed := range instances {
		m, run := scenarios[names[seed%len(names)]](), request(7)
		run.Seed = seed
		small, err := planner.NewSmall(context.Background(), newPlanner(m), run, smallSlots, smallOptions, uint64(seed))
		if err != nil {
			t.Fatal(err)
		}
		hard, cost := small.Solve()
		leastHard, least := small.Exact()
		if hard != leastHard {
			t.Errorf("instance %d: %d HARD rows are broken, the least is %d", seed, hard, leastHard)
			continue
		}
		if cost < least-1e-6 {
			t.Fatalf("instance %d: cost %.3f is below the least, %.3f", seed, cost, least)
		}
		list = append(list, (cost-least)/least)
	}
	slices.Sort(list)
	return list
}

func TestSolverIsNearTheBest(t *testing.T) {
	instances := 48
	if testing.Short() || raceEnabled {
		instances = 3
	}
	list := gaps(t, instances)
	if median, worst := list[len(list)/2], list[len(list)-1]; median > 0.02 || worst > 0.10 {
		t.Errorf("the gap to the best is %.1f %% in the median and %.1f %% at worst", 100*median, 100*worst)
	}
}

func BenchmarkGap(b *testing.B) {
	for b.Loop() {
		list := gaps(b, 120)
		b.ReportMetric(100*list[len(list)/2], "%median")
		b.ReportMetric(100*list[len(list)-1], "%worst")
	}
}

// BenchmarkSolve solves whole fortnights of random athletes: how much their plans cost in the mean, and how long the search takes for each.
func BenchmarkSolve(b *testing.B) {
	const athletes, everything = 80, 1 << 20
	var cost float64
	var searching time.Duration
	for b.Loop() {
		random := rand.New(rand.NewPCG(21, 22))
		for i := range athletes {
			m, run := randomAthlete(random), request(14)
			run.Seed = i
			whole, err := planner.NewSmall(context.Background(), newPlanner(m), run, everything, everything, uint64(i))
			if err != nil {
				b.Fatal(err)
			}
			began := time.Now()
			_, least := whole.Solve()
			searching += time.Since(began)
			cost += least
		}
	}
	n := float64(b.N * athletes)
	b.ReportMetric(cost/n, "cost/plan")
	b.ReportMetric(float64(searching.Microseconds())/1000/n, "ms/plan")
}
