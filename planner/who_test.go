package planner_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// goal, has, since and gear are more of what an athlete states.
func (m *memory) goal(words string) *memory {
	return m.states(func(p *training.Profile) { p.Goal = &words })
}
func (m *memory) has(c ...training.Condition) *memory {
	return m.states(func(p *training.Profile) { p.Conditions = c })
}
func (m *memory) since(c training.Condition, day training.Date) *memory {
	m.snapshot.Restrictions = append(m.snapshot.Restrictions, training.Restriction{ID: training.RestrictionID("r-" + string(c)), Condition: c, Words: string(c), SaidOn: monday - 1, Since: &day})
	return m
}
func (m *memory) gear(e ...training.Equipment) *memory {
	return m.states(func(p *training.Profile) { p.Equipment = e })
}

// who is an athlete of a kind that a coach meets, and the wish of his plan.
type who struct {
	name, wish string
	build      func() *memory
}

// fortnight is the plan of an athlete, which breaks no HARD rule.
func (w *who) fortnight(t *testing.T) (*memory, runs.Run) {
	t.Helper()
	m, run := w.build(), request(14)
	run.Wish = w.wish
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded {
		t.Fatalf("%s: %s", w.name, *m.outcome.Failure)
	}
	if hard := m.hard(run); len(hard) > 0 {
		t.Errorf("%s: %v", w.name, hard)
	}
	return m, run
}

// Who does a sport that cannot be planned gets no other in its place, and is told; who sits in a wheelchair gets nothing that legs do.
func TestASportThatCannotBePlannedIsLeftAlone(t *testing.T) {
	only := []training.Sport{training.Strength, training.Mobility}
	for _, c := range []struct {
		who
		may []training.Sport // that the plan may have
	}{
		{who{"kayaker", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 35, training.Thresholds{}).goal("kayak marathon in spring, I only paddle").
				lived(monday, 12, 1, 40, usually(tue, training.Kayak, 60), usually(thu, training.Kayak, 60), usually(sun, training.Kayak, 120), usually(fri, training.Strength, 45).sets(2))
		}}, only},
		{who{"kayaker with a race", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 35, training.Thresholds{}).races("Kayak marathon", training.Other, "", monday+60, 0, 42_000).
				lived(monday, 12, 1, 40, usually(tue, training.Kayak, 60), usually(thu, training.Kayak, 60), usually(sun, training.Kayak, 120))
		}}, only},
		{who{"climber", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 28, training.Thresholds{}).goal("rock climber, I boulder three times a week").
				lived(monday, 12, 1, 35, usually(tue, training.Other, 90), usually(thu, training.Other, 90), usually(sun, training.Other, 120))
		}}, only},
		{who{"skier", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 35, training.Thresholds{}).goal("cross-country skiing, ski marathon in winter").
				lived(monday, 12, 1, 40, usually(tue, training.Other, 60), usually(thu, training.Other, 60), usually(sun, training.Other, 120))
		}}, only},
		{who{"footballer who runs", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 24, pace(290)).goal("football, team practice Tuesday and Thursday, match on Sunday").
				lived(monday, 12, 1, 40, usually(tue, training.Other, 90), usually(thu, training.Other, 90), usually(sun, training.Other, 90), usually(sat, training.Run, 30).km(5))
		}}, append(slices.Clone(only), training.Run)},
		{who{"hand-cyclist", "", func() *memory {
			ftp := 120
			return somebody(training.Intermediate, training.PriorityEndurance, 36, training.Thresholds{FTPWatts: &ftp}).goal("wheelchair user, handcycle marathon").
				lived(monday, 12, 1, 40, usually(tue, training.Ride, 60).hard(8), usually(thu, training.Ride, 60), usually(sun, training.Ride, 120), usually(fri, training.Strength, 45))
		}}, append(slices.Clone(only), training.Ride)},
	} {
		m, _ := c.fortnight(t)
		workouts, sessions := m.planned()
		if len(workouts) == 0 {
			t.Errorf("%s: nothing is planned", c.name)
		}
		for i := range workouts {
			w := &workouts[i]
			if !slices.Contains(c.may, w.Sport) || has(w, training.Row, training.Swim) {
				t.Errorf("%s: %s", c.name, w.Title)
			}
			if c.name == "footballer who runs" && (w.Demand.HighSeconds > 0 || w.Demand.Moderate) {
				t.Errorf("%s: %s beside practices of which nobody knows how hard they are", c.name, w.Title)
			}
			if c.name == "hand-cyclist" && (sessions[i].Load.Demand.LowerBodySeconds > 0 && w.Sport == training.Strength || w.Demand.RunSeconds > 0) {
				t.Errorf("%s: %s is for the legs", c.name, w.Title)
			}
		}
		week, _ := m.said()
		if !strings.Contains(week, "planned") {
			t.Errorf("%s: nothing is said of what is not planned: %s", c.name, week)
		}
	}
}

