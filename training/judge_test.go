package training

import (
	"math"
	"testing"
)

func sessionAs(status SessionStatus, result *SessionResult, blocks []Block, focus Focus) Session {
	sport := blocks[0].Sport
	return Session{
		PlannedSession: PlannedSession{ID: "s", Date: testToday - 1, Start: 420, Status: status, Result: result}, Sport: sport, Focus: focus,
		Load: Measure(sport, blocks, Thresholds{}),
	}
}

func easyRide() []Block { return one(Ride, steady(3600, 0.65)) }

func vo2Ride() []Block {
	return one(Ride, steady(900, 0.6), times(5, steady(240, 1.12), steady(180, 0.5)), steady(600, 0.55))
}

// doneBout is the one bout of an activity, or of a session's result.
func doneBout(t *testing.T, activities []Activity, sessions ...Session) Bout {
	t.Helper()
	bouts := Bouts(testToday, activities, sessions)
	if len(bouts) != 1 {
		t.Fatalf("%d bouts", len(bouts))
	}
	return bouts[0]
}

// 12 §2: what was done decides, linked or not.
func TestHistoryIsJudgedByWhatWasDone(t *testing.T) {
	f, hard, rpe, easy := 1.05, 2400, 10, 2
	race := Activity{Date: testToday - 1, Sport: Ride, DurationSeconds: 2400, TSS: 73.5, IntensityFactor: &f, HighIntensitySeconds: &hard, RPE: &rpe}
	linked, stopped, rated := race, rideOf(testToday-1, 4), Activity{Date: testToday - 1, Sport: Ride, DurationSeconds: 300, RPE: &easy}
	if err := rated.SetLoad(Profile{}, nil); err != nil {
		t.Fatal(err)
	}
	linked.SessionID, stopped.SessionID, rated.SessionID, stopped.DurationSeconds = "s", "s", "s", 300
	done := func(r SessionResult) *SessionResult { return &r }
	for _, c := range []struct {
		name           string
		bout           Bout
		hi             bool
		low, mod, high int
		method         IntensityMethod
	}{
		{"a race", doneBout(t, []Activity{race}), true, 0, 0, 2400, MeasuredSeconds},
		{"a race where an easy ride was planned", doneBout(t, []Activity{linked}, sessionAs(Completed, nil, easyRide(), FocusEndurance)), true, 0, 0, 2400, MeasuredSeconds},
		{"intervals stopped", doneBout(t, []Activity{stopped}, sessionAs(Completed, nil, vo2Ride(), FocusVO2Max)), false, 300, 0, 0, LoadPerHour},
		{"intervals stopped, rated", doneBout(t, []Activity{rated}, sessionAs(Completed, nil, vo2Ride(), FocusVO2Max)), false, 300, 0, 0, ByEffort},
		{
			"intervals stopped, by hand", doneBout(t, nil, sessionAs(Completed, done(SessionResult{DurationSeconds: 300, TSS: 6.5}), vo2Ride(), FocusVO2Max)),
			false, 200, 0, 100, AsPlanned,
		},
		{
			"a test stopped", doneBout(t, nil, sessionAs(Completed, done(SessionResult{DurationSeconds: 300, TSS: 3.5}), easyRide(), FocusTest)),
			false, 300, 0, 0, AsPlanned,
		},
		{
			"intervals that were easy", doneBout(t, nil, sessionAs(Completed, done(SessionResult{DurationSeconds: 3600, TSS: 78, RPE: &easy}), vo2Ride(), FocusVO2Max)),
			false, 3600, 0, 0, ByEffort,
		},
		{
			"an easy ride that was a race", doneBout(t, nil, sessionAs(Completed, done(SessionResult{DurationSeconds: 2400, TSS: 73.5, RPE: &rpe}), easyRide(), FocusEndurance)),
			true, 0, 0, 2400, LoadPerHour,
		},
		{
			"an easy ride that felt like a race", doneBout(t, nil, sessionAs(Completed, done(SessionResult{DurationSeconds: 2400, TSS: 28.2, RPE: &rpe}), easyRide(), FocusEndurance)),
			true, 0, 0, 2400, ByEffort,
		},
		{"as planned", doneBout(t, nil, sessionAs(Completed, done(SessionResult{DurationSeconds: 3600, TSS: 78}), vo2Ride(), FocusVO2Max)), true, 2400, 0, 1200, AsPlanned},
	} {
		d := c.bout.Demand
		if d.HighIntensity != c.hi || d.LowSeconds != c.low || d.ModerateSeconds != c.mod || d.HighSeconds != c.high || c.bout.Intensity != c.method {
			t.Errorf("%s: by %s, %+v", c.name, c.bout.Intensity, d)
		}
		if d.EnduranceSeconds != c.low+c.mod+c.high || d.EnduranceSeconds > c.bout.DurationSeconds {
			t.Errorf("%s: %d s of endurance in %d s", c.name, d.EnduranceSeconds, c.bout.DurationSeconds)
		}
	}
}

