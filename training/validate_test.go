package training

import (
	"errors"
	"strings"
	"testing"
)

func TestValidateNamesEveryFault(t *testing.T) {
	label := strings.Repeat("x", 81)
	w := Workout{
		Title: "", Tags: []string{"ok", "", "ok"},
		Blocks: []Block{
			{Name: "a", Sport: Run, Repeats: 1, Steps: Steps{steady(60, 1)}},
			{Name: "b", Sport: Run, Repeats: 0, Steps: Steps{steady(0, 3.4), ramp(60, -0.1, 1)}},
			{Name: "c", Sport: Strength, Repeats: 1, Steps: Steps{
				StrengthStep{StepText: StepText{Label: &label}, ExerciseID: "unknown", Sets: SetsOf(0, 5, StrengthLoad{}, 60)},
				times(1001, RestStep{DurationSeconds: 0}),
				times(1, times(1, times(1, times(1, times(1, RestStep{DurationSeconds: 1}))))),
				times(1),
			}},
			{Name: "d", Sport: Ride, Repeats: 1, Steps: Steps{
				EnduranceStep{End: After(60), Target: zoneSpanOf(Steady, Power7, 2, 3)}, EnduranceStep{End: After(60), Target: zoneSpanOf(Range, Power7, 3, 2)},
				EnduranceStep{End: After(60), Target: zoneSpanOf(Ramp, Power7, 2, 2)}, EnduranceStep{End: After(60), Target: zoneSpanOf(Range, MaxHeartRate5, 5, 6)},
				EnduranceStep{End: End{Kind: EndCalories, Seconds: 60}, Target: AtThreshold(1)},
			}},
		},
	}
	var faults *InputError
	if !errors.As(w.Validate(), &faults) {
		t.Fatal("no fault found")
	}
	got := map[string]string{}
	for _, f := range faults.Fields {
		got[f.Path] = f.Message
	}
	for path, message := range map[string]string{
		"title":             "0 characters are outside 1 to 120",
		"tags[1]":           "0 characters are outside 1 to 40",
		"tags[2]":           `"ok" is named twice`,
		"blocks[1].repeats": "0 is outside 1 to 50",
		"blocks[1].steps[0].endurance.end.seconds":                                                  "0 is outside 1 to 86400",
		"blocks[1].steps[0].endurance.target.threshold.start":                                       "3.4 is outside 0 to 2.5",
		"blocks[1].steps[1].endurance.target.threshold.start":                                       "-0.1 is outside 0 to 2.5",
		"blocks[2].steps[0].strength.label":                                                         "81 characters are outside 1 to 80",
		"blocks[2].steps[0].strength.exerciseId":                                                    `"unknown" is not an exercise of the catalogue`,
		"blocks[2].steps[0].strength.sets[0].count":                                                 "0 is outside 1 to 20",
		"blocks[2].steps[1].repeat.repeats":                                                         "1001 is outside 1 to 1000",
		"blocks[2].steps[1].repeat.steps[0].rest.durationSeconds":                                   "0 is outside 1 to 7200",
		"blocks[2].steps[2].repeat.steps[0].repeat.steps[0].repeat.steps[0].repeat.steps[0].repeat": "repeats nest at most 4 levels deep",
		"blocks[2].steps[3].repeat.steps":                                                           "0 entries are outside 1 to 200",
		"blocks[3].steps[0].endurance.target.zone.through":                                          "3 differs from number, 2: that is a RANGE or a RAMP",
		"blocks[3].steps[1].endurance.target.zone.number":                                           "3 is not below through, 2",
		"blocks[3].steps[2].endurance.target.zone.through":                                          "2 is the number too: that is STEADY",
		"blocks[3].steps[3].endurance.target.zone.through":                                          "6 is outside 1 to 5",
		"blocks[3].steps[4].endurance.end.calories.value":                                           "0 is outside 1 to 10000",
	} {
		if got[path] != message {
			t.Errorf("%s: got %q, want %q", path, got[path], message)
		}
	}
}

