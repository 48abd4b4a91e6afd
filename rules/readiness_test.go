package rules

import (
	"testing"

	"fortnight/training"
)

func checkIns(list ...training.CheckIn) func(*Input) {
	return func(in *Input) { in.CheckIns = append(in.CheckIns, list...) }
}

// sore is a check-in of a day of the plan with soreness of the legs.
func sore(day, level int, groups ...training.MuscleGroup) training.CheckIn {
	c := training.CheckIn{Date: monday.AddDays(day - 1)}
	for _, g := range groups {
		c.Soreness = append(c.Soreness, training.Soreness{MuscleGroup: g, Level: level})
	}
	return c
}

// mornings are check-ins of so many days up to a day, each with the same fatigue, sleep and heart-rate variability (which swings by a
// tenth), and then some that differ.
func mornings(days, until int, last ...training.CheckIn) func(*Input) {
	return func(in *Input) {
		for d := until - days + 1; d <= until; d++ {
			fatigue, sleep, hrv := 3+d&1, 7*3600+600*(d&3), 60.0+6*float64(d&1)
			in.CheckIns = append(in.CheckIns, training.CheckIn{Date: monday.AddDays(d - 1), Fatigue: &fatigue, SleepSeconds: &sleep, HRVRMSSD: &hrv})
		}
		in.CheckIns = append(in.CheckIns, last...)
	}
}

func morning(day, fatigue int, hours, hrv float64) training.CheckIn {
	sleep := int(hours * 3600)
	return training.CheckIn{Date: monday.AddDays(day - 1), Fatigue: &fatigue, SleepSeconds: &sleep, HRVRMSSD: &hrv}
}

func TestSoreAndSpent(t *testing.T) {
	press := session(2, "18:00", gym)
	press.Load.Demand.Patterns, press.Load.Demand.SessionRPE = []training.MovementPattern{training.PatternPush}, 8
	withoutHRV := morning(1, 9, 5.5, 0)
	withoutHRV.HRVRMSSD = nil
	try(t, []ruleCase{
		{"legs at six", "RED-3", Hard, "none", input(session(1, "07:00", run, hi)), checkIns(sore(1, 6, training.Legs))},
		{"legs at seven", "RED-3", Hard, "broken", input(session(1, "07:00", run, hi)), checkIns(sore(1, 7, training.Legs))},
		{"easy on sore legs", "RED-3", Hard, "limit", input(session(1, "07:00", run)), checkIns(sore(1, 7, training.Legs))},
		{"a hard swim on sore legs", "RED-3", Hard, "limit", input(session(1, "07:00", swim, hi)), checkIns(sore(1, 7, training.Legs))},
		{"a hard swim on a sore back", "RED-3", Hard, "broken", input(session(1, "07:00", swim, hi)), checkIns(sore(1, 7, training.Pull))},
		{"hard the day after", "RED-3", Hard, "limit", input(session(2, "07:00", run, hi)), checkIns(sore(1, 7, training.Legs))},
		{"heavy the day after", "RED-3", Hard, "broken", input(session(2, "18:00", gym, heavy)), checkIns(sore(1, 7, training.Legs))},
		{"heavy two days after", "RED-3", Hard, "none", input(session(3, "18:00", gym, heavy)), checkIns(sore(1, 7, training.Legs))},
		{"heavy on yesterday's soreness", "RED-3", Hard, "broken", input(session(1, "18:00", gym, heavy)), checkIns(sore(0, 7, training.Legs))},
		{"pressing on a sore chest", "RED-3", Hard, "broken", input(press), checkIns(sore(1, 7, training.Push))},
		{"pressing on sore legs", "RED-3", Hard, "limit", input(press), checkIns(sore(1, 7, training.Legs))},

		{"fatigue and variability at their worst", "RED-3", Hard, "broken", input(session(1, "07:00", swim, hi)), mornings(27, 0, morning(1, 8, 8, 40))},
		{"fatigue alone", "RED-3", Hard, "none", input(session(1, "07:00", swim, hi)), mornings(27, 0, morning(1, 8, 8, 66))},
		{"variability alone", "RED-3", Hard, "none", input(session(1, "07:00", swim, hi)), mornings(27, 0, morning(1, 3, 8, 40))},
		{"fatigue and sleep where there is no variability", "RED-3", Hard, "broken", input(session(1, "07:00", swim, hi)), mornings(27, 0, withoutHRV)},
		{"too few mornings", "RED-3", Hard, "unknown", input(session(1, "07:00", swim, hi)), mornings(10, 0, morning(1, 8, 8, 40))},
	})
}

