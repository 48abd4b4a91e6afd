package calendars

import (
	"context"
	"reflect"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/athletes"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/db/workouts"
	"fortnight/gate"
	"fortnight/training"
)

// LockDay locks a day of a calendar or unlocks it: on a locked day nothing is added, moved or taken away. Doing so twice changes nothing.
func (store *Calendars) LockDay(ctx context.Context, viewer, athlete training.UserID, date training.Date, locked bool) error {
	return store.db.InTx(ctx, "lock day", func(ctx context.Context, tx bun.Tx) error {
		if _, err := access.LockCalendar(ctx, tx, viewer, athlete); err != nil {
			return err
		}
		locks, err := journal.LocksAmong(ctx, tx, athlete, []training.Date{date})
		if err != nil {
			return err
		}
		was, is := locks[date]
		switch {
		case is == locked:
			return nil
		case locked:
			after := journal.DayLock{By: viewer, At: store.db.Now()}
			return store.writer.Enact(ctx, tx, journal.Act{What: training.ActLockDay, Athlete: athlete, By: viewer}, journal.Images{Locks: []journal.LockImage{{Date: date, After: &after}}})
		}
		return store.writer.Enact(ctx, tx, journal.Act{What: training.ActUnlockDay, Athlete: athlete, By: viewer}, journal.Images{Locks: []journal.LockImage{{Date: date, Before: &was}}})
	})
}

// ScheduleSession puts a workout on a day of an athlete's calendar: a shared one, one of the athlete's own or one of the viewer's own.
// The session gets its ID and is PLANNED by nobody's run. A locked day and a full one are a *ConflictError. Asked again with a key (see access.Keyed) it is
// the session that was put there, as it stands.
func (store *Calendars) ScheduleSession(ctx context.Context, viewer training.UserID, session training.PlannedSession) (training.PlannedSession, error) {
	session.ID, session.Status, session.Result, session.RunID = postgres.NewID[training.SessionID](), training.Planned, nil, ""
	athlete := session.AthleteID
	err := store.db.InTx(ctx, "schedule session", func(ctx context.Context, tx bun.Tx) error {
		id, again, err := access.Once(ctx, tx, store.db.Now(), viewer, athlete, func(int) (training.SessionID, error) {
			if err := checkDays(ctx, tx, athlete, session); err != nil {
				return "", err
			}
			if err := checkSchedulable(ctx, tx, viewer, athlete, session.WorkoutID); err != nil {
				return "", err
			}
			return session.ID, store.place(ctx, tx, viewer, nil, &session)
		})
		if again {
			session, err = readSession(ctx, tx, athlete, id)
			err = access.NotGone("the session", err)
		}
		return err
	})
	return session, err
}

// checkSchedulable is ErrNotFound unless a workout is shared, the viewer's or the athlete's, and keeps it from being deleted meanwhile. One
// that is archived is a *ConflictError.
func checkSchedulable(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID, workout training.WorkoutID) error {
	if !postgres.Canonical(workout) {
		return postgres.ErrNotFound
	}
	var archived bool
	err := tx.NewRaw("SELECT archived FROM workouts WHERE id = ? AND (owner_id IS NULL OR owner_id IN (?, ?)) FOR KEY SHARE",
		workout, viewer, athlete).Scan(ctx, &archived)
	if err == nil && archived {
		return workouts.ErrArchived
	}
	return err
}

// place has somebody change one session of a locked calendar by hand, from where it stood to where it is to stand, nil for nowhere. What
// changes nothing is not written.
func (store *Calendars) place(ctx context.Context, tx bun.Tx, by training.UserID, before, after *training.PlannedSession) error {
	if reflect.DeepEqual(before, after) {
		return nil
	}
	change := journal.Image{Before: before, After: after}
	does := journal.Act{What: journal.ActOf(change), Athlete: change.Either().AthleteID, By: by}
	return store.writer.Enact(ctx, tx, does, journal.Images{Sessions: []journal.Image{change}})
}

