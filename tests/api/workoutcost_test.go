package api_test

import (
	"testing"

	"fortnight/training"
)

// 13 §3: a workout can be read whole, as deep as repeats nest and resolved besides; a page of them cannot, and is read by what a list shows.
func TestIssue13AWorkoutIsReadWholeAndAPageIsNot(t *testing.T) {
	t.Parallel()
	c := newWorld(t).user(t, training.RoleAthlete)
	const deepest = 4
	whole := `id instructions blocks { name sport repeats pool { length unit } steps { ` + neutralSteps(deepest) + ` } }`
	var data struct {
		Workouts struct {
			Edges []struct{ Node struct{ ID string } }
		}
	}
	c.ask(t, `{ workouts(first: 1) { edges { node { `+whole+` } } } }`, nil, &data)
	var resolved any
	c.ask(t, `query($id: ID!, $athlete: ID!) { workout(id: $id) { resolved(athleteId: $athlete) { instructions blocks { steps { `+resolvedSteps(deepest)+` } } } } }`,
		vars{"id": data.Workouts.Edges[0].Node.ID, "athlete": c.id}, &resolved)
	c.refused(t, "LIMIT_EXCEEDED", `{ workouts(first: 100) { edges { node { `+whole+` } } } }`, nil)
	c.ask(t, `{ workouts(first: 100) { edges { node { id title tss instructions blocks { name sport repeats steps { label } } } } } }`, nil, &data)
}
