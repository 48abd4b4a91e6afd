package resolvers

import (
	"context"
	"fmt"

	"fortnight/db"
	"fortnight/training"
)

// Exercises is the catalogue, or those whose name has the text in it and for which the filter holds.
func (r *query) Exercises(_ context.Context, text *string, filter *training.ExerciseFilter, first *int) ([]*training.Exercise, error) {
	n, err := pageSize(first, maxExercises, maxExercises)
	if err != nil {
		return nil, err
	}
	var faults training.InputError
	training.CheckText(&faults, "text", orElse(text, ""), 0, 100)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	wanted, err := validFilter(filter)
	if err != nil {
		return nil, err
	}
	found := training.FindExercises(orElse(text, ""), wanted)
	return pointers(found[:min(len(found), n)]), nil
}

// Substitutes are done in its place with other equipment.
func (r *exerciseResolver) Substitutes(_ context.Context, exercise *training.Exercise, filter *training.ExerciseFilter) ([]*training.Exercise, error) {
	wanted, err := validFilter(filter)
	if err != nil {
		return nil, err
	}
	return pointers(exercise.Substitutes(wanted)), nil
}

// Exercise is what is done.
func (r *strengthStepResolver) Exercise(_ context.Context, step *training.StrengthStep) (*training.Exercise, error) {
	return exercise(step.ExerciseID)
}

func exercise(id training.ExerciseID) (*training.Exercise, error) {
	e, known := training.FindExercise(id)
	if !known {
		return nil, fmt.Errorf("stored exercise %q: %w", id, db.ErrNotFound)
	}
	return &e, nil
}
