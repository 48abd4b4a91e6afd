package training

import (
	"math"
	"testing"
)

func steady(seconds int, x float64) EnduranceStep { return ramp(seconds, x, x) }

func ramp(seconds int, a, b float64) EnduranceStep {
	return EnduranceStep{End: After(seconds), Target: RampOf(a, b)}
}

func times(n int, steps ...Step) RepeatStep {
	return RepeatStep{Repeats: n, Style: Rounds, Steps: steps}
}

func one(sport Sport, steps ...Step) []Block {
	return []Block{{Name: "main", Sport: sport, Repeats: 1, Steps: steps}}
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s: got %.4f, want %.4f ± %g", what, got, want, tolerance)
	}
}

// scienceVector is a workout of science L4 with its load by the mean square, by the mean fourth power without smoothing, and by
// normalized power.
type scienceVector struct {
	name                       string
	steps                      []Step
	quadratic, fourths, normal float64
}

var scienceVectors = []scienceVector{
	{"an hour at threshold", []Step{steady(3600, 1)}, 100, 100, 100},
	{"two hours at 0.70", []Step{steady(7200, 0.7)}, 98, 98, 98},
	{"a ramp of ten minutes", []Step{ramp(600, 0.5, 0.75)}, 6.60, 6.77, 6.74},
	{"4 × 4 min", []Step{ramp(900, .45, .75), times(4, steady(240, 1.1), steady(180, .55)), ramp(600, .65, .40)}, 52.18, 63.70, 63.04},
	{"3 × 12 min", []Step{ramp(900, .5, .75), times(3, steady(720, .98), steady(240, .55)), ramp(480, .6, .4)}, 76.95, 85.79, 85.71},
	{"3 × 10 × 30/30", []Step{
		ramp(900, .5, .75), times(3, times(10, steady(30, 1.2), steady(30, .5)), steady(300, .5)), ramp(600, .6, .4),
	}, 62.62, 83.81, 70.27},
	{"8 × 10 s", []Step{ramp(900, .5, .7), times(8, steady(10, 2.5), steady(170, .5)), ramp(600, .6, .4)}, 36.64, 87.48, 38.40},
}

func TestMeasureVectors(t *testing.T) {
	for _, c := range scienceVectors {
		near(t, c.name+" quadratic", Measure(Run, one(Run, c.steps...), Thresholds{}).TSS, c.quadratic, 0.006)
		near(t, c.name+" normalized", Measure(Ride, one(Ride, c.steps...), Thresholds{}).TSS, c.normal, 0.01)
	}
}

// The intensity factor is what the load and the time make of it: TSS = 100 · hours · IF² (science L1).
func TestIntensityFactorVector(t *testing.T) {
	for _, c := range scienceVectors {
		load := Measure(Ride, one(Ride, c.steps...), Thresholds{})
		near(t, c.name, 100*float64(load.DurationSeconds)/3600*load.IntensityFactor*load.IntensityFactor, c.normal, 0.01)
		if load.LoadMethod != NormalizedPower {
			t.Errorf("%s: by %s", c.name, load.LoadMethod)
		}
	}
}

// The middle column of science L4 is what the 30 s window is there for: without it short work counts far too much, and only where every
// step lasts two minutes is the closed form near (science L3).
func TestNormalizedPowerIsSmoothed(t *testing.T) {
	for _, c := range scienceVectors {
		seconds, sum := fourthPowers(c.steps)
		plain := seconds / 36 * math.Sqrt(sum/seconds)
		near(t, c.name, plain, c.fourths, 0.01)
		smoothed := Measure(Ride, one(Ride, c.steps...), Thresholds{}).TSS
		if off := (plain - smoothed) / smoothed; off < -1e-9 || shortestStep(c.steps) >= 120 && off > 0.015 {
			t.Errorf("%s: %.2f smoothed, %.2f without", c.name, smoothed, plain)
		}
	}
}

// fourthPowers is how long steps last and the integral of their intensity's fourth power.
func fourthPowers(steps []Step) (seconds, sum float64) {
	for _, step := range steps {
		switch s := step.(type) {
		case EnduranceStep:
			a, b, d := s.Target.Start, s.Target.End, float64(s.End.Seconds)
			seconds += d
			sum += d * (a*a*a*a + a*a*a*b + a*a*b*b + a*b*b*b + b*b*b*b) / 5
		case RepeatStep:
			once, part := fourthPowers(s.Steps)
			seconds += float64(s.Repeats) * once
			sum += float64(s.Repeats) * part
		}
	}
	return seconds, sum
}

