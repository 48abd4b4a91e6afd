package library

import "fortnight/training"

// Workouts are the shared workouts, in the order in which they are written down. Each call makes them anew, so what it returns is the
// caller's to change. Revision is 1; CreatedAt and UpdatedAt are zero, for whoever stores them to set. The load is measured at reference
// thresholds.
func Workouts() []training.Workout {
	all := recipes()
	workouts := make([]training.Workout, len(all))
	for i, r := range all {
		workouts[i] = r.workout()
	}
	return workouts
}

func recipes() []recipe {
	var all []recipe
	for _, part := range []func() []recipe{
		easyRuns, longRuns, hardRuns, raceRuns,
		easyRides, longRides, hardRides, raceRides,
		easySwims, hardSwims,
		easyRows, hardRows,
		heavyLifts, sizeLifts, beginnerLifts, quickLifts, powerLifts,
		mobility, bricks, races,
	} {
		all = append(all, part()...)
	}
	return all
}
