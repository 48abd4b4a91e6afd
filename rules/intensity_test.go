package rules

import (
	"strings"
	"testing"

	"fortnight/training"
)

// high makes so many minutes of a session hard, and the session HI.
func high(n int) option {
	return func(s *training.Session) {
		hi(s)
		s.Load.Demand.HighSeconds, s.Load.Demand.LowSeconds = n*60, s.Load.DurationSeconds-n*60
	}
}

func TestHighIntensityOfTwoDays(t *testing.T) {
	start := training.LocalTime(18 * 60)
	hard := 40 * 60
	yesterday := training.Activity{Start: &start, Sport: ride, DurationSeconds: 3600, TSS: 70, HighIntensitySeconds: &hard}
	try(t, []ruleCase{
		{"within it", "INT-5", Soft, "holds", input(session(2, "07:00", run, high(25)), session(3, "07:00", ride, high(14))), nil},
		{"at its limit", "INT-5", Soft, "limit", input(session(2, "07:00", run, high(25)), session(3, "07:00", ride, high(15))), nil},
		{"a minute more", "INT-5", Soft, "broken", input(session(2, "07:00", run, high(25)), session(3, "07:00", ride, high(16))), nil},
		{"two days apart", "INT-5", Soft, "holds", input(session(2, "09:00", run, high(20)), session(4, "07:00", ride, high(20))), nil},
		{"a minute less than that", "INT-5", Soft, "broken", input(session(2, "09:00", run, high(25)), session(4, "06:59", ride, high(20))), nil},
		{"a novice has less", "INT-5", Soft, "broken", input(session(2, "07:00", run, high(26))), level(training.Novice)},
		{"the advanced have more", "INT-5", Soft, "limit", input(session(2, "07:00", run, high(55))), level(training.Advanced)},
		{"an own limit", "INT-5", Soft, "limit", input(session(2, "07:00", run, high(30))), own("INT-5", 30)},
		{"a race is left out", "INT-5", Soft, "none", input(session(2, "07:00", ride, high(60))), event(2, training.EventC)},
		{"what history has done", "INT-5", Soft, "none", input(session(1, "07:00", run)), done(0, yesterday)},
		{"on top of what history has done", "INT-5", Soft, "broken", input(session(1, "07:00", run, high(10))), done(0, yesterday)},
		{"too little history", "INT-5", Soft, "unknown", input(session(1, "07:00", run, high(20))), thin(2)},
	})
}

func TestEasyAroundLongRunsAndEvents(t *testing.T) {
	long := session(5, "07:00", run, minutes(90))
	marathon := session(5, "07:00", run, minutes(90), meters(42_195))
	hours := 0.0
	race := func(in *Input) {
		event(5, training.EventB)(in)
		in.Profile.Events[0].ExpectedTSS = &hours
	}
	try(t, []ruleCase{
		{"nothing hard before", "INT-6", Soft, "limit", input(long), nil},
		{"hard on the day before", "INT-6", Soft, "broken", input(session(4, "07:00", ride, hi), long), nil},
		{"two days before", "INT-6", Soft, "limit", input(session(3, "07:00", ride, hi), long), nil},
		{"24 hours after", "INT-6", Soft, "limit", input(long, session(6, "08:30", ride, hi)), nil},
		{"a minute less", "INT-6", Soft, "broken", input(long, session(6, "08:29", ride, hi)), nil},
		{"an own limit", "INT-6", Soft, "broken", input(long, session(6, "20:00", ride, hi)), own("INT-6", 48)},
		{"an hour is no long run", "INT-6", Soft, "none", input(session(5, "07:00", run), session(6, "06:00", ride, hi)), nil},
		{"80 minutes want no easy day", "INT-6", Soft, "none", input(session(5, "07:00", run, minutes(80)), session(6, "06:00", ride, hi)), nil},
		{"72 hours after a marathon", "INT-6", Soft, "limit", input(marathon, session(8, "08:30", ride, hi)), nil},
		{"a minute less than 72", "INT-6", Soft, "broken", input(marathon, session(8, "08:29", ride, hi)), nil},
		{"nobody knows what is long", "INT-6", Soft, "unknown", input(session(4, "07:00", ride, hi), long), thin(27)},

		{"an event after an easy day", "INT-6", Hard, "limit", input(session(4, "07:00", ride)), event(5, training.EventA)},
		{"an event after a hard one", "INT-6", Hard, "broken", input(session(4, "07:00", ride, hi)), event(5, training.EventA)},
		{"an opener before an event", "INT-6", Hard, "limit", input(session(4, "07:00", ride, high(10))), event(5, training.EventA)},
		{"more than an opener", "INT-6", Hard, "broken", input(session(4, "07:00", ride, high(11))), event(5, training.EventA)},
		{"a C event bends nothing", "INT-6", Hard, "none", input(session(4, "07:00", ride, hi)), event(5, training.EventC)},
		{"the day after an event", "INT-6", Soft, "broken", input(session(6, "18:00", swim, hi)), race},
		{"two days after it", "INT-6", Soft, "holds", input(session(7, "07:00", swim, hi)), race},
		{
			"24 hours after the session that stands for it", "INT-6", Soft, "limit", input(session(5, "07:00", ride, hi), session(6, "08:00", swim, hi)), race,
		},
	})
}

// An event's name is the athlete's: nothing in it is a form to fill.
func TestEventNamesAreTakenAsTheyAre(t *testing.T) {
	in := input(session(4, "07:00", ride, hi))
	event(5, training.EventA)(&in)
	for _, c := range Check(in).Checks {
		said := strings.Contains(c.Message, "the day before Race 100 % {fun}, 1 high-intensity session is planned")
		if c.RuleID == "INT-6" && c.Severity == Hard && !said {
			t.Error(c.Message)
		}
	}
}

