package plancheck

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// rowsOf are the rows of a rule.
func rowsOf(a Athlete, days int, sessions []Session, rule string) (list []Row) {
	for _, r := range Measure(a, first, days, sessions) {
		if r.Rule == rule {
			list = append(list, r)
		}
	}
	return list
}

// broken tells whether any row of a rule is.
func broken(list []Row) bool {
	for i := range list {
		if list[i].Broken() {
			return true
		}
	}
	return false
}

func lasting(s Session, minutes int) Session {
	s.End = s.Start.Add(time.Duration(minutes) * time.Minute)
	return s
}

func easily(s Session) Session { s.Low = s.minutes(); return s }

func hardFor(s Session, minutes float64) Session {
	s.HI, s.High, s.Low = true, minutes, s.minutes()-minutes
	return s
}

func a(format string, day int) Athlete {
	return Athlete{Level: 1, Races: []Race{{Day: first.AddDate(0, 0, day-1), Sport: sportOf(format), Format: format, Priority: "A"}}}
}

func sportOf(format string) string {
	return map[string]string{"RUN": "RUN", "RID": "RIDE", "ROW": "ROW", "SWI": "SWIM"}[format[:3]]
}

// Coaching 11: "runs 8 8 10 26 (.50) pass; 6 6 8 28 (.58) SOFT", and what the table has of five, six and seven.
func TestTheLongestRunIsAShareOfItsWeek(t *testing.T) {
	for _, c := range []struct {
		km    []float64
		broke bool
	}{
		{[]float64{8, 8, 10, 26}, false}, {[]float64{6, 6, 8, 28}, true}, {[]float64{4, 4, 22}, false}, {[]float64{8, 8, 8, 8, 26}, false}, {[]float64{8, 8, 8, 8, 27}, true},
		{[]float64{10, 10, 10, 10, 10, 23}, false}, {[]float64{10, 10, 10, 10, 10, 24}, true}, {[]float64{10, 10, 10, 10, 10, 10, 25}, false}, {[]float64{10, 10, 10, 10, 10, 10, 27}, true},
	} {
		var plan []Session
		for n, km := range c.km {
			s := at(n+1, 7, "RUN", 20)
			s.Meters = 1000 * km
			plan = append(plan, s)
		}
		if got := broken(rowsOf(Athlete{Level: 1}, 7, plan, "VOL-1")); got != c.broke {
			t.Errorf("%v: broken %t", c.km, got)
		}
		if rows := rowsOf(a("RUN_10K", 8), 7, plan, "VOL-1"); len(rows) > 0 {
			t.Errorf("%v in a taper: %v", c.km, rows)
		}
	}
}

// Coaching 11: "weeks 50 55 40 then 60 km pass VOL-3".
func TestWeeksOfRunning(t *testing.T) {
	run := func(d int, km float64) Session { s := at(d, 7, "RUN", 20); s.Meters = 1000 * km; return s }
	past := []Session{run(-20, 25), run(-15, 25), run(-11, 27), run(-8, 28), run(-4, 20), run(-1, 20)}
	for km, want := range map[float64]string{60: "", 61: "SOFT", 73: "HARD"} {
		got := ""
		for _, r := range rowsOf(Athlete{Level: 1}, 7, append(append([]Session(nil), past...), run(3, km/2), run(6, km/2)), "VOL-3") {
			if r.Broken() && r.To == 7 && got != "HARD" {
				got = map[bool]string{true: "HARD", false: "SOFT"}[r.Hard]
			}
		}
		if got != want {
			t.Errorf("%.0f km after 50, 55, 40: %q, want %q", km, got, want)
		}
	}
}

