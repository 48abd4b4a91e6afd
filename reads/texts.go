package reads

import (
	"slices"

	"fortnight/quota"
)

// DefaultTextBytes is how much of what was written is remembered where nobody says otherwise: the steps of some 5,000 workouts as one document
// selects them.
const DefaultTextBytes = 12 << 20

// textKey names what was written: the fields that were selected, by their place in a plan, of a version of an object.
type textKey struct {
	selected any // a *selection or a *field
	id       string
	revision int
}

// texts are what was written of versions of objects, so that it is copied when a plan writes it again.
type texts struct {
	known *quota.Memory[textKey, []byte]
}

func newTexts(bytes int) texts { return texts{quota.NewMemory[textKey, []byte](bytes)} }

func (t texts) get(key textKey) ([]byte, bool) { return t.known.Get(key) }

// add remembers a copy: the text is the writer's buffer.
func (t texts) add(key textKey, text []byte) {
	if !t.known.Has(key) {
		t.known.Add(key, slices.Clone(text), len(text))
	}
}
