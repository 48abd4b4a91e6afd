package gate

import (
	"cmp"
	"slices"

	"fortnight/training"
)

// concept is what words have in common that say the same in a sign.
type concept int

var concepts = map[string]concept{}

func conceptOf(name string) concept {
	c, known := concepts[name]
	if !known {
		c = concept(len(concepts) + 1)
		concepts[name] = c
	}
	return c
}

// entry is what a word means: what it says in signs, the place of the body that it names, the condition that it is the name of.
type entry struct {
	concepts   []concept
	many       []concept // the same in order, where there are many: of words as common as "a"
	part, name training.Condition
}

// manyConcepts is from how many on they are looked up in order.
const manyConcepts = 12

// says tells whether a concept is among an entry's.
func (e *entry) says(c concept) bool {
	if e.many != nil {
		_, found := slices.BinarySearch(e.many, c)
		return found
	}
	return slices.Contains(e.concepts, c)
}

var nothingMeant = &entry{}

func (e *entry) join(o *entry) {
	e.concepts = union(e.concepts, o.concepts)
	e.part, e.name = cmp.Or(e.part, o.part), cmp.Or(e.name, o.name)
}
