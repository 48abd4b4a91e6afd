package evaluation

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// depth is how many results are looked at, and at most judged.
const depth = 10

type document struct{ name, text string }

// query is a wish with the workouts that answer it: 2 for just right, 1 for will do.
type query struct {
	set, text string // "dev", "dev2" or "held"
	gains     map[string]float64
}

// entries are the paragraphs of a file: a line, and what is indented below it as another.
func entries(t testing.TB, path string) (all [][2]string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		body := strings.TrimSpace(line)
		switch {
		case body == "" || strings.HasPrefix(body, "#"):
		case strings.HasPrefix(line, " "):
			last := &all[len(all)-1]
			last[1] = strings.TrimSpace(last[1] + " " + body)
		default:
			all = append(all, [2]string{body})
		}
	}
	return all
}

func readDocuments(t testing.TB) (all []document) {
	for _, entry := range entries(t, "testdata/workouts.txt") {
		all = append(all, document{entry[0], entry[1]})
	}
	return all
}

func readQueries(t testing.TB) (all []query) {
	t.Helper()
	for _, entry := range slices.Concat(entries(t, "testdata/queries.txt"), entries(t, "testdata/queries-dev2.txt")) {
		set, text, _ := strings.Cut(entry[0], " ")
		all = append(all, query{set, text, gainsOf(t, entry)})
	}
	return all
}

// gainsOf are the judgements of an entry.
func gainsOf(t testing.TB, entry [2]string) map[string]float64 {
	t.Helper()
	gains := map[string]float64{}
	for _, judgement := range strings.Fields(entry[1]) {
		name, number, _ := strings.Cut(judgement, "=")
		gain, err := strconv.ParseFloat(number, 64)
		if err != nil || gains[name] != 0 {
			t.Fatalf("%s: judgement %q", entry[0], judgement)
		}
		gains[name] = gain
	}
	return gains
}

func TestTheSetIsSound(t *testing.T) {
	names, counts := map[string]bool{}, map[string]int{}
	for _, d := range readDocuments(t) {
		if names[d.name] || d.text == "" {
			t.Errorf("%s is there twice or empty", d.name)
		}
		names[d.name] = true
	}
	for _, q := range readQueries(t) {
		counts[q.set]++
		if err := q.check(names); err != nil {
			t.Errorf("%s: %v", q.text, err)
		}
	}
	if want := map[string]int{"dev": 30, "dev2": 80, "held": 30}; len(names) < 120 || !maps.Equal(counts, want) {
		t.Errorf("%d workouts, queries %v; want 120 or more, and %v", len(names), counts, want)
	}
}

func (q query) check(names map[string]bool) error {
	best := 0.0
	for name, gain := range q.gains {
		if !names[name] || gain != 1 && gain != 2 {
			return fmt.Errorf("judgement %s=%v", name, gain)
		}
		best = max(best, gain)
	}
	if best != 2 || len(q.gains) > depth {
		return fmt.Errorf("%d judgements, the best %v", len(q.gains), best)
	}
	return nil
}

func sorted(gains map[string]float64) []float64 {
	var all []float64
	for _, gain := range gains {
		all = append(all, gain)
	}
	slices.SortFunc(all, func(a, b float64) int { return int(b - a) })
	return all
}
