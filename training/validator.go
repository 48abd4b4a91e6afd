package training

import (
	"fmt"
)

// Bounds of a workout.
const (
	maxBlocks          = 20
	maxStepsOfList     = 200
	maxRepeats         = 1_000
	maxRepeatLevels    = 4
	maxExpandedSeconds = 86_400
	maxExpandedSteps   = 5_000
	maxFaults          = 100
)

type validator struct{ faults InputError }

func (v *validator) text(at string, s StepText) {
	if s.Label != nil {
		CheckLine(&v.faults, at+".label", *s.Label, 1, 80)
	}
	if s.Notes != nil {
		CheckText(&v.faults, at+".notes", *s.Notes, 0, 500)
	}
	if s.Intent != "" {
		oneOf(v, at+".intent", s.Intent, Intents)
	}
}

// oneOf checks a word against those there are.
func oneOf[T ~string](v *validator, path string, word T, words []T) {
	for _, known := range words {
		if word == known {
			return
		}
	}
	v.faults.Add(path, fmt.Sprintf("%.40q is none of %v", string(word), words))
}
