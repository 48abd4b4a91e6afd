package rules

import (
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// had is something that an athlete had for some days and stated to be over so many days before the plan.
func had(c training.Condition, held, ago int) func(*Input) {
	return func(in *Input) {
		over := in.From.AddDays(-ago)
		in.Cleared = append(in.Cleared, training.Restriction{Condition: c, SaidOn: over.AddDays(-held)}.Cleared(over, training.RestrictionOver))
	}
}

func runs(minutes int, walked int) option {
	return func(s *training.Session) {
		s.Load.DurationSeconds = 60 * (minutes + walked)
		s.Load.Demand.RunSeconds, s.Load.Demand.WalkSeconds = 60*minutes, 60*walked
		s.Load.Demand.EnduranceSeconds, s.Load.Demand.LowSeconds = s.Load.DurationSeconds, s.Load.DurationSeconds
		s.Load.TSS = 10
	}
}

// Each rung of each way back has what it allows, what is at its limit and what it does not (coaching 7.2, 7.3).
func TestTheWayBackIsKept(t *testing.T) {
	calf, bone, birth, covid := had(training.HurtCalf, 10, 0), had(training.StressFracture, 60, 0), had(training.Postpartum, 90, 0), had(training.Covid, 12, 0)
	blow, wrist := had(training.Concussion, 5, 0), had(training.HurtWrist, 8, 0)
	at := func(day int, sport training.Sport, options ...option) Input {
		return input(session(day, "07:00", sport, options...))
	}
	for _, c := range []struct {
		name   string
		in     Input
		change func(*Input)
		broken bool
	}{
		{"nothing was cleared", at(1, run, hi), nil, false},
		{"a calf: no run on day 3", at(3, run, runs(5, 20)), calf, true},
		{"a ride on day 1", at(1, ride), calf, false},
		{"a walk of 30 minutes", at(1, training.Walk, minutes(30)), calf, false},
		{"of 31", at(1, training.Walk, minutes(31)), calf, true},
		{"a hard ride on day 1", at(1, ride, hi), calf, true},
		{"heavy legs on day 2", at(2, gym, heavy), calf, true},
		{"run and walk on day 4, nine minutes of it", at(4, run, runs(9, 20)), calf, false},
		{"ten", at(4, run, runs(10, 20)), calf, true},
		{"nine without walking", at(4, run, runs(9, 0)), calf, true},
		{"two days in a row", input(session(4, "07:00", run, runs(9, 20)), session(5, "07:00", run, runs(9, 20))), calf, true},
		{"with a day between", input(session(4, "07:00", run, runs(9, 20)), session(6, "07:00", run, runs(9, 20))), calf, false},
		{"twenty minutes on day 10", at(10, run, runs(20, 10)), calf, false},
		{"on day 9", at(9, run, runs(20, 10)), calf, true},
		{"a niggle of two days: run and walk on day 2", at(2, run, runs(20, 10)), had(training.HurtCalf, 2, 0), false},
		{"easy on day 4", at(4, run, runs(40, 0)), had(training.HurtCalf, 2, 0), false},
		{"hard on day 7", at(7, run, hi), had(training.HurtCalf, 2, 0), true},
		{"hard on day 8", at(8, run, hi), had(training.HurtCalf, 2, 0), false},
		{"it was cleared four weeks ago: moderate", at(1, run, mod), had(training.HurtCalf, 10, 28), true},
		{"a month ago: hard", at(1, run, hi), had(training.HurtCalf, 10, 30), false},
		{"a bone: day 7", at(7, run, runs(5, 20)), bone, true},
		{"day 8", at(8, run, runs(9, 20)), bone, false},
		{"an operation", at(7, run, runs(5, 20)), had(training.Operation, 40, 0), true},
		{"a birth: the first rung", at(1, run, runs(8, 20)), birth, false},
		{"more of it", at(1, run, runs(9, 20)), birth, true},
		{"in the second week", at(8, run, runs(9, 20)), birth, false},
		{"sets near failure", at(1, gym, reserve(3)), birth, true},
		{"covid: 15 minutes", at(1, swim, minutes(15)), covid, false},
		{"16", at(1, swim, minutes(16)), covid, true},
		{"twice ten", input(session(1, "07:00", swim, minutes(10)), session(1, "18:00", training.Walk, minutes(10))), covid, true},
		{"moderate on day 5", at(5, swim, minutes(45), mod), covid, true},
		{"cleared on its fourth day: rest", at(1, swim, minutes(15)), had(training.Covid, 3, 0), true},
		{"a blow: a walk", at(1, training.Walk, minutes(30)), blow, false},
		{"a ride", at(1, ride, minutes(20)), blow, true},
		{"an easy run on day 2", at(2, run, runs(30, 0)), blow, false},
		{"a swim on day 3", at(3, swim, minutes(20)), blow, true},
		{"hard on day 4", at(4, run, hi), blow, false},
		{"cleared on the day of it: rest", at(1, training.Walk, minutes(10)), had(training.Concussion, 0, 0), true},
		{"a wrist: a hard run", at(1, run, hi), wrist, false},
		{"an easy swim", at(1, swim), wrist, false},
		{"a moderate one", at(1, swim, mod), wrist, true},
		{"sets with three in reserve", at(3, gym, reserve(3)), wrist, true},
		{"on day 4", at(4, gym, reserve(3)), wrist, false},
		{"a cold has none", at(1, run, hi), had(training.Cold, 5, 0), false},
		{"one hard session of the last week after a flu", at(13, swim, hi), had(training.Flu, 5, 0), false},
		{"two", input(session(12, "07:00", swim, hi), session(14, "07:00", swim, hi)), had(training.Flu, 5, 0), true},
	} {
		if c.change != nil {
			c.change(&c.in)
		}
		found := Check(c.in)
		broken := false
		for _, v := range found.Violations() {
			if v.RuleID == "RET-5" {
				broken = true
				if v.Message == "" || strings.Contains(v.Message, "%") {
					t.Errorf("%s: %q", c.name, v.Message)
				}
			}
		}
		if broken != c.broken {
			t.Errorf("%s: broken %t: %v", c.name, broken, found.Violations())
		}
	}
}

// Running comes back by a part of what was usual: of the mean of the best three weeks.
func TestTheWayBackIsAPartOfTheUsual(t *testing.T) {
	in := input() // four hours a week
	had(training.HurtCalf, 10, 17)(&in)
	for day := 1; day <= 7; day++ {
		in.Sessions = append(in.Sessions, session(day, "07:00", run, runs(25, 0)))
	}
	if list := broken(in, Hard); slices.Contains(strings.Fields(list), "RET-5") {
		t.Errorf("175 of 240 min are no three quarters: %s", list)
	}
	in.Sessions[6] = session(7, "07:00", run, runs(60, 0))
	if list := broken(in, Hard); !slices.Contains(strings.Fields(list), "RET-5") {
		t.Errorf("210 of 240 min are more than three quarters: %s", list)
	}
}

// An illness that was cleared has the ladder of RET-3 from the day on which that was said.
func TestAnIllnessThatWasClearedHasItsLadder(t *testing.T) {
	easy := func(day int, load float64) Input { return input(session(day, "07:00", swim, tss(load))) }
	for name, c := range map[string]struct {
		in     Input
		broken bool
	}{
		"a full day at once": {easy(1, 40), true}, "three tenths": {easy(1, 15), false}, "three quarters too soon": {easy(5, 37), true}, "in time": {easy(8, 37), false},
	} {
		had(training.Flu, 6, 0)(&c.in)
		if got := slices.Contains(strings.Fields(broken(c.in, Hard)), "RET-3"); got != c.broken {
			t.Errorf("%s: broken %t", name, got)
		}
	}
	was := easy(1, 40)
	was.Cleared = []training.Restriction{training.Restriction{Condition: training.Flu, SaidOn: monday - 6}.Cleared(monday, training.RestrictionNeverSo)}
	if list := broken(was, Hard); strings.Contains(list, "RET-3") {
		t.Error("what never was so has a ladder")
	}
}
