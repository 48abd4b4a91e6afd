package session_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"fortnight/library"
	"fortnight/session"
)

var update = flag.Bool("update", false, "write testdata/library.txt anew")

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
