package db

import (
	"context"
	"errors"
	"reflect"
	"time"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// How many changes of a calendar can be taken back and for how long; how many bytes they may be together, as they are stored, and one of
// them, written out: several times what an import of MaxActivities usually is.
const (
	keptChanges     = 50
	keptChangeDays  = 90
	keptChangeBytes = 8 << 20
	maxChangeBytes  = 2 << 20
)

// act is who does what to a locked calendar.
type act struct {
	what    training.CalendarAct
	athlete training.UserID
	by      training.UserID // empty for an account that is gone
	run     training.RunID  // whose plan is put on or taken off, else empty
}

// enact checks and writes what an act changes, all or none, gives the calendar its next revision and notes the act, so that it can be taken
// back. Every act on a calendar ends here.
func (db *DB) enact(ctx context.Context, tx bun.Tx, a act, does images) error {
	if err := checkAll(ctx, tx, a, does); err != nil {
		return err
	}
	if err := noteDone(ctx, tx, a.athlete, does.Sessions); err != nil {
		return err
	}
	if err := db.writeAll(ctx, tx, a.athlete, does); err != nil {
		return err
	}
	if err := touch(ctx, tx, a.athlete, does.days()...); err != nil {
		return err
	}
	return db.note(ctx, tx, a, does)
}

// noteDone sets Done of changes.
func noteDone(ctx context.Context, tx bun.Tx, athlete training.UserID, changes []image) error {
	for i, change := range changes {
		if !change.reopens() {
			continue
		}
		err := tx.NewRaw(`SELECT w.revision FROM planned_sessions AS s JOIN workouts AS w ON w.id = s.workout_id
			WHERE s.id = ? AND s.athlete_id = ?`, change.Before.ID, athlete).Scan(ctx, &changes[i].Done)
		if err != nil {
			return err
		}
	}
	return nil
}

// changeRow is an act that can be taken back while it is the last.
type changeRow struct {
	bun.BaseModel `bun:"table:calendar_changes,alias:j"`

	ID        training.ChangeID    `bun:"id,pk"`
	AthleteID training.UserID      `bun:"athlete_id"`
	Act       training.CalendarAct `bun:"act"`
	MadeBy    training.UserID      `bun:"made_by,nullzero"`
	MadeAt    time.Time            `bun:"made_at"`
	RunID     training.RunID       `bun:"run_id,nullzero"`
	Images    images               `bun:"images,type:jsonb"`
}

func (r changeRow) change() training.CalendarChange {
	return training.CalendarChange{
		ID: r.ID, AthleteID: r.AthleteID, Act: r.Act, MadeBy: r.MadeBy, At: r.MadeAt.UTC(), Days: r.Images.days(), RunID: r.RunID,
		TooLarge: len(r.Images.Lost) > 0,
	}
}

// note keeps an act on a calendar that has just got its next revision, of one that is too large only when it was made by whom, and forgets
// those that are too many, too much or too old.
func (db *DB) note(ctx context.Context, tx bun.Tx, a act, does images) error {
	_, err := tx.NewRaw(`INSERT INTO calendar_changes (id, athlete_id, revision, act, made_by, made_at, run_id, images)
		SELECT ?, c.athlete_id, c.revision, ?, ?, ?, ?, CASE WHEN octet_length(does.images::text) <= ? THEN does.images ELSE ?::jsonb END
		FROM calendars AS c CROSS JOIN (SELECT ?::jsonb AS images) AS does WHERE c.athlete_id = ?`,
		newID[training.ChangeID](), a.what, orNil(a.by), db.now(), orNil(a.run), maxChangeBytes, jsonb{images{Lost: does.days()}}, jsonb{does},
		a.athlete).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewRaw(`DELETE FROM calendar_changes WHERE athlete_id = ?0 AND (made_at < ?1 OR revision <= (
		SELECT max(kept.revision) FROM (
			SELECT j.revision, row_number() OVER newest AS place, sum(pg_column_size(j.images)) OVER newest AS bytes
			FROM calendar_changes AS j WHERE j.athlete_id = ?0 WINDOW newest AS (ORDER BY j.revision DESC)
		) AS kept WHERE kept.place > ?2 OR kept.bytes > ?3))`, a.athlete, db.oldestChange(), keptChanges, keptChangeBytes).Exec(ctx)
	return err
}

func (db *DB) oldestChange() time.Time { return db.now().AddDate(0, 0, -keptChangeDays) }

// actOf is what a change by hand is that puts one session somewhere, skips it or locks it.
func actOf(i image) training.CalendarAct {
	before, after := i.Before, i.After
	switch {
	case before == nil:
		return training.ActSchedule
	case after == nil:
		return training.ActRemove
	case after.Status == training.Skipped && (before.Status != training.Skipped || !reflect.DeepEqual(before.SkipReason, after.SkipReason)):
		return training.ActSkip
	case after.Lock == nil && before.Lock != nil:
		return training.ActUnlock
	case !reflect.DeepEqual(before.Lock, after.Lock):
		return training.ActLock
	}
	return training.ActMove
}

// lastChange reads the newest act that can be taken back, else ErrNotFound.
func (db *DB) lastChange(ctx context.Context, from bun.IDB, athlete training.UserID) (changeRow, error) {
	var row changeRow
	err := from.NewSelect().Model(&row).Where("j.athlete_id = ?", athlete).Where("j.made_at >= ?", db.oldestChange()).
		OrderExpr("j.revision DESC").Limit(1).Scan(ctx)
	return row, wrap("read last change", err)
}

// LastChange is the newest change of an athlete's calendar that can be taken back, else ErrNotFound.
func (db *DB) LastChange(ctx context.Context, viewer, athlete training.UserID) (training.CalendarChange, error) {
	if err := checkAccess(ctx, db.bun, viewer, athlete); err != nil {
		return training.CalendarChange{}, wrap("read last change", err)
	}
	row, err := db.lastChange(ctx, db.bun, athlete)
	return row.change(), err
}

// UndoChange takes the last change of an athlete's calendar back, all of it or nothing, and returns it; then the one before is the last. It
// is a *ConflictError where there is none, where another one is the last than the caller names, where it was made by the athlete by hand and
// the viewer is another, and where the calendar is not as the change left it: the error says how.
func (db *DB) UndoChange(ctx context.Context, viewer, athlete training.UserID, named *training.ChangeID) (training.CalendarChange, error) {
	var undone training.CalendarChange
	err := db.inTx(ctx, "undo change", func(ctx context.Context, tx bun.Tx) error {
		if _, err := lockCalendar(ctx, tx, viewer, athlete); err != nil {
			return err
		}
		last, err := db.lastChange(ctx, tx, athlete)
		if errors.Is(err, ErrNotFound) {
			return conflict("there is no change of the calendar to take back")
		}
		if err != nil {
			return err
		}
		undone = last.change()
		if err := undoable(undone, viewer, named); err != nil {
			return err
		}
		return db.undo(ctx, tx, last)
	})
	return undone, err
}

func undoable(last training.CalendarChange, viewer training.UserID, named *training.ChangeID) error {
	switch {
	case named != nil && *named != last.ID:
		return conflict("another change is the last of the calendar now")
	case last.TooLarge:
		return conflict("the last change was too large to be kept: neither it nor what was before it can be taken back")
	case !last.UndoableBy(viewer):
		return conflict("the last change is the athlete's own: nobody else takes it back")
	}
	return nil
}

// undo takes an act back. It is the last, so what it was allowed to do, its reversal is.
func (db *DB) undo(ctx context.Context, tx bun.Tx, last changeRow) error {
	back, err := reversals(ctx, tx, last.AthleteID, last.Images)
	if err != nil {
		return err
	}
	if err := db.writeAll(ctx, tx, last.AthleteID, back); err != nil {
		return err
	}
	if err := touch(ctx, tx, last.AthleteID, back.days()...); err != nil {
		return err
	}
	if _, err := tx.NewRaw("DELETE FROM calendar_changes WHERE id = ?", last.ID).Exec(ctx); err != nil {
		return err
	}
	switch last.Act {
	case training.ActApplyPlan:
		return setApplied(ctx, tx, last.RunID, false, nil)
	case training.ActRevertPlan:
		return setApplied(ctx, tx, last.RunID, true, back.Sessions)
	}
	return nil
}
