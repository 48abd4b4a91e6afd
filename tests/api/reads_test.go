package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fortnight/library"
	"fortnight/session"
	"fortnight/training"
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
		"Q1": {1, 1, 1300}, "Q1alias": {1, 1, 1300}, "Q2": {14, 1, 700}, "Q3": {12, 1, 2000}, "Q4": {1, 1, 600}, "heads": {1, 1, 1300}, "S": {6, 1, 1200},
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
	raced(t)
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

// What is foreseen of several calendars changes no answer: each of those that may not be seen, that nobody has, and that no calendar can be, has its own
// error, whoever asks, and the others have their days. Every query is executed both ways.
func TestCalendarsThatAreForeseenKeepTheirErrors(t *testing.T) {
	raced(t)
	r := newReaders(t, "", 2, library.Workouts()[:80])
	stranger, nobody := r.user(t, training.RoleAthlete), &client{url: r.url}
	query := fmt.Sprintf(`query($from: Date!) {
		me { id } mine: calendar(from: $from) { ...Days } one: calendar(athleteId: %q, from: $from, days: 3) { ...Days } two: calendar(athleteId: %q, from: $from) { revision }
		today: calendar(athleteId: %q) { ...Days } theirs: calendar(athleteId: %q, from: $from) { ...Days } none: calendar(athleteId: "x", from: $from) { ...Days }
		long: calendar(from: $from, days: 1000) { ...Days } short: calendar(from: $from, days: 0) { revision }
	} fragment Days on Calendar { revision days { date sessions { workout { title } } } }`, r.athletes[0], r.athletes[1], r.athletes[0], stranger.id)
	for name, asks := range map[string]struct {
		by   *client
		want string // of which there is an answer
	}{
		"coach": {r.coach, "me mine one today two"}, "stranger": {stranger, "me mine theirs"}, "nobody": {nobody, ""},
	} {
		answer, err := asks.by.post(t.Context(), query, vars{"from": first.String()})
		must(t, err)
		var got []string
		var data map[string]json.RawMessage
		must(t, json.Unmarshal(answer.Data, &data))
		for _, alias := range slices.Sorted(maps.Keys(data)) {
			if string(data[alias]) != "null" {
				got = append(got, alias)
			}
		}
		if strings.Join(got, " ") != asks.want {
			t.Errorf("%s is answered %q, want %q: %.500s", name, got, asks.want, answer.body)
		}
	}
}
