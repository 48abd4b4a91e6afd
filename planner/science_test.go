package planner_test

import (
	"reflect"
	"slices"
	"testing"

	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/training"
)

// beforeRace is science S4: a 70.3 triathlete with a race on day 14, nine sessions a week and fitness of 92.
func beforeRace() *memory {
	m := triathlete().past(2, training.Swim, 45, 40).past(4, training.Ride, 45, 35)
	expected := 280.0
	m.snapshot.Athlete.Profile.Events = []training.Event{{
		ID: "e", Name: "Lake 70.3", Date: monday + 13, Sport: training.Ride, Priority: training.EventA, ExpectedTSS: &expected,
	}}
	return m
}

// afterFlu is science S7: fitness of 55 before seven days without training, ill until two days before the plan.
func afterFlu() *memory {
	m := athlete(training.Intermediate, training.PriorityEndurance)
	threshold(300)(m)
	m.past(8, training.Run, 90, 100, km(16)).past(9, training.Run, 50, 60, intense(15), km(10)).past(11, training.Run, 60, 65, km(12)).
		past(12, training.Run, 50, 60, intense(12), km(10)).past(13, training.Run, 60, 100, km(12))
	kept := m.snapshot.Activities[:0]
	for _, a := range m.snapshot.Activities {
		if a.Date < monday-7 {
			kept = append(kept, a)
		}
	}
	m.snapshot.Activities = kept
	for back := 7; back >= 2; back-- {
		m.snapshot.CheckIns = append(m.snapshot.CheckIns, training.CheckIn{Date: monday.AddDays(-back), Sick: true})
	}
	return m
}

// planned runs a scenario and returns its calendar by day from 1 and the state at the start of each.
func planned(t *testing.T, m *memory) (days [15][]training.Session, states []training.FitnessPoint) {
	t.Helper()
	run := request(14)
	plan(t, m, run)
	if m.outcome.Status != runs.Succeeded {
		t.Fatal(*m.outcome.Failure)
	}
	after := m.after()
	for _, s := range after {
		if d := int(s.Date-monday) + 1; d >= 1 && d <= 14 {
			days[d] = append(days[d], s)
		}
	}
	t.Logf("\n%s", m.table(run))
	ledger := training.NewLedger(&m.snapshot.Athlete.Profile, m.snapshot.Today, nil, m.snapshot.Activities, after)
	return days, ledger.Fitness(monday, monday+13)
}

// between sums up the days from one to another: their load, sessions, high-intensity ones, and the highest of sessions a day.
func between(days [15][]training.Session, from, to int) (tss float64, sessions, hi, most int) {
	for d := from; d <= to; d++ {
		most = max(most, len(days[d]))
		for _, s := range days[d] {
			tss += s.Load.TSS
			sessions++
			if s.Load.Demand.HighIntensity {
				hi++
			}
		}
	}
	return tss, sessions, hi, most
}

// Science S1: short runs first, few hard sessions and not before the legs are back, one session a day, two days of rest a week.
func TestS1NoviceHybrid(t *testing.T) {
	days, _ := planned(t, noviceHybrid())
	longest := 8000.0
	for d := 1; d <= 14; d++ {
		for _, s := range days[d] {
			if m := s.Load.Demand.RunMeters; m > 0 {
				if m > max(1.1*longest, longest+1000)+0.5 {
					t.Errorf("day %d: a run of %.0f m after one of %.0f", d, m, longest)
				}
				longest = max(longest, m)
			}
			if s.Load.Demand.HighIntensity && (d < 4 || d == 4 && s.Start < 19*60) {
				t.Errorf("a hard session on day %d %s, before the legs are back", d, s.Start)
			}
		}
		if d < 7 {
			continue
		}
		tss, sessions, hi, most := between(days, d-6, d)
		rest := 0
		for n := d - 6; n <= d; n++ {
			if len(days[n]) == 0 {
				rest++
			}
		}
		if tss > 195 || hi > 1 || most > 1 || rest < 2 || sessions < 2 {
			t.Errorf("days %d to %d: %.0f TSS, %d hard, %d sessions a day, %d days of rest, %d sessions", d-6, d, tss, hi, most, rest, sessions)
		}
	}
}

