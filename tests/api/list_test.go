package api_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/library"
)

// pagesOfEach are fields of a user that are read for each by themselves, and why. They are priced so.
var pagesOfEach = map[string]string{
	"activities":       "a page of its own cursor for each",
	"planRuns":         "a page of its own cursor for each",
	"checkIns":         "days of its own for each",
	"thresholdHistory": "a page for each",
	"fitness":          "days of its own for each, worked out from all that was done",
	"season":           "worked out for one athlete at a time",
	"levels":           "worked out for one athlete at a time",
}

// from finds what a statement reads.
var from = regexp.MustCompile(`FROM "?\w+|^\w+`)

// shows is a selection of what a type shows without arguments, so many levels deep.
func shows(schema *ast.Schema, of *ast.Type, deep int) string {
	d := schema.Types[of.Name()]
	if d.IsLeafType() {
		return ""
	}
	selected := []string{"__typename"}
	for _, f := range d.Fields {
		leaf := schema.Types[f.Type.Name()].IsLeafType()
		if d.Kind == ast.Object && !strings.HasPrefix(f.Name, "__") && len(f.Arguments) == 0 && (leaf || deep > 1) {
			selected = append(selected, f.Name+shows(schema, f.Type, deep-1))
		}
	}
	return " { " + strings.Join(selected, " ") + " }"
}

// What the elements of a list show is read for all of them together: a list of many asks as many statements as a list of few. Nothing that is
// remembered of a calendar stands.
func TestWhatAListShowsIsReadTogether(t *testing.T) {
	raced(t)
	r := newReaders(t, "on", 6, library.Workouts())
	schema := loadSchema(t)
	var mu sync.Mutex
	var asked []string // by the document that was counted last
	r.counted.hears(func(sql string, _ time.Duration) {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, strings.Join(from.FindAllString(sql, 4), " "))
	})
	count := func(document string) int64 {
		t.Helper()
		body, err := json.Marshal(vars{"query": document})
		must(t, err)
		least := int64(1 << 30)
		for range 5 {
			_, err := r.raw.Exec(t.Context(), "UPDATE calendars SET revision = revision + 1")
			must(t, err)
			mu.Lock()
			asked = nil
			mu.Unlock()
			before := r.counted.n.Load()
			if answer := string(r.read(t, string(body))); strings.Contains(answer, `"errors"`) {
				t.Fatalf("%s: %.500s", document, answer)
			}
			least = min(least, r.counted.n.Load()-before)
		}
		return least
	}
	same := func(what, few, many string) {
		t.Helper()
		if one, all := count(few), count(many); all > one+1 { // that a log-in stands is asked now and then
			mu.Lock()
			defer mu.Unlock()
			t.Errorf("%s: few are read with %d statements, and many with %d: %q", what, one, all, asked)
		}
	}
	same("workouts of families", `{ sessionFamilies(sport: ROW) { workouts(first: 2) { id title } } }`, `{ sessionFamilies { workouts(first: 2) { id title } } }`)
	const athletes = `{ athletes(first: %d) { nodes { id %s%s } } }`
	for _, f := range schema.Types["User"].Fields {
		if pagesOfEach[f.Name] != "" || strings.HasPrefix(f.Name, "__") {
			continue
		}
		show := shows(schema, f.Type, 2)
		switch f.Name { // all of one costs as much as may be asked for at once
		case "calendar":
			show = " { days { date sessions { id workout { title } } } weeks { phase } lastChange { id act days } viewerCanUndo }"
		case "coaches":
			show = " { id name }"
		case "attention":
			show = " { kind session { id } run { id } restriction { id } }"
		}
		same("User."+f.Name, fmt.Sprintf(athletes, 2, f.Name, show), fmt.Sprintf(athletes, 6, f.Name, show))
	}
	for name := range pagesOfEach {
		if schema.Types["User"].Fields.ForName(name) == nil {
			t.Errorf("User has no %s", name)
		}
	}
}
