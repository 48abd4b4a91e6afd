package db

import (
	"context"
	"reflect"
	"slices"
	"time"

	"github.com/uptrace/bun"

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
func (db *DB) openLedger(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID, e extent) (*ledger, error) {
	user, err := readUser(ctx, tx, athlete)
	if err != nil {
		return nil, err
	}
	slices.Sort(e.days)
	e.days = slices.Compact(e.days)
	activities, err := activitiesOn(ctx, tx, athlete, e)
	if err != nil {
		return nil, err
	}
	sessions, err := db.sessionsOn(ctx, tx, user, e)
	if err != nil {
		return nil, err
	}
	if sessions, err = db.withFulfilled(ctx, tx, user, sessions, activities); err != nil {
		return nil, err
	}
	now := db.now()
	l := &ledger{viewer: viewer, user: user, today: dayIn(user.Profile, now), now: now}
	l.fill(activities, sessions)
	return l, nil
}

func activitiesOn(ctx context.Context, tx bun.Tx, athlete training.UserID, e extent) ([]training.Activity, error) {
	var rows []activityRow
	err := tx.NewSelect().Model(&rows).Where("a.athlete_id = ?", athlete).WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("a.date IN (?)", bun.List(e.days)).WhereOr("a.id IN (?)", bun.List(e.activities)).
			WhereOr("a.duplicate_of IN (?)", bun.List(e.activities)).WhereOr("a.session_id IN (?)", bun.List(e.sessions))
	}).OrderExpr("a.date, a.start NULLS FIRST, a.id").Scan(ctx)
	return activitiesOf(rows), err
}

func (db *DB) sessionsOn(ctx context.Context, tx bun.Tx, athlete training.User, e extent) ([]training.Session, error) {
	var rows []plannedRow
	err := plannedRows(tx, athlete.ID, &rows).WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
		return q.Where("s.date IN (?)", bun.List(e.days)).WhereOr("s.id IN (?)", bun.List(e.sessions))
	}).Scan(ctx)
	if err != nil {
		return nil, err
	}
	return db.measured(ctx, tx, athlete, rows)
}

func (l *ledger) fill(activities []training.Activity, sessions []training.Session) {
	l.activitiesBefore = byID(activities, func(a training.Activity) training.ActivityID { return a.ID })
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
func (l *ledger) activityImages() []activityImage {
	var images []activityImage
	stands := map[training.ActivityID]bool{}
	for _, a := range l.activities {
		stands[a.ID] = true
		before, was := l.activitiesBefore[a.ID]
		switch {
		case !was:
			images = append(images, activityImage{After: a})
		case !reflect.DeepEqual(before, *a):
			images = append(images, activityImage{Before: &before, After: a})
		}
	}
	for id, before := range l.activitiesBefore {
		if !stands[id] {
			images = append(images, activityImage{Before: &before})
		}
	}
	return images
}

// sessionImages are the sessions that have become different.
func (l *ledger) sessionImages() []image {
	var images []image
	for _, s := range l.sessions {
		if before := l.sessionsBefore[s.ID]; !reflect.DeepEqual(before, s.PlannedSession) {
			images = append(images, image{Before: &before, After: &s.PlannedSession})
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
func (db *DB) save(ctx context.Context, tx bun.Tx, l *ledger, what training.CalendarAct) (Changed, error) {
	does := images{Sessions: l.sessionImages(), Activities: l.activityImages()}
	if does.empty() {
		return Changed{}, nil
	}
	err := db.enact(ctx, tx, act{what: what, athlete: l.user.ID, by: l.viewer}, does)
	return changedBy(does), err
}

func changedBy(does images) Changed {
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
