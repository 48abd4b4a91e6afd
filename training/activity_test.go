package training

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func knowsAll() Profile {
	return Profile{Thresholds: Thresholds{
		RestingHeartRate: number(50), ThresholdHeartRate: number(168), MaxHeartRate: number(190), ThresholdSecondsPerKilometer: number(300),
		CriticalSwimSecondsPer100Meters: number(90), RowFTPWatts: number(200),
	}}
}

// 12 §3: the load by mean pace, science L5 to L7.
func TestLoadByMeanPace(t *testing.T) {
	for _, c := range []struct {
		name    string
		sport   Sport
		seconds int
		meters  float64
		want    float64
		method  LoadMethod
	}{
		{"ten kilometres in an hour", Run, 3600, 10_000, 69.44, Quadratic},
		{"an hour at threshold", Run, 3600, 12_000, 100, Quadratic},
		{"2,000 m at 1:40", Swim, 2000, 2000, 40.5, Cubic},
		{"two minutes for 500 m", Row, 3600, 15_000, 102.56, NormalizedPower}, // 202.5 W of 200, squared
	} {
		a := Activity{Sport: c.sport, DurationSeconds: c.seconds, DistanceMeters: &c.meters}
		if err := a.SetLoad(knowsAll(), nil); err != nil {
			t.Fatal(c.name, err)
		}
		near(t, c.name, a.TSS, c.want, 0.05)
		if a.LoadMethod != c.method || a.PaceFactor == nil {
			t.Errorf("%s: by %s, %v of threshold", c.name, a.LoadMethod, a.PaceFactor)
		}
	}
}

// 12 §3: whatever a load is worked out from, it is no more than may be given for the time.
func TestNoLoadIsMoreThanItsTimeCanBring(t *testing.T) {
	for _, sport := range []Sport{Run, Ride, Swim, Row, Other} {
		for _, seconds := range []int{60, 600, 3600, 172_800} {
			a, factor := Activity{Sport: sport, DurationSeconds: seconds}, 2.5
			a.IntensityFactor = &factor
			if err := a.SetLoad(knowsAll(), nil); err != nil {
				t.Fatal(err)
			}
			var faults InputError
			if CheckTSS(&faults, "tss", &a.TSS, seconds); len(faults.Fields) > 0 {
				t.Errorf("%s, %d s: %g TSS cannot be given", sport, seconds, a.TSS)
			}
		}
	}
}

// 12 §3: a heart rate that cannot be is not used: something else is, or the field is named.
func TestImpossibleHeartRates(t *testing.T) {
	for _, beats := range []int{30, 50, 191, 250} {
		a := Activity{Sport: Ride, DurationSeconds: 3600, AverageHeartRate: &beats, RPE: number(7)}
		if err := a.SetLoad(knowsAll(), nil); err != nil || a.TSS != 87.5 || a.LoadMethod != RPE {
			t.Errorf("%d beats and RPE 7: %g TSS by %s, %v", beats, a.TSS, a.LoadMethod, err)
		}
		a.RPE = nil
		var bad *InputError
		if err := a.SetLoad(knowsAll(), nil); !errors.As(err, &bad) || bad.Fields[0].Path != "averageHeartRate" || !strings.Contains(err.Error(), "above restingHeartRate, 50 and at most maxHeartRate, 190") {
			t.Errorf("%d beats alone: %v", beats, err)
		}
	}
	low := knowsAll() // of thresholds that are allowed, and far apart
	low.RestingHeartRate, low.ThresholdHeartRate, low.MaxHeartRate = number(60), number(85), number(200)
	for _, sport := range []Sport{Run, Ride, Swim, Row, Other} {
		a := Activity{Sport: sport, DurationSeconds: 3600, AverageHeartRate: number(200), RPE: number(8)}
		if err := a.SetLoad(low, nil); err != nil || a.LoadMethod != RPE || a.TSS != 100 {
			t.Errorf("%s: an hour at 27 times the load of threshold is %g TSS by %s, %v", sport, a.TSS, a.LoadMethod, err)
		}
		a.RPE = nil
		if err := a.SetLoad(low, nil); err == nil || !strings.Contains(err.Error(), "averageHeartRate") || !strings.Contains(err.Error(), "more than 625") {
			t.Errorf("%s: alone: %g TSS, %v", sport, a.TSS, err)
		}
	}
	rest := Profile{Thresholds: Thresholds{RestingHeartRate: number(60)}}
	if err := (&Activity{Sport: Run, DurationSeconds: 600, AverageHeartRate: number(60)}).SetLoad(rest, nil); err == nil || !strings.Contains(err.Error(), "averageHeartRate") {
		t.Errorf("at rest, with nothing else known: %v", err)
	}
	if a := (Activity{Sport: Run, DurationSeconds: 3600, AverageHeartRate: number(168)}); a.SetLoad(knowsAll(), nil) != nil || math.Abs(a.TSS-100) > 1e-9 {
		t.Errorf("an hour at threshold: %g", a.TSS)
	}
}

