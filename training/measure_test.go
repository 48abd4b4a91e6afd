package training

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"pgregory.net/rapid"
)

func steady(seconds int, x float64) EnduranceStep { return ramp(seconds, x, x) }

func ramp(seconds int, a, b float64) EnduranceStep {
	return EnduranceStep{DurationSeconds: seconds, Target: IntensityTarget{Start: a, End: b}}
}

func times(n int, steps ...Step) RepeatStep { return RepeatStep{Repeats: n, Steps: steps} }

func one(sport Sport, steps ...Step) []Block {
	return []Block{{Name: "main", Sport: sport, Repeats: 1, Steps: steps}}
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s: got %.4f, want %.4f ± %g", what, got, want, tolerance)
	}
}

// The test vectors of science L4: quadratic and normalized-power load of the same steps.
func TestMeasureVectors(t *testing.T) {
	for _, c := range []struct {
		name              string
		steps             []Step
		quadratic, normal float64
	}{
		{"an hour at threshold", []Step{steady(3600, 1)}, 100, 100},
		{"two hours at 0.70", []Step{steady(7200, 0.7)}, 98, 98},
		{"a ramp of ten minutes", []Step{ramp(600, 0.5, 0.75)}, 6.60, 6.74},
		{"4 × 4 min", []Step{ramp(900, .45, .75), times(4, steady(240, 1.1), steady(180, .55)), ramp(600, .65, .40)}, 52.18, 63.04},
		{"3 × 12 min", []Step{ramp(900, .5, .75), times(3, steady(720, .98), steady(240, .55)), ramp(480, .6, .4)}, 76.95, 85.71},
		{"3 × 10 × 30/30", []Step{ramp(900, .5, .75), times(3, times(10, steady(30, 1.2), steady(30, .5)), steady(300, .5)), ramp(600, .6, .4)}, 62.62, 70.27},
		{"8 × 10 s", []Step{ramp(900, .5, .7), times(8, steady(10, 2.5), steady(170, .5)), ramp(600, .6, .4)}, 36.64, 38.40},
	} {
		near(t, c.name+" quadratic", Measure(Run, one(Run, c.steps...), Thresholds{}).TSS, c.quadratic, 0.006)
		near(t, c.name+" normalized", Measure(Ride, one(Ride, c.steps...), Thresholds{}).TSS, c.normal, 0.01)
	}
}

func TestSmoothingNeedsAFullWindow(t *testing.T) {
	short := Measure(Ride, one(Ride, steady(20, 1.5)), Thresholds{})
	near(t, "20 s by the plain mean", short.TSS, 20.0/36*1.5*1.5, 1e-9)
}

func TestRunByDistance(t *testing.T) {
	threshold, distance := 285, 10000.0
	step := EnduranceStep{DistanceMeters: &distance, Target: IntensityTarget{Start: 285.0 / 330, End: 285.0 / 330}}
	load := Measure(Run, one(Run, step), Thresholds{ThresholdSecondsPerKilometer: &threshold})
	near(t, "10 km at 5:30", load.TSS, 68.4, 0.05)
	if load.DurationSeconds != 3300 || load.Demand.RunMeters != 10000 || *load.DistanceMeters != 10000 {
		t.Errorf("got %d s, %v m", load.DurationSeconds, load.Demand.RunMeters)
	}
}

func TestSwimIsCubed(t *testing.T) {
	css, distance := 90, 2000.0
	step := EnduranceStep{DistanceMeters: &distance, Target: IntensityTarget{Start: 0.9, End: 0.9}}
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
	speeds := speedsOf(&Thresholds{RowFTPWatts: &ftp})
	speed, known := speeds.at(Row, 1)
	near(t, "split at 203 W", 500/speed, 119.9, 0.1)
	if !known {
		t.Error("a known threshold is not known")
	}
}

