package planner_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/planner/whynot"
	"fortnight/rules"
	"fortnight/session"
	"fortnight/training"
)

// stopsWithin is how soon after the end of its context every computation has ended: 100 ms on a machine on which the yardstick takes one, and as
// much longer as it takes.
func stopsWithin() time.Duration {
	shortest := time.Hour
	for range 15 {
		began := time.Now()
		yardstick()
		shortest = min(shortest, time.Since(began))
	}
	return max(100*time.Millisecond, 100*shortest)
}

// yardstick is work of a fixed amount: a million steps over letters, and as many looks into a map as take as long.
func yardstick() (sum int) {
	words := strings.Fields(strings.Repeat("no running this week please my knee aches ", 8))
	seen := map[string]int{}
	for round := range 1200 {
		for _, w := range words {
			seen[w] += round
			for i := range len(w) {
				sum = sum*31 + int(w[i])
			}
		}
	}
	return sum + len(seen)
}

// stops runs a computation with contexts that end at several moments of it, and finds how long after its context it ended. Machines are
// shared: of five tries the quickest counts.
func stops(t *testing.T, name string, work func(ctx context.Context) error) {
	t.Helper()
	began := time.Now()
	if err := work(t.Context()); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	whole, within := time.Since(began), stopsWithin()
	var slowest time.Duration
	for part := range 10 {
		late := time.Hour
		for range 5 {
			ctx, cancel := context.WithCancel(t.Context())
			var ended time.Time
			time.AfterFunc(whole*time.Duration(part)/10, func() { ended = time.Now(); cancel() })
			err := work(ctx)
			stopped := time.Now()
			if err == nil { // it was quicker this time
				late = 0
			} else if !errors.Is(err, context.Canceled) {
				t.Fatalf("%s, ended after %d tenths: %v", name, part, err)
			}
			<-ctx.Done()
			late = min(late, max(0, stopped.Sub(ended)))
			if late <= within {
				break
			}
		}
		slowest = max(slowest, late)
	}
	t.Logf("%s: %s in all, at most %s after its context", name, whole.Round(time.Millisecond), slowest.Round(time.Millisecond))
	if slowest > within {
		t.Errorf("%s ended %s after its context", name, slowest)
	}
}

// packed puts six sessions on each day of a calendar of four weeks, more than any rule allows.
func packed(m *memory) view.CalendarView {
	calendar := view.CalendarView{Snapshot: m.snapshot, From: monday, DayCount: rules.MaxDays}
	for n := range 168 {
		w := m.library[(n*7)%len(m.library)].For(m.snapshot.Athlete.Profile.Thresholds)
		calendar.Sessions = append(calendar.Sessions, training.Session{
			PlannedSession: training.PlannedSession{
				ID: training.SessionID(fmt.Sprint("s", n)), AthleteID: m.snapshot.Athlete.ID, Date: monday.AddDays(n / 6), Start: training.LocalTime(360 + 150*(n%6)),
				WorkoutID: w.ID, Status: training.Planned,
			},
			Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: w.Load, Family: w.Family, FamilyLevel: w.FamilyLevel,
		})
	}
	return calendar
}

// Whatever is reckoned ends soon after nobody waits for it any more.
func TestEveryComputationStops(t *testing.T) {
	withoutRace(t)
	a := athletes.Make(3, 13, monday)[2]
	run := request(rules.MaxDays)
	run.Candidates, run.Apply = runs.MaxCandidates, false
	stops(t, "a run of three candidates", func(ctx context.Context) error {
		m := synthetic(&a)
		err := newPlanner(m).Run(ctx, run, nil, runs.Lease{RunID: run.ID, Token: 1})
		if err == nil && m.outcome.Status != runs.Succeeded {
			return fmt.Errorf("the run %s: %s", m.outcome.Status, *m.outcome.Failure)
		}
		return err
	})
	m := synthetic(&a)
	calendar := packed(m)
	stops(t, "a certificate", func(ctx context.Context) error {
		_, err := runs.Judge(ctx, m, m.snapshot.Athlete.ID, calendar.Snapshot.RulesInput(calendar.From, calendar.DayCount), session.Lifter{})
		return err
	})
	stops(t, "alternatives", func(ctx context.Context) error {
		_, err := view.Alternatives(ctx, calendar.Snapshot, "s20", everything(m)[:view.AlternativeCandidates], 10)
		return err
	})
	plan(t, m, run)
	made := m.made(run)
	stops(t, "why not", func(ctx context.Context) error {
		_, err := whynot.Question{Date: monday.AddDays(3), Family: "R-THR"}.Answer(ctx, m, made, m.progress)
		return err
	})
	stops(t, "a season", func(ctx context.Context) error {
		if _, err := view.Road(m.snapshot, monday); err != nil {
			return err
		}
		return ctx.Err()
	})
}
