package calendars

import (
	"cmp"
	"context"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/db/workouts"
	"fortnight/training"
)

// Reader reads calendars within transactions, for those who have looked at who asks.
type Reader struct {
	db     *postgres.DB
	memory *workouts.Memory
}

// NewReader is a reader that remembers workouts in memory.
func NewReader(db *postgres.DB, memory *workouts.Memory) *Reader { return &Reader{db, memory} }

// LockedSession reads a session that the viewer may reach, under its calendar's lock; it is a *ConflictError where the session is asked to be unchanged and
// is not.
func LockedSession(ctx context.Context, tx bun.Tx, viewer training.UserID, id training.SessionID) (training.PlannedSession, error) {
	athlete, err := access.WhoseToChange(ctx, tx, "planned_sessions", viewer, id)
	if err != nil {
		return training.PlannedSession{}, err
	}
	if _, err := access.LockCalendar(ctx, tx, viewer, athlete); err != nil {
		return training.PlannedSession{}, err
	}
	if err := access.CheckUnchanged(ctx, tx, athlete, access.Sessions, id); err != nil {
		return training.PlannedSession{}, err
	}
	return readSession(ctx, tx, athlete, id)
}

// LockedSessions reads sessions of one calendar, at least one, as LockedSession does; where one of them is of another calendar it is ErrNotFound.
func LockedSessions(ctx context.Context, tx bun.Tx, viewer training.UserID, ids []training.SessionID) ([]training.PlannedSession, error) {
	first, err := LockedSession(ctx, tx, viewer, ids[0])
	if err != nil {
		return nil, err
	}
	stand, err := journal.SessionsAmong(ctx, tx, first.AthleteID, ids)
	if err != nil {
		return nil, err
	}
	if err := access.CheckUnchanged(ctx, tx, first.AthleteID, access.Sessions, ids...); err != nil {
		return nil, err
	}
	sessions := make([]training.PlannedSession, len(ids))
	for i, id := range ids {
		session, stands := stand[id]
		if !stands {
			return nil, access.Gone(ctx, tx, first.AthleteID, id)
		}
		sessions[i] = session
	}
	return sessions, nil
}

// readSession reads a session of an athlete, whoever asks.
func readSession(ctx context.Context, from bun.IDB, athlete training.UserID, id training.SessionID) (training.PlannedSession, error) {
	var row journal.SessionRow
	err := from.NewSelect().Model(&row).Apply(journal.WithActivities).Where("s.id = ? AND s.athlete_id = ?", id, athlete).Scan(ctx)
	return row.Session(), err
}

// PlannedRow is a session and the revision of its workout.
type PlannedRow struct {
	journal.SessionRow `bun:",extend"`

	Revision int `bun:"revision,scanonly"`
}

// PlannedRows reads sessions of an athlete with the revisions of their workouts.
func PlannedRows(from bun.IDB, athlete training.UserID, rows *[]PlannedRow) *bun.SelectQuery {
	return plannedRows(from, rows).Where("s.athlete_id = ?", athlete)
}

func plannedRows(from bun.IDB, rows *[]PlannedRow) *bun.SelectQuery {
	return from.NewSelect().Model(rows).Apply(journal.WithActivities).ColumnExpr("w.revision").
		Join("JOIN workouts AS w ON w.id = s.workout_id").OrderExpr("s.date, s.start, s.id")
}

// Measured are sessions with what their workouts demand of the athlete, and are read as, by the thresholds of their days.
func (store *Reader) Measured(ctx context.Context, from bun.IDB, athlete training.User, rows []PlannedRow) ([]training.Session, error) {
	planned, err := store.workoutsOf(ctx, from, rows)
	return store.measured(planned, athlete, rows), err
}

// workoutsOf are the workouts of sessions.
func (store *Reader) workoutsOf(ctx context.Context, from bun.IDB, rows []PlannedRow) (map[training.WorkoutID]*workouts.KnownRow, error) {
	places := make([]workouts.Place, len(rows))
	for i, row := range rows {
		places[i] = workouts.Place{ID: row.WorkoutID, Revision: row.Revision}
	}
	return store.memory.RowsAt(ctx, from, places)
}

func (store *Reader) measured(planned map[training.WorkoutID]*workouts.KnownRow, athlete training.User, rows []PlannedRow) []training.Session {
	sessions := make([]training.Session, 0, len(rows))
	for _, row := range rows {
		w := planned[row.WorkoutID]
		if w == nil {
			continue // that they could not be read is an error already
		}
		thresholds := athlete.Profile.ThresholdsOn(row.Date)
		is := store.memory.Reading(w, thresholds)
		one := training.Session{
			PlannedSession: row.Session(), Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: store.memory.Load(w, thresholds),
			Family: string(is.Family), FamilyLevel: is.Level,
		}
		if r := one.Result; r != nil && len(r.Lifts) > 0 {
			one.Asked = training.AskedLifts(w.Blocks)
		}
		sessions = append(sessions, one)
	}
	return sessions
}

// WithFulfilled adds to sessions those that the activities fulfil and that lie on days further away: what was done on another day than
// planned is what was planned, whichever days are looked at.
func (store *Reader) WithFulfilled(ctx context.Context, from bun.IDB, athlete training.User, sessions []training.Session, activities []training.Activity) ([]training.Session, error) {
	missing := fulfilledElsewhere(sessions, activities)
	if len(missing) == 0 {
		return sessions, nil
	}
	var rows []PlannedRow
	if err := PlannedRows(from, athlete.ID, &rows).Where("s.id IN (?)", bun.List(missing)).Scan(ctx); err != nil {
		return nil, err
	}
	more, err := store.Measured(ctx, from, athlete, rows)
	if err != nil {
		return nil, err
	}
	return inOrder(append(sessions, more...)), nil
}

// fulfilledElsewhere are the sessions that activities fulfil and that are not among those that are known.
func fulfilledElsewhere(sessions []training.Session, activities []training.Activity) (missing []training.SessionID) {
	known := make(map[training.SessionID]bool, len(sessions))
	for i := range sessions {
		known[sessions[i].ID] = true
	}
	for i := range activities {
		if id := activities[i].SessionID; id != "" && !known[id] {
			missing = append(missing, id)
		}
	}
	return missing
}

func inOrder(sessions []training.Session) []training.Session {
	slices.SortStableFunc(sessions, func(a, b training.Session) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	return sessions
}

// WhyGone is why a session is not there that somebody wants to change, as the act itself would answer: see access.WhoseToChange.
func (store *Calendars) WhyGone(ctx context.Context, viewer training.UserID, id training.SessionID) error {
	return store.db.InTx(ctx, "look for session", func(ctx context.Context, tx bun.Tx) error {
		_, err := access.WhoseToChange(ctx, tx, "planned_sessions", viewer, id)
		return err
	})
}
