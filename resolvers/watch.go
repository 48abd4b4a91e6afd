package resolvers

import (
	"sync"
	"time"

	"fortnight/planner/view"
	"fortnight/training"
)

// watchTime is the deadline of a reading of a calendar.
const watchTime = 5 * time.Second

// watchedCalendar is what several streams of one viewer may watch.
type watchedCalendar struct {
	viewer, athlete training.UserID
	from            training.Date // 0 for the athlete's today
	days            int
}

// watched are readings of calendars that are under way, each for all streams of a viewer that were told of a change before it began, and
// what the fields of their events read besides: since the change, and once for all.
type watched struct {
	mu       sync.Mutex
	readings map[watchedCalendar]*reading
	loaders  map[training.UserID]*sharedLoaders
}

// reading is one that has not begun yet, or its outcome.
type reading struct {
	done     chan struct{}
	calendar *view.CalendarView
	err      error
}

// sharedLoaders are loaders for the events of all of a viewer's streams, for a short time.
type sharedLoaders struct {
	*loaders
	until time.Time
}

// sharedTime is how long they are shared: as long as it takes to tell thousands of one change.
const sharedTime = 2 * time.Second

// calendarLoaders are the loaders for a changed day that is written now: what they remember was read after the change.
func (r *Resolver) calendarLoaders(who training.UserID) *loaders {
	now := time.Now()
	r.watched.mu.Lock()
	defer r.watched.mu.Unlock()
	for other, l := range r.watched.loaders {
		if now.After(l.until) {
			delete(r.watched.loaders, other)
		}
	}
	shared := r.watched.loaders[who]
	if shared == nil {
		shared = &sharedLoaders{r.newLoaders(reader{who, r.streams, func() { r.forgetLoaders(who) }}), now.Add(sharedTime)}
		if r.watched.loaders == nil {
			r.watched.loaders = map[training.UserID]*sharedLoaders{}
		}
		r.watched.loaders[who] = shared
	}
	return shared.loaders
}

func (r *Resolver) forgetLoaders(who training.UserID) {
	r.watched.mu.Lock()
	defer r.watched.mu.Unlock()
	delete(r.watched.loaders, who)
}