// Science S2, coaching 2.1: the locked hard ride is the key session of its week, one more hard ride at most stands beside it, on Tuesday or
// Thursday; an easy Sunday, Monday and Friday off.
func TestS2TimeCrunchedCyclist(t *testing.T) {
	days, _ := planned(t, timeCrunchedCyclist())
	tss, _, hi, _ := between(days, 1, 7)
	_, _, early, _ := between(days, 1, 5)
	if tss > 438 || hi < 1 || hi > 2 || early > 1 {
		t.Errorf("the first week has %.0f TSS and %d hard rides, %d of them before the locked one", tss, hi, early)
	}
	for _, d := range []int{1, 5, 8, 12} {
		if len(days[d]) > 0 {
			t.Errorf("day %d has no hours and %d sessions", d, len(days[d]))
		}
	}
	for _, s := range days[7] {
		if d := &s.Load.Demand; d.LowSeconds != d.EnduranceSeconds {
			t.Errorf("Sunday is not easy: %s", s.Title)
		}
	}
	for d := 4; d <= 5; d++ {
		for _, s := range days[d] {
			if s.Load.Demand.HeavyLower && d == 5 {
				t.Errorf("heavy legs on the day before the group ride: %s", s.Title)
			}
		}
	}
}

// Science S4, coaching 6.2: .60 to .80 of the usual endurance time in the block before the last, .35 to .60 in the last, most of the usual
// sessions, one that serves the race in each week, nothing long in the last nine days, and fresh on the day.
func TestS4TaperBefore70Point3(t *testing.T) {
	m := beforeRace()
	days, states := planned(t, m)
	var minutes, sessions, keys [2]int
	for d := 1; d <= 13; d++ {
		for _, s := range days[d] {
			week, load := (d-1)/7, &s.Load
			sessions[week]++
			if s.Sport.Endurance() {
				minutes[week] += load.DurationSeconds / 60
			}
			if load.Demand.HighIntensity || load.Demand.Moderate {
				keys[week]++
			}
			if load.Demand.HeavyLower && d > 9 {
				t.Errorf("heavy legs on day %d: %s", d, s.Title)
			}
			if long := map[training.Sport]int{training.Ride: 120, training.Run: 75}[s.Sport]; d > 5 && long > 0 && load.DurationSeconds >= 60*long {
				t.Errorf("%d days before the race: %s", 14-d, s.Title)
			}
		}
	}
	usual, count := 0, 0
	for _, a := range m.snapshot.Activities {
		if a.Date >= monday-28 {
			count++
			if a.Sport.Endurance() {
				usual += a.DurationSeconds / 60
			}
		}
	}
	bands := [2][2]float64{{0.60, 0.80}, {0.35, 0.60}}
	for week, band := range bands {
		share := float64(minutes[week]) / (float64(usual) / 4)
		if share < band[0]-0.03 || share > band[1]+0.03 {
			t.Errorf("week %d has %.2f of the usual endurance time", week+1, share)
		}
		if float64(sessions[week]) < 0.5*float64(count)/4 || keys[week] < 1 || keys[week] > 3 {
			t.Errorf("week %d has %d sessions of usually %d, %d of them for the race", week+1, sessions[week], count/4, keys[week])
		}
	}
	if form := states[13].Form; form < 5 {
		t.Errorf("form on the day of the race is %+.1f", form)
	}
}

// Science S5: one hard session a week beside the locked simulation, and no heavy legs on the day before it.
func TestS5Hyrox(t *testing.T) {
	days, _ := planned(t, hyroxAthlete())
	for week := range 2 {
		if _, _, hi, _ := between(days, 7*week+1, 7*week+7); hi > 2 {
			t.Errorf("week %d has %d hard sessions", week+1, hi)
		}
		for _, s := range days[7*week+5] {
			if s.Load.Demand.HeavyLower {
				t.Errorf("heavy legs on the day before the simulation: %s", s.Title)
			}
		}
		for _, s := range days[7*week+7] {
			if s.Load.Demand.HighIntensity || s.Load.Demand.HeavyLower {
				t.Errorf("the day after the simulation is hard: %s", s.Title)
			}
		}
	}
}

