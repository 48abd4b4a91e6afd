package workouts

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestDiverseMakesTheBestChoiceEachTime: the comparisons that are not made would change nothing.
func TestDiverseMakesTheBestChoiceEachTime(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for n := range 200 {
		rows := make([]matchRow, 1+random.IntN(64))
		for i := range rows {
			rows[i].similarity = math.Round(20*random.Float64()) / 20 // with equal ones
			rows[i].vector = randomUnit(random, 32)
			if i > 0 && random.IntN(4) == 0 {
				rows[i].vector = rows[random.IntN(i)].vector // a copy
			}
		}
		limit := random.IntN(20)
		got, want := diverse(rows, limit), everyComparison(rows, limit)
		if len(got) != len(want) {
			t.Fatalf("case %d: %d chosen, want %d", n, len(got), len(want))
		}
		for i := range got {
			if got[i].similarity != want[i].similarity || &got[i].vector[0] != &want[i].vector[0] {
				t.Fatalf("case %d: choice %d is another", n, i)
			}
		}
	}
}

// everyComparison is the choice by its definition.
func everyComparison(rows []matchRow, limit int) []matchRow {
	var chosen []matchRow
	taken := map[int]bool{}
	for len(chosen) < min(limit, len(rows)) {
		best, most := -1, math.Inf(-1)
		for i, row := range rows {
			likeness := 0.0
			for _, c := range chosen {
				likeness = max(likeness, cosine(row.vector, c.vector))
			}
			if value := relevanceShare*row.similarity - (1-relevanceShare)*likeness; !taken[i] && value > most {
				best, most = i, value
			}
		}
		taken[best] = true
		chosen = append(chosen, rows[best])
	}
	return chosen
}

func randomUnit(random *rand.Rand, dimensions int) []float32 {
	vector, sum := make([]float32, dimensions), 0.0
	for i := range vector {
		vector[i] = float32(random.NormFloat64())
		sum += float64(vector[i]) * float64(vector[i])
	}
	for i := range vector {
		vector[i] /= float32(math.Sqrt(sum))
	}
	return vector
}

// TestCosine: a vector is as good as equal to itself.
func TestCosine(t *testing.T) {
	vector := randomUnit(rand.New(rand.NewPCG(2, 2)), 384)
	if got := cosine(vector, vector); math.Abs(got-1) > 1e-6 {
		t.Errorf("a vector is %g like itself, want 1", got)
	}
}
