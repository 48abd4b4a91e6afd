package live

import (
	"slices"
	"sync"

	"fortnight/training"
)

// Signal wakes one who waits. Days are those of a calendar that changed since it last looked, everyDay where any may have.
type Signal struct {
	wake chan struct{} // holds one
	// viewer and athlete are whose right to watch is checked from time to time; revoked is closed when there is none any more.
	viewer, athlete training.UserID
	revoked         chan struct{}

	mu       sync.Mutex
	days     map[training.Date]struct{}
	everyDay bool
}

func newSignal(viewer, athlete training.UserID) *Signal {
	return &Signal{wake: make(chan struct{}, 1), viewer: viewer, athlete: athlete, revoked: make(chan struct{})}
}

// Ring wakes the one who waits, or has the next wait end at once.
func (s *Signal) Ring() {
	select {
	case s.wake <- struct{}{}:
	default: // it has been rung and not looked yet
	}
}

// add notes days that changed; none are all.
func (s *Signal) add(days []training.Date) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.everyDay = s.everyDay || len(days) == 0
	if s.days == nil {
		s.days = map[training.Date]struct{}{}
	}
	for _, day := range days {
		s.days[day] = struct{}{}
	}
	if len(s.days) > maxNotifiedDays {
		s.everyDay = true
	}
	if s.everyDay {
		clear(s.days)
	}
}

// Take returns what was noted since it last did, and whether anything was; no days are all.
func (s *Signal) Take() (days []training.Date, noted bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	noted = s.everyDay || len(s.days) > 0
	if s.everyDay {
		s.everyDay = false
		return []training.Date{}, noted
	}
	for day := range s.days {
		days = append(days, day)
	}
	clear(s.days)
	slices.Sort(days)
	return days, noted
}

func (s *Signal) isRevoked() bool {
	select {
	case <-s.revoked:
		return true
	default:
		return false
	}
}
