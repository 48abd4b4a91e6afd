package resolvers

import (
	"context"
	"errors"
	"slices"
	"time"

	"fortnight/db"
	"fortnight/planner/view"
	"fortnight/training"
)

const (
	// gatherTime is how long a reading of a calendar waits for others who were told of the same change.
	gatherTime = 5 * time.Millisecond
	// watchPause is how long a watcher waits after one that failed.
	watchPause = 500 * time.Millisecond
)

// calendarAfresh reads a calendar outside of an answer, where there are no loaders.
func (r *Resolver) calendarAfresh(ctx context.Context, athlete training.UserID, from *training.Date, days int) (*view.CalendarView, error) {
	return r.calendar(withLoaders(ctx, r.newLoaders(reader{viewer: viewer(ctx)})), athlete, from, days)
}

// CalendarChanged sends a day each time something on it changes. A failure of the database delays it.
func (r *subscription) CalendarChanged(ctx context.Context, athleteID *string, from *training.Date, days *int) (<-chan *training.PlanDay, error) {
	who := athlete(ctx, athleteID)
	view, err := r.calendarAfresh(ctx, who, from, orElse(days, 14))
	if err != nil {
		return nil, err
	}
	changes, err := r.DB.WatchCalendar(ctx, viewer(ctx), who)
	if err != nil {
		return nil, err
	}
	watched := watchedCalendar{viewer(ctx), who, view.From, view.DayCount}
	out := make(chan *training.PlanDay)
	go func() {
		defer close(out)
		for dates := range changes {
			now, err := r.watchedDays(ctx, watched)
			for err != nil {
				if errors.Is(err, db.ErrNotFound) || !waited(ctx, watchPause) { // it is not the viewer's any more
					return
				}
				now, err = r.watchedDays(ctx, watched)
			}
			for i := range now {
				if len(dates) > 0 && !slices.Contains(dates, now[i].Date) {
					continue
				}
				select {
				case out <- &now[i]:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out, nil
}

// watchedDays are the days of a calendar as they are now.
func (r *Resolver) watchedDays(ctx context.Context, of watchedCalendar) ([]training.PlanDay, error) {
	r.watched.mu.Lock()
	one := r.watched.readings[of]
	if one == nil {
		one = &reading{done: make(chan struct{})}
		if r.watched.readings == nil {
			r.watched.readings = map[watchedCalendar]*reading{}
		}
		r.watched.readings[of] = one
		go r.read(context.WithoutCancel(ctx), of, one) // for all, whoever of them leaves
	}
	r.watched.mu.Unlock()
	select {
	case <-one.done:
		return one.days, one.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// read waits for others, and reads for all: who comes after it has begun has another reading.
func (r *Resolver) read(ctx context.Context, of watchedCalendar, one *reading) {
	defer close(one.done)
	time.Sleep(gatherTime)
	r.watched.mu.Lock()
	delete(r.watched.readings, of)
	delete(r.watched.loaders, of.viewer)
	r.watched.mu.Unlock()
	ctx, cancel := context.WithTimeout(ctx, watchTime)
	defer cancel()
	leave, err := r.streams.Enter(ctx, string(of.viewer))
	if err != nil {
		one.err = err
		return
	}
	defer leave()
	view, err := r.calendarAfresh(ctx, of.athlete, &of.from, of.days)
	if one.err = err; err == nil {
		one.days = view.Days()
	}
}

// waited waits, and tells whether ctx still holds.
func waited(ctx context.Context, length time.Duration) bool {
	timer := time.NewTimer(length)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
