package session

import (
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// The lifts of the worked fortnights (coaching section 10).
func TestLiftsOfTheWorkedFortnights(t *testing.T) {
	used := Lifter{Level: training.Intermediate, Months: 36, Age: 35}
	for _, c := range []struct {
		name    string
		d       Dose
		title   string
		with    []training.ExerciseID
		legs    int // hard sets
		reserve int // least
	}{
		{
			"2", Dose{Family: "Q-AA", Level: 1, Minutes: 20, Kit: Bodyweight, Extra: []training.Equipment{training.Band}, Spare: []training.Contraindication{training.ContraKnee}, For: training.Novice},
			"Learning the lifts A: bridge, push-up, row – 2 × 10", []training.ExerciseID{"glute-bridge", "incline-push-up", "band-row", "dead-bug"}, 2, 4,
		},
		{"3, Monday", Dose{Family: "Q-STR", Level: 2, Minutes: 50, For: training.Intermediate, Who: used}, "Maximal strength A: squat, deadlift, press – 3 × 5", []training.ExerciseID{"back-squat", "romanian-deadlift", "bench-press", "barbell-row"}, 8, 2},
		{"3, Thursday", Dose{Family: "Q-FULL", Level: 3, Minutes: 50, Shape: 1, For: training.Intermediate, Who: used}, "Full-body strength B: deadlift, overhead press, pull-up – 3 × 8", []training.ExerciseID{"romanian-deadlift", "side-plank"}, 3, 3},
		{"7", Dose{Family: "Q-MAIN", Level: 2, Minutes: 30, For: training.Advanced, Who: used}, "Strength maintenance A: squat, press, row – 2 × 5", []training.ExerciseID{"back-squat"}, 2, 2},
		{"9, Monday", Dose{Family: "Q-LOWER", Level: 4, Minutes: 60, For: training.Intermediate, Who: used}, "Lower body A: squat, deadlift, split squat – 4 × 5", []training.ExerciseID{"back-squat", "romanian-deadlift"}, 12, 2},
		{"9, Thursday", Dose{Family: "Q-LOWER", Level: 4, Minutes: 60, Shape: 1, For: training.Intermediate, Who: used}, "Lower body B: deadlift, squat, step-up – 4 × 6", []training.ExerciseID{"trap-bar-deadlift"}, 12, 2},
		{
			"10", Dose{Family: "Q-AA", Level: 2, Minutes: 25, Kit: Bodyweight, For: training.Intermediate, Who: Lifter{Months: 20, PostpartumWeek: 14}},
			"Learning the lifts A: squat, bridge, push-up – 2 × 12", nil, 4, 4,
		},
		{"12", Dose{Family: "Q-AA", Level: 2, Minutes: 30, For: training.Intermediate, Who: Lifter{Months: 12, Age: 14}}, "Learning the lifts A: squat, deadlift, press – 2 × 12", []training.ExerciseID{"goblet-squat"}, 4, 4},
		{"8", Dose{Family: "H-STN", Level: 3, Minutes: 55, For: training.Intermediate, Who: used}, "Station circuit: 4 rounds of sled push, sandbag lunges, wall balls", []training.ExerciseID{"sled-push", "sandbag-lunge", "wall-ball"}, 12, 4},
	} {
		f, known := Find(c.d.Family)
		if !known {
			t.Fatalf("%s: no %s", c.name, c.d.Family)
		}
		w := f.Write(c.d)
		if w.Title != c.title {
			t.Errorf("%s: %s, not %s", c.name, w.Title, c.title)
		}
		var ids []training.ExerciseID
		for _, step := range liftsOf(w) {
			ids = append(ids, step.ExerciseID)
		}
		for _, id := range c.with {
			if !slices.Contains(ids, id) {
				t.Errorf("%s: %s is not in %v", c.name, id, ids)
			}
		}
		if w.HardLegSets != c.legs || w.Demand.LeastReserve != c.reserve || w.DurationSeconds <= 60*(c.d.Minutes-1) || w.DurationSeconds > 60*c.d.Minutes+45 {
			t.Errorf("%s: %d hard leg sets, %d in reserve, %d min", c.name, w.HardLegSets, w.Demand.LeastReserve, w.DurationSeconds/60)
		}
	}
}

// firstSet is the first set of work of an exercise.
func firstSet(t *testing.T, w training.Workout, id training.ExerciseID) training.StrengthSet {
	t.Helper()
	for _, step := range liftsOf(w) {
		for _, set := range step.Sets {
			if step.ExerciseID == id && set.Kind == training.WorkSet {
				return set
			}
		}
	}
	t.Fatalf("no %s in %s", id, w.Title)
	return training.StrengthSet{}
}

func TestLoadsGoByPercentOrReserve(t *testing.T) {
	f, _ := Find("Q-LOWER")
	d := Dose{Level: 4, Minutes: 60, For: training.Intermediate, Who: Lifter{Level: training.Intermediate, Months: 36}}
	if p := firstSet(t, f.Write(d), "back-squat").Load.FractionOfOneRepMax; p == nil || *p != 0.80 {
		t.Errorf("with a maximum: %v", p)
	}
	d.RIROnly = true
	for _, step := range liftsOf(f.Write(d)) {
		for _, set := range step.Sets {
			if set.Load.FractionOfOneRepMax != nil || set.Load.RepsInReserve == nil {
				t.Errorf("%s without a maximum: %+v", step.ExerciseID, set.Load)
			}
		}
	}
}

// An easier week keeps the load, takes two fifths of the sets away and leaves a repetition more.
func TestAnEasierWeekTakesSetsAway(t *testing.T) {
	f, _ := Find("Q-STR")
	d := Dose{Level: 3, Minutes: 60, Who: practised, For: training.Advanced}
	full := firstSet(t, f.Write(d), "back-squat")
	d.Share = UnloadShare
	easy := firstSet(t, f.Write(d), "back-squat")
	if full.Count != 4 || easy.Count != 2 || *easy.Load.RepsInReserve != *full.Load.RepsInReserve+1 || *easy.Load.FractionOfOneRepMax != *full.Load.FractionOfOneRepMax {
		t.Errorf("%+v, then %+v", full, easy)
	}
}

func TestSetsAreLimited(t *testing.T) {
	f, _ := Find("Q-FULL")
	d := Dose{Level: 2, Minutes: 60, For: training.Novice, LegSets: 6, Sets: 14}
	for shape := range 2 {
		d.Shape = shape
		w := f.Write(d)
		sets := 0
		for _, step := range liftsOf(w) {
			sets += workSets(&step)
		}
		if w.HardLegSets > 6 || sets > 14 {
			t.Errorf("%d sets, %d of them for the legs", sets, w.HardLegSets)
		}
	}
	f, _ = Find("Q-LOWER")
	if w := f.Write(Dose{Level: 4, Minutes: 60, Who: practised, LegSets: 6}); w.HardLegSets > 6 {
		t.Errorf("%d hard leg sets of 6", w.HardLegSets)
	}
}

// A week with A and B has trained every pattern, in both directions.
func TestTheTwoOfAWeekComplementEachOther(t *testing.T) {
	for _, id := range []ID{"Q-AA", "Q-FULL", "Q-STR", "Q-KB", "Q-BODY"} {
		f, _ := Find(id)
		for _, kit := range kitsOf(f) {
			seen := map[string]bool{}
			for shape := range 2 {
				for _, step := range liftsOf(f.Write(Dose{Level: 2, Minutes: f.Minutes.High, Shape: shape, Kit: kit, Who: practised, For: training.Advanced})) {
					e, _ := training.FindExercise(step.ExerciseID)
					seen[string(e.Pattern)] = true
					seen[string(e.Pattern)+string(e.Direction)] = true
				}
			}
			for _, want := range []string{"HINGE", "PUSH", "PULL", "CORE"} {
				if !seen[want] {
					t.Errorf("%s with %s: no %s", id, kit, want)
				}
			}
			if !seen["SQUAT"] && !seen["LUNGE"] {
				t.Errorf("%s with %s: no squat and no lunge", id, kit)
			}
			if kit == Gym && id != "Q-KB" && id != "Q-BODY" && !(seen["PUSHHORIZONTAL"] && seen["PUSHVERTICAL"] && seen["PULLHORIZONTAL"] && seen["PULLVERTICAL"]) {
				t.Errorf("%s: presses and pulls in one direction alone: %v", id, seen)
			}
		}
	}
}

// Big lifts come first, the trunk comes last, and what is said is what a coach would say: two to four sentences, and a title with its dose.
func TestLiftsAreInOrder(t *testing.T) {
	for _, f := range strengthFamilies {
		for _, d := range few(f) {
			w := f.Write(d)
			lifts := liftsOf(w)
			first, _ := training.FindExercise(lifts[0].ExerciseID)
			trunk := false
			for _, step := range lifts {
				e, _ := training.FindExercise(step.ExerciseID)
				if trunk && e.Pattern != training.PatternCore && first.Pattern != training.PatternCore {
					t.Errorf("%s: %s after the trunk", d, e.ID)
				}
				trunk = trunk || e.Pattern == training.PatternCore && len(e.Patterns) == 1
				if step.PerSide != e.Unilateral {
					t.Errorf("%s: %s, per side %v", d, e.ID, step.PerSide)
				}
			}
			if first.Isolation && f.ID != "Q-PREV" && f.ID != "Q-SIZE" {
				t.Errorf("%s begins with %s", d, first.ID)
			}
			if n := strings.Count(w.Description, ". ") + 1; n < 2 || n > 4 {
				t.Errorf("%s: %d sentences", d, n)
			}
			if !strings.Contains(w.Title, "–") || !strings.Contains(w.Title, ": ") {
				t.Errorf("%s: title %q lacks its dose", d, w.Title)
			}
		}
	}
}

func TestBodyPartsAreTrained(t *testing.T) {
	f, _ := Find("Q-SIZE")
	for _, group := range training.MuscleGroups {
		for shape := range 2 {
			w := f.Write(Dose{Level: 2, Minutes: 60, Shape: shape, BodyParts: []training.MuscleGroup{group}, Who: practised, For: training.Advanced})
			mine, all := 0, 0
			for _, step := range liftsOf(w) {
				e, _ := training.FindExercise(step.ExerciseID)
				all += workSets(&step)
				if slices.Contains(e.MuscleGroups, group) {
					mine += workSets(&step)
				}
			}
			if mine < all-4 || mine < 8 {
				t.Errorf("%s, shape %d: %d of %d sets in %s", group, shape, mine, all, w.Title)
			}
		}
	}
}

func TestWeakLinksAreThoseOfTheSport(t *testing.T) {
	f, _ := Find("Q-PREV")
	for sport, muscle := range map[training.Sport]training.Muscle{
		training.Run: training.Calves, training.Ride: training.LowerBack, training.Swim: training.RearShoulders, training.Row: training.LowerBack, "": training.Calves,
	} {
		w := f.Write(Dose{Level: 2, Minutes: 20, Goal: sport, Who: practised})
		if first, _ := training.FindExercise(liftsOf(w)[0].ExerciseID); first.Muscles[0] != muscle {
			t.Errorf("%s begins with %s", sport, first.ID)
		}
		if w.HardLegSets > 0 || w.Demand.HeavyLower {
			t.Errorf("%s: %d hard leg sets of a light session", sport, w.HardLegSets)
		}
	}
}

func TestPlyometricsHaveTheirContacts(t *testing.T) {
	f, _ := Find("Q-PLYO")
	for level := 1; level <= f.Rungs; level++ {
		for shape := range 2 {
			w := f.Write(Dose{Level: level, Minutes: 30, Shape: shape, Who: practised, For: training.Advanced})
			if got := w.Demand.PlyometricContact; got != 20+8*level {
				t.Errorf("L%d: %d contacts", level, got)
			}
		}
	}
	if w := f.Write(Dose{Level: 10, Minutes: 30, Who: Lifter{Months: 5, Level: training.Intermediate}}); w.Demand.PlyometricContact != 60 {
		t.Errorf("a newcomer: %d contacts", w.Demand.PlyometricContact)
	}
}

// Every exercise that a session may name is one of the catalogue.
func TestMenusAreOfTheCatalogue(t *testing.T) {
	check := func(where string, m menu) {
		for _, id := range m {
			if _, known := training.FindExercise(id); !known {
				t.Errorf("%s: %s is no exercise", where, id)
			}
		}
	}
	for name, sheetOf := range map[string]func(Dose) sheet{
		"AA": learning, "FULL": fullBody, "STR": maximalStrength, "MAIN": maintenance, "LOWER": lower, "UPPER": upper, "SIZE": size, "POWER": speed, "PLYO": springs, "PREV": prevention,
		"KB": bells, "BODY": body, "PEAK": peak, "TEST": test,
	} {
		for level := 1; level <= 10; level++ {
			for shape := range 3 {
				for _, sport := range training.Sports {
					for _, parts := range [][]training.MuscleGroup{nil, training.MuscleGroups} {
						for _, e := range sheetOf(Dose{Level: level, Shape: shape, Goal: sport, BodyParts: parts, Who: practised}).parts {
							check(name, e.menu)
						}
					}
				}
			}
		}
	}
	for i := range race {
		check(race[i].name, race[i].menu)
	}
}
