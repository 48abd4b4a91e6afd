package season

import (
	"testing"

	"fortnight/training"
)

// A young lifter keeps the lifts of the whole body, as often and as long as usual; who is young and trains for something else has gentle ones.
func TestAYoungLifterKeepsTheLifts(t *testing.T) {
	for _, priority := range []training.Priority{training.PriorityStrength, training.PriorityEndurance} {
		in := runner(training.Run10K, 60)
		in.Athlete.Age, in.Athlete.Priority, in.Athlete.StrengthKnown, in.Athlete.StrengthMonths = 17, priority, true, 14
		if priority == training.PriorityStrength {
			in.Events, in.Goal = nil, Goal{Kind: training.GoalStrength, Sports: []training.Sport{training.Strength}}
			in.Athlete.SessionsPerWeek, in.History = 3, past(day1, 6, 180, 180, 3, training.Run)
			in.History.Counts, in.History.Shares = nil, nil
			for i := range in.History.Blocks {
				in.History.Blocks[i].Strengths = 3
			}
		}
		for _, w := range planned(t, in).Weeks[:2] {
			for _, s := range w.Slots {
				lifter := priority == training.PriorityStrength
				if s.lift() && ((s.Family() == "Q-FULL") != lifter || lifter && s.Minutes < 50 && !w.StepBack) {
					t.Errorf("%s: %v of %d min", priority, s.Families, s.Minutes)
				}
			}
		}
	}
}

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