// Coaching 11: "half raced on longest 14 km: counts 15.4, next 16.9"; "day 5 after a marathon, longest of 60 d 32: 16"; and 8: the day after a long run.
func TestRunsAfterRacesAndLongRuns(t *testing.T) {
	run := func(d int, km float64) Session {
		s := lasting(at(d, 7, "RUN", 20), int(6*km))
		s.Meters, s.Long = 1000*km, 6*km >= 90
		return s
	}
	c := Athlete{Level: 1, Races: []Race{{Day: first.AddDate(0, 0, -6), Sport: "RUN", Format: "RUN_HALF", Priority: "C"}}}
	marathon := Athlete{Level: 1, Races: []Race{{Day: first.AddDate(0, 0, -2), Sport: "RUN", Format: "RUN_MARATHON", Priority: "A"}}}
	for _, v := range []struct {
		a        Athlete
		sessions []Session
		want     bool
	}{
		{c, []Session{run(-20, 14), run(-5, 21.1), run(3, 16.9)}, false}, {c, []Session{run(-20, 14), run(-5, 21.1), run(3, 17.3)}, true},
		{marathon, []Session{run(-40, 32), run(-1, 42.2), run(6, 16)}, false}, {marathon, []Session{run(-40, 32), run(-1, 42.2), run(6, 18)}, true},
		{Athlete{Level: 1}, []Session{run(-10, 30), run(5, 30), run(6, 19)}, false}, {Athlete{Level: 1}, []Session{run(-10, 30), run(5, 30), run(6, 21)}, true},
	} {
		if got := strings.Contains(strings.Join(Check(v.a, first, 14, v.sessions), "; "), "VOL-2"); got != v.want {
			t.Errorf("%+v: VOL-2 %t: %v", v.sessions[len(v.sessions)-1], got, Check(v.a, first, 14, v.sessions))
		}
	}
}

// Coaching 11: "N, six weeks of 2 h: no RST-2 row", "blocks 300 330 345 330: loading (.96)", "300 315 330 250: last not loading".
func TestLighterWeeksAreDue(t *testing.T) {
	weeks := func(each int, tss ...float64) (list []Session) { // the last ends on day 0
		for n, x := range tss {
			for k := range 4 {
				list = append(list, easily(lasting(at(-7*(len(tss)-1-n)-2*k, 7, "RIDE", x/4), each/4)))
			}
		}
		return list
	}
	full := []Session{at(2, 7, "RIDE", 100), at(4, 7, "RIDE", 100), at(6, 7, "RIDE", 100)}
	for _, c := range []struct {
		name       string
		a          Athlete
		past       []Session
		plan       []Session
		rows, hard bool
	}{
		{"four loading weeks", Athlete{Level: 1}, weeks(360, 300, 330, 345, 330), full, true, false},
		{"the last was none", Athlete{Level: 1}, weeks(360, 300, 315, 330, 250), full, false, false},
		{"three", Athlete{Level: 1}, weeks(360, 330, 200, 330, 345, 330), full, false, false},
		{"three at sixty", Athlete{Level: 1, Age: 61}, weeks(360, 330, 200, 330, 345, 330), full, true, false},
		{"a novice of two hours", Athlete{Level: 0}, weeks(120, 160, 160, 160, 160, 160, 160), full, false, false},
		{"a novice of four", Athlete{Level: 0}, weeks(240, 160, 160, 160, 160, 160, 160), full, true, false},
		{"seven", Athlete{Level: 1}, weeks(360, 300, 300, 300, 300, 300, 300, 300), full, true, true},
	} {
		rows := rowsOf(c.a, 7, append(c.past, c.plan...), "RST-2")
		hard := false
		for i := range rows {
			hard = hard || rows[i].Hard
		}
		if len(rows) > 0 != c.rows || hard != c.hard || c.rows && !broken(rows) {
			t.Errorf("%s: %+v", c.name, rows)
		}
	}
	if rows := rowsOf(Athlete{Level: 1}, 7, append(weeks(360, 300, 330, 345, 330), at(2, 7, "RIDE", 120), at(5, 7, "RIDE", 120)), "RST-2"); broken(rows) {
		t.Errorf("240 of a mean of 326: %+v", rows)
	}
}

