package prose_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/prose"
)

func TestKeep(t *testing.T) {
	facts := []prose.Fact{{Value: 45, Unit: "min"}, {Value: 37.6, Unit: "TSS"}, {Value: 9, Unit: "day"}, {Value: 6}}
	for _, c := range []struct{ text, kept, reason string }{
		{"Easy 45 min at 38 TSS.", "Easy 45 min at 38 TSS.", ""},
		{"Three quarters of an hour. Forty-five minutes, nine days out.", "Forty-five minutes, nine days out.", "“Three” is not in the data"},
		{"On the 6th. Two hours of it.", "On the 6th.", "“two hours” is not in the data"},
		{"Rest well. See www.example.org for more.", "Rest well.", "an address"},
		{"<b>Hard</b>. Then easy.", "Then easy.", "markup"},
		{"Like deadbeef. Then easy.", "Then easy.", "an identifier"},
		{"VO2 matters here.", "VO2 matters here.", ""},
	} {
		kept, reasons := prose.Keep(c.text, facts)
		said := strings.Join(reasons, " ")
		if kept != c.kept || (c.reason == "") != (said == "") || !strings.Contains(strings.ToLower(said), strings.ToLower(c.reason)) {
			t.Errorf("%q: kept %q, %q", c.text, kept, reasons)
		}
	}
}

func TestTexts(t *testing.T) {
	if got := prose.Clip(" a\tb\u202e\x00  c ", 4); got != "a b" {
		t.Errorf("%q", got)
	}
	if got := prose.Plain("No “running”,  on 6th!"); got != "no running on 6th" {
		t.Errorf("%q", got)
	}
	if got := prose.Day(20787) + " " + prose.Minutes(2730); got != "Mon 30 Nov 46 min" {
		t.Errorf("%q", got)
	}
	if prose.MinutesIn("hours") != 60 || prose.MinutesIn("km") != 0 || prose.ValueOf("two") != 2 || prose.ValueOf("forty") != 40 || prose.ValueOf("many") != 0 {
		t.Error("units and number words have other values")
	}
	var said []string
	for _, n := range prose.NumbersIn("Hills 6x2 at 95 %, ten minutes") {
		said = append(said, n.Text)
	}
	if want := []string{"6", "2", "95 %", "ten minutes"}; !slices.Equal(said, want) {
		t.Errorf("%q, want %q", said, want)
	}
}
