package training

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// situations are what somebody may have to train with.
var situations = map[string][]Equipment{
	"nothing":    {},
	"bands":      {Band},
	"dumbbells":  {Dumbbells},
	"kettlebell": {Kettlebell},
	"gym":        {Gym},
	"everything": Equipments,
}

// 13 §1: whoever is new finds every pattern with whatever there is; only a carry needs a weight.
func TestEverySituationHasEveryPattern(t *testing.T) {
	novice := Novice
	for name, equipment := range situations {
		for _, pattern := range []MovementPattern{PatternSquat, PatternHinge, PatternLunge, PatternPush, PatternPull, PatternCarry, PatternCore} {
			found := FindExercises("", ExerciseFilter{Patterns: []MovementPattern{pattern}, Equipment: equipment, Level: &novice})
			found = slices.DeleteFunc(found, func(e Exercise) bool { return e.Isolation })
			if weightless := name == "nothing" || name == "bands"; len(found) == 0 && (pattern != PatternCarry || !weightless) {
				t.Errorf("with %s there is no %s for a novice", name, pattern)
			}
		}
	}
}

// Whatever hurts or has to be left out, something remains for every region, at home and in a gym; a hurt shoulder or wrist alone ends all pressing.
func TestEveryContraindicationLeavesChoices(t *testing.T) {
	novice := Novice
	for _, reason := range Contraindications {
		for _, region := range MuscleGroups {
			for name, equipment := range situations {
				filter := ExerciseFilter{MuscleGroups: []MuscleGroup{region}, Equipment: equipment, Level: &novice, Avoid: []Contraindication{reason}}
				found := slices.DeleteFunc(FindExercises("", filter), func(e Exercise) bool { return e.MuscleGroups[0] != region })
				if none := region == Push && (reason == ContraShoulder || reason == ContraWrist); len(found) == 0 != none {
					t.Errorf("%s with %s, avoiding %s: %d exercises", region, name, reason, len(found))
				}
			}
		}
	}
}

// Everything of the enums is used: each muscle is trained first by something, each piece of equipment that exercises are done with is of use.
func TestEveryMuscleAndEquipmentIsUsed(t *testing.T) {
	for _, m := range Muscles {
		if !slices.ContainsFunc(Exercises(), func(e Exercise) bool { return e.Muscles[0] == m }) {
			t.Errorf("nothing is for %s", m)
		}
	}
	for _, q := range ofExercises {
		if !slices.ContainsFunc(Exercises(), func(e Exercise) bool { return slices.Contains(e.Equipment, q) }) {
			t.Errorf("nothing is done with %s", q)
		}
	}
}

func TestExerciseFilter(t *testing.T) {
	novice, intermediate, yes, no := Novice, Intermediate, true, false
	for _, c := range []struct {
		name     string
		text     string
		filter   ExerciseFilter
		with     []ExerciseID
		without  []ExerciseID
		nothing  bool
		anything bool
	}{
		{name: "no limit", anything: true},
		{name: "empty lists but of equipment do not limit", filter: ExerciseFilter{Patterns: []MovementPattern{}, Muscles: []Muscle{}, Avoid: []Contraindication{}}, anything: true},
		{name: "text in any case", text: "SQUAT", with: []ExerciseID{"back-squat", "bulgarian-split-squat"}, without: []ExerciseID{"deadlift"}},
		{name: "text that none has", text: "zumba", nothing: true},
		{name: "a further pattern", filter: ExerciseFilter{Patterns: []MovementPattern{PatternPush}}, with: []ExerciseID{"bench-press", "thruster"}, without: []ExerciseID{"back-squat"}},
		{name: "region and muscle", filter: ExerciseFilter{MuscleGroups: []MuscleGroup{Push}, Muscles: []Muscle{Triceps, Biceps}},
			with: []ExerciseID{"dip", "muscle-up"}, without: []ExerciseID{"chin-up", "lateral-raise"}},
		{name: "no equipment", filter: ExerciseFilter{Equipment: []Equipment{}}, with: []ExerciseID{"push-up", "step-down"}, without: []ExerciseID{"goblet-squat", "dip", "box-jump"}},
		{name: "a gym has bars and machines", filter: ExerciseFilter{Equipment: []Equipment{Gym}}, with: []ExerciseID{"push-up", "back-squat", "leg-press"}, without: []ExerciseID{"sled-push"}},
		{name: "a bicycle lifts nothing", filter: ExerciseFilter{Equipment: []Equipment{Bike}}, with: []ExerciseID{"push-up"}, without: []ExerciseID{"back-squat", "leg-press"}},
		{name: "NONE is no equipment", filter: ExerciseFilter{Equipment: []Equipment{NoEquipment}}, with: []ExerciseID{"push-up"}, without: []ExerciseID{"goblet-squat", "dip"}},
		{name: "all that is needed has to be there", filter: ExerciseFilter{Equipment: []Equipment{Barbell, Bench}},
			with: []ExerciseID{"deadlift", "hip-thrust", "push-up"}, without: []ExerciseID{"bench-press", "back-squat"}},
		{name: "another form will do", filter: ExerciseFilter{Equipment: []Equipment{Kettlebell}}, with: []ExerciseID{"goblet-squat", "farmers-carry"}, without: []ExerciseID{"hip-thrust"}},
		{name: "novice", filter: ExerciseFilter{Level: &novice}, with: []ExerciseID{"goblet-squat"}, without: []ExerciseID{"back-squat", "snatch"}},
		{name: "intermediate", filter: ExerciseFilter{Level: &intermediate}, with: []ExerciseID{"goblet-squat", "back-squat"}, without: []ExerciseID{"snatch"}},
		{name: "one side", filter: ExerciseFilter{Unilateral: &yes}, with: []ExerciseID{"split-squat"}, without: []ExerciseID{"back-squat"}},
		{name: "both sides", filter: ExerciseFilter{Unilateral: &no}, with: []ExerciseID{"back-squat"}, without: []ExerciseID{"split-squat"}},
		{name: "a hurt back", filter: ExerciseFilter{Avoid: []Contraindication{ContraBack}}, with: []ExerciseID{"hip-thrust", "dumbbell-row"}, without: []ExerciseID{"deadlift", "barbell-row", "kettlebell-swing"}},
		{name: "late in pregnancy", filter: ExerciseFilter{Avoid: []Contraindication{ContraImpact, ContraFall, ContraSupine, ContraProne}},
			with: []ExerciseID{"incline-dumbbell-press", "goblet-squat"}, without: []ExerciseID{"bench-press", "box-jump", "superman", "pistol-squat"}},
	} {
		found := map[ExerciseID]bool{}
		for _, e := range FindExercises(c.text, c.filter) {
			found[e.ID] = true
		}
		if c.anything && len(found) != len(catalogue) || c.nothing && len(found) > 0 {
			t.Errorf("%s: %d found", c.name, len(found))
		}
		for _, id := range c.with {
			if !found[id] {
				t.Errorf("%s: %s is missing", c.name, id)
			}
		}
		for _, id := range c.without {
			if found[id] {
				t.Errorf("%s: %s is there", c.name, id)
			}
		}
	}
}

