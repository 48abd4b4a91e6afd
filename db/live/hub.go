package live

import (
	"strings"
	"sync"

	"fortnight/training"
)

// hub is who waits for what in the process.
type hub struct {
	mu        sync.Mutex
	queue     map[*Signal]struct{}
	runs      map[training.RunID]map[*Signal]struct{}
	cancels   map[training.RunID]map[*Signal]struct{} // of those who work on a run
	calendars map[training.UserID]map[*Signal]struct{}
	coaches   map[training.UserID]map[*Signal]struct{} // of those who watch all of a coach's athletes, whoever they are
	logIns    logIns
	answer    func(name string) // says that an announcement was heard
}

func newHub() *hub {
	return &hub{
		queue:     map[*Signal]struct{}{},
		runs:      map[training.RunID]map[*Signal]struct{}{},
		cancels:   map[training.RunID]map[*Signal]struct{}{},
		calendars: map[training.UserID]map[*Signal]struct{}{},
		coaches:   map[training.UserID]map[*Signal]struct{}{},
		logIns:    logIns{echoes: map[string]chan struct{}{}},
		answer:    func(string) {},
	}
}

// hear tells those whom a notification concerns.
func (h *hub) hear(channel, payload string) {
	switch channel {
	case LogInChannel:
		user, name, _ := strings.Cut(payload, " ")
		if h.logIns.end(user); name != "" {
			h.answer(name)
		}
		return
	case HeardChannel:
		h.logIns.echo(payload)
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	switch channel {
	case QueueChannel:
		for s := range h.queue {
			s.Ring()
		}
	case RunChannel:
		for s := range h.runs[training.RunID(payload)] {
			s.Ring()
		}
	case CancelChannel:
		for s := range h.cancels[training.RunID(payload)] {
			s.Ring()
		}
	case CoachChannel:
		for s := range h.coaches[training.UserID(payload)] {
			s.add(nil)
			s.Ring()
		}
	case CalendarChannel:
		athlete, days := parseCalendarPayload(payload)
		for s := range h.calendars[athlete] {
			s.add(days)
			s.Ring()
		}
	}
}

// wakeAll tells everybody to look, for what was announced while nobody listened.
func (h *hub) wakeAll() {
	h.logIns.end("")
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.queue {
		s.Ring()
	}
	for _, watchers := range []map[training.RunID]map[*Signal]struct{}{h.runs, h.cancels} {
		for _, signals := range watchers {
			for s := range signals {
				s.Ring()
			}
		}
	}
	for _, watched := range []map[training.UserID]map[*Signal]struct{}{h.calendars, h.coaches} {
		for _, watchers := range watched {
			for s := range watchers {
				s.add(nil)
				s.Ring()
			}
		}
	}
}

// addToQueue adds a signal for the queue and returns how to take it away.
func (h *hub) addToQueue(s *Signal) (stop func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.queue[s] = struct{}{}
	return func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.queue, s)
	}
}

// add adds a signal for a key and returns how to take it away.
func add[K comparable](h *hub, all map[K]map[*Signal]struct{}, key K, s *Signal) (stop func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if all[key] == nil {
		all[key] = map[*Signal]struct{}{}
	}
	all[key][s] = struct{}{}
	return func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(all[key], s)
		if len(all[key]) == 0 {
			delete(all, key)
		}
	}
}

// watchesOwn says whether one of those who wait for a key is the viewer, for what is the viewer's own.
func watchesOwn[K comparable](h *hub, all map[K]map[*Signal]struct{}, key K, viewer training.UserID) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range all[key] {
		if s.viewer == viewer && s.athlete == viewer && !s.isRevoked() {
			return true
		}
	}
	return false
}

// right is whose calendar somebody watches.
type right struct{ viewer, athlete training.UserID }

// watched are those who watch and have not been told to stop, by their right.
func (h *hub) watched() map[right][]*Signal {
	h.mu.Lock()
	defer h.mu.Unlock()
	found := map[right][]*Signal{}
	add := func(watchers map[*Signal]struct{}) {
		for s := range watchers {
			who := right{s.viewer, s.athlete}
			found[who] = append(found[who], s)
		}
	}
	for _, watchers := range h.runs {
		add(watchers)
	}
	for _, watchers := range h.calendars {
		add(watchers)
	}
	return found
}

// forget takes away those who were told to stop, so that they are not told again.
func (h *hub) forget(watched map[right][]*Signal, good map[right]bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for who, signals := range watched {
		if good[who] {
			continue
		}
		for _, s := range signals {
			for _, watchers := range h.runs {
				delete(watchers, s)
			}
			delete(h.calendars[s.athlete], s)
		}
	}
}
