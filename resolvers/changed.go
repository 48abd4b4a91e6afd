package resolvers

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"fortnight/db"
	"fortnight/db/calendars"
	"fortnight/graph"
	"fortnight/graph/model"
	"fortnight/planner/view"
	"fortnight/rules"
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

// CalendarChanged tells of a calendar each time something that feeds the plan is written. A failure of the database delays it.
func (r *subscription) CalendarChanged(ctx context.Context, athleteID *string, from *training.Date, days *int, after *int) (<-chan *view.CalendarUpdate, error) {
	var faults training.InputError
	training.CheckInt(&faults, "after", after, 0, math.MaxInt32)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	who := athlete(ctx, athleteID)
	changes, err := r.DB.WatchCalendar(ctx, viewer(ctx), who) // before it is read, so that no change is between the two
	if err != nil {
		return nil, err
	}
	begins, err := r.calendarAfresh(ctx, who, from, orElse(days, calendarDays))
	if err != nil {
		return nil, err
	}
	known, is := view.Told{}, after == nil
	if after != nil && *after == begins.Snapshot.Revision {
		if is, err = r.sinceToday(ctx, begins); err != nil {
			return nil, err
		}
	}
	if is {
		known = view.ToldOf(begins)
	}
	told := &teller{r.Resolver, ctx, make(chan *view.CalendarUpdate), map[training.UserID]*view.Told{who: &known}}
	go func() {
		defer close(told.out)
		watched := watchedCalendar{viewer(ctx), who, begins.From, begins.DayCount}
		if !is && told.tell(watched, nil) != nil {
			return
		}
		for {
			written, more := r.changeOrTurn(changes, &known)
			if !more || told.tell(watched, written) != nil {
				return
			}
		}
	}()
	return told.out, nil
}

// sinceToday tells whether a calendar has its revision since its athlete's today: whoever read it with that revision has read it as it is. The day is
// no change of a revision, but what is past, what is asked of the days and the certificate go by it.
func (r *Resolver) sinceToday(ctx context.Context, c *view.CalendarView) (bool, error) {
	at, err := r.DB.CalendarChangedAt(ctx, viewer(ctx), c.Athlete.ID)
	return training.DateOf(at.In(c.Athlete.Profile.Location())) >= c.Today, err
}

// Within which bounds it is waited until a day turns: for a clock that is set, and for one that stands.
const leastWait, mostWait = time.Second, 5 * time.Minute

// changeOrTurn waits until days were written, or the day turns where the athlete is: then every day may be another. more is false where nothing comes
// any more.
func (r *Resolver) changeOrTurn(changes <-chan []training.Date, told *view.Told) (written []training.Date, more bool) {
	for {
		wait := mostWait
		if turns := told.Turns(); !turns.IsZero() {
			wait = turns.Sub(r.Now())
			if wait <= 0 {
				return nil, true
			}
		}
		timer := time.NewTimer(max(min(wait, mostWait), leastWait))
		select {
		case written, more = <-changes:
			timer.Stop()
			return written, more
		case <-timer.C:
		}
	}
}

// AthletesChanged tells the same of all athletes who granted the viewer.
func (r *subscription) AthletesChanged(ctx context.Context, days *int, after []*model.CalendarRevisionInput) (<-chan *view.CalendarUpdate, error) {
	known, err := revisionsOf(after)
	var faults training.InputError
	training.CheckInt(&faults, "days", days, 1, rules.MaxDays)
	if err := errors.Join(err, faults.Err()); err != nil {
		return nil, err
	}
	changes, err := r.DB.WatchAthletes(ctx, viewer(ctx), known)
	if err != nil {
		return nil, err
	}
	told := &teller{r.Resolver, ctx, make(chan *view.CalendarUpdate), map[training.UserID]*view.Told{}}
	go func() {
		defer close(told.out)
		for change := range changes {
			err := told.tell(watchedCalendar{viewer: viewer(ctx), athlete: change.Athlete, days: orElse(days, calendarDays)}, change.Days)
			if err != nil && !errors.Is(err, db.ErrNotFound) { // who is not the viewer's any more is left out
				return
			}
		}
	}()
	return told.out, nil
}

// revisionsOf are the revisions that somebody has of calendars; nil where none are named at all.
func revisionsOf(inputs []*model.CalendarRevisionInput) (map[training.UserID]int, error) {
	if inputs == nil {
		return nil, nil
	}
	var faults training.InputError
	known := make(map[training.UserID]int, len(inputs))
	training.CheckCount(&faults, "after", len(inputs), 0, calendars.MaxWatched)
	for i, in := range inputs {
		who := training.UserID(in.AthleteID)
		if _, twice := known[who]; twice {
			faults.Add(fmt.Sprintf("after[%d].athleteId", i), "is named twice")
		}
		training.CheckInt(&faults, fmt.Sprintf("after[%d].revision", i), &in.Revision, 0, math.MaxInt32)
		known[who] = in.Revision
	}
	return known, faults.Err()
}

// teller tells a stream what it was not told yet.
type teller struct {
	*Resolver

	ctx   context.Context //nolint:containedctx // of the stream, as long as which it lives
	out   chan *view.CalendarUpdate
	known map[training.UserID]*view.Told
}

// tell reads a calendar and tells what is other than it was told. Its error says that nobody listens, or that the calendar is not the viewer's.
func (t *teller) tell(of watchedCalendar, written []training.Date) error {
	now, err := t.watchedNow(t.ctx, of)
	for err != nil {
		if errors.Is(err, db.ErrNotFound) {
			delete(t.known, of.athlete)
			return err
		}
		if !waited(t.ctx, watchPause) {
			return t.ctx.Err()
		}
		now, err = t.watchedNow(t.ctx, of)
	}
	if t.known[of.athlete] == nil {
		t.known[of.athlete] = &view.Told{}
	}
	update := t.known[of.athlete].Update(now, written)
	if update == nil {
		return nil
	}
	select {
	case t.out <- update:
		return nil
	case <-t.ctx.Done():
		return t.ctx.Err()
	}
}

// watchedNow is a calendar as it is now. It is for reading alone: what it holds others may hold.
func (r *Resolver) watchedNow(ctx context.Context, of watchedCalendar) (*view.CalendarView, error) {
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
		return one.calendar, one.err
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
	var from *training.Date
	if of.from != 0 {
		from = &of.from
	}
	one.calendar, one.err = r.calendarAfresh(ctx, of.athlete, from, of.days)
}

type calendarUpdateResolver struct{ *Resolver }

// CalendarUpdate resolves what a CalendarUpdate does not carry itself.
func (r root) CalendarUpdate() graph.CalendarUpdateResolver {
	return &calendarUpdateResolver{r.Resolver}
}

// Athlete is whose calendar it is.
func (r *calendarUpdateResolver) Athlete(ctx context.Context, u *view.CalendarUpdate) (*training.User, error) {
	return r.user(ctx, u.AthleteID())
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
