package training

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// measured is an hour of one target.
func hourOf(sport Sport, target Target, t Thresholds) Load {
	return Measure(sport, one(sport, EnduranceStep{End: After(3600), Target: target}), t)
}

func steadyAt(kind TargetKind, value float64) Target {
	return Target{Kind: kind, Shape: Steady, Start: value, End: value}
}

func zoneSpanOf(shape TargetShape, system ZoneSystem, first, last float64) Target {
	return Target{Kind: OfZone, Shape: shape, Start: first, End: last, Zones: system}
}

func inZone(system ZoneSystem, number int) Target {
	return Target{Kind: OfZone, Shape: Steady, Start: float64(number), End: float64(number), Zones: system}
}

// What is asked for otherwise than as a fraction weighs what the fraction weighs that it is for the athlete; what the athlete's numbers do not
// tell is told by the reference athlete's.
func TestTargetsOfAllKindsWeighAlike(t *testing.T) {
	own := Thresholds{
		FTPWatts: number(250), RowFTPWatts: number(200), ThresholdSecondsPerKilometer: number(240), CriticalSwimSecondsPer100Meters: number(90),
		ThresholdHeartRate: number(170), MaxHeartRate: number(190),
	}
	for _, c := range []struct {
		name     string
		sport    Sport
		target   Target
		own      Thresholds
		fraction float64
	}{
		{"watts", Ride, steadyAt(OfWatts, 200), own, 0.8},
		{"watts of the reference athlete", Ride, steadyAt(OfWatts, 150), Thresholds{}, 0.75},
		{"watts on a rower", Row, steadyAt(OfWatts, 150), own, 0.75},
		{"pace", Run, steadyAt(OfPaceKilometer, 300), own, 0.8},
		{"pace in the water", Swim, steadyAt(OfPace100Meters, 100), own, 0.9},
		{"pace on a rower: 200 W", Row, steadyAt(OfPace500Meters, 120.507), own, 1},
		{"beats at threshold", Ride, steadyAt(OfBeats, 170), own, 1},
		{"beats below", Ride, steadyAt(OfBeats, 0.84*170), own, 0.76},
		{"beats of a runner", Run, steadyAt(OfBeats, 0.90*170), own, 0.88},
		{"a share of the highest", Ride, steadyAt(OfMaxHeartRate, 170.0/190), own, 1},
		{"a share of threshold heart rate", Run, steadyAt(OfThresholdHeartRate, 0.85), Thresholds{}, 0.78},
		{"rated effort", Ride, steadyAt(OfEffort, 8), Thresholds{}, 1},
		{"nothing asked", Ride, Free(2), Thresholds{}, 0.5},
		{"a range is its middle", Ride, Between(0.88, 0.94), Thresholds{}, 0.91},
		{"a zone of power", Ride, inZone(Power7, 2), Thresholds{}, 0.66},
		{"a zone of pace", Run, inZone(Pace7, 4), Thresholds{}, 0.99},
		{"a zone of threshold heart rate", Ride, inZone(HeartRate7, 4), own, powerBeatsEffort.at(0.97)},
		{"a zone of the highest heart rate", Run, inZone(MaxHeartRate5, 5), own, runBeatsEffort.at(0.95 * 190 / 170)},
		{"two zones", Ride, zoneSpanOf(Range, Power7, 2, 3), Thresholds{}, 0.735},
		{"the middle of three", Swim, inZone(Intensity3, 2), Thresholds{}, 0.94},
		{"walking is slow running", Walk, steadyAt(OfPaceKilometer, 600), own, 0.4},
	} {
		near(t, c.name, hourOf(c.sport, c.target, c.own).TSS, hourOf(c.sport, AtThreshold(c.fraction), c.own).TSS, 0.02)
	}
}

// A range asks for anything between its ends all the time; a ramp goes from one to the other, which is more for the fourth power.
func TestARangeIsNoRamp(t *testing.T) {
	if a, b := hourOf(Ride, Between(0.5, 1), Thresholds{}).TSS, hourOf(Ride, RampOf(0.5, 1), Thresholds{}).TSS; !(a < b-5) {
		t.Errorf("a range weighs %v, a ramp %v", a, b)
	}
}

// A ramp by zones goes from the middle of one to the middle of another.
func TestARampOfZonesIsARamp(t *testing.T) {
	if a, b := hourOf(Ride, zoneSpanOf(Ramp, Power7, 3, 2), Thresholds{}), hourOf(Ride, RampOf(0.835, 0.66), Thresholds{}); math.Abs(a.TSS-b.TSS) > 1e-9 {
		t.Errorf("by zones it weighs %v, by what they are %v", a.TSS, b.TSS)
	}
}

