package api_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// The rows of a certificate are those that are asked for, page by page; the events of a run name it.
func TestTheRowsOfACertificateAreThoseAskedFor(t *testing.T) {
	t.Parallel()
	c := newWorld(t).athlete(t)
	run, events := c.plan(t, vars{"seed": 1})
	type row struct {
		Rule             struct{ ID string }
		Severity         string
		Passed           bool
		InsufficientData bool
		From, Message    string
	}
	rows := func(arguments string) []row {
		t.Helper()
		var data struct {
			PlanRun struct{ Certificate struct{ Checks []row } }
		}
		c.ask(t, `query($id: ID!) { planRun(id: $id) { certificate { checks`+arguments+` { rule { id } severity passed insufficientData from message } } } }`, vars{"id": run}, &data)
		return data.PlanRun.Certificate.Checks
	}
	all := rows("")
	if len(all) < 30 {
		t.Fatalf("%d rows", len(all))
	}
	id := all[len(all)/2].Rule.ID
	for arguments, of := range map[string]func(row) bool{
		`(passed: true)`:                        func(r row) bool { return r.Passed },
		`(passed: false)`:                       func(r row) bool { return !r.Passed },
		`(severity: SOFT)`:                      func(r row) bool { return r.Severity == "SOFT" },
		`(severity: HARD, passed: true)`:        func(r row) bool { return r.Severity == "HARD" && r.Passed },
		`(ruleIds: ["` + id + `", "NO-1"])`:     func(r row) bool { return r.Rule.ID == id },
		`(ruleIds: [])`:                         func(row) bool { return false },
		`(ruleIds: null, first: 1000)`:          func(row) bool { return true },
		`(passed: null, severity: null)`:        func(row) bool { return true },
		`(passed: true, offset: 1, first: 900)`: nil,
	} {
		got := rows(arguments)
		if of == nil { // all but the first
			got, of = append(rows(`(passed: true, first: 1)`), got...), func(r row) bool { return r.Passed }
		}
		if want := slices.DeleteFunc(slices.Clone(all), func(r row) bool { return !of(r) }); len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %d rows, not %d", arguments, len(got), len(want))
		}
		if strings.Contains(arguments, "first") {
			continue
		}
		var counted struct {
			PlanRun struct{ Certificate struct{ CheckCount int } }
		}
		if c.ask(t, `query($id: ID!) { planRun(id: $id) { certificate { checkCount`+arguments+` } } }`, vars{"id": run}, &counted); counted.PlanRun.Certificate.CheckCount != len(got) {
			t.Errorf("%s: %d rows are counted, not %d", arguments, counted.PlanRun.Certificate.CheckCount, len(got))
		}
	}
	c.refused(t, "BAD_USER_INPUT", `query($id: ID!, $ids: [ID!]) { planRun(id: $id) { certificate { checkCount(ruleIds: $ids) } } }`, vars{"id": run, "ids": make([]string, 101)})
	var paged []row
	for offset := 0; ; offset += 7 {
		page := rows(`(first: 7, offset: ` + string(must2(json.Marshal(offset))) + `)`)
		if paged = append(paged, page...); len(page) < 7 {
			break
		}
	}
	if !reflect.DeepEqual(paged, all) {
		t.Errorf("page by page there are %d rows of %d", len(paged), len(all))
	}
	for _, arguments := range []string{`(first: 0)`, `(first: 1001)`, `(offset: -1)`, `(offset: 100001)`} {
		c.refused(t, "BAD_USER_INPUT", `query($id: ID!) { planRun(id: $id) { certificate { checks`+arguments+` { passed } } } }`, vars{"id": run})
	}

	var told struct {
		PlanRun struct {
			Events nodesOf[struct {
				RunID string
				Run   struct{ ID, Status string }
			}]
		}
	}
	c.ask(t, `query($id: ID!) { planRun(id: $id) { events(first: 500) { nodes { runId run { id status } } } } }`, vars{"id": run}, &told)
	if len(told.PlanRun.Events) < len(events) {
		t.Errorf("%d events of %d", len(told.PlanRun.Events), len(events))
	}
	for _, e := range told.PlanRun.Events {
		if e.RunID != run || e.Run.ID != run || e.Run.Status != "SUCCEEDED" {
			t.Fatalf("%+v", e)
		}
	}
}
