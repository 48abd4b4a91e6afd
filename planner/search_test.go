package planner_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"syscall"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner"
)

// BenchmarkSolve solves whole fortnights of random athletes: how much their plans cost in the mean, and how much processor time the search takes
// for each, garbage collection included.
func BenchmarkSolve(b *testing.B) {
	const athletes = 80
	var cost float64
	var searching int64
	for b.Loop() {
		random := rand.New(rand.NewPCG(21, 22))
		for i := range athletes {
			m, run := randomAthlete(random), request(14)
			run.Seed = i
			search, err := planner.SearchFor(context.Background(), newPlanner(m), run)
			if err != nil {
				b.Fatal(err)
			}
			began := processor(b)
			search.Solve()
			searching += processor(b) - began
			_, least := search.Value()
			cost += least
		}
	}
	n := float64(b.N * athletes)
	b.ReportMetric(cost/n, "cost/plan")
	b.ReportMetric(float64(searching)/1e6/n, "cpu-ms/plan")
}

// Searches that differ in their seed find plans that cost about the same, also where good ones are hard to come by: a triathlete whose medium-long
// run is kept from its length by that of the other week, a swimmer whose sharpener is kept from its family, a HYROX athlete and another
// triathlete whose sessions have to turn.
func TestSearchFindsAWayOut(t *testing.T) {
	const near = 30 // a second session on a day is worth 24
	made := athletes.Make(84, 7, monday)
	for _, i := range []int{37, 59, 63, 83} {
		var costs []float64
		for _, seed := range []int{i, 1, 2} {
			m, run := synthetic(&made[i]), request(14)
			run.Seed = seed
			search, err := planner.SearchFor(context.Background(), newPlanner(m), run)
			if err != nil {
				t.Fatal(err)
			}
			search.Solve()
			hard, cost := search.Value()
			if costs = append(costs, cost); hard > 0 {
				t.Errorf("%s, seed %d: %d HARD rows are broken", made[i].Name, seed, hard)
			}
		}
		if off := slices.Max(costs) - slices.Min(costs); off > near {
			t.Errorf("%s: plans cost %.0f", made[i].Name, costs)
		}
	}
}

// processor is the processor time that this process has used, in nanoseconds.
func processor(b *testing.B) int64 {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return used.Utime.Nano() + used.Stime.Nano()
}
