package training

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// everyFeatureInWords is what everyFeature says to everybody.
const everyFeatureInWords = `Ride, 2 times:
  10 min from 50 to 75 % of FTP, 85–95 rpm [after 30 s: Spin; after 500 m: Shift] (Build): Relax
  about 5 min at 88–94 % of FTP and at 80–90 % of maximum heart rate, until heart rate is above 150/min
  200 kJ (about 15 min) at 220 W
  20 kcal (about 2 min) at zone 2–3 (power)
  about 1 min as you like, about RPE 2, until power is below 100 W
  3 × about 2 min at zone 5 (power), until the lap button, 1 min at RPE 2, without the last recovery
  rest until ready, about 2 min (transition)
Swim (25 yd pool):
  100 yd backstroke at 1:27/100 yd, with fins and snorkel
Lift:
  Back squat: warm-up 10 reps at 40 kg, 1 min rest; 3 × 8–10 at 80 % of 1RM, 2 in reserve; drop to as many as possible (about 12), RPE 9.5, tempo 3-1-1-0; or Front squat
  Every minute, 10 times:
    Farmer's carry: 20 m each side at bodyweight − 10 kg
  As many rounds as possible in 10 min, about 5:
    Plank: 45 s with a heavy band`

func TestInstructionsOfEveryFeature(t *testing.T) {
	w := Workout{Title: "x", Sport: Ride, Blocks: everyFeature()}
	if got := strings.Join(w.Instructions(), "\n"); got != everyFeatureInWords {
		t.Errorf("got\n%s", got)
	}
}

// The same workout says to each athlete what is theirs, and to one of whom nothing is known what it says to all.
func TestInstructionsAreTheAthletes(t *testing.T) {
	w := Workout{Title: "x", Sport: Run, Blocks: one(Run,
		ramp(600, 0.6, 0.8), times(4, steady(480, 1), steady(180, 0.6)),
		EnduranceStep{End: AfterMeters(10_000), Target: Between(0.7, 0.75)}, ramp(300, 0.7, 0.5),
	)}
	lift := Workout{Title: "x", Sport: Strength, Blocks: one(Strength, StrengthStep{
		ExerciseID: "back-squat", Sets: SetsOf(5, 5, StrengthLoad{FractionOfOneRepMax: pointerTo(0.8)}, 180),
	})}
	for _, c := range []struct {
		name    string
		workout Workout
		profile Profile
		want    []string
	}{
		{"nothing known", w, Profile{}, []string{
			"10 min from 60 to 80 % of threshold pace", "4 × 8 min at 100 % of threshold pace, 3 min at 60 %",
			"10 km at 70–75 % of threshold pace", "5 min from 70 to 50 % of threshold pace",
		}},
		{"four minutes a kilometre", w, Profile{Thresholds: Thresholds{ThresholdSecondsPerKilometer: number(240)}}, []string{
			"10 min from 6:40 to 5:00/km", "4 × 8 min at 3:55–4:05/km, 3 min at 6:32–6:48/km", "10 km at 5:20–5:43/km", "5 min from 5:43 to 8:00/km",
		}},
		{"no maximum", lift, Profile{}, []string{"Back squat: 5 × 5 at 80 % of 1RM, 3 min rest"}},
		{"120 kg", lift, Profile{OneRepMaxes: []OneRepMax{{"back-squat", 121, 0}}}, []string{"Back squat: 5 × 5 at 97.5 kg, 3 min rest"}},
	} {
		r := Resolve(&c.workout, &c.profile)
		if got := r.Instructions(); !slices.Equal(got, c.want) {
			t.Errorf("%s: got\n%s", c.name, strings.Join(got, "\n"))
		}
	}
}

// What a target names is said as it is named, whatever else it comes to.
func TestInstructionsSayWhatATargetNames(t *testing.T) {
	pace := EnduranceStep{End: AfterMeters(2000), Target: Target{Kind: OfPace500Meters, Shape: Ramp, Start: 130, End: 125}}
	swim := EnduranceStep{
		End: AfterMeters(200), Target: Target{Kind: OfPace100Meters, Shape: Range, Start: 100, End: 105}, Equipment: []SwimEquipment{PullBuoy, Paddles, Snorkel},
		Stroke: AnyStroke,
	}
	p := Profile{Thresholds: Thresholds{RowFTPWatts: number(200), CriticalSwimSecondsPer100Meters: number(90)}}
	for sport, c := range map[Sport]struct {
		step EnduranceStep
		want string
	}{
		Row: {pace, "2000 m from 2:10 to 2:05/500 m"}, Swim: {swim, "200 m any stroke at 1:40–1:45/100 m, with pull buoy, paddles and snorkel"},
	} {
		w := Workout{Sport: sport, Blocks: one(sport, c.step)}
		r := Resolve(&w, &p)
		if got := r.Instructions()[0]; got != c.want || got != w.Instructions()[0] {
			t.Errorf("got %q and %q", got, w.Instructions()[0])
		}
	}
}

