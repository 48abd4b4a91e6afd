package resolvers

import (
	"fmt"

	"fortnight/graph/model"
	"fortnight/training"
)

// maxInputSteps bounds the steps of one workout's input, nested ones included, before anything is made of them.
const maxInputSteps = 500

// blocksOf turns the blocks of an input into those of a workout. What is wrong with their values is for training.Workout.Validate to
// say; here only what a workout cannot express is refused.
func blocksOf(inputs []*model.BlockInput, faults *training.InputError) []training.Block {
	left := maxInputSteps
	blocks := make([]training.Block, len(inputs))
	for i, in := range inputs {
		blocks[i] = training.Block{Name: in.Name, Sport: in.Sport, Repeats: orElse(in.Repeats, 1)}
		blocks[i].Steps = stepsOf(in.Steps, fmt.Sprintf("blocks[%d].steps", i), &left, faults)
	}
	if left < 0 {
		faults.Add("blocks", fmt.Sprintf("at most %d steps, nested ones included", maxInputSteps))
	}
	return blocks
}

func stepsOf(inputs []*model.StepInput, path string, left *int, faults *training.InputError) training.Steps {
	if *left -= len(inputs); *left < 0 {
		return nil
	}
	steps := make(training.Steps, 0, len(inputs))
	for i, in := range inputs {
		at := fmt.Sprintf("%s[%d]", path, i)
		switch {
		case in.Endurance != nil:
			steps = append(steps, enduranceStepOf(in.Endurance, at, faults))
		case in.Strength != nil:
			steps = append(steps, strengthStepOf(in.Strength))
		case in.Rest != nil:
			steps = append(steps, training.RestStep{Label: in.Rest.Label, Notes: in.Rest.Notes, DurationSeconds: in.Rest.DurationSeconds})
		case in.Repeat != nil:
			r := in.Repeat
			steps = append(steps, training.RepeatStep{
				Label: r.Label, Notes: r.Notes, Repeats: r.Repeats, Steps: stepsOf(r.Steps, at+".repeat.steps", left, faults),
			})
		default:
			faults.Add(at, "needs exactly one of endurance, strength, rest and repeat")
		}
	}
	return steps
}

func enduranceStepOf(in *model.EnduranceStepInput, path string, faults *training.InputError) training.EnduranceStep {
	if (in.DurationSeconds == nil) == (in.DistanceMeters == nil) {
		faults.Add(path+".endurance", "needs either durationSeconds or distanceMeters, not both")
	}
	return training.EnduranceStep{
		Label: in.Label, Notes: in.Notes, DurationSeconds: orElse(in.DurationSeconds, 0), DistanceMeters: in.DistanceMeters,
		Target: training.IntensityTarget{Start: in.Start, End: orElse(in.End, in.Start)}, Cadence: in.Cadence,
	}
}

func strengthStepOf(in *model.StrengthStepInput) training.StrengthStep {
	return training.StrengthStep{
		Label: in.Label, Notes: in.Notes, ExerciseID: training.ExerciseID(in.ExerciseID), Sets: in.Sets, Reps: in.Reps,
		Load:        training.StrengthLoad{FractionOfOneRepMax: in.FractionOfOneRepMax, RepsInReserve: in.RepsInReserve},
		RestSeconds: orElse(in.RestSeconds, 120),
	}
}

// orElse is the value an optional input has, or another.
func orElse[T any](value *T, otherwise T) T {
	if value == nil {
		return otherwise
	}
	return *value
}
