package library

import "fortnight/training"

// recipe is one shared workout as it is written down.
type recipe struct {
	slug        string // names it for ever; never reused, never changed
	title       string
	description string
	sport       training.Sport
	focus       training.Focus
	tags        []string
	blocks      []training.Block
}

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

func (r recipe) workout() training.Workout {
	return training.Workout{
		ID: workoutID(r.slug), Title: r.title, Description: r.description, Sport: r.sport, Focus: r.focus, Tags: r.tags,
		Blocks: r.blocks, Revision: 1, Load: training.Measure(r.sport, r.blocks, training.Thresholds{}),
	}
}
