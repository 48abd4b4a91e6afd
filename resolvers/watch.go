package resolvers

import (
	"sync"
	"time"

	"fortnight/planner/view"
	"fortnight/training"
)

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
