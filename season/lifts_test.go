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

// What hurts leaves alone what does not load it: who lifts goes on lifting as often, heavily where the region has no part, and runs as long with a sore
// shoulder; who has never lifted has one gentle lift.
func TestWhatHurtsLeavesTheRestAlone(t *testing.T) {
	for name, c := range map[string]struct {
		no     session.Contraindication
		lifted bool
		want   session.ID // of the first lift
		least  int
		long   bool // it is as long as without pain
	}{
		"a lifter's shoulder":     {session.NoShoulder, true, "Q-LOWER", 3, true},
		"a lifter's knee":         {session.NoKnee, true, "Q-UPPER", 3, false},
		"a newcomer's shoulder":   {session.NoShoulder, false, "Q-AA", 1, true},
		"a newcomer's sore knees": {session.NoKnee, false, "Q-AA", 1, false},
	} {
		in := runner(training.Run10K, 88)
		in.Events, in.Goal = nil, Goal{Kind: training.GoalStrength, Sports: []training.Sport{training.Strength}}
		in.Athlete.Priority, in.Athlete.Age, in.Athlete.SessionsPerWeek = training.PriorityStrength, 58, 6
		for i := range in.History.Blocks {
			in.History.Blocks[i].Strengths = 0
			if c.lifted {
				in.History.Blocks[i].Strengths = 4
			}
		}
		in.Athlete.Lifted = c.lifted
		sound := planned(t, in).Weeks[0]
		in.Athlete.Hurt, in.Athlete.No, in.Athlete.NoHI = true, []session.Contraindication{c.no}, true
		w := planned(t, in).Weeks[0]
		at := slices.IndexFunc(w.Slots, func(s Slot) bool { return s.lift() })
		if at < 0 || w.Slots[at].Family() != c.want || w.lifts() < c.least {
			t.Errorf("%s: %d lifts, %+v", name, w.lifts(), w.Slots)
		}
		if c.no == session.NoShoulder && slices.ContainsFunc(w.Slots, func(s Slot) bool { return s.Family() == "Q-UPPER" }) {
			t.Errorf("%s: the upper body is loaded", name)
		}
		if (w.Long >= sound.Long) != c.long && sound.Long > 0 {
			t.Errorf("%s: the long session has %d min, without pain %d", name, w.Long, sound.Long)
		}
	}
}
