package calendars

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/training"
)

// ScheduleSessions puts workouts on days of an athlete's calendar, all or none, as ScheduleSession does one: it is one act, which is taken back as one.
func (store *Calendars) ScheduleSessions(ctx context.Context, viewer, athlete training.UserID, sessions []training.PlannedSession) ([]training.PlannedSession, error) {
	placed := make([]training.PlannedSession, len(sessions))
	for i, s := range sessions {
		s.ID, s.AthleteID, s.Status, s.Result, s.RunID = postgres.NewID[training.SessionID](), athlete, training.Planned, nil, ""
		placed[i] = s
	}
	err := store.db.InTx(ctx, "schedule sessions", func(ctx context.Context, tx bun.Tx) error {
		if _, err := access.LockCalendar(ctx, tx, viewer, athlete); err != nil {
			return err
		}
		checked, does := map[training.WorkoutID]bool{}, journal.Images{}
		for i := range placed {
			if workout := placed[i].WorkoutID; !checked[workout] {
				if err := checkSchedulable(ctx, tx, viewer, athlete, workout); err != nil {
					return err
				}
				checked[workout] = true
			}
			does.Sessions = append(does.Sessions, journal.Image{After: &placed[i]})
		}
		return store.writer.Enact(ctx, tx, journal.Act{What: training.ActSchedule, Athlete: athlete, By: viewer}, does)
	})
	return placed, err
}

// RemoveSessions takes sessions from one calendar, all or none, and returns them as they were. What is done or skipped, locked, or on a locked day is a
// *ConflictError; a session of another calendar is ErrNotFound.
func (store *Calendars) RemoveSessions(ctx context.Context, viewer training.UserID, ids []training.SessionID) (removed []training.PlannedSession, err error) {
	if len(postgres.Possible(ids)) != len(ids) || len(ids) == 0 {
		return nil, postgres.ErrNotFound
	}
	err = store.db.InTx(ctx, "remove sessions", func(ctx context.Context, tx bun.Tx) error {
		first, err := LockedSession(ctx, tx, viewer, ids[0])
		if err != nil {
			return err
		}
		stand, err := journal.SessionsAmong(ctx, tx, first.AthleteID, ids)
		if err != nil {
			return err
		}
		removed = make([]training.PlannedSession, len(ids))
		does := journal.Images{}
		for i, id := range ids {
			session, stands := stand[id]
			if !stands {
				return postgres.ErrNotFound
			}
			removed[i] = session
			does.Sessions = append(does.Sessions, journal.Image{Before: &removed[i]})
		}
		return store.writer.Enact(ctx, tx, journal.Act{What: training.ActRemove, Athlete: first.AthleteID, By: viewer}, does)
	})
	return removed, err
}
