package stage

import (
	"slices"
	"strings"

	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/prose"
	"fortnight/training"
	"fortnight/wish"
)

// Weighed are questions with what is taken of a race's priority for this athlete.
func Weighed(questions []wish.Question, p *training.Profile, from training.Date) []wish.Question {
	for i := range questions {
		if race := questions[i].OfRace(); race != nil {
			open := *race
			open.Priority = ""
			questions[i].Taken = slices.Index(training.EventPriorities, runs.Priority(&open, p, from))
		}
	}
	return questions
}

// Understood is what is made of a wish once all of it is read, and tells it: what contradicts itself is not followed.
func Understood(wishes wish.Wishes, left []string, questions []wish.Question) (state.WishProgress, *runs.WishRead) {
	kept, clashes := wishes.Settle()
	p := state.WishProgress{WishRead: true, Wishes: kept, NotUnderstood: left, Questions: questions}
	for _, c := range clashes {
		p.Contradicting = append(p.Contradicting, c.Quotes...)
	}
	read := &runs.WishRead{Wishes: append([]wish.Wish{}, kept...), NotUnderstood: append([]string{}, wish.NotFollowed(left, clashes)...)}
	message := wishMessage(kept, left, clashes)
	for i := range questions {
		message += " " + questions[i].String()
	}
	read.EventHead = runs.Head(runs.Analyze, prose.Clip(message, runs.MaxMessageRunes))
	return p, read
}

func wishMessage(wishes wish.Wishes, left []string, clashes []wish.Clash) string {
	parts := make([]string, len(wishes))
	for i, w := range wishes {
		parts[i] = w.String()
	}
	message := "Read in the wish: " + strings.Join(parts, "; ") + "."
	if len(wishes) == 0 {
		message = "Nothing was read in the wish that a plan can follow."
	}
	for _, c := range clashes {
		message += " " + c.String() + "."
	}
	if len(left) > 0 {
		message += " Not understood: " + inQuotes(left) + "; the search for workouts reads it all the same."
	}
	return message
}

// inQuotes lists parts that are not understood.
func inQuotes(parts []string) string {
	quoted := make([]string, len(parts))
	for i, part := range parts {
		quoted[i] = wish.InQuotes(part)
	}
	return strings.Join(quoted, ", ")
}
