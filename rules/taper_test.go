package rules

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fortnight/rules/family"
	"fortnight/rules/frame"
	"fortnight/training"
)

// steady is a rider with 100 minutes and 60 TSS every day, twenty of them hard on every fourth, up to so many days before the plan.
func steady(until int) func(*Input) {
	return func(in *Input) {
		in.Activities = nil
		start := training.LocalTime(420)
		for back := HistoryDays; back > until; back-- {
			a := training.Activity{Date: monday.AddDays(-back), Start: &start, Sport: ride, DurationSeconds: 6000, TSS: 60}
			if high := 20 * 60; back%4 == 0 {
				a.HighIntensitySeconds = &high
			}
			in.Activities = append(in.Activities, a)
		}
	}
}

// daily is an easy ride of so many minutes on each day from one to another.
func daily(from, to, length int, options ...option) []training.Session {
	var list []training.Session
	for d := from; d <= to; d++ {
		list = append(list, session(d, "07:00", ride, append([]option{minutes(length), tss(30)}, options...)...))
	}
	return list
}

func complete(in *Input) { in.Complete = true }

// Coaching §8 TAP-1, 6.2: the rider of steady has a V0 of 700 minutes; the event of event is a fondo.
func TestTaperVolume(t *testing.T) {
	race, half, ten := all(steady(0), event(15, training.EventA)), all(steady(0), raceOf(15, run, training.EventA, 21_100)), all(steady(0), raceOf(15, run, training.EventA, 10_000))
	marathon := all(steady(0), marathonOn(22), days(28))
	weeks := func(first, last int) Input { return input(append(daily(1, 7, first), daily(8, 14, last)...)...) }
	try(t, []ruleCase{
		{"inside both bands", "TAP-1", Soft, "holds", weeks(80, 50), race},
		{"0.60 in the last week", "TAP-1", Soft, "limit", weeks(80, 60), race},
		{"more", "TAP-1", Soft, "broken", weeks(80, 61), race},
		{"0.35", "TAP-1", Soft, "limit", weeks(80, 35), race},
		{"less", "TAP-1", Soft, "broken", weeks(80, 34), race},
		{"0.85 in the week before", "TAP-1", Soft, "limit", weeks(85, 50), race},
		{"more", "TAP-1", Soft, "broken", weeks(86, 50), race},
		{"0.70 there", "TAP-1", Soft, "limit", weeks(70, 50), race},
		{"less", "TAP-1", Soft, "broken", weeks(69, 50), race},
		{"0.85 at most", "TAP-1", Hard, "limit", weeks(80, 85), race},
		{"more", "TAP-1", Hard, "broken", weeks(80, 86), race},
		{"the week before is never HARD", "TAP-1", Hard, "holds", weeks(99, 50), race},
		{"a half marathon", "TAP-1", Soft, "limit", weeks(60, 35), half},
		{"0.95 before ten kilometres", "TAP-1", Hard, "limit", weeks(100, 95), ten},
		{"more", "TAP-1", Hard, "broken", weeks(100, 96), ten},
		{"only their last week", "TAP-1", Soft, "holds", weeks(100, 50), ten},
		{"three weeks of a marathon", "TAP-1", Soft, "limit", input(append(append(daily(1, 7, 90), daily(8, 14, 75)...), daily(15, 21, 25)...)...), marathon},
		{"its first too full", "TAP-1", Soft, "broken", input(append(append(daily(1, 7, 91), daily(8, 14, 75)...), daily(15, 21, 25)...)...), marathon},
		{"under two hours a week", "TAP-1", Hard, "none", weeks(17, 86), all(race, func(in *Input) {
			for i := range in.Activities {
				in.Activities[i].DurationSeconds = 17 * 60
			}
		})},
		// What cannot be done is not asked for.
		{"nothing, with the athlete's sport banned", "TAP-1", Soft, "limit", input(), all(race, bansOf(training.CheckIn{BannedSports: []training.Sport{ride, run}}))},
		{"nothing, with the legs banned", "TAP-1", Soft, "limit", input(), all(race, bansOf(training.CheckIn{Banned: []training.MuscleGroup{training.Legs}}))},
		{"nothing, with a sport banned that is not the athlete's", "TAP-1", Soft, "broken", input(), all(race, bansOf(training.CheckIn{BannedSports: []training.Sport{swim}}))},
		{"nothing, with hours for another sport", "TAP-1", Soft, "limit", input(), all(race, hoursFor(swim))},
		{"nothing, with hours for the athlete's", "TAP-1", Soft, "broken", input(), all(race, hoursFor(swim, ride))},
		{"nothing, on days that stay as they are", "TAP-1", Soft, "limit", input(), all(race, func(in *Input) { in.FullUntil = monday + 13 })},
		{"nothing, on days half of which stay as they are", "TAP-1", Soft, "broken", input(), all(race, func(in *Input) { in.FullUntil = monday + 6 })},
		{"a B event", "TAP-1", Hard, "none", weeks(80, 99), all(steady(0), event(15, training.EventB))},
		{"an event beyond the plan's end", "TAP-1", Hard, "none", weeks(80, 99), all(steady(0), event(16, training.EventA))},
		// Days of the block are done at full volume: no plan mends that.
		{"history alone", "TAP-1", Soft, "holds", input(daily(1, 2, 1)...), all(steady(0), event(5, training.EventA))},
		{"history beyond the limit", "TAP-1", Hard, "holds", input(), all(steady(0), event(2, training.EventA))},
		{"and the part of the day that is left", "TAP-1", Hard, "limit", input(daily(1, 1, 60)...), all(steady(0), event(2, training.EventA))},
		{"and more", "TAP-1", Hard, "broken", input(daily(1, 1, 61)...), all(steady(0), event(2, training.EventA))},
		{"a short history, and the part of the days that are left", "TAP-1", Soft, "limit", input(daily(1, 4, 60)...), all(steady(0), event(5, training.EventA))},
		{"one usual week, the others off", "TAP-1", Hard, "none", weeks(80, 99), all(steady(23), event(15, training.EventA))},
		{"too little history", "TAP-1", Hard, "none", weeks(80, 86), all(func(in *Input) { in.Activities = history(27, 60) }, event(15, training.EventA))},
	})
}

