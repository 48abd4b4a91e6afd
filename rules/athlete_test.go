package rules

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"fortnight/rules/catalogue"
	sessions "fortnight/session"
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
		{"hard after four weeks and ten sessions", "WHO-2", Hard, "limit", input(session(1, "07:00", ride, hi)), all(novice, thin(28))},
		{"a day too early", "WHO-2", Hard, "broken", input(session(2, "07:00", ride, hi)), all(novice, thin(27))},
		{"two days later", "WHO-2", Hard, "limit", input(session(3, "07:00", ride, hi)), all(novice, thin(27))},
		{"after nine sessions", "WHO-2", Hard, "broken", input(session(1, "07:00", ride, hi)), all(novice, fewer(9))},
		{"after ten", "WHO-2", Hard, "limit", input(session(1, "07:00", ride, hi)), all(novice, fewer(10))},
		{"nothing done", "WHO-2", Hard, "broken", input(session(14, "07:00", ride, hi)), all(novice, fewer(0))},

		{"fifteen hours at fifteen", "WHO-3", Hard, "limit", input(hours(15 * 60)...), all(born(15), func(in *Input) { in.Activities = nil })},
		{"a minute more", "WHO-3", Hard, "broken", input(hours(15*60 + 1)...), all(born(15), func(in *Input) { in.Activities = nil })},
		{"two hard sessions", "WHO-3", Hard, "limit", input(session(1, "07:00", run, hi), session(4, "07:00", swim, hi)), born(15)},
		{"three", "WHO-3", Hard, "broken", input(session(1, "07:00", run, hi), session(4, "07:00", swim, hi), session(7, "07:00", swim, hi)), born(15)},
		{"a test of maximal strength", "WHO-3", Hard, "broken", input(maximal), born(15)},
		{"90 minutes of running at fifteen", "WHO-3", Hard, "limit", input(session(2, "07:00", run, minutes(90))), born(15)},
		{"more", "WHO-3", Hard, "broken", input(session(2, "07:00", run, minutes(91))), born(15)},
		{"more than an hour at fourteen", "WHO-3", Hard, "broken", input(session(2, "07:00", run, minutes(61))), born(14)},
		{"80 % of a maximum", "WHO-3", Hard, "limit", input(session(2, "18:00", gym, reserve(3), fraction(0.8))), born(15)},
		{"more", "WHO-3", Hard, "broken", input(session(2, "18:00", gym, reserve(3), fraction(0.81))), born(15)},
		{"two repetitions in reserve", "WHO-3", Hard, "broken", input(session(2, "18:00", gym, reserve(2))), born(15)},
		{"at eighteen", "WHO-3", Hard, "none", input(maximal), born(18)},

		{"hard, and not cleared", "WHO-4", Hard, "broken", input(session(2, "07:00", run, hi)), func(in *Input) { in.Profile.AwaitsClearance = true }},
		{"moderate, and not cleared", "WHO-4", Hard, "broken", input(session(2, "07:00", run, mod)), func(in *Input) { in.Profile.AwaitsClearance = true }},
		{"four in reserve, and not cleared", "WHO-4", Hard, "limit", input(session(2, "18:00", gym, reserve(4))), func(in *Input) { in.Profile.AwaitsClearance = true }},
		{"three, and not cleared", "WHO-4", Hard, "broken", input(session(2, "18:00", gym, reserve(3))), func(in *Input) { in.Profile.AwaitsClearance = true }},
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

// fewer leaves so many of six weeks' sessions, the first among them.
func fewer(count int) func(*Input) {
	return func(in *Input) { in.Activities = in.Activities[:count] }
}

func fraction(p float64) option { return func(s *training.Session) { s.Load.Demand.MostFraction = p } }

