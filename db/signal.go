package db

import (
	"slices"
	"strings"
	"sync"

	"fortnight/training"
)

// signal wakes one who waits. Days are those of a calendar that changed since it last looked, everyDay where any may have.
type signal struct {
	wake chan struct{} // holds one
	// viewer and athlete are whose right to watch is checked from time to time; revoked is closed when there is none any more.
	viewer, athlete training.UserID
	revoked         chan struct{}

	mu       sync.Mutex
	days     map[training.Date]struct{}
	everyDay bool
}

func newSignal(viewer, athlete training.UserID) *signal {
	return &signal{wake: make(chan struct{}, 1), viewer: viewer, athlete: athlete, revoked: make(chan struct{})}
}

func (s *signal) ring() {
	select {
	case s.wake <- struct{}{}:
	default: // it has been rung and not looked yet
	}
}

// add notes days that changed; none are all.
func (s *signal) add(days []training.Date) {
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

// take returns what was noted since it last did, and whether anything was; no days are all.
func (s *signal) take() (days []training.Date, noted bool) {
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

// hear tells those whom a notification concerns.
func (l *live) hear(channel, payload string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch channel {
	case queueChannel:
		for s := range l.queue {
			s.ring()
		}
	case runChannel:
		for s := range l.runs[training.RunID(payload)] {
			s.ring()
		}
	case calendarChannel:
		athlete, days := parseCalendarPayload(payload)
		for s := range l.calendars[athlete] {
			s.add(days)
			s.ring()
		}
	}
}

func parseCalendarPayload(payload string) (training.UserID, []training.Date) {
	athlete, list, _ := strings.Cut(payload, " ")
	if list == "" {
		return training.UserID(athlete), nil
	}
	var days []training.Date
	for text := range strings.SplitSeq(list, ",") {
		day, err := training.ParseDate(text)
		if err != nil {
			return training.UserID(athlete), nil // whoever wrote it meant something: look at every day
		}
		days = append(days, day)
	}
	return training.UserID(athlete), days
}

// wakeAll tells everybody to look, for what was announced while nobody listened.
func (l *live) wakeAll() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for s := range l.queue {
		s.ring()
	}
	for _, watchers := range l.runs {
		for s := range watchers {
			s.ring()
		}
	}
	for _, watchers := range l.calendars {
		for s := range watchers {
			s.add(nil)
			s.ring()
		}
	}
}

// watchQueue is woken whenever a run may be there to take.
func (l *live) watchQueue() (wake <-chan struct{}, stop func()) {
	l.begin()
	s := newSignal("", "")
	l.mu.Lock()
	defer l.mu.Unlock()
	l.queue[s] = struct{}{}
	return s.wake, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.queue, s)
	}
}

// watch adds a signal for a key and returns how to take it away.
func watch[K comparable](l *live, all map[K]map[*signal]struct{}, key K, s *signal) (stop func()) {
	l.begin()
	l.mu.Lock()
	defer l.mu.Unlock()
	if all[key] == nil {
		all[key] = map[*signal]struct{}{}
	}
	all[key][s] = struct{}{}
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(all[key], s)
		if len(all[key]) == 0 {
			delete(all, key)
		}
	}
}
