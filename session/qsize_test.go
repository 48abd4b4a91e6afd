package session

import (
	"testing"

	"fortnight/training"
)

// A lift for the legs is as long as it is asked for, however few sets the week leaves to the legs: what is left goes to trunk and upper body, and none of it to the legs.
func TestALiftForTheLegsFillsItsLength(t *testing.T) {
	f, _ := Find("Q-SIZE")
	for _, parts := range [][]training.MuscleGroup{{training.Legs}, {training.Legs, training.Core}} {
		for level := 1; level <= f.Rungs; level++ {
			for _, most := range []int{5, 6, 8, 10} {
				w := f.Write(Dose{Family: "Q-SIZE", Level: level, Minutes: 60, For: training.Intermediate, BodyParts: parts, LegSets: most})
				if got := w.DurationSeconds / 60; got < 54 || got > 61 {
					t.Errorf("%v, level %d, %d sets for the legs: %d min of 60", parts, level, most, got)
				}
				if w.HardLegSets > most {
					t.Errorf("%v, level %d: %d hard sets for the legs, %d at most", parts, level, w.HardLegSets, most)
				}
			}
		}
	}
}
