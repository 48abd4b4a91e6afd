package rules

import (
	"math"
	"strings"
	"testing"

	"fortnight/season"
	"fortnight/training"
)

// Coaching §8, LD-3: the best three of the five weeks before the plan that were not eased.
func TestLoadOfTheBestWeeks(t *testing.T) {
	plan := func(total float64) Input { return input(swims(8, total/2, 0, 0, total/2)...) }
	weeks := loads7(400, 500, 300, 480, 200, 460) // the first is too long ago
	sick := func(in *Input) {
		for d := -13; d <= -9; d += 2 { // the fifth, with the day after each
			in.CheckIns = append(in.CheckIns, training.CheckIn{Date: monday.AddDays(d), Sick: true})
		}
	}
	high := loads7(400, 300, 300, 300, 480, 300)
	try(t, []ruleCase{
		{"1.5 times 480", "LD-3", Hard, "limit", plan(720), weeks},
		{"more", "LD-3", Hard, "broken", plan(721), weeks},
		{"1.2 times 480", "LD-3", Soft, "limit", plan(576), weeks},
		{"1.5 times 360", "LD-3", Hard, "limit", plan(540), high},
		{"a week of illness is left out", "LD-3", Hard, "limit", plan(450), all(high, sick)},
	})
}

func TestLoadRules(t *testing.T) {
	// Five days of x and two of y have a monotony of exactly 2 where y is this.
	k := 2 * math.Sqrt(10.0/42)
	even := 60 * (7*k - 5) / (2 + 7*k)
	try(t, []ruleCase{
		{"a steady week", "LD-4", Advisory, "holds", input(swims(1, 0, 60, 60, 0, 60, 0, 60)...), nil},
		{"a very hard week", "LD-4", Advisory, "broken", input(swims(1, 100, 100, 100, 100)...), nil},
		{"too little history", "LD-4", Advisory, "unknown", input(), thin(27)},

		{"the week of science", "LD-5", Soft, "holds", input(swims(8, 0, 60, 40, 80, 0, 120, 50)...), nil},
		{"at its limit", "LD-5", Soft, "limit", input(swims(8, 60, even, 60, even, 60, 60, 60)...), nil},
		{"beyond it", "LD-5", Soft, "broken", input(swims(8, 60, even+1, 60, even, 60, 60, 60)...), nil},
		{"a light week may be even", "LD-5", Soft, "none", input(swims(8, 33, 33, 33, 33, 33, 33, 33)...), nil},
		{"an own limit", "LD-5", Soft, "holds", input(swims(8, 60, even+1, 60, even, 60, 60, 60)...), own("LD-5", 2.5)},
		{"too little history", "LD-5", Soft, "unknown", input(), thin(27)},

		{"a week as always", "LD-6", Advisory, "holds", input(swims(8, 60, 0, 60, 0, 60, 60, 0)...), nil},
		{"a tenth more", "LD-6", Advisory, "limit", input(swims(8, 66, 0, 66, 0, 66, 66, 0)...), nil},
		{"more than that", "LD-6", Advisory, "broken", input(swims(8, 67, 0, 67, 0, 67, 67, 0)...), nil},
		{"too little history", "LD-6", Advisory, "unknown", input(), thin(41)},
	})
}

// Strain and the ratio of loads inform: they make no plan worse.
func TestAdvisoryRulesDoNotJudge(t *testing.T) {
	in := input(swims(8, 60, 0, 60, 0, 60, 60, 0)...)
	calm := Check(in)
	in.Activities = append(in.Activities, training.Activity{Date: monday - 36, Sport: ride, DurationSeconds: 3600, TSS: 0})
	in.Sessions = swims(8, 67, 0, 67, 0, 67, 67, 0)
	if got := outcome(in, "LD-6", Advisory); got != "broken" {
		t.Fatalf("LD-6 %s", got)
	}
	if flagged := Check(in); flagged.Verdict != calm.Verdict {
		t.Errorf("%s, without the flag %s", flagged.Verdict, calm.Verdict)
	}
}

