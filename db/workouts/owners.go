package workouts

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

// ownerRow is what an owner's workouts are read by.
type ownerRow struct {
	bun.BaseModel `bun:"table:users,alias:u"`

	ID                              training.UserID `bun:"id,pk"`
	FTPWatts                        *int            `bun:"ftp_watts"`
	RowFTPWatts                     *int            `bun:"row_ftp_watts"`
	ThresholdSecondsPerKilometer    *int            `bun:"threshold_seconds_per_kilometer"`
	CriticalSwimSecondsPer100Meters *int            `bun:"critical_swim_seconds_per_100_meters"`
	ThresholdHeartRate              *int            `bun:"threshold_heart_rate"`
	MaxHeartRate                    *int            `bun:"max_heart_rate"`
	RestingHeartRate                *int            `bun:"resting_heart_rate"`
}

func (r *ownerRow) thresholds() training.Thresholds {
	return training.Thresholds{
		FTPWatts: r.FTPWatts, RowFTPWatts: r.RowFTPWatts, ThresholdSecondsPerKilometer: r.ThresholdSecondsPerKilometer,
		CriticalSwimSecondsPer100Meters: r.CriticalSwimSecondsPer100Meters, ThresholdHeartRate: r.ThresholdHeartRate, MaxHeartRate: r.MaxHeartRate,
		RestingHeartRate: r.RestingHeartRate,
	}
}

// thresholdsOf are an owner's as they are now. They stay so until the transaction ends.
func thresholdsOf(ctx context.Context, tx bun.Tx, owner training.UserID) (training.Thresholds, error) {
	row := ownerRow{ID: owner}
	err := tx.NewSelect().Model(&row).WherePK().For("SHARE").Scan(ctx)
	return row.thresholds(), err
}

// readByOwner reads a workout by the thresholds of its owner, where they tell what it is.
func (r *workoutRow) readByOwner(ctx context.Context, tx bun.Tx) error {
	if r.OwnerID == nil || !r.ByThresholds {
		return nil
	}
	t, err := thresholdsOf(ctx, tx, *r.OwnerID)
	if err == nil {
		r.read(t)
	}
	return err
}

// ReadAnewFor reads workouts of an owner whose thresholds have changed anew. Those that are another family or level for it get their next revision.
// What is archived stays what it was when that was done.
func ReadAnewFor(ctx context.Context, tx bun.Tx, owner training.UserID) error {
	return readAnew(ctx, tx, func(q *bun.SelectQuery) *bun.SelectQuery { return q.Where("w.owner_id = ? AND NOT w.archived", owner) })
}

// readAnew reads workouts that pass a condition by the thresholds of their owners, some at a time.
func readAnew(ctx context.Context, tx bun.Tx, which postgres.Condition) error {
	owners, last := map[training.UserID]training.Thresholds{}, training.WorkoutID("00000000-0000-0000-0000-000000000000")
	for {
		var rows []workoutRow
		err := tx.NewSelect().Model(&rows).Apply(which).Where("w.by_thresholds AND w.owner_id IS NOT NULL AND w.id > ?", last).
			OrderExpr("w.id").Limit(rewriteBatch).For("NO KEY UPDATE OF w").Scan(ctx)
		if err != nil || len(rows) == 0 {
			return err
		}
		for i := range rows {
			row := &rows[i]
			t, known := owners[*row.OwnerID]
			if !known {
				if t, err = thresholdsOf(ctx, tx, *row.OwnerID); err != nil {
					return err
				}
				owners[*row.OwnerID] = t
			}
			if !row.read(t) {
				continue
			}
			row.Revision++
			if _, err := tx.NewUpdate().Model(row).Column("family", "level", "reading", "revision").WherePK().Exec(ctx); err != nil {
				return err
			}
		}
		last = rows[len(rows)-1].ID
	}
}

// rewriteBatch is how many workouts are rewritten in one transaction.
const rewriteBatch = 200
