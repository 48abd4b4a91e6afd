package postgres

import (
	"encoding/base64"
	"encoding/json"
	"testing"
)

// A cursor is the JSON of its three strings, whatever is in them, and is read as what it was made of.
func TestCursorsAreReadAsTheyWereMade(t *testing.T) {
	keys := Keyset{List: "workouts TITLE"}
	for _, key := range []string{"", "easy run", `5×1 "km"`, `a\b`, "tab\tand\nline", "<&>", "Läufe", "\x7f", "\u2028", "~", "12.5", "2026-11-30 18:00:00+00"} {
		want := cursor{List: keys.List, Key: key, ID: "0192f0c0-0000-7000-8000-000000000001"}
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		if got := want.String(); got != base64.RawURLEncoding.EncodeToString(text) {
			t.Errorf("%q is %s", key, got)
		}
		if got, err := keys.parse(want.String()); err != nil || got != want {
			t.Errorf("%q is read as %+v, %v", key, got, err)
		}
	}
}

func BenchmarkCursor(b *testing.B) {
	c := cursor{List: "workouts TITLE", Key: "easy run to recover, 45 minutes", ID: "0192f0c0-0000-7000-8000-000000000001"}
	b.ReportAllocs()
	for b.Loop() {
		_ = c.String()
	}
}
