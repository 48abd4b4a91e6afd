package session

import (
	"fmt"
	"slices"

	"fortnight/training"
)

// WorkoutFilter says which workouts are meant. What is nil or empty does not limit; what is given must all hold.
type WorkoutFilter struct {
	Sports     []training.Sport
	Focuses    []training.Focus
	MinSeconds *int
	MaxSeconds *int
	MinTSS     *float64
	MaxTSS     *float64
	Tags       []string             // all of them
	Mine       *bool                // true: own ones alone; false: the shared library alone
	Text       *string              // these words in title, description or tags
	HasZone    *training.ZoneFilter // with time in a zone
	ExerciseID *training.ExerciseID
	Families   []ID    // any of them
	Classes    []Class // of the family, any of them
	MinLevel   *int    // rung of the family's ladder: what has none does not pass
	MaxLevel   *int
}

// Validate checks a filter: every fault with the path of its field.
func (f WorkoutFilter) Validate() error {
	var faults training.InputError
	training.CheckCount(&faults, "sports", len(f.Sports), 0, len(training.Sports))
	training.CheckCount(&faults, "focuses", len(f.Focuses), 0, len(training.Foci))
	training.CheckInt(&faults, "minSeconds", f.MinSeconds, 0, 86_400)
	training.CheckInt(&faults, "maxSeconds", f.MaxSeconds, 0, 86_400)
	training.CheckFloat(&faults, "minTss", f.MinTSS, 0, 2000)
	training.CheckFloat(&faults, "maxTss", f.MaxTSS, 0, 2000)
	if training.CheckCount(&faults, "tags", len(f.Tags), 0, 12) {
		for _, tag := range f.Tags {
			training.CheckLine(&faults, "tags", tag, 1, 40)
		}
	}
	if f.Text != nil {
		training.CheckText(&faults, "text", *f.Text, 1, 200)
	}
	if f.HasZone != nil {
		training.CheckInt(&faults, "hasZone.zone", &f.HasZone.Zone, 1, 7)
		training.CheckInt(&faults, "hasZone.minSeconds", &f.HasZone.MinSeconds, 1, 86_400)
	}
	if f.ExerciseID != nil {
		training.CheckText(&faults, "exerciseId", string(*f.ExerciseID), 1, 60)
	}
	f.checkFamilies(&faults)
	return faults.Err()
}

func (f WorkoutFilter) checkFamilies(faults *training.InputError) {
	if training.CheckCount(faults, "families", len(f.Families), 0, len(families)) {
		for i, id := range f.Families {
			if _, known := Find(id); !known {
				faults.Add(fmt.Sprintf("families[%d]", i), fmt.Sprintf("%.40q is no family of sessions", id))
			}
		}
	}
	training.CheckCount(faults, "classes", len(f.Classes), 0, len(Classes))
	training.CheckInt(faults, "minLevel", f.MinLevel, 1, MostRungs)
	training.CheckInt(faults, "maxLevel", f.MaxLevel, 1, MostRungs)
}

// OfClasses are the families of some classes.
func OfClasses(classes []Class) []ID {
	var ids []ID
	for i := range families {
		if slices.Contains(classes, families[i].Class) {
			ids = append(ids, families[i].ID)
		}
	}
	return ids
}
