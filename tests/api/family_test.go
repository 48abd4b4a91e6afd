package api_test

import (
	"slices"
	"strings"
	"testing"

	"fortnight/rules/catalogue"
	"fortnight/session"
	"fortnight/training"
)

type family struct {
	ID, Title, Sport, Focus, Class, Purpose, Experience string
	MinMinutes, MaxMinutes, GapDays, LiftMonths         int
	NoviceUpTo                                          *int
	Windows, Formats, AvoidWith                         []string
	Gear                                                [][]string
	Ladder                                              []rung
}

type rung struct {
	Level, Repeats, DurationSeconds int
	Dose                            string
	WorkSeconds                     *int
	WorkMeters, Low, High, RPE      *float64
	TSS                             float64
}

const familyFields = `id title sport focus class purpose experience minMinutes maxMinutes gapDays liftMonths noviceUpTo windows formats avoidWith gear
	ladder { level dose workSeconds workMeters repeats low high rpe durationSeconds tss }`

func familiesOf(t *testing.T, c *client, sport any) []family {
	t.Helper()
	var data struct{ SessionFamilies []family }
	c.ask(t, `query($sport: Sport) { sessionFamilies(sport: $sport) { `+familyFields+` } }`, vars{"sport": sport}, &data)
	return data.SessionFamilies
}

// 14 §2: all families are read in one query, each with its ladder, and every rung says what is done in it.
func TestFamiliesAreRead(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	all := familiesOf(t, c, nil)
	if len(all) != len(session.All()) || len(all) < 90 {
		t.Fatalf("%d families, want %d", len(all), len(session.All()))
	}
	for _, f := range all {
		if f.Title == "" || f.Purpose == "" || f.MinMinutes <= 0 || f.MinMinutes > f.MaxMinutes || len(f.Windows) == 0 && f.Class != "MOBILITY" {
			t.Errorf("%+v", f)
		}
		for i, r := range f.Ladder {
			if f.Sport == "MOBILITY" { // without load, stage by stage
				if r.Level != i+1 || r.Dose == "" || r.DurationSeconds == 0 || r.TSS != 0 {
					t.Errorf("%s: %+v", f.ID, r)
				}
				continue
			}
			if r.Level != i+1 || r.Dose == "" || strings.HasPrefix(r.Dose, f.Title) || r.Repeats == 0 || r.DurationSeconds == 0 || r.TSS <= 0 {
				t.Errorf("%s: %+v", f.ID, r)
			}
			if r.Low == nil && r.RPE == nil {
				t.Errorf("%s %d goes neither by intensity nor by effort", f.ID, r.Level)
			}
		}
	}
	swims := familiesOf(t, c, "SWIM")
	if len(swims) < 8 || slices.ContainsFunc(swims, func(f family) bool { return f.Sport != "SWIM" }) {
		t.Errorf("%d swims", len(swims))
	}
	at := slices.IndexFunc(all, func(f family) bool { return f.ID == "R-THR" })
	if f := all[at]; f.Class != "THRESHOLD" || f.Experience != "INTERMEDIATE" || f.NoviceUpTo == nil || *f.NoviceUpTo != 2 || len(f.Ladder) != 10 || f.Ladder[0].Dose != "3 × 4 min" {
		t.Errorf("%+v", f)
	}
	peak := all[slices.IndexFunc(all, func(f family) bool { return f.ID == "Q-PEAK" })]
	if !slices.Equal(peak.Formats, []string{"LIFT_MEET", "LIFT_1RM"}) || len(peak.Gear) != 1 || !slices.Contains(peak.Gear[0], "BARBELL") || peak.LiftMonths != 24 {
		t.Errorf("%+v", peak)
	}
}

// An id of a family is no id of anything else, and it is found by it.
func TestFamiliesAreNodes(t *testing.T) {
	t.Parallel()
	c := newWorld(t, bare).user(t, training.RoleAthlete)
	for _, f := range session.All() {
		_, exercise := training.FindExercise(training.ExerciseID(f.ID))
		if _, rule := catalogue.Find(catalogue.ID(f.ID)); exercise || rule {
			t.Errorf("%s is an id of something else", f.ID)
		}
	}
	if n := c.nodes(t, "R-THR", "R-NONE"); n[0] == nil || n[0].Type != "SessionFamily" || n[0].ID != "R-THR" || n[1] != nil {
		t.Errorf("%+v", n)
	}
}

