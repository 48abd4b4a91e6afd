package library

import "fortnight/training"

const minute = 60 // seconds

// block is a part of a workout that is done once.
func block(name string, sport training.Sport, steps ...training.Step) training.Block {
	return training.Block{Name: name, Sport: sport, Repeats: 1, Steps: steps}
}

// ramp changes intensity evenly from start to end, both fractions of threshold.
func ramp(label string, seconds int, start, end float64) training.EnduranceStep {
	return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.After(seconds), Target: training.RampOf(start, end)}
}

// steady holds one fraction of threshold for a time.
func steady(label string, seconds int, at float64) training.EnduranceStep {
	return ramp(label, seconds, at, at)
}

// rampMeters changes intensity evenly over a distance.
func rampMeters(label string, distance, start, end float64) training.EnduranceStep {
	return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.AfterMeters(distance), Target: training.RampOf(start, end)}
}

// meters holds one fraction of threshold for a distance.
func meters(label string, distance, at float64) training.EnduranceStep {
	return rampMeters(label, distance, at, at)
}

// atCadence asks for steps, turns of the pedals or strokes a minute.
func atCadence(perMinute int, step training.EnduranceStep) training.EnduranceStep {
	step.Cadence = &training.IntRange{Low: perMinute, High: perMinute}
	return step
}

// told adds what the athlete should know to a step by time or distance.
func told(notes string, step training.EnduranceStep) training.EnduranceStep {
	step.Notes = &notes
	return step
}

// rest is time without work.
func rest(label string, seconds int) training.RestStep {
	return training.RestStep{StepText: training.StepText{Label: &label}, DurationSeconds: seconds}
}

// repeat does its steps in order, several times.
func repeat(label string, times int, steps ...training.Step) training.RepeatStep {
	return training.RepeatStep{StepText: training.StepText{Label: &label}, Repeats: times, Style: training.Rounds, Steps: steps}
}

// pose is a stretch, a joint circle or a breathing exercise held or moved through for a time.
func pose(label string, seconds int) training.EnduranceStep {
	return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.After(seconds), Target: training.Free(1)}
}

// lift is sets of an exercise with a rest after each.
func lift(exercise training.ExerciseID, sets, reps int, load training.StrengthLoad, restSeconds int) training.StrengthStep {
	return training.StrengthStep{ExerciseID: exercise, Sets: training.SetsOf(sets, reps, load, restSeconds)}
}

// hold is a lift that is held for so many seconds.
func hold(exercise training.ExerciseID, sets, seconds int, load training.StrengthLoad, restSeconds int) training.StrengthStep {
	return amount(training.SetAmount{Kind: training.Hold, Low: seconds, High: seconds}, lift(exercise, sets, 1, load, restSeconds))
}

// carry is a lift that goes so many metres.
func carry(exercise training.ExerciseID, sets int, meters float64, load training.StrengthLoad, restSeconds int) training.StrengthStep {
	return amount(training.SetAmount{Kind: training.Carry, Meters: meters}, lift(exercise, sets, 1, load, restSeconds))
}

func amount(of training.SetAmount, step training.StrengthStep) training.StrengthStep {
	step.Sets[0].Amount = of
	return step
}

// eachSide is a lift of which all is done on each side.
func eachSide(step training.StrengthStep) training.StrengthStep {
	step.PerSide = true
	return step
}

// cued adds what the athlete should know to a lift.
func cued(notes string, step training.StrengthStep) training.StrengthStep {
	step.Notes = &notes
	return step
}

// percent is a percentage of the one-repetition maximum.
func percent(of float64) training.StrengthLoad {
	fraction := of / 100
	return training.StrengthLoad{FractionOfOneRepMax: &fraction}
}

// reserve is a load with which so many more repetitions would be possible.
func reserve(repetitions int) training.StrengthLoad {
	return training.StrengthLoad{RepsInReserve: &repetitions}
}
