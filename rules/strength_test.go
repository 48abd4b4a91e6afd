package rules

import (
	"testing"

	"fortnight/training"
)

// trains gives a lift its patterns, with so many repetitions in reserve in the hardest leg set.
func trains(reserve int, patterns ...training.MovementPattern) option {
	return func(s *training.Session) { s.Load.Demand.Patterns, s.Load.Demand.MinRepsInReserve = patterns, reserve }
}

func TestBuildingAndKeepingStrength(t *testing.T) {
	whole := trains(5, training.PatternLunge, training.PatternHinge, training.PatternPush, training.PatternPull)
	half := trains(5, training.PatternSquat, training.PatternHinge, training.PatternPush)
	twice := input(session(3, "07:00", gym, whole), session(6, "07:00", gym, whole), session(10, "07:00", gym, whole), session(13, "07:00", gym, whole))
	season := event(25, training.EventA)
	lifted := done(-10, training.Activity{Sport: gym, DurationSeconds: 3600, TSS: 40})
	endurance := priority(training.PriorityEndurance)
	lifting := func(times int) func(in *Input) {
		return func(in *Input) {
			for n := range 6 * times {
				done(-1-n%times-7*(n/times), training.Activity{Sport: gym, DurationSeconds: 3600, TSS: 40})(in)
			}
		}
	}
	weekly := lifting(2)
	try(t, []ruleCase{
		{"twice a week", "STR-1", Soft, "limit", twice, weekly},
		{"once is the first step of who never lifted", "STR-1", Soft, "limit", input(session(7, "07:00", gym, whole), session(14, "07:00", gym, whole)), nil},
		{"once where once is usual", "STR-1", Soft, "limit", input(session(7, "07:00", gym, whole), session(14, "07:00", gym, whole)), lifting(1)},
		{
			"a pattern less", "STR-1", Soft, "broken",
			input(session(3, "07:00", gym, whole), session(6, "07:00", gym, half), session(10, "07:00", gym, whole), session(13, "07:00", gym, whole)), weekly,
		},
		{"an own number", "STR-1", Soft, "broken", twice, own("STR-1", 3)},
		{"endurance is the goal", "STR-1", Soft, "none", input(), endurance},
		{"in season", "STR-1", Soft, "none", input(), season},

		{"once a week in season", "STR-2", Soft, "limit", input(session(7, "07:00", gym), session(14, "07:00", gym)), season},
		{"not at all", "STR-2", Soft, "broken", input(session(7, "07:00", gym)), season},
		{"out of season", "STR-2", Soft, "none", input(), event(70, training.EventA)},
		{"who never lifts for endurance", "STR-2", Soft, "none", input(), all(season, endurance)},
		{"who lifts for endurance", "STR-2", Soft, "broken", input(), all(season, endurance, lifted)},
		{"an own number", "STR-2", Soft, "broken", input(session(7, "07:00", gym), session(14, "07:00", gym)), all(season, own("STR-2", 2))},
	})
}

func TestLegSets(t *testing.T) {
	logged := func(sets ...int) func(*Input) {
		return func(in *Input) {
			for n := range sets {
				done(-2-7*n, training.Activity{Sport: gym, DurationSeconds: 3600, TSS: 40, HardLegSets: &sets[n]})(in)
			}
		}
	}
	try(t, []ruleCase{
		{"twelve in a session", "STR-4", Soft, "limit", input(session(9, "07:00", gym, sets(12))), nil},
		{"thirteen", "STR-4", Soft, "broken", input(session(9, "07:00", gym, sets(13))), nil},
		{"twenty in a week", "STR-4", Soft, "limit", input(session(9, "07:00", gym, sets(10)), session(12, "07:00", gym, sets(10))), nil},
		{"twenty-one", "STR-4", Soft, "broken", input(session(9, "07:00", gym, sets(10)), session(12, "07:00", gym, sets(11))), nil},
		{
			"twelve where endurance is the goal", "STR-4", Soft, "broken", input(session(9, "07:00", gym, sets(6)), session(12, "07:00", gym, sets(7))),
			priority(training.PriorityEndurance),
		},
		{"history counts", "STR-4", Soft, "broken", input(session(1, "07:00", gym, sets(9))), logged(12)},
		{"history alone", "STR-4", Soft, "limit", input(), logged(30)},
		{"an own number", "STR-4", Soft, "broken", input(session(9, "07:00", gym, sets(9))), own("STR-4", 8)},
		{"too little history", "STR-4", Soft, "unknown", input(), thin(27)},

		{"a fifth more", "STR-5", Soft, "limit", input(session(9, "07:00", gym, sets(12)), session(12, "07:00", gym, sets(18))), logged(25, 25, 25, 25)},
		{"more than that", "STR-5", Soft, "broken", input(session(9, "07:00", gym, sets(12)), session(12, "07:00", gym, sets(19))), logged(25, 25, 25, 25)},
		{"four more than few", "STR-5", Soft, "limit", input(session(9, "07:00", gym, sets(8))), logged(4, 4, 4, 4)},
		{"five more", "STR-5", Soft, "broken", input(session(9, "07:00", gym, sets(9))), logged(4, 4, 4, 4)},
		{"what a first lift may have", "STR-5", Soft, "limit", input(session(9, "07:00", gym, sets(6))), logged(0, 0, 0, 0)},
		{"more than that at first", "STR-5", Soft, "broken", input(session(9, "07:00", gym, sets(7))), logged(0, 0, 0, 0)},
		{"an own rise", "STR-5", Soft, "limit", input(session(9, "07:00", gym, sets(15))), all(logged(10, 10, 10, 10), own("STR-5", 1.5))},
		{"too little history", "STR-5", Soft, "unknown", input(), thin(27)},
	})
}

