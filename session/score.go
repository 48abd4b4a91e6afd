package session

import (
	"slices"
	"strings"
	"unicode"

	"fortnight/training"
)

// tagged tells whether a workout has one of several tags, or is of the family by its tag.
func (o *Outline) tagged(id ID, tags []string) bool {
	own := strings.ToLower(string(id))
	for _, tag := range o.Workout.Tags {
		if tag == own || slices.Contains(tags, tag) {
			return true
		}
	}
	return false
}

// tells tells whether the title, a part's name or what is said of a step has one of several beginnings of words, in small letters.
func (o *Outline) tells(beginnings ...string) bool {
	told := func(text string) bool {
		words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
		return slices.ContainsFunc(words, func(word string) bool {
			return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(word, b) || strings.HasPrefix(word, "up"+b) })
		})
	}
	if told(o.Workout.Title) {
		return true
	}
	var steps func(training.Steps) bool
	steps = func(list training.Steps) bool {
		return slices.ContainsFunc(list, func(step training.Step) bool {
			var text *training.StepText
			switch s := step.(type) {
			case training.EnduranceStep:
				text = &s.StepText
			case training.RestStep:
				text = &s.StepText
			case training.RepeatStep:
				if steps(s.Steps) {
					return true
				}
				text = &s.StepText
			default:
				return false
			}
			return text.Label != nil && told(*text.Label) || text.Notes != nil && told(*text.Notes)
		})
	}
	return slices.ContainsFunc(o.Workout.Blocks, func(b training.Block) bool { return told(b.Name) || steps(b.Steps) })
}

// meant tells whether the workout's focus is one of several.
func (o *Outline) meant(foci []training.Focus) bool { return slices.Contains(foci, o.Workout.Focus) }

// fit joins how much of a workout's hard work is of a kind, 0 to 1, with whether its focus and its tags say so.
func fit(share float64, focus, tag bool) float64 {
	score := 0.5 * share
	if focus {
		score += 0.25
	}
	if tag {
		score += 0.25
	}
	return score
}

// moderateOf is where MODERATE begins (science.md 0).
func moderateOf(sport training.Sport) float64 {
	switch sport {
	case training.Run, training.Walk, training.Hike:
		return 0.88
	case training.Swim:
		return 0.90
	}
	return 0.76
}
