package season

import (
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// A week that has less than its minutes says what holds them back: the growth of running where it does, and no easy session of twenty-five minutes is
// called long enough.
func TestWhatHoldsMinutesBackIsSaid(t *testing.T) {
	in := runner(training.Run10K, 60)
	in.Events, in.Goal = nil, Goal{Kind: training.GoalTest, Sports: []training.Sport{training.Run}}
	in.Athlete.Priority, in.Athlete.SessionsPerWeek = training.PriorityHybrid, 6
	in.History = past(day1, 6, 330, 165, 6, training.Run, Effort{Sport: training.Run, Minutes: 75, Meters: 13_000})
	for i := range in.History.Blocks {
		in.History.Blocks[i].RunMeters, in.History.Blocks[i].Strengths = 29_000, 2
	}
	told := 0
	for _, w := range planned(t, in).Weeks[:2] {
		easy := 0
		for _, s := range w.Slots {
			if s.Role == E || s.Role == EPlus {
				easy = max(easy, s.Minutes)
			}
		}
		for _, l := range w.LeftOut {
			if !strings.HasSuffix(l.What, " min") {
				continue
			}
			if told++; l.Why == easyLong && easy < 45 || !slices.Contains([]string{easyLong, runsGrown, stepUp}, l.Why) {
				t.Errorf("%s left out as %s, with an easy session of %d min", l.What, l.Why, easy)
			}
		}
	}
	if told == 0 {
		t.Error("no minutes were held back")
	}
}
