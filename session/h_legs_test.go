package session

import (
	"testing"

	"fortnight/training"
)

// A circuit of stations keeps to the leg sets that one session may have and to those that a week leaves it, whatever its rung, and stays on its rung.
func TestCircuitsKeepToTheirLegSets(t *testing.T) {
	for level, g := range stationRungs {
		for _, limit := range []int{0, 9, 12} {
			for shape := range 2 {
				d := Dose{Family: "H-STN", Level: level + 1, For: training.Advanced, LegSets: limit, Shape: shape}
				w := stationFamily.Write(d)
				sets := w.For(training.Thresholds{}).HardLegSets
				most := mostLegSets
				if limit > 0 {
					most = min(most, limit+g.times/2)
				}
				if shape == 0 && sets == 0 || sets > max(most, g.times) {
					t.Errorf("rung %d within %d sets, shape %d: %s has %d for the legs", level+1, limit, shape, w.Title, sets)
				}
				if read, known := LevelOf(w); !known || read.Family != "H-STN" || read.Level != level+1 {
					t.Errorf("%s is read as rung %d of %s, not %d", w.Title, read.Level, read.Family, level+1)
				}
			}
		}
	}
}
