package planner_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fortnight/internal/athletes"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/training"
)

var agreeingSports = []training.Sport{training.Run, training.Ride, training.Swim, training.Strength, training.Other, training.Mobility}

// anySnapshot is an athlete with whatever history, plan, events and statement, around a day that counts as today.
func anySnapshot(t *rapid.T) runs.Snapshot {
	p := training.NewProfile("UTC")
	p.StrengthApart = rapid.Bool().Draw(t, "strength apart")
	if rapid.Bool().Draw(t, "states a fitness") {
		stated, on := rapid.Float64Range(0, 120).Draw(t, "stated"), monday.AddDays(-rapid.IntRange(0, 40).Draw(t, "days ago"))
		p.StartingFitness, p.StartingFitnessOn = &stated, &on
	}
	for range rapid.IntRange(0, 3).Draw(t, "events") {
		tss := rapid.Float64Range(0, 400).Draw(t, "expected")
		p.Events = append(p.Events, training.Event{
			Name: "Race", Date: monday.AddDays(rapid.IntRange(-10, 25).Draw(t, "event's day")), Sport: rapid.SampledFrom(agreeingSports).Draw(t, "event's sport"),
			Priority: training.EventB, ExpectedTSS: &tss,
		})
	}
	s := runs.Snapshot{Today: monday, Athlete: training.User{ID: "athlete", Profile: p}}
	for n := range rapid.IntRange(0, 25).Draw(t, "sessions") {
		s.Sessions = append(s.Sessions, anySession(t, n))
	}
	for range rapid.IntRange(0, 40).Draw(t, "activities") {
		s.Activities = append(s.Activities, anyActivity(t, s.Sessions))
	}
	return s
}

func anySession(t *rapid.T, n int) training.Session {
	seconds := rapid.IntRange(600, 9000).Draw(t, "planned seconds")
	high := rapid.IntRange(0, seconds/3).Draw(t, "planned high")
	s := training.Session{
		PlannedSession: training.PlannedSession{
			ID: training.SessionID(rune('a' + n)), Date: monday.AddDays(rapid.IntRange(-30, 25).Draw(t, "session's day")),
			Start:  training.LocalTime(rapid.IntRange(0, 1400).Draw(t, "start")),
			Status: rapid.SampledFrom([]training.SessionStatus{training.Planned, training.Planned, training.Completed, training.Skipped}).Draw(t, "status"),
		},
		Sport: rapid.SampledFrom(agreeingSports).Draw(t, "sport"), Focus: training.FocusEndurance,
		Load: training.Load{DurationSeconds: seconds, TSS: rapid.Float64Range(0, 250).Draw(t, "planned TSS")},
	}
	if s.Sport.Endurance() {
		d := &s.Load.Demand
		d.HighSeconds, d.LowSeconds, d.EnduranceSeconds, d.HighIntensity = high, seconds-high, seconds, high >= 480
	}
	if s.Status == training.Completed {
		s.Date = min(s.Date, monday)
		s.Result = &training.SessionResult{
			DurationSeconds: rapid.IntRange(60, 12_000).Draw(t, "seconds"), TSS: rapid.Float64Range(0, 300).Draw(t, "TSS"), RPE: maybe(t, "rpe", 1, 10),
		}
	}
	return s
}

func anyActivity(t *rapid.T, sessions []training.Session) training.Activity {
	a := training.Activity{
		Date: monday.AddDays(-rapid.IntRange(0, 60).Draw(t, "days back")), Sport: rapid.SampledFrom(agreeingSports).Draw(t, "sport"),
		DurationSeconds: rapid.IntRange(60, 15_000).Draw(t, "seconds"), TSS: rapid.Float64Range(0, 300).Draw(t, "TSS"), RPE: maybe(t, "rpe", 1, 10),
		HardLegSets: maybe(t, "sets", 0, 20),
	}
	a.HighIntensitySeconds = maybe(t, "high", 0, a.DurationSeconds)
	if len(sessions) > 0 && rapid.Bool().Draw(t, "planned") {
		if s := rapid.SampledFrom(sessions).Draw(t, "of"); s.Status == training.Completed {
			a.SessionID, a.Date = s.ID, s.Date
		}
	}
	return a
}

