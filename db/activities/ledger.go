package activities

import (
	"context"
	"reflect"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/athletes"
	"fortnight/db/calendars"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/training"
)

// ledger is what an athlete did on some days, and what was planned there, while it is changed under the calendar's lock. Its acts change
// what is in memory; save writes what has become different.
type ledger struct {
	viewer training.UserID
	user   training.User
	today  training.Date
	now    time.Time

	activities []*training.Activity // by day and start
	sessions   []*training.Session  // by day and start

	activitiesBefore map[training.ActivityID]training.Activity
	sessionsBefore   map[training.SessionID]training.PlannedSession
}

// extent is what a ledger holds: what is of some days, some activities with their possible duplicates and originals, and some sessions.
type extent struct {
	days       []training.Date
	activities []training.ActivityID
	sessions   []training.SessionID
}

// around adds a day and its neighbours, which one training may reach into.
func (e *extent) around(day training.Date) {
	e.days = append(e.days, day-1, day, day+1)
}

// activity adds an activity, what is around it, its session and its original.
func (e *extent) activity(a training.Activity) {
	e.around(a.Date)
	e.activities = append(e.activities, a.ID)
	if a.DuplicateOf != "" {
		e.activities = append(e.activities, a.DuplicateOf)
	}
	if a.SessionID != "" {
		e.sessions = append(e.sessions, a.SessionID)
	}
}

// openLedger reads a ledger of an athlete whose calendar is locked.
func (store *TrainingLog) openLedger(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID, e extent) (*ledger, error) {
	user, err := athletes.ReadUser(ctx, tx, athlete)
	if err != nil {
		return nil, err
	}
	slices.Sort(e.days)
	e.days = slices.Compact(e.days)
	activities, err := activitiesOn(ctx, tx, athlete, e)
	if err != nil {
		return nil, err
	}
	sessions, err := store.sessionsOn(ctx, tx, user, e)
	if err != nil {
		return nil, err
	}
	if sessions, err = store.reader.WithFulfilled(ctx, tx, user, sessions, activities); err != nil {
		return nil, err
	}
	now := store.db.Now()
	l := &ledger{viewer: viewer, user: user, today: athletes.DayOf(user.Profile, now), now: now}
	l.fill(activities, sessions)
	return l, nil
}

func activitiesOn(ctx context.Context, tx bun.Tx, athlete training.UserID, e extent) ([]training.Activity, error) {
	var rows []journal.ActivityRow
	err := tx.NewSelect().Model(&rows).Where("a.athlete_id = ?", athlete).WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("a.date IN (?)", bun.List(e.days)).WhereOr("a.id IN (?)", bun.List(e.activities)).
			WhereOr("a.duplicate_of IN (?)", bun.List(e.activities)).WhereOr("a.session_id IN (?)", bun.List(e.sessions))
	}).OrderExpr("a.date, a.start NULLS FIRST, a.id").Scan(ctx)
	return journal.ActivitiesOf(rows), err
}

func (store *TrainingLog) sessionsOn(ctx context.Context, tx bun.Tx, athlete training.User, e extent) ([]training.Session, error) {
	var rows []calendars.PlannedRow
	err := calendars.PlannedRows(tx, athlete.ID, &rows).WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("s.date IN (?)", bun.List(e.days)).WhereOr("s.id IN (?)", bun.List(e.sessions))
	}).Scan(ctx)
	if err != nil {
		return nil, err
	}
	return store.reader.Measured(ctx, tx, athlete, rows)
}

func (l *ledger) fill(activities []training.Activity, sessions []training.Session) {
	l.activitiesBefore = postgres.ByID(activities, func(a training.Activity) training.ActivityID { return a.ID })
	l.sessionsBefore = make(map[training.SessionID]training.PlannedSession, len(sessions))
	for i := range activities {
		l.activities = append(l.activities, &activities[i])
	}
	for i := range sessions {
		l.sessionsBefore[sessions[i].ID] = sessions[i].PlannedSession
		l.sessions = append(l.sessions, &sessions[i])
	}
}

// activity is one of the ledger, nil where it is not there.
func (l *ledger) activity(id training.ActivityID) *training.Activity {
	for _, a := range l.activities {
		if a.ID == id {
			return a
		}
	}
	return nil
}

// session is one of the ledger, nil where it is not there.
func (l *ledger) session(id training.SessionID) *training.Session {
	for _, s := range l.sessions {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// activityImages are the activities that have become different.
func (l *ledger) activityImages() []journal.ActivityImage {
	var images []journal.ActivityImage
	stands := map[training.ActivityID]bool{}
	for _, a := range l.activities {
		stands[a.ID] = true
		before, was := l.activitiesBefore[a.ID]
		switch {
		case !was:
			images = append(images, journal.ActivityImage{After: a})
		case !reflect.DeepEqual(before, *a):
			images = append(images, journal.ActivityImage{Before: &before, After: a})
		}
	}
	for id, before := range l.activitiesBefore {
		if !stands[id] {
			images = append(images, journal.ActivityImage{Before: &before})
		}
	}
	return images
}

// sessionImages are the sessions that have become different.
func (l *ledger) sessionImages() []journal.Image {
	var images []journal.Image
	for _, s := range l.sessions {
		if before := l.sessionsBefore[s.ID]; !reflect.DeepEqual(before, s.PlannedSession) {
			images = append(images, journal.Image{Before: &before, After: &s.PlannedSession})
		}
	}
	return images
}

// Changed is what an act has changed, as it is now: activities, those that were removed left out, and sessions.
type Changed struct {
	Activities []training.Activity
	Sessions   []training.PlannedSession
}

// save enacts what has become different, if anything has, and returns it.
func (store *TrainingLog) save(ctx context.Context, tx bun.Tx, l *ledger, what training.CalendarAct) (Changed, error) {
	does := journal.Images{Sessions: l.sessionImages(), Activities: l.activityImages()}
	if does.Empty() {
		return Changed{}, nil
	}
	err := store.writer.Enact(ctx, tx, journal.Act{What: what, Athlete: l.user.ID, By: l.viewer}, does)
	return changedBy(does), err
}

func changedBy(does journal.Images) Changed {
	var c Changed
	for _, a := range does.Activities {
		if a.After != nil {
			c.Activities = append(c.Activities, *a.After)
		}
	}
	for _, s := range does.Sessions {
		c.Sessions = append(c.Sessions, *s.After)
	}
	return c
}