func TestValidateBoundsTheExtent(t *testing.T) {
	long := Workout{Title: "x", Blocks: one(Run, times(25, steady(3600, 0.5)))}
	if err := long.Validate(); err == nil || !strings.Contains(err.Error(), "90000 s") {
		t.Errorf("25 hours: %v", err)
	}
	many := Workout{Title: "x", Blocks: one(Run, times(100, times(51, steady(1, 0.5))))}
	if err := many.Validate(); err == nil || !strings.Contains(err.Error(), "5100 steps") {
		t.Errorf("5,100 steps: %v", err)
	}
	fine := Workout{Title: "x", Blocks: one(Run, steady(3600, 0.5))}
	if err := fine.Validate(); err != nil {
		t.Error(err)
	}
}

// What stands beside each other in a step has to make sense together.
func TestValidateRefusesWhatContradictsItself(t *testing.T) {
	ride := func(change func(s *EnduranceStep)) Block {
		s := steady(60, 0.8)
		change(&s)
		return Block{Name: "x", Sport: Ride, Repeats: 1, Steps: Steps{s}}
	}
	lift := func(change func(s *StrengthStep)) Block {
		s := StrengthStep{ExerciseID: "pull-up", Sets: SetsOf(1, 5, StrengthLoad{}, 60)}
		change(&s)
		return Block{Name: "x", Sport: Strength, Repeats: 1, Steps: Steps{s}}
	}
	beats := &Target{Kind: OfBeats, Shape: Steady, Start: 140, End: 140}
	drop := StrengthSet{Count: 1, Kind: DropSet, Amount: Reps(5)}
	for _, c := range []struct {
		name  string
		block Block
		want  string // the only fault; empty for none
	}{
		{"a second target", ride(func(s *EnduranceStep) { s.Second = beats }), ""},
		{"a second target that asks for nothing", ride(func(s *EnduranceStep) { s.Second = pointerTo(Free(3)) }), "endurance.secondTarget.open"},
		{"a second target of the same kind", ride(func(s *EnduranceStep) { s.Second = pointerTo(AtThreshold(0.9)) }), "endurance.secondTarget"},
		{"a cue at the end", ride(func(s *EnduranceStep) { s.Cues = []Cue{{OffsetSeconds: number(60), Text: "x"}} }), ""},
		{"a cue after the end", ride(func(s *EnduranceStep) { s.Cues = []Cue{{OffsetSeconds: number(61), Text: "x"}} }), "endurance.cues[0].offsetSeconds"},
		{"a cue when nobody knows", ride(func(s *EnduranceStep) {
			s.End, s.Cues = End{Kind: EndLap, Seconds: 60}, []Cue{{OffsetSeconds: number(61), Text: "x"}}
		}), ""},
		{"a cue beyond the way", ride(func(s *EnduranceStep) {
			s.End, s.Cues = AfterMeters(500), []Cue{{OffsetMeters: pointerTo(500.5), Text: "x"}}
		}), "endurance.cues[0].offsetMeters"},
		{"one value that is outside", ride(func(s *EnduranceStep) { s.Target = AtThreshold(3) }), "endurance.target.threshold.start"},
		{"yards that were yards", ride(func(s *EnduranceStep) { s.End = AfterYards(1.1) }), ""},
		{"the most of them", ride(func(s *EnduranceStep) { s.End = AfterYards(800_000) }), ""},
		{"too few yards", ride(func(s *EnduranceStep) { s.End = AfterYards(1.09) }), "endurance.end.yards"},
		{"too many yards", ride(func(s *EnduranceStep) { s.End = AfterYards(1_093_614) }), "endurance.end.yards"},
		{"a unit that is none", ride(func(s *EnduranceStep) { s.End = End{Kind: EndDistance, Meters: 50, Unit: "MILES"} }), "endurance.end.unit"},
		{"work at next to nothing", ride(func(s *EnduranceStep) {
			s.End, s.Target = End{Kind: EndWork, Seconds: 60, Value: 10}, Target{Kind: OfWatts, Shape: Steady, Start: 9, End: 9}
		}), "endurance.target.watts"},
		{"a way at no power", ride(func(s *EnduranceStep) {
			s.End, s.Target = AfterMeters(500), Target{Kind: OfWatts, Shape: Steady}
		}), "endurance.target.watts"},
		{"a way at no share of power", ride(func(s *EnduranceStep) { s.End, s.Target = AfterMeters(500), AtThreshold(0) }), "endurance.target.threshold"},
		{"a way from no power up", ride(func(s *EnduranceStep) {
			s.End, s.Target = AfterMeters(500), Target{Kind: OfWatts, Shape: Ramp, End: 20}
		}), ""},
		{"a time at no power", ride(func(s *EnduranceStep) { s.Target = Target{Kind: OfWatts, Shape: Steady} }), ""},
		{"work that takes no day only as it is expected", ride(func(s *EnduranceStep) {
			s.End, s.Target = End{Kind: EndWork, Seconds: 60, Value: 9000}, AtThreshold(0.5)
		}), "blocks"},
		{"one zone that is none", ride(func(s *EnduranceStep) { s.Target = inZone(Power7, 8) }), "endurance.target.zone.number"},
		{"one cadence that is outside", ride(func(s *EnduranceStep) { s.Cadence = &IntRange{300, 300} }), "endurance.cadence.low"},
		{"repetitions that are outside", lift(func(s *StrengthStep) { s.Sets[0].Amount = Reps(101) }), "strength.sets[0].amount.reps.low"},
		{"an alternative", lift(func(s *StrengthStep) { s.Alternatives = []ExerciseID{"chin-up"} }), ""},
		{"an alternative that is the exercise", lift(func(s *StrengthStep) { s.Alternatives = []ExerciseID{"pull-up"} }), "strength.alternatives[0]"},
		{"an alternative twice", lift(func(s *StrengthStep) { s.Alternatives = []ExerciseID{"chin-up", "chin-up"} }), "strength.alternatives[1]"},
		{"a drop set", lift(func(s *StrengthStep) { s.Sets[0].RestSeconds = 0; s.Sets = append(s.Sets, drop) }), ""},
		{"two drop sets with a rest between", lift(func(s *StrengthStep) {
			twice := drop
			twice.Count, twice.RestSeconds = 2, 60
			s.Sets[0].RestSeconds = 0
			s.Sets = append(s.Sets, twice)
		}), "strength.sets[1].restSeconds"},
		{"a drop set after a rest", lift(func(s *StrengthStep) { s.Sets = append(s.Sets, drop) }), "strength.sets[1].kind"},
		{"a drop set after nothing", lift(func(s *StrengthStep) { s.Sets = []StrengthSet{drop} }), "strength.sets[0].kind"},
		{"bodyweight and a fraction", lift(func(s *StrengthStep) {
			s.Sets[0].Load = StrengthLoad{FractionOfOneRepMax: pointerTo(0.8), BodyweightKilograms: pointerTo(5.0)}
		}), "strength.sets[0].load.fractionOfOneRepMax"},
		{"a label of two lines", lift(func(s *StrengthStep) { s.Label = pointerTo("a\nb") }), "strength.label"},
		{"notes of two lines", lift(func(s *StrengthStep) { s.Notes = pointerTo("a\nb") }), ""},
		{"a label that nobody sees", lift(func(s *StrengthStep) { s.Label = pointerTo(" \u200b") }), "strength.label"},
	} {
		var paths []string
		var faults *InputError
		if w := (Workout{Title: "x", Blocks: []Block{c.block}}); errors.As(w.Validate(), &faults) {
			for _, f := range faults.Fields {
				paths = append(paths, strings.TrimPrefix(f.Path, "blocks[0].steps[0]."))
			}
		}
		if got := strings.Join(paths, " "); got != c.want {
			t.Errorf("%s: got faults at %q, want %q", c.name, got, c.want)
		}
	}
	several := Workout{Title: "x", Blocks: one(MultiSport, steady(60, 1))}
	if err := several.Validate(); err == nil || !strings.Contains(err.Error(), "blocks[0].sport: ") {
		t.Errorf("a block of several sports: %v", err)
	}
}

