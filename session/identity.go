package session

import (
	"bytes"
	"encoding/json"
	"strings"

	"fortnight/compose"
	"fortnight/training"
)

// namespace is what the identities of written doses are derived in. It never changes: plans refer to workouts by identity.
var namespace = [16]byte{0x8d, 0x31, 0x5c, 0x07, 0x4b, 0x9e, 0x46, 0x1f, 0xa2, 0x6d, 0x13, 0xe8, 0x70, 0xb5, 0x2c, 0x94}

// workout is a dose of the family written down: its identity follows from the family and from every instruction, so that the same dose is the
// same workout everywhere and no two that differ share one. The load is measured at the thresholds of the dose.
func (f *Family) workout(d Dose, title, description string, tags []string, blocks []training.Block) training.Workout {
	content, err := training.AppendBlocks(nil, blocks)
	if err != nil {
		panic(err) // blocks have no numbers that JSON lacks
	}
	var name bytes.Buffer
	name.WriteString(string(f.ID) + "\n" + title + "\n")
	json.HTMLEscape(&name, content) // as identities always had it
	return training.Workout{
		ID:    training.WorkoutID(compose.UUID(namespace, name.String())),
		Title: title, Description: description, Sport: f.Sport, Focus: f.Focus, Tags: f.tags(d, tags),
		Blocks: blocks, Revision: 1, Load: training.Measure(f.Sport, blocks, d.At),
	}
}

// tags are what a workout is found by: the family, its sport, and what is told of it. At most 12 of at most 40 characters.
func (f *Family) tags(d Dose, more []string) []string {
	tags := []string{strings.ToLower(string(f.ID)), f.Sport.Name()}
	if d.For == training.Novice {
		tags = append(tags, "beginner")
	}
	for _, tag := range more {
		if len(tags) < 12 {
			tags = append(tags, tag)
		}
	}
	return tags
}
