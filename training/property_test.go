package training

import (
	"math"
	"reflect"
	"slices"
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

// anySteps nests repeats, rests, lifts and endurance by all kinds of ends and targets, with all that a step may say.
func anySteps(sport Sport, levels int) *rapid.Generator[Steps] {
	return rapid.Custom(func(t *rapid.T) Steps {
		steps := make(Steps, rapid.IntRange(1, 4).Draw(t, "steps"))
		for i := range steps {
			switch kind := rapid.IntRange(0, 4).Draw(t, "kind"); {
			case kind == 0 && levels > 0:
				steps[i] = anyRepeat(t, sport, anySteps(sport, levels-1).Draw(t, "inner"))
			case kind == 1:
				steps[i] = RestStep{
					StepText: anyText(t), DurationSeconds: rapid.IntRange(1, 300).Draw(t, "rest"), Open: rapid.Bool().Draw(t, "open"),
				}
			case kind == 2:
				steps[i] = anyLift(t)
			default:
				steps[i] = anyEndurance(t, sport)
			}
		}
		return steps
	})
}

// anyRepeat has time for its lifts, which are else done faster than they can be written out.
func anyRepeat(t *rapid.T, sport Sport, inner Steps) RepeatStep {
	r := times(rapid.IntRange(1, 4).Draw(t, "repeats"), inner...)
	r.StepText, r.Style = anyText(t), rapid.SampledFrom(RepeatStyles).Draw(t, "style")
	y := yardstickOf(&Thresholds{})
	least, lifting := y.stepsSeconds(sport, inner, 1)
	if lifting == 0 {
		least = 0
	}
	switch r.Style {
	case EMOM:
		r.EverySeconds = least + rapid.IntRange(1, 7200).Draw(t, "every")
	case AMRAP, ForTime:
		r.CapSeconds = r.Repeats*least + rapid.IntRange(1, 7200).Draw(t, "cap")
	}
	r.SkipLastRecovery = endsInRecovery(inner) && rapid.Bool().Draw(t, "skip")
	return r
}

func anyText(t *rapid.T) StepText {
	text := StepText{Label: words(t), Notes: words(t)}
	if rapid.Bool().Draw(t, "with intent") {
		text.Intent = rapid.SampledFrom(Intents).Draw(t, "intent")
	}
	return text
}

func anyEndurance(t *rapid.T, sport Sport) EnduranceStep {
	s := EnduranceStep{StepText: anyText(t), End: anyEnd(t), Target: anyTarget(t, sport)}
	if rapid.Bool().Draw(t, "two targets") {
		second := anyTarget(t, sport)
		s.Second = &second
	}
	if rapid.Bool().Draw(t, "with cadence") {
		low := rapid.IntRange(10, 250).Draw(t, "cadence")
		s.Cadence = &IntRange{low, rapid.IntRange(low, 250).Draw(t, "to")}
	}
	if sport == Swim {
		s.Stroke = rapid.SampledFrom(Strokes).Draw(t, "stroke")
		s.Equipment = rapid.SampledFrom([][]SwimEquipment{nil, {Fins}, {PullBuoy, Paddles}}).Draw(t, "equipment")
	}
	if rapid.Bool().Draw(t, "with a cue") {
		at := rapid.IntRange(0, 100).Draw(t, "at")
		s.Cues = []Cue{{OffsetSeconds: &at, Text: "now"}}
	}
	return s
}

func anyEnd(t *rapid.T) End {
	kind := rapid.SampledFrom(EndKinds).Draw(t, "end")
	if kind == EndDistance {
		return AfterMeters(rapid.Float64Range(1, 5000).Draw(t, "meters"))
	}
	e := End{Kind: kind, Seconds: rapid.IntRange(1, 900).Draw(t, "seconds")}
	if bounds, waiting := waits[kind]; waiting {
		e.Value, e.Above = rapid.Float64Range(bounds.least, bounds.most).Draw(t, "value"), rapid.Bool().Draw(t, "above")
	}
	return e
}

// kindsFor are the kinds of target that go with a sport.
func kindsFor(sport Sport) []TargetKind {
	var kinds []TargetKind
	for _, kind := range TargetKinds {
		if known := kindOfTarget[kind]; len(known.sports) == 0 || slices.Contains(known.sports, sport) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

func anyTarget(t *rapid.T, sport Sport) Target {
	kind := rapid.SampledFrom(kindsFor(sport)).Draw(t, "kind")
	if kind == OfZone {
		system := rapid.SampledFrom([]ZoneSystem{HeartRate7, MaxHeartRate5, Intensity3}).Draw(t, "system")
		return anyZones(t, system)
	}
	least, most := max(0.2, kindOfTarget[kind].least), kindOfTarget[kind].most // a step by distance moves
	target := Target{Kind: kind, Shape: rapid.SampledFrom(TargetShapes).Draw(t, "shape"), Start: rapid.Float64Range(least, most*0.9).Draw(t, "start")}
	switch target.End = target.Start; target.Shape {
	case Range:
		target.End = rapid.Float64Range(math.Nextafter(target.Start, most), most).Draw(t, "end")
	case Ramp:
		target.End = rapid.Float64Range(most*0.91, most).Draw(t, "end")
	}
	return target
}

func anyZones(t *rapid.T, system ZoneSystem) Target {
	first := rapid.IntRange(1, zoneCount(system)).Draw(t, "zone")
	last := rapid.IntRange(1, zoneCount(system)).Draw(t, "through")
	shape := Steady
	if first != last {
		shape = Ramp
	}
	if first < last && rapid.Bool().Draw(t, "range") {
		shape = Range
	}
	return Target{Kind: OfZone, Shape: shape, Start: float64(first), End: float64(last), Zones: system}
}

func anyLift(t *rapid.T) StrengthStep {
	s := StrengthStep{
		StepText: anyText(t), ExerciseID: rapid.SampledFrom(catalogue).Draw(t, "exercise").ID, PerSide: rapid.Bool().Draw(t, "per side"),
		Sets: make([]StrengthSet, rapid.IntRange(1, 3).Draw(t, "groups")),
	}
	if rapid.Bool().Draw(t, "tempo") {
		s.Tempo = &Tempo{3, 1, 1, 0}
	}
	for i := range s.Sets {
		s.Sets[i] = StrengthSet{
			Count: rapid.IntRange(1, 4).Draw(t, "sets"), Kind: rapid.SampledFrom(SetKinds).Draw(t, "set"), Amount: anyAmount(t), Load: anyLoad(t),
			RestSeconds: rapid.IntRange(0, 300).Draw(t, "rest"),
		}
	}
	return s
}

func anyAmount(t *rapid.T) SetAmount {
	kind := rapid.SampledFrom(AmountKinds).Draw(t, "amount")
	if kind == Carry {
		return SetAmount{Kind: kind, Meters: rapid.Float64Range(1, 200).Draw(t, "meters")}
	}
	low := rapid.IntRange(1, 20).Draw(t, "low")
	return SetAmount{Kind: kind, Low: low, High: rapid.IntRange(low, 20).Draw(t, "high")}
}

func anyLoad(t *rapid.T) StrengthLoad {
	number := func(low, high float64) *float64 { x := rapid.Float64Range(low, high).Draw(t, "load"); return &x }
	switch rapid.IntRange(0, 5).Draw(t, "load by") {
	case 0:
		return StrengthLoad{FractionOfOneRepMax: number(0.2, 1.1)}
	case 1:
		reserve := rapid.IntRange(0, 10).Draw(t, "reserve")
		return StrengthLoad{RepsInReserve: &reserve}
	case 2:
		return StrengthLoad{RPE: number(1, 10)}
	case 3:
		return StrengthLoad{Kilograms: number(0.5, 600)}
	case 4:
		return StrengthLoad{BodyweightKilograms: number(-150, 300)}
	}
	band := rapid.SampledFrom(BandStrengths).Draw(t, "band")
	return StrengthLoad{Band: &band}
}

func words(t *rapid.T) *string {
	if rapid.Bool().Draw(t, "silent") {
		return nil
	}
	text := rapid.StringN(1, 60, 200).Draw(t, "words")
	return &text
}

func anyBlocks() *rapid.Generator[[]Block] {
	return rapid.Custom(func(t *rapid.T) []Block {
		blocks := make([]Block, rapid.IntRange(1, 3).Draw(t, "blocks"))
		for i := range blocks {
			sport := rapid.SampledFrom(Sports).Draw(t, "sport")
			blocks[i] = Block{
				Name: "part", Sport: sport, Repeats: rapid.IntRange(1, 3).Draw(t, "repeats"), Steps: anySteps(sport, maxRepeatLevels).Draw(t, "steps"),
			}
			if sport == Swim {
				blocks[i].Pool = &Pool{Length: 25, Unit: rapid.SampledFrom([]PoolUnit{Meters, Yards}).Draw(t, "unit")}
			}
		}
		return blocks
	})
}

// What is stored and read again is the same workout and so the same load, whatever is in it, and written again it is the same text.
func TestJSONKeepsTheWorkoutAndItsLoad(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		blocks := anyBlocks().Draw(t, "blocks")
		text, err := EncodeBlocks(blocks)
		if err != nil {
			t.Fatal(err)
		}
		back, err := DecodeBlocks(text)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := EncodeBlocks(back); err != nil || string(again) != string(text) {
			t.Fatalf("%s\nthen %s, %v", text, again, err)
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
func unrolled(sport Sport, steps Steps) Steps {
	var flat Steps
	for _, step := range steps {
		if r, repeats := step.(RepeatStep); repeats {
			flat = append(flat, unrolledRounds(sport, r)...)
			continue
		}
		flat = append(flat, step)
	}
	return flat
}

// unrolledRounds writes out the rounds of a repeat, with the rest that its clock leaves.
func unrolledRounds(sport Sport, r RepeatStep) Steps {
	y := yardstickOf(&Thresholds{})
	var flat Steps
	seconds := func() int {
		total, _ := y.stepsSeconds(sport, flat, 1)
		return total
	}
	for round := range r.Repeats {
		flat = append(flat, unrolled(sport, r.ofRound(round == r.Repeats-1))...)
		if left := (round+1)*r.EverySeconds - seconds(); r.Style == EMOM && left > 0 {
			flat = append(flat, RestStep{DurationSeconds: left})
		}
	}
	if left := r.CapSeconds - seconds(); r.Style == AMRAP && left > 0 {
		flat = append(flat, RestStep{DurationSeconds: left})
	}
	return flat
}

func TestUnrollingChangesNothingOfAnyWorkout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		blocks := anyBlocks().Draw(t, "blocks")
		var flat []Block
		for _, b := range blocks {
			for range b.Repeats {
				flat = append(flat, Block{Name: b.Name, Sport: b.Sport, Repeats: 1, Steps: unrolled(b.Sport, b.Steps)})
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
		if !(load.TSS >= 0 && load.TSS < math.Inf(1)) || !(load.IntensityFactor >= 0 && load.IntensityFactor < 40) {
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

// Lifts keep to the clock, however many of them it is given: the time is the clock's wherever it is reckoned, the sets are all there, and their
// load is that of the time.
func TestLiftsKeepToTheClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lifts := make(Steps, rapid.IntRange(1, 3).Draw(t, "lifts"))
		for i := range lifts {
			lifts[i] = anyLift(t)
		}
		free := times(rapid.IntRange(1, 20).Draw(t, "rounds"), lifts...)
		clocked := free
		clocked.Style = rapid.SampledFrom([]RepeatStyle{EMOM, AMRAP, ForTime}).Draw(t, "style")
		limit := rapid.IntRange(1, 1800).Draw(t, "limit")
		clocked.EverySeconds, clocked.CapSeconds = limit, 0
		if most := limit; clocked.Style != EMOM {
			clocked.EverySeconds, clocked.CapSeconds = 0, most
		} else {
			limit *= clocked.Repeats
		}
		w, unclocked := Workout{Blocks: one(Strength, clocked)}, Measure(Strength, one(Strength, free), Thresholds{})
		r := Resolve(&w, &Profile{})
		got, step := r.Load, r.Blocks[0].Steps[0].DurationSeconds
		if got.DurationSeconds > limit || clocked.Style != ForTime && got.DurationSeconds != limit {
			t.Fatalf("%d s by a clock of %d", got.DurationSeconds, limit)
		}
		if step != got.DurationSeconds {
			t.Fatalf("measured %d s, resolved %d s", got.DurationSeconds, step)
		}
		if got.HardLegSets != unclocked.HardLegSets || got.Demand.PlyometricContact != unclocked.Demand.PlyometricContact || got.TSS > unclocked.TSS*(1+1e-9) {
			t.Fatalf("%+v by the clock, %+v without", got, unclocked)
		}
	})
}

// What is said of the parts of a workout adds up to what is said of it.
func TestBlocksAddUpToTheirWorkout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := Workout{Sport: MultiSport, Blocks: anyBlocks().Draw(t, "blocks")}
		r := Resolve(&w, &Profile{Thresholds: Thresholds{FTPWatts: number(250), ThresholdSecondsPerKilometer: number(240)}})
		seconds, tss := 0, 0.0
		for _, b := range r.Blocks {
			seconds, tss = seconds+b.DurationSeconds, tss+b.TSS
			if b.TSS < 0 {
				t.Fatalf("a block brings %v", b.TSS)
			}
		}
		if seconds != r.DurationSeconds || math.Abs(tss-r.TSS) > 1e-6*max(1, r.TSS) {
			t.Fatalf("%d s and %v TSS in blocks, %d s and %v in all", seconds, tss, r.DurationSeconds, r.TSS)
		}
	})
}