func maybe(t *rapid.T, what string, low, high int) *int {
	if rapid.Bool().Draw(t, what+" unknown") {
		return nil
	}
	n := rapid.IntRange(low, high).Draw(t, what)
	return &n
}

// 12: whatever shows a load, a fitness or a share of a calendar, two that show the same agree, whichever days are looked at.
func TestEveryTwoFieldsThatShowOneQuantityAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySnapshot(t)
		view := view.CalendarView{
			Snapshot: s, From: monday.AddDays(rapid.IntRange(-30, 10).Draw(t, "from")), DayCount: rapid.IntRange(1, rules.MaxDays).Draw(t, "days"),
		}
		points := map[training.Date]training.FitnessPoint{}
		for _, p := range s.Ledger().Fitness(monday-90, monday+60) { // the fitness query
			points[p.Date] = p
		}
		agreeDays(t, view, points)
		points = believed(s)
		certificate := rules.Check(s.RulesInput(view.From, view.DayCount))
		for i := range certificate.Checks {
			agreeCheck(t, view, points, &certificate.Checks[i])
		}
	})
}

// knownDays are as many as make a history (DAT-1).
const knownDays = 28

// statedShare is how much of a stated fitness the rules believe (coaching 8, DAT-1).
const statedShare = 0.7

// believed is the course of fitness as the rules reckon it: from as much of a stated fitness as they believe.
func believed(s runs.Snapshot) map[training.Date]training.FitnessPoint {
	if stated := s.Athlete.Profile.StartingFitness; stated != nil {
		less := statedShare * *stated
		s.Athlete.Profile.StartingFitness = &less
	}
	points := map[training.Date]training.FitnessPoint{}
	for _, p := range s.Ledger().Fitness(monday-90, monday+60) {
		points[p.Date] = p
	}
	return points
}

func agreeDays(t *rapid.T, view view.CalendarView, points map[training.Date]training.FitnessPoint) {
	ledger, days := view.Ledger(), view.Days()
	for i, day := range days {
		point, known := points[day.Date]
		if day.Date != view.From.AddDays(i) || known != (day.Fitness != nil) || known && *day.Fitness != point || known && point.TSS != day.TSS {
			t.Fatalf("day %+v, point %+v", day, point)
		}
		sum := ledger.ExpectedTSS(day.Date)
		for _, b := range ledger.Bouts() {
			if b.Date == day.Date {
				sum += b.TSS
			}
		}
		equal(t, "a day and its bouts", day.TSS, sum)
	}
	for n, week := range view.Weeks() {
		sum := 0.0
		for _, day := range days[7*n : min(7*n+7, len(days))] {
			sum += day.TSS
		}
		if week.TSS != sum {
			t.Fatalf("a week of %g TSS, whose days have %g", week.TSS, sum)
		}
	}
	for i := range view.Activities {
		a := &view.Activities[i]
		if a.SessionID != "" {
			continue
		}
		found := false
		for _, b := range ledger.Bouts() {
			i := a.Intensity(nil)
			found = found || b.Date == a.Date && b.TSS == a.TSS && b.Intensity == i.Method && b.Demand.HighSeconds == i.HighSeconds &&
				b.Demand.LowSeconds == i.LowSeconds && b.Demand.HighIntensity == i.HighIntensity
		}
		if !found {
			t.Fatalf("no bout is judged as %+v is", a)
		}
	}
}

