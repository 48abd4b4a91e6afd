package reads

import (
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// textBytes is how much of what was written is remembered: the steps of some 10,000 workouts as one document selects them.
const textBytes = 24 << 20

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
