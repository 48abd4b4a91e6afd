package training

import "testing"

func number(n int) *int { return &n }

func TestTargetsOfEachSport(t *testing.T) {
	p := Profile{Thresholds: Thresholds{
		FTPWatts: number(250), RowFTPWatts: number(200), ThresholdSecondsPerKilometer: number(240),
		CriticalSwimSecondsPer100Meters: number(90), ThresholdHeartRate: number(170),
	}}
	for _, c := range []struct {
		name  string
		sport Sport
		step  EnduranceStep
		want  IntensityTarget
	}{
		{"ride", Ride, steady(600, 0.9), IntensityTarget{Watts: &IntRange{218, 232}, BeatsPerMinute: &IntRange{157, 163}}},
		{"a ramp is its two ends", Ride, ramp(600, 0.56, 0.76), IntensityTarget{Watts: &IntRange{140, 190}, BeatsPerMinute: &IntRange{117, 143}}},
		{"too short for heart rate", Ride, steady(179, 0.9), IntensityTarget{Watts: &IntRange{218, 232}}},
		{"above threshold heart rate tells nothing", Ride, steady(600, 1.05), IntensityTarget{Watts: &IntRange{255, 270}}},
		{"row", Row, steady(600, 0.5), IntensityTarget{Watts: &IntRange{97, 103}, BeatsPerMinute: &IntRange{109, 115}}},
		{"run", Run, steady(600, 0.8), IntensityTarget{SecondsPerKilometer: &IntRange{294, 306}, BeatsPerMinute: &IntRange{143, 149}}},
		{"swim", Swim, steady(600, 0.9), IntensityTarget{SecondsPer100Meters: &IntRange{98, 102}}},
		{"other", Other, steady(600, 0.9), IntensityTarget{}},
	} {
		got := Resolve(Workout{Sport: c.sport, Blocks: one(c.sport, c.step)}, p).Blocks[0].Steps[0].(EnduranceStep).Target
		sameRange(t, c.name+": watts", got.Watts, c.want.Watts)
		sameRange(t, c.name+": pace", got.SecondsPerKilometer, c.want.SecondsPerKilometer)
		sameRange(t, c.name+": swim pace", got.SecondsPer100Meters, c.want.SecondsPer100Meters)
		sameRange(t, c.name+": beats", got.BeatsPerMinute, c.want.BeatsPerMinute)
		unknown := Resolve(Workout{Sport: c.sport, Blocks: one(c.sport, c.step)}, Profile{}).Blocks[0].Steps[0].(EnduranceStep).Target
		if unknown.Watts != nil || unknown.SecondsPerKilometer != nil || unknown.SecondsPer100Meters != nil || unknown.BeatsPerMinute != nil {
			t.Errorf("%s: a target without a threshold, %+v", c.name, unknown)
		}
	}
}

func sameRange(t *testing.T, what string, got, want *IntRange) {
	t.Helper()
	switch {
	case got == nil && want == nil:
	case got == nil || want == nil || *got != *want:
		t.Errorf("%s: got %+v, want %+v", what, got, want)
	}
}

func TestKilograms(t *testing.T) {
	p := func(x float64) *float64 { return &x }
	profile := Profile{OneRepMaxes: []OneRepMax{{"back-squat", 101, 0}}}
	for _, c := range []struct {
		name string
		step StrengthStep
		want *float64
	}{
		{"a fraction, to half a kilogram", StrengthStep{ExerciseID: "back-squat", Reps: 5, Load: StrengthLoad{FractionOfOneRepMax: p(0.82)}}, p(83)},
		{"by Epley from the reserve", StrengthStep{ExerciseID: "back-squat", Reps: 8, Load: StrengthLoad{RepsInReserve: number(2)}}, p(76)},
		{"beyond what Epley is valid for", StrengthStep{ExerciseID: "back-squat", Reps: 11, Load: StrengthLoad{RepsInReserve: number(2)}}, nil},
		{"bodyweight", StrengthStep{ExerciseID: "back-squat", Reps: 8}, nil},
		{"maximum unknown", StrengthStep{ExerciseID: "deadlift", Reps: 5, Load: StrengthLoad{FractionOfOneRepMax: p(0.8)}}, nil},
	} {
		got := Resolve(Workout{Blocks: one(Strength, c.step)}, profile).Blocks[0].Steps[0].(StrengthStep).Load.LoadKilograms
		if (got == nil) != (c.want == nil) || got != nil && *got != *c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