func shortestStep(steps []Step) int {
	shortest := math.MaxInt
	for _, step := range steps {
		switch s := step.(type) {
		case EnduranceStep:
			shortest = min(shortest, s.End.Seconds)
		case RepeatStep:
			shortest = min(shortest, shortestStep(s.Steps))
		}
	}
	return shortest
}

// The closed forms of a ramp are what summing it in small steps comes to (science L2, L3).
func TestRampsInClosedForm(t *testing.T) {
	for _, r := range [][2]float64{{0.5, 0.75}, {1.2, 0.4}, {0.2, 2.5}} {
		a, b, n := r[0], r[1], 100_000
		square, cube := 0.0, 0.0
		for i := range n {
			x := a + (b-a)*(float64(i)+0.5)/float64(n)
			square += x * x / float64(n)
			cube += x * x * x / float64(n)
		}
		near(t, "square", meanSquare(a, b), square, 1e-8)
		near(t, "cube", meanCube(a, b), cube, 1e-8)
	}
}

// Rest between efforts counts as no power in the window of its sport, and as no time at all where load is a sum over moving time. Rest
// before the first effort or after the last is never load.
func TestRestBetweenEfforts(t *testing.T) {
	rest := RestStep{DurationSeconds: 120}
	for sport, want := range map[Sport]float64{
		Ride: Measure(Ride, one(Ride, steady(600, 1), steady(120, 0), steady(600, 1)), Thresholds{}).TSS,
		Run:  Measure(Run, one(Run, steady(1200, 1)), Thresholds{}).TSS,
		Swim: Measure(Swim, one(Swim, steady(1200, 1)), Thresholds{}).TSS,
	} {
		load := Measure(sport, one(sport, rest, steady(600, 1), rest, steady(600, 1), rest), Thresholds{})
		near(t, string(sport), load.TSS, want, 1e-9)
		if load.DurationSeconds != 1560 || load.Demand.EnduranceSeconds != 1200 {
			t.Errorf("%s: %d s, %d s of them endurance", sport, load.DurationSeconds, load.Demand.EnduranceSeconds)
		}
	}
}

func TestSmoothingNeedsAFullWindow(t *testing.T) {
	short := Measure(Ride, one(Ride, steady(20, 1.5)), Thresholds{})
	near(t, "20 s by the plain mean", short.TSS, 20.0/36*1.5*1.5, 1e-9)
}

func TestRunByDistance(t *testing.T) {
	threshold, distance := 285, 10000.0
	step := EnduranceStep{End: AfterMeters(distance), Target: AtThreshold(285.0 / 330)}
	load := Measure(Run, one(Run, step), Thresholds{ThresholdSecondsPerKilometer: &threshold})
	near(t, "10 km at 5:30", load.TSS, 68.4, 0.05)
	if load.DurationSeconds != 3300 || load.Demand.RunMeters != 10000 || *load.DistanceMeters != 10000 {
		t.Errorf("got %d s, %v m", load.DurationSeconds, load.Demand.RunMeters)
	}
}

func TestSwimIsCubed(t *testing.T) {
	css, distance := 90, 2000.0
	step := EnduranceStep{End: AfterMeters(distance), Target: AtThreshold(0.9)}
	load := Measure(Swim, one(Swim, step, RestStep{DurationSeconds: 120}), Thresholds{CriticalSwimSecondsPer100Meters: &css})
	near(t, "2,000 m at 1:40", load.TSS, 40.5, 0.01)
	if load.LoadMethod != Cubic || load.DurationSeconds != 2120 {
		t.Errorf("got %s, %d s", load.LoadMethod, load.DurationSeconds)
	}
	near(t, "a ramp", Measure(Swim, one(Swim, ramp(3600, 0.5, 1)), Thresholds{}).TSS, 100*meanCube(0.5, 1), 1e-9)
}

