package rules

import (
	"strings"
	"testing"

	"fortnight/training"
)

// jogs are a day's run each, in kilometres, from a day on; 0 is a day without.
func jogs(from int, kilometers ...float64) []training.Session {
	var list []training.Session
	for i, km := range kilometers {
		if km > 0 {
			list = append(list, session(from+i, "07:00", run, meters(1000*km)))
		}
	}
	return list
}

func TestVolumeRules(t *testing.T) {
	untold := jogs(12, 5, 5, 10) // by time all are alike
	untold[0].Load.Demand.RunMeters = 0
	try(t, []ruleCase{
		{"two equal runs", "VOL-1", Soft, "limit", input(jogs(13, 5, 5)...), nil},
		{"half of three", "VOL-1", Soft, "limit", input(jogs(12, 5, 5, 10)...), nil},
		{"more than half", "VOL-1", Soft, "broken", input(jogs(12, 5, 5, 10.1)...), nil},
		{"by time where a distance is missing", "VOL-1", Soft, "limit", input(untold...), nil},
		{"0.35 of four", "VOL-1", Soft, "limit", input(jogs(11, 6.5, 6.5, 6.5, 10.5)...), nil},
		{"more than that of four", "VOL-1", Soft, "broken", input(jogs(11, 6.5, 6.5, 6.5, 10.6)...), nil},
		{"0.30 of five", "VOL-1", Soft, "limit", input(jogs(10, 7, 7, 7, 7, 12)...), nil},
		{"more than that of five", "VOL-1", Soft, "broken", input(jogs(10, 7, 7, 7, 7, 12.1)...), nil},
		{"one run alone", "VOL-1", Soft, "none", input(jogs(12, 10)...), nil},
		{"an own share", "VOL-1", Soft, "limit", input(jogs(12, 5, 5, 15)...), own("VOL-1", 0.6)},
		{"a longest run that is done", "VOL-1", Soft, "none", input(jogs(1, 9)...), nil},
		{"too little history", "VOL-1", Soft, "unknown", input(jogs(1, 10)...), thin(3)},

		{"1.15 times", "VOL-3", Soft, "limit", input(jogs(1, 11.5, 0, 11.5, 0, 11.5, 11.5)...), nil},
		{"more", "VOL-3", Soft, "broken", input(jogs(1, 11.5, 0, 11.5, 0, 11.5, 11.6)...), nil},
		{"as always", "VOL-3", Soft, "holds", input(jogs(1, 10, 0, 10, 0, 10, 10)...), nil},
		{"1.3 times", "VOL-3", Hard, "limit", input(jogs(1, 13, 0, 13, 0, 13, 13)...), nil},
		{"more than that", "VOL-3", Hard, "broken", input(jogs(1, 13, 0, 13, 0, 13, 13.1)...), nil},
		{"an own limit", "VOL-3", Soft, "limit", input(jogs(1, 11, 0, 11, 0, 11, 11)...), own("VOL-3", 1.1)},
		{"an own limit loosens no HARD one", "VOL-3", Hard, "broken", input(jogs(1, 13, 0, 13, 0, 13, 13.1)...), own("VOL-3", 1.3)},
		{"too little history", "VOL-3", Soft, "unknown", input(jogs(1, 5)...), thin(20)},
		{"nothing to compare with", "VOL-3", Soft, "none", input(jogs(1, 5)...), func(in *Input) {
			for i := range in.Activities {
				in.Activities[i].Sport = ride
			}
		}},

		{"four days", "VOL-4", Soft, "limit", input(jogs(3, 5, 5, 5, 5)...), nil},
		{"five days", "VOL-4", Soft, "broken", input(jogs(3, 5, 5, 5, 5, 5)...), nil},
		{"three days of a novice", "VOL-4", Soft, "broken", input(jogs(3, 5, 5, 5)...), level(training.Novice)},
		{"four days from 50 years on", "VOL-4", Soft, "broken", input(jogs(3, 5, 5, 5, 5)...), func(in *Input) {
			birth := monday.AddDays(-55 * 366)
			in.Profile.BirthDate = &birth
		}},
		{
			"days of history count", "VOL-4", Soft, "broken", input(jogs(1, 5, 5, 5, 5)...),
			done(0, training.Activity{Sport: run, DurationSeconds: 1800, TSS: 30}),
		},
		{"an own limit", "VOL-4", Soft, "limit", input(jogs(3, 5, 5, 5, 5, 5)...), own("VOL-4", 5)},
		{"too little history", "VOL-4", Soft, "unknown", input(jogs(1, 5)...), thin(5)},
	})
}

// Little running may grow by a fifth in a novice, and is under no HARD limit.
func TestLittleRunning(t *testing.T) {
	few := func(in *Input) {
		for i := range in.Activities {
			short := 2000.0 // 8 km a week
			in.Activities[i].DistanceMeters = &short
		}
		in.Profile.Level = training.Novice
	}
	plan := jogs(1, 2.4, 0, 2.4, 0, 2.4, 2.4)
	try(t, []ruleCase{
		{"1.2 times 8 km", "VOL-3", Soft, "limit", input(plan...), few},
		{"no HARD limit below 10 km", "VOL-3", Hard, "none", input(plan...), few},
		{"1.15 for others", "VOL-3", Soft, "broken", input(plan...), all(few, level(training.Intermediate))},
	})
}

// Runs that are locked for the second week clash with nothing as long as the first may still fill; in a complete plan they come too soon
// after a week without any.
func TestRunningMayStillCome(t *testing.T) {
	plan := jogs(8, 10, 0, 10, 0, 10, 10)
	try(t, []ruleCase{
		{"a week that may fill", "VOL-3", Hard, "holds", input(plan...), nil},
		{"a week that stays empty", "VOL-3", Hard, "broken", input(plan...), func(in *Input) { in.Complete = true }},
		{"it counts for SOFT at once", "VOL-3", Soft, "broken", input(plan...), nil},
		{"too much in any case", "VOL-3", Hard, "broken", input(jogs(8, 13, 0, 13, 0, 13, 13.1)...), nil},
	})
}

// A lock that is far beyond the longest run says so.
func TestStrongSpike(t *testing.T) {
	for _, c := range []struct {
		meters float64
		lock   option
		want   bool
	}{{13_100, locked, true}, {12_900, locked, false}, {13_100, meters(13_100), false}} {
		said := false
		for _, check := range Check(input(session(2, "07:00", run, meters(c.meters), c.lock))).Violations() {
			said = said || check.RuleID == "VOL-2" && strings.Contains(check.Message, "strong")
		}
		if said != c.want {
			t.Errorf("%.0f m: strong %v", c.meters, said)
		}
	}
}