// Coaching 11: "4 planned rest days: no RET-2 row; 9 unplanned: .85, HI from day 3", and the shares of 14 and 21 days.
func TestTheFirstWeekAfterDaysOff(t *testing.T) {
	for _, c := range []struct {
		off   int
		share float64
	}{{4, 0}, {9, .85}, {15, .70}, {22, .55}} {
		var past []Session
		for _, s := range history() {
			if s.Start.Before(first.AddDate(0, 0, -c.off)) {
				past = append(past, s)
			}
		}
		past = append(past, at(-c.off, 7, "RUN", 60))
		k := newChecker(Athlete{Level: 1}, first, 14, past)
		ctl, _ := k.state(0, false)
		for _, v := range []struct {
			of   float64
			want bool
		}{{.98, false}, {1.02, c.share > 0}} {
			share := c.share
			if share == 0 {
				share = .85
			}
			plan := append(append([]Session(nil), past...), easily(lasting(at(1, 7, "SWIM", v.of*share*7*ctl/2), 20)), easily(lasting(at(4, 7, "SWIM", v.of*share*7*ctl/2), 20)))
			if got := strings.Contains(strings.Join(Check(Athlete{Level: 1}, first, 14, plan), "; "), "RET-2"); got != v.want {
				t.Errorf("%d days off, %.2f of %.2f: %t, %v", c.off, v.of, c.share, got, Check(Athlete{Level: 1}, first, 14, plan))
			}
		}
	}
	past := history()
	past = past[:len(past)-3] // the last was on day -7
	if faults := strings.Join(Check(Athlete{Level: 1}, first, 14, append(past, hardFor(at(1, 7, "SWIM", 20), 20))), "; "); !strings.Contains(faults, "RET-2") {
		t.Errorf("a first session that is hard after days off: %s", faults)
	}
}

// Coaching 11: "N says CTL 60, no log: week <= 90", and 2.6 of the others.
func TestWhatLittleIsKnownOf(t *testing.T) {
	week := func(each int) (list []Session) {
		for _, d := range []int{1, 3, 5} {
			list = append(list, easily(lasting(at(d, 7, "RIDE", 10), each)))
		}
		return list
	}
	stated := Athlete{Level: 0, Stated: 60, StatedOn: first}
	for _, c := range []struct {
		a    Athlete
		plan []Session
		want bool
	}{
		{stated, week(30), false}, {stated, week(34), true}, {Athlete{Level: 1}, week(45), false}, {Athlete{Level: 1}, week(50), true},
		{Athlete{Level: 2}, week(60), false}, {Athlete{Level: 2}, week(64), true}, {Athlete{Level: 1}, []Session{hardFor(lasting(at(2, 7, "RIDE", 10), 40), 10)}, true},
		{Athlete{Level: 1}, []Session{hardFor(lasting(at(9, 7, "RIDE", 10), 40), 10)}, false}, {Athlete{Level: 1}, []Session{lasting(at(2, 7, "RUN", 10), 34)}, true},
	} {
		if got := strings.Contains(strings.Join(Check(c.a, first, 14, c.plan), "; "), "DAT-1"); got != c.want {
			t.Errorf("level %d, %d sessions of %.0f min: %t, %v", c.a.Level, len(c.plan), c.plan[0].minutes(), got, Check(c.a, first, 14, c.plan))
		}
	}
}

