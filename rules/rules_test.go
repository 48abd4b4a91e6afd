package rules

import (
	"fmt"
	"strings"
	"testing"

	"fortnight/training"
)

const monday training.Date = 20787 // 2026-11-30

// history is six weeks of a steady athlete: four days of 60 TSS in each seven, the last day before the plan a rest day.
func history(days int, tss float64) []training.Activity {
	var list []training.Activity
	for back := days; back >= 1; back-- {
		if back%7 == 1 || back%7 == 4 || back%7 == 6 {
			continue
		}
		distance := 10000.0
		start := training.LocalTime(420)
		list = append(list, training.Activity{
			Date: monday.AddDays(-back), Start: &start, Sport: training.Run, DurationSeconds: 3600, DistanceMeters: &distance, TSS: tss,
		})
	}
	return list
}

type option func(*training.Session)

func locked(s *training.Session) {
	scope := training.LockEverything
	s.Lock = &scope
}

func key(s *training.Session) { s.Key, s.KeyFlagged = true, true }

func hi(s *training.Session) {
	s.Load.Demand.HighIntensity = true
	s.Load.Demand.HighSeconds, s.Load.Demand.LowSeconds = 1200, s.Load.DurationSeconds-1200
}

func mod(s *training.Session) { s.Load.Demand.Moderate = true }

func heavy(s *training.Session) {
	s.Load.Demand.HeavyLower, s.Load.HardLegSets = true, 6
	s.Load.Demand.MinRepsInReserve, s.Load.Demand.LeastReserve = 3, 3
}

func tss(x float64) option { return func(s *training.Session) { s.Load.TSS = x } }

func minutes(n int) option {
	return func(s *training.Session) {
		s.Load.DurationSeconds = n * 60
		if s.Sport.Endurance() {
			s.Load.Demand.EnduranceSeconds, s.Load.Demand.LowSeconds = n*60, n*60
		}
		if s.Sport == training.Run {
			s.Load.Demand.RunSeconds = n * 60
		}
	}
}

// session is an hour of a sport on day d of the plan, easy unless options say otherwise.
func session(d int, start string, sport training.Sport, options ...option) training.Session {
	at, err := training.ParseLocalTime(start)
	if err != nil {
		panic(err)
	}
	s := training.Session{
		PlannedSession: training.PlannedSession{
			ID: training.SessionID(fmt.Sprintf("%d-%s-%s", d, start, sport)), Date: monday.AddDays(d - 1), Start: at, Status: training.Planned,
		},
		Title: string(sport), Sport: sport, Load: training.Load{TSS: 45, Demand: training.Demand{LeastReserve: 10}},
	}
	minutes(60)(&s)
	if sport.LowerBody() {
		s.Load.Demand.LowerBodySeconds = 3600
	}
	for _, o := range options {
		o(&s)
	}
	return s
}

func input(sessions ...training.Session) Input {
	p := training.NewProfile("UTC")
	p.Priority = new(training.PriorityHybrid)
	p.Level = training.Intermediate
	return Input{Today: monday.AddDays(-1), From: monday, Since: monday, Days: 14, Profile: p, Activities: history(42, 60), Sessions: sessions}
}

// broken lists the HARD or SOFT rules that an input breaks.
func broken(in Input, severity Severity) string {
	var list []string
	seen := map[ID]bool{}
	for _, c := range Check(in).Violations() {
		if c.Severity == severity && !seen[c.RuleID] {
			seen[c.RuleID] = true
			list = append(list, string(c.RuleID))
		}
	}
	return strings.Join(list, " ")
}

const (
	run   = training.Run
	ride  = training.Ride
	gym   = training.Strength
	swim  = training.Swim
	stick = training.Mobility
)

