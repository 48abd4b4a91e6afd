package gate_test

import (
	"testing"

	"fortnight/gate"
	"fortnight/training"
)

// A sentence that speaks of a condition says since when, in words or as a date: of a birth when that was.
func TestSinceWhen(t *testing.T) {
	today, _ := training.ParseDate("2026-11-30")
	for _, c := range []struct {
		words     string
		condition training.Condition
		since     string // empty for none
	}{
		{"gave birth on 3 October", training.Postpartum, "2026-10-03"},
		{"I gave birth on October 3rd, want to run again", training.Postpartum, "2026-10-03"},
		{"gave birth on the 3rd of October 2026", training.Postpartum, "2026-10-03"},
		{"gave birth 7 weeks ago", training.Postpartum, "2026-10-12"},
		{"I had a baby seven weeks ago", training.Postpartum, "2026-10-12"},
		{"14 weeks postpartum, easing back", training.Postpartum, "2026-08-24"},
		{"ten weeks after giving birth", training.Postpartum, "2026-09-21"},
		{"c-section two months ago", training.Caesarean, "2026-10-05"},
		{"gave birth in October", training.Postpartum, "2026-10-31"},
		{"gave birth in December", training.Postpartum, "2025-12-31"},
		{"gave birth on 2026-10-03", training.Postpartum, "2026-10-03"},
		{"gave birth", training.Postpartum, ""},
		{"gave birth. The race is 7 weeks ago", training.Postpartum, ""},
		{"vor 7 Wochen entbunden", training.Postpartum, "2026-10-12"},
		{"Geburt war am 3. Oktober, nach der Geburt wieder laufen", training.Postpartum, "2026-10-03"},
		{"Entbindung am 3.10.2026", training.Postpartum, "2026-10-03"},
		{"sieben Wochen nach der Geburt", training.Postpartum, "2026-10-12"},
		{"Kaiserschnitt vor zwei Monaten", training.Caesarean, "2026-10-05"},
		{"di a luz hace 7 semanas", training.Postpartum, "2026-10-12"},
		{"di a luz el 3 de octubre", training.Postpartum, "2026-10-03"},
		{"siete semanas después del parto", training.Postpartum, "2026-10-12"},
		{"concussion 5 days ago", training.Concussion, "2026-11-25"},
		{"concussion yesterday", training.Concussion, "2026-11-29"},
		{"Gehirnerschütterung vor einer Woche", training.Concussion, "2026-11-23"},
		{"conmoción cerebral hace 3 días", training.Concussion, "2026-11-27"},
		{"my knee has hurt for 3 weeks", training.HurtKnee, "2026-11-09"},
		{"mein Knie tut seit 3 Wochen weh", training.HurtKnee, "2026-11-09"},
		{"me duele la rodilla desde hace 3 semanas", training.HurtKnee, "2026-11-09"},
		{"my knee hurts, marathon in 3 weeks", training.HurtKnee, ""},
		{"knee pain since last week", training.HurtKnee, "2026-11-23"},
	} {
		found := false
		for _, m := range gate.Hear(c.words) {
			if m.Condition != c.condition {
				continue
			}
			found = true
			got := ""
			if day, said := gate.Since(c.words, &m, today); said {
				got = day.String()
			}
			if got != c.since {
				t.Errorf("%q: since %q, not %q", c.words, got, c.since)
			}
		}
		if !found {
			t.Errorf("%q: no %s in %v", c.words, c.condition, gate.Heard(c.words))
		}
	}
}