// Coaching 6.2: "10K race Sat d 14, V0 300: d 7-13 = 175 (.58)"; "marathon race week 130 of V0 360 (.36) or 500 (.26) passes"; above .85 and .95 it is HARD.
func TestTapersByTheirMinutes(t *testing.T) {
	at4 := func(minutes, last, n int) (list []Session) { // n sessions in the seven days before day 14, after weeks of so many minutes
		for d := -41; d <= 6; d += 7 {
			for k := range 4 {
				list = append(list, easily(lasting(at(d+k, 7, "RIDE", 20), minutes/4)))
				list[len(list)-1].HI = d < 0 && k == 1
			}
		}
		for k := range n {
			list = append(list, easily(lasting(at(7+k, 7, "RIDE", 20), last/n)))
		}
		return list
	}
	for _, c := range []struct {
		format      string
		usual, last int
		want        string
	}{
		{"RUN_10K", 300, 175, ""}, {"RUN_10K", 300, 120, "SOFT"}, {"RUN_10K", 300, 240, "SOFT"}, {"RUN_10K", 300, 290, "HARD"}, {"RUN_MARATHON", 360, 130, ""},
		{"RUN_MARATHON", 500, 130, ""}, {"RUN_MARATHON", 360, 250, "SOFT"}, {"RUN_MARATHON", 360, 320, "HARD"}, {"RUN_HALF", 360, 320, "HARD"}, {"RIDE_TT", 360, 320, "SOFT"},
		{"RUN_10K", 100, 95, ""}, {"RIDE_FONDO", 360, 320, "HARD"},
	} {
		got := ""
		for _, r := range rowsOf(a(c.format, 14), 14, at4(c.usual, c.last, 4), "TAP-1") {
			if r.Broken() && r.To == 13 && got != "HARD" {
				got = map[bool]string{true: "HARD", false: "SOFT"}[r.Hard]
			}
		}
		if got != c.want {
			t.Errorf("%s, %d of %d: %q, want %q", c.format, c.last, c.usual, got, c.want)
		}
	}
	if rows := rowsOf(a("RUN_10K", 14), 14, at4(300, 175, 4), "TAP-3"); len(rows) == 0 || broken(rows) {
		t.Errorf("four sessions of four: %+v", rows)
	}
	if rows := rowsOf(a("RUN_10K", 14), 14, at4(300, 175, 2), "TAP-3"); !broken(rows) {
		t.Errorf("two sessions of four: %+v", rows)
	}
	if rows := rowsOf(a("RUN_10K", 14), 14, at4(300, 175, 4), "TAP-2"); !broken(rows) {
		t.Errorf("nothing that keeps the edge: %+v", rows)
	}
	for family, want := range map[string]bool{"R-SHARP": false, "R-OPEN": false, "H-PRIME": false, "R-EASY": true} {
		list := at4(300, 175, 4)
		list[len(list)-2].Family = family
		if got := broken(rowsOf(a("RUN_10K", 14), 14, list, "TAP-2")); got != want {
			t.Errorf("with %s: broken %t", family, got)
		}
	}
	for high, want := range map[float64]bool{9: false, 12: true} {
		if got := broken(rowsOf(a("RUN_10K", 14), 14, append(at4(300, 175, 4), hardFor(at(13, 18, "RUN", 20), high)), "TAP-2")); got != want {
			t.Errorf("%.0f hard minutes on the last day: broken %t", high, got)
		}
	}
}

