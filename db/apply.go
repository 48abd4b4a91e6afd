package db

import (
	"context"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/planner"
	"fortnight/training"
)

// ApplyRun puts the proposal of a run that SUCCEEDED onto the calendar as planner.CalendarOf says, all of it or nothing. It is a
// *ConflictError where there is no proposal, where it stands on the calendar already, and where the calendar has changed since it was
// made.
func (db *DB) ApplyRun(ctx context.Context, viewer training.UserID, id training.RunID) (planner.Run, error) {
	var run planner.Run
	err := db.changeRun(ctx, "apply run", viewer, id, func(ctx context.Context, tx bun.Tx, row runRow, revision int) error {
		if err := db.checkApplicable(ctx, tx, row, revision); err != nil {
			return err
		}
		images, err := db.proposedImages(ctx, tx, row, revision)
		if err != nil {
			return err
		}
		if err := db.writePlan(ctx, tx, row.AthleteID, images); err != nil {
			return err
		}
		row.Applied = true
		run = row.run()
		_, err = tx.NewRaw("UPDATE plan_runs SET applied = true, images = ? WHERE id = ?", jsonb{orEmpty(images)}, id).Exec(ctx)
		return err
	})
	return run, err
}

func (db *DB) checkApplicable(ctx context.Context, tx bun.Tx, row runRow, revision int) error {
	switch {
	case row.Status != planner.Succeeded:
		return conflict("the run has no plan to put onto the calendar: it is %s", row.Status)
	case row.Applied:
		return conflict("the plan stands on the calendar already")
	case row.Revision == nil || *row.Revision != revision:
		snapshot, err := db.readSnapshot(ctx, tx, row.AthleteID, row.FromDate, row.Days)
		if err != nil {
			return err
		}
		return conflict("the calendar has changed since the plan was made (%s); ask for a new plan", planner.MovedOn(row.run(), snapshot.Snapshot))
	}
	return nil
}

// writePlan writes the changes of a plan onto a locked calendar.
func (db *DB) writePlan(ctx context.Context, tx bun.Tx, athlete training.UserID, images []image) error {
	if err := db.writeAll(ctx, tx, athlete, images); err != nil {
		return err
	}
	err := touch(ctx, tx, athlete, daysOf(images)...)
	return err
}

// proposedImages are the changes that make a calendar of this revision what a run proposes.
func (db *DB) proposedImages(ctx context.Context, tx bun.Tx, row runRow, revision int) ([]image, error) {
	snapshot, err := db.readSnapshot(ctx, tx, row.AthleteID, row.FromDate, row.Days)
	if err != nil {
		return nil, err
	}
	return calendarImages(ctx, tx, row.AthleteID, *planner.CalendarOf(row.run(), row.Proposal, snapshot.Snapshot, revision))
}

// calendarImages are the changes that a planner asks for.
func calendarImages(ctx context.Context, tx bun.Tx, athlete training.UserID, calendar planner.Calendar) ([]image, error) {
	ids := slices.Clone(calendar.Remove)
	for _, s := range calendar.Save {
		ids = append(ids, s.ID)
	}
	standing, err := sessionsAmong(ctx, tx, athlete, ids)
	if err != nil {
		return nil, err
	}
	var images []image
	for _, id := range calendar.Remove {
		if before, stands := standing[id]; stands {
			images = append(images, image{Before: &before})
		}
	}
	for _, after := range calendar.Save {
		change := image{After: &after}
		change.After.AthleteID = athlete
		if before, stands := standing[after.ID]; stands {
			change.Before = &before
		}
		images = append(images, change)
	}
	return images, nil
}

// RevertRun takes what a run did to the calendar back, all of it or nothing. It is a *ConflictError where its plan does not stand on the
// calendar, and where one of its sessions has changed since: the error says which and how.
func (db *DB) RevertRun(ctx context.Context, viewer training.UserID, id training.RunID) (planner.Run, error) {
	var run planner.Run
	err := db.changeRun(ctx, "revert run", viewer, id, func(ctx context.Context, tx bun.Tx, row runRow, _ int) error {
		if !row.Applied {
			return conflict("the plan of the run does not stand on the calendar")
		}
		back, err := reversals(ctx, tx, row)
		if err != nil {
			return err
		}
		if err := db.writePlan(ctx, tx, row.AthleteID, back); err != nil {
			return err
		}
		row.Applied = false
		run = row.run()
		_, err = tx.NewRaw("UPDATE plan_runs SET applied = false, images = NULL WHERE id = ?", id).Exec(ctx)
		return err
	})
	return run, err
}

func reversals(ctx context.Context, tx bun.Tx, row runRow) ([]image, error) {
	var stored struct {
		Images []image `bun:"images,type:jsonb"`
	}
	if err := tx.NewRaw("SELECT images FROM plan_runs WHERE id = ?", row.ID).Scan(ctx, &stored); err != nil {
		return nil, err
	}
	ids := make([]training.SessionID, len(stored.Images))
	for i, change := range stored.Images {
		ids[i] = change.either().ID
	}
	now, err := sessionsAmong(ctx, tx, row.AthleteID, ids)
	if err != nil {
		return nil, err
	}
	return reversed(stored.Images, now)
}
