package live

import (
	"context"
	"slices"
	"time"

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

// OwnRun says whether the viewer is watching a run here that is the viewer's own: nobody can take that right away.
func (l *Listener) OwnRun(viewer training.UserID, run training.RunID) bool {
	return watchesOwn(l.hub, l.hub.runs, run, viewer)
}

// OwnCalendar says whether the viewer is watching the viewer's own calendar here.
func (l *Listener) OwnCalendar(viewer training.UserID) bool {
	return watchesOwn(l.hub, l.hub.calendars, viewer, viewer)
}

// Group wakes one who waits for changes of several calendars, those of all athletes of a coach: whose they are its owner says with Follow.
type Group struct {
	*Signal // rung with each of them, and where the coach has other athletes than before

	hub     *hub
	members map[training.UserID]member
}

// member is the signal of one calendar of a group, and how to take it away.
type member struct {
	*Signal
	stop func()
}

// WatchCoach is rung when the coach's athletes may be others than before, and whenever the calendar of one that it follows has changed.
func (l *Listener) WatchCoach(coach training.UserID) (g *Group, stop func()) {
	l.begin()
	g = &Group{Signal: newSignal(coach, ""), hub: l.hub, members: map[training.UserID]member{}}
	leave := add(l.hub, l.hub.coaches, coach, g.Signal)
	return g, func() {
		leave()
		g.Follow(nil)
	}
}

// Follow has a group be of these athletes from now on, and returns those that it did not follow before. One whom the coach may not see any more it
// follows no longer within seconds, whether it is told or not.
func (g *Group) Follow(athletes []training.UserID) (fresh []training.UserID) {
	for athlete, m := range g.members {
		if m.isRevoked() || !slices.Contains(athletes, athlete) {
			m.stop()
			delete(g.members, athlete)
		}
	}
	for _, athlete := range athletes {
		if _, known := g.members[athlete]; known {
			continue
		}
		s := newSignal(g.viewer, athlete)
		s.wake = g.wake
		g.members[athlete] = member{s, add(g.hub, g.hub.calendars, athlete, s)}
		fresh = append(fresh, athlete)
	}
	return fresh
}

// Changed are the days that were noted of each athlete since it was last asked; no days are all.
func (g *Group) Changed() map[training.UserID][]training.Date {
	changed := map[training.UserID][]training.Date{}
	for athlete, m := range g.members {
		if days, noted := m.Take(); noted && !m.isRevoked() {
			changed[athlete] = days
		}
	}
	return changed
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

// AwaitFor is Await that ends after some time too: then there may be nothing to read.
func (l *Listener) AwaitFor(ctx context.Context, s *Signal, long time.Duration) bool {
	timer := time.NewTimer(long)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-l.done:
	case <-s.revoked:
	case <-s.wake:
		return true
	case <-timer.C:
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