func TestStrengthVector(t *testing.T) {
	fraction := func(p float64) StrengthLoad { return StrengthLoad{FractionOfOneRepMax: &p} }
	two := 2
	reserve := StrengthLoad{RepsInReserve: &two}
	load := Measure(Strength, one(Strength,
		StrengthStep{ExerciseID: "back-squat", Sets: 4, Reps: 5, Load: fraction(0.82), RestSeconds: 180},
		StrengthStep{ExerciseID: "romanian-deadlift", Sets: 3, Reps: 6, Load: fraction(0.78), RestSeconds: 150},
		StrengthStep{ExerciseID: "reverse-lunge", Sets: 3, Reps: 8, Load: reserve, RestSeconds: 120},
		StrengthStep{ExerciseID: "bench-press", Sets: 3, Reps: 8, Load: fraction(0.70), RestSeconds: 90},
		StrengthStep{ExerciseID: "barbell-row", Sets: 3, Reps: 10, Load: reserve, RestSeconds: 120},
	), Thresholds{})
	near(t, "session RPE", load.Demand.SessionRPE, 7.48, 0.005)
	near(t, "minutes with warm-up", float64(load.DurationSeconds)/60+warmUpMinutes, 53.7, 0.05)
	near(t, "TSS", load.TSS, 50.3, 0.05)
	if load.HardLegSets != 10 || !load.Demand.HeavyLower || load.Demand.HighIntensity || load.LoadMethod != Sets {
		t.Errorf("got %d hard leg sets, %+v", load.HardLegSets, load.Demand)
	}
}

func TestHeavyLower(t *testing.T) {
	lift := func(id ExerciseID, sets, reps int, p float64) StrengthStep {
		return StrengthStep{ExerciseID: id, Sets: sets, Reps: reps, Load: StrengthLoad{FractionOfOneRepMax: &p}, RestSeconds: 120}
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
		{"sixty landings", StrengthStep{ExerciseID: "box-jump", Sets: 6, Reps: 10, RestSeconds: 60}, true},
		{"fifty landings", StrengthStep{ExerciseID: "box-jump", Sets: 5, Reps: 10, RestSeconds: 60}, false},
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

func enduranceSteps() *rapid.Generator[[]Step] {
	return rapid.Custom(func(t *rapid.T) []Step {
		steps := make([]Step, rapid.IntRange(1, 6).Draw(t, "steps"))
		for i := range steps {
			a := rapid.Float64Range(0.2, 2.5).Draw(t, "start")
			b := a
			if rapid.Bool().Draw(t, "ramp") {
				b = rapid.Float64Range(0.2, 2.5).Draw(t, "end")
			}
			steps[i] = ramp(rapid.IntRange(1, 900).Draw(t, "seconds"), a, b)
		}
		return steps
	})
}

var thresholdSports = []Sport{Run, Ride, Swim, Row, Other}

func TestSplittingASteadyStepChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sport := rapid.SampledFrom(thresholdSports).Draw(t, "sport")
		before, after := enduranceSteps().Draw(t, "before"), enduranceSteps().Draw(t, "after")
		x := rapid.Float64Range(0.2, 2.5).Draw(t, "x")
		first, second := rapid.IntRange(1, 600).Draw(t, "first"), rapid.IntRange(1, 600).Draw(t, "second")
		whole := append(append(append([]Step{}, before...), steady(first+second, x)), after...)
		split := append(append(append([]Step{}, before...), steady(first, x), steady(second, x)), after...)
		a, b := Measure(sport, one(sport, whole...), Thresholds{}), Measure(sport, one(sport, split...), Thresholds{})
		if math.Abs(a.TSS-b.TSS) > 1e-6*math.Max(1, a.TSS) {
			t.Fatalf("%s: %v whole, %v split", sport, a.TSS, b.TSS)
		}
	})
}

func TestUnrollingRepeatsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sport := rapid.SampledFrom(thresholdSports).Draw(t, "sport")
		steps, n := enduranceSteps().Draw(t, "steps"), rapid.IntRange(1, 6).Draw(t, "n")
		var unrolled []Step
		for range n {
			unrolled = append(unrolled, steps...)
		}
		a := Measure(sport, one(sport, times(n, steps...)), Thresholds{})
		b := Measure(sport, one(sport, unrolled...), Thresholds{})
		c := Measure(sport, []Block{{Name: "main", Sport: sport, Repeats: n, Steps: steps}}, Thresholds{})
		if a.TSS != b.TSS || a.TSS != c.TSS || a.DurationSeconds != b.DurationSeconds {
			t.Fatalf("%v repeated, %v unrolled, %v as blocks", a.TSS, b.TSS, c.TSS)
		}
	})
}

