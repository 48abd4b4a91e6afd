package resolvers

import (
	"fmt"

	"fortnight/graph/model"
	"fortnight/training"
)

// maxInputSteps bounds the steps of one workout's input, nested ones included, before anything is made of them.
const maxInputSteps = 500

// stepReader turns the steps of an input into those of a workout. What is wrong with their values is for training.Workout.Validate to say;
// here only what a workout cannot express is refused.
type stepReader struct {
	left   int // steps that may still come
	faults *training.InputError
}

// blocksOf are the blocks of an input.
func blocksOf(inputs []*model.BlockInput, faults *training.InputError) []training.Block {
	r := stepReader{left: maxInputSteps, faults: faults}
	blocks := make([]training.Block, len(inputs))
	for i, in := range inputs {
		blocks[i] = training.Block{Name: in.Name, Sport: in.Sport, Repeats: orElse(in.Repeats, 1), Pool: poolOf(in.Pool)}
		blocks[i].Steps = r.steps(in.Steps, fmt.Sprintf("blocks[%d].steps", i))
	}
	if r.left < 0 {
		faults.Add("blocks", fmt.Sprintf("at most %d steps, nested ones included", maxInputSteps))
	}
	return blocks
}

func poolOf(in *model.PoolInput) *training.Pool {
	if in == nil {
		return nil
	}
	return &training.Pool{Length: in.Length, Unit: orElse(in.Unit, training.Meters)}
}

func (r *stepReader) steps(inputs []*model.StepInput, path string) training.Steps {
	if r.left -= len(inputs); r.left < 0 {
		return nil
	}
	steps := make(training.Steps, 0, len(inputs))
	for i, in := range inputs {
		at := fmt.Sprintf("%s[%d]", path, i)
		switch {
		case in.Endurance != nil:
			steps = append(steps, r.endurance(in.Endurance, at+".endurance"))
		case in.Strength != nil:
			steps = append(steps, strengthStepOf(in.Strength))
		case in.Rest != nil:
			steps = append(steps, training.RestStep{
				StepText: textOf(in.Rest.Label, in.Rest.Notes, in.Rest.Intent), DurationSeconds: in.Rest.DurationSeconds, Open: orElse(in.Rest.Open, false),
			})
		case in.Repeat != nil:
			steps = append(steps, r.repeat(in.Repeat, at+".repeat"))
		default:
			r.faults.Add(at, "needs exactly one of endurance, strength, rest and repeat")
		}
	}
	return steps
}

func textOf(label, notes *string, intent *training.Intent) training.StepText {
	return training.StepText{Label: label, Notes: notes, Intent: orElse(intent, "")}
}

func (r *stepReader) repeat(in *model.RepeatStepInput, at string) training.RepeatStep {
	return training.RepeatStep{
		StepText: textOf(in.Label, in.Notes, in.Intent), Repeats: in.Repeats, Style: orElse(in.Style, training.Rounds),
		EverySeconds: orElse(in.EverySeconds, 0), CapSeconds: orElse(in.CapSeconds, 0), SkipLastRecovery: orElse(in.SkipLastRecovery, false),
		Steps: r.steps(in.Steps, at+".steps"),
	}
}

func (r *stepReader) endurance(in *model.EnduranceStepInput, at string) training.EnduranceStep {
	step := training.EnduranceStep{
		StepText: textOf(in.Label, in.Notes, in.Intent), End: r.end(in.End, at+".end"), Target: r.target(in.Target, at+".target"),
		Stroke: orElse(in.Stroke, ""), Equipment: in.Equipment, Cues: cuesOf(in.Cues),
	}
	if in.SecondTarget != nil {
		second := r.target(in.SecondTarget, at+".secondTarget")
		step.Second = &second
	}
	if in.Cadence != nil {
		step.Cadence = &training.IntRange{Low: in.Cadence.Low, High: orElse(in.Cadence.High, in.Cadence.Low)}
	}
	return step
}

func cuesOf(inputs []*model.CueInput) []training.Cue {
	var cues []training.Cue
	for _, in := range inputs {
		cues = append(cues, training.Cue{OffsetSeconds: in.OffsetSeconds, OffsetMeters: in.OffsetMeters, Text: in.Text})
	}
	return cues
}

func (r *stepReader) end(in *model.StepEndInput, path string) training.End {
	switch {
	case in.Seconds != nil:
		return training.After(*in.Seconds)
	case in.Meters != nil:
		return training.AfterMeters(*in.Meters)
	case in.Yards != nil:
		return training.AfterYards(*in.Yards)
	case in.LapSeconds != nil:
		return training.End{Kind: training.EndLap, Seconds: *in.LapSeconds}
	case in.Repetitions != nil:
		return r.count(training.EndRepetitions, in.Repetitions, path+".repetitions")
	case in.HeartRate != nil:
		return waitOf(training.EndHeartRate, in.HeartRate)
	case in.Power != nil:
		return waitOf(training.EndPower, in.Power)
	case in.Work != nil:
		return r.count(training.EndWork, in.Work, path+".work")
	case in.Calories != nil:
		return r.count(training.EndCalories, in.Calories, path+".calories")
	}
	r.faults.Add(path, "needs exactly one of its fields")
	return training.End{}
}