// Coaching 6.2: the race weeks that it works out pass.
func TestRaceWeeksOfTheSpecification(t *testing.T) {
	minutesOn := func(v0 int) func(*Input) {
		return func(in *Input) {
			in.Activities = nil
			for back := HistoryDays; back > 0; back-- {
				if back%7 != 0 && back%7 != 3 {
					in.Activities = append(in.Activities, training.Activity{Date: monday.AddDays(-back), Sport: run, DurationSeconds: 60 * v0 / 5, TSS: float64(v0) / 8})
				}
			}
		}
	}
	week := func(from int, lengths ...int) []training.Session {
		var list []training.Session
		for n, length := range lengths {
			if length > 0 {
				list = append(list, session(from+n, "07:00", run, minutes(length), meters(0), tss(float64(length)/2)))
			}
		}
		return list
	}
	ten := all(minutesOn(300), raceOf(14, run, training.EventA, 10_000))
	try(t, []ruleCase{
		{"10 km on day 14, five hours a week", "TAP-1", Soft, "holds", input(append(week(1, 60, 0, 60, 60, 0, 60), week(7, 40, 45, 40, 0, 30, 0, 20)...)...), ten},
		{"10 km on day 5, and nothing more is planned", "TAP-1", Soft, "broken", input(), all(minutesOn(300), raceOf(5, run, training.EventA, 10_000))},
		{"of who is hurt it is not asked", "TAP-1", Soft, "holds", input(), all(minutesOn(300), raceOf(5, run, training.EventA, 10_000), func(in *Input) {
			in.Profile.Conditions = []training.Condition{training.HurtBack}
		})},
		{"marathon, V0 360", "TAP-1", Soft, "holds", input(week(1, 30, 0, 45, 30, 0, 0, 25)...), all(minutesOn(360), marathonOn(8))},
		{"marathon, V0 500", "TAP-1", Soft, "holds", input(week(1, 30, 0, 45, 30, 0, 0, 25)...), all(minutesOn(500), marathonOn(8))},
		{"marathon, four of five sessions", "TAP-3", Soft, "holds", input(week(1, 30, 0, 45, 30, 0, 0, 25)...), all(minutesOn(360), marathonOn(8))},
	})
}