// A label is said once: not where the block or the number of rounds says it already, and of what has no target before its length.
func TestInstructionsSayALabelOnce(t *testing.T) {
	labeled := func(label string, s EnduranceStep) EnduranceStep { s.Label = &label; return s }
	repeat := func(label string, r RepeatStep) RepeatStep { r.Label = &label; return r }
	lift := StrengthStep{ExerciseID: "push-up", Sets: SetsOf(1, 1, StrengthLoad{}, 20)}
	for _, c := range []struct {
		name  string
		sport Sport
		step  Step
		want  []string
	}{
		{"as the block", Ride, labeled("main", steady(60, 1)), []string{"1 min at 100 % of FTP"}},
		{"its own", Ride, labeled("Hard", steady(60, 1)), []string{"1 min at 100 % of FTP (Hard)"}},
		{"none, with an intent", Ride, EnduranceStep{StepText: StepText{Intent: IntentCoolDown}, End: After(60), Target: AtThreshold(0.5)},
			[]string{"1 min at 50 % of FTP (cool-down)"}},
		{"the rounds", Run, repeat("Four times", times(4, labeled("Run", steady(60, 1)), labeled("Walk", steady(30, 0.5)))),
			[]string{"4 × 1 min at 100 % of threshold pace (Run), 30 s at 50 % (Walk)"}},
		{"the rounds at its end", Row, repeat("Starts, twice", times(2, steady(20, 1.3))), []string{"Starts: 2 × 20 s at 130 % of rowing FTP"}},
		{"other rounds", SkiErg, repeat("Five times", times(4, steady(60, 1))), []string{"Five times: 4 × 1 min at 100 % of ski-erg FTP"}},
		{"sets", Strength, repeat("Superset, three times", times(3, lift, RestStep{DurationSeconds: 60})),
			[]string{"3 times (Superset):", "  Push-up: 1 rep, 20 s rest", "  1 min rest"}},
		{"how it is done, and how often", Strength, RepeatStep{StepText: StepText{Label: pointerTo("Superset, three times")}, Repeats: 3, Style: Superset, Steps: Steps{lift}},
			[]string{"Superset, 3 rounds:", "  Push-up: 1 rep, 20 s rest"}},
		{"the rounds in figures", Strength, RepeatStep{StepText: StepText{Label: pointerTo("4 rounds")}, Repeats: 4, Style: Circuit, Steps: Steps{lift}},
			[]string{"Circuit, 4 rounds:", "  Push-up: 1 rep, 20 s rest"}},
		{"other rounds in figures", Strength, RepeatStep{StepText: StepText{Label: pointerTo("3 rounds")}, Repeats: 4, Style: Circuit, Steps: Steps{lift}},
			[]string{"Circuit, 4 rounds (3 rounds):", "  Push-up: 1 rep, 20 s rest"}},
		{"goes", Row, repeat("2 goes", times(2, steady(60, 0.8))), []string{"2 × 1 min at 80 % of rowing FTP"}},
		{"a pose", Mobility, labeled("Cat and cow", steady(90, 0)), []string{"Cat and cow: 90 s"}},
		{"poses", Mobility, repeat("Left, then right", times(2, labeled("Calf", steady(60, 0)))), []string{"2 times (Left, then right):", "  Calf: 1 min"}},
		{"a rest", Run, RestStep{StepText: StepText{Label: pointerTo("Rest")}, DurationSeconds: 5425}, []string{"1 h 30 min 25 s rest"}},
	} {
		w := Workout{Sport: c.sport, Blocks: []Block{{Name: "Main", Sport: c.sport, Repeats: 1, Steps: Steps{c.step}}}}
		if got := w.Instructions(); !slices.Equal(got, c.want) {
			t.Errorf("%s: got\n%s", c.name, strings.Join(got, "\n"))
		}
	}
}

