package db

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// activityImage is an activity before and after a change; nil is where there is none.
type activityImage struct {
	Before *training.Activity `json:"before,omitempty"`
	After  *training.Activity `json:"after,omitempty"`
}

// days are those on which something changes.
func (i activityImage) days() []training.Date {
	var days []training.Date
	for _, a := range []*training.Activity{i.Before, i.After} {
		if a != nil {
			days = append(days, a.Date)
		}
	}
	return days
}

// writeActivities makes the activities of an athlete as the images have them after the change, all or none. Every change of an activity
// goes through here. Sessions and originals are let go before others take them.
func writeActivities(ctx context.Context, tx bun.Tx, now time.Time, images []activityImage) error {
	var held, gone []training.ActivityID
	var rows []activityRow
	for _, i := range images {
		if i.Before != nil && (i.Before.SessionID != "" || i.Before.DuplicateOf != "") {
			held = append(held, i.Before.ID)
		}
		if i.After == nil {
			gone = append(gone, i.Before.ID)
		} else {
			rows = append(rows, newActivityRow(*i.After, now))
		}
	}
	if err := letGo(ctx, tx, held); err != nil {
		return err
	}
	if err := deleteActivities(ctx, tx, gone); err != nil {
		return err
	}
	return upsertActivities(ctx, tx, rows)
}

func letGo(ctx context.Context, tx bun.Tx, ids []training.ActivityID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.NewRaw("UPDATE activities SET session_id = NULL, matched_by = NULL, duplicate_of = NULL WHERE id IN (?)", bun.List(ids)).Exec(ctx)
	return err
}

func deleteActivities(ctx context.Context, tx bun.Tx, ids []training.ActivityID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.NewRaw("DELETE FROM activities WHERE id IN (?)", bun.List(ids)).Exec(ctx)
	return err
}

func upsertActivities(ctx context.Context, tx bun.Tx, rows []activityRow) error {
	if len(rows) == 0 {
		return nil
	}
	insert := tx.NewInsert().Model(&rows).On("CONFLICT (id) DO UPDATE")
	for _, column := range []string{
		"date", "start", "sport", "duration_seconds", "distance_meters", "tss", "load_method", "rpe", "average_heart_rate",
		"intensity_factor", "high_intensity_seconds", "hard_leg_sets", "pace_factor", "session_id", "updated_at", "matched_by", "matching",
		"duplicate_of", "kept", "aliases",
	} {
		insert = insert.Set("? = EXCLUDED.?", bun.Ident(column), bun.Ident(column))
	}
	_, err := insert.Exec(ctx)
	return err
}
