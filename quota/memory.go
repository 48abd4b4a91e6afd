package quota

import (
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// overhead is what remembering a value takes besides the value, about.
const overhead = 200

// Memory remembers values by their keys, as many as take no more than a number of bytes by what those who add them say. Those that were not
// asked for longest are forgotten first. The zero value remembers nothing.
//
// The list behind it is an interface, since whichever package sees a Memory, be it in a struct of a struct of a package that it imports, would compile all of
// the list anew for that key and value, as Go does with every generic type. So it is compiled where the Memory is made.
type Memory[K comparable, V any] struct {
	most int

	mu    sync.Mutex
	bytes int
	known simplelru.LRUCache[K, remembered[V]]
}

type remembered[V any] struct {
	value V
	bytes int
}

// NewMemory remembers values of so many bytes together, none where that is 0 or less.
func NewMemory[K comparable, V any](bytes int) *Memory[K, V] {
	m := &Memory[K, V]{most: bytes}
	known, err := simplelru.NewLRU(1<<30, func(_ K, was remembered[V]) { m.bytes -= was.bytes })
	if err != nil {
		panic(err) // of a size that is not positive
	}
	m.known = known
	return m
}

// Get is what is remembered of a key.
func (m *Memory[K, V]) Get(key K) (value V, is bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil {
		return value, false
	}
	known, is := m.known.Get(key)
	return known.value, is
}

// Has tells whether something is remembered of a key.
func (m *Memory[K, V]) Has(key K) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.known != nil && m.known.Contains(key)
}

// Add remembers a value that takes so many bytes, in the place of one that had the key before. It says no of one that
// would take much of the room, which is not remembered.
func (m *Memory[K, V]) Add(key K, value V, bytes int) bool {
	bytes += overhead
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || bytes > m.most/8 {
		return false
	}
	m.known.Remove(key)
	m.known.Add(key, remembered[V]{value, bytes})
	for m.bytes += bytes; m.bytes > m.most; {
		m.known.RemoveOldest()
	}
	return true
}

// Forget forgets a key.
func (m *Memory[K, V]) Forget(key K) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known != nil {
		m.known.Remove(key)
	}
}

// Bytes are those that are taken, and those that may be.
func (m *Memory[K, V]) Bytes() (taken, most int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.bytes, m.most
}
