package session

import "fortnight/training"

// Reading is what a workout is: the family, its level there, 0 where the family has no ladder, and what it asks for of the family's kind.
type Reading struct {
	Family ID
	Level  int
	Work   Work
}

// Edition numbers the ways in which LevelOf has read workouts: it is raised with every change that makes it read one otherwise, so that whoever
// stores readings knows which to make anew.
const Edition = 3

// leastFit is how well a workout has to fit a family to be read as one of it: nothing is forced into a family.
const leastFit = 0.5

// LevelOf reads a workout, whoever wrote it: the family that its structure fits best and its level there; false where it fits none.
func LevelOf(w training.Workout) (Reading, bool) {
	o := OutlineOf(&w)
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
	return best, most >= leastFit
}