// What a clock leaves no time for, whoever does it, is refused; lifts and what goes by how fast one is are done within it.
func TestValidateRefusesRoundsThatDoNotFit(t *testing.T) {
	every := func(seconds int, steps ...Step) RepeatStep {
		r := times(10, steps...)
		r.Style, r.EverySeconds = EMOM, seconds
		return r
	}
	amrap := func(seconds int, steps ...Step) RepeatStep {
		r := times(5, steps...)
		r.Style, r.CapSeconds = AMRAP, seconds
		return r
	}
	unrested := amrap(560, steady(60, 1), RestStep{DurationSeconds: 65})
	unrested.SkipLastRecovery = true
	lift := StrengthStep{ExerciseID: "push-up", Sets: SetsOf(2, 30, StrengthLoad{}, 60)}
	mile := EnduranceStep{End: AfterMeters(1600), Target: AtThreshold(1)}
	for _, c := range []struct {
		name string
		step RepeatStep
		want string // the only fault; empty for none
	}{
		{"a round that fills its interval", every(60, steady(40, 1), RestStep{DurationSeconds: 20}), ""},
		{"a round that is longer", every(60, steady(40, 1), RestStep{DurationSeconds: 21}), "everySeconds: 60 is less than the rests and timed work of a round last, 61 s"},
		{"a round within a round that is longer", every(60, times(2, steady(31, 1))), "everySeconds: 60 is less than the rests and timed work of a round last, 62 s"},
		{"lifts, which are done faster", every(60, lift), ""},
		{"a way, which some run fast enough", every(60, mile), ""},
		{"rounds that fill the time", amrap(600, steady(60, 1), RestStep{DurationSeconds: 60}), ""},
		{"rounds that take longer", amrap(599, steady(60, 1), RestStep{DurationSeconds: 60}), "capSeconds: 599 is less than the rests and timed work of 5 rounds last, 600 s"},
		{"rounds of which the last has no rest", unrested, ""},
		{"rounds of rounds by the clock", amrap(2999, every(60, lift)), "capSeconds: 2999 is less than the rests and timed work of 5 rounds last, 3000 s"},
	} {
		got, want := "", c.want
		if err := (Workout{Title: "x", Blocks: one(Run, c.step)}).Validate(); err != nil {
			got = err.Error()
		}
		if want != "" {
			want = "blocks[0].steps[0].repeat." + want
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", c.name, got, want)
		}
	}
}

