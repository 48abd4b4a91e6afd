package rules

import (
	"testing"

	"fortnight/rules/catalogue"
	"fortnight/training"
)

func born(years int) func(*Input) {
	return func(in *Input) {
		date := monday.AddDays(-int(float64(years)*catalogue.YearDays) - 30)
		in.Profile.BirthDate = &date
	}
}

func reserve(n int) option {
	return func(s *training.Session) { s.Load.Demand.MinRepsInReserve, s.Load.Demand.LeastReserve = n, n }
}

func TestWhoItAppliesTo(t *testing.T) {
	novice := level(training.Novice)
	hours := func(n int) []training.Session {
		var list []training.Session
		for d := 1; n > 0; d++ {
			list = append(list, session(d, "07:00", swim, minutes(min(n, 180))))
			n -= 180
		}
		return list
	}
	maximal := session(2, "18:00", gym)
	maximal.Focus = training.FocusTest
	try(t, []ruleCase{
		{"a run every other day", "WHO-2", Soft, "limit", input(jogs(2, 3, 0, 3)...), novice},
		{"two days in a row", "WHO-2", Soft, "broken", input(jogs(2, 3, 3)...), novice},
		{"two days in a row", "WHO-2", Hard, "limit", input(jogs(2, 3, 3)...), novice},
		{"three", "WHO-2", Hard, "broken", input(jogs(2, 3, 3, 3)...), novice},
		{
			"two after a run that is done", "WHO-2", Hard, "broken", input(jogs(1, 3, 3)...),
			all(novice, done(0, training.Activity{Sport: run, DurationSeconds: 1800, TSS: 25})),
		},
		{"three reps in reserve", "WHO-2", Hard, "limit", input(session(2, "18:00", gym, sets(3), reserve(3))), novice},
		{"two", "WHO-2", Hard, "broken", input(session(2, "18:00", gym, sets(3), reserve(2))), novice},
		{"two in a press, 12 §7", "WHO-2", Hard, "broken", input(session(2, "18:00", gym, reserve(2))), novice},
		{"a ride has no sets", "WHO-2", Hard, "none", input(session(2, "18:00", ride, reserve(2))), novice},
		{"not for others", "WHO-2", Hard, "none", input(jogs(2, 3, 3, 3)...), nil},

		{"fifteen hours at fifteen", "WHO-3", Hard, "limit", input(hours(15 * 60)...), all(born(15), func(in *Input) { in.Activities = nil })},
		{"a minute more", "WHO-3", Hard, "broken", input(hours(15*60 + 1)...), all(born(15), func(in *Input) { in.Activities = nil })},
		{"two hard sessions", "WHO-3", Hard, "limit", input(session(1, "07:00", run, hi), session(4, "07:00", swim, hi)), born(15)},
		{"three", "WHO-3", Hard, "broken", input(session(1, "07:00", run, hi), session(4, "07:00", swim, hi), session(7, "07:00", swim, hi)), born(15)},
		{"a test of maximal strength", "WHO-3", Hard, "broken", input(maximal), born(15)},
		{"at eighteen", "WHO-3", Hard, "none", input(maximal), born(18)},

		{"hard, and not cleared", "WHO-4", Hard, "broken", input(session(2, "07:00", run, hi)), func(in *Input) { in.Profile.AwaitsClearance = true }},
		{"easy, and not cleared", "WHO-4", Hard, "none", input(session(2, "07:00", run)), func(in *Input) { in.Profile.AwaitsClearance = true }},
		{"hard, and nothing to clear", "WHO-4", Hard, "none", input(session(2, "07:00", run, hi)), nil},
	})
}

func TestThresholdAge(t *testing.T) {
	measured := func(days int) func(*Input) {
		return func(in *Input) {
			date := monday.AddDays(-days)
			in.Profile.MeasuredOn = &date
		}
	}
	test := session(3, "07:00", ride, hi)
	test.Focus = training.FocusTest
	try(t, []ruleCase{
		{"fresh", "DAT-2", Soft, "holds", input(), measured(10)},
		{"56 days", "DAT-2", Soft, "limit", input(), measured(56)},
		{"57", "DAT-2", Soft, "broken", input(), measured(57)},
		{"57 with a test planned", "DAT-2", Soft, "holds", input(test), measured(57)},
		{"never measured: a test is due, 12 §7", "DAT-2", Soft, "broken", input(), nil},
		{"never measured, with a test planned", "DAT-2", Soft, "holds", input(test), nil},
	})
}

// What DAT-2 says of thresholds that are fresh is how old they are, and of old ones what to do as well.
func TestThresholdAgeInWords(t *testing.T) {
	for days, want := range map[int]string{
		0:  "Thresholds were measured 0 days ago; 56 is the most.",
		1:  "Thresholds were measured 1 day ago; 56 is the most.",
		56: "Thresholds were measured 56 days ago; 56 is the most.",
		57: "Thresholds were measured 57 days ago; 56 is the most: plan a test, and take hard targets by feel until then.",
	} {
		in, date := input(), monday.AddDays(-days)
		in.Profile.MeasuredOn = &date
		for _, c := range Check(in).Checks {
			if c.RuleID == "DAT-2" && c.Message != want {
				t.Errorf("%d days: %s", days, c.Message)
			}
		}
	}
}
