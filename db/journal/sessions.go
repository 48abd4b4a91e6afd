package journal

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

// SessionsAmong reads those of some sessions that stand on an athlete's calendar.
func SessionsAmong(ctx context.Context, from bun.IDB, athlete training.UserID, ids []training.SessionID) (map[training.SessionID]training.PlannedSession, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []SessionRow
	err := from.NewSelect().Model(&rows).Apply(WithActivities).Where("s.athlete_id = ?", athlete).Where("s.id IN (?)", bun.List(ids)).Scan(ctx)
	return postgres.ByID(SessionsOf(rows), func(s training.PlannedSession) training.SessionID { return s.ID }), err
}

// SessionRow is a planned session as it is stored, with what the activity says that fulfils it where it was read WithActivities.
type SessionRow struct {
	bun.BaseModel `bun:"table:planned_sessions,alias:s"`

	ID                    training.SessionID        `bun:"id,pk"`
	AthleteID             training.UserID           `bun:"athlete_id,pk"`
	Date                  training.Date             `bun:"date"`
	Start                 training.LocalTime        `bun:"start"`
	WorkoutID             training.WorkoutID        `bun:"workout_id"`
	Status                training.SessionStatus    `bun:"status"`
	Lock                  *training.LockScope       `bun:"lock"`
	Key                   bool                      `bun:"key"`
	KeyFlagged            bool                      `bun:"key_flagged"`
	Rationale             *string                   `bun:"rationale"`
	RunID                 *training.RunID           `bun:"run_id"`
	ResultDurationSeconds *int                      `bun:"result_duration_seconds"`
	ResultTSS             *float64                  `bun:"result_tss"`
	ResultRPE             *int                      `bun:"result_rpe"`
	ResultComment         *string                   `bun:"result_comment"`
	ResultCompletedShare  *float64                  `bun:"result_completed_share"`
	ResultLifts           []training.LiftedExercise `bun:"result_lifts,type:jsonb,nullzero"` // nil: nobody said
	CompletedAt           *time.Time                `bun:"completed_at"`
	SkipReason            *string                   `bun:"skip_reason"`
	SkippedOn             *training.Date            `bun:"skipped_on"`
	CreatedAt             time.Time                 `bun:"created_at"`
	UpdatedAt             time.Time                 `bun:"updated_at"`
	Skipped               bool                      `bun:"skipped"`
	ChangedRevision       int                       `bun:"changed_revision"`
	CoachNote             *string                   `bun:"coach_note"`
	AthleteNote           *string                   `bun:"athlete_note"`
	Alone                 *string                   `bun:"alone"`
	Leans                 []training.Date           `bun:"leans,type:jsonb,nullzero"`
	Rests                 []training.Ground         `bun:"rests,type:jsonb,nullzero"`
	Bare                  *string                   `bun:"bare"`

	// What the activity says that fulfils the session; no row keeps it twice.
	ActivityID              *training.ActivityID      `bun:"activity_id,scanonly"`
	ActivityDurationSeconds *int                      `bun:"activity_duration_seconds,scanonly"`
	ActivityTSS             *float64                  `bun:"activity_tss,scanonly"`
	ActivityRPE             *int                      `bun:"activity_rpe,scanonly"`
	ActivityLifts           []training.LiftedExercise `bun:"activity_lifts,type:jsonb,scanonly"`
}

// WithActivities reads sessions together with what the activities that fulfil them say.
func WithActivities(q *bun.SelectQuery) *bun.SelectQuery {
	return q.ColumnExpr("?TableColumns").
		ColumnExpr("a.id AS activity_id, a.duration_seconds AS activity_duration_seconds, a.tss AS activity_tss, a.rpe AS activity_rpe, a.lifts AS activity_lifts").
		Join("LEFT JOIN activities AS a ON a.athlete_id = s.athlete_id AND a.session_id = s.id")
}

// newSessionRow holds what was recorded by hand; what an activity says is in its own row.
func newSessionRow(s training.PlannedSession, now time.Time) SessionRow {
	row := SessionRow{
		ID: s.ID, AthleteID: s.AthleteID, Date: s.Date, Start: s.Start, WorkoutID: s.WorkoutID, Status: s.Status, Lock: s.Lock,
		Key: s.Key, KeyFlagged: s.KeyFlagged, Rationale: s.Rationale, RunID: postgres.OrNil(s.RunID), SkipReason: s.SkipReason,
		SkippedOn: s.SkippedOn, CreatedAt: now, UpdatedAt: now, Skipped: s.Skipped, CoachNote: s.CoachNote, AthleteNote: s.AthleteNote,
		Alone: s.Alone, Leans: s.Leans, Rests: s.Rests, Bare: s.Bare,
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
		row.ResultCompletedShare, row.ResultLifts = r.CompletedShare, r.Lifts
	}
	return row
}

// Session is the session of the row.
func (r SessionRow) Session() training.PlannedSession {
	s := training.PlannedSession{
		ID: r.ID, AthleteID: r.AthleteID, Date: r.Date, Start: r.Start, WorkoutID: r.WorkoutID, Status: r.Status, Lock: r.Lock,
		Key: r.Key, KeyFlagged: r.KeyFlagged, Rationale: r.Rationale, SkipReason: r.SkipReason, SkippedOn: r.SkippedOn,
		CoachNote: r.CoachNote, AthleteNote: r.AthleteNote, Alone: r.Alone, Leans: r.Leans, Rests: r.Rests, Bare: r.Bare,
	}
	if r.RunID != nil {
		s.RunID = *r.RunID
	}
	if r.CompletedAt != nil && r.ResultDurationSeconds != nil && r.ResultTSS != nil {
		s.Result = &training.SessionResult{
			DurationSeconds: *r.ResultDurationSeconds, TSS: *r.ResultTSS, RPE: r.ResultRPE, Comment: r.ResultComment,
			CompletedShare: r.ResultCompletedShare, CompletedAt: r.CompletedAt.UTC(), Lifts: r.ResultLifts,
		}
	}
	if r.ActivityID != nil && r.CompletedAt != nil {
		activity := training.Activity{ID: *r.ActivityID, DurationSeconds: *r.ActivityDurationSeconds, TSS: *r.ActivityTSS, RPE: r.ActivityRPE, Lifts: r.ActivityLifts}
		s.Fulfil(&activity, r.CompletedAt.UTC())
		s.Skipped = r.Skipped
	}
	return s
}

// SessionsOf are the sessions of rows, in their order.
func SessionsOf(rows []SessionRow) []training.PlannedSession {
	sessions := make([]training.PlannedSession, len(rows))
	for i, row := range rows {
		sessions[i] = row.Session()
	}
	return sessions
}
