package session

import (
	"strings"
	"testing"

	"fortnight/training"
)

// A cue is of the exercise that it stands beside, whichever of a menu was chosen: words of the exercise's name that must be there.
func TestCuesAreOfTheirExercise(t *testing.T) {
	of := map[string][]string{
		"Body in one line.":                          {"push-up"},
		"Feet planted, shoulder blades together.":    {"press"},
		"Jump the weight up, do not pull it.":        {"clean"},
		"Snap the hips; the arms only guide.":        {"swing"},
		"Dip and drive.":                             {"push press"},
		"Every throw at full speed.":                 {"throw", "pass"},
		"Step down, do not jump down.":               {"box jump"},
		"Brace, then push the floor away.":           {"deadlift"},
		"Push the floor away with the whole foot.":   {"deadlift", "bridge"},
		"Hips back, shins upright.":                  {"romanian", "good morning"},
		"Hips back, feel the hamstrings.":            {"romanian", "good morning"},
		"Chest to the bar.":                          {"pull-up", "chin-up"},
		"Tall and unhurried.":                        {"carry"},
		"Land softly, stand still, then go again.":   {"jump", "bound"},
		"Quick off the ground, one after the other.": {"hop", "bounding"},
	}
	said := map[string]bool{}
	for _, f := range All() {
		for level := min(1, f.Rungs); f.Sport == training.Strength && f.ID[0] == 'Q' && level <= f.Rungs; level++ {
			for shape := range 3 {
				for _, kit := range []Kit{Gym, Dumbbells, Kettlebells, Bodyweight} {
					for months, who := range map[int]training.Level{0: training.Novice, 14: training.Intermediate, 48: training.Advanced} {
						for _, spare := range [][]training.Contraindication{nil, {training.ContraKnee}, {training.ContraBack, training.ContraShoulder}} {
							w := f.Write(Dose{Level: level, Shape: shape, Kit: kit, For: who, Who: Lifter{Level: who, Months: months}, Spare: spare})
							for _, lift := range liftsOf(w) {
								if lift.Notes == nil {
									continue
								}
								e, _ := training.FindExercise(lift.ExerciseID)
								said[*lift.Notes] = true
								if words := of[*lift.Notes]; words != nil && !names(strings.ToLower(e.Name), words) {
									t.Errorf("%s: %q is said of %s", w.Title, *lift.Notes, e.Name)
								}
							}
						}
					}
				}
			}
		}
	}
	for cue := range of {
		if !said[cue] {
			t.Errorf("%q is never said", cue)
		}
	}
}

func names(name string, words []string) bool {
	for _, word := range words {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// A title has the sets and repetitions of the first exercise, also where another one than the family's own takes its place.
func TestTitlesSayWhatIsLifted(t *testing.T) {
	for _, f := range All() {
		for level := min(1, f.Rungs); f.Sport == training.Strength && f.ID[0] == 'Q' && f.Class != Test && f.ID != "Q-PLYO" && level <= f.Rungs; level++ {
			for shape := range 3 {
				for _, kit := range []Kit{Gym, Dumbbells, Bodyweight} {
					for _, who := range training.Levels {
						w := f.Write(Dose{Level: level, Shape: shape, Kit: kit, For: who, Who: Lifter{Level: who, Months: 12 * rank(who)}})
						var first scheme
						for _, lift := range liftsOf(w) {
							if first = firstOf(&lift); first.sets > 0 || lift.Sets[len(lift.Sets)-1].Kind == training.WorkSet {
								break
							}
						}
						if first.sets > 0 && !strings.Contains(w.Title, " – "+first.String()) {
							t.Errorf("%s begins with %s", w.Title, first)
						}
					}
				}
			}
		}
	}
}

// Metres of a pool and of a machine are told as metres, of a road as kilometres.
func TestLengthsAreToldAsTheSportDoes(t *testing.T) {
	for _, c := range []struct {
		family ID
		level  int
		title  string
	}{
		{"S-END", 10, "Endurance swim 2 × 1600 m"}, {"W-LINT", 10, "Long-interval row 5 × 2000 m"}, {"W-2KI", 10, "2 km intervals 250-500-750-1000-750-500-250 m"},
		{"R-RP10", 3, "10 km race pace 5 × 1 km"}, {"R-LMP", 10, "Long run with 23 km at marathon pace"}, {"H-COMP", 10, "Compromised running: 8 × 1 km and a station"},
	} {
		f, _ := Find(c.family)
		if w := f.Write(Dose{Level: c.level, For: training.Advanced, Who: Lifter{Level: training.Advanced, Months: 48}}); w.Title != c.title {
			t.Errorf("%s, want %s", w.Title, c.title)
		}
	}
}

// What goes by effort in water, where the pace means nothing, asks for no share of a threshold.
func TestDeepWaterGoesByEffort(t *testing.T) {
	f, _ := Find("A-AQUA")
	for level := range f.Rungs + 1 {
		w := f.Write(Dose{Level: level})
		for _, line := range w.Instructions() {
			if strings.Contains(line, "%") {
				t.Errorf("%s: %s", w.Title, line)
			}
		}
	}
}
