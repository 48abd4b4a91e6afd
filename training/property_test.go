package training

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

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

// From a minute on: the mean over full windows begins at second 30, so that shorter stretches of power are means of few windows.
func TestLoadGrowsWithDuration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sport := rapid.SampledFrom(thresholdSports).Draw(t, "sport")
		x, seconds := rapid.Float64Range(0.2, 2.5).Draw(t, "x"), rapid.IntRange(60, 7200).Draw(t, "seconds")
		steps := append([]Step{steady(seconds, x)}, enduranceSteps().Draw(t, "steps")...)
		base := Measure(sport, one(sport, steps...), Thresholds{}).TSS
		more := steady(rapid.IntRange(1, 600).Draw(t, "more"), rapid.Float64Range(0.2, 2.5).Draw(t, "y"))
		if longer := Measure(sport, one(sport, append(steps, more)...), Thresholds{}).TSS; longer <= base {
			t.Fatalf("longer: %v after %v", longer, base)
		}
	})
}

// Whichever steps are made harder, the load does not fall, and where all are it grows. Rated effort ends at 10, from 1.5 on.
func TestLoadGrowsWithIntensity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sport := rapid.SampledFrom(thresholdSports).Draw(t, "sport")
		steps := enduranceSteps().Draw(t, "steps")
		base := Measure(sport, one(sport, steps...), Thresholds{}).TSS
		all := true
		for i := range steps {
			s := steps[i].(EnduranceStep)
			if all = rapid.Bool().Draw(t, "harder") && all; all || rapid.Bool().Draw(t, "this one") {
				s.Target.Start, s.Target.End = s.Target.Start*1.05, s.Target.End*1.05
			}
			steps[i] = s
		}
		harder := Measure(sport, one(sport, steps...), Thresholds{}).TSS
		if harder < base*(1-1e-12) || all && sport != Other && harder <= base {
			t.Fatalf("harder: %v after %v", harder, base)
		}
	})
}

// anySteps nests repeats, rests, lifts and endurance by time and by distance, with all that a step may say.
func anySteps(levels int) *rapid.Generator[Steps] {
	return rapid.Custom(func(t *rapid.T) Steps {
		steps := make(Steps, rapid.IntRange(1, 4).Draw(t, "steps"))
		for i := range steps {
			switch kind := rapid.IntRange(0, 4).Draw(t, "kind"); {
			case kind == 0 && levels > 0:
				steps[i] = times(rapid.IntRange(1, 4).Draw(t, "repeats"), anySteps(levels-1).Draw(t, "inner")...)
			case kind == 1:
				steps[i] = RestStep{Label: words(t), Notes: words(t), DurationSeconds: rapid.IntRange(1, 300).Draw(t, "rest")}
			case kind == 2:
				steps[i] = anyLift(t)
			default:
				steps[i] = anyEndurance(t)
			}
		}
		return steps
	})
}

func anyEndurance(t *rapid.T) EnduranceStep {
	s := ramp(rapid.IntRange(1, 900).Draw(t, "seconds"), rapid.Float64Range(0.2, 2.5).Draw(t, "start"), rapid.Float64Range(0.2, 2.5).Draw(t, "end"))
	s.Label, s.Notes = words(t), words(t)
	if rapid.Bool().Draw(t, "by distance") {
		meters := rapid.Float64Range(1, 5000).Draw(t, "meters")
		s.DurationSeconds, s.DistanceMeters = 0, &meters
	}
	if rapid.Bool().Draw(t, "with cadence") {
		cadence := rapid.IntRange(10, 250).Draw(t, "cadence")
		s.Cadence = &cadence
	}
	return s
}

