package session

import (
	"testing"

	"fortnight/training"
)

// logged are so many sets of an exercise as somebody notes them, with lighter ones before where it is loaded.
func logged(id training.ExerciseID, sets, reps int, kilograms float64) training.LiftedExercise {
	l := training.LiftedExercise{ExerciseID: id}
	if kilograms > 0 {
		half := kilograms / 2
		l.Sets = append(l.Sets, training.LiftedSets{Count: 1, Repetitions: 8, Kilograms: &half})
		for range sets { // one by one, as people do
			l.Sets = append(l.Sets, training.LiftedSets{Count: 1, Repetitions: reps, Kilograms: &kilograms})
		}
		return l
	}
	l.Sets = []training.LiftedSets{{Count: sets, Repetitions: reps}}
	return l
}

// What was lifted without a session tells its family and rung, whatever sets led up to it.
func TestLoggedLiftsTellTheirFamily(t *testing.T) {
	for name, c := range map[string]struct {
		lifts []training.LiftedExercise
		want  ID
		level int
	}{
		"four fives": {[]training.LiftedExercise{logged("back-squat", 4, 5, 100), logged("romanian-deadlift", 3, 6, 90), logged("bench-press", 3, 5, 80), logged("barbell-row", 3, 5, 70)}, "Q-STR", 3},
		"upper body": {[]training.LiftedExercise{logged("bench-press", 4, 6, 80), logged("barbell-row", 4, 6, 70), logged("overhead-press", 3, 8, 40), logged("pull-up", 3, 8, 0)}, "Q-UPPER", 3},
		"lower body": {[]training.LiftedExercise{logged("back-squat", 4, 5, 100), logged("romanian-deadlift", 3, 8, 90), logged("split-squat", 3, 8, 20)}, "Q-LOWER", 4},
	} {
		read, fits := ReadLifts(c.lifts)
		if !fits || read.Family != c.want || read.Level != c.level {
			t.Errorf("%s: %s L%d, %t; want %s L%d", name, read.Family, read.Level, fits, c.want, c.level)
		}
	}
	if read, fits := ReadLifts(nil); fits {
		t.Errorf("nothing was lifted: %s", read.Family)
	}
	// It counts as what was done: the level is held, and the family has a last time.
	read, _ := ReadLifts([]training.LiftedExercise{logged("back-squat", 4, 4, 100), logged("romanian-deadlift", 3, 6, 90), logged("bench-press", 3, 4, 80), logged("barbell-row", 3, 4, 70)})
	s := Levels([]Done{{Date: 100, Activity: "a", Sport: training.Strength, DurationSeconds: 3600, Reading: read, Share: 1}}, 104, Who{Level: training.Intermediate})["Q-STR"]
	if s.Level != read.Level || s.LastDone != 100 || s.Evidence.Kind != FromActivity || s.Evidence.Activity != "a" {
		t.Errorf("after logged fours: %+v", s)
	}
}
