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
			runs, news, keys := 0, 0, 0
			for _, s := range w.Slots {
				if s.isKey() {
					keys++
				}
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
			if runs < 3 || news != 1 || keys != 1 {
				t.Errorf("adding %s: week %d has %d runs, %d of them hard, and %d of it", added, n+1, runs, keys, news)
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

// A lifter who takes up a sport goes on lifting as often.
func TestALifterWhoAddsASportGoesOnLifting(t *testing.T) {
	in := runner(training.Run10K, 0)
	in.Events, in.Athlete.SessionsPerWeek, in.Athlete.Priority, in.Athlete.StrengthKnown, in.Athlete.StrengthMonths = nil, 0, training.PriorityStrength, true, 40
	in.History = past(day1, 6, 240, 240, 4, training.Swim)
	in.History.Counts, in.History.Shares = map[training.Sport]int{}, map[training.Sport]float64{}
	for i := range in.History.Blocks {
		in.History.Blocks[i].Strengths = 4
	}
	in.Goal = Goal{Kind: training.GoalAddSport, Sports: []training.Sport{training.Swim}}
	for n, w := range planned(t, in).Weeks[:2] {
		if w.lifts() != 4 || len(w.Slots) != 5 {
			t.Errorf("week %d has %d lifts among %d sessions", n+1, w.lifts(), len(w.Slots))
		}
	}
}
