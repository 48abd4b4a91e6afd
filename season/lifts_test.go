package season

import (
	"slices"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// Who is not known to have lifted learns the lifts, in whatever part of the season; who has lifted, or says so, lifts heavily.
func TestWhoNeverLiftedLearnsTheLifts(t *testing.T) {
	for name, c := range map[string]struct {
		days int // to the race
		who  func(*Athlete)
		gear []training.Equipment
		want session.ID
	}{
		"nothing said, nothing logged, base":     {88, func(a *Athlete) { a.Lifted = false }, nil, "Q-AA"},
		"nothing said, nothing logged, build":    {55, func(a *Athlete) { a.Lifted = false }, nil, "Q-AA"},
		"nothing said, nothing logged, specific": {25, func(a *Athlete) { a.Lifted = false }, nil, "Q-AA"},
		"no months, a gym, build":                {55, func(a *Athlete) { a.StrengthKnown = true }, []training.Equipment{training.Barbell, training.Rack, training.Machine}, "Q-AA"},
		"no months, a gym, specific":             {25, func(a *Athlete) { a.StrengthKnown = true }, []training.Equipment{training.Barbell, training.Rack, training.Machine}, "Q-AA"},
		"advanced, nothing logged":               {88, func(a *Athlete) { a.Level, a.Lifted = training.Advanced, false }, nil, "Q-AA"},
		"lifts logged":                           {88, func(*Athlete) {}, nil, "Q-STR"},
		"lifts logged, specific":                 {25, func(*Athlete) {}, nil, "Q-MAIN"},
		"a year stated":                          {88, func(a *Athlete) { a.Lifted, a.StrengthKnown, a.StrengthMonths = false, true, 12 }, nil, "Q-STR"},
	} {
		in := runner(training.Run10K, c.days)
		in.Athlete.Gear = c.gear
		c.who(&in.Athlete)
		found := false
		for n, w := range planned(t, in).Weeks[:2] {
			at := slices.IndexFunc(w.Slots, func(s Slot) bool { return s.lift() })
			if at < 0 {
				continue
			}
			found = true
			s := &w.Slots[at]
			if s.Family() != c.want {
				t.Errorf("%s: %v, want %s", name, s.Families, c.want)
			}
			if s.Family() == "Q-AA" && n == 0 && s.Level != 1 {
				t.Errorf("%s: begins on rung %d", name, s.Level)
			}
		}
		if !found {
			t.Errorf("%s: no lift", name)
		}
	}
}