// trainsUsually is a week of a runner who lifts once.
func trainsUsually() []did {
	return []did{usually(tue, training.Run, 50).km(8.5).hard(10), usually(thu, training.Run, 45).km(7.5), usually(sat, training.Run, 40).km(6.7), usually(sun, training.Run, 80).km(13), usually(wed, training.Strength, 40).sets(5)}
}

// Who expects a child trains at an effort at which one can talk, in any week, whatever was done before: no tempo, no strides.
func TestPregnancyIsAnEffortAtWhichOneCanTalk(t *testing.T) {
	ftp, css := 200, 110
	for _, week := range []int{8, 14, 22, 30, 36} {
		for sport, m := range map[training.Sport]*memory{
			training.Run: somebody(training.Intermediate, training.PriorityEndurance, 32, pace(300)).lived(monday, 12, 1, 35, trainsUsually()...),
			training.Ride: somebody(training.Advanced, training.PriorityHybrid, 32, training.Thresholds{FTPWatts: &ftp}).
				lived(monday, 12, 1, 45, usually(tue, training.Ride, 60).hard(12), usually(thu, training.Ride, 60).hard(8), usually(sun, training.Ride, 120), usually(mon, training.Strength, 45).sets(5), usually(fri, training.Strength, 45).sets(5)),
			training.Swim: somebody(training.Intermediate, training.PriorityEndurance, 32, training.Thresholds{CriticalSwimSecondsPer100Meters: &css}).
				lived(monday, 12, 1, 35, usually(tue, training.Swim, 50).hard(10), usually(thu, training.Swim, 50), usually(sat, training.Swim, 60)),
		} {
			w := who{name: fmt.Sprint(sport, " in week ", week), build: func() *memory { return m.goal(fmt.Sprint(week, " weeks pregnant, stay fit")).has(training.Pregnant) }}
			w.fortnight(t)
			workouts, _ := m.planned()
			if len(workouts) < 6 {
				t.Errorf("%s: %d sessions", w.name, len(workouts))
			}
			for i := range workouts {
				if d := &workouts[i].Demand; d.HighSeconds > 0 || d.Moderate && sport != training.Swim || d.SessionRPE > 6 || d.LeastReserve < 4 {
					t.Errorf("%s: %s, %d s of it hard, effort %.1f", w.name, workouts[i].Title, d.HighSeconds, d.SessionRPE)
				}
			}
			for _, v := range m.outcome.Certificate.Violations() {
				if v.RuleID == "STR-1" {
					t.Errorf("%s: %s", w.name, v.Message)
					break
				}
			}
		}
	}
}

