package session

import (
	"slices"
	"strings"

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
