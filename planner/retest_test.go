package planner_test

import (
	"regexp"
	"strings"
	"testing"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/training"
)

// stepBack is what a plan says of a session that a new threshold has made a step lower.
var stepBack = regexp.MustCompile(`; your threshold rose by [345](\.[0-9])? % on Sat 12 Dec, so one step back`)

// After a better test the sessions that the new threshold makes harder stand a rung below the last of their family, and say why with the day of the
// test; a worse one changes no rung.
func TestABetterTestIsAStepBack(t *testing.T) {
	withoutRace(t)
	told := 0
	for _, a := range athletes.Make(10, 5, monday) {
		m := synthetic(&a)
		fortnightAfter(t, m, a.Name, monday, "5a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b00")
		m.live(monday)
		p := &m.snapshot.Athlete.Profile
		p.Remember(training.Measures{}, monday.AddDays(-100))
		before := p.Measures()
		better(&p.Thresholds)
		p.Remember(before, monday.AddDays(12)) // the twelfth of December
		fortnightAfter(t, m, a.Name, monday.AddDays(14), "5a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b01")
		w := newWitness(m, runOf(monday.AddDays(14), "5a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b01"))
		for i := range w.sessions {
			s := &w.sessions[i]
			if s.Rationale == nil || s.Date < monday.AddDays(14) || !strings.Contains(*s.Rationale, "threshold rose") {
				continue
			}
			told++
			if !stepBack.MatchString(*s.Rationale) {
				t.Errorf("%s: %s", a.Name, *s.Rationale)
			}
			last := -1
			for j := range w.sessions {
				if o := &w.sessions[j]; o.Date < monday.AddDays(14) && o.Family == s.Family && o.Status == training.Completed {
					last = j
				}
			}
			if last < 0 || s.FamilyLevel != w.sessions[last].FamilyLevel-1 {
				t.Errorf("%s: rung %d of %s is no step back: %s", a.Name, s.FamilyLevel, s.Family, *s.Rationale)
			}
		}
	}
	if told == 0 {
		t.Error("no session says that a threshold rose")
	}
}

func runOf(from training.Date, id training.RunID) runs.Run {
	run := request(14)
	run.From, run.ID = from, id
	return run
}

func fortnightAfter(t *testing.T, m *memory, name string, from training.Date, id training.RunID) {
	t.Helper()
	p := newPlanner(m)
	p.Now = from.Midnight
	plan(t, m, runOf(from, id))
	if m.outcome.Status != runs.Succeeded {
		t.Fatalf("%s: %s", name, *m.outcome.Failure)
	}
}

// better raises all thresholds by about five per cent.
func better(t *training.Thresholds) {
	for _, watts := range []**int{&t.FTPWatts, &t.RowFTPWatts} {
		if *watts != nil {
			more := 20 * (**watts / 20)
			more += more / 20
			*watts = &more
		}
	}
	for _, seconds := range []**int{&t.ThresholdSecondsPerKilometer, &t.CriticalSwimSecondsPer100Meters} {
		if *seconds != nil {
			less := **seconds * 20 / 21
			*seconds = &less
		}
	}
}
