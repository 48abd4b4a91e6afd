package calendars

import (
	"context"
	"reflect"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/training"
)

// ScheduleSessions puts workouts on days of an athlete's calendar, all or none, as ScheduleSession does one: it is one act, which is taken back as one.
// Asked again with a key it is those of them that stand.
func (store *Calendars) ScheduleSessions(ctx context.Context, viewer, athlete training.UserID, sessions []training.PlannedSession) ([]training.PlannedSession, error) {
	placed := make([]training.PlannedSession, len(sessions))
	for i, s := range sessions {
		s.ID, s.AthleteID, s.Status, s.Result, s.RunID = postgres.NewID[training.SessionID](), athlete, training.Planned, nil, ""
		placed[i] = s
	}
	err := store.db.InTx(ctx, "schedule sessions", func(ctx context.Context, tx bun.Tx) error {
		ids, again, err := access.Once(ctx, tx, store.db.Now(), viewer, athlete, func(int) (ids []training.SessionID, err error) {
			if err := checkDays(ctx, tx, athlete, placed...); err != nil {
				return nil, err
			}
			checked, does := map[training.WorkoutID]bool{}, journal.Images{}
			for i := range placed {
				if workout := placed[i].WorkoutID; !checked[workout] {
					if err := checkSchedulable(ctx, tx, viewer, athlete, workout); err != nil {
						return nil, err
					}
					checked[workout] = true
				}
				ids = append(ids, placed[i].ID)
				does.Sessions = append(does.Sessions, journal.Image{After: &placed[i]})
			}
			return ids, store.writer.Enact(ctx, tx, journal.Act{What: training.ActSchedule, Athlete: athlete, By: viewer}, does)
		})
		if again {
			placed, err = standing(ctx, tx, athlete, ids)
		}
		return err
	})
	return placed, err
}

// checkDays is a *ConflictError where the sessions that stand on the days of new ones are asked to be unchanged and are not.
func checkDays(ctx context.Context, tx bun.Tx, athlete training.UserID, placed ...training.PlannedSession) error {
	days := make([]string, len(placed))
	for i, s := range placed {
		days[i] = s.Date.String()
	}
	return access.CheckUnchanged(ctx, tx, athlete, access.SessionsOn, days...)
}

// standing are those of some sessions that stand on a calendar, as they are, in the order of the ids.
func standing(ctx context.Context, from bun.IDB, athlete training.UserID, ids []training.SessionID) (list []training.PlannedSession, err error) {
	stand, err := journal.SessionsAmong(ctx, from, athlete, ids)
	for _, id := range ids {
		if s, stands := stand[id]; stands {
			list = append(list, s)
		}
	}
	return list, err
}

// Change is what somebody does to a calendar in one act: each session of Reworks is named once.
type Change struct {
	Reworks   []SessionRework
	Additions []training.PlannedSession
}

func (c Change) ids() []training.SessionID {
	ids := make([]training.SessionID, len(c.Reworks))
	for i, r := range c.Reworks {
		ids[i] = r.ID
	}
	return ids
}

// SessionRework is what becomes of one session.
type SessionRework struct {
	ID training.SessionID
	Rework
}

// Changed is what an act has changed: the sessions that stand, as they are, those that were removed, and the days that are other than before.
type Changed struct {
	Sessions []training.PlannedSession
	Removed  []training.SessionID
	Days     []training.Date
}

// changeMade is what a change has done to a calendar: the sessions that it moved, replaced or added, those that it removed, and the days.
type changeMade struct {
	Sessions []training.SessionID `json:"sessions,omitempty"`
	Removed  []training.SessionID `json:"removed,omitempty"`
	Days     []training.Date      `json:"days,omitempty"`
}

