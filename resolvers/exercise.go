package resolvers

import (
	"context"
	"fmt"
	"slices"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/training"
)

// Exercises is the catalogue, or those whose name has the text in it and for which the filter holds.
func (r *query) Exercises(_ context.Context, text *string, filter *training.ExerciseFilter, first *int, after *string) (*model.ExerciseConnection, error) {
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
	page, err := exercisePage(training.FindExercises(orElse(text, ""), wanted), n, orElse(after, ""))
	if err != nil {
		return nil, err
	}
	return &model.ExerciseConnection{Connection: connection(page, after)}, nil
}

// exercisePage is a page of exercises, which are in the catalogue's order. A cursor stands behind its exercise whatever else is looked for.
func exercisePage(found []training.Exercise, first int, after string) (db.Page[training.Exercise], error) {
	marks := db.Marks{List: "exercises"}
	page := db.Page[training.Exercise]{Cursors: []string{}, Count: func(context.Context) (int, error) { return len(found), nil }}
	_, behind, err := marks.Read(after)
	if err != nil {
		return page, err
	}
	places := map[training.ExerciseID]int{} // from 1
	for i, e := range training.FindExercises("", training.ExerciseFilter{}) {
		places[e.ID] = i + 1
	}
	last, known := places[training.ExerciseID(behind)]
	if after != "" && !known {
		return page, db.ErrCursor
	}
	begin := slices.IndexFunc(found, func(e training.Exercise) bool { return places[e.ID] > last })
	if begin < 0 {
		begin = len(found)
	}
	end := min(begin+first, len(found))
	page.Items, page.HasNext = found[begin:end], end < len(found)
	for _, e := range page.Items {
		page.Cursors = append(page.Cursors, marks.Behind(places[e.ID], string(e.ID)))
	}
	return page, nil
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