func TestSomethingInReserve(t *testing.T) {
	legs := func(reserve int) option { return trains(reserve, training.PatternSquat) }
	taper := event(8, training.EventA)
	try(t, []ruleCase{
		{"two before a key session", "STR-6", Soft, "limit", input(session(2, "07:00", gym, legs(2)), session(3, "18:00", swim, key)), nil},
		{"one", "STR-6", Soft, "broken", input(session(2, "07:00", gym, legs(1)), session(3, "18:00", swim, key)), nil},
		{"three", "STR-6", Soft, "holds", input(session(2, "07:00", gym, legs(3)), session(3, "18:00", swim, key)), nil},
		{"two days before", "STR-6", Soft, "none", input(session(2, "07:00", gym, legs(1)), session(4, "05:00", swim, key)), nil},
		{"a novice keeps three", "STR-6", Soft, "broken", input(session(2, "07:00", gym, legs(2)), session(3, "18:00", swim, key)), level(training.Novice)},
		{
			"arms are not asked", "STR-6", Soft, "none", input(session(2, "07:00", gym, trains(0, training.PatternPush)), session(3, "18:00", swim, key)), nil,
		},
		{"an own reserve", "STR-6", Soft, "limit", input(session(2, "07:00", gym, legs(1)), session(3, "18:00", swim, key)), own("STR-6", 1)},
		{"to failure in a taper", "STR-6", Soft, "broken", input(session(2, "07:00", gym, heavy, legs(0))), taper},
		{"nearly to failure", "STR-6", Soft, "limit", input(session(2, "07:00", gym, heavy, legs(1))), taper},
		{"to failure without a taper", "STR-6", Soft, "none", input(session(2, "07:00", gym, heavy, legs(0))), nil},
	})
}

// A lift with an eccentric exercise for the legs is heavy leg work for whom it is new.
func TestUnaccustomedEccentricWork(t *testing.T) {
	nordic := func(s *training.Session) {
		s.Load.Demand.EccentricLegs, s.Load.Demand.Patterns = []training.ExerciseID{"nordic-curl"}, []training.MovementPattern{training.PatternHinge}
	}
	lifted := func(day int, options ...option) func(*Input) {
		return func(in *Input) {
			s := session(day, "07:00", gym, options...)
			s.Status = training.Completed
			in.Sessions = append(in.Sessions, s)
		}
	}
	plan := func() Input { return input(session(2, "18:00", gym, nordic), session(3, "07:00", run, racePace)) }
	try(t, []ruleCase{
		{"new", "CON-2", Hard, "broken", plan(), nil},
		{"done four weeks ago", "CON-2", Hard, "none", plan(), lifted(-27, nordic)},
		{"done a day before that", "CON-2", Hard, "broken", plan(), lifted(-28, nordic)},
		{"another lift does not accustom", "CON-2", Hard, "broken", plan(), lifted(-5, trains(5, training.PatternHinge))},
		{
			"a lift of which nobody knows", "CON-2", Hard, "none", plan(),
			done(-5, training.Activity{Sport: gym, DurationSeconds: 3600, TSS: 40}),
		},
		{"too little history", "CON-2", Hard, "none", plan(), thin(27)},
	})
}
