package rules

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fortnight/rules/frame"
	"fortnight/training"
)

func missed(planned ...float64) func(*Input) {
	return func(in *Input) { in.Missed = []Miss{{Date: monday - 1, Planned: planned}} }
}

func TestNeverStack(t *testing.T) {
	try(t, []ruleCase{
		{"nothing missed", "RET-1", Hard, "none", input(swims(1, 200)...), nil},
		{"as planned", "RET-1", Hard, "limit", input(swims(1, 60, 0, 80)...), missed(60, 0, 80, 40, 0, 60, 0)},
		{"less", "RET-1", Hard, "limit", input(swims(1, 50, 0, 70)...), missed(60, 0, 80, 40, 0, 60, 0)}, // the rest day is at its limit
		{"a day brings more", "RET-1", Hard, "broken", input(swims(1, 61)...), missed(60, 0, 80, 40, 0, 60, 0)},
		{"a rest day is filled", "RET-1", Hard, "broken", input(swims(2, 20)...), missed(60, 0, 80, 40, 0, 60, 0)},
		{"the fourth day may", "RET-1", Hard, "limit", input(swims(4, 100)...), missed(60, 0, 80, 40, 0, 60, 0)},
		{"seven days bring more", "RET-1", Hard, "broken", input(swims(1, 60, 0, 80, 101)...), missed(60, 0, 80, 40, 0, 60, 0)},
		{"days that were not planned", "RET-1", Hard, "limit", input(swims(1, 60, 90, 90)...), missed(60)},
		{
			"what is done is no fault of the plan", "RET-1", Hard, "limit", input(),
			all(missed(0, 0, 0), done(1, training.Activity{Sport: ride, DurationSeconds: 3600, TSS: 50}), func(in *Input) { in.Today = monday }),
		},
	})
}

