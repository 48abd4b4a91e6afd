package planner_test

import (
	"fmt"
	"math"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner"
	"fortnight/solver"
	"fortnight/training"
)

// What a plan costs is the sum of its terms, whatever stands on its days: empty, in the middle and solved.
func TestTermsSumUp(t *testing.T) {
	withoutRace(t)
	seen := map[solver.TermKind]bool{}
	for i, a := range athletes.Make(24, 5, monday) {
		m := synthetic(&a)
		run := request(14)
		run.Seed, run.Wish = i, "a 40 minute ride on Wednesday"
		s, err := planner.SearchFor(t.Context(), newPlanner(m), run)
		if err != nil {
			t.Fatal(err)
		}
		check := func(when string) {
			t.Helper()
			_, cost := s.Value()
			terms := s.Terms()
			if sum := solver.Sum(terms); math.Abs(sum-cost) > 1e-6 {
				t.Errorf("%s, %s: the terms come to %f, the cost is %f: %v", a.Name, when, sum, cost, terms)
			}
			for _, term := range terms {
				seen[term.Kind] = true
				if term.Name() == "" {
					t.Errorf("%s has no name", term.Kind)
				}
			}
			if rest := solver.Differ(terms, terms); len(rest) > 0 {
				t.Errorf("%s, %s: a plan differs from itself by %v", a.Name, when, rest)
			}
		}
		check("empty")
		for n := range s.Slots() {
			if offered := s.Offered(n); len(offered) > 0 {
				s.Begin(n, offered[(7*n+i)%len(offered)])
			}
		}
		check("full")
		s.Solve()
		check("solved")
	}
	for _, kind := range []solver.TermKind{
		solver.TermKeys, solver.TermLong, solver.TermOthers, solver.TermProgress, solver.TermUnasked, solver.TermMinutes, solver.TermIntensity,
		solver.TermRule, solver.TermSpacing, solver.TermRegular, solver.TermAlikeWeeks, solver.TermSecond, solver.TermTwice, solver.TermTiredLegs,
		solver.TermMeaning, solver.TermTie, solver.TermWishes, solver.TermWishLength,
	} {
		if !seen[kind] {
			t.Errorf("no plan was told of %s", kind)
		}
	}
}

// A plan that is put onto the days again is judged as the search judged it; to try something leaves it as it is, and says by how much more the
// plan that it leads to costs.
func TestTrials(t *testing.T) {
	withoutRace(t)
	asked, unasked, moved := 0, 0, 0
	for i, a := range athletes.Make(many(12, 6, 6), 7, monday) {
		m := synthetic(&a)
		run := request(14)
		run.Seed = i
		search := func() *solver.Solver {
			s, err := planner.SearchFor(t.Context(), newPlanner(m), run)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		s := search()
		s.Solve()
		hard, cost := s.Value()
		var found []training.Session
		for _, slot := range s.Slots() {
			if slot.Session != nil {
				found = append(found, *slot.Session)
				found[len(found)-1].ID = training.SessionID(fmt.Sprint("stood ", len(found)))
			}
		}
		s = search()
		s.Stand(found)
		if h, c := s.Value(); h != hard || math.Abs(c-cost) > 1e-6 {
			t.Errorf("%s: found with %d and %f, judged with %d and %f", a.Name, hard, cost, h, c)
		}
		for day := range 14 {
			for _, w := range []training.Workout{m.library[(31*day+i)%len(m.library)].For(a.Profile.Thresholds), workoutOf(&found[day%len(found)])} {
				trial, fits := s.Try(day, []training.Workout{w})
				if !fits {
					continue
				}
				if trial.Asked {
					asked++
				} else {
					unasked++
				}
				if len(trial.Gone) > 1 {
					moved++
				}
				if h, c := s.Value(); h != hard || math.Abs(c-cost) > 1e-6 {
					t.Fatalf("%s: trying %s on day %d left %d and %f", a.Name, w.Title, day+1, h, c)
				}
				if n := len(found) + 1 - len(trial.Gone); len(trial.Plan) != n {
					t.Errorf("%s: %d sessions, with one more and without %d there are %d", a.Name, len(found), len(trial.Gone), len(trial.Plan))
				}
				then := search()
				then.Stand(trial.Plan)
				if h, c := then.Value(); trial.Asked && (h != hard+trial.Hard || c > cost+trial.Cost()+1e-6) {
					t.Errorf("%s, %s on day %d: %d and %f, judged anew %d and %f", a.Name, w.Title, day+1, hard+trial.Hard, cost+trial.Cost(), h, c)
				}
			}
		}
	}
	if asked < 20 || unasked < 20 || moved < 5 {
		t.Errorf("%d were asked for, %d were not, %d came from another day", asked, unasked, moved)
	}
}

func workoutOf(s *training.Session) training.Workout {
	return training.Workout{ID: s.WorkoutID, Title: s.Title, Sport: s.Sport, Focus: s.Focus, Load: s.Load}
}
