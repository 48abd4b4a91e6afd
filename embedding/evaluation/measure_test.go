package evaluation

import (
	"cmp"
	"math"
	"slices"
	"testing"
)

// ndcg is the normalised discounted cumulative gain of the first depth results: 1 where nothing could be ranked better
// (Järvelin and Kekäläinen 2002, ACM TOIS 20(4):422–446, with the judgement itself as the gain).
func ndcg(ranked []string, gains map[string]float64) float64 { return ndcgAt(depth, ranked, gains) }

func ndcgAt(depth int, ranked []string, gains map[string]float64) float64 {
	got, best := 0.0, 0.0
	for i, name := range ranked[:min(depth, len(ranked))] {
		got += gains[name] / math.Log2(float64(i)+2)
	}
	for i, gain := range sorted(gains)[:min(depth, len(gains))] {
		best += gain / math.Log2(float64(i)+2)
	}
	return got / best
}

// recall is which part of the answers, just right or not, is among the first depth results.
func recall(ranked []string, gains map[string]float64) float64 {
	found := 0
	for _, name := range ranked[:min(depth, len(ranked))] {
		if gains[name] > 0 {
			found++
		}
	}
	return float64(found) / float64(len(gains))
}

// rank names the documents by score, the highest first, and by name where scores are equal.
func rank(documents []document, scores []float64) []string {
	order := make([]int, len(documents))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(documents[a].name, documents[b].name))
	})
	names := make([]string, len(order))
	for i, at := range order {
		names[i] = documents[at].name
	}
	return names
}

func TestMeasures(t *testing.T) {
	gains := map[string]float64{"a": 2, "b": 1}
	for _, c := range []struct {
		ranked       []string
		ndcg, recall float64
	}{
		{[]string{"a", "b", "c"}, 1, 1},
		{[]string{"b", "a"}, (1 + 2/math.Log2(3)) / (2 + 1/math.Log2(3)), 1},
		{[]string{"c", "a"}, 2 / math.Log2(3) / (2 + 1/math.Log2(3)), 0.5},
		{[]string{"c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "a"}, 0, 0},
	} {
		if got := ndcg(c.ranked, gains); math.Abs(got-c.ndcg) > 1e-12 {
			t.Errorf("%v: nDCG %v, want %v", c.ranked, got, c.ndcg)
		}
		if got := recall(c.ranked, gains); got != c.recall {
			t.Errorf("%v: recall %v, want %v", c.ranked, got, c.recall)
		}
	}
	three := []document{{name: "b"}, {name: "a"}, {name: "c"}}
	if got := rank(three, []float64{1, 1, 2}); !slices.Equal(got, []string{"c", "a", "b"}) {
		t.Errorf("ranked %v", got)
	}
}
