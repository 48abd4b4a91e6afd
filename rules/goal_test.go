package rules

import (
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// A goal that is in reach of LD-1 is out of reach of a plan with a week without hours. The last five days are named: opening any of them is
// a way out, opening one of the others is not.
func TestGoalBehindClosedDays(t *testing.T) {
	in := input()
	goal := NewEvaluator(in).frame.Idle.Start(1).Fitness + 10
	in.TargetFitness = &goal
	for day := range 7 {
		in.Profile.DateAvailability = append(in.Profile.DateAvailability, training.DateAvailability{Date: monday.AddDays(7 + day)})
	}
	closed := []string{"GOAL AVL-1 day 10 day 11 day 12 day 13 day 14"}
	c := Check(in)
	if got := named(c, nil); c.Verdict != Infeasible || !slices.Equal(got, closed) {
		t.Fatalf("%s %q", c.Verdict, got)
	}
	if said := messages(c.Conflicts[0]); !strings.HasPrefix(said, "Make time on one or more of Wed 9 Dec, Thu 10 Dec, ") {
		t.Errorf("got %q", said)
	}
	for n := range in.Profile.DateAvailability {
		open, want := in, closed
		open.Profile.DateAvailability = slices.Delete(slices.Clone(in.Profile.DateAvailability), n, n+1)
		if n >= 2 {
			want = []string{"GOAL day 14"}
		}
		if got := named(Check(open), nil); !slices.Equal(got, want) {
			t.Errorf("day %d open: %q", 8+n, got)
		}
	}
}

// Where short hours rather than days without any are in the way nothing can be named.
func TestGoalBehindShortHours(t *testing.T) {
	in := input()
	goal := NewEvaluator(in).frame.Idle.Start(1).Fitness + 10
	in.TargetFitness = &goal
	for day := range 14 {
		in.Profile.DateAvailability = append(in.Profile.DateAvailability, training.DateAvailability{
			Date: monday.AddDays(day), Windows: []training.TimeWindow{{From: 360, To: 390}},
		})
	}
	if got := named(Check(in), nil); !slices.Equal(got, []string{"GOAL day 14"}) {
		t.Errorf("got %q", got)
	}
}