func TestMissedIsReadFromTheCalendar(t *testing.T) {
	skipped, forgotten, kept := session(-1, "07:00", run, tss(80)), session(0, "07:00", run, tss(50)), session(-3, "07:00", run)
	skipped.Status, kept.Status = training.Skipped, training.Completed
	sessions := []training.Session{kept, skipped, forgotten, session(1, "07:00", swim, tss(40)), session(3, "07:00", swim, tss(70))}
	got := Missed(&training.Profile{}, monday, sessions)
	want := []Miss{{Date: monday - 2, Planned: []float64{50, 40, 0, 70}}, {Date: monday - 1, Planned: []float64{40, 0, 70}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := Missed(&training.Profile{}, monday, sessions[:1]); got != nil {
		t.Errorf("nothing was missed: %v", got)
	}
	in := input(sessions...)
	in.Missed, in.Today = want, monday
	if got := broken(in, Hard); got != "" {
		t.Errorf("the calendar as it stands breaks %s", got)
	}
}

// A miss after which nothing was planned binds nothing: there are no days of it, and none is told.
func TestAMissBeforeNothingBindsNothing(t *testing.T) {
	skipped := session(-1, "07:00", run, tss(80))
	skipped.Status = training.Skipped
	in := input(skipped)
	in.Today = monday
	in.Missed = Missed(&in.Profile, monday, in.Sessions)
	if len(in.Missed) != 1 || len(in.Missed[0].Planned) != 0 {
		t.Fatalf("missed is %v", in.Missed)
	}
	for _, c := range Check(in).Checks {
		if c.RuleID == "RET-1" && c.Measured != nil || c.From > c.To {
			t.Errorf("%s from %s to %s: %s", c.RuleID, c.From, c.To, c.Message)
		}
	}
}

// 12 §1: where strength is kept apart, a week of lifts that were planned makes no room for endurance in their place.
func TestMissedIsReadAsLoadCounts(t *testing.T) {
	skipped, lift := session(-1, "07:00", run, tss(80)), session(1, "07:00", training.Strength, tss(60))
	skipped.Status = training.Skipped
	sessions := []training.Session{skipped, lift, session(2, "07:00", swim, tss(40))}
	in := input(sessions...)
	in.Today, in.Profile.StrengthApart = monday, true
	in.Missed = Missed(&in.Profile, monday, sessions)
	if want := []Miss{{Date: monday - 2, Planned: []float64{0, 0, 40}}}; !reflect.DeepEqual(in.Missed, want) {
		t.Errorf("got %v, want %v", in.Missed, want)
	}
	if got := broken(in, Hard); got != "" {
		t.Errorf("the calendar as it stands breaks %s", got)
	}
	in.Sessions = []training.Session{skipped, session(1, "07:00", swim, tss(60)), session(2, "07:00", swim, tss(40))}
	if got := broken(in, Hard); !strings.Contains(got, "RET-1") {
		t.Errorf("a swim in the lift's place breaks %q", got)
	}
}

// 12 §7: a session that is skipped ahead of its day is not made up for, from the day on which that was said.
func TestSkippedAheadIsMissedFromTheDayItWasSaid(t *testing.T) {
	said := monday
	ahead := session(4, "07:00", run, tss(80)) // Thursday's, skipped on Monday
	ahead.Status, ahead.SkippedOn = training.Skipped, &said
	sessions := []training.Session{ahead, session(1, "18:00", swim, tss(30)), session(2, "07:00", swim, tss(40)), session(6, "07:00", swim, tss(70))}
	want := []Miss{{Date: monday - 1, Planned: []float64{30, 40, 0, 0, 0, 70}}, {Date: monday, Planned: []float64{40, 0, 0, 0, 70}}}
	if got := Missed(&training.Profile{}, monday, sessions); !reflect.DeepEqual(got, want) {
		t.Errorf("on the day it was said: %v, want %v", got, want)
	}
	if got := Missed(&training.Profile{}, monday+2, sessions[:1]); len(got) != 2 || got[1].Date != monday {
		t.Errorf("two days later: %v", got)
	}
	for name, c := range map[string]struct {
		plan []training.Session
		want string
	}{
		"as it stands": {sessions[1:], ""}, "in its place": {append(swims(4, 20), sessions[1:]...), "RET-1"},
		"the same day": {append([]training.Session{session(1, "12:00", swim, tss(10), minutes(30))}, sessions[1:]...), "RET-1"}, "after it": {append(swims(5, 60), sessions[1:]...), "RET-1"},
	} {
		in := input(append(slices.Clone(c.plan), ahead)...)
		in.Today, in.Missed = monday, want
		if got := broken(in, Hard); got != c.want {
			t.Errorf("%s: broken %q, want %q", name, got, c.want)
		}
	}
}

// planned are sessions of one run on these days, which nobody did where they are past.
func planned(days ...int) func(*Input) {
	return func(in *Input) {
		for _, day := range days {
			s := session(day, "12:00", swim, tss(20))
			s.RunID = "run"
			in.Sessions = append(in.Sessions, s)
		}
	}
}

// twiceAWeek is training on Tuesdays and Sundays, of which the last days before the plan had none.
func twiceAWeek(off int) func(*Input) {
	return func(in *Input) {
		in.Activities = nil
		for back := off; back < 70; back++ {
			date := monday.AddDays(-1 - back)
			if day := date.Weekday(); day == training.Sunday || day == training.Tuesday {
				in.Activities = append(in.Activities, training.Activity{Date: date, Sport: run, DurationSeconds: 2400, TSS: 30})
			}
		}
	}
}

func TestAfterDaysOff(t *testing.T) {
	weekly := func(in *Input, factor float64) float64 {
		return factor * 7 * NewEvaluator(*in).frame.Idle.Start(1).Fitness
	}
	// load puts the week's limit times a factor, and a little more, on day 3.
	load := func(off int, factor, more float64) func(*Input) {
		return func(in *Input) {
			steady(off)(in)
			in.Sessions = swims(3, weekly(in, factor)+more)
		}
	}
	try(t, []ruleCase{
		{"three days off", "RET-2", Hard, "none", input(), load(3, 1, 50)},
		{"four: all of it", "RET-2", Hard, "limit", input(), load(4, 1, 0)},
		{"four: more", "RET-2", Hard, "broken", input(), load(4, 1, 0.1)},
		{"seven: 0.85", "RET-2", Hard, "limit", input(), load(7, 0.85, 0)},
		{"seven: more", "RET-2", Hard, "broken", input(), load(7, 0.85, 0.1)},
		{"thirteen: 0.85", "RET-2", Hard, "limit", input(), load(13, 0.85, 0)},
		{"fourteen: 0.7", "RET-2", Hard, "limit", input(), load(14, 0.70, 0)},
		{"fourteen: more", "RET-2", Hard, "broken", input(), load(14, 0.70, 0.1)},
		{"twenty-one: 0.55", "RET-2", Hard, "limit", input(), load(21, 0.55, 0)},
		{"twenty-one: more", "RET-2", Hard, "broken", input(), load(21, 0.55, 0.1)},
		{"four: the first session is easy", "RET-2", Hard, "broken", input(session(2, "07:00", run, mod), session(4, "07:00", run, hi)), steady(4)},
		{"four: the second may be hard", "RET-2", Hard, "limit", input(session(2, "07:00", run), session(4, "07:00", run, hi)), steady(4)},
		{"hard after nine, on day 3, coaching 11", "RET-2", Hard, "holds", input(session(3, "07:00", run, hi)), steady(9)},
		{"hard after nine, on day 2", "RET-2", Hard, "broken", input(session(2, "07:00", run, hi)), steady(9)},
		{"hard after fourteen, on day 4", "RET-2", Hard, "broken", input(session(4, "07:00", run, hi)), steady(14)},
		{"hard after fourteen, on day 5", "RET-2", Hard, "holds", input(session(5, "07:00", run, hi)), steady(14)},
		{"hard after twenty-one, on day 7", "RET-2", Hard, "broken", input(session(7, "07:00", run, hi)), steady(21)},
		{"hard after thirty, on day 10", "RET-2", Hard, "broken", input(session(10, "07:00", run, hi)), steady(30)},
		{"hard after thirty, on day 11", "RET-2", Hard, "none", input(session(11, "07:00", run, hi)), steady(30)},
		{
			"a return of yesterday", "RET-2", Hard, "broken", input(session(1, "07:00", run, hi)),
			all(steady(8), done(0, training.Activity{Sport: swim, DurationSeconds: 1800, TSS: 20})),
		},
		{"four days that a plan left empty, coaching 11", "RET-2", Hard, "none", input(session(1, "07:00", run, mod)), all(steady(4), planned(-5, 14))},
		{"nine of a plan that was not kept", "RET-2", Hard, "broken", input(session(2, "07:00", run, hi)), all(steady(9), planned(-9, -8, -7, -6, -5, -4, -3, -2, -1, 14))},
		{"a race and five days after it", "RET-2", Hard, "none", input(session(1, "07:00", run)), all(steady(6), done(-5, training.Activity{Sport: run, DurationSeconds: 4 * 3600, TSS: 300}), marathonOn(-5))},
		{"five days of taper", "RET-2", Hard, "none", input(session(1, "07:00", run)), all(steady(5), marathonOn(3))},
		{"planned rest is no gap", "RET-2", Hard, "none", input(session(9, "07:00", run, hi)), steady(0)},
		{"four days of each week, as usual", "RET-2", Hard, "none", input(session(3, "07:00", run, mod)), twiceAWeek(0)},
		{"twice a week, nine days off", "RET-2", Hard, "broken", input(session(2, "07:00", run, hi)), twiceAWeek(7)},
		{"too little history", "RET-2", Hard, "unknown", input(session(1, "07:00", run)), func(in *Input) { in.Activities = nil }},
	})
	in := input()
	steady(30)(&in)
	if f := frame.New(&in); f.Limits.RampHard != 5 || f.Limits.Level != 1 {
		t.Error("after more than 28 days off the limits of load are a novice's")
	}
}

// Science S7: seven days off with flu, two of them after the last sick check-in; 55 TSS a day before.
func TestLadderAfterIllness(t *testing.T) {
	flu := func(in *Input) {
		steady(7)(in)
		for i := range in.Activities {
			in.Activities[i].TSS = 55
		}
		for d := -6; d <= -1; d++ {
			in.CheckIns = append(in.CheckIns, training.CheckIn{Date: monday.AddDays(d - 1), Sick: true})
		}
	}
	cold := func(in *Input) {
		flu(in)
		in.CheckIns = []training.CheckIn{{Date: monday - 3, Sick: true}, {Date: monday - 2, Sick: true}}
	}
	easy := func(day int, load float64) []training.Session {
		return []training.Session{session(day, "07:00", swim, tss(load), minutes(30))}
	}
	try(t, []ruleCase{
		{"16.5 TSS on day 1", "RET-3", Hard, "limit", input(easy(1, 16.5)...), flu},
		{"more", "RET-3", Hard, "broken", input(easy(1, 16.6)...), flu},
		{"more on day 3", "RET-3", Hard, "broken", input(easy(3, 16.6)...), flu},
		{"27.5 on day 4", "RET-3", Hard, "limit", input(easy(4, 27.5)...), flu},
		{"more", "RET-3", Hard, "broken", input(easy(6, 27.6)...), flu},
		{"41.25 on day 7", "RET-3", Hard, "limit", input(easy(7, 41.25)...), flu},
		{"more on day 11", "RET-3", Hard, "broken", input(easy(11, 41.3)...), flu},
		{"free from day 12", "RET-3", Hard, "holds", input(easy(12, 60)...), flu},
		{"moderate on day 3", "RET-3", Hard, "broken", input(session(3, "07:00", swim, mod, tss(10))), flu},
		{"moderate on day 4", "RET-3", Hard, "limit", input(session(4, "07:00", swim, mod, tss(10))), flu},
		{"hard on day 6", "RET-3", Hard, "broken", input(session(6, "07:00", swim, hi, tss(10))), flu},
		{"heavy on day 6", "RET-3", Hard, "broken", input(session(6, "07:00", gym, heavy, tss(10))), flu},
		{"hard on day 7", "RET-3", Hard, "broken", input(session(7, "07:00", swim, hi, tss(10))), flu},
		{"moderate on day 7", "RET-3", Hard, "limit", input(session(7, "07:00", swim, mod, tss(10))), flu},
		{"hard on day 12", "RET-3", Hard, "holds", input(session(12, "07:00", swim, hi, tss(10))), flu},
		{"two sick days, 15 TSS on the first day", "RET-3", Hard, "limit", input(easy(1, 15)...), cold},
		{"25 on the second", "RET-3", Hard, "limit", input(easy(2, 25)...), cold},
		{"37.5 on the third", "RET-3", Hard, "limit", input(easy(3, 37.5)...), cold},
		{"free from the fourth", "RET-3", Hard, "holds", input(easy(4, 60)...), cold},
		{"who trained every third day has a share of a short training day", "RET-3", Hard, "limit", input(easy(1, 15)...), all(flu, func(in *Input) {
			kept := in.Activities[:0:0]
			for i, a := range in.Activities {
				if i%3 == 0 {
					kept = append(kept, a)
				}
			}
			in.Activities = kept
		})},
		{
			"load before the illness unknown", "RET-3", Hard, "unknown", input(easy(3, 10)...),
			all(thin(5), checkIns(training.CheckIn{Date: monday - 4, Sick: true})),
		},
	})
}

func TestWhatIsCutFirst(t *testing.T) {
	before := []training.Session{
		session(1, "07:00", swim, minutes(40), tss(30)), session(2, "07:00", run, key, tss(60)), session(3, "18:00", gym, tss(30)),
		session(5, "18:00", gym, tss(30)), session(6, "07:00", ride, minutes(150), tss(90)), session(7, "07:00", swim, minutes(40), hi, tss(50)),
	}
	without := func(gone ...int) func(*Input) {
		return func(in *Input) {
			in.Before = before
			for i, s := range before {
				if !slices.Contains(gone, i) {
					in.Sessions = append(in.Sessions, s)
				}
			}
		}
	}
	try(t, []ruleCase{
		{"nothing stood before", "RET-4", Soft, "none", input(before...), nil},
		{"nothing is cut", "RET-4", Soft, "limit", input(), without()},
		{"easy volume", "RET-4", Soft, "limit", input(), without(0)},
		{"the key session", "RET-4", Soft, "broken", input(), without(1)},
		{"the hard one before the easy one", "RET-4", Soft, "broken", input(), without(5)},
		{"both of them", "RET-4", Soft, "limit", input(), without(0, 5)},
		{"one lift of two", "RET-4", Soft, "limit", input(), without(2)},
		{"both lifts", "RET-4", Soft, "broken", input(), without(2, 4)},
		{"all but the key session", "RET-4", Soft, "limit", input(), without(0, 2, 3, 4, 5)},
	})
}
