package calendars

import (
	"context"
	"maps"
	"slices"
	"time"

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

// MayWatchCalendar is nil where the viewer may see an athlete's calendar, ErrNotFound where not. Of one's own that is watched here already nothing is
// asked.
func (store *Calendars) MayWatchCalendar(ctx context.Context, viewer, athlete training.UserID) error {
	if viewer == athlete && store.live.OwnCalendar(viewer) {
		return nil
	}
	return postgres.Wrap("watch calendar", access.Check(ctx, store.db.Bun, viewer, athlete))
}

// MaxWatched is how many athletes of a coach are watched together: as many as are on one page.
const MaxWatched = 100

// AthleteChange is that something was written which feeds the plan of an athlete, on these days; no days are all.
type AthleteChange struct {
	Athlete training.UserID
	Days    []training.Date
}

// WatchAthletes sends what WatchCalendar does of all athletes who grant a coach, also of those who do so later: of them every day may have changed. Of
// those whose calendar has another revision than in after, or who are not in it, it sends at once that every day may have; without after it sends what
// comes. A coach with more athletes than MaxWatched is refused. The channel is closed when ctx ends, and when the database is closed.
func (store *Calendars) WatchAthletes(ctx context.Context, coach training.UserID, after map[training.UserID]int) (<-chan AthleteChange, error) {
	group, stop := store.live.WatchCoach(coach)
	revisions, err := store.revisionsOf(ctx, coach)
	if err == nil && len(revisions) > MaxWatched {
		err = postgres.Conflict("there are more than %d athletes: watch them one by one with calendarChanged", MaxWatched)
	}
	if err != nil {
		stop()
		return nil, err
	}
	follow := func(revisions map[training.UserID]int) []training.UserID {
		return group.Follow(slices.Sorted(maps.Keys(revisions)))
	}
	var first []AthleteChange
	for _, athlete := range follow(revisions) {
		if known, is := after[athlete]; after != nil && (!is || known != revisions[athlete]) {
			first = append(first, AthleteChange{Athlete: athlete, Days: []training.Date{}})
		}
	}
	changes := make(chan AthleteChange)
	go func() {
		defer close(changes)
		defer stop()
		for _, change := range first {
			if !live.Send(ctx, store.live, group.Signal, changes, change) {
				return
			}
		}
		for store.live.Await(ctx, group.Signal) {
			for _, change := range store.changesOf(ctx, coach, group, follow) {
				if !live.Send(ctx, store.live, group.Signal, changes, change) {
					return
				}
			}
		}
	}()
	return changes, nil
}

// changesOf are what has changed for a group, in the order of the athletes' ids.
func (store *Calendars) changesOf(ctx context.Context, coach training.UserID, group *live.Group, follow func(map[training.UserID]int) []training.UserID) []AthleteChange {
	var fresh []training.UserID
	if _, others := group.Take(); others {
		revisions, err := store.revisionsOf(ctx, coach)
		for err != nil && ctx.Err() == nil { // until the database answers, what has changed is noted
			timer := time.NewTimer(watchPause)
			select {
			case <-ctx.Done():
			case <-timer.C:
			}
			timer.Stop()
			revisions, err = store.revisionsOf(ctx, coach)
		}
		fresh = follow(revisions)
	}
	changed := group.Changed()
	for _, athlete := range fresh {
		changed[athlete] = []training.Date{}
	}
	list := make([]AthleteChange, 0, len(changed))
	for _, athlete := range slices.Sorted(maps.Keys(changed)) {
		list = append(list, AthleteChange{athlete, changed[athlete]})
	}
	return list
}

// watchPause is how long it is waited after a reading that failed.
const watchPause = 500 * time.Millisecond

// revisionsOf are those of the calendars of a coach's athletes, of one more than MaxWatched at most.
func (store *Calendars) revisionsOf(ctx context.Context, coach training.UserID) (map[training.UserID]int, error) {
	var rows []struct {
		Athlete  training.UserID `bun:"athlete_id"`
		Revision int             `bun:"revision"`
	}
	err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error {
		return store.db.Bun.NewRaw(`SELECT c.athlete_id, c.revision FROM coach_grants AS g JOIN calendars AS c ON c.athlete_id = g.athlete_id
			WHERE g.coach_id = ? ORDER BY c.athlete_id LIMIT ?`, coach, MaxWatched+1).Scan(ctx, &rows)
	})
	if err != nil {
		return nil, postgres.Wrap("watch athletes", err)
	}
	revisions := make(map[training.UserID]int, len(rows))
	for _, row := range rows {
		revisions[row.Athlete] = row.Revision
	}
	return revisions, nil
}
