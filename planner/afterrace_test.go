package planner_test

import (
	"testing"

	"fortnight/planner/runs"
	"fortnight/training"
)

// In the fortnight after a marathon a day lies between two runs, whatever days are usual (coaching 6.3: running restarts with 20 to 30 easy minutes).
func TestRunsAreApartAfterAMarathon(t *testing.T) {
	withoutRace(t)
	for since := 1; since <= 5; since += 2 {
		race := monday.AddDays(-since)
		m := somebody(training.Intermediate, training.PriorityEndurance, 38, pace(300)).races("Lake marathon", training.Run, training.RunMarathon, race, 4*3600, 42_195).
			lived(monday, 12, even, 0, usually(training.Tuesday, training.Run, 50).km(8.5), usually(training.Wednesday, training.Run, 60).km(10.5).hard(10),
				usually(training.Friday, training.Run, 50).km(8.5), usually(training.Saturday, training.Run, 50).km(8.5), usually(training.Sunday, training.Run, 120).km(20))
		kept := m.snapshot.Activities[:0]
		for _, a := range m.snapshot.Activities {
			if a.Date < race.AddDays(-2) {
				kept = append(kept, a)
			}
		}
		start, meters := training.LocalTime(9*60), 42_195.0
		m.snapshot.Activities = append(kept, training.Activity{Date: race, Start: &start, Sport: training.Run, DurationSeconds: 4 * 3600, TSS: 340, LoadMethod: training.RPE, DistanceMeters: &meters})
		run := request(14)
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			t.Fatalf("%d days after: %s", since, *m.outcome.Failure)
		}
		ran, all := map[training.Date]bool{}, 0
		for _, s := range m.after() {
			if s.Sport == training.Run && s.Date >= monday {
				ran[s.Date] = true
				all++
			}
		}
		for day := range ran {
			if ran[day+1] && day+1 <= race+14 || day <= race+4 {
				t.Errorf("%d days after: a run on %s\n%s", since, day, m.table(run))
			}
		}
		if all < 3 || all > 7 {
			t.Errorf("%d days after: %d runs\n%s", since, all, m.table(run))
		}
	}
}
