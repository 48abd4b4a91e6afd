package season

import (
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// Who takes up a sport keeps the own one: its long session, its key and most of its days; the new sport comes as one easy session more.
func TestASportIsAddedToTheOwnOne(t *testing.T) {
	for _, added := range []training.Sport{training.Swim, training.Ride, training.Row, training.Strength} {
		in := runner(training.Run10K, 0)
		in.Events, in.Athlete.SessionsPerWeek, in.Athlete.Lifted = nil, 0, false
		in.History = past(day1, 6, 240, 0, 4, training.Run, Effort{Sport: training.Run, Minutes: 80, Meters: 14_000})
		in.Goal = Goal{Kind: training.GoalAddSport, Sports: []training.Sport{added}}
		weeks := planned(t, in)
		if weeks.Main != training.Run {
			t.Errorf("adding %s: the season is one of %s", added, weeks.Main)
		}
		for n, w := range weeks.Weeks[:2] {
			runs, news := 0, 0
			for _, s := range w.Slots {
				f, _ := session.Find(s.Family())
				switch {
				case s.Sport == training.Run:
					runs++
				case s.Sport == added:
					news++
					if s.Role != E && s.Role != EPlus && s.Role != S || f.Class != session.Easy && f.Class != session.Strength {
						t.Errorf("adding %s: week %d begins it with %s, %s", added, n+1, s.Role, s.Family())
					}
				}
			}
			if runs < 3 || news != 1 {
				t.Errorf("adding %s: week %d has %d runs and %d of it", added, n+1, runs, news)
			}
		}
	}
}
