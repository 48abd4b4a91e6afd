package training

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write new exercises to testdata/exercises.txt, and docs/exercises.md")

// Stored workouts name exercises by id, and what they load hangs on pattern, landings and the lengthening phase: the list may gain lines,
// never lose or change one.
func TestExerciseIDsStay(t *testing.T) {
	text, err := os.ReadFile("testdata/exercises.txt")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, e := range Exercises() {
		lines = append(lines, fmt.Sprintf("%s %s contacts=%d eccentric=%t", e.ID, e.Pattern, e.ContactsPerRep, e.Eccentric))
	}
	slices.Sort(lines)
	stored := strings.Split(strings.TrimSpace(string(text)), "\n")
	for _, line := range stored {
		if !slices.Contains(lines, line) {
			t.Errorf("%q is gone: workouts that are stored rest on it", line)
		}
	}
	if *update && !t.Failed() {
		if err := os.WriteFile("testdata/exercises.txt", []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if len(lines) != len(stored) {
		t.Errorf("%d exercises, %d in testdata/exercises.txt: run with -update", len(lines), len(stored))
	}
}

// 13 §1: at least 200 exercises.
func TestCatalogue(t *testing.T) {
	all := Exercises()
	if len(all) < 200 || len(catalogueIndex) != len(all) {
		t.Errorf("%d exercises with %d ids", len(all), len(catalogueIndex))
	}
	shape, names := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`), map[string]bool{}
	for i, e := range all {
		if !shape.MatchString(string(e.ID)) || len(e.ID) > 60 || e.Name == "" || names[e.Name] {
			t.Errorf("%+v", e)
		}
		names[e.Name] = true
		if i > 0 && strings.ToLower(all[i-1].Name) >= strings.ToLower(e.Name) {
			t.Errorf("%s is not in order", e.Name)
		}
		if found, known := FindExercise(e.ID); !known || found.Name != e.Name {
			t.Errorf("%s finds %q", e.ID, found.Name)
		}
		if e.ContactsPerRep > 0 && e.Pattern != PatternPlyometric {
			t.Errorf("%s lands and is no jump", e.ID)
		}
	}
}

// Every list is of known values, each once; what has to be there is there.
func TestExercisesAreWhole(t *testing.T) {
	for _, e := range Exercises() {
		distinct(t, e.ID, "patterns", e.Patterns, MovementPatterns)
		distinct(t, e.ID, "muscles", e.Muscles, Muscles)
		distinct(t, e.ID, "muscleGroups", e.MuscleGroups, MuscleGroups)
		distinct(t, e.ID, "direction", []MovementDirection{e.Direction}, Directions)
		distinct(t, e.ID, "level", []Level{e.Level}, []Level{Novice, Intermediate, Advanced})
		distinct(t, e.ID, "loading", []Loading{e.Loading}, []Loading{LoadingBodyweight, LoadingWeight, LoadingBand})
		distinct(t, e.ID, "countedIn", []ExerciseCount{e.CountedIn}, []ExerciseCount{CountRepetitions, CountSeconds, CountMeters})
		for i, needed := range slices.Concat([][]Equipment{e.Equipment}, e.EquipmentInstead) {
			distinct(t, e.ID, "equipment", needed, ofExercises)
			if slices.Contains(needed, NoEquipment) && len(needed) > 1 {
				t.Errorf("%s needs nothing and %v", e.ID, needed)
			}
			if i > 0 && sameEquipment(needed, e.Equipment) {
				t.Errorf("%s: %v instead of itself", e.ID, needed)
			}
		}
		if len(e.Contraindications) > 0 {
			distinct(t, e.ID, "contraindications", e.Contraindications, Contraindications)
		}
		if e.Pattern != e.Patterns[0] || e.MuscleGroups[0] != e.Muscles[0].Group() {
			t.Errorf("%s: %v, %v", e.ID, e.Patterns, e.MuscleGroups)
		}
	}
}

func distinct[T comparable](t *testing.T, id ExerciseID, what string, values, known []T) {
	t.Helper()
	if len(values) == 0 || !within(values, known) {
		t.Errorf("%s: %s %v", id, what, values)
	}
	for i, v := range values {
		if slices.Contains(values[:i], v) {
			t.Errorf("%s: %s names %v twice", id, what, v)
		}
	}
}

// Who is new to lifting is offered no lift that needs practice (coaching §5), and what is plainly bad for a hurt place says so (§7.1).
func TestExercisesSayWhomTheyAreFor(t *testing.T) {
	need := func(e Exercise, why bool, reasons ...Contraindication) {
		if why && !within(reasons, e.Contraindications) {
			t.Errorf("%s has %v and needs %v", e.ID, e.Contraindications, reasons)
		}
	}
	for _, e := range Exercises() {
		if e.LeastLiftingMonths() > 0 && e.Level == Novice {
			t.Errorf("%s is for novices who have lifted for %d months", e.ID, e.LeastLiftingMonths())
		}
		overhead := e.Direction == DirectionVertical && slices.Contains(e.Patterns, PatternPush)
		need(e, e.ContactsPerRep > 0, ContraKnee, ContraAchilles, ContraImpact, ContraFall)
		need(e, e.OlympicLift, ContraKnee, ContraHamstring, ContraBack, ContraShoulder, ContraFall)
		need(e, e.PowerLift && e.LowerBody(), ContraBack)
		need(e, strings.Contains(string(e.ID), "deadlift"), ContraHamstring, ContraBack)
		need(e, strings.Contains(string(e.ID), "swing"), ContraBack)
		need(e, strings.Contains(string(e.ID), "calf") || slices.Contains(e.Equipment, Sled) && e.Pattern == PatternSquat, ContraAchilles)
		need(e, slices.Contains(e.Equipment, Sled), ContraKnee)
		need(e, e.Pattern == PatternLunge && e.Loading == LoadingWeight && !e.Isolation && e.ID != "sled-march", ContraKnee)
		need(e, overhead || e.Pattern == PatternPush || e.Pattern == PatternCarry, ContraShoulder)
		free := slices.Contains(handsFree, e.ID)
		held := slices.ContainsFunc(e.Equipment, func(q Equipment) bool {
			return slices.Contains([]Equipment{Dumbbells, Kettlebell, Barbell, TrapBar, Plate, Sandbag, MedicineBall, PullUpBar, DipBars, Rings}, q)
		})
		need(e, !free && (held || e.Pattern == PatternPush || e.Pattern == PatternCarry || e.OlympicLift || e.PowerLift && !slices.Contains(e.Equipment, SafetyBar)), ContraWrist)
		need(e, strings.Contains(string(e.ID), "plank") || strings.Contains(string(e.ID), "push-up") || strings.Contains(string(e.ID), "pull-up") || strings.Contains(string(e.ID), "crawl"), ContraWrist)
	}
	for id, months := range map[ExerciseID]int{"snatch": 24, "power-clean": 24, "push-jerk": 24, "back-squat": 6, "bench-press": 6, "deadlift": 6, "depth-jump": 6,
		"trap-bar-deadlift": 0, "goblet-squat": 0, "kettlebell-snatch": 0, "nordic-curl": 0} {
		if e, _ := FindExercise(id); e.LeastLiftingMonths() != months {
			t.Errorf("%s: %d months", id, e.LeastLiftingMonths())
		}
	}
}

// An exercise that is called by what it is done with needs that, whichever way it is done.
func TestExercisesAreCalledByWhatTheyNeed(t *testing.T) {
	words := map[string]Equipment{ // a kettlebell stands in for a dumbbell, and a band for a cable
		"barbell": Barbell, "trap bar": TrapBar, "landmine": Landmine, "sled": Sled, "machine": Machine, "sandbag": Sandbag, "medicine ball": MedicineBall, "swiss ball": SwissBall,
	}
	for _, e := range Exercises() {
		for word, q := range words {
			if !strings.Contains(strings.ToLower(e.Name)+" ", word) {
				continue
			}
			for _, form := range append([][]Equipment{e.Equipment}, e.EquipmentInstead...) {
				if !slices.Contains(form, q) {
					t.Errorf("%s can be done with %v", e.Name, form)
				}
			}
		}
	}
}

// What is a progression one way is a regression the other way, never easier in level, and no way leads back to where it began.
func TestProgressionsAreConsistent(t *testing.T) {
	for _, e := range Exercises() {
		if next := e.Progressions(); len(next) != len(e.harderIDs) || len(next) > 8 || len(e.Regressions()) > 8 {
			t.Errorf("%s: %d of %v, %d regressions", e.ID, len(next), e.harderIDs, len(e.Regressions()))
		}
		for _, next := range e.Progressions() {
			if !slices.ContainsFunc(next.Regressions(), func(r Exercise) bool { return r.ID == e.ID }) {
				t.Errorf("%s leads to %s, which does not lead back", e.ID, next.ID)
			}
			if next.Level.rank() < e.Level.rank() || next.LeastLiftingMonths() < e.LeastLiftingMonths() && e.LeastLiftingMonths() == monthsToOlympicLifts {
				t.Errorf("%s (%s) leads to %s (%s)", e.ID, e.Level, next.ID, next.Level)
			}
		}
		for _, before := range e.Regressions() {
			if !slices.Contains(before.harderIDs, e.ID) {
				t.Errorf("%s goes back to %s, which does not lead to it", e.ID, before.ID)
			}
		}
		if harderThan(e.ID, map[ExerciseID]bool{})[e.ID] {
			t.Errorf("%s leads to itself", e.ID)
		}
	}
}

// harderThan are all exercises that an exercise leads to.
func harderThan(id ExerciseID, seen map[ExerciseID]bool) map[ExerciseID]bool {
	e, _ := FindExercise(id)
	for _, next := range e.harderIDs {
		if !seen[next] {
			seen[next] = true
			harderThan(next, seen)
		}
	}
	return seen
}

// The tables of coaching §5: what a default goes back to, and what stands in for it.
func TestCoachesTablesAreKept(t *testing.T) {
	for harder, easier := range map[ExerciseID][]ExerciseID{
		"back-squat":            {"box-squat", "goblet-squat", "sit-to-stand", "wall-sit"},
		"trap-bar-deadlift":     {"bodyweight-good-morning", "kettlebell-deadlift"},
		"hip-thrust":            {"glute-bridge"},
		"romanian-deadlift":     {"cable-pull-through"},
		"bulgarian-split-squat": {"supported-split-squat", "split-squat"},
		"step-up":               {"low-step-up"},
		"bench-press":           {"incline-push-up", "push-up"},
		"barbell-row":           {"band-row"},
		"pull-up":               {"lat-pulldown"},
		"calf-raise":            {"seated-calf-raise"},
	} {
		for _, id := range easier {
			if !harderThan(id, map[ExerciseID]bool{})[harder] {
				t.Errorf("%s does not lead to %s", id, harder)
			}
		}
	}
	for id, substitutes := range map[ExerciseID][]ExerciseID{
		"back-squat":            {"goblet-squat", "leg-press", "hack-squat"},
		"trap-bar-deadlift":     {"romanian-deadlift", "kettlebell-deadlift", "hip-thrust"},
		"bulgarian-split-squat": {"front-foot-elevated-split-squat", "barbell-split-squat"},
		"bench-press":           {"dumbbell-bench-press", "weighted-push-up"},
		"overhead-press":        {"dumbbell-shoulder-press", "kettlebell-press"},
		"barbell-row":           {"seated-cable-row", "bent-over-dumbbell-row"},
		"pull-up":               {"lat-pulldown", "assisted-pull-up"},
	} {
		e, _ := FindExercise(id)
		for _, s := range substitutes {
			if !slices.ContainsFunc(e.Substitutes(ExerciseFilter{}), func(x Exercise) bool { return x.ID == s }) {
				t.Errorf("%s does not stand in for %s", s, id)
			}
		}
	}
}