// Coaching §8 DAT-1, 2.6, 12: an athlete of whom fewer than fourteen days are known.
func TestLittleKnown(t *testing.T) {
	none := func(in *Input) { in.Activities = nil }
	says60 := func(in *Input) {
		fitness := 60.0
		in.Activities, in.Profile.StartingFitness = nil, &fitness
	}
	novice, advanced := level(training.Novice), level(training.Advanced)
	walked := func(from int, lengths ...int) []training.Session {
		var list []training.Session
		for n, length := range lengths {
			if length > 0 {
				list = append(list, session(from+n, "07:00", training.Walk, minutes(length), tss(10)))
			}
		}
		return list
	}
	locks := walked(1, 60, 60)
	for i := range locks {
		locked(&locks[i])
	}
	try(t, []ruleCase{
		{"novice, says CTL 60, nothing logged: 90 minutes", "DAT-1", Hard, "limit", input(walked(1, 30, 0, 30, 0, 30)...), all(says60, novice)},
		{"more", "DAT-1", Hard, "broken", input(walked(1, 30, 0, 30, 0, 30, 5)...), all(says60, novice)},
		{"then 15 more", "DAT-1", Hard, "limit", input(append(walked(1, 30, 0, 30, 0, 30), walked(8, 30, 15, 30, 0, 30)...)...), all(none, novice)},
		{"then 16 more", "DAT-1", Hard, "broken", input(append(walked(1, 30, 0, 30, 0, 30), walked(8, 30, 16, 30, 0, 30)...)...), all(none, novice)},
		{"121 minutes in a novice's third week", "DAT-1", Hard, "broken", input(append(append(walked(1, 30, 0, 30, 0, 30), walked(8, 30, 15, 30, 0, 30)...), walked(15, 30, 30, 30, 0, 30, 1)...)...), all(none, novice, days(21))},
		{"a novice's session of 31", "DAT-1", Hard, "broken", input(walked(1, 31)...), all(none, novice)},
		{"150 for intermediates", "DAT-1", Hard, "limit", input(walked(1, 45, 0, 45, 0, 45, 0, 15)...), none},
		{"more", "DAT-1", Hard, "broken", input(walked(1, 45, 0, 45, 0, 45, 0, 16)...), none},
		{"240 for advanced", "DAT-1", Hard, "limit", input(walked(1, 60, 0, 60, 0, 60, 0, 60)...), all(none, advanced)},
		{"a run of 31 minutes", "DAT-1", Hard, "broken", input(session(2, "07:00", run, minutes(31))), none},
		{"locks are not held against it", "DAT-1", Hard, "limit", input(locks...), all(none, novice)},
		{"but count", "DAT-1", Hard, "broken", input(append(locks[:2:2], walked(3, 10)...)...), all(none, novice)},
		{"thirteen days known", "DAT-1", Hard, "broken", input(session(2, "07:00", run, minutes(31))), thin(14)},
		{"fifteen", "DAT-1", Hard, "none", input(session(2, "07:00", run, minutes(31))), thin(16)},
	})
	in := input()
	says60(&in)
	in.Today = in.From
	if s, known := NewEvaluator(in).State(); !known || s.Fitness != 42 {
		t.Errorf("of a stated 60 %v is believed", s.Fitness)
	}
}

// dosed gives a session the identity of a workout of a family.
func dosed(family sessions.ID, level int) option {
	return func(s *training.Session) {
		s.WorkoutID = training.WorkoutID(fmt.Sprintf("%s/%d", family, level))
	}
}

// known are the identities of the workouts of all sessions that dosed was asked for.
func known(in *Input) {
	in.Workouts = map[training.WorkoutID]*Identity{"never": {Forbidden: "A snatch: an Olympic lift, which is not for newcomers"}}
	for _, s := range in.Sessions {
		family, number, _ := strings.Cut(string(s.WorkoutID), "/")
		level, err := strconv.Atoi(number)
		if _, found := sessions.Find(sessions.ID(family)); found && err == nil {
			in.Workouts[s.WorkoutID] = &Identity{Family: sessions.ID(family), Level: level}
		}
	}
}

func lifted(months int) func(*Input) {
	return func(in *Input) { in.Profile.StrengthExperienceMonths = &months }
}

func ran(months int) func(*Input) {
	return func(in *Input) {
		in.Profile.SportExperienceMonths = []training.SportExperience{{Sport: training.Run, Months: months}}
	}
}

