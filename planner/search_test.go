package planner_test

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"fortnight/planner"
)

// BenchmarkSolve solves whole fortnights of random athletes: how much their plans cost in the mean, and how long the search takes for each.
func BenchmarkSolve(b *testing.B) {
	const athletes = 80
	var cost float64
	var searching time.Duration
	for b.Loop() {
		random := rand.New(rand.NewPCG(21, 22))
		for i := range athletes {
			m, run := randomAthlete(random), request(14)
			run.Seed = i
			search, err := planner.SearchFor(context.Background(), newPlanner(m), run)
			if err != nil {
				b.Fatal(err)
			}
			began := time.Now()
			search.Solve()
			searching += time.Since(began)
			_, least := search.Value()
			cost += least
		}
	}
	n := float64(b.N * athletes)
	b.ReportMetric(cost/n, "cost/plan")
	b.ReportMetric(float64(searching.Microseconds())/1000/n, "ms/plan")
}
