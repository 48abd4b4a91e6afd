package session

import (
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

func TestHybridSessionsAreWrittenAndReadBack(t *testing.T) {
	for _, f := range slices.Concat(hybridFamilies, multiFamilies, mobilityFamilies) {
		for _, d := range doses(f) {
			w := f.Write(d)
			if err := w.Validate(); err != nil {
				t.Errorf("%s: %v", d, err)
			}
			minutes := float64((w.DurationSeconds + 59) / 60) // of whole minutes around the main set
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

// Titles and blocks name what is done: where a station's kit is not at hand, what stands in for it.
func TestStationsAreCalledWhatIsDone(t *testing.T) {
	check := func(w *training.Workout) {
		title, description := w.Title, w.Description
		for _, step := range liftsOf(*w) {
			name, known := stationOf[step.ExerciseID]
			if !known || slices.ContainsFunc(race, func(s station) bool { return len(s.menu) > 0 && s.menu[0] == step.ExerciseID }) {
				continue
			}
			e, _ := training.FindExercise(step.ExerciseID)
			if strings.Contains(strings.ToLower(title), strings.ToLower(name)) || !strings.Contains(description, lowered(e.Name)+" stands for "+lowered(name)) {
				t.Errorf("%s: %s is done for %s; %s", title, e.Name, name, description)
			}
			for _, b := range w.Blocks {
				if strings.HasPrefix(b.Name, name) {
					t.Errorf("%s: a block is called %q", title, b.Name)
				}
			}
		}
	}
	few := []training.Equipment{training.NoEquipment, training.Dumbbells}
	for _, f := range hybridFamilies {
		for level := min(1, f.Rungs); level <= f.Rungs; level++ {
			for shape := range 2 {
				for _, have := range [][]training.Equipment{nil, few, {training.NoEquipment}, {training.NoEquipment, training.Sled}} {
					w := f.Write(Dose{Family: f.ID, Level: level, Shape: shape, Kit: KitOf(have), Extra: have, For: training.Intermediate, Who: practised})
					check(&w)
				}
			}
		}
	}
	f, _ := Find("H-STN")
	bare := f.Write(Dose{Family: f.ID, Level: 2, Kit: KitOf(few), Extra: few, For: training.Intermediate, Who: practised})
	hall := f.Write(Dose{Family: f.ID, Level: 2, For: training.Intermediate, Who: practised})
	if bare.Title != "Station circuit: 5 rounds of bear crawl, walking lunge" || hall.Title != "Station circuit: 5 rounds of sled push, sandbag lunges" || strings.Contains(hall.Description, "stands for") {
		t.Errorf("%s; %s: %s", bare.Title, hall.Title, hall.Description)
	}
}