// count is the end of something that is counted up from nothing.
func (r *stepReader) count(kind training.EndKind, in *model.WaitInput, path string) training.End {
	if !orElse(in.Above, true) {
		r.faults.Add(path+".above", "is always true of what is counted")
	}
	return training.End{Kind: kind, Seconds: in.ExpectedSeconds, Value: float64(in.Value)}
}

// waitOf is the end of something that is come to from below or from above.
func waitOf(kind training.EndKind, in *model.WaitInput) training.End {
	return training.End{Kind: kind, Seconds: in.ExpectedSeconds, Value: float64(in.Value), Above: orElse(in.Above, true)}
}

func (r *stepReader) target(in *model.TargetInput, path string) training.Target {
	for _, of := range []struct {
		kind training.TargetKind
		span *model.SpanInput
	}{
		{training.OfThreshold, in.Threshold}, {training.OfWatts, in.Watts}, {training.OfPaceKilometer, in.SecondsPerKilometer},
		{training.OfPace100Meters, in.SecondsPer100Meters}, {training.OfPace500Meters, in.SecondsPer500Meters}, {training.OfBeats, in.HeartRate},
		{training.OfMaxHeartRate, in.MaxHeartRate}, {training.OfThresholdHeartRate, in.ThresholdHeartRate}, {training.OfEffort, in.Rpe},
		{training.OfNothing, in.Open},
	} {
		if of.span != nil {
			return spanOf(of.kind, of.span)
		}
	}
	if z := in.Zone; z != nil {
		return zonesOf(z)
	}
	r.faults.Add(path, "needs exactly one of its fields")
	return training.Target{}
}

func zonesOf(in *model.ZoneTargetInput) training.Target {
	t := training.Target{Kind: training.OfZone, Start: float64(in.Number), End: float64(orElse(in.Through, in.Number)), Zones: in.System}
	otherwise := training.Range
	if t.Start == t.End {
		otherwise = training.Steady
	}
	t.Shape = orElse(in.Shape, otherwise)
	return t
}

func spanOf(kind training.TargetKind, in *model.SpanInput) training.Target {
	t := training.Target{Kind: kind, Start: in.Start, End: orElse(in.End, in.Start)}
	otherwise := training.Ramp
	if t.Start == t.End {
		otherwise = training.Steady
	}
	t.Shape = orElse(in.Shape, otherwise)
	return t
}

func strengthStepOf(in *model.StrengthStepInput) training.StrengthStep {
	step := training.StrengthStep{
		StepText: textOf(in.Label, in.Notes, in.Intent), ExerciseID: training.ExerciseID(in.ExerciseID), PerSide: orElse(in.PerSide, false),
		Sets: make([]training.StrengthSet, len(in.Sets)),
	}
	for _, id := range in.Alternatives {
		step.Alternatives = append(step.Alternatives, training.ExerciseID(id))
	}
	if t := in.Tempo; t != nil {
		step.Tempo = &training.Tempo{
			Lowering: t.Lowering, PauseBelow: orElse(t.PauseBelow, 0), Lifting: t.Lifting, PauseAbove: orElse(t.PauseAbove, 0),
		}
	}
	for i, set := range in.Sets {
		step.Sets[i] = training.StrengthSet{
			Count: orElse(set.Count, 1), Kind: orElse(set.Kind, training.WorkSet), Amount: amountOf(set.Amount), Load: loadOf(set.Load),
			RestSeconds: orElse(set.RestSeconds, 120),
		}
	}
	return step
}

// amountOf leaves the kind empty where nothing is given, which Validate refuses.
func amountOf(in *model.SetAmountInput) training.SetAmount {
	counted := func(kind training.AmountKind, r *model.IntRangeInput) training.SetAmount {
		return training.SetAmount{Kind: kind, Low: r.Low, High: orElse(r.High, r.Low)}
	}
	switch {
	case in.Reps != nil:
		return counted(training.Repetitions, in.Reps)
	case in.Amrap != nil:
		return counted(training.MostReps, in.Amrap)
	case in.Seconds != nil:
		return counted(training.Hold, in.Seconds)
	case in.Meters != nil:
		return training.SetAmount{Kind: training.Carry, Meters: *in.Meters}
	}
	return training.SetAmount{}
}

func loadOf(in *model.StrengthLoadInput) training.StrengthLoad {
	if in == nil {
		return training.StrengthLoad{}
	}
	return training.StrengthLoad{
		FractionOfOneRepMax: in.FractionOfOneRepMax, RepsInReserve: in.RepsInReserve, RPE: in.Rpe, Kilograms: in.Kilograms,
		BodyweightKilograms: in.BodyweightKilograms, Band: in.Band,
	}
}

// orElse is the value an optional input has, or another.
func orElse[T any](value *T, otherwise T) T {
	if value == nil {
		return otherwise
	}
	return *value
}
