package planner

import (
	"context"
	"fmt"

	"fortnight/training"
)

// load reads the workouts that offers and draft name and that are not known yet.
func load(ctx context.Context, store Store, f *fortnight) error {
	var ids []training.WorkoutID
	missing := func(id training.WorkoutID) {
		if _, known := f.workouts[id]; !known && id != "" {
			ids = append(ids, id)
			f.workouts[id] = training.Workout{}
		}
	}
	for _, o := range f.Offers {
		for _, m := range o.Matches {
			missing(m.WorkoutID)
		}
	}
	for _, p := range f.Draft {
		missing(p.WorkoutID)
	}
	if len(ids) == 0 {
		return nil
	}
	found, err := store.Workouts(ctx, f.run.AthleteID, f.snapshot.Athlete.Profile, ids)
	if err != nil {
		return fmt.Errorf("read workouts: %w", err)
	}
	for _, id := range ids {
		delete(f.workouts, id)
	}
	for _, w := range found {
		f.workouts[w.ID] = w
	}
	return nil
}
