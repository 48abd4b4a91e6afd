package embedding

import (
	"slices"
	"strings"

	"fortnight/training"
)

// WorkoutText is what is embedded of a workout, a sentence each: its title, sport and focus, tags, description, and the names of its
// exercises, each once, in their order. Tags are sorted, so that two workouts that say the same have the same text. What a workout
// measures, its duration and load, is not in it: that is compared as numbers. Valid workouts have texts well below MaxTextBytes.
func WorkoutText(w training.Workout) string {
	var parts []string
	add := func(text string) {
		if text = strings.TrimRight(strings.Join(strings.Fields(text), " "), "."); text != "" {
			parts = append(parts, text)
		}
	}
	add(w.Title)
	if w.Sport != training.Other { // the word would only mislead
		add(spoken(string(w.Sport)))
	}
	add(focusWords(w.Focus))
	add(strings.Join(slices.Sorted(slices.Values(w.Tags)), ", "))
	add(w.Description)
	var exercises []string
	for _, block := range w.Blocks {
		exercises = addExercises(exercises, block.Steps)
	}
	add(strings.Join(exercises, ", "))
	return strings.Join(parts, ".\n")
}

// focusWords says more than "power" of that focus: alone, the word is as often what a cyclist measures in watts.
func focusWords(focus training.Focus) string {
	if focus == training.FocusPower {
		return "power training"
	}
	return spoken(string(focus))
}

// spoken makes "race pace" of RACE_PACE.
func spoken(word string) string { return strings.ToLower(strings.ReplaceAll(word, "_", " ")) }

func addExercises(names []string, steps training.Steps) []string {
	for _, step := range steps {
		switch s := step.(type) {
		case training.StrengthStep:
			exercise, known := training.FindExercise(s.ExerciseID)
			if known && !slices.Contains(names, exercise.Name) {
				names = append(names, exercise.Name)
			}
		case training.RepeatStep:
			names = addExercises(names, s.Steps)
		}
	}
	return names
}
