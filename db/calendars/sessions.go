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

// LockedSession reads a session that the viewer may reach, under its calendar's lock.
func LockedSession(ctx context.Context, tx bun.Tx, viewer training.UserID, id training.SessionID) (training.PlannedSession, error) {
	athlete, err := access.AthleteOf(ctx, tx, "planned_sessions", viewer, id)
	if err != nil {
		return training.PlannedSession{}, err
	}
	if _, err := access.LockCalendar(ctx, tx, viewer, athlete); err != nil {
		return training.PlannedSession{}, err
	}
	return readSession(ctx, tx, athlete, id)
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
	return from.NewSelect().Model(rows).Apply(journal.WithActivities).ColumnExpr("w.revision").
		Join("JOIN workouts AS w ON w.id = s.workout_id").
		Where("s.athlete_id = ?", athlete).OrderExpr("s.date, s.start, s.id")
}

// sessionsWithin reads an athlete's sessions, measured for the athlete: those of the span, and completed ones further back. The sum is of
// the revisions of their workouts.
func (store *Reader) sessionsWithin(ctx context.Context, from bun.IDB, athlete training.User, within span) (sessions []training.Session, sum int, err error) {
	var rows []PlannedRow
	err = PlannedRows(from, athlete.ID, &rows).Where("s.date BETWEEN ? AND ?", within.oldest, within.last).
		Where("s.date >= ? OR s.status = ?", within.first, training.Completed).Scan(ctx)
	if err != nil {
		return nil, 0, err
	}
	for _, row := range rows {
		sum += row.Revision
	}
	sessions, err = store.Measured(ctx, from, athlete, rows)
	return sessions, sum, err
}

// Measured are sessions with what their workouts demand of the athlete, by the thresholds of their days.
func (store *Reader) Measured(ctx context.Context, from bun.IDB, athlete training.User, rows []PlannedRow) ([]training.Session, error) {
	places := make([]workouts.Place, len(rows))
	for i, row := range rows {
		places[i] = workouts.Place{ID: row.WorkoutID, Revision: row.Revision}
	}
	planned, err := store.memory.RowsAt(ctx, from, places)
	if err != nil {
		return nil, err
	}
	sessions := make([]training.Session, len(rows))
	for i, row := range rows {
		w := planned[row.WorkoutID]
		load := store.memory.Load(w, athlete.Profile.ThresholdsOn(row.Date))
		sessions[i] = training.Session{
			PlannedSession: row.Session(), Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: load,
			Family: string(postgres.OrZero(w.Family)), FamilyLevel: postgres.OrZero(w.Level),
		}
		if r := sessions[i].Result; r != nil && len(r.Lifts) > 0 {
			sessions[i].Asked = training.AskedLifts(w.Blocks)
		}
	}
	return sessions, nil
}

// WithFulfilled adds to sessions those that the activities fulfil and that lie on days further away: what was done on another day than
// planned is what was planned, whichever days are looked at.
func (store *Reader) WithFulfilled(ctx context.Context, from bun.IDB, athlete training.User, sessions []training.Session, activities []training.Activity) ([]training.Session, error) {
	known := make(map[training.SessionID]bool, len(sessions))
	for i := range sessions {
		known[sessions[i].ID] = true
	}
	var missing []training.SessionID
	for i := range activities {
		if id := activities[i].SessionID; id != "" && !known[id] {
			missing = append(missing, id)
		}
	}
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
	sessions = append(sessions, more...)
	slices.SortStableFunc(sessions, func(a, b training.Session) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	return sessions, nil
}
