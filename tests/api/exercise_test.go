package api_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/training"
)

// exerciseFields are all that an exercise says of itself.
const exerciseFields = `id name pattern patterns direction muscleGroups muscles equipment equipmentInstead level loading countedIn unilateral isolation
	olympicLift powerLift leastLiftingMonths contactsPerRep eccentric contraindications`

type exercise struct {
	ID, Name, Pattern, Level               string
	Muscles, Equipment, Contraindications  []string
	EquipmentInstead                       [][]string
	Unilateral                             bool
	Regressions, Progressions, Substitutes []struct{ ID string }
}

func exercisesOf(t *testing.T, c *client, arguments, fields string, variables vars) []exercise {
	t.Helper()
	var data struct{ Exercises struct{ Nodes []exercise } }
	c.ask(t, `query($filter: ExerciseFilter) { exercises`+arguments+` { nodes { `+fields+` } } }`, variables, &data)
	return data.Exercises.Nodes
}

func byName(a, b exercise) int {
	return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
}

// 13 §1: the whole catalogue is read in one query, with what each exercise leads to, comes from and can be replaced by.
func TestTheCatalogueIsRead(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	all := exercisesOf(t, c, `(filter: $filter)`, exerciseFields+` regressions { id } progressions { id } substitutes { id }`, nil)
	if len(all) < 200 || len(all) != len(training.Exercises()) || !slices.IsSortedFunc(all, byName) {
		t.Fatalf("%d exercises", len(all))
	}
	byID := map[string]exercise{}
	for _, e := range all {
		byID[e.ID] = e
	}
	for _, e := range all {
		for _, next := range e.Progressions {
			if !slices.Contains(byID[next.ID].Regressions, struct{ ID string }{e.ID}) {
				t.Errorf("%s leads to %s, which does not lead back", e.ID, next.ID)
			}
		}
	}
	if squat := byID["goblet-squat"]; squat.Equipment[0] != "DUMBBELLS" || squat.EquipmentInstead[0][0] != "KETTLEBELL" || len(squat.Substitutes) < 5 {
		t.Errorf("%+v", squat)
	}
}

func TestExercisesAreFiltered(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	for _, f := range []struct {
		filter     vars
		has, lacks string
	}{
		{vars{"patterns": []string{"PUSH"}}, "thruster", "deadlift"},
		{vars{"muscleGroups": []string{"CORE"}, "muscles": []string{"OBLIQUES"}}, "side-plank", "sit-up"},
		{vars{"equipment": []string{}}, "push-up", "goblet-squat"},
		{vars{"equipment": []string{"NONE", "KETTLEBELL"}}, "goblet-squat", "bench-press"},
		{vars{"level": "NOVICE", "unilateral": true}, "split-squat", "pistol-squat"},
		{vars{"avoid": []string{"KNEE", "BACK"}}, "hip-thrust", "back-squat"},
	} {
		var ids []string
		for _, e := range exercisesOf(t, c, `(filter: $filter)`, `id`, vars{"filter": f.filter}) {
			ids = append(ids, e.ID)
		}
		if !slices.Contains(ids, f.has) || slices.Contains(ids, f.lacks) {
			t.Errorf("%v: %v", f.filter, ids)
		}
	}
	one := exercisesOf(t, c, `(text: "back squat", first: 1, filter: $filter)`, `id substitutes(filter: {equipment: [DUMBBELLS]}) { id }`, nil)
	if len(one) != 1 || one[0].ID != "back-squat" || slices.Contains(one[0].Substitutes, struct{ ID string }{"leg-press"}) || len(one[0].Substitutes) < 2 {
		t.Errorf("%+v", one)
	}
}

// A catalogue of substitutes of substitutes is more than anybody may ask for at once.
func TestExercisesOfExercisesAreBounded(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	c.refused(t, "LIMIT_EXCEEDED", `{ exercises { nodes { substitutes { substitutes { id } } } } }`, nil)
	exercisesOf(t, c, `(first: 20, filter: $filter)`, `substitutes { substitutes { id } }`, nil)
}
