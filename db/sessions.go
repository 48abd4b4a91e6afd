package db

import (
	"cmp"
	"context"
	"slices"
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
	ResultCompletedShare  *float64               `bun:"result_completed_share"`
	CompletedAt           *time.Time             `bun:"completed_at"`
	SkipReason            *string                `bun:"skip_reason"`
	SkippedOn             *training.Date         `bun:"skipped_on"`
	CreatedAt             time.Time              `bun:"created_at"`
	UpdatedAt             time.Time              `bun:"updated_at"`
	Skipped               bool                   `bun:"skipped"`

	// What the activity says that fulfils the session; no row keeps it twice.
	ActivityID              *training.ActivityID `bun:"activity_id,scanonly"`
	ActivityDurationSeconds *int                 `bun:"activity_duration_seconds,scanonly"`
	ActivityTSS             *float64             `bun:"activity_tss,scanonly"`
	ActivityRPE             *int                 `bun:"activity_rpe,scanonly"`
}

// withActivities reads sessions together with what the activities that fulfil them say.
func withActivities(q *bun.SelectQuery) *bun.SelectQuery {
	return q.ColumnExpr("?TableColumns").
		ColumnExpr("a.id AS activity_id, a.duration_seconds AS activity_duration_seconds, a.tss AS activity_tss, a.rpe AS activity_rpe").
		Join("LEFT JOIN activities AS a ON a.session_id = s.id")
}

// newSessionRow holds what was recorded by hand; what an activity says is in its own row.
func newSessionRow(s training.PlannedSession, now time.Time) sessionRow {
	row := sessionRow{
		ID: s.ID, AthleteID: s.AthleteID, Date: s.Date, Start: s.Start, WorkoutID: s.WorkoutID, Status: s.Status, Lock: s.Lock,
		Key: s.Key, KeyFlagged: s.KeyFlagged, Rationale: s.Rationale, RunID: orNil(s.RunID), SkipReason: s.SkipReason,
		SkippedOn: s.SkippedOn, CreatedAt: now, UpdatedAt: now, Skipped: s.Skipped,
	}
	byHand := s.Result
	if s.Result != nil {
		row.CompletedAt = &s.Result.CompletedAt
	}
	if s.ActivityID != "" {
		byHand = s.Recorded
	}
	if r := byHand; r != nil {
		row.ResultDurationSeconds, row.ResultTSS, row.ResultRPE, row.ResultComment = &r.DurationSeconds, &r.TSS, r.RPE, r.Comment
		row.ResultCompletedShare = r.CompletedShare
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
			CompletedShare: r.ResultCompletedShare, CompletedAt: r.CompletedAt.UTC(),
		}
	}
	if r.ActivityID != nil && r.CompletedAt != nil {
		activity := training.Activity{ID: *r.ActivityID, DurationSeconds: *r.ActivityDurationSeconds, TSS: *r.ActivityTSS, RPE: r.ActivityRPE}
		s.Fulfil(&activity, r.CompletedAt.UTC())
		s.Skipped = r.Skipped
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
	err := db.bun.NewSelect().Model(&rows).Apply(withActivities).Where("s.id IN (?)", bun.List(ids)).Apply(accessible("s.athlete_id", viewer)).Scan(ctx)
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
	err := from.NewSelect().Model(&row).Apply(withActivities).Where("s.id = ? AND s.athlete_id = ?", id, athlete).Scan(ctx)
	return row.session(), err
}

// plannedRow is a session and the revision of its workout.
type plannedRow struct {
	sessionRow `bun:",extend"`

	Revision int `bun:"revision,scanonly"`
}

// plannedRows reads sessions of an athlete with the revisions of their workouts.
func plannedRows(from bun.IDB, athlete training.UserID, rows *[]plannedRow) *bun.SelectQuery {
	return from.NewSelect().Model(rows).Apply(withActivities).ColumnExpr("w.revision").
		Join("JOIN workouts AS w ON w.id = s.workout_id").
		Where("s.athlete_id = ?", athlete).OrderExpr("s.date, s.start, s.id")
}

// sessionsWithin reads an athlete's sessions, measured for the athlete: those of the span, and completed ones further back. The sum is of
// the revisions of their workouts.
func (db *DB) sessionsWithin(ctx context.Context, from bun.IDB, athlete training.User, within span) (sessions []training.Session, sum int, err error) {
	var rows []plannedRow
	err = plannedRows(from, athlete.ID, &rows).Where("s.date BETWEEN ? AND ?", within.oldest, within.last).
		Where("s.date >= ? OR s.status = ?", within.first, training.Completed).Scan(ctx)
	if err != nil {
		return nil, 0, err
	}
	for _, row := range rows {
		sum += row.Revision
	}
	sessions, err = db.measured(ctx, from, athlete, rows)
	return sessions, sum, err
}

// measured are sessions with what their workouts demand of the athlete.
func (db *DB) measured(ctx context.Context, from bun.IDB, athlete training.User, rows []plannedRow) ([]training.Session, error) {
	places := make([]place, len(rows))
	for i, row := range rows {
		places[i] = place{ID: row.WorkoutID, Revision: row.Revision}
	}
	workouts, err := db.rowsAt(ctx, from, places)
	if err != nil {
		return nil, err
	}
	sessions := make([]training.Session, len(rows))
	for i, row := range rows {
		w := workouts[row.WorkoutID]
		load := db.load(w, athlete.Profile.Thresholds)
		sessions[i] = training.Session{
			PlannedSession: row.session(), Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: load,
			Family: string(orZero(w.Family)), FamilyLevel: orZero(w.Level),
		}
	}
	return sessions, nil
}

// withFulfilled adds to sessions those that the activities fulfil and that lie on days further away: what was done on another day than
// planned is what was planned, whichever days are looked at.
func (db *DB) withFulfilled(ctx context.Context, from bun.IDB, athlete training.User, sessions []training.Session, activities []training.Activity) ([]training.Session, error) {
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
	var rows []plannedRow
	if err := plannedRows(from, athlete.ID, &rows).Where("s.id IN (?)", bun.List(missing)).Scan(ctx); err != nil {
		return nil, err
	}
	more, err := db.measured(ctx, from, athlete, rows)
	if err != nil {
		return nil, err
	}
	sessions = append(sessions, more...)
	slices.SortStableFunc(sessions, func(a, b training.Session) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	return sessions, nil
}
