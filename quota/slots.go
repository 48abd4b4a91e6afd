package quota

import "sync"

// Slots are a bounded number of what is held for long, such as connections or bytes: nobody waits for one. NewSlots makes them.
type Slots struct {
	all int

	mu   sync.Mutex
	held int
	of   map[string]int
}

// NewSlots returns so many slots.
func NewSlots(all int) *Slots { return &Slots{all: all, of: map[string]int{}} }

// Share is how many slots one party may hold.
type Share struct {
	Key  string
	Most int
}

// Take takes n slots for every one of some parties at once, those of all once, and returns how to give them back, which must be called
// once. Nothing is taken where that were more than all or than a party may hold.
func (s *Slots) Take(n int, parties ...Share) (giveBack func(), taken bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held+n > s.all {
		return nil, false
	}
	for _, p := range parties {
		if s.of[p.Key]+n > p.Most {
			return nil, false
		}
	}
	s.add(n, parties)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.add(-n, parties)
	}, true
}

func (s *Slots) add(n int, parties []Share) {
	s.held += n
	for _, p := range parties {
		if s.of[p.Key] += n; s.of[p.Key] == 0 {
			delete(s.of, p.Key)
		}
	}
}

// Held returns how many slots are taken.
func (s *Slots) Held() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.held
}
