package session

import (
	"slices"

	"fortnight/training"
)

// Missing says what of a workout, whoever wrote it, cannot be done with some equipment, all that is at hand, and whether anything cannot; nil
// is not known, and nothing is missing then. Of an exercise that is done in several ways one is enough.
func Missing(w *training.Workout, have []training.Equipment) (what string, missing bool) {
	if have == nil {
		return "", false
	}
	sports := []training.Sport{w.Sport}
	for i := range w.Blocks {
		sports = append(sports, w.Blocks[i].Sport)
	}
	for _, s := range sports {
		if what, missing := Lacks(s, have); missing {
			return what, true
		}
	}
	if f, known := Find(ID(w.Family)); known && f.placed() && !f.Equipped(have) {
		return nothingFor(f.Title), true
	}
	for _, step := range liftsOf(*w) {
		if e, known := training.FindExercise(step.ExerciseID); known && !equippedToLift(&e, have) {
			return nothingFor(e.Name), true
		}
	}
	return "", false
}

// MissingFor is [Missing] of a session of which no more is known than what it was measured and read as: a family of stations needs what it is
// about, though a dose of it may have something else in its place.
func MissingFor(s *training.Session, have []training.Equipment) (what string, missing bool) {
	if have == nil {
		return "", false
	}
	if f, known := Find(ID(s.Family)); known && (f.Hybrid() || f.placed()) && !f.Equipped(have) {
		return nothingFor(f.Title), true
	}
	if what, missing := Lacks(s.Sport, have); missing {
		return what, true
	}
	for _, id := range s.Load.Demand.Exercises {
		if e, known := training.FindExercise(id); known && !equippedToLift(&e, have) {
			return nothingFor(e.Name), true
		}
	}
	return "", false
}

// placed tells whether a family needs more than its sport does, all of it: open water is more than a pool. What lifts is asked exercise by exercise, and of
// stations something else may stand in the place of one.
func (f *Family) placed() bool {
	return len(f.Gear) > 0 && f.Sport != training.Strength && !f.Hybrid()
}

// equippedToLift tells whether one of the ways in which an exercise is done can be with some equipment.
func equippedToLift(e *training.Exercise, have []training.Equipment) bool {
	return hasAll(have, e.Equipment) || slices.ContainsFunc(e.EquipmentInstead, func(need []training.Equipment) bool { return hasAll(have, need) })
}
