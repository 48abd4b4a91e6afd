package api_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
)

const whyNotQuery = `query($run: ID!, $date: Date!, $family: ID, $workout: ID, $candidate: Int) {
	whyNot(runId: $run, date: $date, familyId: $family, workoutId: $workout, candidate: $candidate) {
		date family { id } title workout { id } verdict message movedOn cost
		reasons { kind message }
		breaks { rule { id } severity passed message sessions { date start session { id } } }
		inPlaceOf { date workout { title } }
		terms { kind name cost rule { id title } }
	}
}`

type whyNotAnswer struct {
	Title, MovedOn   *string
	Family           *struct{ ID string }
	Workout          *struct{ ID string }
	Verdict, Message string
	Cost             *float64
	Reasons          []struct{ Kind, Message string }
	Breaks           []struct {
		Rule     struct{ ID string }
		Severity string
		Passed   bool
		Sessions []struct{ Date string }
	}
	InPlaceOf []struct{ Date string }
	Terms     []struct {
		Kind, Name string
		Cost       float64
		Rule       *struct{ ID, Title string }
	}
}

func (c *client) whyNot(t testing.TB, arguments vars) whyNotAnswer {
	t.Helper()
	var data struct{ WhyNot whyNotAnswer }
	c.ask(t, whyNotQuery, arguments, &data)
	return data.WhyNot
}

// Every answer is the solver's own: what stands stands, a rule is named with its sessions, a cost is the sum of its terms, and what was no
// candidate says why.
func TestWhyNot(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	run, _ := c.plan(t, vars{"wish": "no swimming on Friday", "seed": 3})
	verdicts := map[string]int{}
	for day := range 14 {
		for _, family := range []string{"R-EASY", "R-THR", "R-LONG", "B-VO2", "Q-FULL"}[day%2 : day%2+4] {
			a := c.whyNot(t, vars{"run": run, "date": first.AddDays(day).String(), "family": family})
			verdicts[a.Verdict]++
			sum := 0.0
			for _, term := range a.Terms {
				sum += term.Cost
				if term.Name == "" || (term.Kind == "RULE") != (term.Rule != nil) {
					t.Errorf("a term %+v", term)
				}
			}
			if a.Cost != nil && math.Abs(sum-*a.Cost) > 1e-6 || a.MovedOn != nil || a.Family.ID != family || a.Message == "" {
				t.Errorf("%+v", a)
			}
			switch a.Verdict {
			case "BREAKS_RULE":
				if len(a.Breaks) == 0 || a.Breaks[0].Severity != "HARD" || a.Breaks[0].Passed || !strings.Contains(a.Message, a.Breaks[0].Rule.ID) {
					t.Errorf("no rule: %+v", a)
				}
			case "COSTS_MORE":
				if *a.Cost <= 0 || len(a.Terms) == 0 {
					t.Errorf("no cost: %+v", a)
				}
			case "NO_CANDIDATE":
				if len(a.Reasons) == 0 {
					t.Errorf("no reason: %+v", a)
				}
			}
		}
	}
	if verdicts["STANDS"] == 0 || verdicts["COSTS_MORE"]+verdicts["BREAKS_RULE"] < 5 {
		t.Errorf("%v", verdicts)
	}
	friday := first
	for friday.Weekday() != "FRIDAY" {
		friday++
	}
	if a := c.whyNot(t, vars{"run": run, "date": friday.String(), "family": "S-END"}); a.Verdict != "NO_CANDIDATE" || a.Reasons[0].Kind != "WISH" {
		t.Errorf("against the wish: %+v", a)
	}

	// The calendar moves on, and the answer says so.
	workout := c.libraryWorkout(t, vars{"sports": []string{"RUN"}})
	id := c.schedule(t, c.id, workout, friday, "12:00")
	if a := c.whyNot(t, vars{"run": run, "date": friday.String(), "workout": workout}); a.MovedOn == nil || !strings.Contains(*a.MovedOn, "has come") {
		t.Errorf("a session has come (%s): %+v", id, a)
	}
	for _, wrong := range []vars{
		{"run": run, "date": first.String()}, {"run": run, "date": first.String(), "family": "R-EASY", "workout": workout},
		{"run": run, "date": first.AddDays(14).String(), "family": "R-EASY"}, {"run": run, "date": first.String(), "family": "NONE"},
		{"run": run, "date": first.String(), "family": "R-EASY", "candidate": 2}, {"run": run, "date": first.String(), "family": "R-EASY", "candidate": 0},
	} {
		c.refused(t, "BAD_USER_INPUT", whyNotQuery, wrong)
	}
	var many strings.Builder
	for n := range 100 {
		fmt.Fprintf(&many, `a%d: whyNot(runId: $run, date: $date, familyId: "R-EASY") { message } `, n)
	}
	c.refused(t, "LIMIT_EXCEEDED", "query($run: ID!, $date: Date!) { "+many.String()+"}", vars{"run": run, "date": first.String()})
}

