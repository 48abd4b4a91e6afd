package session

import (
	"slices"

	"fortnight/training"
)

// Reading is what a workout is: the family, its level there, 0 where the family has no ladder, and what it asks for of the family's kind.
type Reading struct {
	Family ID
	Level  int
	Work   Work
}

// Edition numbers the ways in which LevelOf has read workouts: it is raised with every change that makes it read one otherwise, so that whoever
// stores readings knows which to make anew.
const Edition = 7

// leastFit is how well a workout has to fit a family to be read as one of it: nothing is forced into a family.
const leastFit = 0.5

// Of is the family and the level that a workout says itself, where it was stored or written with them, else what LevelOf reads it as.
func Of(w *training.Workout) (Reading, bool) {
	if w.Family != "" {
		return Reading{Family: ID(w.Family), Level: w.FamilyLevel}, true
	}
	return LevelOf(*w)
}

// ByThresholds tells whether it depends on who does a workout what family and level it is of: it asks for watts, a pace or beats, or, being somebody's
// own, for metres, which the shared library counts as they last at reference thresholds.
func ByThresholds(w *training.Workout) bool {
	var by func(steps training.Steps) bool
	by = func(steps training.Steps) bool {
		return slices.ContainsFunc(steps, func(step training.Step) bool {
			switch s := step.(type) {
			case training.EnduranceStep:
				return s.Target.Absolute() || w.OwnerID != "" && s.End.Kind == training.EndDistance
			case training.RepeatStep:
				return by(s.Steps)
			}
			return false
		})
	}
	return slices.ContainsFunc(w.Blocks, func(b training.Block) bool { return by(b.Steps) })
}

// For is a workout as it is for somebody with these thresholds: its load, and its family and level where they depend on them.
func For(w training.Workout, t training.Thresholds) training.Workout {
	w = w.For(t)
	if ByThresholds(&w) {
		read, _ := LevelFor(w, t)
		w.Family, w.FamilyLevel = string(read.Family), read.Level
	}
	return w
}

// LevelOf reads a workout, whoever wrote it: the family that its structure fits best and its level there; false where it fits none, or where
// only somebody's thresholds tell.
func LevelOf(w training.Workout) (Reading, bool) { return LevelFor(w, training.Thresholds{}) }

// LevelFor is LevelOf for who has these thresholds: what is asked for in watts, a pace or beats is read by them, and by them metres become time. Where
// the threshold that tells is not known the workout is of no family, and the reading is empty.
func LevelFor(w training.Workout, t training.Thresholds) (Reading, bool) {
	o := outlineOf(&w, t)
	if o.unknown() {
		return Reading{}, false
	}
	best, most := Reading{}, 0.0
	for i := range families {
		f := &families[i]
		if f.Read == nil {
			continue
		}
		if level, work, fit := f.Read(o); fit > most {
			best, most = Reading{Family: f.ID, Level: level, Work: work}, fit
		}
	}
	if most < leastFit {
		return Reading{}, false
	}
	return best, true
}
