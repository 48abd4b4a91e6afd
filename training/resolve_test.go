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
		want  ResolvedTarget
	}{
		{"ride", Ride, steady(600, 0.9), ResolvedTarget{Watts: &IntRange{218, 232}, BeatsPerMinute: &IntRange{157, 163}}},
		{"a ramp is its two ends", Ride, ramp(600, 0.56, 0.76), ResolvedTarget{Watts: &IntRange{140, 190}, BeatsPerMinute: &IntRange{117, 143}}},
		{"too short for heart rate", Ride, steady(179, 0.9), ResolvedTarget{Watts: &IntRange{218, 232}}},
		{"above threshold heart rate tells nothing", Ride, steady(600, 1.05), ResolvedTarget{Watts: &IntRange{255, 270}}},
		{"row", Row, steady(600, 0.5), ResolvedTarget{Watts: &IntRange{97, 103}, BeatsPerMinute: &IntRange{109, 115}}},
		{"run", Run, steady(600, 0.8), ResolvedTarget{SecondsPerKilometer: &IntRange{294, 306}, BeatsPerMinute: &IntRange{143, 149}}},
		{"swim", Swim, steady(600, 0.9), ResolvedTarget{SecondsPer100Meters: &IntRange{98, 102}}},
		{"other", Other, steady(600, 0.9), ResolvedTarget{}},
	} {
		got := resolvedTarget(c.sport, c.step, &p)
		sameRange(t, c.name+": watts", got.Watts, c.want.Watts)
		sameRange(t, c.name+": pace", got.SecondsPerKilometer, c.want.SecondsPerKilometer)
		sameRange(t, c.name+": swim pace", got.SecondsPer100Meters, c.want.SecondsPer100Meters)
		sameRange(t, c.name+": beats", got.BeatsPerMinute, c.want.BeatsPerMinute)
		unknown := resolvedTarget(c.sport, c.step, &Profile{})
		if unknown.Watts != nil || unknown.SecondsPerKilometer != nil || unknown.SecondsPer100Meters != nil || unknown.BeatsPerMinute != nil {
			t.Errorf("%s: a target without a threshold, %+v", c.name, unknown)
		}
	}
}

