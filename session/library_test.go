package session_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"fortnight/library"
	"fortnight/session"
)

var update = flag.Bool("update", false, "write testdata/library.txt and testdata/edition.txt anew")

// How the shared library's workouts are read, each line as a coach would read it too.
func TestHandMadeWorkoutsAreRead(t *testing.T) {
	var got strings.Builder
	for _, w := range library.Workouts() {
		got.WriteString(w.Title)
		if r, known := session.LevelOf(w); known {
			fmt.Fprintf(&got, " | %s %d", r.Family, r.Level)
		}
		got.WriteString("\n")
	}
	const golden = "testdata/library.txt"
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
		t.Errorf("readings differ from %s; got\n%s", golden, got.String())
	}
}

// Readings are stored with the edition that made them. Whatever makes LevelOf read one of the workouts made by hand
// otherwise is a new edition.
func TestAnotherReadingIsAnotherEdition(t *testing.T) {
	var text strings.Builder
	for _, w := range library.Workouts() {
		r, known := session.LevelOf(w)
		fmt.Fprintln(&text, w.ID, known, r.Family, r.Level)
	}
	const golden = "testdata/edition.txt"
	got := fmt.Sprintf("%d %x\n", session.Edition, sha256.Sum256([]byte(text.String())))
	old, err := os.ReadFile(golden)
	if err != nil && !*update {
		t.Fatal(err)
	}
	var edition int
	if _, err := fmt.Sscanf(string(old), "%d ", &edition); err != nil && !*update {
		t.Fatal(err)
	}
	if *update && got != string(old) {
		if edition == session.Edition {
			t.Fatalf("the readings are others than before: raise session.Edition to %d, then -update", edition+1)
		}
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != string(old) {
		t.Errorf("the readings are not those of edition %d: raise session.Edition, then go test ./session -run Edition -update", edition)
	}
}
