package db

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/training"
)

type sessionRow struct {
	bun.BaseModel `bun:"table:planned_sessions,alias:s"`

	ID                    training.SessionID     `bun:"id,pk"`
	AthleteID             training.UserID        `bun:"athlete_id"`
	Date                  training.Date          `bun:"date"`
	Start                 training.LocalTime     `bun:"start"`
	WorkoutID             training.WorkoutID     `bun:"workout_id"`
	Status                training.SessionStatus `bun:"status"`
	Lock                  *training.LockScope    `bun:"lock"`
	Key                   bool                   `bun:"key"`
	KeyFlagged            bool                   `bun:"key_flagged"`
	Rationale             *string                `bun:"rationale"`
	RunID                 *training.RunID        `bun:"run_id"`
	ResultDurationSeconds *int                   `bun:"result_duration_seconds"`
	ResultTSS             *float64               `bun:"result_tss"`
	ResultRPE             *int                   `bun:"result_rpe"`
	ResultComment         *string                `bun:"result_comment"`
	CompletedAt           *time.Time             `bun:"completed_at"`
	SkipReason            *string                `bun:"skip_reason"`
	SkippedOn             *training.Date         `bun:"skipped_on"`
	CreatedAt             time.Time              `bun:"created_at"`
	UpdatedAt             time.Time              `bun:"updated_at"`
}

func newSessionRow(s training.PlannedSession, now time.Time) sessionRow {
	row := sessionRow{
		ID: s.ID, AthleteID: s.AthleteID, Date: s.Date, Start: s.Start, WorkoutID: s.WorkoutID, Status: s.Status, Lock: s.Lock,
		Key: s.Key, KeyFlagged: s.KeyFlagged, Rationale: s.Rationale, RunID: orNil(s.RunID), SkipReason: s.SkipReason,
		SkippedOn: s.SkippedOn, CreatedAt: now, UpdatedAt: now,
	}
	if r := s.Result; r != nil {
		row.ResultDurationSeconds, row.ResultTSS, row.ResultRPE = &r.DurationSeconds, &r.TSS, r.RPE
		row.ResultComment, row.CompletedAt = r.Comment, &r.CompletedAt
	}
	return row
}

func (r sessionRow) session() training.PlannedSession {
	s := training.PlannedSession{
		ID: r.ID, AthleteID: r.AthleteID, Date: r.Date, Start: r.Start, WorkoutID: r.WorkoutID, Status: r.Status, Lock: r.Lock,
		Key: r.Key, KeyFlagged: r.KeyFlagged, Rationale: r.Rationale, SkipReason: r.SkipReason, SkippedOn: r.SkippedOn,
	}
	if r.RunID != nil {
		s.RunID = *r.RunID
	}
	if r.CompletedAt != nil && r.ResultDurationSeconds != nil && r.ResultTSS != nil {
		s.Result = &training.SessionResult{
			DurationSeconds: *r.ResultDurationSeconds, TSS: *r.ResultTSS, RPE: r.ResultRPE, Comment: r.ResultComment,
			CompletedAt: r.CompletedAt.UTC(),
		}
	}
	return s
}

// SessionsByID returns those sessions that stand on calendars the viewer may see.
func (db *DB) SessionsByID(ctx context.Context, viewer training.UserID, ids []training.SessionID) (map[training.SessionID]training.PlannedSession, error) {
	ids = possible(ids)
	if len(ids) == 0 {
		return map[training.SessionID]training.PlannedSession{}, nil
	}
	var rows []sessionRow
	err := db.bun.NewSelect().Model(&rows).Where("s.id IN (?)", bun.List(ids)).Apply(accessible("s.athlete_id", viewer)).Scan(ctx)
	return byID(sessionsOf(rows), func(s training.PlannedSession) training.SessionID { return s.ID }), wrap("read sessions", err)
}

func sessionsOf(rows []sessionRow) []training.PlannedSession {
	sessions := make([]training.PlannedSession, len(rows))
	for i, row := range rows {
		sessions[i] = row.session()
	}
	return sessions
}

// readSession reads a session of an athlete, whoever asks.
func readSession(ctx context.Context, from bun.IDB, athlete training.UserID, id training.SessionID) (training.PlannedSession, error) {
	var row sessionRow
	err := from.NewSelect().Model(&row).Where("s.id = ? AND s.athlete_id = ?", id, athlete).Scan(ctx)
	return row.session(), err
}

// plannedRow is a session and the revision of its workout.
type plannedRow struct {
	sessionRow `bun:",extend"`

	Revision int `bun:"revision,scanonly"`
}

// sessionsWithin reads an athlete's sessions, measured for the athlete: those of the span, and completed ones further back. The sum is of
// the revisions of their workouts.
func (db *DB) sessionsWithin(ctx context.Context, from bun.IDB, athlete training.User, within span) (sessions []training.Session, sum int, err error) {
	var rows []plannedRow
	err = from.NewSelect().Model(&rows).ColumnExpr("?TableColumns, w.revision").
		Join("JOIN workouts AS w ON w.id = s.workout_id").
		Where("s.athlete_id = ?", athlete.ID).Where("s.date BETWEEN ? AND ?", within.oldest, within.last).
		Where("s.date >= ? OR s.status = ?", within.first, training.Completed).
		OrderExpr("s.date, s.start, s.id").Scan(ctx)
	if err != nil {
		return nil, 0, err
	}
	places := make([]place, len(rows))
	for i, row := range rows {
		places[i] = place{ID: row.WorkoutID, Revision: row.Revision}
		sum += row.Revision
	}
	workouts, err := db.rowsAt(ctx, from, places)
	if err != nil {
		return nil, 0, err
	}
	sessions = make([]training.Session, len(rows))
	for i, row := range rows {
		w := workouts[row.WorkoutID]
		load := db.load(w, athlete.Profile.Thresholds)
		sessions[i] = training.Session{PlannedSession: row.session(), Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: load}
	}
	return sessions, sum, nil
}