// bansOf is a check-in on the first day.
func bansOf(c training.CheckIn) func(*Input) {
	c.Date = monday
	return func(in *Input) { in.CheckIns = []training.CheckIn{c} }
}

// hoursFor are hours on every day for some sports.
func hoursFor(sports ...training.Sport) func(*Input) {
	return func(in *Input) {
		for d := range in.Days {
			in.Profile.DateAvailability = append(in.Profile.DateAvailability, training.DateAvailability{
				Date: monday.AddDays(d), Windows: []training.TimeWindow{{From: 420, To: 600, Sports: sports}},
			})
		}
	}
}

func TestTaperIntensityAndFrequency(t *testing.T) {
	race := all(steady(0), raceOf(15, run, training.EventA, 42_195)) // its taper is of fourteen days
	expecting := func(in *Input) { in.Profile.Conditions = []training.Condition{training.Pregnant} }
	walk := func(day, length int) training.Session {
		return session(day, "07:00", training.Walk, minutes(length), tss(10))
	}
	try(t, []ruleCase{
		{"a hard session as usual", "TAP-2", Soft, "limit", input(session(3, "07:00", ride, hi), session(9, "07:00", ride, hi)), race},
		{"half of the usual minutes", "TAP-2", Soft, "limit", input(session(3, "07:00", ride, high(10)), session(9, "07:00", ride, hi)), race},
		{"less than half", "TAP-2", Soft, "broken", input(session(3, "07:00", ride, high(9)), session(9, "07:00", ride, hi)), race},
		{"less than half in the last week", "TAP-2", Soft, "limit", input(session(3, "07:00", ride, hi), session(9, "07:00", ride, high(9))), race},
		{"seven days without", "TAP-2", Soft, "broken", input(session(3, "07:00", ride, hi)), race},
		{"seven days without, and nothing hard may be", "TAP-2", Soft, "none", input(session(3, "07:00", ride)), all(race, expecting)},
		{"race pace keeps the edge", "TAP-2", Soft, "limit", input(session(3, "07:00", ride, hi), session(9, "07:00", run, racePace)), race},
		{
			"an opener", "TAP-2", Soft, "limit", input(session(3, "07:00", ride, hi), session(9, "07:00", ride, hi), session(14, "07:00", ride, high(10))),
			race,
		},
		{
			"more than an opener", "TAP-2", Soft, "broken",
			input(session(3, "07:00", ride, hi), session(9, "07:00", ride, hi), session(14, "07:00", ride, high(11))), race,
		},
		{
			"too little history", "TAP-2", Soft, "unknown", input(session(3, "07:00", ride, hi), session(9, "07:00", ride, hi)),
			all(thin(27), event(15, training.EventA)),
		},

		// Seven sessions a week are usual: at least 4.2 of them in the last week, 5.6 in the one before.
		{"five in the last week", "TAP-3", Soft, "holds", input(append(daily(1, 7, 30), daily(8, 12, 30)...)...), race},
		{"four", "TAP-3", Soft, "broken", input(append(daily(1, 7, 30), daily(8, 11, 30)...)...), race},
		{"a walk of half an hour is a session", "TAP-3", Soft, "holds", input(append(append(daily(1, 7, 30), daily(8, 11, 30)...), walk(12, 30))...), race},
		{"one of 29 min is none", "TAP-3", Soft, "broken", input(append(append(daily(1, 7, 30), daily(8, 11, 30)...), walk(12, 29))...), race},
		{"four of who is hurt", "TAP-3", Soft, "none", input(append(daily(1, 7, 30), daily(8, 11, 30)...)...), all(race, func(in *Input) {
			in.Profile.Conditions = []training.Condition{training.HurtKnee}
		})},
		{"six in the one before", "TAP-3", Soft, "holds", input(append(daily(1, 6, 30), daily(8, 14, 30)...)...), race},
		{"five", "TAP-3", Soft, "broken", input(append(daily(1, 5, 30), daily(8, 14, 30)...)...), race},
		{"five where the taper is a week", "TAP-3", Soft, "holds", input(append(daily(1, 5, 30), daily(8, 14, 30)...)...), all(steady(0), event(15, training.EventA))},
		{"too little history", "TAP-3", Soft, "unknown", input(daily(1, 14, 30)...), all(thin(27), event(15, training.EventA))},
	})
}

