package planner_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/season"
	"fortnight/training"
)

// What ANALYZE says of a week in words is what the week's target says; what it holds is more than its minutes in one week of ten at most
// (coaching 9.2).
func TestAnalyzeSaysWhatTheTargetsGive(t *testing.T) {
	withoutRace(t)
	n := many(400, 60, 20)
	random := rand.New(rand.NewPCG(31, 12))
	weeks, long, easier, full := 0, 0, 0, 0
	for i := range n {
		m, run := randomAthlete(random), request(7*(1+random.IntN(3))+random.IntN(7))
		if random.IntN(2) == 0 {
			m, run = crowded(random)
		}
		if random.IntN(3) == 0 {
			expected := float64(40 + random.IntN(200))
			m.snapshot.Athlete.Profile.Events = []training.Event{{
				ID: "e", Name: "Race", Date: monday.AddDays(random.IntN(28)), Sport: training.Run, Priority: training.EventB, ExpectedTSS: &expected,
			}}
		}
		if random.IntN(3) == 0 {
			fitness := float64(20 + random.IntN(60))
			m.snapshot.Athlete.Profile.StartingFitness = &fitness
		}
		plan(t, m, run)
		for _, e := range m.events {
			if told, is := e.(*runs.TargetsSet); is {
				l, s, f := agrees(t, fmt.Sprintf("athlete %d", i), run, told)
				weeks, long, easier, full = weeks+len(told.Weeks), long+l, easier+s, full+f
			}
		}
		if t.Failed() {
			return
		}
	}
	if long < weeks/4 || easier == 0 || 10*full > weeks {
		t.Errorf("of %d weeks %d have a long session, %d are a step back and %d hold more than their minutes", weeks, long, easier, full)
	}
}

// agrees compares the message with the targets and these with each other, and tells how many long sessions and steps back there are, and
// how many weeks hold more than their minutes.
func agrees(t *testing.T, name string, run runs.Run, told *runs.TargetsSet) (long, easier, full int) {
	t.Helper()
	if weeks := (run.Days + 6) / 7; len(told.Weeks) != weeks {
		t.Fatalf("%s: %d weeks for %d days", name, len(told.Weeks), run.Days)
	}
	for i, w := range told.Weeks {
		begins := fmt.Sprintf("Week %d from ", i+1)
		_, text, there := strings.Cut(told.Message, begins)
		text, _, _ = strings.Cut(text, "Week ")
		whole := len([]rune(told.Message)) < 1900 // else the last weeks are cut off
		if whole && (!there || !strings.Contains(text, fmt.Sprintf("aims at %d min", (w.Minutes+2)/5*5))) {
			t.Errorf("%s, week %d of %d min: %s", name, i+1, w.Minutes, told.Message)
		}
		if w.StartsOn != run.From.AddDays(7*i) || w.LeastMinutes > w.Minutes || w.MostMinutes < w.Minutes {
			t.Errorf("%s, week %d: %+v", name, i+1, w)
		}
		sum, longest, stands := 0, 0, false
		for _, s := range w.Sessions {
			stands = stands || s.Reason == "stands already" // what is locked is as long as it is
			if s.Role != season.Care && s.Role != season.RaceDay {
				sum += s.Minutes
			}
			if s.Role == season.L {
				longest = max(longest, s.Minutes)
			}
		}
		if run.Days >= 7*i+7 && !stands && len(w.Sessions) > 1 && sum > max(w.MostMinutes, w.Minutes+7) {
			full++
		}
		if w.StepBack {
			easier++
		}
		if w.LongMinutes == nil {
			continue
		}
		long++
		if *w.LongMinutes != longest {
			t.Errorf("%s, week %d: the long session is %d min, of the sessions %d", name, i+1, *w.LongMinutes, longest)
		}
	}
	return long, easier, full
}
