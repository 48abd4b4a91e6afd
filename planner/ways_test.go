package planner_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/prose"
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
		if len(ways) > 1 && !strings.Contains(m.last(), ". Candidate 2: ") {
			t.Errorf("%s: the end says %q", a.Name, m.last())
		}
		run := m.made(runs.Run{})
		ways, err := run.Ways()
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]int{}
		for n, c := range ways {
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
			if len(c.Terms) == 0 || len(solver.Differ(ways[0].Terms, c.Terms)) == 0 && n > 0 {
				t.Errorf("%s, candidate %d: costs %v, the first %v", a.Name, n+1, c.Terms, ways[0].Terms)
			}
			for _, s := range c.Sessions {
				if found, _ := m.Workouts(t.Context(), "", a.Profile, []training.WorkoutID{s.WorkoutID}); len(found) == 0 {
					t.Errorf("%s, candidate %d: the library has no %s", a.Name, n+1, s.WorkoutID)
				}
			}
			if n > 0 {
				claimsOf(t, a.Name, c.Difference, totalled(m, c.Sessions), totalled(m, ways[0].Sessions))
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

// sums are what the sessions of a candidate come to, with those that stand.
type sums struct {
	sessions, hard, minutes int
	tss                     float64
}

func totalled(m *memory, sessions []runs.ProposedSession) (s sums) {
	seconds := 0
	for _, p := range sessions {
		w := m.library[slices.IndexFunc(m.library, func(w training.Workout) bool { return w.ID == p.WorkoutID })].For(m.snapshot.Athlete.Profile.Thresholds)
		s.sessions++
		seconds += w.DurationSeconds
		s.tss += w.TSS
		if w.Demand.HighIntensity {
			s.hard++
		}
	}
	s.minutes = (seconds + 30) / 60
	return s
}

var difference = regexp.MustCompile(`^(.+): (\d+) sessions, (\d+) of them hard, of ([^;]+?) and (\d+) TSS in place of (\d+) sessions, (\d+) of them hard, of ([^;]+?) and (\d+) TSS(; what it gives up most is .+)?\.$`)

// claimsOf reads a sentence of difference and looks up each number of it, and what it says gives way.
func claimsOf(t *testing.T, name, text string, is, was sums) {
	t.Helper()
	m := difference.FindStringSubmatch(text)
	if m == nil {
		t.Errorf("%s: nobody checks “%s”", name, text)
		return
	}
	for i, want := range map[int]string{
		2: fmt.Sprint(is.sessions), 3: fmt.Sprint(is.hard), 4: prose.Minutes(60 * is.minutes), 5: fmt.Sprintf("%.0f", is.tss),
		6: fmt.Sprint(was.sessions), 7: fmt.Sprint(was.hard), 8: prose.Minutes(60 * was.minutes), 9: fmt.Sprintf("%.0f", was.tss),
	} {
		if m[i] != want {
			t.Errorf("%s: “%s” has %s where the sessions come to %s", name, text, m[i], want)
		}
	}
	if m[1] == "Less time" && is.minutes >= was.minutes || m[1] == "Fresher" && (is.hard >= was.hard || is.tss >= was.tss) || m[1] == "More load" && is.tss <= was.tss {
		t.Errorf("%s: “%s” is not so: %+v, the first %+v", name, text, is, was)
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
