package db

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// letGo takes activities of an athlete from the sessions and originals that they have before changes, and deletes those that are gone after
// them: what is in their place can be written then.
func letGo(ctx context.Context, tx bun.Tx, athlete training.UserID, changes []activityImage) error {
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
func putActivities(ctx context.Context, tx bun.Tx, now time.Time, changes []activityImage) error {
	var rows []activityRow
	for _, i := range changes {
		if i.After != nil {
			rows = append(rows, newActivityRow(*i.After, now))
		}
	}
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

// activitiesAmong reads those of the activities of changes that an athlete has.
func activitiesAmong(ctx context.Context, from bun.IDB, athlete training.UserID, changes []activityImage) (map[training.ActivityID]training.Activity, error) {
	if len(changes) == 0 {
		return nil, nil
	}
	ids := make([]training.ActivityID, len(changes))
	for i, change := range changes {
		ids[i] = change.either().ID
	}
	var rows []activityRow
	err := from.NewSelect().Model(&rows).Where("a.athlete_id = ?", athlete).Where("a.id IN (?)", bun.List(ids)).Scan(ctx)
	return byID(activitiesOf(rows), func(a training.Activity) training.ActivityID { return a.ID }), err
}