// After a birth each stage has what it may have, as long as that may be, and what is announced: light strength from the sixth week on, the tenth after a
// caesarean (coaching 7.3).
func TestStagesAfterABirth(t *testing.T) {
	for _, c := range []struct {
		condition training.Condition
		weeks     int
		most      int // minutes of a session
		lifts     bool
	}{
		{training.Postpartum, 1, 15, false}, {training.Postpartum, 2, 15, false}, {training.Postpartum, 3, 30, false}, {training.Postpartum, 5, 30, false}, {training.Postpartum, 6, 40, true},
		{training.Postpartum, 11, 40, true}, {training.Postpartum, 17, 40, true}, {training.Caesarean, 6, 15, false}, {training.Caesarean, 9, 30, false}, {training.Caesarean, 10, 40, true},
	} {
		for _, history := range []int{0, min(c.weeks, 6)} { // weeks of walks
			name := fmt.Sprint(c.condition, " ", c.weeks, " weeks ago, walks for ", history)
			w := who{name: name, build: func() *memory {
				m := somebody(training.Intermediate, training.PriorityHybrid, 33, training.Thresholds{}).since(c.condition, monday.AddDays(-7*c.weeks)).goal("Back to running, and strong")
				if history > 0 {
					m.lived(monday, history, even, 0, usually(mon, training.Walk, 15), usually(wed, training.Walk, 15), usually(fri, training.Walk, 15), usually(sun, training.Walk, 15))
				}
				return m
			}}
			m, _ := w.fortnight(t)
			workouts, _ := m.planned()
			care := map[training.Sport]int{}
			for i := range workouts {
				care[workouts[i].Sport]++
				if workouts[i].DurationSeconds > 60*c.most || has(&workouts[i], training.Run) {
					t.Errorf("%s: %s of %d min", name, workouts[i].Title, workouts[i].DurationSeconds/60)
				}
			}
			if (care[training.Strength] > 0) != c.lifts || care[training.Mobility] < 10 || care[training.Walk] == 0 {
				t.Errorf("%s: %v", name, care)
			}
			week, _ := m.said()
			if strings.Contains(week, "light strength") != c.lifts {
				t.Errorf("%s: said is %s", name, week)
			}
			for _, v := range m.outcome.Certificate.Violations() {
				if v.RuleID == "STR-1" || v.RuleID == "BUD-1" {
					t.Errorf("%s: %s", name, v.Message)
				}
			}
		}
	}
}

// Lifts that the table has beyond those that are usual take no run and no ride away: they come on top where the week has room, or not at all. Who may do
// nothing hard begins nothing new.
func TestLiftsBesideAsMuchAsUsual(t *testing.T) {
	ftp := 210
	week := func(lifts int, sport training.Sport, minutes ...int) (list []did) {
		days := []training.Weekday{tue, thu, sat, wed, fri}
		for i, m := range minutes[1:] {
			list = append(list, usually(days[i], sport, m))
		}
		list = append(list, usually(sun, sport, minutes[0]))
		for i := range lifts {
			list = append(list, usually([]training.Weekday{mon, fri}[i], training.Strength, 40).sets(4))
		}
		return list
	}
	marathon := func(m *memory) *memory {
		return m.races("Marathon", training.Run, training.RunMarathon, monday+112, 0, 42_195)
	}
	for _, c := range []struct {
		who
		sport        training.Sport
		usual, lifts int // of the sport, and the most lifts
	}{
		{who{"67, four runs and a lift", "", func() *memory {
			return marathon(somebody(training.Intermediate, training.PriorityEndurance, 67, pace(330)).lived(monday, 12, 1, 45, week(1, training.Run, 110, 55, 50, 45)...))
		}}, training.Run, 4, 2},
		{who{"67, four runs and two lifts", "", func() *memory {
			return marathon(somebody(training.Intermediate, training.PriorityEndurance, 67, pace(330)).lived(monday, 12, 1, 45, week(2, training.Run, 110, 55, 50, 45)...))
		}}, training.Run, 4, 2},
		{who{"55, five runs", "", func() *memory {
			return marathon(somebody(training.Intermediate, training.PriorityEndurance, 55, pace(310)).lived(monday, 12, 1, 50, week(0, training.Run, 110, 55, 50, 45, 40)...))
		}}, training.Run, 5, 1},
		{who{"55, three rides and a lift, both wanted", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityHybrid, 55, training.Thresholds{FTPWatts: &ftp}).goal("get faster on the bike").lived(monday, 12, 1, 40, week(1, training.Ride, 110, 60, 60)...)
		}}, training.Ride, 3, 2},
		{who{"soldier, three runs and a lift", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityHybrid, 22, pace(300)).goal("army fitness test: 2.4 km run and push-ups in 8 weeks").lived(monday, 12, 1, 30, week(1, training.Run, 50, 35, 40)...)
		}}, training.Run, 3, 2},
		{who{"60, three rides, a beta blocker", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 60, training.Thresholds{FTPWatts: &ftp}).goal("keep fit, I take beta blockers").has(training.BetaBlocker).lived(monday, 12, 1, 40, week(0, training.Ride, 120, 60, 60)...)
		}}, training.Ride, 3, 0},
	} {
		m, _ := c.fortnight(t)
		for w := range 2 {
			counts := map[training.Sport]int{}
			for _, s := range m.stands(monday.AddDays(7*w), monday.AddDays(7*w+6)) {
				counts[s.Sport]++
			}
			if counts[c.sport] < c.usual || counts[training.Strength] > c.lifts {
				t.Errorf("%s: week %d has %v", c.name, w+1, counts)
			}
		}
		for _, v := range m.outcome.Certificate.Violations() {
			if v.RuleID == "STR-1" && v.Limit > 1 {
				t.Errorf("%s: %s", c.name, v.Message)
			}
		}
	}
}