// Each rule has a calendar that keeps it, one at its limit and one that breaks it.
func TestHardRules(t *testing.T) {
	window := func(p *training.Profile, sports ...training.Sport) {
		for _, day := range []training.Weekday{training.Monday, training.Tuesday, training.Wednesday} {
			p.Availability = append(p.Availability, training.AvailabilityWindow{Weekday: day, From: 360, To: 480, Sports: sports})
		}
	}
	birth := monday.AddDays(-55 * 366)
	for _, c := range []struct {
		name   string
		in     Input
		change func(*Input)
		want   string
	}{
		{name: "an empty plan keeps everything", in: input()},
		{name: "AVL-1 inside the window", in: input(session(1, "06:00", run)), change: func(in *Input) { window(&in.Profile) }},
		{name: "AVL-1 to its last minute", in: input(session(1, "07:00", run)), change: func(in *Input) { window(&in.Profile) }},
		{name: "AVL-1 a minute too long", in: input(session(1, "07:01", run)), change: func(in *Input) { window(&in.Profile) }, want: "AVL-1"},
		{name: "AVL-1 on a day without a window", in: input(session(4, "07:00", run)), change: func(in *Input) { window(&in.Profile) }, want: "AVL-1"},
		{
			name: "AVL-1 more than the day has", in: input(session(1, "06:00", run), session(1, "07:00", stick, minutes(61))),
			change: func(in *Input) { window(&in.Profile) }, want: "AVL-1",
		},
		{name: "AVL-2 a sport the window takes", in: input(session(1, "06:00", run)), change: func(in *Input) { window(&in.Profile, run, swim) }},
		{name: "AVL-2 one it does not", in: input(session(1, "06:00", ride)), change: func(in *Input) { window(&in.Profile, run, swim) }, want: "AVL-2"},
		{name: "AVL-3 two sessions", in: input(session(1, "06:00", run), session(1, "18:00", swim))},
		{name: "AVL-3 mobility does not count", in: input(session(1, "06:00", run), session(1, "12:00", stick), session(1, "18:00", swim))},
		{
			name: "AVL-3 three sessions", in: input(session(1, "06:00", run, tss(15)), session(1, "12:00", ride, tss(15)), session(1, "18:00", swim, tss(15))),
			want: "AVL-3",
		},
		{name: "AVL-4 end to start", in: input(session(1, "06:00", run), session(1, "07:00", swim))},
		{name: "AVL-4 overlapping", in: input(session(1, "06:00", run), session(1, "06:59", swim)), want: "AVL-4"},

		{name: "INT-1 46 hours", in: input(session(2, "09:00", run, hi), session(4, "07:00", run, hi))},
		{name: "INT-1 a minute less", in: input(session(2, "09:00", run, hi), session(4, "06:59", run, hi)), want: "INT-1"},
		{name: "INT-1 does not ask other sports", in: input(session(2, "09:00", run, hi), session(3, "09:00", ride, hi))},
		{name: "INT-2 22 hours", in: input(session(2, "09:00", run, hi), session(3, "07:00", ride, hi))},
		{name: "INT-2 a minute less", in: input(session(2, "09:00", run, hi), session(3, "06:59", ride, hi)), want: "INT-2"},
		{name: "INT-2 two hard days", in: input(session(2, "09:00", run, hi), session(3, "18:00", gym, heavy))},
		{
			name: "INT-2 three hard days", in: input(session(2, "09:00", run, hi), session(3, "09:00", swim, hi), session(4, "09:00", gym, heavy)),
			want: "INT-2",
		},
		{name: "INT-3 two a week", in: input(session(1, "09:00", run, hi), session(4, "09:00", run, hi), session(8, "09:00", run, hi))},
		{
			name: "INT-3 three in seven days", in: input(session(1, "09:00", run, hi), session(4, "09:00", run, hi), session(7, "09:00", run, hi)),
			want: "INT-3",
		},
		{name: "INT-7 two of high intensity", in: input(session(2, "05:00", run, hi), session(2, "19:00", swim, hi)), want: "INT-2 INT-7"},
		{name: "INT-7 two keys", in: input(session(2, "05:00", swim, key), session(2, "19:00", ride, key)), want: "INT-7"},
		{name: "INT-7 two moderate runs", in: input(session(2, "08:00", run, mod), session(2, "18:00", run, mod)), want: "INT-7"},
		{name: "INT-7 a key and a moderate run", in: input(session(2, "08:00", run, key), session(2, "18:00", run, mod)), want: "INT-7"},
		{name: "INT-7 moderate in two sports", in: input(session(2, "08:00", run, mod), session(2, "18:00", ride, mod))},
		{name: "INT-7 moderate and easy", in: input(session(2, "08:00", run, mod), session(2, "18:00", run))},
		{name: "INT-7 one key", in: input(session(2, "05:00", swim, key), session(2, "19:00", ride), session(3, "19:00", ride, key))},

		{name: "CON-1 three hours", in: input(session(2, "06:00", run, hi), session(2, "10:00", gym, heavy), session(3, "07:00", swim, key))},
		{
			name: "CON-1 a minute less", in: input(session(2, "06:00", run, hi), session(2, "09:59", gym, heavy), session(3, "07:00", swim, key)),
			want: "CON-1",
		},
		{name: "CON-2 24 hours", in: input(session(2, "07:00", gym, heavy), session(3, "08:00", run, racePace))},
		{name: "CON-2 a minute less", in: input(session(2, "07:00", gym, heavy), session(3, "07:59", run, racePace)), want: "CON-2"},
		{name: "CON-2 not before a swim", in: input(session(2, "07:00", gym, heavy), session(3, "07:30", swim, key))},
		{
			name: "CON-2 a novice needs 48", in: input(session(2, "07:00", gym, heavy), session(4, "07:00", run, racePace)),
			change: func(in *Input) { in.Profile.Level = training.Novice }, want: "CON-2",
		},

		{name: "STR-3 46 hours", in: input(session(2, "09:00", gym, heavy), session(4, "07:00", gym, heavy))},
		{name: "STR-3 a minute less", in: input(session(2, "09:00", gym, heavy), session(4, "06:59", gym, heavy)), want: "STR-3"},
		{
			name: "RST-1 one rest day",
			in: input(
				session(1, "07:00", swim, tss(20)), session(2, "07:00", swim, tss(20)), session(3, "07:00", swim, tss(20)), session(4, "07:00", swim, tss(20)),
				session(5, "07:00", swim, tss(20)), session(6, "07:00", swim, tss(20)),
			),
		},
		{
			name: "RST-1 none",
			in: input(
				session(1, "07:00", swim, tss(20)), session(2, "07:00", swim, tss(20)), session(3, "07:00", swim, tss(20)), session(4, "07:00", swim, tss(20)),
				session(5, "07:00", swim, tss(20)), session(6, "07:00", swim, tss(20)), session(7, "07:00", swim, tss(20)),
			),
			want: "RST-1",
		},
		{
			name: "RST-1 mobility is rest",
			in: input(
				session(1, "07:00", swim, tss(20)), session(2, "07:00", swim, tss(20)), session(3, "07:00", swim, tss(20)), session(4, "07:00", swim, tss(20)),
				session(5, "07:00", swim, tss(20)), session(6, "07:00", swim, tss(20)), session(7, "07:00", stick, tss(0)),
			),
		},

		{name: "LD-3 one and a half times", in: input(session(9, "07:00", swim, tss(180)), session(12, "07:00", swim, tss(180)))},
		{name: "LD-3 more", in: input(session(9, "07:00", swim, tss(180)), session(12, "07:00", swim, tss(181))), want: "LD-3"},
		{name: "LD-2 a floor of form", in: input(session(1, "07:00", swim, tss(330))), want: "LD-3 LD-2"},

		{name: "VOL-2 a tenth more", in: input(session(2, "07:00", run, meters(11000)))},
		{name: "VOL-2 more", in: input(session(2, "07:00", run, meters(11001))), want: "VOL-2"},
		{name: "VOL-2 by time", in: input(session(2, "07:00", run, minutes(67), meters(0))), want: "VOL-2"},
		{
			name: "RED-1 the day after illness", in: input(session(2, "07:00", run)),
			change: func(in *Input) { in.CheckIns = []training.CheckIn{{Date: monday, Sick: true}} }, want: "RED-1",
		},
		{
			name: "RED-1 two days after", in: input(session(3, "07:00", run, tss(10))),
			change: func(in *Input) { in.CheckIns = []training.CheckIn{{Date: monday, Sick: true}} },
		},
		{name: "RED-2 legs banned", in: input(session(3, "07:00", run)), change: func(in *Input) {
			in.CheckIns = []training.CheckIn{{Date: monday, Banned: []training.MuscleGroup{training.Legs}}}
		}, want: "RED-2"},
		{name: "RED-2 the ban is lifted", in: input(session(3, "07:00", run)), change: func(in *Input) {
			in.CheckIns = []training.CheckIn{{Date: monday, BannedSports: []training.Sport{run}}, {Date: monday + 2}}
		}},
		{
			name: "masters' 72 hours are SOFT", in: input(session(2, "09:00", run, hi), session(4, "09:00", run, hi)),
			change: func(in *Input) { in.Profile.BirthDate = &birth },
		},
		{name: "GOAL out of reach", in: input(), change: func(in *Input) { x := 60.0; in.TargetFitness = &x }, want: "GOAL"},
	} {
		if c.change != nil {
			c.change(&c.in)
		}
		if got := broken(c.in, Hard); got != c.want {
			t.Errorf("%s: broken %q, want %q", c.name, got, c.want)
		}
	}
}