func TestHeartRateVariability(t *testing.T) {
	low := func(days int) []training.CheckIn {
		var list []training.CheckIn
		for d := 1 - days; d <= 0; d++ {
			list = append(list, morning(d, 3, 8, 45))
		}
		return list
	}
	try(t, []ruleCase{
		{"as usual", "RED-4", Soft, "limit", input(session(2, "07:00", run, hi)), mornings(35, 0)},
		{"low and a hard session next", "RED-4", Soft, "broken", input(session(2, "07:00", run, hi)), mornings(35, -5, low(5)...)},
		{"low and an easy session next", "RED-4", Soft, "broken", input(session(1, "07:00", run)), mornings(35, -5, low(5)...)}, // two days: rest
		{"low and rest", "RED-4", Soft, "limit", input(), mornings(35, -5, low(5)...)},
		{"low and a hard session later", "RED-4", Soft, "limit", input(session(8, "07:00", run, hi)), mornings(35, -5, low(5)...)},
		{"27 days of readings", "RED-4", Soft, "unknown", input(session(2, "07:00", run, hi)), mornings(22, -5, low(5)...)},
		{"two readings in the week", "RED-4", Soft, "unknown", input(session(2, "07:00", run, hi)), mornings(35, -7, low(2)...)},
		{"no readings", "RED-4", Soft, "unknown", input(session(2, "07:00", run, hi)), nil},
		{"old readings", "RED-4", Soft, "unknown", input(session(2, "07:00", run, hi)), mornings(35, -7)},
	})
	in := input(session(1, "07:00", run, hi), session(3, "07:00", run, hi))
	mornings(35, -5, low(5)...)(&in)
	var next, rest int
	for _, c := range Check(in).Checks {
		if c.RuleID == "RED-4" && !c.Passed && len(c.Sessions) == 1 && c.Sessions[0].Date == monday {
			if next++; *c.Measured == 1 && c.Message[len(c.Message)-5:] == "rest." {
				rest++
			}
		}
	}
	if next != 2 || rest != 1 {
		t.Errorf("the next session and the day itself are named: %d, %d", next, rest)
	}
}

func TestShortNights(t *testing.T) {
	try(t, []ruleCase{
		{"five hours", "RED-5", Soft, "limit", input(session(1, "07:00", run, hi)), checkIns(morning(1, 3, 5, 60))},
		{"less", "RED-5", Soft, "broken", input(session(1, "07:00", run, hi)), checkIns(morning(1, 3, 4.9, 60))},
		{"an easy session", "RED-5", Soft, "none", input(session(1, "07:00", run)), checkIns(morning(1, 3, 4.9, 60))},
		{"two nights of six", "RED-5", Soft, "limit", input(session(1, "07:00", run, hi)), checkIns(morning(0, 3, 6, 60), morning(1, 3, 6, 60))},
		{"two of less", "RED-5", Soft, "broken", input(session(1, "07:00", run, hi)), checkIns(morning(0, 3, 5.9, 60), morning(1, 3, 5.9, 60))},
		{
			"two of less with one between", "RED-5", Soft, "limit", input(session(1, "07:00", run, hi)),
			checkIns(morning(-1, 3, 5.9, 60), morning(1, 3, 5.9, 60)),
		},
		{"sleep unknown", "RED-5", Soft, "unknown", input(session(1, "07:00", run, hi)), nil},
	})
}

// What is stated rules out a session by its sport, by how hard and how long it is, whoever put it there; of a plan what is locked is told alone.
func TestWhatIsStated(t *testing.T) {
	restricted := func(c training.Condition, more ...func(*Input)) func(*Input) {
		return func(in *Input) {
			in.Restrictions = []training.Restriction{{ID: "r", Condition: c, SaidOn: monday - 1}}
			for _, change := range more {
				change(in)
			}
		}
	}
	proposal := func(in *Input) { in.Proposal = true }
	cleared := func(in *Input) {
		at := monday.Midnight()
		in.Restrictions[0].ClearedAt = &at
	}
	try(t, []ruleCase{
		{"nothing is stated", "RED-6", Hard, "none", input(session(1, "07:00", run)), nil},
		{"a run on a sore calf", "RED-6", Hard, "broken", input(session(1, "07:00", run)), restricted(training.HurtCalf)},
		{"a swim on a sore calf", "RED-6", Hard, "limit", input(session(1, "07:00", swim)), restricted(training.HurtCalf)},
		{"anything with pain in the chest", "RED-6", Hard, "broken", input(session(1, "07:00", stick)), restricted(training.ChestPain)},
		{"a cold and half an hour", "RED-6", Hard, "limit", input(session(1, "07:00", run, minutes(30))), restricted(training.Cold)},
		{"a cold and more than that", "RED-6", Hard, "broken", input(session(1, "07:00", run, minutes(31))), restricted(training.Cold)},
		{"a lock on a calendar", "RED-6", Hard, "broken", input(session(1, "07:00", run, locked)), restricted(training.HurtCalf)},
		{"a lock that a plan keeps", "RED-6", Soft, "broken", input(session(1, "07:00", run, locked)), restricted(training.HurtCalf, proposal)},
		{"what a plan proposes", "RED-6", Hard, "broken", input(session(1, "07:00", run)), restricted(training.HurtCalf, proposal)},
		{"what was cleared", "RED-6", Hard, "none", input(session(1, "07:00", run)), restricted(training.HurtCalf, cleared)},
	})
}
