package postgres

import (
	"strings"
	"testing"

	"github.com/google/uuid"
)

// An id is a UUID as uuid.UUID writes it; what is not is in no list of ids, so that nothing of it comes to be read by the database.
func TestCanonical(t *testing.T) {
	good := "0190a5f2-7c1b-4d3e-8f60-abcdef012345"
	for _, id := range []string{
		good, "", strings.ToUpper(good), strings.ReplaceAll(good, "-", ""), "{" + good + "}", "urn:uuid:" + good, good + " ", good[:35], good[:35] + "}", good[:35] + ",",
		strings.Replace(good, "-", "a", 1), strings.Replace(good, "a", "A", 1), good[:35] + "ä", strings.Repeat("a", 36), good[:35] + "\x00", good[:35] + "g",
	} {
		parsed, err := uuid.Parse(id)
		if want := err == nil && parsed.String() == id; Canonical(id) != want {
			t.Errorf("%q is canonical: %v, want %v", id, !want, want)
		}
	}
	other := uuid.NewString()
	for _, c := range []struct {
		ids  []string
		want string
	}{
		{nil, "{}"}, {[]string{good}, "{" + good + "}"}, {[]string{"x", good, "}", other, `"`}, "{" + good + "," + other + "}"}, {[]string{"x"}, "{}"},
	} {
		if got := Array(c.ids); got != c.want {
			t.Errorf("%q is the list %s, want %s", c.ids, got, c.want)
		}
	}
	if n := testing.AllocsPerRun(50, func() { Canonical(good) }); n > 0 {
		t.Errorf("to look at an id takes %.0f allocations", n)
	}
}
