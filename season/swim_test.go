package season

import (
	"slices"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// The base of a swimmer holds one swim of drills a week, a steady key session, easy swims and the long one, and that grows until its main set is a fifth
// longer than the race.
func TestTheBaseOfASwimmer(t *testing.T) {
	css, measured := 105, day1.AddDays(-7)
	in := Input{From: day1, Days: 14, Events: []Event{event(training.SwimPool, 90)},
		Athlete: Athlete{Level: training.Intermediate, KnownDays: 56, SessionsPerWeek: 4, CTL: 35},
		History: past(day1, 6, 200, 0, 4, training.Swim, Effort{Sport: training.Swim, Minutes: 45, Meters: 1900})}
	in.Events[0].DistanceMeters = 1500
	in.History.Blocks[0].Eased = true
	in.Racer.Thresholds = training.Thresholds{CriticalSwimSecondsPer100Meters: &css, MeasuredOn: &measured}
	weeks := planned(t, in).Weeks
	for _, w := range weeks[:2] {
		drills, key := 0, session.ID("")
		for i := range w.Slots {
			switch s := &w.Slots[i]; {
			case s.Family() == "S-TECH":
				drills++
			case s.Role == K:
				key = s.Family()
			}
		}
		if w.Standing.Phase != session.Base || drills != 1 || key != "S-CSS" {
			t.Errorf("%d swims of drills, key session %s:\n%s", drills, key, shown(&w))
		}
	}
	longest := 0.0
	for i := range weeks {
		longest = max(longest, weeks[i].LongFar)
	}
	if !slices.ContainsFunc(weeks, func(w Week) bool { return w.LongFar >= 2350 }) || longest > 2400 {
		t.Errorf("the longest swim is %.0f m", longest)
	}
}
