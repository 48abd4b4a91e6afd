package db

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// MaxActivities is how many activities are logged at once.
const MaxActivities = 500

type activityRow struct {
	bun.BaseModel `bun:"table:activities,alias:a"`

	ID                   training.ActivityID `bun:"id,pk"`
	AthleteID            training.UserID     `bun:"athlete_id"`
	ExternalID           *string             `bun:"external_id"`
	Date                 training.Date       `bun:"date"`
	Start                *training.LocalTime `bun:"start"`
	Sport                training.Sport      `bun:"sport"`
	DurationSeconds      int                 `bun:"duration_seconds"`
	DistanceMeters       *float64            `bun:"distance_meters"`
	TSS                  float64             `bun:"tss"`
	LoadMethod           training.LoadMethod `bun:"load_method"`
	RPE                  *int                `bun:"rpe"`
	AverageHeartRate     *int                `bun:"average_heart_rate"`
	IntensityFactor      *float64            `bun:"intensity_factor"`
	HighIntensitySeconds *int                `bun:"high_intensity_seconds"`
	HardLegSets          *int                `bun:"hard_leg_sets"`
	PaceFactor           *float64            `bun:"pace_factor"`
	SessionID            *training.SessionID `bun:"session_id"`
	CreatedAt            time.Time           `bun:"created_at"`
	UpdatedAt            time.Time           `bun:"updated_at"`

	keyed
}

func newActivityRow(a training.Activity, now time.Time) activityRow {
	return activityRow{
		ID: a.ID, AthleteID: a.AthleteID, ExternalID: a.ExternalID, Date: a.Date, Start: a.Start, Sport: a.Sport,
		DurationSeconds: a.DurationSeconds, DistanceMeters: a.DistanceMeters, TSS: a.TSS, LoadMethod: a.LoadMethod, RPE: a.RPE,
		AverageHeartRate: a.AverageHeartRate, IntensityFactor: a.IntensityFactor, HighIntensitySeconds: a.HighIntensitySeconds,
		HardLegSets: a.HardLegSets, PaceFactor: a.PaceFactor, SessionID: orNil(a.SessionID), CreatedAt: now, UpdatedAt: now,
	}
}

func (r activityRow) activity() training.Activity {
	a := training.Activity{
		ID: r.ID, AthleteID: r.AthleteID, ExternalID: r.ExternalID, Date: r.Date, Start: r.Start, Sport: r.Sport,
		DurationSeconds: r.DurationSeconds, DistanceMeters: r.DistanceMeters, TSS: r.TSS, LoadMethod: r.LoadMethod, RPE: r.RPE,
		AverageHeartRate: r.AverageHeartRate, IntensityFactor: r.IntensityFactor, HighIntensitySeconds: r.HighIntensitySeconds,
		HardLegSets: r.HardLegSets, PaceFactor: r.PaceFactor,
	}
	if r.SessionID != nil {
		a.SessionID = *r.SessionID
	}
	return a
}

// LogActivities records what an athlete did, at most MaxActivities, all or none, and returns it in the same order. One whose external id
// is known replaces the earlier one and keeps its id. A session that is not the athlete's is a *training.InputError.
func (db *DB) LogActivities(ctx context.Context, viewer, athlete training.UserID, activities []training.Activity) ([]training.Activity, error) {
	if err := checkActivities(activities); err != nil {
		return nil, err
	}
	var logged []training.Activity
	err := db.inTx(ctx, "log activities", func(ctx context.Context, tx bun.Tx) error {
		if _, err := lockCalendar(ctx, tx, viewer, athlete); err != nil {
			return err
		}
		if err := checkSessionsOf(ctx, tx, athlete, activities); err != nil {
			return err
		}
		earlier, err := knownActivities(ctx, tx, athlete, activities)
		if err != nil || len(activities) == 0 {
			return err
		}
		rows, days := db.activityRows(athlete, activities, earlier)
		if err := upsertActivities(ctx, tx, rows); err != nil {
			return err
		}
		logged = activitiesOf(rows)
		err = touch(ctx, tx, athlete, days...)
		return err
	})
	return logged, err
}

// checkActivities refuses too many, and two of one name, of which one would replace the other.
func checkActivities(activities []training.Activity) error {
	var faults training.InputError
	training.CheckCount(&faults, "activities", len(activities), 0, MaxActivities)
	seen := map[string]int{}
	for i, a := range activities {
		if a.ExternalID == nil {
			continue
		}
		if first, twice := seen[*a.ExternalID]; twice {
			faults.Add(fmt.Sprintf("activities[%d].externalId", i), fmt.Sprintf("is that of activities[%d] too", first))
		}
		seen[*a.ExternalID] = i
	}
	return faults.Err()
}

func checkSessionsOf(ctx context.Context, tx bun.Tx, athlete training.UserID, activities []training.Activity) error {
	ids := make([]training.SessionID, len(activities))
	for i, a := range activities {
		ids[i] = a.SessionID
	}
	known, err := sessionsAmong(ctx, tx, athlete, possible(ids))
	if err != nil {
		return err
	}
	var faults training.InputError
	for i, id := range ids {
		if _, stands := known[id]; id != "" && !stands {
			faults.Add(fmt.Sprintf("activities[%d].sessionId", i), "is not a session of the athlete's")
		}
	}
	return faults.Err()
}

// knownActivities are those that activities replace, by their external id.
func knownActivities(ctx context.Context, tx bun.Tx, athlete training.UserID, activities []training.Activity) (map[string]activityRow, error) {
	var names []string
	for _, a := range activities {
		if a.ExternalID != nil {
			names = append(names, *a.ExternalID)
		}
	}
	if len(names) == 0 {
		return nil, nil
	}
	var rows []activityRow
	err := tx.NewSelect().Model(&rows).Where("a.athlete_id = ?", athlete).Where("a.external_id IN (?)", bun.List(names)).Scan(ctx)
	return byID(rows, func(r activityRow) string { return *r.ExternalID }), err
}

// activityRows are the rows to write, and the days that change.
func (db *DB) activityRows(athlete training.UserID, activities []training.Activity, earlier map[string]activityRow) ([]activityRow, []training.Date) {
	rows, now := make([]activityRow, len(activities)), db.now()
	var days []training.Date
	for i, a := range activities {
		a.ID, a.AthleteID = newID[training.ActivityID](), athlete
		rows[i] = newActivityRow(a, now)
		days = append(days, a.Date)
		if a.ExternalID == nil {
			continue
		}
		if known, replaces := earlier[*a.ExternalID]; replaces {
			rows[i].ID, rows[i].CreatedAt = known.ID, known.CreatedAt
			days = append(days, known.Date)
		}
	}
	return rows, days
}

func upsertActivities(ctx context.Context, tx bun.Tx, rows []activityRow) error {
	insert := tx.NewInsert().Model(&rows).On("CONFLICT (id) DO UPDATE")
	for _, column := range []string{
		"date", "start", "sport", "duration_seconds", "distance_meters", "tss", "load_method", "rpe", "average_heart_rate",
		"intensity_factor", "high_intensity_seconds", "hard_leg_sets", "pace_factor", "session_id", "updated_at",
	} {
		insert = insert.Set("? = EXCLUDED.?", bun.Ident(column), bun.Ident(column))
	}
	_, err := insert.Exec(ctx)
	return err
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