// The ratio is that of two averages that forget at 2/(N+1) a day.
func TestAcuteChronicRatio(t *testing.T) {
	in := input(swims(1, 100, 0, 80)...)
	daily := make([]float64, 0, 45)
	for back := 42; back >= 1; back-- {
		load := 60.0
		if back%7 == 1 || back%7 == 4 || back%7 == 6 {
			load = 0
		}
		daily = append(daily, load)
	}
	daily = append(daily, 100, 0, 80)
	acute, chronic := 0.0, 0.0
	for _, load := range daily[:28] {
		chronic += load / 28
	}
	for _, load := range daily[:7] {
		acute += load / 7
	}
	for _, load := range daily {
		acute = 0.25*load + 0.75*acute
		chronic = 2.0/29*load + 27.0/29*chronic
	}
	for _, c := range Check(in).Checks {
		if c.RuleID == "LD-4" && c.To == monday+2 && math.Abs(*c.Measured-acute/chronic) > 1e-9 {
			t.Errorf("%v, want %v", *c.Measured, acute/chronic)
		}
	}
}

// Where something else makes a week light, LD-8 asks for nothing and names it.
func TestLightWeeksNameTheirReason(t *testing.T) {
	for _, c := range []struct {
		change func(*Input)
		want   string
	}{
		{func(in *Input) {
			in.Profile.Availability = []training.AvailabilityWindow{{Weekday: training.Monday, From: 420, To: 480}}
		}, "AVL-1"},
		{func(in *Input) { in.CheckIns = []training.CheckIn{{Date: monday + 9, Sick: true}} }, "RED-1"},
		{func(in *Input) { in.CheckIns = []training.CheckIn{{Date: monday - 2, Sick: true}} }, "RET-3"},
		{event(14, training.EventA), "TAP-1"},
		{raceOf(-2, run, training.EventA, 42_195), "TAP-7"},
		{func(in *Input) { in.Goal = &season.Goal{Kind: training.GoalMaintain} }, "nothing is built"},
		{func(in *Input) { in.Weeks = []WeekTarget{{First: monday + 7, Minutes: 200, StepBack: true}} }, "planned (RST-2)"},
		{func(in *Input) { in.Profile.Conditions = []training.Condition{training.HurtKnee} }, "stated condition"},
		{func(in *Input) {
			in.Restrictions = []training.Restriction{{Condition: training.Burnout, SaidOn: monday - 1}}
		}, "stated condition"},
		{nil, "RST-2"},
	} {
		in := input()
		if c.change != nil {
			c.change(&in)
		}
		named := false
		for _, check := range Check(in).Checks {
			named = named || check.RuleID == "LD-8" && check.Passed && strings.Contains(check.Message, c.want)
		}
		if !named {
			t.Errorf("no week is light because of %s", c.want)
		}
	}
}

// The hardest of the 42 days before the plan counts, not the one before those.
func TestHardestDayOfSixWeeks(t *testing.T) {
	ride200 := training.Activity{Sport: ride, DurationSeconds: 3 * 3600, TSS: 200}
	plan := func() Input { return input(session(3, "07:00", ride, tss(250))) }
	try(t, []ruleCase{
		{"42 days ago", "LD-7", Soft, "holds", plan(), done(1-HistoryDays, ride200)},
		{"43 days ago", "LD-7", Soft, "broken", plan(), done(-HistoryDays, ride200)},
	})
}

// An athlete who keeps strength apart has none of it in the rules on load, and all of it in the others.
func TestStrengthKeptApart(t *testing.T) {
	in := input(session(1, "07:00", gym, tss(80)), session(3, "07:00", run, tss(50)))
	week := func() (load, rest float64) {
		for _, c := range Check(in).Checks {
			if c.To != monday+6 || c.Measured == nil {
				continue
			}
			switch c.RuleID {
			case "LD-3":
				load = *c.Measured
			case "RST-1":
				rest = *c.Measured
			}
		}
		return load, rest
	}
	all, restBefore := week()
	in.Profile.StrengthApart = true
	apart, restAfter := week()
	if all-apart != 80 || restBefore != restAfter {
		t.Errorf("the week's load is %.0f, apart %.0f; days of rest %.0f and %.0f", all, apart, restBefore, restAfter)
	}
}