// Coaching §8 and §12, TAP-4: calendar days.
func TestLastHeavyLift(t *testing.T) {
	a, b := all(steady(0), event(12, training.EventA)), all(steady(0), event(12, training.EventB))
	nearly := func(s *training.Session) {
		s.Load.HardLegSets, s.Load.Demand.MinRepsInReserve, s.Load.Demand.LeastReserve = 3, 2, 2
	}
	meet := all(steady(0), raceOf(12, gym, training.EventA, 0))
	try(t, []ruleCase{
		{"eight days before", "TAP-4", Hard, "limit", input(session(4, "22:00", gym, heavy)), a},
		{"seven", "TAP-4", Hard, "broken", input(session(5, "06:00", gym, heavy)), a},
		{"few sets, nearly to failure", "TAP-4", Hard, "broken", input(session(5, "06:00", gym, nearly)), a},
		{"eleven before a marathon", "TAP-4", Hard, "limit", input(session(1, "22:00", gym, heavy)), marathonOn(12)},
		{"ten", "TAP-4", Hard, "broken", input(session(2, "06:00", gym, heavy)), marathonOn(12)},
		{"five before a meet", "TAP-4", Hard, "limit", input(session(7, "06:00", gym, heavy)), meet},
		{"four", "TAP-4", Hard, "broken", input(session(8, "06:00", gym, heavy)), meet},
		{"a light lift", "TAP-4", Hard, "none", input(session(9, "06:00", gym)), a},
		{"four before a B event", "TAP-4", Soft, "limit", input(session(8, "22:00", gym, heavy)), b},
		{"three", "TAP-4", Soft, "broken", input(session(9, "06:00", gym, heavy)), b},
		{"never HARD before a B event", "TAP-4", Hard, "none", input(session(11, "06:00", gym, heavy)), b},
		{"after the event", "TAP-4", Hard, "none", input(session(13, "06:00", gym, heavy)), a},
		{"the earlier of two A events is a B event", "TAP-4", Soft, "broken", input(session(2, "06:00", gym, heavy)), all(steady(0), event(4, training.EventA), event(20, training.EventA))},
		{"and nothing is HARD about it", "TAP-4", Hard, "holds", input(session(2, "06:00", gym, heavy)), all(steady(0), event(4, training.EventA), event(20, training.EventA))},
	})
	in := input(session(7, "06:00", gym, heavy, locked), session(9, "06:00", gym, heavy, locked))
	a(&in)
	if got := named(Check(in), in.Sessions); !slices.Contains(got, "TAP-4 STRENGTH@7 day 12") || !slices.Contains(got, "TAP-4 STRENGTH@9 day 12") {
		t.Errorf("each late lift is a set with the event: %q", got)
	}
}