// Coaching §8 WHO-5.
func TestNeverProposed(t *testing.T) {
	novice := level(training.Novice)
	of := func(family sessions.ID, level int, sport training.Sport, options ...option) Input {
		return input(session(3, "07:00", sport, append([]option{dosed(family, level), reserve(4)}, options...)...))
	}
	contacts := func(n int) option { return func(s *training.Session) { s.Load.Demand.PlyometricContact = n } }
	try(t, []ruleCase{
		{"a forbidden workout", "WHO-5", Hard, "broken", input(session(3, "07:00", gym, func(s *training.Session) { s.WorkoutID = "never" })), known},
		{"intervals for a novice", "WHO-5", Hard, "broken", of("R-VO2", 1, run), all(known, novice)},
		{"for others", "WHO-5", Hard, "limit", of("R-VO2", 1, run), known},
		{"hills for a novice", "WHO-5", Hard, "limit", of("R-HILL", 2, run), all(known, novice)},
		{"threshold up to its second level", "WHO-5", Hard, "limit", of("R-THR", 2, run), all(known, novice)},
		{"beyond", "WHO-5", Hard, "broken", of("R-THR", 3, run), all(known, novice)},
		{"maximal strength for a novice", "WHO-5", Hard, "broken", of("Q-STR", 1, gym), all(known, novice)},
		{"for who has reached another level, which no rule knows", "WHO-5", Hard, "limit", of("B-3015", 1, ride), known},
		{"80 % for a novice", "WHO-5", Hard, "limit", of("Q-AA", 1, gym, fraction(0.8)), novice},
		{"more", "WHO-5", Hard, "broken", of("Q-AA", 1, gym, fraction(0.81)), novice},
		{"60 contacts", "WHO-5", Hard, "limit", of("Q-AA", 1, gym, contacts(60)), novice},
		{"more", "WHO-5", Hard, "broken", of("Q-AA", 1, gym, contacts(61)), novice},
		{"three months of lifting: 81 %", "WHO-5", Hard, "broken", input(session(3, "07:00", gym, reserve(3), fraction(0.81))), lifted(3)},
		{"three months of lifting: two in reserve", "WHO-5", Hard, "broken", input(session(3, "07:00", gym, reserve(2))), lifted(3)},
		{"six months", "WHO-5", Hard, "none", input(session(3, "07:00", gym, reserve(2), fraction(0.9))), lifted(6)},
		{"maximal strength after three months", "WHO-5", Hard, "broken", of("Q-STR", 1, gym), all(known, lifted(3))},
		{"jumps after two months of running", "WHO-5", Hard, "broken", of("Q-PLYO", 1, gym), all(known, lifted(12), ran(2))},
		{"after three", "WHO-5", Hard, "limit", of("Q-PLYO", 1, gym), all(known, lifted(12), ran(3))},
		{"race bricks of a newcomer to running", "WHO-5", Hard, "broken", of("X-BRP", 1, training.MultiSport), all(known, ran(5))},
		{"of a runner", "WHO-5", Hard, "limit", of("X-BRP", 1, training.MultiSport), all(known, ran(15))},
		{"stations beyond their third level of a newcomer to running", "WHO-5", Hard, "broken", of("H-STN", 4, training.MultiSport), all(known, ran(5))},
		{"up to it", "WHO-5", Hard, "limit", of("H-STN", 3, training.MultiSport), all(known, ran(5))},
		{"stations on tired legs", "WHO-5", Hard, "broken", input(session(2, "18:00", gym, heavy), session(3, "07:00", training.MultiSport, dosed("H-STN", 1))), known},
		{"the upper body on tired legs", "WHO-5", Hard, "limit", input(session(2, "18:00", gym, heavy), session(3, "07:00", gym, dosed("Q-SIZE", 1))), known},
		{"learning the lifts, a novice", "WHO-5", Hard, "limit", of("Q-AA", 1, gym), all(known, novice)},
		{"a day after", "WHO-5", Hard, "limit", input(session(2, "06:00", gym, heavy), session(3, "07:00", training.MultiSport, dosed("H-STN", 1))), known},
		{"nobody has looked", "WHO-5", Hard, "none", of("R-VO2", 1, run), novice},
	})
}

// Coaching §11: a power clean is never for a novice; for others its level tells.
func TestIdentityOfWorkouts(t *testing.T) {
	light := 0.5
	clean := training.Workout{ID: "clean", Title: "Cleans", Sport: gym, Blocks: []training.Block{{
		Name: "Lift", Sport: gym, Repeats: 1, Steps: training.Steps{training.StrengthStep{ExerciseID: "power-clean", Sets: []training.StrengthSet{{
			Kind: training.WorkSet, Count: 3, Amount: training.SetAmount{Kind: training.Repetitions, Low: 3, High: 3},
			Load: training.StrengthLoad{FractionOfOneRepMax: &light},
		}}}},
	}}}
	tempo, _ := sessions.Find("R-TEMPO")
	written := tempo.Write(sessions.Dose{Family: "R-TEMPO", Level: 4})
	if of := IdentityOf(written, sessions.Lifter{}); of.Family != "R-TEMPO" || of.Level != 4 || of.Forbidden != "" {
		t.Errorf("a dose of tempo is %+v", of)
	}
	for want, who := range map[bool]sessions.Lifter{true: {Level: training.Novice}, false: {Level: training.Advanced, Months: 60}} {
		in := input(session(3, "07:00", gym, reserve(5), func(s *training.Session) { s.WorkoutID = clean.ID }))
		in.Profile.Level = who.Level
		in.Workouts = map[training.WorkoutID]*Identity{clean.ID: IdentityOf(clean, who)}
		if got := strings.Contains(broken(in, Hard), "WHO-5"); got != want {
			t.Errorf("%s: WHO-5 broken %v", who.Level, got)
		}
	}
}
