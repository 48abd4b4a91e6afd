package training

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The vector of science L12.
func TestStateVector(t *testing.T) {
	state := State{50, 50}
	fitness := []float64{51.176, 49.972, 50.679, 50.898, 49.701, 51.355, 51.323}
	fatigue := []float64{56.656, 49.114, 53.226, 54.127, 46.922, 56.650, 55.765}
	form := []float64{0, -5.480, .858, -2.547, -3.229, 2.779, -5.296}
	for i, tss := range []float64{100, 0, 80, 60, 0, 120, 50} {
		near(t, "form", state.Form(), form[i], 0.001)
		state = state.After(tss)
		near(t, "fitness", state.Fitness, fitness[i], 0.001)
		near(t, "fatigue", state.Fatigue, fatigue[i], 0.001)
	}
	near(t, "share", FitnessShare, 0.0235283, 1e-7)
	near(t, "share", FatigueShare, 0.1331221, 1e-7)
}

func TestFitnessConverges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tss := rapid.Float64Range(0, 300).Draw(t, "tss")
		state := State{rapid.Float64Range(0, 200).Draw(t, "fitness"), rapid.Float64Range(0, 200).Draw(t, "fatigue")}
		for range 1000 {
			state = state.After(tss)
		}
		if math.Abs(state.Fitness-tss) > 1e-6 || math.Abs(state.Fatigue-tss) > 1e-6 {
			t.Fatalf("%+v for %v", state, tss)
		}
	})
}

func TestSeed(t *testing.T) {
	known := make([]float64, 42)
	for i := range known {
		known[i] = float64(i)
	}
	state := Seed(known)
	near(t, "fitness", state.Fitness, 13.5, 1e-9)
	near(t, "fatigue", state.Fatigue, 3, 1e-9)
	if Seed(nil) != (State{}) {
		t.Error("a state out of nothing")
	}
}

func TestMonotonyAndStrain(t *testing.T) {
	week := [7]float64{0, 60, 40, 80, 0, 120, 50}
	near(t, "monotony", Monotony(week), 1.17, 0.005)
	near(t, "strain", Strain(week), 350*Monotony(week), 1e-9)
	near(t, "equal days", Monotony([7]float64{50, 50, 50, 50, 50, 50, 50}), MaxMonotony, 0)
	near(t, "rest", Monotony([7]float64{}), 0, 0)
}

func TestWeeklyBudget(t *testing.T) {
	near(t, "45, +5", WeeklyBudget(45, 5), 543, 0.5)
	near(t, "60, +5", WeeklyBudget(60, 5), 648, 0.5)
	near(t, "20, +3", WeeklyBudget(20, 3), 277, 0.5)
}

func TestHeartRateVectors(t *testing.T) {
	rest, most, threshold := 50, 190, 168
	for sex, want := range map[Sex]float64{Male: 52.0, Female: 54.6} {
		p := Profile{Sex: &sex, Thresholds: Thresholds{RestingHeartRate: &rest, MaxHeartRate: &most, ThresholdHeartRate: &threshold}}
		tss, known := HeartRateTSS(3600, 140, p)
		near(t, string(sex), tss, want, 0.05)
		if !known {
			t.Error("known thresholds are not known")
		}
	}
	near(t, "TRIMP", TRIMP(60, 90.0/140, Male), 84.8, 0.05)
	if _, known := HeartRateTSS(3600, 140, Profile{}); known {
		t.Error("a guess")
	}
}

func TestActivityLoad(t *testing.T) {
	f, rpe, given := 0.8, 6, 77.0
	for _, c := range []struct {
		name   string
		a      Activity
		given  *float64
		tss    float64
		method LoadMethod
	}{
		{"given", Activity{Sport: Ride, DurationSeconds: 3600, IntensityFactor: &f}, &given, 77, NormalizedPower},
		{"intensity factor", Activity{Sport: Run, DurationSeconds: 3600, IntensityFactor: &f}, nil, 64, Quadratic},
		{"swim", Activity{Sport: Swim, DurationSeconds: 3600, IntensityFactor: &f}, nil, 51.2, Cubic},
		{"effort", Activity{Sport: Other, DurationSeconds: 3600, RPE: &rpe}, nil, 75, RPE},
		{"effort of lifting", Activity{Sport: Strength, DurationSeconds: 3600, RPE: &rpe}, nil, 45, RPE},
		{"mobility", Activity{Sport: Mobility, DurationSeconds: 3600}, nil, 0, RPE},
	} {
		if err := c.a.SetLoad(Profile{}, c.given); err != nil {
			t.Fatal(c.name, err)
		}
		near(t, c.name, c.a.TSS, c.tss, 1e-9)
		if c.a.LoadMethod != c.method {
			t.Errorf("%s: by %s", c.name, c.a.LoadMethod)
		}
	}
	nothing := Activity{Sport: Run, DurationSeconds: 3600}
	if err := nothing.SetLoad(Profile{}, nil); err == nil {
		t.Error("a load out of nothing")
	}
}

