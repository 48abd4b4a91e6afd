package api_test

import (
	"testing"

	"fortnight/library"
	"fortnight/session"
)

var filterOfAll session.WorkoutFilter

// What reads cost, without a clock: statements, the look-up of the token's session among them, and allocations, of the second answer and of
// those after it. Allocations have room for what a race detector and another version of Go add; one for each field would be thousands more.
func TestWhatReadsCost(t *testing.T) {
	r := newReaders(t, "on", 20, library.Workouts())
	bounds := map[string]struct {
		first, statements int64
		allocations       float64
	}{
		"Q1": {3, 2, 3000}, "Q1alias": {2, 2, 3000}, "Q2": {17, 5, 4000}, "Q3": {15, 3, 20_000}, "Q4": {2, 2, 2000}, "heads": {2, 2, 2500}, "S": {9, 4, 3000},
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
		first, then := count(), count()
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
