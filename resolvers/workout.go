package resolvers

import (
	"context"

	"fortnight/db"
	"fortnight/db/workouts"
	"fortnight/graph/model"
	"fortnight/reads"
	"fortnight/session"
	"fortnight/training"
)

// Workout is one of the shared library or of the caller.
func (r *query) Workout(ctx context.Context, id string) (*training.Workout, error) {
	return r.workout(ctx, training.WorkoutID(id))
}

// headFields are the leaves of a workout that do not go by what is in it.
var headFields = map[string]bool{
	"__typename": true, "id": true, "title": true, "description": true, "sport": true, "focus": true, "familyLevel": true, "tags": true,
	"archived": true, "revision": true, "createdAt": true, "updatedAt": true,
}

// Workouts are the shared library and the caller's own.
func (r *query) Workouts(ctx context.Context, filter *session.WorkoutFilter, orderBy *training.WorkoutOrder, first *int, after *string) (*model.WorkoutConnection, error) {
	n, err := pageSize(first, 20, 100)
	if err != nil {
		return nil, err
	}
	wanted, err := validFilter(filter)
	if err != nil {
		return nil, err
	}
	list := r.DB.ListWorkouts
	if reads.SelectsOnly(ctx, headFields, "edges.node", "nodes") {
		list = r.DB.ListHeads
	}
	page, err := list(ctx, viewer(ctx), wanted, orElse(orderBy, training.OrderTitle), n, orElse(after, ""))
	if err != nil {
		return nil, err
	}
	return &model.WorkoutConnection{Connection: connection(page, after)}, nil
}

// Embedder is the one that workouts are found by.
func (r *query) Embedder(context.Context) (*workouts.EmbedderStatus, error) {
	status := r.DB.EmbedderStatus()
	return &status, nil
}

// SearchWorkouts finds workouts by meaning, best first.
func (r *query) SearchWorkouts(ctx context.Context, text string, filter *session.WorkoutFilter, first *int, after *string) (*model.WorkoutMatchConnection, error) {
	n, err := pageSize(first, 10, 50)
	if err != nil {
		return nil, err
	}
	var faults training.InputError
	training.CheckText(&faults, "text", text, 1, 500)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	wanted, err := validFilter(filter)
	if err != nil {
		return nil, err
	}
	page, err := heavily(ctx, r.Resolver, func() (db.Page[training.WorkoutMatch], error) {
		return r.DB.SearchPage(ctx, viewer(ctx), text, wanted, n, orElse(after, ""))
	})
	if err != nil {
		return nil, err
	}
	count := page.Count
	page.Count = func(ctx context.Context) (int, error) {
		return heavily(ctx, r.Resolver, func() (int, error) { return count(ctx) })
	}
	return &model.WorkoutMatchConnection{Connection: connection(page, after)}, nil
}

// CreateWorkout adds a workout of the caller's own.
func (r *mutation) CreateWorkout(ctx context.Context, input model.CreateWorkoutInput) (*model.WorkoutPayload, error) {
	ctx, err := once(ctx, "createWorkout", input.IdempotencyKey, input)
	if err != nil {
		return nil, err
	}
	var faults training.InputError
	workout := training.Workout{
		Title: input.Title, Description: orElse(input.Description, ""), Sport: input.Sport, Focus: input.Focus, Tags: input.Tags,
		Blocks: blocksOf(input.Blocks, &faults), OwnerID: viewer(ctx),
	}
	if err := checked(workout, faults); err != nil {
		return nil, err
	}
	return workoutPayload(r.DB.CreateWorkout(ctx, viewer(ctx), workout))
}

// UpdateWorkout changes what is given of an own workout, unless it has changed since the revision that the client saw.
func (r *mutation) UpdateWorkout(ctx context.Context, input model.UpdateWorkoutInput) (*model.WorkoutPayload, error) {
	change := func(w *training.Workout) error {
		var faults training.InputError
		keep(&faults, "title", &w.Title, input.Title)
		keep(&faults, "description", &w.Description, input.Description)
		keep(&faults, "sport", &w.Sport, input.Sport)
		keep(&faults, "focus", &w.Focus, input.Focus)
		keepList(&faults, "tags", &w.Tags, input.Tags, asSent)
		keepList(&faults, "blocks", &w.Blocks, input.Blocks, func(in []*model.BlockInput) []training.Block { return blocksOf(in, &faults) })
		return checked(*w, faults)
	}
	return workoutPayload(r.DB.UpdateWorkout(ctx, viewer(ctx), training.WorkoutID(input.ID), input.Revision, change))
}

// DeleteWorkout deletes an own workout that is not planned.
func (r *mutation) DeleteWorkout(ctx context.Context, input model.DeleteWorkoutInput) (*model.DeleteWorkoutPayload, error) {
	if err := r.DB.DeleteWorkout(ctx, viewer(ctx), training.WorkoutID(input.ID)); err != nil {
		return nil, err
	}
	return &model.DeleteWorkoutPayload{WorkoutID: input.ID}, nil
}

func workoutPayload(workout training.Workout, err error) (*model.WorkoutPayload, error) {
	if err != nil {
		return nil, err
	}
	return &model.WorkoutPayload{Workout: &workout}, nil
}

// checked joins the faults of an input's shape with those of the workout made of it.
func checked(w training.Workout, faults training.InputError) error {
	if err := faults.Err(); err != nil {
		return err
	}
	return w.Validate()
}

// Owner is nil for the shared library, and where the viewer does not know of the owner.
func (r *workoutResolver) Owner(ctx context.Context, workout *training.Workout) (*training.User, error) {
	return r.userOrNil(ctx, workout.OwnerID)
}

// Similar are others like it by meaning.
func (r *workoutResolver) Similar(ctx context.Context, workout *training.Workout, first *int) ([]*training.WorkoutMatch, error) {
	n, err := pageSize(first, 5, 20)
	if err != nil {
		return nil, err
	}
	matches, err := heavily(ctx, r.Resolver, func() ([]training.WorkoutMatch, error) {
		return r.DB.SimilarWorkouts(ctx, viewer(ctx), workout.ID, n)
	})
	return pointers(matches), err
}

// Workout is what was found.
func (r *workoutMatchResolver) Workout(ctx context.Context, match *training.WorkoutMatch) (*training.Workout, error) {
	return r.workout(ctx, match.WorkoutID)
}

// Alternatives are what may be done in its place.
func (r *strengthStepResolver) Alternatives(_ context.Context, step *training.StrengthStep) ([]*training.Exercise, error) {
	list := make([]*training.Exercise, len(step.Alternatives))
	for i, id := range step.Alternatives {
		e, err := exercise(id)
		if err != nil {
			return nil, err
		}
		list[i] = e
	}
	return list, nil
}

// Resolved is what the workout is for an athlete.
func (r *workoutResolver) Resolved(ctx context.Context, workout *training.Workout, athleteID string) (*training.ResolvedWorkout, error) {
	return r.resolved(ctx, workout, training.UserID(athleteID), nil)
}

// Athlete is whom it is for.
func (r *resolvedWorkoutResolver) Athlete(ctx context.Context, resolved *training.ResolvedWorkout) (*training.User, error) {
	return r.user(ctx, resolved.AthleteID)
}