func meters(x float64) option { return func(s *training.Session) { s.Load.Demand.RunMeters = x } }

func TestSoftRules(t *testing.T) {
	for _, c := range []struct {
		name string
		in   Input
		rule string
		want bool
	}{
		{
			"INT-3 sum at its limit",
			input(session(1, "07:00", run, hi), session(3, "07:00", ride, hi), session(5, "07:00", ride, mod), session(6, "07:00", ride, mod)), "INT-3", false,
		},
		{
			"INT-3 sum beyond it",
			input(
				session(1, "07:00", run, hi), session(3, "07:00", ride, hi), session(5, "07:00", ride, mod), session(6, "07:00", ride, mod),
				session(7, "07:00", gym, heavy),
			),
			"INT-3", true,
		},
		{"CON-1 six hours", input(session(2, "06:00", run, hi), session(2, "13:00", gym, heavy)), "CON-1", false},
		{"CON-1 five", input(session(2, "06:00", run, hi), session(2, "12:00", gym, heavy)), "CON-1", true},
		{"CON-2 thirty-six hours", input(session(2, "06:00", gym, heavy), session(3, "19:00", run, racePace)), "CON-2", false},
		{"CON-2 thirty", input(session(2, "06:00", gym, heavy), session(3, "13:00", run, racePace)), "CON-2", true},
		{"LD-8 nothing planned", input(), "LD-8", true},
		{"INT-4 mostly easy", input(session(1, "07:00", run), session(2, "07:00", run)), "INT-4", false},
		{"INT-4 mostly hard", input(session(2, "07:00", run, hi)), "INT-4", true},
	} {
		if got := strings.Contains(broken(c.in, Soft), c.rule); got != c.want {
			t.Errorf("%s: %s broken %v", c.name, c.rule, got)
		}
	}
}