// ChangeCalendar moves, replaces, removes and adds sessions of an athlete's calendar, all or none: it is one act, which is taken back as one. Asked again
// with a key (see access.Keyed) it does nothing and tells what has come of it. What is done or skipped, what a lock holds, locked and full days are a
// *ConflictError; a session of another calendar is ErrNotFound.
func (store *Calendars) ChangeCalendar(ctx context.Context, viewer, athlete training.UserID, by Change) (Changed, error) {
	var changed Changed
	err := store.db.InTx(ctx, "change calendar", func(ctx context.Context, tx bun.Tx) error {
		if ids := by.ids(); len(postgres.Possible(ids)) != len(ids) {
			return postgres.ErrNotFound
		}
		made, _, err := access.Once(ctx, tx, store.db.Now(), viewer, athlete, func(int) (changeMade, error) {
			if err := access.CheckUnchanged(ctx, tx, athlete, access.Sessions, by.ids()...); err != nil {
				return changeMade{}, err
			}
			if err := checkDays(ctx, tx, athlete, by.Additions...); err != nil {
				return changeMade{}, err
			}
			does, err := store.imagesOf(ctx, tx, viewer, athlete, by)
			if err != nil || len(does) == 0 {
				return changeMade{}, err
			}
			act := journal.Act{What: training.ActChange, Athlete: athlete, By: viewer}
			return madeBy(does), store.writer.Enact(ctx, tx, act, journal.Images{Sessions: does})
		})
		if err != nil {
			return err
		}
		changed = Changed{Removed: made.Removed, Days: made.Days}
		changed.Sessions, err = standing(ctx, tx, athlete, made.Sessions)
		return err
	})
	return changed, err
}

// imagesOf are the sessions of a locked calendar before and after a change, without those that it leaves as they are.
func (store *Calendars) imagesOf(ctx context.Context, tx bun.Tx, viewer, athlete training.UserID, by Change) (does []journal.Image, err error) {
	ids := by.ids()
	stand, err := journal.SessionsAmong(ctx, tx, athlete, ids)
	if err != nil {
		return nil, err
	}
	checked := map[training.WorkoutID]bool{}
	check := func(workout training.WorkoutID) error {
		if checked[workout] {
			return nil
		}
		checked[workout] = true
		return checkSchedulable(ctx, tx, viewer, athlete, workout)
	}
	for _, r := range by.Reworks {
		before, stands := stand[r.ID]
		if !stands {
			return nil, access.Gone(ctx, tx, athlete, r.ID)
		}
		if r.WorkoutID != nil {
			if err := check(*r.WorkoutID); err != nil {
				return nil, err
			}
		}
		if image := (journal.Image{Before: &before, After: reworked(before, r.Rework)}); !reflect.DeepEqual(image.Before, image.After) {
			does = append(does, image)
		}
	}
	for _, s := range by.Additions {
		if err := check(s.WorkoutID); err != nil {
			return nil, err
		}
		s.ID, s.AthleteID, s.Status, s.Result, s.RunID = postgres.NewID[training.SessionID](), athlete, training.Planned, nil, ""
		does = append(does, journal.Image{After: &s})
	}
	return does, nil
}

// madeBy is what images change.
func madeBy(does []journal.Image) (made changeMade) {
	for _, i := range does {
		for _, s := range []*training.PlannedSession{i.Before, i.After} {
			if s != nil {
				made.Days = append(made.Days, s.Date)
			}
		}
		if i.After == nil {
			made.Removed = append(made.Removed, i.Before.ID)
		} else {
			made.Sessions = append(made.Sessions, i.After.ID)
		}
	}
	return made
}

// RemoveSessions takes sessions from one calendar, all or none, and returns them as they were. What is done or skipped, locked, or on a locked day is a
// *ConflictError; a session of another calendar is ErrNotFound.
func (store *Calendars) RemoveSessions(ctx context.Context, viewer training.UserID, ids []training.SessionID) (removed []training.PlannedSession, err error) {
	if len(postgres.Possible(ids)) != len(ids) || len(ids) == 0 {
		return nil, postgres.ErrNotFound
	}
	err = store.db.InTx(ctx, "remove sessions", func(ctx context.Context, tx bun.Tx) error {
		if removed, err = LockedSessions(ctx, tx, viewer, ids); err != nil {
			return err
		}
		does := journal.Images{}
		for i := range removed {
			does.Sessions = append(does.Sessions, journal.Image{Before: &removed[i]})
		}
		return store.writer.Enact(ctx, tx, journal.Act{What: training.ActRemove, Athlete: removed[0].AthleteID, By: viewer}, does)
	})
	return removed, err
}
