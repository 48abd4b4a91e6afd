package planner_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/solver"
	"fortnight/training"
)

func several(n, seed int, wish string) runs.Run {
	run := request(14)
	run.Seed, run.Candidates, run.Wish = seed, n, wish
	return run
}

// Fortnights that differ in what gives way: each in a session at least, none breaks a HARD rule, and none is applied.
func TestSeveralWays(t *testing.T) {
	withoutRace(t)
	told, three := map[string]int{}, 0
	for i, a := range athletes.Make(30, 11, monday) {
		m, wish := synthetic(&a), ""
		if i%2 == 0 { // a wish comes before time, and time before the rest
			wish = "no strength on Thursday"
		}
		plan(t, m, several(3, i, wish))
		ways := m.outcome.Ways
		if m.calendar != nil {
			t.Errorf("%s: one of several was applied", a.Name)
		}
		if len(ways) == 0 || len(ways) > 3 {
			t.Errorf("%s: %d candidates", a.Name, len(ways))
			continue
		}
		if len(ways) == 3 {
			three++
		}
		run := runs.Run{Proposal: m.outcome.Proposal, Certificate: m.outcome.Certificate, Ways: ways}
		run.Stamp()
		seen := map[string]int{}
		for n, c := range run.Ways {
			key := ""
			for _, s := range c.Sessions {
				key += fmt.Sprint(s.Date, s.Start, s.WorkoutID, " ")
			}
			if other, there := seen[key]; there {
				t.Errorf("%s: candidates %d and %d are the same", a.Name, other+1, n+1)
			}
			seen[key] = n
			for _, v := range c.Certificate.Violations() {
				if v.Severity == rules.Hard {
					t.Errorf("%s, candidate %d: %s", a.Name, n+1, v.Reason())
				}
			}
			if (c.Difference == "") != (n == 0) {
				t.Errorf("%s, candidate %d: “%s”", a.Name, n+1, c.Difference)
			}
			if len(c.Terms) == 0 || len(solver.Differ(run.Ways[0].Terms, c.Terms)) == 0 && n > 0 {
				t.Errorf("%s, candidate %d: costs %v, the first %v", a.Name, n+1, c.Terms, run.Ways[0].Terms)
			}
			for _, s := range c.Sessions {
				if found, _ := m.Workouts(t.Context(), "", a.Profile, []training.WorkoutID{s.WorkoutID}); len(found) == 0 {
					t.Errorf("%s, candidate %d: the library has no %s", a.Name, n+1, s.WorkoutID)
				}
			}
			gives, _, _ := strings.Cut(c.Difference, ":")
			told[gives]++
		}
	}
	for gives, least := range map[string]int{"Without the wish “no strength on Thursday”": 3, "Less time": 18, "Fresher": 2, "More load": 2} {
		if told[gives] < least {
			t.Errorf("“%s” was proposed %d times", gives, told[gives])
		}
	}
	if three < 10 {
		t.Errorf("%d of 30 have three candidates: %v", three, told)
	}
}

// A run that dies and is taken up again comes to the same candidates.
func TestSeveralWaysAreResumed(t *testing.T) {
	withoutRace(t)
	a := athletes.Make(3, 11, monday)[2]
	whole := synthetic(&a)
	run := several(2, 1, "")
	plan(t, whole, run)
	if len(whole.outcome.Ways) != 2 {
		t.Fatalf("%d candidates", len(whole.outcome.Ways))
	}
	for dies := 1; dies < whole.records; dies++ {
		m := synthetic(&a)
		m.diesAt = dies
		err := newPlanner(m).Run(context.Background(), run, nil, runs.Lease{RunID: run.ID, Token: 1})
		if !errors.Is(err, errDied) {
			t.Fatalf("at record %d: %v", dies, err)
		}
		if err := newPlanner(m).Run(context.Background(), run, m.progress, runs.Lease{RunID: run.ID, Token: 2}); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(m.outcome.Ways, whole.outcome.Ways) {
			t.Errorf("after a death at record %d the candidates are others", dies)
		}
	}
}
