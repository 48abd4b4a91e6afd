package planner_test

import (
	"context"
	"slices"
	"testing"

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
