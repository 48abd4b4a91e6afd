package wish_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fortnight/wish"
)

// Every example of docs/wishes.md is read as it says.
func TestTheDocumentIsTrue(t *testing.T) {
	text, err := os.ReadFile("../docs/wishes.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := 0
	for _, line := range strings.Split(string(text), "\n") {
		said, wants, is := strings.Cut(line, " =>")
		if !is || !strings.HasPrefix(line, "    ") {
			continue
		}
		examples++
		var want []string
		for _, w := range strings.Split(wants, ";") {
			if w = strings.TrimSpace(w); w != "" {
				want = append(want, w)
			}
		}
		wishes, left := wish.Read(strings.TrimSpace(said), monday-1, monday, 14)
		if got := saidAll(wishes, left); !slices.Equal(got, sorted(want)) {
			t.Errorf("%s\n  read %q\n  not %q", said, got, want)
		}
	}
	if examples < 50 {
		t.Errorf("%d examples", examples)
	}
}
