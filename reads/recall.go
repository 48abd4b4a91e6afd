package reads

// versioned is an object that says which one it is: of two of one version every field that nothing is asked for says the same, and what is
// asked for and told. Revision 0 is of one that nothing is remembered of.
type versioned interface {
	Version() (id string, revision int)
}

// written is the text of a field that was found before the answer was written: nothing below it is asked for then, and nobody looks into it.
type written []byte

// told is what the plan wrote before of a field of that version of an object, where the version tells all that is asked below it.
func (x *run) told(f *field, of versioned) (written, bool) {
	id, revision := of.Version()
	if !f.told || revision == 0 || !x.again {
		return nil, false
	}
	return x.texts.get(textKey{f, id, revision})
}

// known is what the plan wrote before of that version of an object.
func (x *run) known(to []byte, selected any, of versioned) ([]byte, bool) {
	id, revision := of.Version()
	if revision == 0 || !x.again {
		return to, false
	}
	text, known := x.texts.get(textKey{selected, id, revision})
	return append(to, text...), known
}

// note remembers what was written, if nothing was wrong with it and it is whole. What a plan writes when it runs for the first time is not remembered: most
// documents that never come again would take the room of those that do.
func (x *run) note(selected any, of versioned, text []byte, failures int) {
	if id, revision := of.Version(); revision > 0 && x.again && len(x.failures) == failures && !x.tooLarge {
		x.texts.add(textKey{selected, id, revision}, text)
	}
}
