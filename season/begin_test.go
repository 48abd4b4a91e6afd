package season

import (
	"testing"

	"fortnight/training"
)

// A novice's weeks on the way to a HYROX race have a lift and two runs, whether or not they have a session at the stations.
func TestANovicesHyroxWeekHasALift(t *testing.T) {
	for n := 3; n <= 5; n++ {
		in := runner(training.Hyrox, 56)
		in.Athlete.Level, in.Athlete.Priority, in.Athlete.SessionsPerWeek = training.Novice, training.PriorityHybrid, n
		for i := range in.History.Blocks {
			in.History.Blocks[i].Strengths = 1
		}
		for i, w := range planned(t, in).Weeks[:2] {
			runs := 0
			for _, s := range w.Slots {
				if s.Sport == training.Run {
					runs++
				}
			}
			if w.lifts() == 0 || runs < 2 {
				t.Errorf("%d sessions, week %d: %d lifts, %d runs", n, i+1, w.lifts(), runs)
			}
		}
	}
}
