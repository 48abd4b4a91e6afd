package session

import "fortnight/training"

// What is taken for a warm-up of what somebody logs, as a share of the heaviest weight of the exercise, and how many repetitions were left where nobody
// says: what nobody calls hard or easy was done as lifts usually are.
const (
	warmUpShare = 0.9
	leftUsually = 2
)

// ReadLifts is which family of lifts, and which rung of it, somebody did who tells the sets alone; false where they are of none.
func ReadLifts(lifts []training.LiftedExercise) (Reading, bool) {
	var steps training.Steps
	for i := range lifts {
		if s := loggedStep(&lifts[i]); len(s.Sets) > 0 {
			steps = append(steps, s)
		}
	}
	if len(steps) == 0 {
		return Reading{}, false
	}
	blocks := []training.Block{{Sport: training.Strength, Steps: steps}}
	w := training.Workout{Sport: training.Strength, Blocks: blocks, Load: training.Measure(training.Strength, blocks, training.Thresholds{})}
	return LevelOf(w)
}

// loggedStep is an exercise as it was logged: its work sets after its warm-ups.
func loggedStep(l *training.LiftedExercise) training.StrengthStep {
	heaviest := 0.0
	for _, s := range l.Sets {
		if s.Kilograms != nil {
			heaviest = max(heaviest, *s.Kilograms)
		}
	}
	step := training.StrengthStep{ExerciseID: l.ExerciseID}
	for _, s := range l.Sets {
		reserve := leftUsually
		if s.RepsInReserve != nil {
			reserve = *s.RepsInReserve
		}
		set := training.StrengthSet{Count: s.Count, Kind: training.WorkSet, Amount: training.Reps(s.Repetitions), Load: training.StrengthLoad{RepsInReserve: &reserve}}
		if s.Kilograms != nil && *s.Kilograms < warmUpShare*heaviest {
			set.Kind = training.WarmUpSet
		}
		if last := len(step.Sets) - 1; last >= 0 && step.Sets[last].Kind == set.Kind && step.Sets[last].Amount == set.Amount {
			step.Sets[last].Count += set.Count
			step.Sets[last].Load = set.Load
			continue
		}
		step.Sets = append(step.Sets, set)
	}
	return step
}
