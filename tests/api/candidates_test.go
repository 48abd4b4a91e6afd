package api_test

import "testing"

// The candidates of a run can be tried on the calendar one after another, each taken off before the next, as long as nothing else is done to it.
func TestCandidatesAreTriedOneAfterAnother(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	run, _ := c.plan(t, vars{"seed": 3, "candidates": 3, "apply": false})
	var data struct {
		PlanRun struct {
			Candidates []struct{ Difference *string }
		}
	}
	c.ask(t, `query($id: ID!) { planRun(id: $id) { candidates { difference } } }`, vars{"id": run}, &data)
	if len(data.PlanRun.Candidates) < 2 {
		t.Fatalf("%d candidates", len(data.PlanRun.Candidates))
	}
	const apply = `mutation($id: ID!, $n: Int!) { applyPlan(input: {runId: $id, candidate: $n}) { calendar { revision } } }`
	const revert = `mutation($id: ID!) { revertPlan(input: {runId: $id}) { calendar { revision } } }`
	for _, n := range []int{2, 1, 2} {
		c.ask(t, apply, vars{"id": run, "n": n}, new(any))
		c.refused(t, "CONFLICT", apply, vars{"id": run, "n": 3 - n})
		c.ask(t, revert, vars{"id": run}, new(any))
	}
	c.ask(t, apply, vars{"id": run, "n": 1}, new(any))
	c.ask(t, `mutation { checkIn(input: {date: "2026-11-25", fatigue: 4}) { checkIn { date } } }`, nil, new(any))
	c.ask(t, revert, vars{"id": run}, new(any))
	c.refused(t, "CONFLICT", apply, vars{"id": run, "n": 2})
}
