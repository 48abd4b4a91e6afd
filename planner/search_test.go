package planner_test

import (
	"context"
	"math/rand/v2"
	"syscall"
	"testing"

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

// processor is the processor time that this process has used, in nanoseconds.
func processor(b *testing.B) int64 {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return used.Utime.Nano() + used.Stime.Nano()
}