func resolvedTarget(sport Sport, step Step, p *Profile) *ResolvedTarget {
	w := Workout{Sport: sport, Blocks: one(sport, step)}
	return Resolve(&w, p).Blocks[0].Steps[0].Target
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
	profile := Profile{OneRepMaxes: []OneRepMax{{"back-squat", 101, 0}, {"pull-up", 90, 0}}}
	sets := func(reps int, load StrengthLoad) []StrengthSet { return SetsOf(1, reps, load, 0) }
	for _, c := range []struct {
		name     string
		exercise ExerciseID
		sets     []StrengthSet
		want     *float64
	}{
		{"a fraction, to what plates make", "back-squat", sets(5, StrengthLoad{FractionOfOneRepMax: p(0.82)}), p(82.5)},
		{"by Epley from the reserve", "back-squat", sets(8, StrengthLoad{RepsInReserve: number(2)}), p(75)},
		{"by Epley from the effort", "back-squat", sets(8, StrengthLoad{RPE: p(8)}), p(75)},
		{"as named", "back-squat", sets(8, StrengthLoad{Kilograms: p(61)}), p(61)},
		{"beyond what Epley is valid for", "back-squat", sets(11, StrengthLoad{RepsInReserve: number(2)}), nil},
		{"bodyweight", "back-squat", sets(8, StrengthLoad{}), nil},
		{"with a band", "back-squat", sets(5, StrengthLoad{FractionOfOneRepMax: p(0.8), Band: pointerTo(LightBand)}), nil},
		{"one's own weight", "pull-up", sets(5, StrengthLoad{RepsInReserve: number(2)}), nil},
		{"one's own weight and more", "pull-up", sets(4, StrengthLoad{BodyweightKilograms: p(10), RepsInReserve: number(1)}), nil},
		{"of one's own weight, as named", "pull-up", sets(4, StrengthLoad{Kilograms: p(10)}), p(10)},
		{"maximum unknown", "deadlift", sets(5, StrengthLoad{FractionOfOneRepMax: p(0.8)}), nil},
	} {
		w := Workout{Blocks: one(Strength, StrengthStep{ExerciseID: c.exercise, Sets: c.sets})}
		got := Resolve(&w, &profile).Blocks[0].Steps[0].Sets[0].Kilograms
		if (got == nil) != (c.want == nil) || got != nil && *got != *c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// Zones from one to another are the athlete's as one zone is: a range of them from end to end, a ramp from middle to middle.
func TestSpansOfZonesAreResolved(t *testing.T) {
	p := Profile{Thresholds: Thresholds{FTPWatts: number(200), ThresholdHeartRate: number(170)}}
	step := func(target Target) EnduranceStep { return EnduranceStep{End: After(600), Target: target} }
	span := resolvedTarget(Ride, step(zoneSpanOf(Range, Power7, 2, 3)), &p)
	sameRange(t, "2 to 3", span.Watts, &IntRange{112, 182})
	ramp := resolvedTarget(Ride, step(zoneSpanOf(Ramp, Power7, 3, 2)), &p)
	sameRange(t, "from 3 to 2", ramp.Watts, &IntRange{132, 167})
	beats := resolvedTarget(Ride, step(zoneSpanOf(Ramp, HeartRate7, 3, 2)), &p)
	sameRange(t, "beats from 3 to 2", beats.BeatsPerMinute, &IntRange{145, 156})
	if one := resolvedTarget(Ride, step(inZone(Power7, 4)), &p); *one.Zone != 4 || *span.Zone != 2 {
		t.Errorf("zones %d and %d", *one.Zone, *span.Zone)
	}
	w := Workout{Blocks: one(Ride, step(zoneSpanOf(Ramp, Power7, 3, 2)))}
	r := Resolve(&w, &p)
	if got := r.Instructions()[0]; got != "10 min from 167 to 132 W" {
		t.Error(got)
	}
}

// How far a step goes is said where a pace that is known tells it, and not where a heart rate is guessed on the way.
func TestDistancesRestOnWhatIsKnown(t *testing.T) {
	steady := func(kind TargetKind, value float64) Target {
		return Target{Kind: kind, Shape: Steady, Start: value, End: value}
	}
	pace := Thresholds{ThresholdSecondsPerKilometer: number(240)}
	beats, both := pace, pace
	beats.ThresholdHeartRate, both.ThresholdHeartRate, both.MaxHeartRate = number(170), number(170), number(190)
	for _, c := range []struct {
		name   string
		sport  Sport
		target Target
		of     Thresholds
		known  bool
	}{
		{"a share of pace", Run, AtThreshold(0.8), pace, true},
		{"a share of an unknown pace", Run, AtThreshold(0.8), Thresholds{}, false},
		{"a pace", Run, steady(OfPaceKilometer, 300), Thresholds{}, true},
		{"beats", Run, steady(OfBeats, 140), pace, false},
		{"beats, with that at threshold", Run, steady(OfBeats, 140), beats, true},
		{"a share of beats at threshold", Run, steady(OfThresholdHeartRate, 0.9), pace, true},
		{"a share of the most beats", Run, steady(OfMaxHeartRate, 0.8), beats, false},
		{"a share of the most beats, with both", Run, steady(OfMaxHeartRate, 0.8), both, true},
		{"a zone of the most beats", Run, inZone(MaxHeartRate5, 2), beats, false},
		{"watts on the rower", Row, steady(OfWatts, 200), Thresholds{}, true},
		{"walking, a share of pace", Walk, AtThreshold(0.5), pace, true},
		{"walking, a pace", Walk, steady(OfPaceKilometer, 700), Thresholds{}, true},
		{"walking, a share of the most beats", Walk, steady(OfMaxHeartRate, 0.65), both, false},
		{"walking, a zone of the most beats", Walk, inZone(MaxHeartRate5, 2), both, false},
		{"walking, effort", Walk, steady(OfEffort, 3), pace, false},
		{"hiking, a share of beats at threshold", Hike, steady(OfThresholdHeartRate, 0.7), both, false},
		{"watts on the bike", Ride, steady(OfWatts, 200), Thresholds{FTPWatts: number(250)}, false},
	} {
		w := Workout{Sport: c.sport, Blocks: one(c.sport, EnduranceStep{End: After(600), Target: c.target})}
		r := Resolve(&w, &Profile{Thresholds: c.of})
		if got := r.Blocks[0].Steps[0].DistanceMeters; (got != nil) != c.known || (r.DistanceMeters != nil) != c.known {
			t.Errorf("%s: got %v and %v, known is %v", c.name, got, r.DistanceMeters, c.known)
		}
	}
	w := Workout{Sport: Row, Blocks: one(Row, EnduranceStep{End: After(600), Target: steady(OfWatts, 200)})}
	if got := *Resolve(&w, &Profile{}).DistanceMeters; got < 2488 || got > 2490 { // 200 W are 2:00.5 for 500 m
		t.Errorf("ten minutes at 200 W: %v m", got)
	}
}

// Who walks or hikes by heart rate or effort is not taken to run.
func TestWalkersAreNotTimedAsRunners(t *testing.T) {
	beats := Target{Kind: OfMaxHeartRate, Shape: Range, Start: 0.6, End: 0.75}
	fast := Thresholds{ThresholdSecondsPerKilometer: number(210), ThresholdHeartRate: number(170), MaxHeartRate: number(190)}
	for _, c := range []struct {
		name   string
		sport  Sport
		target Target
		want   int // seconds for 12 km
	}{
		{"walking by beats", Walk, beats, 8571},
		{"walking as one likes", Walk, Free(3), 8571},
		{"hiking by beats", Hike, beats, 10800},
		{"walking at a pace", Walk, Target{Kind: OfPaceKilometer, Shape: Steady, Start: 600, End: 600}, 7200},
		{"walking at half of threshold pace", Walk, AtThreshold(0.5), 5040},
	} {
		w := Workout{Sport: c.sport, Blocks: one(c.sport, EnduranceStep{End: AfterMeters(12_000), Target: c.target})}
		if got := Resolve(&w, &Profile{Thresholds: fast}).DurationSeconds; got != c.want {
			t.Errorf("%s: 12 km take %d s, want %d", c.name, got, c.want)
		}
	}
}

// Work and a rower's calories take as long as the athlete's power makes them, and what is expected of them where that is unknown.
func TestWorkTakesAsLongAsPowerMakesIt(t *testing.T) {
	watts := func(shape TargetShape, start, end float64) Target {
		return Target{Kind: OfWatts, Shape: shape, Start: start, End: end}
	}
	known := Thresholds{FTPWatts: number(180), RowFTPWatts: number(150), ThresholdHeartRate: number(170), MaxHeartRate: number(190)}
	work, calories := End{Kind: EndWork, Seconds: 9000, Value: 1500}, End{Kind: EndCalories, Seconds: 600, Value: 100}
	for _, c := range []struct {
		name   string
		sport  Sport
		end    End
		target Target
		of     Thresholds
		want   int
	}{
		{"a share of FTP", Ride, work, Between(0.6, 0.7), known, 12821}, // 1.5 MJ at 117 W
		{"a ramp at its mean", Ride, work, RampOf(0.5, 0.8), known, 12821},
		{"a share of an unknown FTP", Ride, work, Between(0.6, 0.7), Thresholds{}, 9000},
		{"watts, whoever it is", Ride, work, watts(Ramp, 100, 200), Thresholds{}, 10000},
		{"a zone of power", Ride, work, inZone(Power7, 2), known, 12626}, // 66 % of FTP
		{"a heart rate, which is no power", Ride, work, inZone(HeartRate7, 2), known, 9000},
		{"an effort, which is no power", Ride, work, Target{Kind: OfEffort, Shape: Steady, Start: 3, End: 3}, known, 9000},
		{"on the rower", Row, work, AtThreshold(0.8), known, 12500},
		{"on the ski erg, whose FTP nobody knows", SkiErg, work, AtThreshold(0.8), known, 9000},
		{"of who runs", Run, work, AtThreshold(0.8), known, 9000},
		{"a rower's calories", Row, calories, AtThreshold(1), known, 441}, // 816 kcal an hour at 150 W
		{"calories at a pace", SkiErg, calories, Target{Kind: OfPace500Meters, Shape: Steady, Start: 120, End: 120}, Thresholds{}, 361},
		{"calories of a bike, which counts in its own way", Ride, calories, AtThreshold(1), known, 600},
		{"repetitions", Row, End{Kind: EndRepetitions, Seconds: 600, Value: 100}, AtThreshold(1), known, 600},
	} {
		w := Workout{Sport: c.sport, Blocks: one(c.sport, EnduranceStep{End: c.end, Target: c.target})}
		r := Resolve(&w, &Profile{Thresholds: c.of})
		if measured := w.For(c.of); r.Blocks[0].Steps[0].DurationSeconds != c.want || r.DurationSeconds != c.want || measured.DurationSeconds != c.want {
			t.Errorf("%s: its step takes %d s, it %d s, as measured %d s, want %d", c.name,
				r.Blocks[0].Steps[0].DurationSeconds, r.DurationSeconds, measured.DurationSeconds, c.want)
		}
	}
	w := Workout{Sport: Ride, Blocks: one(Ride, EnduranceStep{End: work, Target: Between(0.6, 0.7)})}
	r := Resolve(&w, &Profile{Thresholds: known})
	if got, want := r.Instructions()[0], "1500 kJ (about 3 h 34 min) at 108–126 W"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := w.Instructions()[0], "1500 kJ (about 2 h 30 min) at 60–70 % of FTP"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
