package planner_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/training"
)

// After days off a week is to have the minutes that it can have: RET-2 bounds its load, and what that leaves is what the week says, with its reason.
func TestDaysOffAreInTheBudget(t *testing.T) {
	withoutRace(t)
	ftp := 240
	for name, build := range map[string]func() *memory{
		"a runner": func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 38, pace(300)).races("The half", training.Run, training.RunHalf, monday+60, 110*60, 21_100).
				lived(monday, 12, even, 0, usually(training.Tuesday, training.Run, 50).km(8.5), usually(training.Wednesday, training.Run, 60).km(10.5).hard(10),
					usually(training.Friday, training.Run, 50).km(8.5), usually(training.Sunday, training.Run, 90).km(15))
		},
		"a rider": func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 41, training.Thresholds{FTPWatts: &ftp}).races("Gran fondo", training.Ride, training.RideFondo, monday+60, 0, 130_000).
				lived(monday, 12, even, 0, usually(training.Tuesday, training.Ride, 60).hard(15), usually(training.Thursday, training.Ride, 60),
					usually(training.Saturday, training.Ride, 140), usually(training.Sunday, training.Ride, 45))
		},
	} {
		for _, off := range []int{0, 5, 8} {
			m, run := build(), request(14)
			m.snapshot.Activities = slices.DeleteFunc(m.snapshot.Activities, func(a training.Activity) bool { return a.Date >= monday.AddDays(-off) })
			plan(t, m, run)
			if m.outcome.Status != runs.Succeeded {
				t.Fatalf("%s, %d days off: %s", name, off, *m.outcome.Failure)
			}
			for i := range 2 {
				w, minutes := m.week(monday.AddDays(7*i)), 0
				for _, s := range m.after() {
					if s.Date >= w.StartsOn && s.Date < w.StartsOn.AddDays(7) {
						minutes += (s.Load.DurationSeconds + 30) / 60
					}
				}
				if minutes < w.LeastMinutes-3 || minutes > w.MostMinutes+3 {
					t.Errorf("%s, %d days off: week %d has %d min of %d (%d to %d), left out %v\n%s", name, off, i+1, minutes, w.Minutes, w.LeastMinutes, w.MostMinutes, w.LeftOut, m.table(run))
				}
			}
			told := slices.ContainsFunc(m.week(monday).LeftOut, func(l string) bool { return strings.Contains(l, "after days off") })
			if told != (off == 5) {
				t.Errorf("%s, %d days off: said so %v: %v", name, off, told, m.week(monday).LeftOut)
			}
		}
	}
}
