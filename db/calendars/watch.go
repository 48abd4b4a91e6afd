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

// CalendarChangedAt is since when an athlete's calendar has its revision, by the database's clock; ErrNotFound where the viewer may not see it.
func (store *Calendars) CalendarChangedAt(ctx context.Context, viewer, athlete training.UserID) (time.Time, error) {
	var at time.Time
	if !postgres.Canonical(athlete) {
		return at, postgres.ErrNotFound
	}
	err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error {
		return store.db.Bun.NewSelect().TableExpr("calendars AS c").Column("c.changed_at").Where("c.athlete_id = ?", athlete).
			Apply(access.Limit("c.athlete_id", viewer)).Scan(ctx, &at)
	})
	return at, postgres.Wrap("read since when a calendar is as it is", err)
}

// WatchAthletes sends what WatchCalendar does of all athletes who grant a coach, also of those who do so later: of them every day may have changed, and
// of each when the day turns where the athlete is. Of those whose calendar has another revision than in after, or has it since an earlier day of the
// athlete's, or who are not in it, it sends at once that every day may have; without after it sends what comes. A coach with more athletes than
// MaxWatched is refused. The channel is closed when ctx ends, and when the database is closed.
func (store *Calendars) WatchAthletes(ctx context.Context, coach training.UserID, after map[training.UserID]int) (<-chan AthleteChange, error) {
	group, stop := store.live.WatchCoach(coach)
	athletes, err := store.athletesOf(ctx, coach)
	if err == nil && len(athletes) > MaxWatched {
		err = postgres.Conflict("there are more than %d athletes: watch them one by one with calendarChanged", MaxWatched)
	}
	if err != nil {
		stop()
		return nil, err
	}
	watched := &watched{store: store, coach: coach, group: group, athletes: map[training.UserID]coached{}}
	var first []AthleteChange
	for _, athlete := range watched.follow(athletes) {
		is := athletes[athlete]
		known, named := after[athlete]
		if after != nil && (!named || known != is.revision || training.DateOf(is.changed.In(is.zone)) < is.today) {
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
		for store.live.AwaitFor(ctx, group.Signal, watched.untilDayTurns()) {
			for _, change := range watched.changes(ctx) {
				if !live.Send(ctx, store.live, group.Signal, changes, change) {
					return
				}
			}
		}
	}()
	return changes, nil
}

// coached is the calendar of one of a coach's athletes.
type coached struct {
	revision int
	changed  time.Time // since when it has it
	zone     *time.Location
	today    training.Date // the athlete's, of which the coach has been told
}

// watched are the athletes of a coach who watches them all.
type watched struct {
	store    *Calendars
	coach    training.UserID
	group    *live.Group
	athletes map[training.UserID]coached
}

// follow has these be watched from now on, and returns those who were not before.
func (w *watched) follow(athletes map[training.UserID]coached) (fresh []training.UserID) {
	fresh = w.group.Follow(slices.Sorted(maps.Keys(athletes)))
	for athlete, is := range athletes {
		if was, known := w.athletes[athlete]; known && !slices.Contains(fresh, athlete) {
			is.today = was.today
			athletes[athlete] = is
		}
	}
	w.athletes = athletes
	return fresh
}

// Within which bounds it is waited until a day turns: for a clock that is set, and for one that stands.
const leastWait, mostWait = time.Second, 5 * time.Minute

// untilDayTurns is how long it is at most until the day turns for one of the athletes.
func (w *watched) untilDayTurns() time.Duration {
	now, wait := w.store.db.Now(), mostWait
	for _, is := range w.athletes {
		wait = min(wait, is.today.AddDays(1).At(0, is.zone).Sub(now))
	}
	return max(wait, leastWait)
}

// changes are what has changed for the athletes, in the order of their ids.
func (w *watched) changes(ctx context.Context) []AthleteChange {
	_, others := w.group.Take()
	changed := w.group.Changed()
	for _, days := range changed {
		others = others || len(days) == 0 // their profile too, and with it where they are
	}
	if others {
		athletes, err := w.store.athletesOf(ctx, w.coach)
		for err != nil && ctx.Err() == nil { // until the database answers, what has changed is noted
			timer := time.NewTimer(watchPause)
			select {
			case <-ctx.Done():
			case <-timer.C:
			}
			timer.Stop()
			athletes, err = w.store.athletesOf(ctx, w.coach)
		}
		for _, athlete := range w.follow(athletes) {
			changed[athlete] = []training.Date{}
		}
	}
	now := w.store.db.Now()
	for athlete, is := range w.athletes {
		if today := training.DateOf(now.In(is.zone)); today != is.today {
			is.today = today
			w.athletes[athlete], changed[athlete] = is, []training.Date{}
		}
	}
	list := make([]AthleteChange, 0, len(changed))
	for _, athlete := range slices.Sorted(maps.Keys(changed)) {
		list = append(list, AthleteChange{athlete, changed[athlete]})
	}
	return list
}

// watchPause is how long it is waited after a reading that failed.
const watchPause = 500 * time.Millisecond

// athletesOf are a coach's athletes, one more than MaxWatched at most.
func (store *Calendars) athletesOf(ctx context.Context, coach training.UserID) (map[training.UserID]coached, error) {
	var rows []struct {
		Athlete  training.UserID `bun:"athlete_id"`
		Revision int             `bun:"revision"`
		Changed  time.Time       `bun:"changed_at"`
		Zone     string          `bun:"time_zone"`
	}
	err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error {
		return store.db.Bun.NewRaw(`SELECT c.athlete_id, c.revision, c.changed_at, u.time_zone FROM coach_grants AS g
			JOIN calendars AS c ON c.athlete_id = g.athlete_id JOIN users AS u ON u.id = g.athlete_id
			WHERE g.coach_id = ? ORDER BY c.athlete_id LIMIT ?`, coach, MaxWatched+1).Scan(ctx, &rows)
	})
	if err != nil {
		return nil, postgres.Wrap("watch athletes", err)
	}
	athletes, now := make(map[training.UserID]coached, len(rows)), store.db.Now()
	for _, row := range rows {
		zone := training.Profile{TimeZone: row.Zone}.Location()
		athletes[row.Athlete] = coached{row.Revision, row.Changed, zone, training.DateOf(now.In(zone))}
	}
	return athletes, nil
}