// raceSteps are the intensities of the repeats of a family, highest first, and its longest repeat in metres.
func (m *memory) raceSteps(id session.ID) (most, meters float64) {
	workouts, _ := m.planned()
	for i := range workouts {
		if read, known := session.LevelOf(workouts[i]); !known || read.Family != id {
			continue
		}
		for _, b := range workouts[i].Blocks {
			for _, step := range b.Steps {
				if r, is := step.(training.RepeatStep); is && r.Repeats > 1 && b.Name != "Warm-up" {
					if s, is := r.Steps[0].(training.EnduranceStep); is {
						most, meters = max(most, s.Target.End), max(meters, s.End.Meters)
					}
				}
			}
		}
	}
	return most, meters
}

// Race pace goes by how long the race is: of 200 m faster than of 400, and that faster than of 1,500, in repeats of half the race at the most. A race on the
// track that is shorter than 5 km has repetitions at speed, and one of the erg that has no name of its own is trained for like the nearest that has.
func TestRacePaceGoesByTheDistance(t *testing.T) {
	css, erg := 80, 230
	before := 2.0
	for _, meters := range []float64{200, 400, 1500} {
		w := who{name: fmt.Sprint(meters, " m"), build: func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 22, training.Thresholds{CriticalSwimSecondsPer100Meters: &css}).races("Meet", training.Swim, training.SwimPool, monday+21, 0, meters).
				lived(monday, 12, 1, 40, usually(mon, training.Swim, 60), usually(tue, training.Swim, 60).hard(10), usually(thu, training.Swim, 60).hard(10), usually(sat, training.Swim, 75))
		}}
		m, _ := w.fortnight(t)
		most, longest := m.raceSteps("S-RP")
		if most == 0 || most >= before-.02 || longest > max(100, meters/2) {
			t.Errorf("%s: repeats of %.0f m at %.3f of critical speed, %.3f of the shorter race", w.name, longest, most, before)
		}
		before = most
	}
	for _, c := range []struct {
		who
		families []session.ID
	}{
		{who{"800 m", "", func() *memory {
			return somebody(training.Advanced, training.PriorityEndurance, 22, pace(215)).races("800 m", training.Run, training.OtherFormat, monday+21, 125, 800).
				lived(monday, 12, 1, 55, usually(mon, training.Run, 45).km(9), usually(tue, training.Run, 60).km(12).hard(15), usually(thu, training.Run, 60).km(12).hard(12), usually(sat, training.Run, 50).km(10).hard(10), usually(sun, training.Run, 75).km(15))
		}}, []session.ID{"R-REP", "R-VO2"}},
		{who{"1,500 m", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 22, pace(240)).races("1,500 m", training.Run, "", monday+21, 0, 1500).
				lived(monday, 12, even, 0, usually(tue, training.Run, 50).km(10).hard(12), usually(thu, training.Run, 50).km(10).hard(10), usually(sat, training.Run, 50).km(10), usually(sun, training.Run, 70).km(13))
		}}, []session.ID{"R-REP", "R-VO2"}},
		{who{"500 m on the erg", "", func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 30, training.Thresholds{RowFTPWatts: &erg}).races("500 m sprint", training.Row, training.OtherFormat, monday+21, 95, 500).
				lived(monday, 12, 1, 0, usually(tue, training.Row, 50).hard(10), usually(wed, training.Row, 45), usually(sat, training.Row, 46), usually(sun, training.Row, 50))
		}}, []session.ID{"W-2KI", "W-LINT"}},
	} {
		m, _ := c.fortnight(t)
		var keys []session.ID
		for _, s := range m.stands(monday, monday+13) {
			keys = append(keys, s.family)
		}
		for _, id := range c.families {
			if !slices.Contains(keys, id) {
				t.Errorf("%s: no %s among %v", c.name, id, keys)
			}
		}
	}
}

