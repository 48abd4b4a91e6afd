package api_test

import (
	"math"
	"testing"

	"fortnight/training"
)

// 13: what of a workout contradicts itself is refused by the path of the field, and nothing that was sent is left out in silence.
func TestWorkoutsThatContradictThemselvesAreRefused(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	wait := func(of string, above bool) vars {
		return vars{"endurance": vars{
			"end": vars{of: vars{"value": 100, "above": above, "expectedSeconds": 300}}, "target": vars{"threshold": vars{"start": 0.8}},
		}}
	}
	lift := func(sets ...vars) vars { return vars{"strength": vars{"exerciseId": "back-squat", "sets": sets}} }
	set := func(kind string, rest int) vars {
		return vars{"amount": vars{"reps": vars{"low": 5}}, "kind": kind, "restSeconds": rest}
	}
	for _, r := range []struct {
		step vars
		path string // empty where it is taken
	}{
		{wait("work", true), ""},
		{wait("work", false), "blocks[0].steps[0].endurance.end.work.above"},
		{wait("calories", false), "blocks[0].steps[0].endurance.end.calories.above"},
		{wait("repetitions", false), "blocks[0].steps[0].endurance.end.repetitions.above"},
		{wait("power", false), ""},
		{wait("heartRate", false), ""},
		{lift(set("WORK", 0), set("DROP", 0), set("DROP", 90)), ""},
		{lift(set("WORK", 90), set("DROP", 90)), "blocks[0].steps[0].strength.sets[1].kind"},
		{vars{"repeat": vars{"repeats": 5, "style": "AMRAP", "capSeconds": 299, "steps": []vars{{"rest": vars{"durationSeconds": 60}}}}}, "blocks[0].steps[0].repeat.capSeconds"},
		{vars{"repeat": vars{"repeats": 2, "steps": []vars{lift(set("DROP", 0))}}}, "blocks[0].steps[0].repeat.steps[0].strength.sets[0].kind"},
	} {
		input := vars{"title": "x", "sport": "RIDE", "focus": "TEMPO", "blocks": []vars{{"name": "x", "sport": "RIDE", "steps": []vars{r.step}}}}
		a := c.answer(t, `mutation($i: CreateWorkoutInput!) { createWorkout(input: $i) { workout { id } } }`, vars{"i": input})
		switch {
		case r.path == "" && a.code() != "":
			t.Errorf("%v: %s", r.step, a.body)
		case r.path != "" && (a.code() != "BAD_USER_INPUT" || len(a.Errors[0].Extensions.Fields) != 1 || a.Errors[0].Extensions.Fields[0].Path != r.path):
			t.Errorf("%v: want a fault at %s, got %s", r.step, r.path, a.body)
		}
	}
}

// Of zeros there is one, however it was sent.
func TestZeroHasNoSign(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	target := vars{"threshold": vars{"start": math.Copysign(0, -1), "end": 0.5}}
	step := vars{"endurance": vars{"end": vars{"seconds": 60}, "target": target}}
	input := vars{"title": "x", "sport": "RIDE", "focus": "TEMPO", "blocks": []vars{{"name": "x", "sport": "RIDE", "steps": []vars{step}}}}
	const shown = `{ workout { blocks { steps { ... on EnduranceStep { target { start } } } } } }`
	var sent, written struct {
		CreateWorkout struct {
			Workout struct {
				Blocks []struct {
					Steps []struct{ Target struct{ Start float64 } }
				}
			}
		}
	}
	c.ask(t, `mutation($i: CreateWorkoutInput!) { createWorkout(input: $i) `+shown+` }`, vars{"i": input}, &sent)
	c.ask(t, `mutation { createWorkout(input: {title: "x", sport: RIDE, focus: TEMPO, blocks: [{name: "x", sport: RIDE, steps: [
		{endurance: {end: {seconds: 60}, target: {threshold: {start: -0.0, end: 0.5}}}}]}]}) `+shown+` }`, nil, &written)
	for how, start := range map[string]float64{
		"as a variable": sent.CreateWorkout.Workout.Blocks[0].Steps[0].Target.Start, "in the document": written.CreateWorkout.Workout.Blocks[0].Steps[0].Target.Start,
	} {
		if start != 0 || math.Signbit(start) {
			t.Errorf("%s: %v", how, start)
		}
	}
}