// agreeCheck compares what a rule measured with the fields that show the same.
func agreeCheck(t *rapid.T, view view.CalendarView, points map[training.Date]training.FitnessPoint, c *rules.RuleCheck) {
	if c.Measured == nil || c.InsufficientData {
		return
	}
	weeks := view.Weeks()
	week := func() (training.PlanWeek, bool) {
		n := int(c.From-view.From) / 7
		aligned := c.From >= view.From && int(c.From-view.From)%7 == 0 && c.To == c.From+6 && n < len(weeks) && weeks[n].Monotony != nil
		if !aligned {
			return training.PlanWeek{}, false
		}
		return weeks[n].PlanWeek, true
	}
	races := len(view.Athlete.Profile.Events) > 0 // whose load LD-1 and LD-2 leave out (coaching 12)
	switch point, known := points[c.From]; c.RuleID {
	case "DAT-1":
		days := 0
		if p, known := points[view.From]; known {
			days = min(rules.HistoryDays, p.KnownDays)
		}
		if c.Limit == knownDays { // the other rows are minutes of weeks and sessions
			equal(t, "known days", *c.Measured, float64(days))
		}
	case "LD-1":
		restarts, _ := view.Ledger().Restarts()
		if before, known := points[c.From]; known && !races && (restarts <= c.From || restarts > c.To) && restarts != c.To+1 {
			equal(t, "LD-1", *c.Measured, points[c.To+1].Fitness-before.Fitness)
		}
	case "LD-2":
		if !known {
			t.Fatalf("LD-2 measures form on %s, which has none", c.From)
		}
		if !races {
			equal(t, "form", *c.Measured, point.Form)
		}
	case "LD-5":
		if w, aligned := week(); aligned {
			equal(t, "monotony", *c.Measured, *w.Monotony)
		}
	case "LD-6":
		if w, aligned := week(); aligned {
			equal(t, "strain", *c.Measured, *w.Strain)
		}
	case "INT-4":
		low := math.Abs(*c.Margin-(*c.Measured-c.Limit)) < 1e-9 // the other row is of high intensity, at most
		if len(weeks) == 1 && low && !races {
			equal(t, "easy time", *c.Measured, *weeks[0].LowIntensityShare)
		}
	}
}

func equal(t *rapid.T, what string, a, b float64) {
	t.Helper()
	if math.Abs(a-b) > 1e-6*math.Max(1, math.Abs(a)) {
		t.Fatalf("%s: %v and %v", what, a, b)
	}
}

// 12 §1: one figure for the form of the day after a race, from whichever day the calendar is looked at. The rules say nothing of it while
// the race is slept off (coaching 12, LD-2).
func TestFormAfterARaceIsOneFigure(t *testing.T) {
	expected := 200.0
	for _, past := range []int{0, 1, 2} { // days before the race on which the calendar begins
		stated, on := 50.0, monday
		p := training.NewProfile("UTC")
		p.StartingFitness, p.StartingFitnessOn = &stated, &on
		p.Events = []training.Event{{Name: "Race", Date: monday + 2, Sport: training.Run, Priority: training.EventB, ExpectedTSS: &expected}}
		s := runs.Snapshot{Today: monday, Athlete: training.User{Profile: p}}
		want := training.State{Fitness: 50, Fatigue: 50}.After(0).After(0).After(200).Form()
		view := view.CalendarView{Snapshot: s, From: monday.AddDays(2 - past + 1), DayCount: 7}
		if got := view.Days()[past].Fitness.Form; math.Abs(got-want) > 1e-9 {
			t.Errorf("from %s: the day's form is %g, want %g", view.From, got, want)
		}
		form := 0
		for _, c := range rules.Check(s.RulesInput(view.From, 7)).Checks {
			if c.RuleID != "LD-2" {
				continue
			}
			if form++; c.From == monday+3 {
				t.Errorf("from %s: LD-2 measures %g on the day after the race", view.From, *c.Measured)
			}
		}
		if form == 0 {
			t.Errorf("from %s: LD-2 measures nothing at all", view.From)
		}
	}
}

// places are what a certificate says of the lifts of each week and the places for them.
func places(c *rules.Certificate) map[string]string {
	rows := map[string]string{}
	for i := range c.Checks {
		if r := &c.Checks[i]; r.RuleID == "FIL-1" {
			rows[fmt.Sprint(r.From)] = fmt.Sprintf("%g of %g, %t", *r.Measured, r.Limit, r.Passed)
		}
	}
	return rows
}

