package planner_test

import (
	"fmt"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/training"
)

// TestFortnightsDocument holds docs/fortnights.md, the worked fortnights of the coaching specification, to what the planner does.
func TestFortnightsDocument(t *testing.T) {
	var doc strings.Builder
	doc.WriteString("# Twelve fortnights\n\nTwelve athletes as the built-in solver plans for them with seed 0 and the shared library. The athletes are made up; " +
		"their weeks are those that the coaching specification works out, and a test compares the plans with it. Another renders this page anew and compares.\n")
	for i := range workedFortnights {
		f := &workedFortnights[i]
		m, run := f.plan(t)
		fmt.Fprintf(&doc, "\n## %s\n\n%s\n\n%s\n%s\n%s", f.title, f.about, m.aims(), m.fortnight(run), m.verdict())
	}
	golden(t, "../../docs/fortnights.md", doc.String())
}

// aims are the weeks' targets in words.
func (m *memory) aims() string {
	for _, e := range m.events {
		if s, is := e.(*runs.TargetsSet); is {
			return s.Message + "\n"
		}
	}
	return ""
}

// fortnight is the plan as a table.
func (m *memory) fortnight(run runs.Run) string {
	var out strings.Builder
	out.WriteString("| day | start | sport | workout | min | TSS | form | why |\n|---|---|---|---|---:|---:|---:|---|\n")
	sessions := m.after()
	after := m.snapshot
	after.Sessions = sessions
	ledger := after.Ledger()
	points := ledger.Fitness(run.From, run.From.AddDays(run.Days-1))
	why := map[training.SessionID]string{}
	rests := map[training.Date]string{}
	for _, e := range m.events {
		switch e := e.(type) {
		case *runs.SessionProposed:
			why[e.Session.ID] = e.Session.Rationale
		case *runs.RestProposed:
			rests[e.Date] = e.Rationale
		}
	}
	for i := range run.Days {
		date, label, empty := run.From.AddDays(i), "", true
		label = date.Midnight().Format("Mon 2 Jan")
		form := "" // of somebody of whom nothing is known
		if i < len(points) {
			form = fmt.Sprintf("%+.1f", points[i].Form)
		}
		for _, s := range sessions {
			if s.Date != date {
				continue
			}
			reason := why[s.ID]
			if s.Lock != nil {
				reason = "Locked."
			}
			fmt.Fprintf(&out, "| %s | %s | %s | %s | %d | %.0f | %s | %s |\n", label, s.Start, strings.ToLower(string(s.Sport)), s.Title,
				(s.Load.DurationSeconds+30)/60, s.Load.TSS, form, reason)
			label, form, empty = "", "", false
		}
		for _, e := range m.snapshot.Athlete.Profile.Events {
			if brings := ledger.ExpectedTSS(date); e.Date == date && brings > 0 {
				fmt.Fprintf(&out, "| %s | | race | %s | | %.0f | %s | %s |\n", label, e.Name, brings, form, rests[date])
				label, form, empty = "", "", false
			}
		}
		if empty {
			fmt.Fprintf(&out, "| %s | | | rest | | | %s | %s |\n", label, form, rests[date])
		}
	}
	for i, w := range ledger.Weeks(run.From, run.Days) {
		races := 0.0
		for day := range 7 {
			races += ledger.ExpectedTSS(w.StartsOn.AddDays(day))
		}
		fmt.Fprintf(&out, "\nWeek %d: %.0f TSS in %.1f h", i+1, w.TSS-races, float64(w.DurationSeconds)/3600)
		if races > 0 {
			fmt.Fprintf(&out, ", and %.0f TSS of the race", races)
		}
		out.WriteString(".")
	}
	return out.String() + "\n"
}

// verdict is the certificate in short: what SOFT rules that are not met mean.
func (m *memory) verdict() string {
	c := m.outcome.Certificate
	held := 0
	for i := range c.Checks {
		if c.Checks[i].Passed {
			held++
		}
	}
	var out strings.Builder
	fmt.Fprintf(&out, "`%s`: %d of %d checks hold.\n", c.Verdict, held, len(c.Checks))
	for _, note := range c.Notes {
		out.WriteString("- " + note.Text + "\n")
	}
	return out.String()
}
