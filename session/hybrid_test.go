package session

import (
	"slices"
	"testing"
)

func TestHybridSessionsAreWrittenAndReadBack(t *testing.T) {
	for _, f := range slices.Concat(hybridFamilies, multiFamilies, mobilityFamilies) {
		for _, d := range doses(f) {
			w := f.Write(d)
			if err := w.Validate(); err != nil {
				t.Errorf("%s: %v", d, err)
			}
			minutes := float64(w.DurationSeconds) / 60
			if minutes > float64(f.Minutes.High)+0.5 || minutes < float64(d.Minutes)-0.5 && minutes < float64(f.Minutes.High)-0.5 && f.ID != "X-LONGW" {
				t.Errorf("%s: %.1f min of %v", d, minutes, f.Minutes)
			}
			want := d.Level
			for f.ID == "X-BRICK" && want > 1 { // of a rung are both of its legs, or it is none of it
				if ride, run := BrickLegs(want); ride+run+2 <= d.Minutes {
					break
				}
				want--
			}
			if got, known := LevelOf(w); !known || got.Family != f.ID || got.Level != want {
				t.Errorf("%s: read as %s L%d, %v", d, got.Family, got.Level, known)
			}
		}
	}
}
