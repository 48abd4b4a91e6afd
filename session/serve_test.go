package session

import (
	"fmt"
	"slices"
	"testing"

	"fortnight/training"
)

// setsOf are the work sets of an exercise in a workout, in all and in its heaviest group, and how many exercises stand before it.
func setsOf(w *training.Workout, id training.ExerciseID) (sets int, set training.StrengthSet, before int) {
	before = -1
	for n, step := range liftsOf(*w) {
		if step.ExerciseID != id {
			continue
		}
		if before < 0 {
			before = n
		}
		for _, s := range step.Sets {
			if s.Kind == training.WorkSet {
				sets, set = sets+s.Count, s
			}
		}
	}
	return sets, set, before
}

// The lift of a goal leads the first of two sessions that train its half of the body and is in the second, where that has room for it: what has one
// lift for the legs, or few lifts in all, has it in the first alone. What is written is read as what it was written for.
func TestTheLiftOfAGoalIsTrained(t *testing.T) {
	practised := Lifter{Level: training.Advanced, Months: 60}
	upper := []training.ExerciseID{"bench-press", "overhead-press", "pull-up", "barbell-row", "incline-dumbbell-press"}
	lower := []training.ExerciseID{"back-squat", "front-squat", "deadlift", "romanian-deadlift", "hip-thrust"}
	for _, c := range []struct {
		family ID
		lifts  []training.ExerciseID
	}{
		{"Q-UPPER", upper}, {"Q-LOWER", lower}, {"Q-FULL", append(upper, lower...)}, {"Q-STR", append(upper, lower...)}, {"Q-SIZE", append(upper, lower...)},
		{"Q-MAIN", append(upper, lower...)},
	} {
		f, _ := Find(c.family)
		for _, lift := range c.lifts {
			led := 0
			for level := 1; level <= f.Rungs; level++ {
				for shape := range 2 {
					d := Dose{Family: f.ID, Level: level, Minutes: f.Minutes.High, Shape: shape, For: training.Advanced, Who: practised, Lifts: []training.ExerciseID{lift}}
					w := f.Write(d)
					name := fmt.Sprintf("%s L%d shape %d for %s (%s)", f.ID, level, shape, lift, w.Title)
					sets, _, before := setsOf(&w, lift)
					few := c.family == "Q-MAIN" || (c.family == "Q-FULL" || c.family == "Q-SIZE") && slices.Contains(lower, lift)
					switch {
					case sets == 0 && (shape == 0 || !few):
						t.Errorf("%s: not trained", name)
					case before == 0:
						led++
					case shape == 0:
						t.Errorf("%s: it does not lead", name)
					}
					if read, known := LevelOf(w); !known || read.Family != f.ID || read.Level != level {
						t.Errorf("%s: read as %s L%d", name, read.Family, read.Level)
					}
					if reason, bad := Forbidden(w, practised); bad {
						t.Errorf("%s: %s", name, reason)
					}
				}
			}
			if led < f.Rungs {
				t.Errorf("%s: %s leads only %d of %d sessions", f.ID, lift, led, f.Rungs)
			}
		}
	}
}

// A goal's lift grows heavier rung by rung: never fewer sets with no more of the maximum.
func TestTheLiftOfAGoalRises(t *testing.T) {
	for _, id := range []ID{"Q-STR", "Q-LOWER", "Q-UPPER"} {
		f, _ := Find(id)
		lift := training.ExerciseID("back-squat")
		if id == "Q-UPPER" {
			lift = "bench-press"
		}
		before := 0.0
		for level := 1; level <= f.Rungs; level++ {
			w := f.Write(Dose{Family: id, Level: level, Minutes: f.Minutes.High, For: training.Advanced, Who: Lifter{Level: training.Advanced, Months: 60}, Lifts: []training.ExerciseID{lift}})
			sets, set, _ := setsOf(&w, lift)
			if set.Load.FractionOfOneRepMax == nil {
				t.Fatalf("%s L%d: no weight is asked for", id, level)
			}
			if load := *set.Load.FractionOfOneRepMax * 100; load*float64(sets) < before {
				t.Errorf("%s L%d: %d sets at %.0f %% are less than before", id, level, sets, load)
			} else {
				before = load
			}
		}
	}
}

// Who may not do the lift itself does what is nearest to it first; what a session has no place for leaves it as it is.
func TestALiftThatIsNotOpen(t *testing.T) {
	f, _ := Find("Q-AA")
	w := f.Write(Dose{Family: "Q-AA", Level: 1, For: training.Novice, Who: Lifter{Level: training.Novice}, Lifts: []training.ExerciseID{"bench-press"}})
	first, _ := training.FindExercise(liftsOf(w)[0].ExerciseID)
	if first.Pattern != training.PatternPush || first.PowerLift {
		t.Errorf("a novice who wants to bench begins with %s", first.Name)
	}
	lower, _ := Find("Q-LOWER")
	d := Dose{Family: "Q-LOWER", Level: 2, For: training.Advanced, Who: Lifter{Level: training.Advanced, Months: 60}}
	plain := lower.Write(d)
	d.Lifts = []training.ExerciseID{"bench-press"}
	if w := lower.Write(d); !slices.Equal(exercisesOf(&plain), exercisesOf(&w)) {
		t.Errorf("a goal of the bench changes the legs: %s", w.Title)
	}
}

func exercisesOf(w *training.Workout) (list []training.ExerciseID) {
	for _, step := range liftsOf(*w) {
		list = append(list, step.ExerciseID)
	}
	return list
}
