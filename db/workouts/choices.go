package workouts

import (
	"encoding/json"
	"slices"

	"fortnight/quota"
	"fortnight/session"
)

// choice names what is chosen of a shelf: by a text, of what passes a filter, so many.
type choice struct {
	text, filter string
	first        int
}

// choiceBytes is how much is remembered of what was chosen of a shelf, some hundred searches, and rowBytes what a workout of it takes, about.
const (
	choiceBytes = 512 << 10
	rowBytes    = 120
)

// choices are what was chosen of a shelf. A shelf does not change, so neither do they: the next has none. What workouts say is read each time.
type choices struct {
	known *quota.Memory[choice, []matchRow]
}

func newChoices() choices { return choices{quota.NewMemory[choice, []matchRow](choiceBytes)} }

// chosen is what was chosen before, or is by choose. It is the caller's own.
func (c choices) chosen(key choice, choose func() ([]matchRow, error)) ([]matchRow, error) {
	if known, is := c.known.Get(key); is {
		return slices.Clone(known), nil
	}
	rows, err := choose()
	if err == nil {
		c.known.Add(key, slices.Clone(rows), rowBytes*len(rows)+len(key.text)+len(key.filter))
	}
	return rows, err
}

// filterText is a text that only the same filter has.
func filterText(filter session.WorkoutFilter) string {
	text, err := json.Marshal(filter)
	if err != nil {
		panic(err) // a number that JSON does not have, which a filter that is valid has not
	}
	return string(text)
}