// Coaching 8, INT-4 to INT-6.
func TestIntensityByPhase(t *testing.T) {
	two := func(phase string) []Week {
		return []Week{{First: first, Phase: phase}, {First: first.AddDate(0, 0, 7), Phase: phase}}
	}
	plan := func(minutes int, share float64, n int) (list []Session) {
		for k := range n {
			s := lasting(at(1+k*14/n, 7, "RIDE", 20), minutes/n)
			s.High = share * s.minutes()
			s.Low = s.minutes() - s.High
			list = append(list, s)
		}
		return list
	}
	for _, c := range []struct {
		name     string
		a        Athlete
		sessions []Session
		want     bool
	}{
		{"base, a sixth is hard", Athlete{Level: 1, Weeks: two("BASE")}, plan(600, .16, 10), true},
		{"base, seven hundredths", Athlete{Level: 1, Weeks: two("BASE")}, plan(600, .07, 10), false},
		{"four sessions a week have more room", Athlete{Level: 1, Weeks: two("BASE")}, plan(600, .13, 8), false},
		{"build before 10 km", Athlete{Level: 1, Weeks: two("BUILD"), Races: a("RUN_10K", 60).Races}, plan(600, .12, 10), false},
		{"build before a half", Athlete{Level: 1, Weeks: two("BUILD"), Races: a("RUN_HALF", 60).Races}, plan(600, .12, 10), true},
		{"a beginner", Athlete{Level: 0, Weeks: two("BUILD"), Races: a("RUN_10K", 60).Races}, plan(300, .16, 8), true},
		{"three hours a week", Athlete{Level: 1, Weeks: two("BASE")}, plan(360, .12, 8), false},
	} {
		if got := broken(rowsOf(c.a, 14, c.sessions, "INT-4")); got != c.want {
			t.Errorf("%s: broken %t, %+v", c.name, got, rowsOf(c.a, 14, c.sessions, "INT-4"))
		}
	}
	for level, most := range []float64{25, 40, 55} {
		for off, want := range map[float64]bool{-1: false, 1: true} {
			two := []Session{hardFor(at(3, 7, "RIDE", 20), 20), hardFor(at(4, 7, "RUN", 20), most-20+off)}
			if got := broken(rowsOf(Athlete{Level: level}, 7, two, "INT-5")); got != want {
				t.Errorf("level %d, %.0f min: broken %t", level, most+off, got)
			}
		}
	}
	long := func(minutes int) Session { s := lasting(at(5, 7, "RUN", 40), minutes); s.Long = true; return s }
	for _, c := range []struct {
		name     string
		a        Athlete
		sessions []Session
		want     string
	}{
		{"hard before a long run", Athlete{Level: 1}, []Session{hardFor(at(4, 7, "RIDE", 20), 20), long(95)}, "SOFT"},
		{"before one of 80 min", Athlete{Level: 1}, []Session{hardFor(at(4, 7, "RIDE", 20), 20), long(80)}, ""},
		{"within a day after it", Athlete{Level: 1}, []Session{long(95), hardFor(at(6, 7, "RIDE", 20), 20)}, "SOFT"},
		{"a day after it", Athlete{Level: 1}, []Session{long(95), hardFor(at(6, 9, "RIDE", 20), 20)}, ""},
		{"the day before a race", a("RUN_10K", 7), []Session{hardFor(at(6, 7, "RUN", 20), 15)}, "HARD"},
		{"openers", a("RUN_10K", 7), []Session{hardFor(at(6, 7, "RUN", 20), 9)}, ""},
	} {
		got := ""
		for _, r := range rowsOf(c.a, 14, c.sessions, "INT-6") {
			if r.Broken() {
				got = map[bool]string{true: "HARD", false: "SOFT"}[r.Hard]
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Coaching 8, CON-2: "HARD only before HI, P or LONG >= 90 min run; before an easy LONG SOFT 24 h; before easy <= 60 nothing".
func TestFreshLegsBeforeLongAndEasySessions(t *testing.T) {
	lift := at(2, 18, "STRENGTH", 30)
	lift.Heavy = true
	ride := lasting(at(3, 9, "RIDE", 60), 180)
	ride.Long = true
	for _, c := range []struct {
		name string
		a    Athlete
		s    Session
		want bool
	}{
		{"a long ride fourteen hours later", Athlete{Level: 1}, ride, true}, {"an easy run", Athlete{Level: 1}, lasting(at(3, 9, "RUN", 30), 45), false},
		{"intervals 30 h later", Athlete{Level: 1}, hardFor(at(4, 1, "RUN", 30), 20), true}, {"37 h later", Athlete{Level: 1}, hardFor(at(4, 9, "RUN", 30), 20), false},
		{"of a master", Athlete{Level: 1, Masters: true}, hardFor(at(4, 9, "RUN", 30), 20), true},
	} {
		if got := broken(rowsOf(c.a, 14, []Session{lift, c.s}, "CON-2")); got != c.want {
			t.Errorf("%s: broken %t", c.name, got)
		}
	}
}

// Coaching 8, LD-8 and BUD-1: .8 of what keeps fitness, .93 to 1.07 of a week, .95 to 1.05 of both.
func TestMinutesThatWereDecided(t *testing.T) {
	for _, c := range []struct {
		share      float64
		phase      string
		back       bool
		less, more bool
	}{
		{1, "BASE", false, false, false}, {.94, "BASE", false, false, true}, {.9, "BUILD", false, true, true}, {.9, "BASE", true, false, true}, {.9, "RETURN", false, false, true},
		{1.06, "BASE", false, false, true}, {1.09, "BASE", false, false, true},
	} {
		athlete := Athlete{Level: 1}
		list := history()
		for week := range 2 {
			athlete.Weeks = append(athlete.Weeks, Week{First: first.AddDate(0, 0, 7*week), Phase: c.phase, StepBack: c.back, Minutes: 300})
			for k := range 4 {
				list = append(list, lasting(at(7*week+2*k+1, 7, "RIDE", 80), int(c.share*75)))
			}
		}
		if got := broken(rowsOf(athlete, 14, list, "LD-8")); got != c.less {
			t.Errorf("%.2f of %s, LD-8 broken %t: %+v", c.share, c.phase, got, rowsOf(athlete, 14, list, "LD-8"))
		}
		if got := broken(rowsOf(athlete, 14, list, "BUD-1")); got != c.more {
			t.Errorf("%.2f of %s, BUD-1 broken %t", c.share, c.phase, got)
		}
	}
	for tss, want := range map[float64]bool{10: true, 60: false} {
		athlete := Athlete{Level: 1, Weeks: []Week{{First: first, Phase: "BASE"}}}
		list := append(history(), at(1, 7, "RIDE", tss), at(3, 7, "RIDE", tss), at(5, 7, "RIDE", tss))
		if got := broken(rowsOf(athlete, 7, list, "LD-8")); got != want {
			t.Errorf("three rides of %.0f TSS: broken %t", tss, got)
		}
	}
}

// Coaching 8: STR-1, PRG-1 and MIN-1 with 2.3.
func TestPatternsRungsAndFloors(t *testing.T) {
	weeks := []Week{{First: first, Phase: "BASE", Rungs: map[string]int{"R-THR": 4}, LongSport: "RUN", LongMinutes: 100, Lifts: 2}}
	lift := func(d int, patterns string) Session { s := at(d, 18, "STRENGTH", 30); s.Patterns = patterns; return s }
	for _, c := range []struct {
		priority, second string
		want             bool
	}{{"HYBRID", "SQUAT HINGE PUSH PULL", false}, {"HYBRID", "PUSH PULL", true}, {"ENDURANCE", "PUSH PULL", false}} {
		plan := []Session{lift(1, "SQUAT HINGE PUSH PULL"), lift(4, c.second)}
		if got := broken(rowsOf(Athlete{Level: 1, Priority: c.priority, Weeks: weeks}, 7, plan, "STR-1")); got != c.want {
			t.Errorf("%s with %s: broken %t", c.priority, c.second, got)
		}
	}
	for _, c := range []struct {
		rung, long int
		want       bool
	}{{4, 100, false}, {4, 96, false}, {4, 94, true}, {4, 106, true}, {5, 100, true}} {
		threshold := at(2, 7, "RUN", 50)
		threshold.Family, threshold.Rung = "R-THR", c.rung
		if got := broken(rowsOf(Athlete{Level: 1, Weeks: weeks}, 7, []Session{threshold, lasting(at(6, 7, "RUN", 50), c.long)}, "PRG-1")); got != c.want {
			t.Errorf("rung %d, %d min: broken %t", c.rung, c.long, got)
		}
	}
	for n, c := range []struct {
		swims, rides, runs int
		want               bool
	}{{1, 1, 1, false}, {0, 2, 2, true}, {1, 2, 2, false}, {2, 2, 2, false}, {1, 3, 2, true}, {2, 3, 2, false}, {3, 3, 3, false}, {2, 4, 3, true}} {
		var plan []Session
		for sport, times := range map[string]int{"SWIM": c.swims, "RIDE": c.rides, "RUN": c.runs} {
			for k := range times {
				plan = append(plan, at(1+2*k, map[string]float64{"SWIM": 6, "RIDE": 12, "RUN": 18}[sport], sport, 20))
			}
		}
		athlete := a("RUN_10K", 60)
		athlete.Races[0].Format, athlete.Races[0].Sport, athlete.Weeks = "TRI_OLYMPIC", "OTHER", weeks
		if got := broken(rowsOf(athlete, 7, append(history(), plan...), "MIN-1")); got != c.want {
			t.Errorf("%d: %d swims, %d rides, %d runs: broken %t, %+v", n, c.swims, c.rides, c.runs, got, rowsOf(athlete, 7, append(history(), plan...), "MIN-1"))
		}
	}
}

// Coaching 4, 5 and 8, WHO-5 and WIN-1; 11: "power clean N: HARD".
func TestFamiliesAreForWhoMayDoThem(t *testing.T) {
	of := func(d int, sport, family string, rung int) Session {
		s := at(d, 7, sport, 20)
		s.Family, s.Rung = family, rung
		return s
	}
	weeks := func(phase string) []Week {
		return []Week{{First: first, Phase: phase}, {First: first.AddDate(0, 0, 7), Phase: phase}}
	}
	heavy := of(2, "STRENGTH", "Q-FULL", 1)
	heavy.Sets = []Set{{Reps: 3, Reserve: 4, Fraction: .85}}
	for n, c := range []struct {
		a    Athlete
		s    Session
		want string
	}{
		{Athlete{Level: 0}, of(2, "RUN", "R-VO2", 1), "WHO-5"}, {Athlete{Level: 1}, of(2, "RUN", "R-VO2", 1), ""}, {Athlete{Level: 0}, of(2, "RUN", "R-HILL", 3), ""},
		{Athlete{Level: 0}, of(2, "RUN", "R-HILL", 4), "WHO-5"}, {Athlete{Level: 0}, of(2, "RUN", "R-THR", 2), ""}, {Athlete{Level: 0}, of(2, "RUN", "R-THR", 3), "WHO-5"},
		{Athlete{Level: 2, SportMonths: map[string]int{"RUN": 6}}, of(2, "RUN", "R-VO2", 1), "WHO-5"}, {Athlete{Level: 1, LiftMonths: 3}, of(2, "STRENGTH", "Q-STR", 1), "WHO-5"},
		{Athlete{Level: 1, LiftMonths: 6}, of(2, "STRENGTH", "Q-STR", 1), ""}, {Athlete{Level: 0, LiftMonths: 3}, heavy, "WHO-5"}, {Athlete{Level: 1, LiftMonths: 12}, heavy, ""},
		{Athlete{Level: 1, No: []string{"knee", "imp"}}, of(2, "RIDE", "B-TORQ", 1), "WHO-5"}, {Athlete{Level: 1, No: []string{"knee", "imp"}}, of(2, "RUN", "R-EASY", 0), "WHO-5"},
		{Athlete{Level: 1, No: []string{"knee", "imp"}}, of(2, "SWIM", "S-END", 1), ""}, {Athlete{Level: 1, No: []string{"sho"}}, of(2, "SWIM", "S-END", 1), "WHO-5"},
		{Athlete{Level: 1, Weeks: weeks("BASE")}, of(2, "RUN", "R-VO2", 1), "WIN-1"}, {Athlete{Level: 1, Weeks: weeks("BUILD")}, of(2, "RUN", "R-VO2", 1), ""},
		{Athlete{Level: 1, Weeks: weeks("BASE")}, of(2, "RUN", "R-TEST", 0), "WIN-1"}, {Athlete{Level: 1, Weeks: weeks("BASE")}, of(2, "RUN", "R-OPEN", 0), "WIN-1"},
	} {
		got := ""
		for _, fault := range Check(c.a, first, 14, append(history(), c.s)) {
			if strings.HasPrefix(fault, "WHO-5") || strings.HasPrefix(fault, "WIN-1") {
				got = fault[:5]
			}
		}
		if got != c.want {
			t.Errorf("%d: %s: %q, want %q", n, c.s.Family, got, c.want)
		}
	}
	for apart, want := range map[int]bool{5: true, 6: false} {
		plan := []Session{of(2, "RUN", "R-VO2", 1), of(2+apart, "RUN", "R-VO2", 1)}
		if got := strings.Contains(fmt.Sprint(Check(Athlete{Level: 1}, first, 14, append(history(), plan...))), "WIN-1"); got != want {
			t.Errorf("two of a kind %d days apart: WIN-1 %t", apart, got)
		}
	}
	if len(families) < 80 {
		t.Errorf("only %d families are read", len(families))
	}
}

// Coaching 7.1, RED-6: what each gate and each region that hurts bans is found, and what it allows first is not.
func TestWhatIsStatedRulesOutSessions(t *testing.T) {
	of := func(sport string, change ...func(*Session)) Session {
		s := at(2, 7, sport, 20)
		s.End = s.Start.Add(30 * time.Minute)
		for _, c := range change {
			c(&s)
		}
		return s
	}
	family := func(id string) func(*Session) { return func(s *Session) { s.Family = id } }
	lift := func(patterns string) func(*Session) { return func(s *Session) { s.Heavy, s.Patterns = true, patterns } }
	hi := func(s *Session) { s.HI = true }
	long := func(s *Session) { s.End = s.Start.Add(31 * time.Minute) }
	sets := func(left int) func(*Session) { return func(s *Session) { s.Sets = []Set{{Reps: 8, Reserve: left}} } }
	for n, c := range []struct {
		what   string
		s      Session
		broken bool
	}{
		{"CHEST_PAIN", of("SWIM"), true}, {"FLU", of("SWIM"), true}, {"COLD", of("SWIM"), false}, {"COLD", of("SWIM", long), true}, {"COLD", of("RUN", hi), true},
		{"STRESS_FRACTURE", of("RUN"), true}, {"STRESS_FRACTURE", of("RIDE"), false}, {"STRESS_FRACTURE", of("STRENGTH", lift("SQUAT")), true},
		{"HURT_CALF", of("RUN"), true}, {"HURT_CALF", of("SWIM"), false}, {"HURT_FOOT", of("STRENGTH", family("H-SLED")), true},
		{"HURT_KNEE", of("RUN"), true}, {"HURT_KNEE", of("RIDE"), false}, {"HURT_KNEE", of("RIDE", family("B-TORQ")), true}, {"HURT_KNEE", of("STRENGTH", lift("SQUAT")), true},
		{"HURT_HAMSTRING", of("RUN"), false}, {"HURT_HAMSTRING", of("RUN", hi), true}, {"HURT_HIP", of("STRENGTH", lift("HINGE")), true}, {"HURT_GROIN", of("RIDE"), false},
		{"HURT_BACK", of("ROW"), true}, {"HURT_BACK", of("SWIM"), false}, {"HURT_BACK", of("STRENGTH", family("Q-KB")), true},
		{"HURT_SHOULDER", of("SWIM"), true}, {"HURT_WRIST", of("SKI_ERG"), true}, {"HURT_ELBOW", of("RUN", hi), false},
		{"BETA_BLOCKER", of("RUN", hi), true}, {"HEART_DISEASE", of("STRENGTH", sets(3)), true}, {"HEART_DISEASE", of("STRENGTH", sets(4)), false},
		{"PREGNANT", of("RIDE", hi), true}, {"PREGNANT", of("RIDE"), false}, {"RED_S", of("RIDE", hi), true}, {"RED_S", of("RIDE"), false}, {"HEAT", of("RUN"), false},
	} {
		found := strings.Contains(fmt.Sprint(Check(Athlete{Level: 1, States: []string{c.what}}, first, 14, append(history(), c.s))), "RED-6")
		if found != c.broken {
			t.Errorf("%d: %s and %s: RED-6 %t", n, c.what, c.s.Name, found)
		}
	}
	two := append(history(), of("RIDE"), at(2, 18, "SWIM", 10))
	if !strings.Contains(fmt.Sprint(Check(Athlete{Level: 1, States: []string{"RED_S"}}, first, 14, two)), "RED-6") {
		t.Error("two sessions on a day of somebody with too little energy are not found")
	}
	locked := of("RUN")
	locked.Locked = true
	if strings.Contains(fmt.Sprint(Check(Athlete{Level: 1, States: []string{"HURT_KNEE"}}, first, 14, append(history(), locked))), "RED-6") {
		t.Error("a lock is held against a plan")
	}
}