func TestRowingSpeedFollowsItsPower(t *testing.T) {
	for seconds, watts := range map[float64]float64{120: 202.5, 105: 302.3} { // a 500 m split
		near(t, "watts", rowWattsPerCubedSpeed*math.Pow(500/seconds, 3), watts, 0.06)
	}
	ftp := 203
	y := yardstickOf(&Thresholds{RowFTPWatts: &ftp})
	speed, known := y.speed(Row, &Target{Kind: OfThreshold}, 1)
	near(t, "split at 203 W", 500/speed, 119.9, 0.1)
	if !known {
		t.Error("a known threshold is not known")
	}
	meters := 7500.0 // half an hour at 2:00/500 m, within a watt of threshold
	step := EnduranceStep{End: AfterMeters(meters), Target: AtThreshold(1)}
	load := Measure(Row, one(Row, step), Thresholds{RowFTPWatts: &ftp})
	near(t, "7,500 m at threshold", load.TSS, 50, 0.05)
	if load.LoadMethod != NormalizedPower || load.DurationSeconds != 1799 {
		t.Errorf("got %s, %d s", load.LoadMethod, load.DurationSeconds)
	}
}

func TestStrengthVector(t *testing.T) {
	fraction := func(p float64) StrengthLoad { return StrengthLoad{FractionOfOneRepMax: &p} }
	two := 2
	reserve := StrengthLoad{RepsInReserve: &two}
	load := Measure(Strength, one(Strength,
		StrengthStep{ExerciseID: "back-squat", Sets: SetsOf(4, 5, fraction(0.82), 180)},
		StrengthStep{ExerciseID: "romanian-deadlift", Sets: SetsOf(3, 6, fraction(0.78), 150)},
		StrengthStep{ExerciseID: "reverse-lunge", Sets: SetsOf(3, 8, reserve, 120)},
		StrengthStep{ExerciseID: "bench-press", Sets: SetsOf(3, 8, fraction(0.70), 90)},
		StrengthStep{ExerciseID: "barbell-row", Sets: SetsOf(3, 10, reserve, 120)},
	), Thresholds{})
	near(t, "session RPE", load.Demand.SessionRPE, 7.48, 0.005)
	near(t, "minutes with warm-up", float64(load.DurationSeconds)/60+warmUpMinutes, 53.7, 0.05)
	near(t, "AU", load.TSS/tssPerAU, 402, 0.5)
	near(t, "TSS", load.TSS, 50.3, 0.05)
	if load.HardLegSets != 10 || !load.Demand.HeavyLower || load.Demand.HighIntensity || load.LoadMethod != Sets {
		t.Errorf("got %d hard leg sets, %+v", load.HardLegSets, load.Demand)
	}
}

