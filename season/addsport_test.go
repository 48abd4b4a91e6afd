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

// Who wishes to do another sport in the place of the own one does it as often; where the own one may be done nothing changes, and who has never done the
// other begins like newcomers.
func TestASportInThePlaceOfAnother(t *testing.T) {
	for name, c := range map[string]struct {
		no, instead, want training.Sport
	}{
		"swims instead of runs":  {training.Run, training.Swim, training.Swim},
		"nothing said":           {training.Run, "", training.Ride},
		"runs are not ruled out": {"", training.Swim, training.Run},
	} {
		in := runner(training.Run10K, 0)
		in.Events, in.Athlete.SessionsPerWeek = nil, 0
		in.History = past(day1, 6, 240, 0, 4, training.Run, Effort{Sport: training.Run, Minutes: 80, Meters: 14_000})
		in.History.Counts[training.Ride], in.History.Shares = 6, map[training.Sport]float64{training.Run: .75, training.Ride: .25}
		in.Goal = Goal{Kind: training.GoalTest, Sports: []training.Sport{training.Run}}
		if c.no != "" {
			in.Athlete.NoSports = []training.Sport{c.no}
		}
		in.Athlete.Instead = c.instead
		weeks := planned(t, in)
		count := map[training.Sport]int{}
		for _, w := range weeks.Weeks[:2] {
			for _, s := range w.Slots {
				count[s.Sport]++
				if c.want == training.Swim && s.Sport == training.Swim && isHI(s.Family(), s.Level) {
					t.Errorf("%s: a newcomer begins with %s", name, s.Family())
				}
			}
		}
		if weeks.Main != c.want || count[c.want] < 4 || c.no != "" && count[c.no] > 0 {
			t.Errorf("%s: the season is one of %s, with %v", name, weeks.Main, count)
		}
	}
}
