package session

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fortnight/training"
)

// practised is somebody who may do everything.
var practised = Lifter{Level: training.Advanced, Months: 40, Age: 35}

// kitsOf are the kits with which a family can be done.
func kitsOf(f Family) []Kit {
	var kits []Kit
	for _, kit := range []Kit{Gym, Dumbbells, Kettlebells, Bodyweight} {
		d := Dose{Kit: kit}
		if len(f.Gear) == 0 || slices.ContainsFunc(f.Gear, func(g Gear) bool { return d.has(g) }) {
			kits = append(kits, kit)
		}
	}
	return kits
}

// few are the doses of a family at its least, a middle and its greatest level.
func few(f Family) []Dose {
	return slices.DeleteFunc(doses(f), func(d Dose) bool {
		return d.Level != min(1, f.Rungs) && d.Level != (f.Rungs+1)/2 && d.Level != f.Rungs || d.Minutes == (f.Minutes.Low+f.Minutes.High)/2
	})
}

// doses are those of a family that tests go through: each level, shape and length with each kit.
func doses(f Family) []Dose {
	var all []Dose
	for level := min(1, f.Rungs); level <= f.Rungs; level++ {
		for _, kit := range kitsOf(f) {
			for _, minutes := range []int{f.Minutes.Low, (f.Minutes.Low + f.Minutes.High) / 2, f.Minutes.High} {
				for shape := range 2 {
					all = append(all, Dose{
						Family: f.ID, Level: level, Minutes: minutes, Shape: shape, Kit: kit, For: training.Advanced, Who: practised,
					})
				}
			}
		}
	}
	return all
}

func (d Dose) String() string {
	return fmt.Sprintf("%s L%d %d min %s shape %d", d.Family, d.Level, d.Minutes, d.Kit, d.Shape)
}

// The families of several sports, of stations, of lifting and of mobility (coaching section 4) are all there.
func TestTheFamiliesBesideEnduranceAreThere(t *testing.T) {
	for _, id := range strings.Fields("X-BRICK X-BRP X-LONGW H-TECH H-STN H-COMP H-SLED H-ENG H-SIM H-PRIME " +
		"Q-AA Q-FULL Q-STR Q-LOWER Q-UPPER Q-SIZE Q-PEAK Q-MAIN Q-POWER Q-PLYO Q-PREV Q-KB Q-BODY Q-PELV Q-TEST M-FLOW M-HIP M-SHO M-FOOT M-BREATH") {
		if _, known := Find(ID(id)); !known {
			t.Errorf("no %s", id)
		}
	}
}

func TestLiftsAreWrittenAsLongAsAsked(t *testing.T) {
	for _, f := range strengthFamilies {
		for _, d := range doses(f) {
			w := f.Write(d)
			if err := w.Validate(); err != nil {
				t.Errorf("%s: %v", d, err)
			}
			if seconds := w.DurationSeconds; seconds < 60*d.Minutes-120 || seconds > 60*d.Minutes+60 && (f.ID != "Q-PLYO" || seconds > 60*f.Minutes.High) { // so many landings take their time
				t.Errorf("%s: %d:%02d", d, seconds/60, seconds%60)
			}
			if w.HardLegSets > mostLegSets {
				t.Errorf("%s: %d hard leg sets", d, w.HardLegSets)
			}
		}
	}
}

func TestLiftsAreReadBack(t *testing.T) {
	for _, f := range strengthFamilies {
		for _, d := range doses(f) {
			got, known := LevelOf(f.Write(d))
			if !known || got.Family != f.ID || got.Level != d.Level {
				t.Errorf("%s: read as %s L%d, %v", d, got.Family, got.Level, known)
			}
		}
	}
}

// A title says as many sets as the first exercise has, whatever leaves fewer of them than the rung: what is new, a week of unloading, a limit.
func TestTitlesSayTheSets(t *testing.T) {
	full := Lifter{Level: training.Advanced, Months: 60}
	fresh := full
	fresh.Known = map[training.ExerciseID]bool{}
	said := 0
	for _, f := range All() {
		if f.Sport != training.Strength || f.Rungs == 0 {
			continue
		}
		for level := 1; level <= f.Rungs; level++ {
			for _, d := range []Dose{{Who: full}, {Who: fresh}, {Who: full, Share: 0.6}, {Who: full, LegSets: 4}, {Who: full, Sets: 6}, {Who: fresh, Shape: 1, Share: 0.6}} {
				d.Family, d.Level, d.For = f.ID, level, training.Advanced
				w := f.Write(d)
				_, dose, _ := strings.Cut(w.Title, " – ")
				sets, _, found := strings.Cut(dose, " × ")
				if !found {
					continue
				}
				said++
				first := 0
				for _, lift := range liftsOf(w) {
					if first = workSets(&lift); first > 0 {
						break
					}
				}
				if sets != strconv.Itoa(first) {
					t.Errorf("%s level %d, %+v: “%s” has %d sets of its first exercise", f.ID, level, d, w.Title, first)
				}
			}
		}
	}
	if said < 100 {
		t.Errorf("%d titles with sets", said)
	}
}