func TestImpossiblePacesAreNamed(t *testing.T) {
	for _, meters := range []float64{0, 500, 40_000} {
		a := Activity{Sport: Run, DurationSeconds: 3600, DistanceMeters: &meters}
		var bad *InputError
		if err := a.SetLoad(knowsAll(), nil); !errors.As(err, &bad) || bad.Fields[0].Path != "distanceMeters" {
			t.Errorf("%g m in an hour: %v", meters, err)
		}
		if a.RPE = number(4); a.SetLoad(knowsAll(), nil) != nil || a.LoadMethod != RPE || a.PaceFactor != nil {
			t.Errorf("%g m and RPE 4: by %s", meters, a.LoadMethod)
		}
	}
}

// 12 §3: a refusal says what would be enough for the sport, and for this athlete.
func TestRefusalsSayWhatWouldBeEnough(t *testing.T) {
	unknown := Profile{}
	for _, c := range []struct {
		sport Sport
		p     Profile
		want  string
	}{
		{Strength, unknown, "is unknown: give tss or rpe"},
		{Ride, knowsAll(), "is unknown: give tss, intensityFactor, rpe, or averageHeartRate"},
		{Ride, unknown, "is unknown: give tss, intensityFactor, rpe, or averageHeartRate with restingHeartRate, thresholdHeartRate, maxHeartRate in the profile"},
		{Other, knowsAll(), "is unknown: give tss, intensityFactor, rpe, or averageHeartRate"},
		{Run, knowsAll(), "is unknown: give tss, intensityFactor, rpe, averageHeartRate, or distanceMeters"},
		{Swim, Profile{Thresholds: Thresholds{RestingHeartRate: number(50), ThresholdHeartRate: number(168), MaxHeartRate: number(190)}},
			"is unknown: give tss, intensityFactor, rpe, averageHeartRate, or distanceMeters with criticalSwimSecondsPer100Meters in the profile"},
		{Row, knowsAll(), "is unknown: give tss, intensityFactor, rpe, averageHeartRate, or distanceMeters"},
	} {
		a := Activity{Sport: c.sport, DurationSeconds: 3600}
		var bad *InputError
		if err := a.SetLoad(c.p, nil); !errors.As(err, &bad) || len(bad.Fields) != 1 || bad.Fields[0].Path != "tss" || bad.Fields[0].Message != c.want {
			t.Errorf("%s: %v, want %s", c.sport, err, c.want)
		}
	}
}

func TestLoadIsBoundByItsTime(t *testing.T) {
	for _, c := range []struct {
		tss     float64
		seconds int
		ok      bool
	}{{2000, 60, false}, {10, 60, true}, {10.5, 60, false}, {625, 3600, true}, {626, 3600, false}, {2000, 36_000, true}, {2000.1, 36_000, false}, {-1, 60, false}} {
		var faults InputError
		if CheckTSS(&faults, "tss", &c.tss, c.seconds); (len(faults.Fields) == 0) != c.ok {
			t.Errorf("%g TSS in %d s: %v", c.tss, c.seconds, faults.Fields)
		}
	}
}