func TestExerciseFilterIsBounded(t *testing.T) {
	long := ExerciseFilter{
		Patterns: make([]MovementPattern, 9), MuscleGroups: make([]MuscleGroup, 5), Muscles: make([]Muscle, len(Muscles)+1),
		Equipment: make([]Equipment, len(Equipments)+1), Avoid: make([]Contraindication, len(Contraindications)+1),
	}
	var faults *InputError
	if err := long.Validate(); !errors.As(err, &faults) || len(faults.Fields) != 5 {
		t.Errorf("%v", err)
	}
	if err := (ExerciseFilter{Muscles: Muscles, Equipment: Equipments, Avoid: Contraindications, Patterns: MovementPatterns, MuscleGroups: MuscleGroups}).Validate(); err != nil {
		t.Error(err)
	}
}

// A substitute moves alike, asks for no more and is done with something else; a filter leaves what it holds for.
func TestSubstitutes(t *testing.T) {
	replaced := 0
	for _, e := range Exercises() {
		substitutes := e.Substitutes(ExerciseFilter{})
		if len(substitutes) > maxSubstitutes {
			t.Errorf("%s has %d", e.ID, len(substitutes))
		}
		if len(substitutes) > 0 {
			replaced++
		}
		for _, s := range substitutes {
			if s.ID == e.ID || s.Pattern != e.Pattern || s.Level.rank() > e.Level.rank() || sameEquipment(s.Equipment, e.Equipment) ||
				s.LeastLiftingMonths() > e.LeastLiftingMonths() || !anyOf(s.Muscles, e.Muscles) {
				t.Errorf("%s for %s", s.ID, e.ID)
			}
		}
	}
	if replaced < 300 {
		t.Errorf("only %d exercises have a substitute", replaced)
	}
	press, _ := FindExercise("bench-press")
	if bare := press.Substitutes(ExerciseFilter{Equipment: []Equipment{NoEquipment}}); !slices.ContainsFunc(bare, func(e Exercise) bool { return e.ID == "push-up" }) {
		t.Errorf("without equipment %d exercises stand in for a bench press, and no push-up", len(bare))
	}
	squat, _ := FindExercise("back-squat")
	first, all := squat.Substitutes(ExerciseFilter{}), squat.Substitutes(ExerciseFilter{Equipment: []Equipment{Dumbbells}})
	if len(first) != maxSubstitutes || first[0].Loading != LoadingWeight || len(all) < 3 {
		t.Errorf("%d, %d", len(first), len(all))
	}
	for _, s := range all {
		if !s.doneWith([]Equipment{Dumbbells}) || strings.Contains(string(s.ID), "kettlebell") {
			t.Errorf("%s needs %v", s.ID, s.Equipment)
		}
	}
}