// Nothing that a coach wrote is rounded away, left out or broken over lines.
func TestInstructionsKeepWhatIsWritten(t *testing.T) {
	end := func(s EnduranceStep, e End) EnduranceStep { s.End = e; return s }
	aim := func(kind TargetKind, value float64) EnduranceStep {
		return EnduranceStep{End: After(60), Target: Target{Kind: kind, Shape: Steady, Start: value, End: value}}
	}
	cadence := func(s EnduranceStep) EnduranceStep { s.Cadence = &IntRange{100, 100}; return s }
	noted := func(s EnduranceStep) EnduranceStep { s.Notes = pointerTo("First line.\n\n  Second."); return s }
	lift := func(set StrengthSet) StrengthStep {
		set.Count = 1
		return StrengthStep{ExerciseID: "back-squat", Sets: []StrengthSet{set}}
	}
	styled := func(style RepeatStyle) RepeatStep {
		r := times(1, lift(StrengthSet{Amount: Reps(5)}))
		r.Style, r.EverySeconds = style, 90
		return r
	}
	for _, c := range []struct {
		sport Sport
		step  Step
		want  string // of the first line
	}{
		{Swim, end(aim(OfThreshold, 0.875), AfterMeters(12.5)), "12.5 m at 87.5 % of critical swim speed"},
		{Ride, end(aim(OfThreshold, 0.57), AfterMeters(1_000_050)), "1000050 m at 57 % of FTP"},
		{Ride, aim(OfMaxHeartRate, 0.725), "1 min at 72.5 % of maximum heart rate"},
		{Row, aim(OfPace500Meters, 112.5), "1 min at 1:52.5/500 m"},
		{Swim, aim(OfPace100Meters, 89.96), "1 min at 1:30/100 m"},
		{Run, noted(aim(OfPaceKilometer, 240)), "1 min at 4:00/km: First line. Second."},
		{Strength, lift(StrengthSet{Amount: Reps(3), Load: StrengthLoad{Kilograms: pointerTo(61.25)}}), "Back squat: 3 reps at 61.25 kg"},
		{Strength, lift(StrengthSet{Amount: Reps(3), Load: StrengthLoad{FractionOfOneRepMax: pointerTo(0.875)}}), "Back squat: 3 reps at 87.5 % of 1RM"},
		{Strength, lift(StrengthSet{Amount: SetAmount{Kind: Carry, Meters: 12.5}}), "Back squat: 12.5 m"},
		{Strength, lift(StrengthSet{Amount: Reps(5), Load: StrengthLoad{BodyweightKilograms: pointerTo(0.0)}}), "Back squat: 5 reps at bodyweight"},
		{Strength, lift(StrengthSet{Amount: Reps(5), Load: StrengthLoad{BodyweightKilograms: pointerTo(-7.5)}}), "Back squat: 5 reps at bodyweight − 7.5 kg"},
		{Swim, end(aim(OfPace100Meters, 100), AfterYards(100)), "100 yd at 1:31/100 yd"},
		{Swim, end(aim(OfPace100Meters, 100), AfterMeters(91.44)), "91.4 m at 1:40/100 m"},
		{Run, end(aim(OfEffort, 8), AfterYards(440)), "440 yd at RPE 8"},
		{Ride, aim(OfThreshold, math.Copysign(0, -1)), "1 min at 0 % of FTP"},
		{Strength, cadence(aim(OfEffort, 7)), "1 min at RPE 7, 100/min"},
		{Mobility, aim(OfBeats, 120), "1 min at 120 beats/min"},
		{Strength, aim(OfThreshold, 0.5), "1 min"},
		{Mobility, aim(OfNothing, 1), "1 min"},
		{Other, cadence(aim(OfEffort, 5)), "1 min at RPE 5, 100/min"},
		{Kayak, cadence(aim(OfEffort, 5)), "1 min at RPE 5, 100 strokes/min"},
		{Strength, styled(ForTime), "For time:"},
		{Strength, styled(EMOM), "Every 90 s, once:"},
		{Strength, styled(Circuit), "Circuit, 1 round:"},
		{Strength, styled(Superset), "Superset, 1 round:"},
		{Strength, styled(Rounds), "Once:"},
		{Ride, times(1, aim(OfThreshold, 0.9), aim(OfThreshold, 0.5)), "1 min at 90 % of FTP, 1 min at 50 %"},
	} {
		w := Workout{Sport: c.sport, Blocks: one(c.sport, c.step)}
		if got := w.Instructions()[0]; got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