// changeSession changes one session as change decides, in one transaction under the calendar's lock.
func (store *Calendars) changeSession(ctx context.Context, operation string, viewer training.UserID, id training.SessionID,
	change func(ctx context.Context, tx bun.Tx, before training.PlannedSession) (after *training.PlannedSession, err error),
) (training.PlannedSession, error) {
	var result training.PlannedSession
	err := store.db.InTx(ctx, operation, func(ctx context.Context, tx bun.Tx) error {
		before, err := LockedSession(ctx, tx, viewer, id)
		if err != nil {
			return err
		}
		after, err := change(ctx, tx, before)
		if err != nil {
			return err
		}
		if err := store.place(ctx, tx, viewer, &before, after); err != nil {
			return err
		}
		if after != nil {
			result = *after
		}
		return nil
	})
	return result, err
}

// MoveSession moves a session to a day, and to a start where one is given. What is done or skipped, what a lock holds and locked days are
// a *ConflictError.
func (store *Calendars) MoveSession(ctx context.Context, viewer training.UserID, id training.SessionID, date training.Date, start *training.LocalTime) (training.PlannedSession, error) {
	return store.changeSession(ctx, "move session", viewer, id,
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
func (store *Calendars) LockSession(ctx context.Context, viewer training.UserID, id training.SessionID, scope *training.LockScope) (training.PlannedSession, error) {
	return store.changeSession(ctx, "lock session", viewer, id,
		func(_ context.Context, _ bun.Tx, s training.PlannedSession) (*training.PlannedSession, error) {
			if s.Status != training.Planned {
				return nil, journal.Settled(s)
			}
			s.Lock = scope
			return &s, nil
		})
}

// SkipSession records that a session was not or will not be done, and why. One that is done is a *ConflictError; so is, for others than
// the athlete, one that is skipped already.
func (store *Calendars) SkipSession(ctx context.Context, viewer training.UserID, id training.SessionID, reason *string) (training.PlannedSession, error) {
	return store.changeSession(ctx, "skip session", viewer, id,
		func(ctx context.Context, tx bun.Tx, s training.PlannedSession) (*training.PlannedSession, error) {
			if s.Status == training.Completed || s.Status == training.Skipped && viewer != s.AthleteID {
				return nil, journal.Settled(s)
			}
			if s.Status != training.Skipped {
				today, err := store.todayOf(ctx, tx, s.AthleteID)
				if err != nil {
					return nil, err
				}
				s.Status, s.SkippedOn = training.Skipped, &today
			}
			s.SkipReason = reason
			if reason != nil {
				said := athletes.Said{Source: training.SaidInComment, Text: *reason}
				if err := athletes.Heed(ctx, tx, store.db.Now(), viewer, s.AthleteID, said); err != nil {
					return nil, err
				}
			}
			return &s, nil
		})
}

// NoteSession writes the viewer's note on a session, in place of the one before, or with nil takes it away: the athlete's own, or the coach's. What is
// locked, done or skipped may have one. What a note says of the athlete's body is heard.
func (store *Calendars) NoteSession(ctx context.Context, viewer training.UserID, id training.SessionID, text *string) (training.PlannedSession, error) {
	return store.changeSession(ctx, "note session", viewer, id,
		func(ctx context.Context, tx bun.Tx, s training.PlannedSession) (*training.PlannedSession, error) {
			if s.Note(viewer, text); text == nil {
				return &s, nil
			}
			said := athletes.Said{Source: training.SaidInNote, Text: *text, Coach: gate.CoachTo}
			return &s, athletes.Heed(ctx, tx, store.db.Now(), viewer, s.AthleteID, said)
		})
}

// todayOf is the day that it is where an athlete is.
func (store *Calendars) todayOf(ctx context.Context, from bun.IDB, athlete training.UserID) (training.Date, error) {
	user, err := athletes.ReadUser(ctx, from, athlete)
	if err != nil {
		return 0, err
	}
	return athletes.DayOf(user.Profile, store.db.Now()), nil
}

// RemoveSession takes a session from its calendar. What is done or skipped, locked, or on a locked day is a *ConflictError.
func (store *Calendars) RemoveSession(ctx context.Context, viewer training.UserID, id training.SessionID) error {
	_, err := store.changeSession(ctx, "remove session", viewer, id,
		func(context.Context, bun.Tx, training.PlannedSession) (*training.PlannedSession, error) {
			return nil, nil
		})
	return err
}
