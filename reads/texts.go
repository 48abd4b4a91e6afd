package reads

import (
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// textBytes is how much of what was written is remembered: the steps of some 10,000 workouts as one document selects them.
const textBytes = 24 << 20

// versioned is an object that says which one it is: of two of one version every field that nothing is asked for says the same, and what is
// asked for and told. Revision 0 is of one that nothing is remembered of.
type versioned interface {
	Version() (id string, revision int)
}

// textKey names what was written: the fields that were selected, by their place in a plan, of a version of an object.
type textKey struct {
	selected any // a *selection or a *field
	id       string
	revision int
}

// texts are what was written of versions of objects, so that it is copied when a plan writes it again. They are bounded by their bytes; those
// that were not used for longest go first.
type texts struct {
	mu    sync.Mutex
	bytes int
	known *simplelru.LRU[textKey, []byte]
}

// textOverhead is what a text takes besides itself, about.
const textOverhead = 200

func newTexts() *texts {
	t := &texts{}
	known, err := simplelru.NewLRU(1<<30, func(_ textKey, text []byte) { t.bytes -= len(text) + textOverhead })
	if err != nil {
		panic(err) // of a size that is not positive
	}
	t.known = known
	return t
}

func (t *texts) get(key textKey) ([]byte, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.known.Get(key)
}

func (t *texts) add(key textKey, text []byte) {
	size := len(text) + textOverhead
	if size > textBytes/64 {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.known.Contains(key) {
		return
	}
	t.known.Add(key, append([]byte(nil), text...))
	for t.bytes += size; t.bytes > textBytes; {
		t.known.RemoveOldest()
	}
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

// note remembers what was written, if nothing was wrong with it. What a plan writes when it runs for the first time is not remembered: most
// documents that never come again would take the room of those that do.
func (x *run) note(selected any, of versioned, text []byte, failures int) {
	if id, revision := of.Version(); revision > 0 && x.again && len(x.failures) == failures {
		x.texts.add(textKey{selected, id, revision}, text)
	}
}
