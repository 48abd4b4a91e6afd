package solver

// table keeps values by marks. It is a map that a search takes from the one before it, as large as that made it: growing a map anew for each
// search takes longer than all that is looked up in it.
type table[V any] struct {
	places []tablePlace[V] // a power of two of them
	used   int
}

type tablePlace[V any] struct {
	key   uint64 // 0 where nothing is kept
	value V
}

const leastPlaces = 1 << 10

// keyOf is a mark as the table has it: that of nothing, 0, is none of it.
func keyOf(mark uint64) uint64 { return mark ^ 0x9e3779b97f4a7c15 }

// find is the place of a mark, or where it is to be put, and whether it is there. It is good until the next put.
func (t *table[V]) find(mark uint64) (at int, known bool) {
	key, last := keyOf(mark), len(t.places)-1
	for at = int(key) & last; ; at = (at + 1) & last { // marks are drawn: their bits need no mixing
		switch t.places[at].key {
		case key:
			return at, true
		case 0:
			return at, false
		}
	}
}

// put keeps a value at the place of its mark.
func (t *table[V]) put(at int, mark uint64, value V) {
	if t.places[at].key == 0 {
		t.used++
	}
	t.places[at] = tablePlace[V]{keyOf(mark), value}
	if 2*t.used > len(t.places) {
		t.grow()
	}
}

func (t *table[V]) grow() {
	was := t.places
	t.places = make([]tablePlace[V], 2*len(was))
	for i := range was {
		if was[i].key != 0 {
			at, _ := t.find(was[i].key ^ keyOf(0))
			t.places[at] = was[i]
		}
	}
}

func newTable[V any]() *table[V] { return &table[V]{places: make([]tablePlace[V], leastPlaces)} }

// empty forgets all.
func (t *table[V]) empty() {
	if t.used > 0 {
		clear(t.places)
		t.used = 0
	}
}