// Of days that nobody knows the rules on spacing say nothing.
func TestSpacingNeedsThreeDays(t *testing.T) {
	plan := []training.Session{session(1, "07:00", run, hi), session(1, "18:00", gym, heavy)}
	fitness := 40.0
	for _, rule := range []ID{"INT-1", "INT-2", "CON-2", "CON-5", "STR-3", "RST-3"} {
		severity := Hard
		if rule == "CON-5" || rule == "RST-3" {
			severity = Soft
		}
		unknown := false
		in := input(plan...)
		in.Activities, in.Profile.StartingFitness = nil, &fitness
		for _, c := range Check(in).Checks {
			unknown = unknown || c.RuleID == rule && c.InsufficientData && !c.Passed && c.Severity == severity
		}
		if !unknown {
			t.Errorf("%s is measured without history", rule)
		}
	}
}

// 12 §2: INT-1 and the shares look at what was done the day before, not at what was planned for it.
func TestHardSessionsAreThoseThatWereHard(t *testing.T) {
	factor, seconds, rpe := 1.05, 2400, 10
	race := training.Activity{
		Date: monday - 1, Sport: ride, DurationSeconds: 2400, TSS: 73.5, IntensityFactor: &factor, HighIntensitySeconds: &seconds, RPE: &rpe,
	}
	short := training.Activity{Date: monday - 1, Sport: ride, DurationSeconds: 300, TSS: 4}
	for _, c := range []struct {
		name     string
		done     training.Activity
		planned  []option // of the session that it fulfilled
		want     bool
		byResult bool
	}{
		{"a race", race, nil, true, false},
		{"a race in place of an easy ride", race, []option{}, true, false},
		{"a race in place of an easy ride, by hand", race, []option{}, true, true},
		{"intervals broken off", short, []option{hi}, false, false},
		{"intervals broken off, by hand", short, []option{hi}, false, true},
	} {
		in := input(session(1, "09:00", ride, hi))
		if c.planned != nil {
			planned := session(0, "09:00", ride, c.planned...)
			planned.Status = training.Completed
			if c.byResult {
				planned.Result = &training.SessionResult{DurationSeconds: c.done.DurationSeconds, TSS: c.done.TSS, RPE: c.done.RPE}
			}
			in.Sessions = append(in.Sessions, planned)
			c.done.SessionID = planned.ID
		}
		if !c.byResult {
			in.Activities = append(in.Activities, c.done)
		}
		if got := strings.Contains(broken(in, Hard), "INT-1"); got != c.want {
			t.Errorf("%s: INT-1 broken %v, want %v", c.name, got, c.want)
		}
	}
}

// Coaching §8 INT-4, 2.4: by phase, with room, and more of it where sessions are few.
func TestMostlyEasy(t *testing.T) {
	// A fortnight of so many rides of an hour each, of which so many minutes in all are moderate and hard.
	rides := func(count, moderate, hard int) Input {
		var list []training.Session
		for n := range count {
			s := session(1+n*14/count, "07:00", ride)
			mod, high := min(60, moderate), min(60, hard)
			moderate, hard = moderate-mod, hard-high
			s.Load.Demand.ModerateSeconds, s.Load.Demand.HighSeconds, s.Load.Demand.LowSeconds = mod*60, high*60, 3600-60*(mod+high)
			list = append(list, s)
		}
		return input(list...)
	}
	half := raceOf(15+14, run, training.EventA, 21_100)
	marathon := raceOf(15+21, run, training.EventA, 42_195)
	try(t, []ruleCase{
		{"base: 83 % easy", "INT-4", Soft, "limit", rides(10, 60, 42), nil},
		{"less", "INT-4", Soft, "broken", rides(10, 60, 43), nil},
		{"7 % hard", "INT-4", Soft, "limit", rides(10, 0, 42), nil},
		{"more", "INT-4", Soft, "broken", rides(10, 0, 43), nil},
		{"eight in a fortnight: 14 % hard", "INT-4", Soft, "holds", rides(8, 0, 67), nil},
		{"more", "INT-4", Soft, "broken", rides(8, 0, 68), nil},
		{"six: half easy", "INT-4", Soft, "limit", rides(6, 180, 0), nil},
		{"six: less", "INT-4", Soft, "broken", rides(6, 181, 0), nil},
		{"before a half marathon: 74 % easy", "INT-4", Soft, "limit", rides(10, 156, 0), half},
		{"before a marathon: 9 % hard", "INT-4", Soft, "limit", rides(10, 0, 54), marathon},
		{"a beginner: 85 %", "INT-4", Soft, "limit", rides(10, 90, 0), all(level(training.Novice), thin(30))},
		{"in the first eight weeks, the plan's among them", "INT-4", Soft, "limit", rides(10, 90, 0), level(training.Novice)},
		{"a novice of ten weeks", "INT-4", Soft, "limit", rides(10, 102, 0), all(level(training.Novice), done(-70, training.Activity{Sport: ride, DurationSeconds: 3600, TSS: 40}))},
		{"an own share", "INT-4", Soft, "limit", rides(10, 120, 0), own("INT-4", 0.8)},
	})
}

// Coaching §8 INT-1: from 50 years on 72 hours are for what has impact.
func TestMastersSpaceImpact(t *testing.T) {
	try(t, []ruleCase{
		{"runs 72 hours apart", "INT-1", Soft, "limit", input(session(2, "09:00", run, hi), session(5, "07:00", run, hi)), born(55)},
		{"less", "INT-1", Soft, "broken", input(session(2, "09:00", run, hi), session(5, "06:59", run, hi)), born(55)},
		{"rides", "INT-1", Soft, "none", input(session(2, "09:00", ride, hi), session(4, "09:00", ride, hi)), born(55)},
	})
}