func TestThinHistoryMeansNoviceLimits(t *testing.T) {
	in := input(session(1, "07:00", run, hi, meters(5000)), session(4, "07:00", run, hi, meters(5000)))
	in.Activities = history(20, 60)
	certificate := Check(in)
	if got := broken(in, Hard); got != "INT-3" {
		t.Errorf("two hard sessions in a week on three weeks of history: broken %q", got)
	}
	for _, c := range certificate.Checks {
		if c.RuleID == "LD-3" && !c.InsufficientData {
			t.Error("LD-3 is measured without four weeks of history")
		}
		if c.InsufficientData && c.Passed {
			t.Errorf("%s passes without data", c.RuleID)
		}
	}
	in.Sessions = nil
	if v := Check(in).Verdict; v != FeasibleWithWarnings {
		t.Errorf("verdict %s", v)
	}
	in.Activities = nil
	if v := Check(in).Verdict; v != InsufficientData {
		t.Errorf("nothing known: verdict %s", v)
	}
}

// What history has done no plan can mend: it is held against the plan only where the plan adds to it.
func TestHistoryAloneBreaksNothing(t *testing.T) {
	in := input()
	in.Activities = append(history(42, 60), training.Activity{Date: monday - 1, Sport: ride, DurationSeconds: 6 * 3600, TSS: 500})
	if got := broken(in, Hard); got != "" {
		t.Errorf("broken %q", got)
	}
	in.Sessions = []training.Session{session(2, "07:00", ride, tss(60))}
	if got := broken(in, Hard); !strings.Contains(got, "LD-2") {
		t.Errorf("load on top of a hole in form: broken %q", got)
	}
}
