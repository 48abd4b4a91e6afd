package db

import (
	"cmp"
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/training"
)

type activityRow struct {
	bun.BaseModel `bun:"table:activities,alias:a"`

	ID                   training.ActivityID  `bun:"id,pk"`
	AthleteID            training.UserID      `bun:"athlete_id"`
	ExternalID           *string              `bun:"external_id"`
	Date                 training.Date        `bun:"date"`
	Start                *training.LocalTime  `bun:"start"`
	Sport                training.Sport       `bun:"sport"`
	DurationSeconds      int                  `bun:"duration_seconds"`
	DistanceMeters       *float64             `bun:"distance_meters"`
	TSS                  float64              `bun:"tss"`
	LoadMethod           training.LoadMethod  `bun:"load_method"`
	RPE                  *int                 `bun:"rpe"`
	AverageHeartRate     *int                 `bun:"average_heart_rate"`
	IntensityFactor      *float64             `bun:"intensity_factor"`
	HighIntensitySeconds *int                 `bun:"high_intensity_seconds"`
	HardLegSets          *int                 `bun:"hard_leg_sets"`
	PaceFactor           *float64             `bun:"pace_factor"`
	SessionID            *training.SessionID  `bun:"session_id"`
	CreatedAt            time.Time            `bun:"created_at"`
	UpdatedAt            time.Time            `bun:"updated_at"`
	MatchedBy            *training.MatchedBy  `bun:"matched_by"`
	Matching             training.Matching    `bun:"matching"`
	DuplicateOf          *training.ActivityID `bun:"duplicate_of"`
	Kept                 bool                 `bun:"kept"`
	Aliases              []string             `bun:"aliases,array"`

	keyed
}

func newActivityRow(a training.Activity, now time.Time) activityRow {
	return activityRow{
		ID: a.ID, AthleteID: a.AthleteID, ExternalID: a.ExternalID, Date: a.Date, Start: a.Start, Sport: a.Sport,
		DurationSeconds: a.DurationSeconds, DistanceMeters: a.DistanceMeters, TSS: a.TSS, LoadMethod: a.LoadMethod, RPE: a.RPE,
		AverageHeartRate: a.AverageHeartRate, IntensityFactor: a.IntensityFactor, HighIntensitySeconds: a.HighIntensitySeconds,
		HardLegSets: a.HardLegSets, PaceFactor: a.PaceFactor, SessionID: orNil(a.SessionID), CreatedAt: now, UpdatedAt: now,
		MatchedBy: orNil(a.MatchedBy), Matching: cmp.Or(a.Matching, training.MatchAny), DuplicateOf: orNil(a.DuplicateOf), Kept: a.Kept,
		Aliases: orEmpty(a.Aliases),
	}
}

func (r activityRow) activity() training.Activity {
	a := training.Activity{
		ID: r.ID, AthleteID: r.AthleteID, ExternalID: r.ExternalID, Date: r.Date, Start: r.Start, Sport: r.Sport,
		DurationSeconds: r.DurationSeconds, DistanceMeters: r.DistanceMeters, TSS: r.TSS, LoadMethod: r.LoadMethod, RPE: r.RPE,
		AverageHeartRate: r.AverageHeartRate, IntensityFactor: r.IntensityFactor, HighIntensitySeconds: r.HighIntensitySeconds,
		HardLegSets: r.HardLegSets, PaceFactor: r.PaceFactor, SessionID: orZero(r.SessionID), MatchedBy: orZero(r.MatchedBy),
		Matching: r.Matching, DuplicateOf: orZero(r.DuplicateOf), Kept: r.Kept,
	}
	if len(r.Aliases) > 0 {
		a.Aliases = r.Aliases
	}
	return a
}

func activitiesOf(rows []activityRow) []training.Activity {
	activities := make([]training.Activity, len(rows))
	for i, row := range rows {
		activities[i] = row.activity()
	}
	return activities
}

var activitiesNewestFirst = keyset{
	list: "activities", expression: "a.date + coalesce(a.start, '00:00'::time)", sqlType: "timestamp", id: "a.id", down: true,
}

// Activities are an athlete's, the latest first, from a day and to a day where they are given.
func (db *DB) Activities(ctx context.Context, viewer, athlete training.UserID, from, to *training.Date, first int, after string) (Page[training.Activity], error) {
	if err := checkAccess(ctx, db.bun, viewer, athlete); err != nil {
		return Page[training.Activity]{}, wrap("list activities", err)
	}
	var rows []activityRow
	query := db.bun.NewSelect().Model(&rows).Where("a.athlete_id = ?", athlete).Apply(accessible("a.athlete_id", viewer))
	if from != nil {
		query = query.Where("a.date >= ?", *from)
	}
	if to != nil {
		query = query.Where("a.date <= ?", *to)
	}
	query, err := activitiesNewestFirst.limit(query, first, after)
	if err != nil {
		return Page[training.Activity]{}, err
	}
	if err := query.Scan(ctx); err != nil {
		return Page[training.Activity]{}, wrap("list activities", activitiesNewestFirst.explain(after, err))
	}
	return pageOf(activitiesNewestFirst, rows, first,
		func(r activityRow) (string, string) { return r.SortKey, string(r.ID) }, activityRow.activity), nil
}

func activitiesWithin(ctx context.Context, from bun.IDB, athlete training.UserID, within span) ([]training.Activity, error) {
	var rows []activityRow
	err := from.NewSelect().Model(&rows).Where("a.athlete_id = ?", athlete).
		Where("a.date BETWEEN ? AND ?", within.oldest, within.last).
		OrderExpr("a.date, coalesce(a.start, '00:00'::time), a.id").Scan(ctx)
	return activitiesOf(rows), err
}