// Lifters keep their main lifts up to the last week before a meet, whoever may peak and whoever may not.
func TestMainLiftsBeforeAMeet(t *testing.T) {
	for _, level := range []training.Level{training.Intermediate, training.Advanced} {
		for _, days := range []int{16, 23, 30} {
			w := who{name: fmt.Sprint(level, " ", days, " days before a meet"), build: func() *memory {
				return somebody(level, training.PriorityStrength, 30, training.Thresholds{}).races("Powerlifting meet", training.Strength, training.LiftMeet, monday+training.Date(days), 0, 0).
					lived(monday, 12, 1, 0, usually(mon, training.Strength, 75).sets(10), usually(tue, training.Strength, 75), usually(thu, training.Strength, 75).sets(10), usually(fri, training.Strength, 75))
			}}
			m, _ := w.fortnight(t)
			main, minutes := 0, 0
			for _, s := range m.stands(monday, monday+6) {
				minutes += s.Load.DurationSeconds / 60
				switch s.family {
				case "Q-KB", "Q-BODY", "Q-PREV":
					t.Errorf("%s: %s", w.name, s.Title)
				default:
					main++
				}
			}
			if main < 3 || minutes < 170 {
				t.Errorf("%s: %d main sessions, %d min", w.name, main, minutes)
			}
		}
	}
}

// Long walks are walks, heavy beginners walk before they run, and few hours are kept.
func TestWalksAndFewHours(t *testing.T) {
	mass, height, ftp := 115.0, 175.0, 250
	walker := who{name: "walker", build: func() *memory {
		return somebody(training.Novice, training.PriorityEndurance, 58, training.Thresholds{}).goal("I walk for my health").
			lived(monday, 12, even, 0, usually(tue, training.Walk, 40), usually(thu, training.Walk, 45), usually(sat, training.Walk, 40), usually(sun, training.Walk, 100))
	}}
	m, _ := walker.fortnight(t)
	longest := 0
	for _, s := range m.stands(monday, monday+13) {
		if s.Sport == training.Hike {
			t.Errorf("walker: %s", s.Title)
		}
		longest = max(longest, s.Load.DurationSeconds/60)
	}
	if longest < 90 {
		t.Errorf("walker: the longest is %d min", longest)
	}
	heavy := who{name: "115 kg", build: func() *memory {
		return somebody(training.Novice, training.PriorityEndurance, 42, training.Thresholds{}).states(func(p *training.Profile) { p.BodyMassKilograms, p.HeightCentimeters = &mass, &height }).goal("lose weight and start running")
	}}
	m, _ = heavy.fortnight(t)
	for _, s := range m.stands(monday, monday+6) {
		if s.Load.Demand.RunSeconds > 0 {
			t.Errorf("115 kg: %s in the first week", s.Title)
		}
	}
	for _, hours := range []float64{2, 2.5, 3} {
		few := who{name: fmt.Sprint(hours, " hours"), build: func() *memory {
			return somebody(training.Intermediate, training.PriorityEndurance, 44, training.Thresholds{FTPWatts: &ftp}).states(hoursAWeek(hours)).goal("get faster on the bike").
				lived(monday, 12, 1, 20, usually(tue, training.Ride, 40).hard(10), usually(thu, training.Ride, 40).hard(8), usually(sun, training.Ride, 45))
		}}
		m, _ = few.fortnight(t)
		for w := range 2 {
			minutes, rides := 0, 0
			for _, s := range m.stands(monday.AddDays(7*w), monday.AddDays(7*w+6)) {
				minutes, rides = minutes+s.Load.DurationSeconds/60, rides+1
			}
			if float64(minutes) > 60*hours*1.05 || rides < 3 && hours > 2 || rides < 2 {
				t.Errorf("%s: week %d has %d min in %d sessions", few.name, w+1, minutes, rides)
			}
		}
	}
}
