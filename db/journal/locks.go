package journal

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

// write makes the lock of the day what it is after the change.
func (l LockImage) write(ctx context.Context, tx bun.Tx, athlete training.UserID) error {
	if l.After == nil {
		_, err := tx.NewRaw("DELETE FROM day_locks WHERE athlete_id = ? AND date = ?", athlete, l.Date).Exec(ctx)
		return err
	}
	_, err := tx.NewRaw(`INSERT INTO day_locks (athlete_id, date, locked_by, locked_at)
		VALUES (?, ?, (SELECT u.id FROM users AS u WHERE u.id = ?), ?)`, athlete, l.Date, postgres.OrNil(l.After.By), l.After.At).Exec(ctx)
	return err
}

// LocksAmong are the locks of those of some days that are locked.
func LocksAmong(ctx context.Context, from bun.IDB, athlete training.UserID, days []training.Date) (map[training.Date]DayLock, error) {
	if len(days) == 0 {
		return nil, nil
	}
	var rows []struct {
		Date     training.Date
		LockedBy training.UserID `bun:"locked_by,nullzero"`
		LockedAt time.Time
	}
	err := from.NewRaw("SELECT date, locked_by, locked_at FROM day_locks WHERE athlete_id = ? AND date IN (?)", athlete, bun.List(days)).
		Scan(ctx, &rows)
	locks := make(map[training.Date]DayLock, len(rows))
	for _, row := range rows {
		locks[row.Date] = DayLock{By: row.LockedBy, At: row.LockedAt.UTC()}
	}
	return locks, err
}
