package planner_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fortnight/planner"
	"fortnight/training"
)

// saidOfWeek is what is said of a week in numbers: its load, and the change of fitness where one is told.
var (
	saidTSS    = regexp.MustCompile(`(\d+) TSS`)
	saidChange = regexp.MustCompile(`fitness of (\d+) (may rise|falls) by about (\d+\.\d) with (\d+) TSS`)
)

// 12 §7: what ANALYZE says of a week's load is the sum of its days' targets, and what it says of fitness is what these lead to.
func TestAnalyzeSaysWhatTheTargetsGive(t *testing.T) {
	n := 400
	if testing.Short() || raceEnabled {
		n = 60
	}
	random := rand.New(rand.NewPCG(31, 12))
	changes := 0
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
		if random.IntN(8) == 0 {
			run.TargetFitness = pointer(10.0)
		}
		plan(t, m, run)
		for _, e := range m.events {
			if told, is := e.(*planner.TargetsSet); is {
				changes += agrees(t, fmt.Sprintf("athlete %d", i), m, run, told)
			}
		}
		if t.Failed() {
			return
		}
	}
	if changes < n/2 {
		t.Errorf("only %d changes of fitness were told", changes)
	}
}

func pointer[T any](x T) *T { return &x }

// agrees compares the message with the targets, and tells of how many weeks it says how fitness changes.
func agrees(t *testing.T, name string, m *memory, run planner.Run, told *planner.TargetsSet) (changes int) {
	t.Helper()
	p := m.snapshot.Athlete.Profile
	ledger := training.LedgerBefore(&p, m.snapshot.Today, run.From, nil, m.snapshot.Activities, m.snapshot.Sessions)
	points := ledger.Fitness(run.From, run.From)
	fitness := 0.0
	if len(points) > 0 {
		fitness = points[0].Fitness
	}
	for week, text := range strings.Split(told.Message, "; week ") {
		sum, events, was := 0.0, 0.0, fitness
		for d := 7 * week; d < min(7*week+7, run.Days); d++ {
			load := told.Targets[d].TSS
			sum += load
			for _, e := range p.Events {
				stands := false
				for _, s := range m.snapshot.Sessions {
					kept := s.Lock != nil || run.KeepPlanned
					stands = stands || kept && s.Date == e.Date && s.Sport == e.Sport && s.Status == training.Planned
				}
				if e.Date == run.From.AddDays(d) && e.ExpectedTSS != nil && !stands {
					events += *e.ExpectedTSS
					load += *e.ExpectedTSS
				}
			}
			fitness += (load - fitness) * (1 - math.Exp(-1.0/42))
		}
		first := saidTSS.FindStringSubmatch(text)
		if first == nil || first[1] != strconv.Itoa(int(math.Round(sum))) {
			t.Errorf("%s, week %d: the targets come to %.0f TSS: %s", name, week+1, sum, text)
		}
		said := saidChange.FindStringSubmatch(text)
		if said == nil {
			continue
		}
		changes++
		if named := fmt.Sprintf("TSS and the %.0f that events are expected to bring", events); strings.Contains(text, named) != (events >= 0.5) {
			t.Errorf("%s, week %d: events bring %.0f TSS: %s", name, week+1, events, text)
		}
		rise, _ := strconv.ParseFloat(said[3], 64)
		if said[2] == "falls" {
			rise = -rise
		}
		if from, _ := strconv.ParseFloat(said[1], 64); math.Abs(from-was) > 0.51 || math.Abs(rise-(fitness-was)) > 0.051 {
			t.Errorf("%s, week %d: fitness goes from %.2f by %+.2f: %s", name, week+1, was, fitness-was, text)
		}
	}
	return changes
}