func TestLoadGrowsWithDurationAndIntensity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sport := rapid.SampledFrom(thresholdSports).Draw(t, "sport")
		x, seconds := rapid.Float64Range(0.2, 2.4).Draw(t, "x"), rapid.IntRange(30, 7200).Draw(t, "seconds")
		base := Measure(sport, one(sport, steady(seconds, x)), Thresholds{}).TSS
		if longer := Measure(sport, one(sport, steady(seconds+60, x)), Thresholds{}).TSS; longer <= base {
			t.Fatalf("longer: %v after %v", longer, base)
		}
		harder := Measure(sport, one(sport, steady(seconds, x+0.1)), Thresholds{}).TSS
		if harder < base || harder == base && (sport != Other || x < 1.5) { // rated effort ends at 10
			t.Fatalf("harder: %v after %v", harder, base)
		}
	})
}

func TestJSONKeepsTheLoad(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		blocks := one(Ride, append(enduranceSteps().Draw(t, "steps"), RestStep{DurationSeconds: 60}, times(2, steady(60, 1)))...)
		text, err := json.Marshal(blocks)
		if err != nil {
			t.Fatal(err)
		}
		var back []Block
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		if a, b := Measure(Ride, blocks, Thresholds{}).TSS, Measure(Ride, back, Thresholds{}).TSS; a != b {
			t.Fatalf("%v before, %v after", a, b)
		}
	})
}

// The stored shape of steps: names never change, fields may be added.
func TestStepsGolden(t *testing.T) {
	label, notes, meters, cadence, p, r := "Build", "Relax", 400.0, 90, 0.8, 2
	got, err := json.MarshalIndent(Steps{
		EnduranceStep{Label: &label, Notes: &notes, DurationSeconds: 600, Target: IntensityTarget{Start: 0.5, End: 0.75, Zone: 2}, Cadence: &cadence},
		EnduranceStep{DistanceMeters: &meters, Target: IntensityTarget{Start: 1, End: 1}},
		StrengthStep{ExerciseID: "back-squat", Sets: 5, Reps: 5, Load: StrengthLoad{FractionOfOneRepMax: &p, RepsInReserve: &r}, RestSeconds: 120},
		RepeatStep{Repeats: 3, Steps: Steps{RestStep{DurationSeconds: 60}}},
	}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/steps.json")
	if err != nil {
		t.Fatal(err)
	}
	if string(got)+"\n" != string(want) {
		t.Errorf("got\n%s", got)
	}
}

func FuzzSteps(f *testing.F) {
	f.Add([]byte(`[{"kind":"repeat","repeats":2,"steps":[{"kind":"rest","durationSeconds":60}]}]`))
	f.Add([]byte(`[{"kind":"other"}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var steps Steps
		if json.Unmarshal(data, &steps) != nil {
			return
		}
		if _, err := json.Marshal(steps); err != nil {
			t.Fatalf("reads %q and cannot write it: %v", data, err)
		}
	})
}

func hourOfTwentySteps() []Block {
	steps := []Step{ramp(600, 0.45, 0.75)}
	for range 9 {
		steps = append(steps, steady(120, 1.1), steady(140, 0.5))
	}
	return one(Ride, append(steps, ramp(660, 0.65, 0.4))...)
}

func TestMeasureHardlyAllocates(t *testing.T) {
	blocks := hourOfTwentySteps()
	if n := testing.AllocsPerRun(100, func() { Measure(Ride, blocks, Thresholds{}) }); n > 2 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkMeasure(b *testing.B) {
	blocks := hourOfTwentySteps()
	b.ReportAllocs()
	for b.Loop() {
		Measure(Ride, blocks, Thresholds{})
	}
}