func TestRaceForm(t *testing.T) {
	form := func(in Input, day int) float64 {
		f := frame.New(&in)
		family.Judge(f, &rows{})
		return f.Load.Start(day).Form()
	}
	rested := input()
	steady(0)(&rested)
	if x := form(rested, 5); x < 5 || x > 25 {
		t.Fatalf("form is %.1f", x)
	}
	try(t, []ruleCase{
		{"four days of rest", "TAP-5", Soft, "holds", input(), all(steady(0), event(5, training.EventA))},
		{"load up to the day before", "TAP-5", Soft, "broken", input(daily(1, 4, 60, tss(90))...), all(steady(0), event(5, training.EventA))},
		{"a B event takes less", "TAP-5", Soft, "holds", input(daily(1, 4, 60, tss(60))...), all(steady(0), event(5, training.EventB))},
		{"a fortnight of rest", "TAP-5", Soft, "broken", input(), all(steady(0), event(15, training.EventA))},
		{"tomorrow is what it is", "TAP-5", Soft, "limit", input(), all(steady(0), event(1, training.EventA))},
		{"nothing known", "TAP-5", Soft, "unknown", input(), all(func(in *Input) { in.Activities = nil }, event(5, training.EventA))},
	})
}

func TestSmallerEvents(t *testing.T) {
	b, c := all(steady(0), event(10, training.EventB)), all(steady(0), event(10, training.EventC))
	try(t, []ruleCase{
		{"70 % on the last three days", "TAP-6", Soft, "limit", input(slices.Concat(daily(1, 6, 100), daily(7, 9, 70))...), func(in *Input) {
			b(in) // the four weeks before are at 100 minutes a day
		}},
		{"71 %", "TAP-6", Soft, "broken", input(slices.Concat(daily(1, 6, 100), daily(7, 9, 71))...), b},
		{"rest", "TAP-6", Soft, "holds", input(daily(1, 6, 100)...), b},
		{"too little history", "TAP-6", Soft, "unknown", input(daily(1, 9, 50)...), all(thin(20), event(10, training.EventB))},
		{"24 hours before a C event", "TAP-6", Soft, "limit", input(session(9, "06:00", run, hi)), c},
		{"a minute less", "TAP-6", Soft, "broken", input(session(9, "06:01", run, hi)), c},
		{"an easy day before it", "TAP-6", Soft, "none", input(session(9, "06:01", run)), c},
	})
}

// Coaching §8 and §12, TAP-7, 6.3, and the vectors of 11.
func TestAfterAnEvent(t *testing.T) {
	brings := func(load float64) func(*Input) {
		return func(in *Input) {
			event(3, training.EventC)(in)
			in.Profile.Events[0].ExpectedTSS = &load
		}
	}
	birth := monday.AddDays(-55 * 366)
	masters := func(in *Input) { in.Profile.BirthDate = &birth }
	after := func(day int, options ...option) Input {
		return input(session(day, "07:00", run, append([]option{meters(5000), minutes(30)}, options...)...))
	}
	marathon, tenB := all(marathonOn(10), days(28)), raceOf(1, run, training.EventB, 10_000)
	halfNovice := all(raceOf(1, run, training.EventA, 21_100), level(training.Novice))
	try(t, []ruleCase{
		{"a C event: a day for each full 100 TSS", "TAP-7", Hard, "limit", input(session(6, "07:00", swim, hi)), brings(200)},
		{"one day", "TAP-7", Hard, "broken", input(session(5, "07:00", swim, hi)), brings(200)},
		{"299 TSS are two days", "TAP-7", Hard, "limit", input(session(6, "07:00", swim, hi)), brings(299)},
		{"masters take no more after it", "TAP-7", Hard, "limit", input(session(6, "07:00", swim, hi)), all(brings(200), masters)},
		{"a parkrun asks for nothing", "TAP-7", Hard, "none", input(session(4, "07:00", swim, hi)), brings(46)},
		{"heavy leg work counts", "TAP-7", Hard, "broken", input(session(5, "07:00", gym, heavy)), brings(200)},
		{"moderate work counts", "TAP-7", Hard, "broken", input(session(5, "07:00", swim, mod)), brings(200)},
		{"easy work does not", "TAP-7", Hard, "none", input(session(4, "07:00", swim)), brings(200)},
		{"what was done counts, not what was expected", "TAP-7", Hard, "broken", input(session(3, "07:00", swim, hi)), all(
			done(-1, training.Activity{Sport: ride, DurationSeconds: 5 * 3600, TSS: 400}), event(-1, training.EventC),
		)},
		{"10 km, B: easy for three days", "TAP-7", Hard, "limit", after(5, hi), tenB},
		{"on the third", "TAP-7", Hard, "broken", after(4, hi), tenB},
		{"10 km, B: no run for a day", "TAP-7", Hard, "broken", after(2), tenB},
		{"on the second", "TAP-7", Hard, "limit", after(3), tenB},
		{"half marathon, novice: easy for nine days", "TAP-7", Hard, "limit", after(11, hi), halfNovice},
		{"on the ninth", "TAP-7", Hard, "broken", after(10, hi), halfNovice},
		{"marathon on day 10: threshold on day 14", "TAP-7", Hard, "broken", input(session(14, "07:00", ride, hi)), marathon},
		{"on day 25", "TAP-7", Hard, "limit", input(session(25, "07:00", ride, hi)), marathon},
		{"marathon: no run for four days", "TAP-7", Hard, "broken", after(14), marathon},
		{"on the fifth", "TAP-7", Hard, "limit", after(15), marathon},
		{"marathon, masters: no run for six, easy for sixteen", "TAP-7", Hard, "broken", input(session(26, "07:00", ride, hi)), all(marathon, masters)},
		{"the day after", "TAP-7", Hard, "limit", input(session(27, "07:00", ride, hi)), all(marathon, masters)},
		{"an ironman: eighteen easy days", "TAP-7", Hard, "broken", input(session(14, "07:00", ride, hi)), raceOf(1, training.Other, training.EventA, 226_000)},
	})
}

