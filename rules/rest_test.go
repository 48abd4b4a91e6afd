package rules

import (
	"testing"

	"fortnight/rules/catalogue"
	"fortnight/rules/family"
	"fortnight/rules/frame"
	"fortnight/training"
)

// loads7 is a history of weeks of these totals, the last one ending the day before the plan, each in four equal swims.
func loads7(totals ...float64) func(*Input) {
	return func(in *Input) {
		in.Activities = nil
		for n, total := range totals {
			first := -7 * (len(totals) - n)
			for _, d := range []int{0, 2, 3, 5} {
				in.Activities = append(in.Activities, training.Activity{Date: monday.AddDays(first + d), Sport: swim, DurationSeconds: 3600, TSS: total / 4})
			}
		}
	}
}

func TestLighterWeeks(t *testing.T) {
	week := func(total float64, more ...training.Session) Input {
		return input(append(swims(1, total/2, 0, 0, total/2), more...)...)
	}
	sets := 10
	lifted := all(
		done(-3, training.Activity{Sport: gym, DurationSeconds: 3600, HardLegSets: &sets}), done(
			-10, training.Activity{Sport: gym, DurationSeconds: 3600, HardLegSets: &sets},
		),
		done(-17, training.Activity{Sport: gym, DurationSeconds: 3600, HardLegSets: &sets}),
	)
	legs := func(n int) option {
		return func(s *training.Session) { s.Load.HardLegSets, s.Load.TSS = n, 0 }
	}
	three := loads7(200, 200, 100, 200, 220, 210) // the third is light: the last three load
	two := loads7(200, 200, 200, 100, 220, 210)
	mean := 0.7 * 210
	birth := monday.AddDays(-55 * 366)
	try(t, []ruleCase{
		{"0.7 times three weeks", "RST-2", Soft, "limit", week(mean), three},
		{"more", "RST-2", Soft, "broken", week(mean + 1), three},
		{"less", "RST-2", Soft, "holds", week(mean - 1), three},
		{"after two weeks it is not due, after a third it is", "RST-2", Soft, "holds", week(210), two},
		{"from 50 years on it is", "RST-2", Soft, "broken", week(210), all(two, func(in *Input) { in.Profile.BirthDate = &birth })},
		{"for a novice too", "RST-2", Soft, "broken", week(210), all(two, level(training.Novice))},
		{"after nine tenths of the hardest", "RST-2", Soft, "limit", week(0.7 * 193), all(loads7(100, 100, 100, 180, 200, 199), func(*Input) {})},
		{"one hard session", "RST-2", Soft, "limit", week(100, session(2, "07:00", run, hi, tss(0))), three},
		{"two hard sessions", "RST-2", Soft, "broken", week(100, session(2, "07:00", run, hi, tss(0)), session(5, "07:00", run, hi, tss(0))), three},
		{"half the leg sets", "RST-2", Soft, "limit", week(100, session(2, "07:00", gym, legs(5))), all(three, lifted)},
		{"more leg sets", "RST-2", Soft, "broken", week(100, session(2, "07:00", gym, legs(6))), all(three, lifted)},
		{"an own share", "RST-2", Soft, "limit", week(210), all(three, own("RST-2", 1))},
		{"too little history", "RST-2", Soft, "unknown", week(mean), loads7(200, 200, 220, 210)},
	})
}

// The second week is asked for what the first was not; history and plan count alike.
func TestLighterWeekWithinThePlan(t *testing.T) {
	plan := append(swims(1, 105, 0, 0, 105), swims(8, 105, 0, 0, 105)...)
	in := input(plan...)
	loads7(200, 200, 200, 100, 220, 210)(&in)
	for _, c := range Check(in).Checks {
		if c.RuleID == "RST-2" && (c.Passed || c.From != monday+7) && c.Measured != nil && *c.Measured > 2 {
			t.Errorf("%+v", c)
		}
	}
	if got := outcome(in, "RST-2", Soft); got != "broken" {
		t.Error(got)
	}
}

// After five loading weeks no lighter one costs three times as much.
func TestLongLoadingWeighsMore(t *testing.T) {
	for _, c := range []struct {
		history []float64
		want    float64
	}{{[]float64{200, 100, 200, 200, 200, 200}, 0}, {[]float64{100, 200, 200, 200, 200, 200}, 3}} {
		in := input(swims(1, 100, 0, 0, 100)...)
		loads7(c.history...)(&in)
		all := rows{}
		family.Judge(frame.New(&in), &all)
		for _, r := range all {
			if r.Rule == catalogue.RST2 && r.To == 7 && r.Weight != c.want {
				t.Errorf("after %v it weighs %v, want %v", c.history, r.Weight, c.want)
			}
		}
	}
}

func TestNights(t *testing.T) {
	try(t, []ruleCase{
		{"ten hours", "RST-3", Soft, "limit", input(session(2, "19:30", run, hi), session(3, "06:30", swim)), nil},
		{"a minute less", "RST-3", Soft, "broken", input(session(2, "19:30", run, hi), session(3, "06:29", swim)), nil},
		{"more", "RST-3", Soft, "holds", input(session(2, "19:30", run, hi), session(3, "07:00", swim)), nil},
		{"before heavy leg work", "RST-3", Soft, "broken", input(session(2, "19:30", swim), session(3, "06:00", gym, heavy)), nil},
		{"both easy", "RST-3", Soft, "none", input(session(2, "19:30", swim), session(3, "06:00", run)), nil},
		{"no evening", "RST-3", Soft, "none", input(session(2, "18:00", run, hi), session(3, "04:59", swim)), nil},
		{"mobility wakes nobody", "RST-3", Soft, "holds", input(session(2, "19:30", run, hi), session(3, "06:00", stick), session(3, "07:00", swim)), nil},
		{"after an evening of history", "RST-3", Soft, "broken", input(session(1, "05:00", run, hi)), func(in *Input) {
			late := training.LocalTime(19*60 + 30)
			done(0, training.Activity{Start: &late, Sport: swim, DurationSeconds: 3600, TSS: 40})(in)
		}},
		{"an own night", "RST-3", Soft, "broken", input(session(2, "19:30", run, hi), session(3, "07:00", swim)), own("RST-3", 11)},
	})
}
