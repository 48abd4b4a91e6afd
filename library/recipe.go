package library

import (
	"fortnight/compose"
	"fortnight/training"
)

const minute = 60 // seconds

// namespace is what the identities of shared workouts are derived in. It never changes: plans refer to workouts by identity.
var namespace = [16]byte{0x2f, 0x6b, 0x1c, 0x9e, 0x53, 0x0d, 0x4a, 0x87, 0x9b, 0x41, 0x6e, 0x0a, 0xd2, 0x7c, 0x35, 0xf8}

// recipe is one shared workout as it is written down.
type recipe struct {
	slug        string // names it for ever; never reused, never changed
	title       string
	description string
	sport       training.Sport
	focus       training.Focus
	tags        []string
	blocks      []training.Block
}

func (r recipe) workout() training.Workout {
	return training.Workout{
		ID: workoutID(r.slug), Title: r.title, Description: r.description, Sport: r.sport, Focus: r.focus, Tags: r.tags,
		Blocks: r.blocks, Revision: 1, Load: training.Measure(r.sport, r.blocks, training.Thresholds{}),
	}
}

// workoutID is the identity that a slug stands for.
func workoutID(slug string) training.WorkoutID {
	return training.WorkoutID(compose.UUID(namespace, slug))
}
