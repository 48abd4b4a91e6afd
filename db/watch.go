package db

import (
	"context"
	"time"

	"fortnight/planner/runs"
	"fortnight/training"
)

const (
	// watchPage is how many events are read at a time.
	watchPage = 200
	// retryPause is how long a watcher waits after a failure of the database.
	retryPause = time.Second
)

// WatchRun sends the events of a run behind a sequence number, those that there are and then new ones as they come, in order and without
// a gap. The channel is closed after the terminal event, when ctx ends, within seconds of the viewer's losing the right to see the run,
// and when the database is closed; a failure of the database delays it. A slow reader delays itself alone. A run the viewer may not
// see is ErrNotFound, a negative number a *training.InputError.
func (db *DB) WatchRun(ctx context.Context, viewer training.UserID, run training.RunID, after int) (<-chan runs.Event, error) {
	if after < 0 {
		return nil, inputError("after", "is the number of an event, 0 for the beginning")
	}
	athlete, err := athleteOf(ctx, db.bun, "plan_runs", viewer, run)
	if err != nil {
		return nil, wrap("watch run", err)
	}
	events := make(chan runs.Event)
	s := newSignal(viewer, athlete)
	s.ring() // what is there already is to be read first
	stop := watch(db.live, db.live.runs, run, s)
	go func() {
		defer close(events)
		defer stop()
		db.follow(ctx, s, run, after, events)
	}()
	return events, nil
}

// follow sends events until the run, the right to see it or the wish to has ended.
func (db *DB) follow(ctx context.Context, s *signal, run training.RunID, after int, events chan<- runs.Event) {
	for db.live.await(ctx, s) {
		before := after
		for more := true; more; {
			page, err := db.runEvents(ctx, s.viewer, run, after, watchPage)
			if err != nil {
				db.retry(ctx, s, "could not read events of a run", err)
				break
			}
			for _, e := range page {
				if !send(ctx, db.live, s, events, e) || runs.Terminal(e) {
					return
				}
				after = e.Head().Sequence
			}
			more = len(page) == watchPage
		}
		if after > before {
			continue
		}
		if ended, err := db.endedBefore(ctx, run, after); err == nil && ended {
			return
		}
	}
}

// endedBefore tells whether a run is over and its last event is not behind a sequence number: nothing will come.
func (db *DB) endedBefore(ctx context.Context, run training.RunID, after int) (bool, error) {
	var ended bool
	err := db.bun.NewRaw("SELECT finished_at IS NOT NULL AND event_count <= ? FROM plan_runs WHERE id = ?", after, run).Scan(ctx, &ended)
	return ended, err
}

// await waits until there may be something to read; false: nothing more will be read.
func (l *live) await(ctx context.Context, s *signal) bool {
	select {
	case <-ctx.Done():
	case <-l.done:
	case <-s.revoked:
	case <-s.wake:
		return true
	}
	return false
}

// retry has a watcher look again a little later.
func (db *DB) retry(ctx context.Context, s *signal, message string, err error) {
	if ctx.Err() != nil {
		return
	}
	db.log.WarnContext(ctx, message, "error", err)
	time.AfterFunc(retryPause, s.ring)
}

// send gives a value to the reader; false: nobody reads it any more.
func send[T any](ctx context.Context, l *live, s *signal, to chan<- T, value T) bool {
	select {
	case <-ctx.Done():
	case <-l.done:
	case <-s.revoked:
	case to <- value:
		return true
	}
	return false
}

// WatchCalendar sends the days of an athlete's calendar that changed, in order, each time something that feeds the plan is written. An
// empty list says that any day may have changed: after a change of the profile or of a limit, and after the connection to the database
// was lost for a while. Changes that a slow reader has not looked at yet come as one. The channel is closed as that of WatchRun is.
func (db *DB) WatchCalendar(ctx context.Context, viewer, athlete training.UserID) (<-chan []training.Date, error) {
	if err := checkAccess(ctx, db.bun, viewer, athlete); err != nil {
		return nil, wrap("watch calendar", err)
	}
	changes := make(chan []training.Date)
	s := newSignal(viewer, athlete)
	stop := watch(db.live, db.live.calendars, athlete, s)
	go func() {
		defer close(changes)
		defer stop()
		for db.live.await(ctx, s) {
			days, noted := s.take()
			if !noted {
				continue
			}
			if !send(ctx, db.live, s, changes, days) {
				return
			}
		}
	}()
	return changes, nil
}