func TestBoutsCountWhatWasDone(t *testing.T) {
	today := Date(20000)
	seven := LocalTime(420)
	load := Load{DurationSeconds: 3600, TSS: 50, Demand: Demand{HighIntensity: true}}
	session := func(id SessionID, day Date, status SessionStatus, result *SessionResult) Session {
		return Session{PlannedSession: PlannedSession{ID: id, Date: day, Start: seven, Status: status, Result: result}, Sport: Run, Load: load}
	}
	bouts := Bouts(today, []Activity{
		{Date: today - 3, Sport: Run, DurationSeconds: 3000, TSS: 44, SessionID: "named"},
		{Date: today - 1, Sport: Ride, DurationSeconds: 600, TSS: 9},
		{Date: today - 1, Start: &seven, Sport: Run, DurationSeconds: 600, TSS: 8},
	}, []Session{
		session("named", today-3, Completed, &SessionResult{DurationSeconds: 3000, TSS: 43}),
		session("done", today-2, Completed, &SessionResult{DurationSeconds: 1800, TSS: 25}),
		session("skipped", today-2, Skipped, nil),
		session("missed", today-1, Planned, nil),
		session("today", today, Planned, nil),
	})
	want := []struct {
		day     Date
		tss     float64
		start   LocalTime
		planned bool
	}{{today - 3, 44, 420, false}, {today - 2, 25, 420, false}, {today - 1, 8, 420, false}, {today - 1, 9, EveningSlot, false}, {today, 50, 420, true}}
	if len(bouts) != len(want) {
		t.Fatalf("got %d bouts", len(bouts))
	}
	for i, w := range want {
		if b := bouts[i]; b.Date != w.day || b.TSS != w.tss || b.Start != w.start || b.Planned != w.planned {
			t.Errorf("%d: got %+v", i, b)
		}
	}
	if !bouts[0].Demand.HighIntensity {
		t.Error("an activity that fulfils a session is not the kind of session that was planned")
	}
}

func TestFitnessRunsOverHistoryAndPlan(t *testing.T) {
	today := Date(20000)
	var activities []Activity
	for day := today - 42; day < today; day++ {
		activities = append(activities, Activity{Date: day, Sport: Ride, DurationSeconds: 3600, TSS: 50})
	}
	plan := []Session{{PlannedSession: PlannedSession{ID: "x", Date: today + 1, Status: Planned}, Load: Load{TSS: 100}}}
	points := NewLedger(&Profile{}, today, nil, activities, plan).Fitness(today, today+2)
	if len(points) != 3 {
		t.Fatalf("got %d points", len(points))
	}
	near(t, "steady fitness", points[0].Fitness, 50, 1e-9)
	near(t, "after a day of rest", points[1].Fitness, 50*(1-FitnessShare), 1e-9)
	if points[0].Planned || !points[1].Planned || points[1].TSS != 100 {
		t.Errorf("got %+v", points)
	}
	if points := NewLedger(&Profile{}, today, nil, nil, nil).Fitness(today, today+2); len(points) > 0 {
		t.Errorf("something out of nothing: %+v", points)
	}
}

// The time of a week is that of its training: mobility is none of it, though it has a focus.
func TestMobilityIsNoTimeOfAWeek(t *testing.T) {
	bouts := []Bout{{Date: testToday, Sport: Run, DurationSeconds: 1800, TSS: 30, Focus: FocusEndurance}, {Date: testToday, Sport: Mobility, DurationSeconds: 900, Focus: FocusMobility}}
	w := LedgerOf(&Profile{}, testToday, nil, bouts).Weeks(testToday, 7)[0]
	if w.DurationSeconds != 1800 || len(w.ByFocus) != 2 {
		t.Errorf("%d s, %v", w.DurationSeconds, w.ByFocus)
	}
}

func TestWeeks(t *testing.T) {
	from := Date(20000)
	bouts := []Bout{
		{Date: from, TSS: 50, DurationSeconds: 3600, Focus: FocusEndurance, Demand: Demand{LowSeconds: 3600, EnduranceSeconds: 3600}},
		{Date: from + 2, TSS: 70, DurationSeconds: 3600, Focus: FocusVO2Max, Demand: Demand{LowSeconds: 1800, EnduranceSeconds: 3600}},
		{Date: from + 9, TSS: 10, DurationSeconds: 600},
	}
	weeks := LedgerOf(&Profile{}, from, nil, bouts).Weeks(from, 10)
	if len(weeks) != 2 || weeks[0].TSS != 120 || *weeks[0].LowIntensityShare != 0.75 || len(weeks[0].ByFocus) != 2 || weeks[0].Monotony == nil {
		t.Errorf("got %+v", weeks[0])
	}
	if weeks[1].TSS != 10 || weeks[1].Monotony != nil || weeks[1].LowIntensityShare != nil {
		t.Errorf("got %+v", weeks[1])
	}
}
