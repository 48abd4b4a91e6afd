package stage

import (
	"context"
	"fmt"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/training"
)

// Load reads the workouts that offers and draft name and that are not known yet.
func Load(ctx context.Context, store runs.Store, f *state.Fortnight) error {
	var ids []training.WorkoutID
	missing := func(id training.WorkoutID) {
		if _, known := f.Workouts[id]; !known && id != "" {
			ids = append(ids, id)
			f.Workouts[id] = training.Workout{}
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
	found, err := store.Workouts(ctx, f.Run.AthleteID, f.Snapshot.Athlete.Profile, ids)
	if err != nil {
		return fmt.Errorf("read workouts: %w", err)
	}
	for _, id := range ids {
		delete(f.Workouts, id)
	}
	for _, w := range found {
		f.Workouts[w.ID] = w
	}
	return nil
}
