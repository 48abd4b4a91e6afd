package training

import (
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the ids of new exercises to testdata/exercises.txt")

// Stored workouts name exercises by id: the list may gain lines, never lose or change one.
func TestExerciseIDsStay(t *testing.T) {
	text, err := os.ReadFile("testdata/exercises.txt")
	if err != nil {
		t.Fatal(err)
	}
	stored := strings.Fields(string(text))
	for _, id := range stored {
		if _, known := FindExercise(ExerciseID(id)); !known {
			t.Errorf("%s is gone: workouts that are stored name it", id)
		}
	}
	var ids []string
	for _, e := range Exercises() {
		ids = append(ids, string(e.ID))
	}
	if slices.Sort(ids); *update && !t.Failed() {
		if err := os.WriteFile("testdata/exercises.txt", []byte(strings.Join(ids, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if len(ids) != len(stored) {
		t.Errorf("%d exercises, %d in testdata/exercises.txt: run with -update", len(ids), len(stored))
	}
}

func TestCatalogue(t *testing.T) {
	all := Exercises()
	if len(all) < 60 {
		t.Errorf("only %d exercises", len(all))
	}
	shape, names := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`), map[string]bool{}
	for i, e := range all {
		if !shape.MatchString(string(e.ID)) || e.Name == "" || names[e.Name] || len(e.MuscleGroups) == 0 {
			t.Errorf("%+v", e)
		}
		names[e.Name] = true
		if !slices.Contains(patternOrder, e.Pattern) {
			t.Errorf("%s: pattern %q", e.ID, e.Pattern)
		}
		if i > 0 && strings.ToLower(all[i-1].Name) >= strings.ToLower(e.Name) {
			t.Errorf("%s is not in order", e.Name)
		}
		if found, known := FindExercise(e.ID); !known || found.Name != e.Name {
			t.Errorf("%s finds %q", e.ID, found.Name)
		}
		if e.ContactsPerRep > 0 && e.Pattern != PatternPlyometric {
			t.Errorf("%s lands and is no jump", e.ID)
		}
	}
	if len(catalogueIndex) != len(all) {
		t.Errorf("%d ids for %d exercises", len(catalogueIndex), len(all))
	}
}
