package embedding

import (
	"cmp"
	"context"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// query is a wish with the workouts that answer it: 2 for just right, 1 for will do.
type query struct {
	set, text string
	gains     map[string]float64
}

type document struct {
	name   string
	vector []float32
}

func readRetrieval(t testing.TB, l *Lexicon) (documents []document, queries []query) {
	t.Helper()
	text, err := os.ReadFile("testdata/retrieval.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		kind, rest, _ := strings.Cut(line, " ")
		left, right, _ := strings.Cut(rest, " | ")
		switch kind {
		case "doc":
			documents = append(documents, document{left, embedOne(t, l, right)})
		case "dev", "held":
			queries = append(queries, query{kind, left, readGains(t, right)})
		}
	}
	return documents, queries
}

func readGains(t testing.TB, list string) map[string]float64 {
	t.Helper()
	gains := map[string]float64{}
	for _, entry := range strings.Fields(list) {
		name, number, _ := strings.Cut(entry, "=")
		gain, err := strconv.ParseFloat(number, 64)
		if err != nil {
			t.Fatal(err)
		}
		gains[name] = gain
	}
	return gains
}

func embedOne(t testing.TB, l *Lexicon, text string) []float32 {
	t.Helper()
	vectors, err := l.Embed(context.Background(), []string{text})
	if err != nil {
		t.Fatal(err)
	}
	return vectors[0]
}

func dot(a, b []float32) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}

// rank names the documents, the nearest to the query first.
func rank(vector []float32, documents []document) []string {
	sorted := slices.Clone(documents)
	slices.SortStableFunc(sorted, func(a, b document) int { return cmp.Compare(dot(vector, b.vector), dot(vector, a.vector)) })
	names := make([]string, len(sorted))
	for i, d := range sorted {
		names[i] = d.name
	}
	return names
}

// ndcg5 is the normalised discounted cumulative gain of the first five: 1 where nothing could be ranked better.
func ndcg5(ranked []string, gains map[string]float64) float64 {
	var ideal []float64
	for _, gain := range gains {
		ideal = append(ideal, gain)
	}
	slices.SortFunc(ideal, func(a, b float64) int { return cmp.Compare(b, a) })
	got, best := 0.0, 0.0
	for i := range min(5, len(ranked)) {
		discount := 1 / math.Log2(float64(i)+2)
		got += discount * gains[ranked[i]]
		if i < len(ideal) {
			best += discount * ideal[i]
		}
	}
	return got / best
}

// The floors are a little below what was measured when the weights were chosen.
func TestRetrieval(t *testing.T) {
	l := NewLexicon()
	documents, queries := readRetrieval(t, l)
	if len(documents) != 34 || len(queries) != 25 {
		t.Fatalf("%d workouts and %d queries were read, want 34 and 25", len(documents), len(queries))
	}
	sums, counts := map[string]float64{}, map[string]float64{}
	for _, q := range queries {
		ranked := rank(embedOne(t, l, q.text), documents)
		value := ndcg5(ranked, q.gains)
		sums[q.set] += value
		counts[q.set]++
		t.Logf("%.2f %s: %s (%s)", value, q.text, strings.Join(ranked[:5], " "), strings.Join(l.Concepts(q.text), " "))
	}
	for set, floor := range map[string]float64{"dev": 0.85, "held": 0.90} {
		got := sums[set] / counts[set]
		t.Logf("%s: nDCG@5 %.3f", set, got)
		if got < floor {
			t.Errorf("%s: nDCG@5 is %.3f, want at least %.2f", set, got, floor)
		}
	}
}
