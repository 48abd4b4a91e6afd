package rules

import (
	"strings"
	"testing"

	"fortnight/training"
)

func racePace(s *training.Session) { s.Focus = training.FocusRacePace }

// sets gives a session hard leg sets that do not make it heavy.
func sets(n int) option { return func(s *training.Session) { s.Load.HardLegSets = n } }

func TestOrderOfADay(t *testing.T) {
	strength := priority(training.PriorityStrength)
	try(t, []ruleCase{
		{"six hours after the key run", "CON-3", Soft, "limit", input(session(2, "07:00", run, key), session(2, "14:00", gym)), nil},
		{"a minute less", "CON-3", Soft, "broken", input(session(2, "07:00", run, key), session(2, "13:59", gym)), nil},
		{"more", "CON-3", Soft, "holds", input(session(2, "07:00", run, key), session(2, "18:00", gym)), nil},
		{"a lift before the key run", "CON-3", Hard, "broken", input(session(2, "07:00", gym), session(2, "18:00", run, key)), nil},
		{
			"any order about an easy run", "CON-3", Hard, "none", input(session(2, "07:00", gym), session(2, "18:00", run), session(3, "18:00", run, key)),
			nil,
		},
		{"an own distance", "CON-3", Soft, "limit", input(session(2, "07:00", run, key), session(2, "12:00", gym)), own("CON-3", 4)},
		{"an own distance loosens no HARD one", "CON-3", Hard, "broken", input(session(2, "07:00", gym), session(2, "18:00", run, key)), own("CON-3", 0)},
		{
			"strength first where it is the goal", "CON-3", Soft, "holds",
			input(session(2, "07:00", gym), session(2, "18:00", run), session(3, "18:00", swim, key)), strength,
		},
		{"to the minute", "CON-3", Soft, "limit", input(session(2, "07:00", gym), session(2, "08:00", run), session(3, "18:00", swim, key)), strength},
		{
			"an easy run before it", "CON-3", Soft, "broken", input(session(2, "07:00", run), session(2, "18:00", gym), session(3, "18:00", swim, key)),
			strength,
		},
		{"a key lift that comes second", "CON-3", Hard, "broken", input(session(2, "07:00", run), session(2, "18:00", gym, key)), strength},
		{"a key run six hours after the lift", "CON-3", Hard, "limit", input(session(2, "07:00", gym), session(2, "14:00", run, key)), strength},
	})
}

// Coaching §8, KEY and CON-2: what needs fresh legs, and what only would like them.
func TestFreshLegs(t *testing.T) {
	lift := session(3, "18:00", gym, heavy)
	sim := func(s *training.Session) {
		heavy(s)
		s.Load.Demand.HighIntensity, s.Load.Demand.LowerBodySeconds = true, 3600
	}
	stations := session(6, "09:00", training.MultiSport, sim)
	next := func(options ...option) training.Session { return session(4, "07:00", run, options...) }
	try(t, []ruleCase{
		{"before intervals", "CON-2", Hard, "broken", input(lift, next(hi)), nil},
		{"before race pace", "CON-2", Hard, "broken", input(lift, next(racePace)), nil},
		{"before 90 minutes", "CON-2", Hard, "broken", input(lift, next(minutes(90))), nil},
		{"before 80 long ones", "CON-2", Hard, "none", input(lift, next(minutes(80))), nil},
		{"which SOFT minds", "CON-2", Soft, "broken", input(lift, next(minutes(80))), nil},
		{"24 hours before them", "CON-2", Soft, "limit", input(session(3, "06:00", gym, heavy), session(4, "07:00", run, minutes(80))), nil},
		{"before an easy hour", "CON-2", Soft, "none", input(lift, next()), nil},
		{"before an easy hour that is flagged", "CON-2", Hard, "none", input(lift, next(key)), nil},
		{"which SOFT minds", "CON-2", Soft, "broken", input(lift, next(key)), nil},
		{"a long ride", "CON-2", Hard, "none", input(lift, session(4, "07:00", ride, minutes(180))), nil},
		{"stations and 45 easy minutes, coaching 11", "CON-2", Soft, "none", input(stations, session(7, "09:00", run, minutes(45))), nil},
		{"stations and intervals, coaching 11", "CON-2", Hard, "broken", input(stations, session(7, "09:00", run, hi)), nil},
		{"a flag removes nothing", "INT-7", Hard, "broken", input(session(2, "05:00", run, hi), session(2, "19:00", ride, key), session(9, "07:00", swim, key)), nil},
		{"nothing else is key", "INT-7", Hard, "limit", input(session(2, "05:00", run), session(2, "19:00", ride, key)), nil},
		{"two long ones", "INT-7", Hard, "broken", input(session(2, "05:00", run, minutes(80)), session(2, "19:00", ride, minutes(120))), nil},
	})
}