// Coaching §11: a marathon without an expected load carries what its time lets expect, 342 TSS in four hours; rules on load leave it out.
func TestRacesCarryLoad(t *testing.T) {
	threshold := 301 // four hours by Riegel and 1.05
	in := input()
	steady(0)(&in)
	in.Profile.ThresholdSecondsPerKilometer = &threshold
	marathonOn(10)(&in)
	f := frame.New(&in)
	family.Judge(f, &rows{})
	if got := f.Load.FitnessTSS(10); math.Abs(got-342) > 1 {
		t.Errorf("the race brings %.0f TSS", got)
	}
	if got := outcome(in, "LD-1", Soft); got != "holds" {
		t.Errorf("LD-1 is %s", got)
	}
	raced := input(daily(11, 12, 60, tss(50))...)
	steady(0)(&raced)
	marathonOn(10)(&raced)
	if got := outcome(raced, "LD-2", Hard); got != "holds" {
		t.Errorf("LD-2 is %s", got)
	}
	if with, without := f.Load.End(10).Fitness-f.RaceState(10, true).Fitness, f.Load.Start(10).Fitness*(1-training.FitnessShare); math.Abs(with-without) > 1e-9 {
		t.Errorf("without the race fitness is %v, want %v", with, without)
	}
}

// Hours to an event are hours of real time: where a clock change lies between, the wall shows one less or more.
func TestTaperAcrossAClockChange(t *testing.T) {
	in := input(session(3, "06:00", ride, hi))
	event(7, training.EventC)(&in)
	shift := 20903 - 3 - monday // day 5 is 28 March 2027, when clocks go forward in Berlin
	in.Profile.TimeZone = "Europe/Berlin"
	in.From, in.Today = in.From+shift, in.Today+shift
	in.Sessions[0].Date += shift
	in.Profile.Events[0].Date += shift
	hours := func() float64 {
		for _, c := range Check(in).Checks {
			if c.RuleID == "TAP-6" {
				return *c.Measured
			}
		}
		return -1
	}
	if got := hours(); got != 95 {
		t.Errorf("96 hours on the wall are %.1f where one is skipped", got)
	}
	for _, zone := range []string{"Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata"} { // both sides of the date line
		in.Profile.TimeZone = zone
		if got := hours(); got != 96 {
			t.Errorf("%s: %.1f hours", zone, got)
		}
	}
	in.Profile.TimeZone = "Europe/Berlin"
	in.Sessions[0].Date, in.Sessions[0].Start = in.Sessions[0].Date-1, 23*60 // a night shift: it ends after midnight
	if got := hours(); got != 102 {
		t.Errorf("past midnight: %.1f hours", got)
	}
}

