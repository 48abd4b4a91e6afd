package rules

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"fortnight/training"
)

// ruleTerms are words of the catalogue, and orders, that a letter does not have.
var ruleTerms = regexp.MustCompile(`(?i)\bTSS\b|\bat (most|least)\b|\ballowed\b|\bshould\b|\bmust\b|\bmonotony\b|\bstrain\b|\blimit\b|\bSOFT\b|\bCTL\b|[A-Z]{2,3}-\d|%[^ ]|[{}]|NaN|\b1 (days|sessions|sets|repetitions)\b|[02-9] (session|repetition)\b`)

// Each rule that is not met is said once and in a letter's words; what is met, or HARD, is not.
func TestNotesAreSaidAsALetterSaysThem(t *testing.T) {
	random := rand.New(rand.NewPCG(30, 11))
	said := map[ID]bool{}
	for n := range 400 {
		c := Check(anybody(random, n))
		unmet := map[ID]int{}
		for _, v := range c.Violations() {
			if v.Severity != Hard {
				unmet[v.RuleID] = 0
			}
		}
		for _, note := range c.Notes {
			if count, is := unmet[note.RuleID]; !is || count > 0 {
				t.Fatalf("%s is noted, not met %t, before %d: %s", note.RuleID, is, count, note.Text)
			}
			unmet[note.RuleID]++
			said[note.RuleID] = true
			if found := ruleTerms.FindString(note.Text); found != "" || !strings.HasSuffix(note.Text, ".") || len(note.Text) > 300 {
				t.Errorf("%s, %q: %s", note.RuleID, found, note.Text)
			}
		}
		for id, count := range unmet {
			if count != 1 {
				t.Errorf("%s is not met and noted %d times", id, count)
			}
		}
	}
	if len(said) < 20 {
		t.Errorf("only %d rules had something to be said of: %v", len(said), said)
	}
}

// One lift where two would build is no reproach, and what it is for is said at once.
func TestOneNoteOfAllPatterns(t *testing.T) {
	whole := trains(5, training.PatternLunge, training.PatternHinge, training.PatternPush, training.PatternPull)
	in := input(session(3, "07:00", gym, whole), session(10, "07:00", gym, whole))
	for n := range 6 {
		for _, day := range []int{-3, -6} {
			done(day-7*n, training.Activity{Sport: gym, DurationSeconds: 3600, TSS: 40})(&in)
		}
	}
	c := Check(in)
	want := "For squat or lunge, hinge, push and pull there is 1 session in the seven days from Mon 30 Nov, which keeps the strength you have; " +
		"2 in those days would build it, once there is room for another lift."
	if got := c.NoteOf("STR-1"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
