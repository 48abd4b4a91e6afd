package journal

import (
	"context"

	"github.com/uptrace/bun"

	"fortnight/db/postgres"
	"fortnight/training"
)

// Writer checks, writes and notes acts on calendars, within transactions of those who have locked the calendar.
type Writer struct{ db *postgres.DB }

// NewWriter is a writer that tells the time by the database's clock.
func NewWriter(db *postgres.DB) *Writer { return &Writer{db} }

// nextRevision is the one that a locked calendar gets by what is being written.
const nextRevision = "(SELECT c.revision + 1 FROM calendars AS c WHERE c.athlete_id = ?)"

// write makes the calendar as the image has it after the change.
func (store *Writer) write(ctx context.Context, tx bun.Tx, i Image) error {
	switch {
	case i.After == nil:
		return remove(ctx, tx, *i.Before)
	case i.Before == nil:
		row := newSessionRow(*i.After, store.db.Now())
		_, err := tx.NewInsert().Model(&row).Value("changed_revision", nextRevision, row.AthleteID).Exec(ctx)
		return err
	}
	row := newSessionRow(*i.After, store.db.Now())
	if i.rewords() {
		_, err := tx.NewUpdate().Model(&row).Column("rationale", "alone", "leans", "rests", "bare", "updated_at").Where("s.id = ? AND s.athlete_id = ?", row.ID, row.AthleteID).Exec(ctx)
		return err
	}
	_, err := tx.NewUpdate().Model(&row).ExcludeColumn("id", "athlete_id", "created_at").Value("changed_revision", nextRevision, row.AthleteID).
		Where("s.id = ? AND s.athlete_id = ?", row.ID, row.AthleteID).Exec(ctx)
	return err
}

// remove deletes a session that no activity fulfils.
func remove(ctx context.Context, tx bun.Tx, s training.PlannedSession) error {
	_, err := tx.NewRaw("DELETE FROM planned_sessions WHERE id = ? AND athlete_id = ?", s.ID, s.AthleteID).Exec(ctx)
	return err
}

// checkAll is a *ConflictError where one of the changes of a locked calendar meets what is locked, moves what is done, or has somebody else
// than the athlete take back what is done or skipped.
func checkAll(ctx context.Context, tx bun.Tx, a Act, all Images) error {
	locked, err := LocksAmong(ctx, tx, a.Athlete, all.days())
	if err != nil {
		return err
	}
	for _, i := range all.Sessions {
		if err := i.check(locked); err != nil {
			return err
		}
		if a.By != a.Athlete && i.takesHistory() {
			return postgres.Conflict("the session of %s at %s is %s: only the athlete takes that back", i.Before.Date, i.Before.Start, i.Before.Status)
		}
	}
	return nil
}

// writeAll writes changes of a locked calendar, all or none, in their order: what makes room comes before what takes it. Nothing else writes
// sessions' places and outcomes, activities and locks of days.
func (store *Writer) writeAll(ctx context.Context, tx bun.Tx, athlete training.UserID, all Images) error {
	if err := letGo(ctx, tx, athlete, all.Activities); err != nil {
		return err
	}
	for _, i := range all.Sessions {
		if err := store.write(ctx, tx, i); err != nil {
			return missingWorkout(i, err)
		}
	}
	if err := noteGone(ctx, tx, athlete, all); err != nil {
		return err
	}
	if err := putActivities(ctx, tx, store.db.Now(), athlete, all.Activities); err != nil {
		return err
	}
	for _, l := range all.Locks {
		if err := l.write(ctx, tx, athlete); err != nil {
			return err
		}
	}
	return checkFullDays(ctx, tx, athlete, all.days())
}

func missingWorkout(i Image, err error) error {
	if postgres.SQLState(err) == postgres.ForeignKeyViolation && i.After != nil {
		return postgres.Conflict("the workout planned for %s at %s has been deleted", i.After.Date, i.After.Start)
	}
	return err
}

func checkFullDays(ctx context.Context, tx bun.Tx, athlete training.UserID, days []training.Date) error {
	if len(days) == 0 {
		return nil
	}
	var full []training.Date
	err := tx.NewRaw(`SELECT date FROM planned_sessions WHERE athlete_id = ? AND date IN (?)
		GROUP BY date HAVING count(*) > ? ORDER BY date`, athlete, bun.List(days), training.MaxSessionsOfDay).Scan(ctx, &full)
	if err == nil && len(full) > 0 {
		return postgres.Conflict("%s would have more than %d sessions, as many as a day may have", full[0], training.MaxSessionsOfDay)
	}
	return err
}
