package live

import (
	"context"

	"fortnight/training"
)

// WatchQueue is woken whenever a run may be there to take.
func (l *Listener) WatchQueue() (wake <-chan struct{}, stop func()) {
	l.begin()
	s := newSignal("", "")
	return s.wake, l.hub.addToQueue(s)
}

// WatchRun is rung whenever something of a run may be there to read, for as long as the viewer may see the athlete's.
func (l *Listener) WatchRun(viewer, athlete training.UserID, run training.RunID) (s *Signal, stop func()) {
	l.begin()
	s = newSignal(viewer, athlete)
	return s, add(l.hub, l.hub.runs, run, s)
}

// WatchCancel is woken whenever somebody may have asked to cancel a run.
func (l *Listener) WatchCancel(run training.RunID) (wake <-chan struct{}, stop func()) {
	l.begin()
	s := newSignal("", "")
	return s.wake, add(l.hub, l.hub.cancels, run, s)
}

// WatchCalendar is rung whenever an athlete's calendar has changed, and knows the days, for as long as the viewer may see it.
func (l *Listener) WatchCalendar(viewer, athlete training.UserID) (s *Signal, stop func()) {
	l.begin()
	s = newSignal(viewer, athlete)
	return s, add(l.hub, l.hub.calendars, athlete, s)
}

// Await waits until there may be something to read; false: nothing more will be read.
func (l *Listener) Await(ctx context.Context, s *Signal) bool {
	select {
	case <-ctx.Done():
	case <-l.done:
	case <-s.revoked:
	case <-s.wake:
		return true
	}
	return false
}

// Send gives a value to the reader; false: nobody reads it any more.
func Send[T any](ctx context.Context, l *Listener, s *Signal, to chan<- T, value T) bool {
	select {
	case <-ctx.Done():
	case <-l.done:
	case <-s.revoked:
	case to <- value:
		return true
	}
	return false
}
