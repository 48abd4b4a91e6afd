package db

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// write makes the calendar as the image has it after the change.
func (db *DB) write(ctx context.Context, tx bun.Tx, i image) error {
	switch {
	case i.After == nil:
		return remove(ctx, tx, *i.Before)
	case i.Before == nil:
		row := newSessionRow(*i.After, db.now())
		_, err := tx.NewInsert().Model(&row).Exec(ctx)
		return err
	}
	row := newSessionRow(*i.After, db.now())
	_, err := tx.NewUpdate().Model(&row).ExcludeColumn("id", "athlete_id", "created_at").
		Where("s.id = ? AND s.athlete_id = ?", row.ID, row.AthleteID).Exec(ctx)
	return err
}

// remove deletes a session that no activity fulfils.
func remove(ctx context.Context, tx bun.Tx, s training.PlannedSession) error {
	_, err := tx.NewRaw("DELETE FROM planned_sessions WHERE id = ? AND athlete_id = ?", s.ID, s.AthleteID).Exec(ctx)
	return err
}

// write makes the lock of the day what it is after the change.
func (l lockImage) write(ctx context.Context, tx bun.Tx, athlete training.UserID) error {
	if l.After == nil {
		_, err := tx.NewRaw("DELETE FROM day_locks WHERE athlete_id = ? AND date = ?", athlete, l.Date).Exec(ctx)
		return err
	}
	_, err := tx.NewRaw(`INSERT INTO day_locks (athlete_id, date, locked_by, locked_at)
		VALUES (?, ?, (SELECT u.id FROM users AS u WHERE u.id = ?), ?)`, athlete, l.Date, orNil(l.After.By), l.After.At).Exec(ctx)
	return err
}

// checkAll is a *ConflictError where one of the changes of a locked calendar meets what is locked, moves what is done, or has somebody else
// than the athlete take back what is done or skipped.
func checkAll(ctx context.Context, tx bun.Tx, a act, all images) error {
	locked, err := locksAmong(ctx, tx, a.athlete, all.days())
	if err != nil {
		return err
	}
	for _, i := range all.Sessions {
		if err := i.check(locked); err != nil {
			return err
		}
		if a.by != a.athlete && i.takesHistory() {
			return history(*i.Before)
		}
	}
	return nil
}

// writeAll writes changes of a locked calendar, all or none, in their order: what makes room comes before what takes it. Nothing else writes
// sessions' places and outcomes, activities and locks of days.
func (db *DB) writeAll(ctx context.Context, tx bun.Tx, athlete training.UserID, all images) error {
	if err := letGo(ctx, tx, athlete, all.Activities); err != nil {
		return err
	}
	for _, i := range all.Sessions {
		if err := db.write(ctx, tx, i); err != nil {
			return missingWorkout(i, err)
		}
	}
	if err := putActivities(ctx, tx, db.now(), all.Activities); err != nil {
		return err
	}
	for _, l := range all.Locks {
		if err := l.write(ctx, tx, athlete); err != nil {
			return err
		}
	}
	return checkFullDays(ctx, tx, athlete, all.days())
}

func missingWorkout(i image, err error) error {
	if sqlState(err) == foreignKeyViolation && i.After != nil {
		return conflict("the workout planned for %s at %s has been deleted", i.After.Date, i.After.Start)
	}
	return err
}

func checkFullDays(ctx context.Context, tx bun.Tx, athlete training.UserID, days []training.Date) error {
	if len(days) == 0 {
		return nil
	}
	var full []training.Date
	err := tx.NewRaw(`SELECT date FROM planned_sessions WHERE athlete_id = ? AND date IN (?)
		GROUP BY date HAVING count(*) > ? ORDER BY date`, athlete, bun.List(days), MaxSessionsOfDay).Scan(ctx, &full)
	if err == nil && len(full) > 0 {
		return conflict("%s would have more than %d sessions, as many as a day may have", full[0], MaxSessionsOfDay)
	}
	return err
}

// locksAmong are the locks of those of some days that are locked.
func locksAmong(ctx context.Context, from bun.IDB, athlete training.UserID, days []training.Date) (map[training.Date]dayLock, error) {
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
	locks := make(map[training.Date]dayLock, len(rows))
	for _, row := range rows {
		locks[row.Date] = dayLock{By: row.LockedBy, At: row.LockedAt.UTC()}
	}
	return locks, err
}

// sessionsAmong reads those of some sessions that stand on an athlete's calendar.
func sessionsAmong(ctx context.Context, from bun.IDB, athlete training.UserID, ids []training.SessionID) (map[training.SessionID]training.PlannedSession, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []sessionRow
	err := from.NewSelect().Model(&rows).Apply(withActivities).Where("s.athlete_id = ?", athlete).Where("s.id IN (?)", bun.List(ids)).Scan(ctx)
	return byID(sessionsOf(rows), func(s training.PlannedSession) training.SessionID { return s.ID }), err
}
