package resolvers

import (
	"context"
	"fmt"

	"fortnight/graph/model"
	"fortnight/training"
)

// liftsOf reads what was lifted.
func liftsOf(inputs []*model.LiftedExerciseInput) []training.LiftedExercise {
	if len(inputs) == 0 {
		return nil
	}
	lifts := make([]training.LiftedExercise, len(inputs))
	for i, in := range inputs {
		lifts[i] = training.LiftedExercise{ExerciseID: training.ExerciseID(in.ExerciseID), Sets: make([]training.LiftedSets, len(in.Sets))}
		for j, s := range in.Sets {
			lifts[i].Sets[j] = training.LiftedSets{Count: orElse(s.Count, 1), Repetitions: s.Repetitions, Kilograms: s.Kilograms, RepsInReserve: s.RepsInReserve}
		}
	}
	return lifts
}

// checkLifts refuses lifts of a session that has none.
func checkLifts(w *training.ResolvedWorkout, path string) error {
	if w.Workout.Sport == training.Strength || len(w.Demand.Exercises) > 0 {
		return nil
	}
	var faults training.InputError
	faults.Add(path+"lifts", fmt.Sprintf("are of a session that has lifts, and this %s has none", w.Workout.Sport))
	return faults.Err()
}

// Exercise is the one that was lifted.
func (r *liftedExerciseResolver) Exercise(_ context.Context, l *training.LiftedExercise) (*training.Exercise, error) {
	return exercise(l.ExerciseID)
}