func anyLift(t *rapid.T) StrengthStep {
	s := StrengthStep{
		Label: words(t), ExerciseID: rapid.SampledFrom(catalogue).Draw(t, "exercise").ID,
		Sets: rapid.IntRange(1, 6).Draw(t, "sets"), Reps: rapid.IntRange(1, 20).Draw(t, "reps"), RestSeconds: rapid.IntRange(0, 300).Draw(t, "rest"),
	}
	if rapid.Bool().Draw(t, "by fraction") {
		p := rapid.Float64Range(0.2, 1.1).Draw(t, "fraction")
		s.Load.FractionOfOneRepMax = &p
	} else {
		reserve := rapid.IntRange(0, 10).Draw(t, "reserve")
		s.Load.RepsInReserve = &reserve
	}
	return s
}

func words(t *rapid.T) *string {
	if rapid.Bool().Draw(t, "silent") {
		return nil
	}
	text := rapid.String().Draw(t, "words")
	return &text
}

func anyBlocks() *rapid.Generator[[]Block] {
	return rapid.Custom(func(t *rapid.T) []Block {
		blocks := make([]Block, rapid.IntRange(1, 3).Draw(t, "blocks"))
		for i := range blocks {
			blocks[i] = Block{
				Name: "part", Sport: rapid.SampledFrom(Sports).Draw(t, "sport"), Repeats: rapid.IntRange(1, 3).Draw(t, "repeats"),
				Steps: anySteps(maxRepeatLevels).Draw(t, "steps"),
			}
		}
		return blocks
	})
}

// What is stored and read again is the same workout and so the same load, whatever is in it.
func TestJSONKeepsTheWorkoutAndItsLoad(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		blocks := anyBlocks().Draw(t, "blocks")
		text, err := json.Marshal(blocks)
		if err != nil {
			t.Fatal(err)
		}
		var back []Block
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(blocks, back) {
			t.Fatalf("%+v before, %+v after", blocks, back)
		}
		if a, b := Measure(Ride, blocks, Thresholds{}), Measure(Ride, back, Thresholds{}); !reflect.DeepEqual(a, b) {
			t.Fatalf("%+v before, %+v after", a, b)
		}
	})
}

// unrolled writes out every repeat.
func unrolled(steps Steps) Steps {
	var flat Steps
	for _, step := range steps {
		if r, repeats := step.(RepeatStep); repeats {
			for range r.Repeats {
				flat = append(flat, unrolled(r.Steps)...)
			}
			continue
		}
		flat = append(flat, step)
	}
	return flat
}

func TestUnrollingChangesNothingOfAnyWorkout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		blocks := anyBlocks().Draw(t, "blocks")
		var flat []Block
		for _, b := range blocks {
			for range b.Repeats {
				flat = append(flat, Block{Name: b.Name, Sport: b.Sport, Repeats: 1, Steps: unrolled(b.Steps)})
			}
		}
		if a, b := Measure(Ride, blocks, Thresholds{}), Measure(Ride, flat, Thresholds{}); !reflect.DeepEqual(a, b) {
			t.Fatalf("%+v rolled up, %+v unrolled", a, b)
		}
	})
}

// The parts of a load agree with each other, and whatever is measured is a finite number that a column can hold.
func TestLoadIsConsistent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		load := Measure(Run, anyBlocks().Draw(t, "blocks"), Thresholds{})
		if !(load.TSS >= 0 && load.TSS < math.Inf(1)) || !(load.IntensityFactor >= 0 && load.IntensityFactor < 10) {
			t.Fatalf("got %+v", load)
		}
		if d := load.Demand; load.LowerBodyLoad > load.TSS*(1+1e-9) || d.SevereSeconds > d.HighSeconds || d.EnduranceSeconds > load.DurationSeconds+2 {
			t.Fatalf("got %+v", load)
		}
		zones := 0
		for _, z := range load.TimeInZones {
			zones += z.Seconds
		}
		if d := zones - load.Demand.EnduranceSeconds; d < -5 || d > 5 { // seven zones and three bands, each rounded
			t.Fatalf("%d s in zones, %d s of endurance", zones, load.Demand.EnduranceSeconds)
		}
	})
}
