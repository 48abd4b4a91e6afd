package rules

import (
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

func TestTaperVolume(t *testing.T) {
	race := all(steady(0), event(15, training.EventA))
	try(t, []ruleCase{
		{"half of what is usual", "TAP-1", Soft, "holds", input(daily(1, 14, 50)...), race},
		{"59 %", "TAP-1", Soft, "limit", input(daily(1, 14, 59)...), race},
		{"60 %", "TAP-1", Soft, "broken", input(daily(1, 14, 60)...), race},
		{"40 %", "TAP-1", Soft, "limit", input(daily(1, 14, 40)...), race},
		{"39 %", "TAP-1", Soft, "broken", input(daily(1, 14, 39)...), race},
		{"70 %", "TAP-1", Hard, "limit", input(daily(1, 14, 70)...), race},
		{"71 %", "TAP-1", Hard, "broken", input(daily(1, 14, 71)...), race},
		{"35 %", "TAP-1", Hard, "limit", input(daily(1, 14, 35)...), all(race, complete)},
		{"34 %", "TAP-1", Hard, "broken", input(daily(1, 14, 34)...), all(race, complete)},
		{"34 % of a plan that is not complete", "TAP-1", Hard, "holds", input(daily(1, 14, 34)...), race},
		{"34 % of an athlete without time", "TAP-1", Hard, "limit", input(daily(1, 14, 34)...), all(race, complete, func(in *Input) {
			for d := range 14 {
				in.Profile.DateAvailability = append(in.Profile.DateAvailability, training.DateAvailability{
					Date: monday.AddDays(d), Windows: []training.TimeWindow{{From: 420, To: 454}},
				})
			}
		})},
		// 12 §7: no minimum asks for what the athlete may not do.
		{"nothing, with the athlete's sport banned", "TAP-1", Hard, "limit", input(), all(race, complete, bansOf(training.CheckIn{BannedSports: []training.Sport{ride, run}}))},
		{"nothing, with the legs banned", "TAP-1", Hard, "limit", input(), all(race, complete, bansOf(training.CheckIn{Banned: []training.MuscleGroup{training.Legs}}))},
		{"nothing, with a sport banned that is not the athlete's", "TAP-1", Hard, "broken", input(), all(race, complete, bansOf(training.CheckIn{BannedSports: []training.Sport{swim}}))},
		{"nothing, with hours for another sport", "TAP-1", Hard, "limit", input(), all(race, complete, hoursFor(swim))},
		{"nothing, with hours for the athlete's", "TAP-1", Hard, "broken", input(), all(race, complete, hoursFor(swim, ride))},
		{"nothing, on days that stay as they are", "TAP-1", Hard, "limit", input(), all(race, complete, func(in *Input) { in.FullUntil = monday + 13 })},
		{"nothing, on days that stay as they are", "TAP-1", Soft, "broken", input(), all(race, complete, func(in *Input) { in.FullUntil = monday + 13 })},
		{"nothing, on days half of which stay as they are", "TAP-1", Hard, "broken", input(), all(race, complete, func(in *Input) { in.FullUntil = monday + 6 })},
		{"a B event", "TAP-1", Hard, "none", input(daily(1, 14, 71)...), all(steady(0), event(15, training.EventB))},
		{"an event beyond the plan's end", "TAP-1", Hard, "none", input(daily(1, 14, 71)...), all(steady(0), event(16, training.EventA))},
		// Six days of the taper are done at full volume: no plan mends that.
		{"history alone", "TAP-1", Hard, "holds", input(daily(1, 8, 1)...), all(steady(0), event(9, training.EventA))},
		{"history beyond the limit", "TAP-1", Hard, "limit", input(), all(steady(0), event(3, training.EventA))},
		{"history beyond the limit and more", "TAP-1", Hard, "broken", input(daily(1, 2, 30)...), all(steady(0), event(3, training.EventA))},
		{
			"too little history", "TAP-1", Hard, "unknown", input(daily(1, 14, 50)...),
			all(func(in *Input) { in.Activities = history(27, 60) }, event(15, training.EventA)),
		},
		{
			"28 days, but 32 are needed", "TAP-1", Hard, "unknown", input(daily(1, 10, 50)...),
			all(func(in *Input) { in.Activities = history(28, 60) }, event(11, training.EventA)),
		},
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

func TestTaperIntensity(t *testing.T) {
	race := all(steady(0), event(15, training.EventA))
	try(t, []ruleCase{
		{"a hard session as usual", "TAP-2", Soft, "limit", input(session(3, "07:00", ride, hi), session(9, "07:00", ride, hi)), race},
		{"half of the usual minutes", "TAP-2", Soft, "limit", input(session(3, "07:00", ride, high(10)), session(9, "07:00", ride, hi)), race},
		{"less than half", "TAP-2", Soft, "broken", input(session(3, "07:00", ride, high(9)), session(9, "07:00", ride, hi)), race},
		{"seven days without", "TAP-2", Soft, "broken", input(session(3, "07:00", ride, hi)), race},
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
	})
}

func TestTaperFrequency(t *testing.T) {
	race := all(steady(0), event(15, training.EventA))
	rested := func(in *Input) { // 25 sessions in four weeks: five are 80 % of what is usual
		in.Activities = slices.DeleteFunc(in.Activities, func(a training.Activity) bool { return a.Date >= monday-28 && a.Date < monday-25 })
	}
	try(t, []ruleCase{
		// Seven sessions a week are usual: at least 5.6 of them, which five are not (12 §7).
		{
			"six in seven days", "TAP-3", Soft, "holds", input(daily(1, 14, 30)...),
			all(race, func(in *Input) { in.Sessions = slices.Delete(in.Sessions, 5, 6) }),
		},
		{
			"five", "TAP-3", Soft, "broken", input(daily(1, 14, 30)...),
			all(race, func(in *Input) { in.Sessions = slices.Delete(in.Sessions, 5, 7) }),
		},
		{"five where they are four in five of what is usual", "TAP-3", Soft, "limit", input(slices.Concat(daily(1, 5, 30), daily(8, 12, 30))...), all(race, rested)},
		{"four", "TAP-3", Soft, "broken", input(slices.Concat(daily(1, 4, 30), daily(8, 12, 30))...), all(race, rested)},
		{"seven", "TAP-3", Soft, "holds", input(daily(1, 14, 30)...), race},
		{"too little history", "TAP-3", Soft, "unknown", input(daily(1, 14, 30)...), all(thin(27), event(15, training.EventA))},
	})
}

func TestLastHeavyLift(t *testing.T) {
	a, b := all(steady(0), event(10, training.EventA)), all(steady(0), event(10, training.EventB))
	try(t, []ruleCase{
		{"96 hours before seven", "TAP-4", Hard, "limit", input(session(6, "06:00", gym, heavy)), a},
		{"a minute less", "TAP-4", Hard, "broken", input(session(6, "06:01", gym, heavy)), a},
		{"120 hours", "TAP-4", Soft, "limit", input(session(5, "06:00", gym, heavy)), a},
		{"a minute less", "TAP-4", Soft, "broken", input(session(5, "06:01", gym, heavy)), a},
		{"a light lift", "TAP-4", Hard, "none", input(session(9, "06:00", gym)), a},
		{"before a B event", "TAP-4", Soft, "limit", input(session(7, "06:00", gym, heavy)), b},
		{"a minute less", "TAP-4", Soft, "broken", input(session(7, "06:01", gym, heavy)), b},
		{"never HARD before a B event", "TAP-4", Hard, "none", input(session(9, "06:00", gym, heavy)), b},
		{"an event whose session starts at nine", "TAP-4", Hard, "limit", input(session(6, "08:00", gym, heavy), session(10, "09:00", ride, hi)), a},
		{"after the event", "TAP-4", Hard, "none", input(session(11, "06:00", gym, heavy)), a},
	})
	in := input(session(7, "06:00", gym, heavy, locked), session(9, "06:00", gym, heavy, locked))
	a(&in)
	if got := named(Check(in), in.Sessions); !slices.Contains(got, "TAP-4 STRENGTH@7 day 10") || !slices.Contains(got, "TAP-4 STRENGTH@9 day 10") {
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

func TestAfterAnEvent(t *testing.T) {
	brings := func(load float64) func(*Input) {
		return func(in *Input) {
			event(3, training.EventC)(in)
			in.Profile.Events[0].ExpectedTSS = &load
		}
	}
	marathon, ironman := 42_195.0, 226_000.0
	long := func(sport training.Sport, meters *float64) func(*Input) {
		return func(in *Input) {
			event(1, training.EventB)(in)
			in.Profile.Events[0].Sport, in.Profile.Events[0].DistanceMeters = sport, meters
		}
	}
	birth := monday.AddDays(-55 * 366)
	masters := func(in *Input) { in.Profile.BirthDate = &birth }
	try(t, []ruleCase{
		{"two days after 200 TSS", "TAP-7", Hard, "limit", input(session(6, "07:00", run, hi)), brings(200)},
		{"one day", "TAP-7", Hard, "broken", input(session(5, "07:00", run, hi)), brings(200)},
		{"201 TSS ask for three", "TAP-7", Hard, "broken", input(session(6, "07:00", run, hi)), brings(201)},
		{"masters take one more", "TAP-7", Hard, "broken", input(session(6, "07:00", run, hi)), all(brings(200), masters)},
		{"heavy leg work counts", "TAP-7", Hard, "broken", input(session(5, "07:00", gym, heavy)), brings(200)},
		{"easy work does not", "TAP-7", Hard, "none", input(session(4, "07:00", run)), brings(200)},
		{"one day at least", "TAP-7", Hard, "broken", input(session(4, "07:00", run, hi)), event(3, training.EventC)},
		{"what was done counts, not what was expected", "TAP-7", Hard, "broken", input(session(3, "07:00", run, hi)), all(
			done(-1, training.Activity{Sport: ride, DurationSeconds: 5 * 3600, TSS: 400}), event(-1, training.EventA),
		)},
		{"a week after a marathon", "TAP-7", Hard, "limit", input(session(9, "07:00", run, hi)), long(run, &marathon)},
		{"a day less", "TAP-7", Hard, "broken", input(session(8, "07:00", run, hi)), long(run, &marathon)},
		{"a fortnight after an ironman", "TAP-7", Hard, "broken", input(session(14, "07:00", run, hi)), long(training.Other, &ironman)},
	})
}

// Hours to an event are hours of real time: where a clock change lies between, the wall shows one less or more.
func TestTaperAcrossAClockChange(t *testing.T) {
	in := input(session(3, "06:00", gym, heavy))
	event(7, training.EventA)(&in)
	shift := 20903 - 3 - monday // day 5 is 28 March 2027, when clocks go forward in Berlin
	in.Profile.TimeZone = "Europe/Berlin"
	in.From, in.Today = in.From+shift, in.Today+shift
	in.Sessions[0].Date += shift
	in.Profile.Events[0].Date += shift
	hours := func() float64 {
		for _, c := range Check(in).Checks {
			if c.RuleID == "TAP-4" && c.Severity == Hard {
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
