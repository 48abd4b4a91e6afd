package resolvers

import (
	"context"
	"fmt"

	"fortnight/db"
	"fortnight/db/workouts"
	"fortnight/session"
	"fortnight/training"
)

// SessionFamilies are those of a sport, or all.
func (r *query) SessionFamilies(_ context.Context, sport *training.Sport) ([]*session.Family, error) {
	var found []session.Family
	for _, f := range session.All() {
		if sport == nil || f.Sport == *sport {
			found = append(found, f)
		}
	}
	return pointers(found), nil
}

// Workouts are doses of the family in the shared library: what has an id says the same to everybody.
func (r *sessionFamilyResolver) Workouts(ctx context.Context, family *session.Family, first *int) ([]*training.Workout, error) {
	n, err := pageSize(first, 5, 20)
	if err != nil {
		return nil, err
	}
	list, err := loadersFrom(ctx).ofFamilies.Load(ctx, workouts.OfFamily{Family: family.ID, First: n})
	return pointers(list), err
}

// Family is what the workout is read as, nil for nothing.
func (r *workoutResolver) Family(_ context.Context, workout *training.Workout) (*session.Family, error) {
	if workout.Family == "" {
		return nil, nil
	}
	family, known := session.Find(session.ID(workout.Family))
	if !known {
		return nil, fmt.Errorf("stored family %q: %w", workout.Family, db.ErrNotFound)
	}
	return &family, nil
}
