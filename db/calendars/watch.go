package calendars

import (
	"context"

	"fortnight/db/access"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/training"
)

// WatchCalendar sends the days of an athlete's calendar that changed, in order, each time something that feeds the plan is written. An
// empty list says that any day may have changed: after a change of the profile or of a limit, and after the connection to the database
// was lost for a while. Changes that a slow reader has not looked at yet come as one. The channel is closed when ctx ends, within
// seconds of the viewer's losing the right to see the calendar, and when the database is closed.
func (store *Calendars) WatchCalendar(ctx context.Context, viewer, athlete training.UserID) (<-chan []training.Date, error) {
	if err := store.MayWatchCalendar(ctx, viewer, athlete); err != nil {
		return nil, err
	}
	changes := make(chan []training.Date)
	s, stop := store.live.WatchCalendar(viewer, athlete)
	go func() {
		defer close(changes)
		defer stop()
		for store.live.Await(ctx, s) {
			days, noted := s.Take()
			if !noted {
				continue
			}
			if !live.Send(ctx, store.live, s, changes, days) {
				return
			}
		}
	}()
	return changes, nil
}

// MayWatchCalendar is nil where the viewer may see an athlete's calendar, ErrNotFound where not.
func (store *Calendars) MayWatchCalendar(ctx context.Context, viewer, athlete training.UserID) error {
	return postgres.Wrap("watch calendar", access.Check(ctx, store.db.Bun, viewer, athlete))
}