// 12 §2: of an activity that fulfilled its session the plan knows the intervals, of one that did not it knows nothing.
func TestPlanTellsTheIntervalsOfWhatWentAsPlanned(t *testing.T) {
	plan := sessionAs(Completed, nil, vo2Ride(), FocusVO2Max)
	for _, c := range []struct {
		name   string
		tss    float64
		method IntensityMethod
		high   int
	}{{"as planned", plan.Load.TSS, AsPlanned, 1200}, {"a fifth more", 1.2 * plan.Load.TSS, AsPlanned, 1200}, {"half as much", plan.Load.TSS / 2, LoadPerHour, 0}} {
		a := rideOf(testToday-1, c.tss)
		a.SessionID, a.DurationSeconds = "s", plan.Load.DurationSeconds
		if b := doneBout(t, []Activity{a}, plan); b.Intensity != c.method || b.Demand.HighSeconds != c.high || b.Focus != FocusVO2Max {
			t.Errorf("%s: by %s, %+v", c.name, b.Intensity, b.Demand)
		}
	}
	run := Activity{Date: testToday - 1, Sport: Run, DurationSeconds: 3600, TSS: plan.Load.TSS, SessionID: "s"}
	if b := doneBout(t, []Activity{run}, plan); b.Intensity != LoadPerHour || b.Demand.RunSeconds != 3600 {
		t.Errorf("a run in place of a ride: by %s, %+v", b.Intensity, b.Demand)
	}
}

// 12 §2: how the intensity is known, how far that can be trusted, and what comes of it.
func TestIntensityByWhatIsKnown(t *testing.T) {
	rest, most, threshold, pace := 50, 190, 168, 300
	p := Profile{Thresholds: Thresholds{RestingHeartRate: &rest, MaxHeartRate: &most, ThresholdHeartRate: &threshold, ThresholdSecondsPerKilometer: &pace}}
	meters, beats, rpe, f, none := 10_000.0, 168, 8, 0.9, 0
	given := 50.0
	for _, c := range []struct {
		name       string
		a          Activity
		given      *float64
		method     IntensityMethod
		confidence Confidence
		low, high  int
		hi         bool
	}{
		{"an hour at threshold by heart rate", Activity{Sport: Run, AverageHeartRate: &beats}, nil, ByHeartRate, ConfidenceLow, 0, 3600, true},
		{"by pace", Activity{Sport: Run, DistanceMeters: &meters}, nil, ByPace, ConfidenceSufficient, 3600, 0, false},
		{"by factor", Activity{Sport: Run, IntensityFactor: &f}, nil, ByFactor, ConfidenceSufficient, 0, 0, false},
		{"by load", Activity{Sport: Run}, &given, LoadPerHour, ConfidenceLow, 3600, 0, false},
		{"by effort", Activity{Sport: Other, RPE: &rpe}, nil, ByEffort, ConfidenceLow, 0, 3600, true},
		{"measured as not high", Activity{Sport: Ride, IntensityFactor: &f, HighIntensitySeconds: &none}, nil, MeasuredSeconds, ConfidenceSufficient, 0, 0, false},
		{"a lift", Activity{Sport: Strength, RPE: &rpe}, nil, IntensityUnknown, ConfidenceLow, 0, 0, false},
	} {
		c.a.DurationSeconds, c.a.Date = 3600, testToday-1
		if err := c.a.SetLoad(p, c.given); err != nil {
			t.Fatal(c.name, err)
		}
		i := c.a.Intensity(nil)
		if i.Method != c.method || i.Method.Confidence() != c.confidence || i.LowSeconds != c.low || i.HighSeconds != c.high || i.HighIntensity != c.hi {
			t.Errorf("%s: %+v", c.name, i)
		}
		if d := doneBout(t, []Activity{c.a}).Demand; d.LowSeconds != i.LowSeconds || d.HighSeconds != i.HighSeconds || d.HighIntensity != i.HighIntensity {
			t.Errorf("%s: %+v, the bout has %+v", c.name, i, d)
		}
	}
}

// A lift that was broken off has fewer sets, and is heavy leg work only with four of them.
func TestLiftsCountAsFarAsTheyWereDone(t *testing.T) {
	squats := one(Strength, StrengthStep{ExerciseID: "back-squat", Sets: SetsOf(6, 5, StrengthLoad{FractionOfOneRepMax: float(0.85)}, 180)})
	whole := sessionAs(Completed, nil, squats, FocusMaxStrength)
	for _, c := range []struct {
		part  float64
		sets  int
		heavy bool
	}{{1, 6, true}, {0.7, 4, true}, {0.5, 3, false}, {0.1, 1, false}} {
		whole.Result = &SessionResult{DurationSeconds: int(c.part * float64(whole.Load.DurationSeconds)), TSS: c.part * whole.Load.TSS}
		byHand := doneBout(t, nil, whole)
		a := Activity{Date: testToday - 1, Sport: Strength, DurationSeconds: whole.Result.DurationSeconds, TSS: whole.Result.TSS, SessionID: "s"}
		for name, b := range map[string]Bout{"by hand": byHand, "by a watch": doneBout(t, []Activity{a}, whole)} {
			if b.HardLegSets != c.sets || b.Demand.HeavyLower != c.heavy || (b.Demand.HeavyLowerReason != "") != c.heavy {
				t.Errorf("%g %s: %d sets, %+v", c.part, name, b.HardLegSets, b.Demand)
			}
			if math.Abs(b.LowerBodyLoad-c.part*whole.Load.LowerBodyLoad) > 1e-9 {
				t.Errorf("%g %s: %g for the legs", c.part, name, b.LowerBodyLoad)
			}
		}
	}
}

func float(x float64) *float64 { return &x }
