package calendars

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/training"
)

// ReplaceSession has a session consist of another workout: a shared one, one of the athlete's own or one of the viewer's own. Its id, place,
// lock and run stay; why the workout before stood there goes with it. What is done or skipped, a lock on the content and locked days are a
// *ConflictError.
func (store *Calendars) ReplaceSession(ctx context.Context, viewer training.UserID, id training.SessionID, workout training.WorkoutID) (training.PlannedSession, error) {
	return store.changeSession(ctx, "replace session", viewer, id,
		func(ctx context.Context, tx bun.Tx, s training.PlannedSession) (*training.PlannedSession, error) {
			if err := checkSchedulable(ctx, tx, viewer, s.AthleteID, workout); err != nil {
				return nil, err
			}
			return reworked(s, Rework{WorkoutID: &workout}), nil
		})
}

// SwapSessions has two sessions of one calendar change places: each gets the day and the start of the other. What is done or skipped, what a
// lock holds and locked days are a *ConflictError; a session of another calendar is ErrNotFound. Asked again with a key (see access.Keyed) they are told as
// they stand.
func (store *Calendars) SwapSessions(ctx context.Context, viewer training.UserID, one, other training.SessionID) ([]training.PlannedSession, error) {
	var swapped []training.PlannedSession
	err := store.db.InTx(ctx, "swap sessions", func(ctx context.Context, tx bun.Tx) error {
		athlete, err := access.WhoseToChange(ctx, tx, "planned_sessions", viewer, one)
		if err != nil {
			return err
		}
		ids, again, err := access.Once(ctx, tx, store.db.Now(), viewer, athlete, func(int) ([]training.SessionID, error) {
			var err error
			swapped, err = store.swap(ctx, tx, viewer, athlete, one, other)
			return []training.SessionID{one, other}, err
		})
		if again {
			if swapped, err = standing(ctx, tx, athlete, ids); err == nil && len(swapped) < len(ids) {
				err = access.NotGone("one of the sessions of a change", postgres.ErrNotFound)
			}
		}
		return err
	})
	return swapped, err
}

// swap has two sessions of a locked calendar change places.
func (store *Calendars) swap(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID, one, other training.SessionID) ([]training.PlannedSession, error) {
	if !postgres.Canonical(other) {
		return nil, postgres.ErrNotFound
	}
	if err := access.CheckUnchanged(ctx, tx, athlete, access.Sessions, one, other); err != nil {
		return nil, err
	}
	a, err := readSession(ctx, tx, athlete, one)
	if err != nil {
		return nil, err
	}
	b, err := readSession(ctx, tx, athlete, other)
	if errors.Is(postgres.Wrap("read session", err), postgres.ErrNotFound) {
		err = access.Gone(ctx, tx, athlete, other)
	}
	if err != nil {
		return nil, err
	}
	swapped := []training.PlannedSession{*reworked(a, Rework{Date: &b.Date, Start: &b.Start}), *reworked(b, Rework{Date: &a.Date, Start: &a.Start})}
	if reflect.DeepEqual(swapped[0], a) { // they begin together
		return swapped, nil
	}
	does := journal.Act{What: training.ActSwap, Athlete: athlete, By: viewer}
	return swapped, store.writer.Enact(ctx, tx, does, journal.Images{Sessions: []journal.Image{{Before: &a, After: &swapped[0]}, {Before: &b, After: &swapped[1]}}})
}

// Rework is what becomes of a session: what is not nil is another than before, or it is removed.
type Rework struct {
	Date      *training.Date
	Start     *training.LocalTime
	WorkoutID *training.WorkoutID
	Removes   bool
	GivesBack bool // to the planner: its lock goes
	Unlocks   bool // what a lock holds changes too; the lock itself stays
	FoundAt   int  // the revision of the calendar for which a repair was found, 0 for unknown
}

// RepairSession does to a session what a repair proposes, which was found for it as it was: its place, content and lock. One that has changed
// since, one that is done or skipped, and a lock where the repair does not unlock are a *ConflictError. It returns the session as it is, or
// as it was before it was removed.
func (store *Calendars) RepairSession(ctx context.Context, viewer training.UserID, was training.PlannedSession, by Rework) (training.PlannedSession, error) {
	var result training.PlannedSession
	err := store.db.InTx(ctx, "repair session", func(ctx context.Context, tx bun.Tx) error {
		before, err := LockedSession(ctx, tx, viewer, was.ID)
		if err != nil {
			return err
		}
		if before.Status != training.Planned {
			return journal.Settled(before)
		}
		if before.Date != was.Date || before.Start != was.Start || before.WorkoutID != was.WorkoutID || !reflect.DeepEqual(before.Lock, was.Lock) {
			return access.MovedSince(ctx, tx, before.AthleteID, by.FoundAt,
				fmt.Sprintf("the session of %s at %s has changed since the repair was found: ask for the certificate again", before.Date, before.Start))
		}
		if by.WorkoutID != nil {
			if err := checkSchedulable(ctx, tx, viewer, before.AthleteID, *by.WorkoutID); err != nil {
				return err
			}
		}
		if by.Unlocks && by.Date != nil && *by.Date != before.Date { // the lock of the day that it leaves gives way, that of another does not
			locked, err := journal.LocksAmong(ctx, tx, before.AthleteID, []training.Date{*by.Date})
			if err != nil {
				return err
			}
			if _, is := locked[*by.Date]; is {
				return postgres.Conflict("%s is locked: nothing is added, moved or taken away on it", *by.Date)
			}
		}
		change := journal.Image{Before: &before, After: reworked(before, by), Unlocked: by.Unlocks}
		result = before
		if reflect.DeepEqual(change.Before, change.After) {
			return nil
		}
		does := journal.Act{What: training.ActRepair, Athlete: before.AthleteID, By: viewer}
		if err := store.writer.Enact(ctx, tx, does, journal.Images{Sessions: []journal.Image{change}}); err != nil {
			return err
		}
		if change.After != nil {
			result = *change.After
		}
		return nil
	})
	return result, err
}

// reworked is a session as a rework leaves it, nil for none.
func reworked(s training.PlannedSession, by Rework) *training.PlannedSession {
	if by.Removes {
		return nil
	}
	if by.Date != nil {
		s.Date = *by.Date
	}
	if by.Start != nil {
		s.Start = *by.Start
	}
	if by.WorkoutID != nil && *by.WorkoutID != s.WorkoutID {
		s = s.Wordless()
		s.WorkoutID = *by.WorkoutID
	}
	if by.GivesBack {
		s.Lock = nil
	}
	return &s
}
