package state

import (
	"fortnight/rules"
	"fortnight/session"
	"fortnight/solver"
	"fortnight/training"
)

// Fortnight is what passes from stage to stage: the days that are planned, the workouts that are known by now, measured for the athlete, and
// what has been decided. A stage reads it; what the stage decides it returns.
type Fortnight struct {
	Horizon
	Progress
	Workouts   solver.Workouts
	Identified map[training.WorkoutID]*rules.Identity
	Written    map[training.WorkoutID]bool // of them, those that were written for the plan and are not known to be in the library
	readings   map[training.WorkoutID]reading
}

type reading struct {
	as   session.Reading
	fits bool
}

// Reading is what package session reads a workout as, and whether that fits; each workout is read once. What comes from the library says
// itself which family it is of, as far as it is of one.
func (f *Fortnight) Reading(w *training.Workout) (session.Reading, bool) {
	if w.Family != "" {
		return session.Reading{Family: session.ID(w.Family), Level: w.FamilyLevel}, true
	}
	r, known := f.readings[w.ID]
	if !known {
		if f.readings == nil {
			f.readings = map[training.WorkoutID]reading{}
		}
		r.as, r.fits = session.LevelOf(*w)
		f.readings[w.ID] = r
	}
	return r.as, r.fits
}

// read is a workout that says which family it is of, where it is of one.
func (f *Fortnight) read(w training.Workout) training.Workout {
	if r, fits := f.Reading(&w); fits {
		w.Family, w.FamilyLevel = string(r.Family), r.Level
	}
	return w
}
