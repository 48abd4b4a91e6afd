package api_test

import (
	"testing"

	"fortnight/library"
	"fortnight/session"
)

var filterOfAll session.WorkoutFilter

// What reads cost, without a clock: statements, of the first answer and of the third, and allocations of those after it. The session of the
// token is remembered. Allocations have room for what a race detector and another version of Go add; one for each field would be thousands more.
func TestWhatReadsCost(t *testing.T) {
	r := newReaders(t, "on", 20, library.Workouts())
	bounds := map[string]struct {
		first, statements int64
		allocations       float64
	}{
		"Q1": {2, 1, 2500}, "Q1alias": {1, 1, 2500}, "Q2": {14, 1, 2000}, "Q3": {12, 1, 3500}, "Q4": {1, 1, 1500}, "heads": {1, 1, 2000}, "S": {6, 1, 2000},
	}
	for before := int64(-1); r.counted.n.Load() != before; { // nothing is remembered of a log-in before the process listens
		before = r.counted.n.Load()
		r.read(t, `{"query": "{ __typename }"}`)
	}
	for _, s := range r.shapes(t) {
		bound, known := bounds[s.name]
		if !known {
			t.Fatalf("%s has no bound", s.name)
		}
		count := func() int64 {
			before := r.counted.n.Load()
			r.read(t, s.body)
			return r.counted.n.Load() - before
		}
		first := count()
		count() // what is written then is remembered
		then := count()
		allocations := testing.AllocsPerRun(5, func() { r.read(t, s.body) })
		t.Logf("%-8s %6d bytes, %2d statements at first, %2d then, %6.0f allocations", s.name, len(r.read(t, s.body)), first, then, allocations)
		if first > bound.first || then > bound.statements || allocations > bound.allocations {
			t.Errorf("%s takes %d statements at first, %d then, and %.0f allocations; at most %d, %d and %.0f", s.name, first, then, allocations, bound.first, bound.statements, bound.allocations)
		}
	}
}

// Each of the shapes that are measured has one answer, whichever way and however often.
func TestShapesBothWays(t *testing.T) {
	r := newReaders(t, "", 3, library.Workouts())
	for _, s := range r.shapes(t) {
		first := string(r.read(t, s.body))
		for range 2 {
			if again := string(r.read(t, s.body)); again != first {
				t.Errorf("%s answers %.500s and then %.500s", s.name, first, again)
			}
		}
	}
}