// A session on the event's day in its sport stands for it, whenever it is put there: an evaluator that is given it says what a fresh one
// says.
func TestEditsAroundEvents(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	load := 180.0
	in := input()
	for _, p := range []training.EventPriority{training.EventA, training.EventB, training.EventC} {
		in.Profile.Events = append(in.Profile.Events, training.Event{
			ID: training.EventID(p), Name: string(p), Date: monday.AddDays(4 + 3*len(in.Profile.Events)), Sport: ride, Priority: p, ExpectedTSS: &load,
		})
	}
	in.CheckIns = []training.CheckIn{
		{Date: monday - 2, Sick: true}, {Date: monday + 8, Soreness: []training.Soreness{{MuscleGroup: training.Legs, Level: 8}}},
	}
	in.Missed = []Miss{{Date: monday - 1, Planned: []float64{60, 0, 80, 40, 0, 100, 50}}}
	in.Complete = true
	p := newEditedPlan(in)
	for n := range 4000 {
		p.edit(t, random, randomSession)
		p.agrees(t, n)
	}
}

// An event's name is the user's and stands in messages as it is.
func TestEventNamesAreText(t *testing.T) {
	in := input(session(4, "07:00", gym, heavy))
	all(steady(0), event(6, training.EventA))(&in)
	found := false
	for _, c := range Check(in).Checks {
		if c.RuleID == "TAP-4" || c.RuleID == "TAP-1" && c.Measured != nil {
			found = true
			if !strings.Contains(c.Message, "Race 100 % {fun}") {
				t.Error(c.Message)
			}
		}
	}
	if !found {
		t.Error("nothing to read")
	}
}

// A taper that begins after the plan, of however many days that is, asks for nothing.
func TestATaperAfterThePlanAsksForNothing(t *testing.T) {
	for _, length := range []int{1, 14, 28} {
		for day := length + 1; day <= length+60; day++ {
			in := input(daily(1, length, 100)...)
			all(steady(0), event(day, training.EventA), days(length))(&in)
			for _, rule := range []ID{"TAP-2", "TAP-3"} {
				if got := outcome(in, rule, Soft); got != "none" && day-10 > length {
					t.Fatalf("%s, %d days, event on day %d: %s", rule, length, day, got)
				}
			}
		}
	}
}

// Of the longest tapers, those of three weeks, the four weeks that are usual begin before what a frame reaches in the last days: the weeks that are left say
// what is usual, and on no day before the race the rules fail.
func TestTheLongestTaperUpToItsLastDay(t *testing.T) {
	format, start := training.RunMarathon, training.LocalTime(420)
	for day := 1; day <= 24; day++ {
		in := input(daily(1, 14, 40)...)
		event(day, training.EventA)(&in)
		in.Profile.Level, in.Profile.Events[0].Format, in.Profile.Events[0].Sport = training.Novice, &format, training.Run
		in.Activities = nil
		for back := HistoryDays + 20; back >= 1; back-- { // as long as a calendar reads it
			in.Activities = append(in.Activities, training.Activity{Date: monday.AddDays(-back), Start: &start, Sport: ride, DurationSeconds: 6000, TSS: 60})
		}
		measured := false
		for _, c := range Check(in).Checks {
			measured = measured || c.RuleID == "TAP-1" && c.Measured != nil
		}
		if !measured && day > 1 {
			t.Errorf("on day %d a race has no taper that is measured", day)
		}
	}
}
