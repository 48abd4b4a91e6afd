// Package compose holds the small constructors with which workouts are written down in source code, those of the shared library and those
// of families of sessions, and the identity that a name stands for.
package compose

import "fortnight/training"

// Block is a part of a workout that is done once.
func Block(name string, sport training.Sport, steps ...training.Step) training.Block {
	return training.Block{Name: name, Sport: sport, Repeats: 1, Steps: steps}
}

// Ramp changes intensity evenly from start to end, both fractions of threshold.
func Ramp(label string, seconds int, start, end float64) training.EnduranceStep {
	return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.After(seconds), Target: training.RampOf(start, end)}
}

// Steady holds one fraction of threshold for a time.
func Steady(label string, seconds int, at float64) training.EnduranceStep {
	return Ramp(label, seconds, at, at)
}

// RampMeters changes intensity evenly over a distance.
func RampMeters(label string, distance, start, end float64) training.EnduranceStep {
	return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.AfterMeters(distance), Target: training.RampOf(start, end)}
}

// Meters holds one fraction of threshold for a distance.
func Meters(label string, distance, at float64) training.EnduranceStep {
	return RampMeters(label, distance, at, at)
}

// AtCadence asks for steps, turns of the pedals or strokes a minute.
func AtCadence(perMinute int, step training.EnduranceStep) training.EnduranceStep {
	step.Cadence = &training.IntRange{Low: perMinute, High: perMinute}
	return step
}

// Told adds what the athlete should know to a step by time or distance.
func Told(notes string, step training.EnduranceStep) training.EnduranceStep {
	step.Notes = &notes
	return step
}

// Rest is time without work.
func Rest(label string, seconds int) training.RestStep {
	return training.RestStep{StepText: training.StepText{Label: &label}, DurationSeconds: seconds}
}

// Repeat does its steps in order, several times.
func Repeat(label string, times int, steps ...training.Step) training.RepeatStep {
	return training.RepeatStep{StepText: training.StepText{Label: &label}, Repeats: times, Style: training.Rounds, Steps: steps}
}

// Pose is a stretch, a joint circle or a breathing exercise held or moved through for a time.
func Pose(label string, seconds int) training.EnduranceStep {
	return training.EnduranceStep{StepText: training.StepText{Label: &label}, End: training.After(seconds), Target: training.Free(1)}
}

// Lift is sets of an exercise with a rest after each.
func Lift(exercise training.ExerciseID, sets, reps int, load training.StrengthLoad, restSeconds int) training.StrengthStep {
	return training.StrengthStep{ExerciseID: exercise, Sets: training.SetsOf(sets, reps, load, restSeconds)}
}

// Hold is a lift that is held for so many seconds.
func Hold(exercise training.ExerciseID, sets, seconds int, load training.StrengthLoad, restSeconds int) training.StrengthStep {
	return amount(training.SetAmount{Kind: training.Hold, Low: seconds, High: seconds}, Lift(exercise, sets, 1, load, restSeconds))
}

// Carry is a lift that goes so many metres.
func Carry(exercise training.ExerciseID, sets int, meters float64, load training.StrengthLoad, restSeconds int) training.StrengthStep {
	return amount(training.SetAmount{Kind: training.Carry, Meters: meters}, Lift(exercise, sets, 1, load, restSeconds))
}

func amount(of training.SetAmount, step training.StrengthStep) training.StrengthStep {
	step.Sets[0].Amount = of
	return step
}

// EachSide is a lift of which all is done on each side.
func EachSide(step training.StrengthStep) training.StrengthStep {
	step.PerSide = true
	return step
}

// Cued adds what the athlete should know to a lift.
func Cued(notes string, step training.StrengthStep) training.StrengthStep {
	step.Notes = &notes
	return step
}

// Percent is a percentage of the one-repetition maximum.
func Percent(of float64) training.StrengthLoad {
	fraction := of / 100
	return training.StrengthLoad{FractionOfOneRepMax: &fraction}
}

// Reserve is a load with which so many more repetitions would be possible.
func Reserve(repetitions int) training.StrengthLoad {
	return training.StrengthLoad{RepsInReserve: &repetitions}
}

// The parts of a session that a step may say it is for.

// WarmUp says that a step warms up.
func WarmUp(step training.EnduranceStep) training.EnduranceStep {
	return meant(training.IntentWarmUp, step)
}

// Work says that a step is what the session is for.
func Work(step training.EnduranceStep) training.EnduranceStep {
	return meant(training.IntentWork, step)
}

// Recovery says that a step recovers from the one before.
func Recovery(step training.EnduranceStep) training.EnduranceStep {
	return meant(training.IntentRecovery, step)
}

// CoolDown says that a step cools down.
func CoolDown(step training.EnduranceStep) training.EnduranceStep {
	return meant(training.IntentCoolDown, step)
}

func meant(intent training.Intent, step training.EnduranceStep) training.EnduranceStep {
	step.Intent = intent
	return step
}

// Toward gives a step another target.
func Toward(target training.Target, step training.EnduranceStep) training.EnduranceStep {
	step.Target = target
	return step
}

// Between does its steps in order, several times, and leaves the recovery that ends them out of the last.
func Between(times int, steps ...training.Step) training.RepeatStep {
	return training.RepeatStep{Repeats: times, Style: training.Rounds, SkipLastRecovery: true, Steps: steps}
}
