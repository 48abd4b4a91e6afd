package journal

import (
	"cmp"
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/postgres"
	"fortnight/training"
)

// ActivityRow is an activity as it is stored.
type ActivityRow struct {
	bun.BaseModel `bun:"table:activities,alias:a"`

	ID                   training.ActivityID       `bun:"id,pk"`
	AthleteID            training.UserID           `bun:"athlete_id,pk"`
	ExternalID           *string                   `bun:"external_id"`
	Date                 training.Date             `bun:"date"`
	Start                *training.LocalTime       `bun:"start"`
	Sport                training.Sport            `bun:"sport"`
	DurationSeconds      int                       `bun:"duration_seconds"`
	DistanceMeters       *float64                  `bun:"distance_meters"`
	TSS                  float64                   `bun:"tss"`
	LoadMethod           training.LoadMethod       `bun:"load_method"`
	RPE                  *int                      `bun:"rpe"`
	AverageHeartRate     *int                      `bun:"average_heart_rate"`
	IntensityFactor      *float64                  `bun:"intensity_factor"`
	HighIntensitySeconds *int                      `bun:"high_intensity_seconds"`
	HardLegSets          *int                      `bun:"hard_leg_sets"`
	PaceFactor           *float64                  `bun:"pace_factor"`
	SessionID            *training.SessionID       `bun:"session_id"`
	CreatedAt            time.Time                 `bun:"created_at"`
	UpdatedAt            time.Time                 `bun:"updated_at"`
	MatchedBy            *training.MatchedBy       `bun:"matched_by"`
	Matching             training.Matching         `bun:"matching"`
	DuplicateOf          *training.ActivityID      `bun:"duplicate_of"`
	Kept                 bool                      `bun:"kept"`
	Aliases              []string                  `bun:"aliases,array"`
	Lifts                []training.LiftedExercise `bun:"lifts,type:jsonb,nullzero"` // nil: nobody said
	Note                 *string                   `bun:"note"`
	ChangedRevision      int                       `bun:"changed_revision"`

	postgres.Keyed
}

func newActivityRow(a training.Activity, now time.Time) ActivityRow {
	return ActivityRow{
		ID: a.ID, AthleteID: a.AthleteID, ExternalID: a.ExternalID, Date: a.Date, Start: a.Start, Sport: a.Sport,
		DurationSeconds: a.DurationSeconds, DistanceMeters: a.DistanceMeters, TSS: a.TSS, LoadMethod: a.LoadMethod, RPE: a.RPE,
		AverageHeartRate: a.AverageHeartRate, IntensityFactor: a.IntensityFactor, HighIntensitySeconds: a.HighIntensitySeconds,
		HardLegSets: a.HardLegSets, PaceFactor: a.PaceFactor, SessionID: postgres.OrNil(a.SessionID), CreatedAt: now, UpdatedAt: now,
		MatchedBy: postgres.OrNil(a.MatchedBy), Matching: cmp.Or(a.Matching, training.MatchAny), DuplicateOf: postgres.OrNil(a.DuplicateOf), Kept: a.Kept,
		Aliases: postgres.OrEmpty(a.Aliases), Lifts: a.Lifts, Note: a.Note,
	}
}

// Activity is the activity of the row.
func (r ActivityRow) Activity() training.Activity {
	a := training.Activity{
		ID: r.ID, AthleteID: r.AthleteID, ExternalID: r.ExternalID, Date: r.Date, Start: r.Start, Sport: r.Sport,
		DurationSeconds: r.DurationSeconds, DistanceMeters: r.DistanceMeters, TSS: r.TSS, LoadMethod: r.LoadMethod, RPE: r.RPE,
		AverageHeartRate: r.AverageHeartRate, IntensityFactor: r.IntensityFactor, HighIntensitySeconds: r.HighIntensitySeconds,
		HardLegSets: r.HardLegSets, PaceFactor: r.PaceFactor, SessionID: postgres.OrZero(r.SessionID), MatchedBy: postgres.OrZero(r.MatchedBy),
		Matching: r.Matching, DuplicateOf: postgres.OrZero(r.DuplicateOf), Kept: r.Kept, Lifts: r.Lifts, Note: r.Note,
	}
	if len(r.Aliases) > 0 {
		a.Aliases = r.Aliases
	}
	return a
}

// ActivitiesOf are the activities of rows, in their order.
func ActivitiesOf(rows []ActivityRow) []training.Activity {
	activities := make([]training.Activity, len(rows))
	for i, row := range rows {
		activities[i] = row.Activity()
	}
	return activities
}

// letGo takes activities of an athlete from the sessions and originals that they have before changes, and deletes those that are gone after
// them: what is in their place can be written then.
func letGo(ctx context.Context, tx bun.Tx, athlete training.UserID, changes []ActivityImage) error {
	var held, gone []training.ActivityID
	for _, i := range changes {
		if i.Before != nil && (i.Before.SessionID != "" || i.Before.DuplicateOf != "") {
			held = append(held, i.Before.ID)
		}
		if i.After == nil {
			gone = append(gone, i.Before.ID)
		}
	}
	if len(held) > 0 {
		_, err := tx.NewRaw(`UPDATE activities SET session_id = NULL, matched_by = NULL, duplicate_of = NULL
			WHERE athlete_id = ? AND id IN (?)`, athlete, bun.List(held)).Exec(ctx)
		if err != nil {
			return err
		}
	}
	if len(gone) == 0 {
		return nil
	}
	_, err := tx.NewRaw("DELETE FROM activities WHERE athlete_id = ? AND id IN (?)", athlete, bun.List(gone)).Exec(ctx)
	return err
}

// putActivities writes activities that were let go as they are after changes.
func putActivities(ctx context.Context, tx bun.Tx, now time.Time, athlete training.UserID, changes []ActivityImage) error {
	var rows []ActivityRow
	for _, i := range changes {
		if i.After != nil {
			rows = append(rows, newActivityRow(*i.After, now))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	revision, err := access.NextRevision(ctx, tx, athlete)
	if err != nil {
		return err
	}
	for i := range rows {
		rows[i].ChangedRevision = revision
	}
	insert := tx.NewInsert().Model(&rows).On("CONFLICT (athlete_id, id) DO UPDATE")
	for _, column := range []string{
		"date", "start", "sport", "duration_seconds", "distance_meters", "tss", "load_method", "rpe", "average_heart_rate",
		"intensity_factor", "high_intensity_seconds", "hard_leg_sets", "pace_factor", "session_id", "updated_at", "matched_by", "matching",
		"duplicate_of", "kept", "aliases", "lifts", "note", "changed_revision",
	} {
		insert = insert.Set("? = EXCLUDED.?", bun.Ident(column), bun.Ident(column))
	}
	_, err = insert.Exec(ctx)
	return err
}

// activitiesAmong reads those of the activities of changes that an athlete has.
func activitiesAmong(ctx context.Context, from bun.IDB, athlete training.UserID, changes []ActivityImage) (map[training.ActivityID]training.Activity, error) {
	if len(changes) == 0 {
		return nil, nil
	}
	ids := make([]training.ActivityID, len(changes))
	for i, change := range changes {
		ids[i] = change.either().ID
	}
	var rows []ActivityRow
	err := from.NewSelect().Model(&rows).Where("a.athlete_id = ?", athlete).Where("a.id IN (?)", bun.List(ids)).Scan(ctx)
	return postgres.ByID(ActivitiesOf(rows), func(a training.Activity) training.ActivityID { return a.ID }), err
}