// What a run's certificate says and what the calendar's says once the plan stands is one, for every rule that is not of the act of planning alone: that
// is what a certificate's hash is of. Of what asks of proposals, lifts in their places among it, neither has anything against the plan, and who puts the
// same sessions there by hand is told of as many lifts and as many places.
func TestARunAndItsCalendarSayTheSame(t *testing.T) {
	withoutRace(t)
	planned, weeks, lifted := 0, 0, 0
	list := athletes.Make(many(300, 60, 24), 21, monday)
	goals := []string{"couch to 5k", "a stronger back squat", "gesund bleiben", "get faster on the bike", "perder peso", "back to running after the flu"}
	for n := range list {
		if p := &list[n].Profile; n%2 == 1 { // a goal in words, of whom one in two has nothing else to go by
			p.Goal, p.TrainingGoal = &goals[n/2%len(goals)], nil
			if n%4 == 1 {
				p.Events, p.Priority = nil, nil
			}
		}
		m, run := synthetic(&list[n]), request(14)
		plan(t, m, run)
		if m.outcome.Status != runs.Succeeded {
			continue
		}
		planned++
		said := m.outcome.Certificate
		s := m.snapshot
		s.Sessions = m.after()
		judged := func() rules.Certificate {
			in, err := view.CalendarView{Snapshot: s, From: run.From, DayCount: run.Days}.RulesInput()
			if err != nil {
				t.Fatal(err)
			}
			return rules.Check(in)
		}
		if stands := judged(); stands.Hash != said.Hash {
			t.Errorf("%s: the run's certificate is %s, the calendar's %s", list[n].Name, said.Hash, stands.Hash)
		}
		for _, c := range append(said.Violations(), warned(t, s, run.From, run.Days)...) {
			if slices.Contains(ofProposals, c.RuleID) {
				t.Errorf("%s: %s %s", list[n].Name, c.RuleID, c.Message)
			}
		}
		s.Sessions = slices.Clone(s.Sessions)
		for i := range s.Sessions {
			s.Sessions[i].RunID = ""
		}
		byHand, proposed := judged(), places(said)
		if by := places(&byHand); !maps.Equal(by, proposed) || len(proposed) != 2 {
			t.Errorf("%s: as it is proposed %v, by hand %v", list[n].Name, proposed, by)
		}
		for _, row := range proposed {
			weeks++
			lifted += int(row[0] - '0')
		}
	}
	if planned < len(list)*3/4 || lifted < weeks/2 {
		t.Errorf("%d of %d are planned, with %d lifts in %d weeks", planned, len(list), lifted, weeks)
	}
}

// A lift that is wished for needs no place that the season gives; without the wish it would have none.
func TestAWishedLiftNeedsNoPlace(t *testing.T) {
	for _, wished := range []bool{false, true} {
		m, run := athlete(training.Intermediate, training.PriorityEndurance), request(14)
		m.snapshot.Athlete.Profile.TrainingGoal = &training.Goal{Kind: training.GoalTime, Sports: []training.Sport{training.Run}, SessionsPerWeek: new(3)}
		for day := range 42 {
			if day%2 == 0 {
				m.snapshot.Activities = append(m.snapshot.Activities, training.Activity{Date: monday.AddDays(-1 - day), Sport: training.Run, DurationSeconds: 3000, TSS: 50})
			}
		}
		if wished {
			run.Wish = "a strength session on Wednesday"
		}
		plan(t, m, run)
		lifts := 0
		for _, s := range m.after() {
			if s.Sport == training.Strength {
				lifts++
			}
		}
		said := places(m.outcome.Certificate)
		if want := "0 of 0, true"; !wished && (lifts > 0 || said[fmt.Sprint(monday)] != want) {
			t.Errorf("without a wish there are %d lifts, and of them is said %v", lifts, said)
		}
		if want := "1 of 1, true"; wished && (lifts != 1 || said[fmt.Sprint(monday)] != want) {
			t.Errorf("as wished for there are %d lifts, and of them is said %v", lifts, said)
		}
	}
}
