package runs

import (
	"math"
	"testing"
	"time"

	"fortnight/season"
	"fortnight/training"
)

// A race weighs in an athlete's form whether or not somebody says how much, and as much as rules and season reckon with.
func TestALedgerReckonsWithARaceThatNobodyPriced(t *testing.T) {
	today, threshold, seconds := training.DateOf(time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)), 270, 4*3600
	race := training.Event{ID: "marathon", Name: "Lake marathon", Date: today.AddDays(10), Sport: training.Run, Priority: training.EventA, ExpectedSeconds: &seconds}
	marathon := training.RunMarathon
	race.Format = &marathon
	fitness := 50.0
	s := Snapshot{Today: today}
	s.Athlete.Profile.StartingFitness, s.Athlete.Profile.StartingFitnessOn = &fitness, &today
	s.Athlete.Profile.Thresholds.ThresholdSecondsPerKilometer = &threshold
	s.Athlete.Profile.Events = []training.Event{race}
	racer := season.RacerOf(&s.Athlete.Profile, nil)
	events := season.EventsOf(&s.Athlete.Profile)
	want := events[0].Load(&racer)
	if want < 300 || want > 400 {
		t.Fatalf("four hours of a marathon bring %.0f", want)
	}
	if got := s.Ledger().ExpectedTSS(race.Date); math.Abs(got-want) > 1e-6 {
		t.Errorf("the ledger expects %.1f, want %.1f", got, want)
	}
	days := s.Ledger().Fitness(race.Date, race.Date.AddDays(1))
	if fell := days[1].Form - days[0].Form; fell > -want/10 || !days[0].Planned || math.Abs(days[0].TSS-want) > 1e-6 {
		t.Errorf("form changes by %.1f over a race of %.0f: %+v", fell, want, days)
	}
	if s.Athlete.Profile.Events[0].ExpectedTSS != nil {
		t.Error("what is reckoned with was written into the profile")
	}
	stated := 111.0
	s.Athlete.Profile.Events[0].ExpectedTSS = &stated
	if got := s.Ledger().ExpectedTSS(race.Date); got != stated {
		t.Errorf("stated %.0f, expected %.1f", stated, got)
	}
}
