package api_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fortnight/internal/plancheck"
	"fortnight/training"
)

// first is the first planned day where nothing is said of it.
const first = today

const calendarQuery = `query($from: Date!) { calendar(from: $from) { days { date locked note sessions {
	id date start status lock key rationale workout { id title revision } run { id }
} } } }`

// calendar is the athlete's next fortnight as the API tells it.
func (c *client) calendar(t testing.TB) string {
	t.Helper()
	var data json.RawMessage
	c.ask(t, calendarQuery, vars{"from": first.String()}, &data)
	return string(data)
}

// locked are an athlete's locked sessions as the API tells them.
func (c *client) locked(t testing.TB) []string {
	t.Helper()
	var data struct {
		Calendar struct {
			Days []struct{ Sessions []json.RawMessage }
		}
	}
	c.ask(t, calendarQuery, vars{"from": first.String()}, &data)
	var locks []string
	for _, day := range data.Calendar.Days {
		for _, s := range day.Sessions {
			if !strings.Contains(string(s), `"lock":null`) {
				locks = append(locks, string(s))
			}
		}
	}
	return locks
}

// sessionRows are an athlete's sessions as the database holds them.
func (w *world) sessionRows(t testing.TB, c *client, where string) string {
	t.Helper()
	return w.text(t, `SELECT coalesce(string_agg(s::text, E'\n' ORDER BY s.id), '') FROM planned_sessions AS s WHERE athlete_id = $1 AND `+where, c.id)
}

// faults is what the second opinion says of the fortnight that stands on a calendar.
func (w *world) faults(t testing.TB, c *client) []string {
	t.Helper()
	id := training.UserID(c.id)
	s, err := w.db.CalendarSnapshot(t.Context(), id, id, first, 14)
	must(t, err)
	p := s.Athlete.Profile
	zone := p.Location()
	a := plancheck.Athlete{Level: slices.Index([]training.Level{training.Novice, training.Intermediate, training.Advanced}, p.Level), Limited: true}
	for d := first - 1; d < first+14; d++ {
		windows, _ := p.Windows(d)
		for _, w := range windows {
			if open, any := plancheck.Open(d.Midnight(), int(w.From), int(w.To), zone); any {
				a.Windows = append(a.Windows, open)
			}
		}
	}
	for _, e := range p.Events {
		if e.ExpectedTSS != nil {
			a.Races = append(a.Races, plancheck.Race{Day: e.Date.At(0, zone), Sport: string(e.Sport), TSS: *e.ExpectedTSS})
		}
	}
	if p.StartingFitness != nil && p.StartingFitnessOn != nil {
		a.Stated, a.StatedOn = *p.StartingFitness, p.StartingFitnessOn.At(0, zone)
	}
	var sessions []plancheck.Session
	for _, b := range training.Bouts(s.Today, s.Activities, s.Sessions) {
		start := b.Date.At(b.Start, zone)
		sessions = append(sessions, plancheck.Session{
			Name: b.Title, Start: start, End: start.Add(time.Duration(b.DurationSeconds) * time.Second), Sport: string(b.Sport), TSS: b.TSS,
			HI: b.Demand.HighIntensity, Heavy: b.Demand.HeavyLower, Legs: b.Demand.LowerBodySeconds > 0, Done: !b.Planned, Moderate: b.Demand.Moderate, Long: isLong(b),
		})
	}
	return plancheck.Check(a, first.At(0, zone), 14, sessions)
}

// isLong says whether this athlete's ride or run is a long one: her usual ones are of 120 and of about 50 minutes.
func isLong(b training.Bout) bool {
	return b.Sport == training.Run && b.DurationSeconds >= 75*60 || b.Sport == training.Ride && b.DurationSeconds >= 180*60
}

// Twenty seeds: no plan breaks a rule, no plan touches a lock, and each calendar goes back to what it was.
func TestI4PlansKeepRulesAndLocks(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, seeds := range [][]int{{0, 1, 2, 3, 4}, {5, 6, 7, 8, 9}, {10, 11, 12, 13, 14}, {15, 16, 17, 18, 19}} {
		c := w.athlete(t)
		t.Run(fmt.Sprint(seeds), func(t *testing.T) {
			t.Parallel()
			w.planAndRevert(t, c, seeds)
		})
	}
}

func (w *world) planAndRevert(t testing.TB, c *client, seeds []int) {
	t.Helper()
	calendar, locks, rows := c.calendar(t), c.locked(t), w.sessionRows(t, c, "true")
	if len(locks) != 2 || strings.Count(rows, "\n") != 1 {
		t.Fatalf("the athlete begins with %d locks:\n%s", len(locks), rows)
	}
	for _, seed := range seeds {
		run, events := c.plan(t, vars{"seed": seed, "wish": "a faster 10 km, and keep my squat strong"})
		if last := events[len(events)-1]; last.Type != "RunSucceeded" {
			t.Fatalf("seed %d: %s", seed, last.Message)
		}
		if faults := w.faults(t, c); len(faults) > 0 {
			t.Errorf("seed %d: %v", seed, faults)
		}
		if got := c.locked(t); !reflect.DeepEqual(got, locks) {
			t.Errorf("seed %d: the locks were\n%v\nand are\n%v", seed, locks, got)
		}
		if got := w.sessionRows(t, c, "lock IS NOT NULL"); got != rows {
			t.Errorf("seed %d: the rows of the locks were\n%s\nand are\n%s", seed, rows, got)
		}
		if n := strings.Count(w.sessionRows(t, c, "run_id IS NOT NULL"), "\n") + 1; n < 6 {
			t.Errorf("seed %d: a fortnight of %d sessions", seed, n)
		}
		var data any
		c.ask(t, `mutation($run: ID!) { revertPlan(input: {runId: $run}) { calendar { revision } } }`, vars{"run": run}, &data)
		if got := c.calendar(t); got != calendar {
			t.Errorf("seed %d: reverted, the calendar was\n%s\nand is\n%s", seed, calendar, got)
		}
	}
}

// proposal is what a run proposes, without what differs between equal athletes.
func (c *client) proposal(t testing.TB, run string) string {
	t.Helper()
	var data json.RawMessage
	c.ask(t, `query($run: ID!) { planRun(id: $run) { status proposal { date start workout { id } rationale } certificate { verdict
		checks { rule { id } from to measured limit passed } } } }`, vars{"run": run}, &data)
	return string(data)
}

func TestSameSeedSamePlan(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, twin := w.athlete(t), w.athlete(t)
	input := vars{"seed": 7, "apply": false}
	run, _ := c.plan(t, input)
	want := c.proposal(t, run)
	if !strings.Contains(want, `"SUCCEEDED"`) || strings.Count(want, "rationale") < 6 {
		t.Fatal(want)
	}
	if w.sessionRows(t, c, "run_id IS NOT NULL") != "" {
		t.Error("a proposal stands on the calendar")
	}
	again, _ := c.plan(t, input)
	if got := c.proposal(t, again); got != want {
		t.Errorf("again:\n%s\nfirst:\n%s", got, want)
	}
	equal, _ := twin.plan(t, input)
	if got := twin.proposal(t, equal); got != want {
		t.Errorf("an equal athlete:\n%s\nthe first:\n%s", got, want)
	}
}