// 14 §2: a workout says its family and level, whoever wrote it, and is found by them.
func TestWorkoutsSayTheirFamily(t *testing.T) {
	t.Parallel()
	c := newWorld(t).user(t, training.RoleAthlete)
	type workout struct {
		Title       string
		FamilyLevel *int
		Family      *struct{ ID, Class string }
	}
	list := func(filter vars) (found []workout) {
		var data struct {
			Workouts struct{ Edges []struct{ Node workout } }
		}
		c.ask(t, `query($f: WorkoutFilter) { workouts(filter: $f, first: 100) { edges { node { title familyLevel family { id class } } } } }`, vars{"f": filter}, &data)
		for _, e := range data.Workouts.Edges {
			found = append(found, e.Node)
		}
		return found
	}
	var made struct{ CreateWorkout struct{ Workout workout } }
	c.ask(t, `mutation { createWorkout(input: {title: "Four eights", sport: RUN, focus: THRESHOLD, tags: ["mine"], blocks: [
		{name: "Warm up", sport: RUN, steps: [{endurance: {end: {seconds: 900}, target: {threshold: {start: 0.7}}, intent: WARM_UP}}]}
		{name: "Main", sport: RUN, steps: [{repeat: {repeats: 4, steps: [
			{endurance: {end: {seconds: 480}, target: {threshold: {start: 1.0}}, intent: WORK}}
			{endurance: {end: {seconds: 120}, target: {threshold: {start: 0.6}}, intent: RECOVERY}}
		]}}]}]}) { workout { title familyLevel family { id class } } } }`, nil, &made)
	own := made.CreateWorkout.Workout
	if own.Family == nil || own.Family.ID != "R-THR" || own.FamilyLevel == nil || *own.FamilyLevel < 5 {
		t.Fatalf("%+v", own)
	}
	for _, w := range list(vars{"families": []string{"R-THR", "B-THR"}}) {
		if w.Family == nil || w.Family.ID != "R-THR" && w.Family.ID != "B-THR" {
			t.Errorf("%+v", w)
		}
	}
	mine := list(vars{"families": []string{"R-THR"}, "minLevel": *own.FamilyLevel, "maxLevel": *own.FamilyLevel, "mine": true})
	if len(mine) != 1 || mine[0].Title != own.Title {
		t.Errorf("%+v", mine)
	}
	if above := list(vars{"families": []string{"R-THR"}, "minLevel": *own.FamilyLevel + 1, "mine": true}); len(above) != 0 {
		t.Errorf("%+v", above)
	}
	easy := list(vars{"classes": []string{"EASY"}, "sports": []string{"RIDE"}})
	if len(easy) == 0 || slices.ContainsFunc(easy, func(w workout) bool { return w.Family.Class != "EASY" }) {
		t.Errorf("%+v", easy)
	}
	var doses struct {
		Node struct{ Workouts []workout }
	}
	c.ask(t, `{ node(id: "R-THR") { ... on SessionFamily { workouts(first: 20) { title family { id } } } } }`, nil, &doses)
	if len(doses.Node.Workouts) == 0 || slices.ContainsFunc(doses.Node.Workouts, func(w workout) bool { return w.Family.ID != "R-THR" || w.Title == own.Title }) {
		t.Errorf("%+v", doses)
	}
	for path, filter := range map[string]vars{
		"filter.families[1]": {"families": []string{"R-THR", "R-NONE"}}, "filter.minLevel": {"minLevel": 0}, "filter.maxLevel": {"maxLevel": 21},
	} {
		a := c.refused(t, "BAD_USER_INPUT", `query($f: WorkoutFilter) { workouts(filter: $f) { edges { cursor } } }`, vars{"f": filter})
		if len(a.Errors) == 0 || !slices.ContainsFunc(a.Errors[0].Extensions.Fields, func(f training.FieldError) bool { return f.Path == path }) {
			t.Errorf("%s: %s", path, a.body)
		}
	}
}
