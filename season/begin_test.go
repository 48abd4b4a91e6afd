package season

import (
	"slices"
	"testing"

	"fortnight/session"
	"fortnight/training"
)

// Who has not lifted for weeks does not begin right before a race or in the days after it, nor where what is there is to be kept; who lifts goes on, and
// in a build everybody may begin.
func TestNobodyBeginsToLiftAroundARace(t *testing.T) {
	race := func(days int, priority training.EventPriority) func(*Input) {
		return func(in *Input) { in.Events = []Event{event(training.Run5K, days)}; in.Events[0].Priority = priority }
	}
	for name, c := range map[string]struct {
		change func(*Input)
		begins bool // who never lifted
		lifts  bool // who does
	}{
		"a B race on the seventh day":  {race(7, training.EventB), false, true},
		"an A race on the seventh day": {race(7, training.EventA), false, false},
		"the week after a marathon":    {func(in *Input) { in.Events = []Event{event(training.RunMarathon, -2)} }, false, false},
		"a build":                      {race(50, training.EventA), true, true},
		"keeping what is there": {func(in *Input) {
			in.Events, in.Goal = nil, Goal{Kind: training.GoalMaintain, Sports: []training.Sport{training.Run}}
		}, false, true},
	} {
		for _, lifted := range []bool{false, true} {
			in := runner(training.Run5K, 50)
			in.Athlete.Lifted = lifted
			for i := range in.History.Blocks {
				if in.History.Blocks[i].Strengths = 0; lifted {
					in.History.Blocks[i].Strengths = 1
				}
			}
			c.change(&in)
			w := planned(t, in).Weeks[0]
			want := c.begins
			if lifted {
				want = c.lifts
			}
			if got := slices.ContainsFunc(w.Slots, func(s Slot) bool { return s.lift() }); got != want {
				t.Errorf("%s, lifted %t: a lift %t, want %t: %+v", name, lifted, got, want, w.Slots)
			}
		}
	}
}

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

// The days before the last week to a meet lift on as the weeks before them, once heavily; six days before it all lifts of the meet are lifted a last time,
// half as often.
func TestTheLastLiftsBeforeAMeet(t *testing.T) {
	for _, format := range []training.EventFormat{training.LiftMeet, training.Lift1RM} {
		in := runner(format, 11)
		in.Athlete.Level, in.Athlete.Priority, in.Athlete.StrengthKnown, in.Athlete.StrengthMonths, in.Athlete.SessionsPerWeek = training.Advanced, training.PriorityStrength, true, 60, 4
		for i := range in.History.Blocks {
			in.History.Blocks[i].Strengths = 4
		}
		in.History.Counts, in.History.Shares = nil, nil
		early, last := 0, 0
		for _, s := range planned(t, in).Weeks[0].Slots {
			switch {
			case s.Family() == "Q-PEAK" && s.Last <= 3:
				early++
			case s.Family() == "Q-PEAK" && s.First == 5 && s.Last == 5 && s.Share == .5:
				last++
			case s.lift() && s.Family() != "Q-PREV":
				t.Errorf("%s: %v on the days %d to %d", format, s.Families, s.First, s.Last)
			}
		}
		if early != 1 || last != 1 {
			t.Errorf("%s: %d peaking sessions before the last week and %d in it", format, early, last)
		}
	}
}

// What hurts takes its part of what was done, once: the second week has as much as the first.
func TestWhatHurtsTakesItsPartOnce(t *testing.T) {
	in := runner(training.RunHalf, 80)
	in.Athlete.Hurt, in.Athlete.NoHI, in.Athlete.NoSports, in.Athlete.No, in.Athlete.Volume = true, true, []training.Sport{training.Run}, []session.Contraindication{session.NoImpact}, .7
	weeks := planned(t, in).Weeks
	if weeks[0].Long == 0 || weeks[1].Long != weeks[0].Long || weeks[1].Planned() < weeks[0].Planned() {
		t.Errorf("the long sessions have %d and %d min, the weeks %d and %d", weeks[0].Long, weeks[1].Long, weeks[0].Planned(), weeks[1].Planned())
	}
}
