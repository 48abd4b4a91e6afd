package db

import (
	"context"
	"reflect"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// ScheduleSession puts a workout on a day of an athlete's calendar: a shared one, one of the athlete's own or one of the viewer's own.
// The session gets its ID and is PLANNED by nobody's run. A locked day and a full one are a *ConflictError.
func (db *DB) ScheduleSession(ctx context.Context, viewer training.UserID, session training.PlannedSession) (training.PlannedSession, error) {
	session.ID, session.Status, session.Result, session.RunID = newID[training.SessionID](), training.Planned, nil, ""
	err := db.inTx(ctx, "schedule session", func(ctx context.Context, tx bun.Tx) error {
		athlete := session.AthleteID
		if _, err := lockCalendar(ctx, tx, viewer, athlete); err != nil {
			return err
		}
		if err := checkSchedulable(ctx, tx, viewer, athlete, session.WorkoutID); err != nil {
			return err
		}
		return db.place(ctx, tx, viewer, nil, &session)
	})
	return session, err
}

// checkSchedulable is ErrNotFound unless a workout is shared, the viewer's or the athlete's, and keeps it from being deleted meanwhile. One
// that is archived is a *ConflictError.
func checkSchedulable(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID, workout training.WorkoutID) error {
	if !canonical(workout) {
		return ErrNotFound
	}
	var archived bool
	err := tx.NewRaw("SELECT archived FROM workouts WHERE id = ? AND (owner_id IS NULL OR owner_id IN (?, ?)) FOR KEY SHARE",
		workout, viewer, athlete).Scan(ctx, &archived)
	if err == nil && archived {
		return errArchived
	}
	return err
}

// place has somebody change one session of a locked calendar by hand, from where it stood to where it is to stand, nil for nowhere. What
// changes nothing is not written.
func (db *DB) place(ctx context.Context, tx bun.Tx, by training.UserID, before, after *training.PlannedSession) error {
	if reflect.DeepEqual(before, after) {
		return nil
	}
	change := image{Before: before, After: after}
	does := act{what: actOf(change), athlete: change.either().AthleteID, by: by}
	return db.enact(ctx, tx, does, images{Sessions: []image{change}})
}

// lockedSession reads a session that the viewer may reach, under its calendar's lock.
func lockedSession(ctx context.Context, tx bun.Tx, viewer training.UserID, id training.SessionID) (training.PlannedSession, error) {
	athlete, err := athleteOf(ctx, tx, "planned_sessions", viewer, id)
	if err != nil {
		return training.PlannedSession{}, err
	}
	if _, err := lockCalendar(ctx, tx, viewer, athlete); err != nil {
		return training.PlannedSession{}, err
	}
	return readSession(ctx, tx, athlete, id)
}

// changeSession changes one session as change decides, in one transaction under the calendar's lock.
func (db *DB) changeSession(ctx context.Context, operation string, viewer training.UserID, id training.SessionID,
	change func(ctx context.Context, tx bun.Tx, before training.PlannedSession) (after *training.PlannedSession, err error),
) (training.PlannedSession, error) {
	var result training.PlannedSession
	err := db.inTx(ctx, operation, func(ctx context.Context, tx bun.Tx) error {
		before, err := lockedSession(ctx, tx, viewer, id)
		if err != nil {
			return err
		}
		after, err := change(ctx, tx, before)
		if err != nil {
			return err
		}
		if after != nil {
			result = *after
		}
		return db.place(ctx, tx, viewer, &before, after)
	})
	return result, err
}

// MoveSession moves a session to a day, and to a start where one is given. What is done or skipped, what a lock holds and locked days are
// a *ConflictError.
func (db *DB) MoveSession(ctx context.Context, viewer training.UserID, id training.SessionID, date training.Date, start *training.LocalTime) (training.PlannedSession, error) {
	return db.changeSession(ctx, "move session", viewer, id,
		func(_ context.Context, _ bun.Tx, s training.PlannedSession) (*training.PlannedSession, error) {
			s.Date = date
			if start != nil {
				s.Start = *start
			}
			return &s, nil
		})
}

// LockSession keeps part of a session from planners, or with nil gives it back to them. A session that is done or skipped is a
// *ConflictError.
func (db *DB) LockSession(ctx context.Context, viewer training.UserID, id training.SessionID, scope *training.LockScope) (training.PlannedSession, error) {
	return db.changeSession(ctx, "lock session", viewer, id,
		func(_ context.Context, _ bun.Tx, s training.PlannedSession) (*training.PlannedSession, error) {
			if s.Status != training.Planned {
				return nil, history(s)
			}
			s.Lock = scope
			return &s, nil
		})
}

// SkipSession records that a session was not or will not be done, and why. One that is done is a *ConflictError; so is, for others than
// the athlete, one that is skipped already.
func (db *DB) SkipSession(ctx context.Context, viewer training.UserID, id training.SessionID, reason *string) (training.PlannedSession, error) {
	return db.changeSession(ctx, "skip session", viewer, id,
		func(ctx context.Context, tx bun.Tx, s training.PlannedSession) (*training.PlannedSession, error) {
			if s.Status == training.Completed || s.Status == training.Skipped && viewer != s.AthleteID {
				return nil, history(s)
			}
			if s.Status != training.Skipped {
				today, err := db.todayOf(ctx, tx, s.AthleteID)
				if err != nil {
					return nil, err
				}
				s.Status, s.SkippedOn = training.Skipped, &today
			}
			s.SkipReason = reason
			return &s, nil
		})
}

// todayOf is the day that it is where an athlete is.
func (db *DB) todayOf(ctx context.Context, from bun.IDB, athlete training.UserID) (training.Date, error) {
	user, err := readUser(ctx, from, athlete)
	if err != nil {
		return 0, err
	}
	return dayIn(user.Profile, db.now()), nil
}

// RemoveSession takes a session from its calendar. What is done or skipped, locked, or on a locked day is a *ConflictError.
func (db *DB) RemoveSession(ctx context.Context, viewer training.UserID, id training.SessionID) error {
	_, err := db.changeSession(ctx, "remove session", viewer, id,
		func(context.Context, bun.Tx, training.PlannedSession) (*training.PlannedSession, error) {
			return nil, nil
		})
	return err
}

func history(s training.PlannedSession) error {
	return conflict("the session of %s at %s is %s: what is done stays as it is", s.Date, s.Start, s.Status)
}