func TestCombinedSessions(t *testing.T) {
	both := session(2, "07:00", gym, sets(3))
	both.Load.Demand.LowerBodySeconds = 20 * 60
	warm := session(2, "07:00", gym, sets(3))
	warm.Load.Demand.LowerBodySeconds = 10 * 60
	try(t, []ruleCase{
		{"both in one", "CON-4", Soft, "broken", input(both), nil},
		{
			"stations", "CON-4", Soft, "none", input(both),
			func(in *Input) { in.Workouts = map[training.WorkoutID]*Identity{"": {Family: "H-STN", Level: 3}} },
		},
		{"a warm-up", "CON-4", Soft, "none", input(warm), nil},
		{"both in one where strength is the goal", "CON-4", Hard, "broken", input(both), priority(training.PriorityStrength)},
		{"a novice", "CON-4", Soft, "none", input(both), level(training.Novice)},
		{"a novice whose goal is strength", "CON-4", Soft, "broken", input(both), all(level(training.Novice), priority(training.PriorityStrength))},
		{"half an hour apart", "CON-4", Soft, "limit", input(session(2, "07:00", gym, sets(3)), session(2, "08:30", run)), nil},
		{"a minute less", "CON-4", Soft, "broken", input(session(2, "07:00", gym, sets(3)), session(2, "08:29", run)), nil},
		{"no leg sets", "CON-4", Soft, "none", input(session(2, "07:00", gym), session(2, "08:00", run)), nil},
	})
}

func TestLegsAfterLongRuns(t *testing.T) {
	long := session(3, "07:00", run, minutes(90))
	ride3h := session(3, "07:00", ride, minutes(180))
	try(t, []ruleCase{
		{"24 hours after a long run", "CON-5", Soft, "limit", input(long, session(4, "08:30", gym, heavy)), nil},
		{"a minute less", "CON-5", Soft, "broken", input(long, session(4, "08:29", gym, heavy)), nil},
		{"later", "CON-5", Soft, "holds", input(long, session(4, "18:00", gym, heavy)), nil},
		{"12 hours after a long ride", "CON-5", Soft, "limit", input(ride3h, session(3, "22:00", gym, heavy)), nil},
		{"a minute less than 12", "CON-5", Soft, "broken", input(ride3h, session(3, "21:59", gym, heavy)), nil},
		{"after race pace", "CON-5", Soft, "broken", input(session(3, "07:00", run, racePace), session(3, "18:00", gym, heavy)), nil},
		{"after an easy run", "CON-5", Soft, "none", input(session(3, "07:00", run), session(3, "18:00", gym, heavy)), nil},
		{"light leg work", "CON-5", Soft, "none", input(long, session(3, "18:00", gym, sets(3))), nil},
		{"an own distance", "CON-5", Soft, "broken", input(long, session(4, "18:00", gym, heavy)), own("CON-5", 48)},
		{"nobody knows what is long", "CON-5", Soft, "unknown", input(long, session(4, "08:30", gym, heavy)), thin(27)},
	})
}