// Coasting takes time and adds nothing but what it smooths.
func TestCoastingIsNoLoad(t *testing.T) {
	if load := hourOf(Ride, AtThreshold(0), Thresholds{}); load.TSS != 0 || load.DurationSeconds != 3600 || load.Demand.LowSeconds != 3600 {
		t.Errorf("%+v", load)
	}
}

// What ends otherwise than by time or way counts with the time that is expected, of one whose power nobody knows.
func TestExpectedLengthsCount(t *testing.T) {
	for _, kind := range EndKinds {
		if kind == EndDistance {
			continue
		}
		e := End{Kind: kind, Seconds: 900, Value: 120}
		got := Measure(Ride, one(Ride, EnduranceStep{End: e, Target: AtThreshold(0.8)}), Thresholds{})
		if want := Measure(Ride, one(Ride, steady(900, 0.8)), Thresholds{}); got.TSS != want.TSS || got.DurationSeconds != 900 || e.Expected() == (kind == EndDuration) {
			t.Errorf("%s: %v in %d s", kind, got.TSS, got.DurationSeconds)
		}
	}
}

// Of any target that validates, a step of any length has a finite load, and time enough to come to its end.
func TestEveryTargetCanBeMeasured(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sport := rapid.SampledFrom(Sports).Draw(t, "sport")
		w := Workout{Title: "x", Sport: sport, Blocks: one(sport, anyEndurance(t, sport))}
		if err := w.Validate(); err != nil {
			t.Skip(err.Error())
		}
		if load := Measure(sport, w.Blocks, Thresholds{}); !(load.TSS >= 0 && load.TSS < 1e6) || load.DurationSeconds < 1 {
			t.Fatalf("%+v", load)
		}
	})
}

func TestRoundsByTheClock(t *testing.T) {
	lift := StrengthStep{ExerciseID: "kettlebell-swing", Sets: SetsOf(1, 10, StrengthLoad{Kilograms: pointerTo(24.0)}, 0)} // 40 s
	for _, c := range []struct {
		name   string
		repeat RepeatStep
		want   int
	}{
		{"rounds", times(10, lift, RestStep{DurationSeconds: 20}), 600},
		{"without the last rest", RepeatStep{Repeats: 10, Style: Rounds, SkipLastRecovery: true, Steps: Steps{lift, RestStep{DurationSeconds: 20}}}, 580},
		{"every minute on the minute", RepeatStep{Repeats: 10, Style: EMOM, EverySeconds: 60, Steps: Steps{lift}}, 600},
		{"every half minute, faster", RepeatStep{Repeats: 10, Style: EMOM, EverySeconds: 30, Steps: Steps{lift}}, 300},
		{"every half minute is too short for a rest of a minute", RepeatStep{Repeats: 10, Style: EMOM, EverySeconds: 30, Steps: Steps{lift, RestStep{DurationSeconds: 60}}}, 600},
		{"as many as possible in ten minutes", RepeatStep{Repeats: 8, Style: AMRAP, CapSeconds: 600, Steps: Steps{lift}}, 600},
		{"more than four seconds a repetition allow", RepeatStep{Repeats: 25, Style: AMRAP, CapSeconds: 600, Steps: Steps{lift}}, 600},
		{"for time", RepeatStep{Repeats: 8, Style: ForTime, CapSeconds: 600, Steps: Steps{lift}}, 320},
		{"for time, at most four minutes", RepeatStep{Repeats: 8, Style: ForTime, CapSeconds: 240, Steps: Steps{lift}}, 240},
		{"for time, with rests", RepeatStep{Repeats: 8, Style: ForTime, CapSeconds: 240, SkipLastRecovery: true, Steps: Steps{lift, RestStep{DurationSeconds: 20}}}, 236},
	} {
		w := Workout{Title: "x", Sport: Strength, Blocks: one(Strength, c.repeat)}
		r := Resolve(&w, &Profile{})
		if got := Measure(Strength, w.Blocks, Thresholds{}).DurationSeconds; got != c.want || r.DurationSeconds != c.want || r.Blocks[0].Steps[0].DurationSeconds != c.want {
			t.Errorf("%s: measured %d s, resolved %d s, want %d", c.name, got, r.Blocks[0].Steps[0].DurationSeconds, c.want)
		}
	}
}

