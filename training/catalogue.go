package training

import (
	"slices"
	"strings"
)

// The catalogue by pattern, one file each. Ids are stored with workouts and never change; a name may be corrected. What is harder is written
// with the easier exercise, and nowhere else.
var catalogue = sortedByName(slices.Concat(squats, hinges, lunges, pushes, pulls, carries, trunk, jumps))

var catalogueIndex = func() map[ExerciseID]int {
	index := make(map[ExerciseID]int, len(catalogue))
	for i, e := range catalogue {
		index[e.ID] = i
	}
	return index
}()

// easier is what the progressions say, read from the other end; in the order of the names.
var easier = func() map[ExerciseID][]ExerciseID {
	regressions := map[ExerciseID][]ExerciseID{}
	for _, e := range catalogue {
		for _, id := range e.harderIDs {
			regressions[id] = append(regressions[id], e.ID)
		}
	}
	return regressions
}()

func sortedByName(exercises []Exercise) []Exercise {
	slices.SortFunc(exercises, func(a, b Exercise) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	return exercises
}

// Progressions are the exercises that come next when it has become easy, by name.
func (e Exercise) Progressions() []Exercise { return exercisesOf(e.harderIDs) }

// Regressions are the exercises to go back to when it is too hard: those it is a progression of, by name.
func (e Exercise) Regressions() []Exercise { return exercisesOf(easier[e.ID]) }

// Exercises is the catalogue, sorted by name. The slice is the caller's.
func Exercises() []Exercise { return slices.Clone(catalogue) }

// FindExercise looks an exercise up by its id.
func FindExercise(id ExerciseID) (Exercise, bool) {
	i, known := catalogueIndex[id]
	if !known {
		return Exercise{}, false
	}
	return catalogue[i], true
}

// exercisesOf are those of the catalogue with these ids, by name.
func exercisesOf(ids []ExerciseID) []Exercise {
	exercises := make([]Exercise, 0, len(ids))
	for _, id := range ids {
		if e, known := FindExercise(id); known {
			exercises = append(exercises, e)
		}
	}
	return sortedByName(exercises)
}
