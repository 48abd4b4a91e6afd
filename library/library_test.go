package library

import (
	"flag"
	"fmt"
	"math"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"fortnight/training"
)

var update = flag.Bool("update", false, "write testdata/ids.txt anew")

func TestEveryWorkoutIsValid(t *testing.T) {
	workouts := Workouts()
	if len(workouts) < 50 {
		t.Fatalf("%d workouts, want at least 50", len(workouts))
	}
	for _, w := range workouts {
		if err := w.Validate(); err != nil {
			t.Errorf("%s: %v", w.Title, err)
		}
		if w.Revision != 1 || w.OwnerID != "" {
			t.Errorf("%s: revision %d, owner %q", w.Title, w.Revision, w.OwnerID)
		}
	}
}

// An identity that changes orphans the plans that refer to it.
func TestIdentitiesNeverChange(t *testing.T) {
	var got strings.Builder
	for _, r := range recipes() {
		fmt.Fprintf(&got, "%s %s\n", r.slug, workoutID(r.slug))
	}
	const golden = "testdata/ids.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("identities differ from %s; got\n%s", golden, got.String())
	}
}

func TestNothingIsThereTwice(t *testing.T) {
	seen := map[string]string{}
	once := func(what, value, title string) {
		t.Helper()
		if other, twice := seen[what+value]; twice {
			t.Errorf("%s of %q and %q is the same", what, title, other)
		}
		seen[what+value] = title
	}
	for _, r := range recipes() {
		once("slug", r.slug, r.title)
		once("id", string(workoutID(r.slug)), r.title)
		once("title", strings.ToLower(r.title), r.title)
		once("description", strings.ToLower(r.description), r.title)
		blocks, err := training.EncodeBlocks(r.blocks)
		if err != nil {
			t.Fatal(err)
		}
		once("content", string(r.sport)+string(blocks), r.title)
	}
}

func TestEachCallMakesThemAnew(t *testing.T) {
	first, second := Workouts(), Workouts()
	if !reflect.DeepEqual(first, second) {
		t.Fatal("two calls differ")
	}
	for i := range first {
		first[i].Tags[0] = "changed"
		first[i].Blocks[0].Steps[0] = training.RestStep{DurationSeconds: 1}
	}
	if !reflect.DeepEqual(second, Workouts()) {
		t.Error("a change to what one call returned shows in another")
	}
}

// What is stored is what was written down: the stored form reads back as the same steps.
func TestBlocksSurviveTheirStoredForm(t *testing.T) {
	for _, w := range Workouts() {
		stored, err := training.EncodeBlocks(w.Blocks)
		if err != nil {
			t.Fatal(err)
		}
		back, err := training.DecodeBlocks(stored)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(back, w.Blocks) {
			t.Errorf("%s: reads back differently", w.Title)
		}
	}
}

// TestLoadsStay holds what the workouts weigh to a hundredth of a TSS: whatever is changed of how they are written or measured changes
// everybody's history.
func TestLoadsStay(t *testing.T) {
	golden, err := os.ReadFile("testdata/loads.txt")
	if err != nil {
		t.Fatal(err)
	}
	byID := map[training.WorkoutID]training.Workout{}
	for _, w := range Workouts() {
		byID[w.ID] = w
	}
	for line := range strings.Lines(string(golden)) {
		var slug string
		var tss, legs float64
		var seconds, sets int
		if _, err := fmt.Sscanf(line, "%s %f TSS %d s %f legs %d sets", &slug, &tss, &seconds, &legs, &sets); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		w, there := byID[workoutID(slug)]
		if !there || math.Abs(w.TSS-tss) > 0.01 || w.DurationSeconds != seconds || math.Abs(w.LowerBodyLoad-legs) > 0.01 || w.HardLegSets != sets {
			t.Errorf("%s is %.3f TSS in %d s, %.3f of the legs, %d sets; want %s", slug, w.TSS, w.DurationSeconds, w.LowerBodyLoad, w.HardLegSets, line)
		}
	}
}

func TestWordsCarryMeaning(t *testing.T) {
	tag := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	sentence := regexp.MustCompile(`[.!?](\s|$)`)
	for _, r := range recipes() {
		if !tag.MatchString(r.slug) {
			t.Errorf("%s: a slug is lower-case words with hyphens", r.slug)
		}
		if n := len(r.description); n < 60 || n > 600 {
			t.Errorf("%s: description of %d characters", r.slug, n)
		}
		if n := len(sentence.FindAllString(r.description, -1)); n < 1 || n > 4 {
			t.Errorf("%s: description of %d sentences", r.slug, n)
		}
		seen := map[string]bool{}
		for _, word := range r.tags {
			if !tag.MatchString(word) || seen[word] {
				t.Errorf("%s: tag %q", r.slug, word)
			}
			seen[word] = true
		}
		if len(r.tags) < 3 || len(r.tags) > 8 {
			t.Errorf("%s: %d tags", r.slug, len(r.tags))
		}
	}
}

// A title may name a length only if that is what comes out.
func TestTitlesTellTheMeasuredLength(t *testing.T) {
	named := regexp.MustCompile(`, (\d+|two and a half) (min|hours)$`)
	checked := 0
	for _, w := range Workouts() {
		m := named.FindStringSubmatch(w.Title)
		if m == nil {
			continue
		}
		checked++
		unit := map[string]string{"min": "m", "hours": "h"}[m[2]]
		want := map[string]string{"two and a half h": "150m"}[m[1]+" "+unit]
		if want == "" {
			want = m[1] + unit
		}
		if got := measured(w); got != duration(t, want) {
			t.Errorf("%s: takes %s", w.Title, got)
		}
	}
	if checked < 30 {
		t.Errorf("only %d titles name a length", checked)
	}
}