func TestSetsOfAllKinds(t *testing.T) {
	set := func(amount SetAmount, load StrengthLoad) StrengthSet {
		return StrengthSet{Count: 3, Kind: WorkSet, Amount: amount, Load: load, RestSeconds: 60}
	}
	eight := SetAmount{Kind: Repetitions, Low: 8, High: 10}
	for _, c := range []struct {
		name    string
		step    StrengthStep
		seconds int
		reserve float64
		hard    int
	}{
		{"a range counts with its middle", StrengthStep{ExerciseID: "back-squat", Sets: []StrengthSet{set(eight, StrengthLoad{RepsInReserve: number(2)})}}, 3 * (36 + 60), 2, 3},
		{"tempo 3-1-1-0", StrengthStep{ExerciseID: "back-squat", Tempo: &Tempo{3, 1, 1, 0}, Sets: []StrengthSet{set(eight, StrengthLoad{RPE: pointerTo(7.0)})}}, 3 * (45 + 60), 3, 3},
		{"each side", StrengthStep{ExerciseID: "bulgarian-split-squat", PerSide: true, Sets: []StrengthSet{set(Reps(8), StrengthLoad{RepsInReserve: number(5)})}}, 3 * (64 + 60), 5, 0},
		{"a hold", StrengthStep{ExerciseID: "wall-sit", Sets: []StrengthSet{set(SetAmount{Kind: Hold, Low: 45, High: 45}, StrengthLoad{})}}, 3 * (45 + 60), 5, 0},
		{"a sled's way", StrengthStep{ExerciseID: "sled-push", Sets: []StrengthSet{set(SetAmount{Kind: Carry, Meters: 50}, StrengthLoad{Kilograms: pointerTo(100.0)})}}, 3 * (40 + 60), 3, 3},
		{"as many as possible", StrengthStep{ExerciseID: "back-squat", Sets: []StrengthSet{set(SetAmount{Kind: MostReps, Low: 12, High: 12}, StrengthLoad{})}}, 3 * (48 + 60), 0, 3},
		{"as many as possible down to two", StrengthStep{ExerciseID: "back-squat", Sets: []StrengthSet{set(SetAmount{Kind: MostReps, Low: 12, High: 12}, StrengthLoad{RepsInReserve: number(2)})}}, 3 * (48 + 60), 2, 3},
		{"bodyweight and more", StrengthStep{ExerciseID: "back-squat", Sets: []StrengthSet{set(Reps(10), StrengthLoad{BodyweightKilograms: pointerTo(10.0)})}}, 3 * (40 + 60), 5, 0},
	} {
		if err := (Workout{Title: "x", Sport: Strength, Blocks: one(Strength, c.step)}).Validate(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		load := Measure(Strength, one(Strength, c.step), Thresholds{})
		if got := c.step.Sets[0].reserve(); c.step.DurationSeconds() != c.seconds || load.DurationSeconds != c.seconds || got != c.reserve || load.HardLegSets != c.hard {
			t.Errorf("%s: %d s, %v in reserve, %d hard", c.name, load.DurationSeconds, got, load.HardLegSets)
		}
	}
}

// A pyramid is its groups one after the other, and warm-up sets take time and no more: the ten minutes of warming up are reckoned already.
func TestSetsThatDifferAddUp(t *testing.T) {
	group := func(count, reps, reserve int) StrengthSet {
		return SetsOf(count, reps, StrengthLoad{RepsInReserve: &reserve}, 90)[0]
	}
	together := StrengthStep{ExerciseID: "back-squat", Sets: []StrengthSet{group(1, 10, 4), group(2, 8, 3), group(3, 6, 1)}}
	apart := Steps{}
	for _, g := range together.Sets {
		apart = append(apart, StrengthStep{ExerciseID: "back-squat", Sets: []StrengthSet{g}})
	}
	a, b := Measure(Strength, one(Strength, together), Thresholds{}), Measure(Strength, one(Strength, apart...), Thresholds{})
	near(t, "TSS", a.TSS, b.TSS, 1e-9)
	if a.DurationSeconds != b.DurationSeconds || a.HardLegSets != 6 || a.Demand.MinRepsInReserve != 1 {
		t.Errorf("%+v", a)
	}
	warm := group(3, 10, 0)
	warm.Kind = WarmUpSet
	together.Sets = append([]StrengthSet{warm}, together.Sets...)
	if c := Measure(Strength, one(Strength, together), Thresholds{}); c.TSS != a.TSS || c.HardLegSets != 6 || c.DurationSeconds != a.DurationSeconds+3*(40+90) {
		t.Errorf("with warm-up sets %+v", c)
	}
}
