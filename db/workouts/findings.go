package workouts

import (
	"encoding/json"
	"slices"

	"fortnight/planner/runs"
	"fortnight/quota"
)

// finding names what a need finds in the library: so many of the nearest of what serves it, in a text that no other need has.
type finding struct {
	need  string
	first int
}

func findingOf(need runs.Need, first int) finding {
	need.Told = 0 // says nothing of what is found
	text, err := json.Marshal(need)
	if err != nil {
		panic(err) // of words and numbers
	}
	return finding{string(text), first}
}

// findings are what needs have found in a library that is too large for a shelf and that the database searches, as one embedder knows it. Who owns what
// plays no part, so that what was found for one athlete serves all. What workouts say is read each time.
type findings struct {
	embedder string
	state    libraryState
	known    *quota.Memory[finding, []matchRow] // shared with the findings before, where a later state has nothing new for a need
}

// serves tells whether findings are of all that the library had in a state.
func (f *findings) serves(embedder string, state libraryState) bool {
	return f != nil && f.embedder == embedder && f.state.rewritten >= state.rewritten && f.state.version >= state.version
}

// of is what a need found, a list of the caller's own.
func (f *findings) of(key finding) ([]matchRow, bool) {
	rows, known := f.known.Get(key)
	return slices.Clone(rows), known
}

// note remembers what a need found after these findings were asked for.
func (f *findings) note(key finding, rows []matchRow) {
	f.known.Add(key, slices.Clone(rows), (rowBytes+4*dimensions)*len(rows)+len(key.need))
}