func TestFaultsNameBoundsAsPeopleWriteThem(t *testing.T) {
	for want, step := range map[string]EnduranceStep{
		"meters: 0.5 is outside 1 to 1000000":      {End: AfterMeters(0.5), Target: AtThreshold(1)},
		"yards: 2000000 is outside 1.1 to 1093613": {End: AfterYards(2_000_000), Target: AtThreshold(1)},
		"end: 0.00001 differs from start, 1: that is a RANGE or a RAMP": {
			End: After(60), Target: Target{Kind: OfThreshold, Shape: Steady, Start: 1, End: 0.00001},
		},
	} {
		w := Workout{Title: "x", Blocks: one(Run, step)}
		if err := w.Validate(); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

func TestS26TextsHaveNoControlCharacters(t *testing.T) {
	for _, title := range []string{"a\x00b", "a\rb", "\xff", "a\nb", "  ", "\u200b\u202e"} {
		w := Workout{Title: title, Blocks: one(Run, steady(3600, 0.5))}
		if w.Validate() == nil {
			t.Errorf("%q is taken", title)
		}
	}
}

func TestProfileValidation(t *testing.T) {
	p := NewProfile("UTC")
	if err := p.Validate(20000); err != nil {
		t.Fatal(err)
	}
	low, high := 30, 700
	p.FTPWatts, p.RestingHeartRate, p.MaxHeartRate = &high, &high, &low
	p.TimeZone = "Nowhere/City"
	p.Availability = []AvailabilityWindow{{Monday, 600, 700, nil}, {Monday, 650, 800, nil}, {Tuesday, 600, 600, nil}}
	p.OneRepMaxes = []OneRepMax{{"back-squat", 0, 20001}, {"back-squat", 100, 20000}}
	var faults *InputError
	if !errors.As(p.Validate(20000), &faults) {
		t.Fatal("no fault found")
	}
	text := faults.Error()
	for _, want := range []string{"ftpWatts: 700", "restingHeartRate", "timeZone", "availability[1]: overlaps", "availability[2]: starts and ends",
		"oneRepMaxes[0].kilograms", "oneRepMaxes[0].measuredOn", "oneRepMaxes[1].exerciseId"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
}

func TestResolve(t *testing.T) {
	ftp, threshold, pace, p := 200, 170, 300, 0.8
	profile := Profile{
		Thresholds:  Thresholds{FTPWatts: &ftp, ThresholdHeartRate: &threshold, ThresholdSecondsPerKilometer: &pace},
		OneRepMaxes: []OneRepMax{{"back-squat", 101, 0}},
	}
	meters := 1000.0
	w := Workout{Title: "x", Sport: Ride, Blocks: []Block{
		{Name: "ride", Sport: Ride, Repeats: 2, Steps: Steps{steady(600, 0.9), times(2, ramp(60, 0.5, 1.2))}},
		{Name: "run", Sport: Run, Repeats: 1, Steps: Steps{EnduranceStep{End: AfterMeters(meters), Target: AtThreshold(1)}}},
		{Name: "swim", Sport: Swim, Repeats: 1, Steps: Steps{steady(600, 0.9)}},
		{Name: "lift", Sport: Strength, Repeats: 1, Steps: Steps{StrengthStep{ExerciseID: "back-squat", Sets: SetsOf(1, 5, StrengthLoad{FractionOfOneRepMax: &p}, 0)}}},
	}}
	r := Resolve(&w, &profile)
	ride := r.Blocks[0].Steps[0].Target
	if *ride.Watts != (IntRange{175, 185}) || *ride.Zone != 3 || ride.BeatsPerMinute == nil || ride.SecondsPerKilometer != nil {
		t.Errorf("ride: %+v", ride)
	}
	repeat := r.Blocks[0].Steps[1]
	if repeat.DurationSeconds != 120 || *repeat.Steps[0].Target.Watts != (IntRange{100, 240}) {
		t.Errorf("repeat: %+v", repeat)
	}
	run := r.Blocks[1].Steps[0]
	if run.DurationSeconds != 300 || *run.Target.SecondsPerKilometer != (IntRange{294, 306}) {
		t.Errorf("run: %+v", run)
	}
	if swim := r.Blocks[2].Steps[0].Target; swim.SecondsPer100Meters != nil || swim.BeatsPerMinute != nil {
		t.Errorf("a guess: %+v", swim)
	}
	if kg := r.Blocks[3].Steps[0].Sets[0].Kilograms; kg == nil || *kg != 80 {
		t.Errorf("kilograms: %v", kg)
	}
	if r.Blocks[0].DurationSeconds != 1440 || r.Blocks[0].TSS <= 0 || r.TSS <= r.Blocks[0].TSS {
		t.Errorf("block: %+v", r.Blocks[0])
	}
}
