package training

import (
	"slices"
	"strings"
)

// Exercise is a strength exercise of the catalogue.
//
// ID is stable, such as "back-squat"; MuscleGroups names what is loaded, most first. A repetition of a one-sided exercise is one side.
// What is measured otherwise is written in repetitions of [SecondsPerRep]: of a carry, a sled or a walking lunge about 5 m, of a hold 4 s.
type Exercise struct {
	ID             ExerciseID
	Name           string
	MuscleGroups   []MuscleGroup
	Pattern        MovementPattern
	ContactsPerRep int  // landings a repetition, both feet together counting as one; 0 where nothing is jumped
	Eccentric      bool // the lengthening phase is the point of it, so that it makes sore who is not used to it
}

// LowerBody tells whether its hard sets are hard leg sets: the squat, hinge and lunge patterns, in which the catalogue also files what
// trains a part of the leg alone (leg curl, calf raise).
func (e Exercise) LowerBody() bool {
	return e.Pattern == PatternSquat || e.Pattern == PatternHinge || e.Pattern == PatternLunge
}

// Exercises is the catalogue, sorted by name. The slice is the caller's; the muscle groups in it are shared and not to be changed.
func Exercises() []Exercise { return slices.Clone(catalogue) }

// FindExercise looks an exercise up by its id.
func FindExercise(id ExerciseID) (Exercise, bool) {
	i, known := catalogueIndex[id]
	if !known {
		return Exercise{}, false
	}
	return catalogue[i], true
}

// The muscle groups an exercise may load, most first; shared by the catalogue's entries.
var (
	legs         = []MuscleGroup{Legs}
	legsCore     = []MuscleGroup{Legs, Core}
	legsPull     = []MuscleGroup{Legs, Pull}
	legsPush     = []MuscleGroup{Legs, Push}
	legsPushCore = []MuscleGroup{Legs, Push, Core}
	legsPullCore = []MuscleGroup{Legs, Pull, Core}
	legsFull     = []MuscleGroup{Legs, Pull, Push}
	push         = []MuscleGroup{Push}
	pushCore     = []MuscleGroup{Push, Core}
	pushLegs     = []MuscleGroup{Push, Legs}
	pushLegsCore = []MuscleGroup{Push, Legs, Core}
	pull         = []MuscleGroup{Pull}
	pullCore     = []MuscleGroup{Pull, Core}
	pullLegs     = []MuscleGroup{Pull, Legs}
	pullCoreLegs = []MuscleGroup{Pull, Core, Legs}
	core         = []MuscleGroup{Core}
	coreLegs     = []MuscleGroup{Core, Legs}
	corePush     = []MuscleGroup{Core, Push}
	corePull     = []MuscleGroup{Core, Pull}
	corePushLegs = []MuscleGroup{Core, Push, Legs}
)

var catalogue = sortedByName(slices.Concat(
	squats, hinges, lunges, pushes, pulls, carries, trunk, jumps,
))

var catalogueIndex = func() map[ExerciseID]int {
	index := make(map[ExerciseID]int, len(catalogue))
	for i, e := range catalogue {
		index[e.ID] = i
	}
	return index
}()

func sortedByName(exercises []Exercise) []Exercise {
	slices.SortFunc(exercises, func(a, b Exercise) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	return exercises
}

func exercise(id ExerciseID, name string, pattern MovementPattern, groups []MuscleGroup) Exercise {
	return Exercise{ID: id, Name: name, MuscleGroups: groups, Pattern: pattern}
}

func jump(id ExerciseID, name string, groups []MuscleGroup, contacts int) Exercise {
	return Exercise{ID: id, Name: name, MuscleGroups: groups, Pattern: PatternPlyometric, ContactsPerRep: contacts}
}

func eccentric(e Exercise) Exercise {
	e.Eccentric = true
	return e
}
