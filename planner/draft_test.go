package planner_test

import (
	"strings"
	"testing"
)

// A proposal says that what it was told of the body stays; a plan that is applied, and one that was told nothing, do not.
func TestAProposalSaysWhatIsKept(t *testing.T) {
	for _, c := range []struct {
		wish  string
		apply bool
		says  string
	}{
		{"sore calf, long run on Sunday", false, "(a sore calf) is kept for every plan"}, {"sore calf, long run on Sunday", true, ""}, {"long run on Sunday", false, ""},
		{"Gehirnerschütterung vor 5 Tagen", false, "(a concussion) is kept"},
	} {
		m, run := noviceHybrid(), request(14)
		run.Wish, run.Apply = c.wish, c.apply
		plan(t, m, run)
		_, end := m.said()
		if got := strings.Contains(end, "is kept for every plan"); got != (c.says != "") || !strings.Contains(end, c.says) {
			t.Errorf("%q, applied %t: %s", c.wish, c.apply, end)
		}
	}
}
