package db

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"fortnight/training"
)

// image is a session before and after a change; nil is where it does not stand on the calendar.
type image struct {
	Before *training.PlannedSession `json:"before,omitempty"`
	After  *training.PlannedSession `json:"after,omitempty"`
}

func (i image) either() training.PlannedSession {
	if i.Before != nil {
		return *i.Before
	}
	return *i.After
}

func (i image) athlete() training.UserID { return i.either().AthleteID }

// days are those on which something changes.
func (i image) days() []training.Date {
	var days []training.Date
	if i.Before != nil {
		days = append(days, i.Before.Date)
	}
	if i.After != nil && !slices.Contains(days, i.After.Date) {
		days = append(days, i.After.Date)
	}
	return days
}

func daysOf(images []image) []training.Date {
	var days []training.Date
	for _, i := range images {
		days = append(days, i.days()...)
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// check is a *ConflictError where a change of place or content meets what is done, a lock of the session or a locked day.
func (i image) check(locked map[training.Date]bool) error {
	before, after := i.Before, i.After
	moved := before == nil || after == nil || before.Date != after.Date
	restarted := moved || before.Start != after.Start
	replaced := before == nil || after == nil || before.WorkoutID != after.WorkoutID
	if !restarted && !replaced {
		return nil
	}
	for _, day := range i.days() {
		if locked[day] {
			return conflict("%s is locked: nothing is added, moved or taken away on it", day)
		}
	}
	if before == nil {
		return nil
	}
	if before.Status != training.Planned {
		return history(*before)
	}
	if before.Lock != nil && holds(*before.Lock, moved, restarted, replaced) {
		return conflict("the session of %s at %s is locked (%s): unlock it first", before.Date, before.Start, *before.Lock)
	}
	return nil
}

func holds(lock training.LockScope, moved, restarted, replaced bool) bool {
	switch lock {
	case training.LockDay:
		return moved
	case training.LockStart:
		return restarted
	case training.LockContent:
		return replaced
	}
	return true
}

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

// remove deletes a session; activities that were linked to it stay, on their own.
func remove(ctx context.Context, tx bun.Tx, s training.PlannedSession) error {
	_, err := tx.NewRaw("UPDATE activities SET session_id = NULL WHERE session_id = ? AND athlete_id = ?", s.ID, s.AthleteID).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewRaw("DELETE FROM planned_sessions WHERE id = ? AND athlete_id = ?", s.ID, s.AthleteID).Exec(ctx)
	return err
}

// writeAll checks and writes changes of a locked calendar, all or none. Room is made before it is taken.
func (db *DB) writeAll(ctx context.Context, tx bun.Tx, athlete training.UserID, images []image) error {
	locked, err := lockedAmong(ctx, tx, athlete, daysOf(images))
	if err != nil {
		return err
	}
	for _, i := range images {
		if err := i.check(locked); err != nil {
			return err
		}
	}
	for _, i := range images {
		if err := db.write(ctx, tx, i); err != nil {
			return missingWorkout(i, err)
		}
	}
	return checkFullDays(ctx, tx, athlete, daysOf(images))
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
		return conflict("%s would have more than %d sessions", full[0], MaxSessionsOfDay)
	}
	return err
}

// sessionsAmong reads those of some sessions that stand on an athlete's calendar.
func sessionsAmong(ctx context.Context, from bun.IDB, athlete training.UserID, ids []training.SessionID) (map[training.SessionID]training.PlannedSession, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []sessionRow
	err := from.NewSelect().Model(&rows).Where("s.athlete_id = ?", athlete).Where("s.id IN (?)", bun.List(ids)).Scan(ctx)
	return byID(sessionsOf(rows), func(s training.PlannedSession) training.SessionID { return s.ID }), err
}

// reversed are the changes that take changes back, or a *ConflictError that says what has moved since.
func reversed(images []image, now map[training.SessionID]training.PlannedSession) ([]image, error) {
	var moved []string
	back := make([]image, 0, len(images))
	for _, i := range images {
		current, stands := now[i.either().ID]
		switch {
		case i.After == nil && stands, i.After != nil && !stands:
			moved = append(moved, fmt.Sprintf("the session of %s at %s has been %s", i.either().Date, i.either().Start, came(stands)))
		case stands && !reflect.DeepEqual(current, *i.After):
			moved = append(moved, fmt.Sprintf("the session of %s at %s %s", i.After.Date, i.After.Start, difference(*i.After, current)))
		}
		back = append(back, image{Before: i.After, After: i.Before})
	}
	if len(moved) > 0 {
		return nil, conflict("the calendar has changed since the plan: %s", strings.Join(moved, "; "))
	}
	return back, nil
}

func came(stands bool) string {
	if stands {
		return "put back"
	}
	return "removed"
}

func difference(was, is training.PlannedSession) string {
	switch {
	case was.Status != is.Status:
		return "is " + string(is.Status)
	case was.Date != is.Date || was.Start != is.Start:
		return fmt.Sprintf("has been moved to %s at %s", is.Date, is.Start)
	case was.WorkoutID != is.WorkoutID:
		return "has another workout"
	case !reflect.DeepEqual(was.Lock, is.Lock):
		return "has been locked or unlocked"
	}
	return "has been changed"
}
