package training

import (
	"os"
	"reflect"
	"testing"
)

func pointerTo[T any](value T) *T { return &value }

// everyFeature is blocks with all that a workout can say.
func everyFeature() []Block {
	half, two := 0.8, 2
	return []Block{
		{Name: "Ride", Sport: Ride, Repeats: 2, Steps: Steps{
			EnduranceStep{
				StepText: StepText{Label: pointerTo("Build"), Notes: pointerTo("Relax"), Intent: IntentWarmUp}, End: After(600), Target: RampOf(0.5, 0.75),
				Cadence: &IntRange{85, 95}, Cues: []Cue{{OffsetSeconds: pointerTo(30), Text: "Spin"}, {OffsetMeters: pointerTo(500.0), Text: "Shift"}},
			},
			EnduranceStep{
				End: End{Kind: EndHeartRate, Seconds: 300, Value: 150, Above: true}, Target: Between(0.88, 0.94),
				Second: &Target{Kind: OfMaxHeartRate, Shape: Range, Start: 0.8, End: 0.9},
			},
			EnduranceStep{End: End{Kind: EndWork, Seconds: 900, Value: 200}, Target: Target{Kind: OfWatts, Shape: Steady, Start: 220, End: 220}},
			EnduranceStep{
				End:    End{Kind: EndCalories, Seconds: 120, Value: 20},
				Target: Target{Kind: OfZone, Shape: Range, Start: 2, End: 3, Zones: Power7},
			},
			EnduranceStep{End: End{Kind: EndPower, Seconds: 60, Value: 100}, Target: Free(2)},
			RepeatStep{Repeats: 3, Style: Rounds, SkipLastRecovery: true, Steps: Steps{
				EnduranceStep{StepText: StepText{Intent: IntentWork}, End: End{Kind: EndLap, Seconds: 120}, Target: Target{Kind: OfZone, Shape: Steady, Start: 5, End: 5, Zones: Power7}},
				EnduranceStep{StepText: StepText{Intent: IntentRecovery}, End: After(60), Target: Target{Kind: OfEffort, Shape: Steady, Start: 2, End: 2}},
			}},
			RestStep{StepText: StepText{Intent: IntentTransition}, DurationSeconds: 120, Open: true},
		}},
		{Name: "Swim", Sport: Swim, Repeats: 1, Pool: &Pool{Length: 25, Unit: Yards}, Steps: Steps{
			EnduranceStep{
				End: AfterYards(100), Target: Target{Kind: OfPace100Meters, Shape: Steady, Start: 95, End: 95}, Stroke: Backstroke,
				Equipment: []SwimEquipment{Fins, Snorkel},
			},
		}},
		{Name: "Lift", Sport: Strength, Repeats: 1, Steps: Steps{
			StrengthStep{ExerciseID: "back-squat", Alternatives: []ExerciseID{"front-squat"}, Tempo: &Tempo{3, 1, 1, 0}, Sets: []StrengthSet{
				{Count: 1, Kind: WarmUpSet, Amount: Reps(10), Load: StrengthLoad{Kilograms: pointerTo(40.0)}, RestSeconds: 60},
				{Count: 3, Kind: WorkSet, Amount: SetAmount{Kind: Repetitions, Low: 8, High: 10}, Load: StrengthLoad{FractionOfOneRepMax: &half, RepsInReserve: &two}, RestSeconds: 0},
				{Count: 1, Kind: DropSet, Amount: SetAmount{Kind: MostReps, Low: 12, High: 12}, Load: StrengthLoad{RPE: pointerTo(9.5)}},
			}},
			RepeatStep{Repeats: 10, Style: EMOM, EverySeconds: 60, Steps: Steps{
				StrengthStep{ExerciseID: "farmers-carry", PerSide: true, Sets: []StrengthSet{{Count: 1, Kind: WorkSet, Amount: SetAmount{Kind: Carry, Meters: 20}, Load: StrengthLoad{BodyweightKilograms: pointerTo(-10.0)}}}},
			}},
			RepeatStep{Repeats: 5, Style: AMRAP, CapSeconds: 600, Steps: Steps{
				StrengthStep{ExerciseID: "plank", Sets: []StrengthSet{{Count: 1, Kind: WorkSet, Amount: SetAmount{Kind: Hold, Low: 45, High: 45}, Load: StrengthLoad{Band: pointerTo(HeavyBand)}}}},
			}},
		}},
	}
}

// The stored form: names never change, fields may be added.
func TestFormGolden(t *testing.T) {
	text, err := EncodeBlocks(everyFeature())
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/form2.json"
	if *update {
		if err := os.WriteFile(golden, append(text, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(text)+"\n" != string(want) {
		t.Errorf("got\n%s", text)
	}
	back, err := DecodeBlocks(text)
	if err != nil || !reflect.DeepEqual(back, everyFeature()) {
		t.Errorf("reads back as %+v, %v", back, err)
	}
	if err := (Workout{Title: "x", Sport: Ride, Blocks: everyFeature()}).Validate(); err != nil {
		t.Error(err)
	}
}

// What was stored in the first form says and weighs what it did.
func TestTheFirstFormIsRead(t *testing.T) {
	steps, err := os.ReadFile("testdata/form1.json")
	if err != nil {
		t.Fatal(err)
	}
	got, err := DecodeBlocks([]byte(`[{"name":"main","sport":"RIDE","repeats":2,"steps":` + string(steps) + `}]`))
	if err != nil {
		t.Fatal(err)
	}
	load := StrengthLoad{FractionOfOneRepMax: pointerTo(0.8), RepsInReserve: pointerTo(2)}
	want := []Block{{Name: "main", Sport: Ride, Repeats: 2, Steps: Steps{
		EnduranceStep{StepText: StepText{Label: pointerTo("Build"), Notes: pointerTo("Relax")}, End: After(600), Target: RampOf(0.5, 0.75), Cadence: &IntRange{90, 90}},
		EnduranceStep{End: AfterMeters(400), Target: AtThreshold(1)},
		StrengthStep{ExerciseID: "back-squat", Sets: SetsOf(5, 5, load, 120)},
		times(3, RestStep{DurationSeconds: 60}),
	}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if _, err := DecodeBlocks([]byte(`{"version":3,"blocks":[]}`)); err == nil {
		t.Error("a form of the future is read")
	}
}

func FuzzForm(f *testing.F) {
	text, err := EncodeBlocks(everyFeature())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(`[{"name":"a","steps":[{"kind":"repeat","repeats":2,"steps":[{"kind":"rest","durationSeconds":60}]}]}]`))
	f.Add([]byte(`{"version":2,"blocks":[{"steps":[{"kind":"other"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		blocks, err := DecodeBlocks(data)
		if err != nil {
			return
		}
		once, err := EncodeBlocks(blocks)
		if err != nil {
			t.Fatalf("reads %q and cannot write it: %v", data, err)
		}
		back, err := DecodeBlocks(once)
		if err != nil {
			t.Fatalf("cannot read %q, which it wrote: %v", once, err)
		}
		if twice, err := EncodeBlocks(back); err != nil || string(twice) != string(once) {
			t.Fatalf("wrote %s and then %s, %v", once, twice, err)
		}
		if (Workout{Title: "x", Sport: Run, Blocks: blocks}).Validate() == nil { // what is valid can be measured, resolved and told
			w := Workout{Title: "x", Sport: Run, Blocks: blocks}
			r := Resolve(&w, &Profile{})
			if !(r.TSS >= 0) || len(r.Instructions()) == 0 || len(w.Instructions()) == 0 {
				t.Fatalf("%s: %+v", once, r.Load)
			}
		}
	})
}