// Science S7: a ladder back from illness; nothing is made up for, and form stays above 0.
func TestS7ReturnFromFlu(t *testing.T) {
	m := afterFlu()
	days, states := planned(t, m)
	for d := 1; d <= 11; d++ {
		tss, _, hi, _ := between(days, d, d)
		limit := 41.5
		if d <= 3 {
			limit = 16.5
		} else if d <= 6 {
			limit = 27.5
		}
		if tss > limit || hi > 0 && d < 7 {
			t.Errorf("day %d has %.1f TSS, %.1f is the most, and %d hard sessions", d, tss, limit, hi)
		}
	}
	for _, s := range states {
		if s.Form <= 0 {
			t.Errorf("form on %s is %+.1f", s.Date, s.Form)
		}
	}
}

// Science S8: at most three runs and three hours of endurance a week beside four locked lifts, and the lift first where a day is shared.
func TestS8Powerlifter(t *testing.T) {
	days, _ := planned(t, powerlifter())
	for to := 7; to <= 14; to++ {
		runs, seconds, hard := 0, 0, 0
		for d := to - 6; d <= to; d++ {
			for _, s := range days[d] {
				if s.Sport == training.Run {
					runs++
				}
				if s.Sport.Endurance() {
					seconds += s.Load.DurationSeconds
				}
				if s.Load.Demand.HighIntensity {
					hard++
				}
			}
		}
		if runs > 3 || seconds > 3*3600 || hard > 1 {
			t.Errorf("the week to day %d has %d runs, %d min of endurance, %d hard", to, runs, seconds/60, hard)
		}
	}
}

// Science S12: on day 5, after a missed hard session, a replan touches little, makes nothing up, and says why.
func TestS12ReplanAfterAMiss(t *testing.T) {
	m, run := triathlete(), request(14)
	plan(t, m, run)
	before := m.after()
	missed := false
	for i := range before {
		s := &before[i]
		switch day := int(s.Date-monday) + 1; {
		case day >= 1 && day <= 3:
			s.Status = training.Completed
			s.Result = &training.SessionResult{DurationSeconds: s.Load.DurationSeconds, TSS: s.Load.TSS}
		case day == 4:
			s.Status, missed = training.Skipped, true
		}
	}
	if !missed {
		t.Fatal("nothing was planned for day 4")
	}
	scope, locked := training.LockEverything, 0
	for i := range before {
		if s := &before[i]; s.Date > monday.AddDays(5) && locked < 2 {
			s.Lock = &scope
			locked++
		}
	}
	m.snapshot.Sessions, m.snapshot.Revision, m.snapshot.Today = before, 2, monday.AddDays(4)
	m.events, m.outcome, m.calendar, m.progress = nil, nil, nil, nil
	again := request(10)
	again.ID, again.From, again.KeepPlanned = "6a1f5f0e-7d7b-4b6f-9f7c-2f3c7a0a1b33", monday.AddDays(4), true
	plan(t, m, again)
	if m.outcome.Status != runs.Succeeded {
		t.Fatal(*m.outcome.Failure)
	}
	changed := 0
	for _, c := range m.outcome.Changes {
		if c.Reason == "" {
			t.Errorf("a change without a reason: %+v", c)
		}
		if c.Kind != runs.Kept {
			changed++
		}
	}
	week := func(sessions []training.Session) (tss float64) {
		for _, s := range sessions {
			if s.Date >= again.From && s.Date < again.From.AddDays(7) {
				tss += s.Load.TSS
			}
		}
		return tss
	}
	after := m.after()
	if changed > 3 || week(after) > week(before)+1e-9 {
		t.Errorf("%d changes, %.0f TSS in the next seven days after %.0f", changed, week(after), week(before))
	}
	for _, s := range before {
		if s.Date < again.From && !slices.ContainsFunc(after, func(o training.Session) bool { return reflect.DeepEqual(o, s) }) {
			t.Errorf("what is done or missed was touched: %s on %s", s.Title, s.Date)
		}
	}
	for _, v := range m.outcome.Certificate.Violations() {
		if v.Severity == rules.Hard {
			t.Errorf("%s: %s", v.RuleID, v.Message)
		}
	}
}