func TestEnduranceBesideStrength(t *testing.T) {
	strength := priority(training.PriorityStrength)
	try(t, []ruleCase{
		{
			"three hours in three sessions", "CON-6", Soft, "limit", input(session(8, "07:00", run), session(10, "07:00", ride), session(12, "07:00", run)),
			strength,
		},
		{
			"a fourth", "CON-6", Soft, "broken",
			input(session(8, "07:00", run, minutes(30)), session(10, "07:00", ride), session(12, "07:00", run), session(13, "07:00", run)), strength,
		},
		{"two long ones", "CON-6", Soft, "broken", input(session(9, "07:00", ride, legMinutes(120)), session(12, "07:00", ride, legMinutes(61))), strength},
		{
			"swimming is free", "CON-6", Soft, "holds",
			input(session(8, "07:00", run), session(10, "07:00", swim), session(12, "07:00", swim), session(13, "07:00", swim), session(14, "07:00", swim)),
			all(strength, loads7(200, 200, 200, 200, 200, 200)),
		},
		{
			"other goals", "CON-6", Soft, "none",
			input(session(8, "07:00", run), session(10, "07:00", ride), session(12, "07:00", run), session(13, "07:00", run)), nil,
		},
		{"an own number", "CON-6", Soft, "broken", input(session(8, "07:00", run), session(10, "07:00", ride)), all(strength, own("CON-6", 1))},
		{"too little history", "CON-6", Soft, "unknown", input(), all(strength, thin(3))},
	})
}

func legMinutes(n int) option {
	return func(s *training.Session) { minutes(n)(s); s.Load.Demand.LowerBodySeconds = n * 60 }
}

func TestSparedLegs(t *testing.T) {
	rides := done(-10, training.Activity{Sport: ride, DurationSeconds: 3600, TSS: 50})
	lift := session(2, "12:00", gym, heavy)
	keys := session(13, "07:00", swim, key)
	try(t, []ruleCase{
		{"an easy run after it", "CON-7", Soft, "broken", input(lift, session(3, "07:00", run), keys), rides},
		{"an easy run before it that day", "CON-7", Soft, "broken", input(session(2, "06:00", run), lift, keys), rides},
		{"a day later", "CON-7", Soft, "none", input(lift, session(3, "13:00", run), keys), rides},
		{"an easy ride after it", "CON-7", Soft, "limit", input(lift, session(3, "07:00", ride), keys), rides},
		{"who only runs has no choice", "CON-7", Soft, "none", input(lift, session(3, "07:00", run), keys), nil},
		{"a hard run is no easy volume", "CON-7", Soft, "none", input(lift, session(3, "07:00", run, hi), keys), rides},
	})
}

func TestHardDaysHard(t *testing.T) {
	try(t, []ruleCase{
		{"on the evening of a hard day", "CON-8", Soft, "limit", input(session(2, "06:00", run, hi), session(2, "18:00", gym, heavy)), nil},
		{"on an easy day before a key session", "CON-8", Soft, "broken", input(session(2, "06:00", gym, heavy), session(3, "18:00", run, racePace)), nil},
		{
			"on an easy day before an easy one", "CON-8", Soft, "none",
			input(session(2, "06:00", gym, heavy), session(3, "18:00", run), session(4, "18:00", run, racePace)), nil,
		},
		{"a lift that is done", "CON-8", Soft, "none", input(session(1, "18:00", run, racePace)), func(in *Input) {
			twelve := 12
			done(0, training.Activity{Sport: gym, DurationSeconds: 3600, TSS: 50, HardLegSets: &twelve})(in)
		}},
	})
}

// What is known of men and women is told and changes nothing.
func TestSexChangesNoLimit(t *testing.T) {
	in := input(session(2, "06:00", run, hi), session(2, "18:00", gym, heavy))
	without := Check(in)
	told := 0
	for _, sex := range []training.Sex{training.Female, training.Male} {
		in.Profile.Sex = &sex
		c := Check(in)
		if c.Verdict != without.Verdict {
			t.Errorf("%s: %s", sex, c.Verdict)
		}
		for _, check := range c.Checks {
			if check.RuleID == "CON-9" && check.Severity == Advisory && check.Passed && strings.Contains(check.Message, "−0.43") {
				told++
			}
		}
	}
	if told != 2 {
		t.Errorf("told %d times", told)
	}
}