const candidatesQuery = `query($run: ID!) { planRun(id: $run) { applied chosen proposal { date start workout { id } }
	candidates { sessions { date start workout { id } } certificate { verdict } terms { kind name cost } cost difference } } }`

// Of several fortnights nothing is applied until the athlete chooses one; it stands then as it was proposed, and can be taken back.
func TestCandidates(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	before := c.calendar(t)
	run, _ := c.plan(t, vars{"candidates": 3, "apply": true})
	if after := c.calendar(t); after != before {
		t.Errorf("one of several was applied:\n%s", after)
	}
	type slot struct {
		Date, Start string
		Workout     struct{ ID string }
	}
	type read struct {
		Applied    bool
		Chosen     *int
		Proposal   []slot
		Candidates []struct {
			Sessions    []slot
			Certificate struct{ Verdict string }
			Terms       []struct {
				Kind, Name string
				Cost       float64
			}
			Cost       float64
			Difference *string
		}
	}
	look := func() read {
		var data struct{ PlanRun read }
		c.ask(t, candidatesQuery, vars{"run": run}, &data)
		return data.PlanRun
	}
	r := look()
	if n := len(r.Candidates); n < 2 || n > 3 || r.Applied || r.Chosen != nil {
		t.Fatalf("%+v", r)
	}
	for n, candidate := range r.Candidates {
		sum := 0.0
		for _, term := range candidate.Terms {
			sum += term.Cost
		}
		if v := candidate.Certificate.Verdict; v != "FEASIBLE" && v != "FEASIBLE_WITH_WARNINGS" || math.Abs(sum-candidate.Cost) > 1e-6 ||
			(candidate.Difference == nil) != (n == 0) || len(candidate.Sessions) == 0 {
			t.Errorf("candidate %d: %+v", n+1, candidate)
		}
		for _, other := range r.Candidates[:n] {
			if reflect.DeepEqual(other.Sessions, candidate.Sessions) {
				t.Errorf("candidate %d is like an earlier one", n+1)
			}
		}
	}
	if !reflect.DeepEqual(r.Proposal, r.Candidates[0].Sessions) {
		t.Errorf("the first is not the proposal")
	}
	const apply = `mutation($run: ID!, $n: Int) { applyPlan(input: {runId: $run, candidate: $n}) { calendar { days { sessions { date start workout { id } } } } } }`
	c.refused(t, "BAD_USER_INPUT", apply, vars{"run": run, "n": 4})
	var applied struct {
		ApplyPlan struct {
			Calendar struct{ Days []struct{ Sessions []slot } }
		}
	}
	c.ask(t, apply, vars{"run": run, "n": 2}, &applied)
	var stands []slot
	for _, day := range applied.ApplyPlan.Calendar.Days {
		stands = append(stands, day.Sessions...)
	}
	if !reflect.DeepEqual(stands, r.Candidates[1].Sessions) {
		t.Errorf("on the calendar stand\n%v\nand proposed were\n%v", stands, r.Candidates[1].Sessions)
	}
	if r := look(); !r.Applied || r.Chosen == nil || *r.Chosen != 2 {
		t.Errorf("applied %t, chosen %v", r.Applied, r.Chosen)
	}
	second := r.Candidates[1].Sessions[0]
	if a := c.whyNot(t, vars{"run": run, "date": second.Date, "workout": second.Workout.ID}); a.Verdict != "STANDS" || a.MovedOn != nil {
		t.Errorf("what was chosen: %+v", a)
	}
	var data any
	c.ask(t, `mutation($run: ID!) { revertPlan(input: {runId: $run}) { calendar { revision } } }`, vars{"run": run}, &data)
	if r := look(); r.Applied || r.Chosen != nil {
		t.Errorf("taken back, and applied is %t, chosen %v", r.Applied, r.Chosen)
	}
	c.refused(t, "BAD_USER_INPUT", `mutation { generatePlan(input: {candidates: 4}) { run { id } } }`, nil)
	c.refused(t, "BAD_USER_INPUT", `mutation { generatePlan(input: {candidates: 0}) { run { id } } }`, nil)
}
