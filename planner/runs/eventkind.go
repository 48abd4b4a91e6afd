package runs

import (
	"slices"
	"strings"
	"unicode"

	"fortnight/training"
)

// EventKind is which kind of decision an event is, as the schema spells it: STAGE_STARTED is a StageStarted.
type EventKind string

// EventKinds lists every kind, by name.
var EventKinds = func() []EventKind {
	var kinds []EventKind
	for kind := range newEvent {
		kinds = append(kinds, kindOf(kind))
	}
	slices.Sort(kinds)
	return kinds
}()

// kindOf is the kind of the events with the type of a name.
func kindOf(typeName string) EventKind {
	var b strings.Builder
	for i, letter := range typeName {
		if i > 0 && unicode.IsUpper(letter) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToUpper(letter))
	}
	return EventKind(b.String())
}

// EventFilter says which events of a run are meant. What is empty does not limit; what is given must hold, any of each list.
type EventFilter struct {
	Kinds  []EventKind
	Stages []Stage
}

// Validate checks a filter: no list has more than there is to name.
func (f EventFilter) Validate() error {
	var faults training.InputError
	training.CheckCount(&faults, "kinds", len(f.Kinds), 0, len(EventKinds))
	training.CheckCount(&faults, "stages", len(f.Stages), 0, len(Stages))
	return faults.Err()
}

// TypeNames are the names of the types of its kinds, as Event.Kind has them; none where all are meant.
func (f EventFilter) TypeNames() []string {
	var names []string
	for name := range newEvent {
		if slices.Contains(f.Kinds, kindOf(name)) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