func TestHeavyLower(t *testing.T) {
	lift := func(id ExerciseID, sets, reps int, p float64) StrengthStep {
		return StrengthStep{ExerciseID: id, Sets: SetsOf(sets, reps, StrengthLoad{FractionOfOneRepMax: &p}, 120)}
	}
	for _, c := range []struct {
		name string
		step StrengthStep
		want bool
	}{
		{"five sets of five at 85 %", lift("back-squat", 5, 5, 0.85), true},
		{"three hard sets are too few", lift("back-squat", 3, 5, 0.85), false},
		{"nine hard sets below 80 %", lift("back-squat", 9, 6, 0.75), false},
		{"ten hard sets below 80 %", lift("back-squat", 10, 6, 0.75), true},
		{"upper body", lift("bench-press", 10, 5, 0.85), false},
		{"sixty landings", StrengthStep{ExerciseID: "box-jump", Sets: SetsOf(6, 10, StrengthLoad{}, 60)}, true},
		{"fifty landings", StrengthStep{ExerciseID: "box-jump", Sets: SetsOf(5, 10, StrengthLoad{}, 60)}, false},
	} {
		if got := Measure(Strength, one(Strength, c.step), Thresholds{}).Demand.HeavyLower; got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

func TestIntensityClasses(t *testing.T) {
	for _, c := range []struct {
		name    string
		sport   Sport
		steps   []Step
		hi, mod bool
	}{
		{"eight minutes HIGH", Run, []Step{steady(480, 0.95), steady(1800, 0.7)}, true, false},
		{"a second less", Run, []Step{steady(479, 0.95), steady(1800, 0.7)}, false, false},
		{"four severe minutes", Ride, []Step{times(8, steady(30, 1.06), steady(60, 0.5))}, true, false},
		{"twenty moderate minutes", Ride, []Step{steady(1200, 0.76)}, false, true},
		{"moderate reaches up to high", Ride, []Step{steady(1200, 0.949)}, false, true},
		{"easy", Swim, []Step{steady(3600, 0.89)}, false, false},
	} {
		d := Measure(c.sport, one(c.sport, c.steps...), Thresholds{}).Demand
		if d.HighIntensity != c.hi || d.Moderate != c.mod {
			t.Errorf("%s: %+v", c.name, d)
		}
	}
}

func TestZonesOfARampAreSplitAtTheirEdges(t *testing.T) {
	load := Measure(Ride, one(Ride, ramp(1000, 0.5, 1.0)), Thresholds{})
	want := []ZoneTime{{1, 120}, {2, 400}, {3, 300}, {4, 180}}
	if len(load.TimeInZones) != len(want) {
		t.Fatalf("got %v", load.TimeInZones)
	}
	for i := range want {
		if load.TimeInZones[i] != want[i] {
			t.Errorf("got %v, want %v", load.TimeInZones[i], want[i])
		}
	}
}

func TestMixedWorkoutsAddUp(t *testing.T) {
	blocks := []Block{
		{Name: "ride", Sport: Ride, Repeats: 1, Steps: Steps{steady(3600, 0.7)}},
		{Name: "run", Sport: Run, Repeats: 1, Steps: Steps{steady(1800, 0.8)}},
		{Name: "stretch", Sport: Mobility, Repeats: 1, Steps: Steps{steady(600, 0.2)}},
	}
	load := Measure(Ride, blocks, Thresholds{})
	near(t, "brick", load.TSS, 49+32, 1e-9)
	near(t, "legs", load.LowerBodyLoad, 49*0.4+32*0.6, 1e-9)
	if load.DurationSeconds != 6000 || load.Demand.EnduranceSeconds != 5400 || load.DistanceMeters != nil {
		t.Errorf("got %+v", load)
	}
}

func TestEccentricLegs(t *testing.T) {
	load := Measure(Strength, one(Strength,
		StrengthStep{ExerciseID: "nordic-curl", Sets: SetsOf(2, 5, StrengthLoad{}, 60)},
		StrengthStep{ExerciseID: "nordic-curl", Sets: SetsOf(2, 4, StrengthLoad{}, 60)},
		StrengthStep{ExerciseID: "depth-jump", Sets: SetsOf(2, 5, StrengthLoad{}, 60)},
		StrengthStep{ExerciseID: "back-squat", Sets: SetsOf(2, 5, StrengthLoad{}, 60)},
	), Thresholds{})
	if got := load.Demand.EccentricLegs; len(got) != 1 || got[0] != "nordic-curl" {
		t.Errorf("got %v", got)
	}
}

// 12 §7: what a session leaves in reserve is that of its hardest set, presses included; the legs' own is told apart.
func TestLeastReserveIsOfAllSets(t *testing.T) {
	press, three := 0.85, 3
	w := Workout{Sport: Strength, Blocks: []Block{{Sport: Strength, Repeats: 1, Steps: Steps{
		StrengthStep{ExerciseID: "back-squat", Sets: SetsOf(3, 8, StrengthLoad{RepsInReserve: &three}, 60)},
		StrengthStep{ExerciseID: "bench-press", Sets: SetsOf(4, 4, StrengthLoad{FractionOfOneRepMax: &press}, 60)}, // 1.3 are left
	}}}}
	d := w.For(Thresholds{}).Demand
	if d.LeastReserve != 1 || d.MinRepsInReserve != 3 {
		t.Errorf("all sets leave %d, those of the legs %d", d.LeastReserve, d.MinRepsInReserve)
	}
	if d = (Workout{}).For(Thresholds{}).Demand; d.LeastReserve != 10 {
		t.Errorf("without a set %d", d.LeastReserve)
	}
}

// 12 §2: what is one sport with a warm-up, or with lifts, is not several.
func TestSeveralSports(t *testing.T) {
	for _, c := range []struct {
		sports []Sport
		want   bool
	}{
		{nil, false}, {[]Sport{Ride}, false}, {[]Sport{Ride, Ride}, false}, {[]Sport{Mobility, Run, Strength}, false}, {[]Sport{Other, Run}, false},
		{[]Sport{Ride, Run}, true}, {[]Sport{Swim, Mobility, Swim, Ride}, true},
	} {
		var blocks []Block
		for _, sport := range c.sports {
			blocks = append(blocks, Block{Sport: sport})
		}
		if got := Measure(Ride, blocks, Thresholds{}).Several; got != c.want {
			t.Errorf("%v: %v", c.sports, got)
		}
	}
}
