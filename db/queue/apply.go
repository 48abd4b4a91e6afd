package queue

import (
	"context"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"fortnight/db/access"
	"fortnight/db/journal"
	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/planner/state"
	"fortnight/planner/view"
	"fortnight/training"
)

// ApplyRun puts the proposal of a run that SUCCEEDED onto the calendar as state.CalendarOf says, all of it or nothing: of several the one
// with this number, from 1. It is a *training.InputError where there are not so many, a *ConflictError where there is no proposal, where it
// stands on the calendar already, and where the calendar has changed since it was made otherwise than by putting the run's own plan on and off.
func (store *Queue) ApplyRun(ctx context.Context, viewer training.UserID, id training.RunID, candidate int) (runs.Run, error) {
	var run runs.Run
	err := store.changeRun(ctx, "apply run", viewer, id, func(ctx context.Context, tx bun.Tx, row runRow, revision int) error {
		proposal, err := row.proposed(candidate)
		if err != nil {
			return err
		}
		if err := store.checkApplicable(ctx, tx, row, revision, candidate); err != nil {
			return err
		}
		does, err := store.proposedImages(ctx, tx, row, proposal, revision)
		if err != nil {
			return err
		}
		applies := journal.Act{What: training.ActApplyPlan, Athlete: row.AthleteID, By: viewer, Run: id}
		if err := store.writer.Enact(ctx, tx, applies, does); err != nil {
			return err
		}
		row.Applied, row.Chosen = true, nil
		ways, err := row.ways()
		if err != nil {
			return err
		}
		if len(ways) > 0 {
			row.Chosen = &candidate
		}
		run = row.run()
		if _, err := tx.NewRaw("UPDATE plan_runs SET chosen = ? WHERE athlete_id = ? AND id = ?", row.Chosen, row.AthleteID, id).Exec(ctx); err != nil {
			return err
		}
		if err := journal.Displaced(ctx, tx, row.AthleteID, id, does.Sessions); err != nil {
			return err
		}
		return journal.SetApplied(ctx, tx, row.AthleteID, id, true, does.Sessions)
	})
	return run, err
}

// proposed are the sessions of a candidate of the run, from 1.
func (r *runRow) proposed(candidate int) ([]runs.ProposedSession, error) {
	ways, err := r.ways()
	if err != nil {
		return nil, err
	}
	var faults training.InputError
	training.CheckInt(&faults, "candidate", &candidate, 1, max(1, len(ways)))
	if err := faults.Err(); err != nil {
		return nil, err
	}
	if candidate == 1 {
		return r.Proposal, nil
	}
	return ways[candidate-1].Sessions, nil
}

func (store *Queue) checkApplicable(ctx context.Context, tx bun.Tx, row runRow, revision, candidate int) error {
	switch {
	case row.Status != runs.Succeeded:
		return postgres.Conflict("the run has no plan to put onto the calendar: it is %s", row.Status)
	case row.Applied:
		if standing := max(1, postgres.OrZero(row.Chosen)); standing != candidate {
			return postgres.Conflict("candidate %d of the run stands on the calendar: revertPlan takes it off, then candidate %d can be applied", standing, candidate)
		}
		return postgres.Conflict("the plan stands on the calendar already; revertPlan takes it off")
	case row.Revision == nil || *row.Revision != revision:
		if back, err := backAsItWas(ctx, tx, row, revision); err != nil || back {
			return err
		}
		snapshot, err := store.reader.Snapshot(ctx, tx, row.AthleteID, row.FromDate, row.Days)
		if err != nil {
			return err
		}
		message := fmt.Sprintf("the calendar has changed since the plan was made (%s); ask for a new plan", view.MovedOn(row.run(), snapshot))
		if row.Revision == nil {
			return postgres.Conflict("%s", message)
		}
		return access.Moved(ctx, tx, row.AthleteID, *row.Revision, revision, message)
	}
	return nil
}

// backAsItWas tells whether a calendar is as it was when a run planned, though its revision is another: all that has been done to it since is that the
// run's own plan was put on it and taken off again, one candidate after another.
func backAsItWas(ctx context.Context, tx bun.Tx, row runRow, revision int) (bool, error) {
	if row.Revision == nil {
		return false, nil
	}
	var acts struct{ Count, Applied int }
	err := tx.NewRaw(`SELECT count(*) AS count, count(*) FILTER (WHERE act = ?) AS applied FROM calendar_changes WHERE athlete_id = ? AND run_id = ? AND revision > ?`,
		training.ActApplyPlan, row.AthleteID, row.ID, *row.Revision).Scan(ctx, &acts)
	return acts.Count == revision-*row.Revision && acts.Count == 2*acts.Applied, err
}

// proposedImages are the changes that make a calendar of this revision what a run proposes.
func (store *Queue) proposedImages(ctx context.Context, tx bun.Tx, row runRow, proposal []runs.ProposedSession, revision int) (journal.Images, error) {
	snapshot, err := store.reader.Snapshot(ctx, tx, row.AthleteID, row.FromDate, row.Days)
	if err != nil {
		return journal.Images{}, err
	}
	return calendarImages(ctx, tx, row.AthleteID, *state.CalendarOf(row.run(), proposal, snapshot, revision))
}

// calendarImages are the changes that a planner asks for. A workout that was archived meanwhile is a *ConflictError, as one that is gone.
func calendarImages(ctx context.Context, tx bun.Tx, athlete training.UserID, calendar runs.Calendar) (journal.Images, error) {
	ids := slices.Clone(calendar.Remove)
	for _, s := range calendar.Save {
		ids = append(ids, s.ID)
	}
	standing, err := journal.SessionsAmong(ctx, tx, athlete, ids)
	if err != nil {
		return journal.Images{}, err
	}
	var changes []journal.Image
	for _, id := range calendar.Remove {
		if before, stands := standing[id]; stands {
			changes = append(changes, journal.Image{Before: &before})
		}
	}
	for _, after := range calendar.Save {
		change := journal.Image{After: &after}
		change.After.AthleteID = athlete
		if before, stands := standing[after.ID]; stands {
			change.Before = &before
		}
		changes = append(changes, change)
	}
	return journal.Images{Sessions: changes}, checkLiving(ctx, tx, changes)
}

// checkLiving refuses changes that put a workout onto a calendar that is archived, and keeps the others from being so meanwhile.
func checkLiving(ctx context.Context, tx bun.Tx, changes []journal.Image) error {
	var fresh []training.WorkoutID
	for _, i := range changes {
		if i.After != nil && (i.Before == nil || i.Before.WorkoutID != i.After.WorkoutID) {
			fresh = append(fresh, i.After.WorkoutID)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	var rows []struct {
		Title    string
		Archived bool
	}
	err := tx.NewRaw("SELECT title, archived FROM workouts WHERE id IN (?) ORDER BY id FOR KEY SHARE", bun.List(fresh)).Scan(ctx, &rows)
	for _, row := range rows {
		if row.Archived {
			return postgres.Conflict("the planned workout %q has been deleted", row.Title)
		}
	}
	return err
}

// RevertRun takes what a run did to the calendar back, all of it or nothing. It is a *ConflictError where its plan does not stand on the
// calendar, and where one of its sessions has changed since: the error says which and how. It is a change of the calendar itself, which
// UndoChange takes back.
func (store *Queue) RevertRun(ctx context.Context, viewer training.UserID, id training.RunID) (runs.Run, error) {
	var run runs.Run
	err := store.changeRun(ctx, "revert run", viewer, id, func(ctx context.Context, tx bun.Tx, row runRow, _ int) error {
		if !row.Applied {
			return postgres.Conflict("the plan of the run does not stand on the calendar")
		}
		var stored struct {
			Images []journal.Image `bun:"images,type:jsonb"`
		}
		if err := tx.NewRaw("SELECT images FROM plan_runs WHERE athlete_id = ? AND id = ?", row.AthleteID, id).Scan(ctx, &stored); err != nil {
			return err
		}
		back, err := journal.Reversals(ctx, tx, store.db.Now(), row.AthleteID, postgres.OrZero(row.Revision), journal.Images{Sessions: stored.Images})
		if err != nil {
			return err
		}
		reverts := journal.Act{What: training.ActRevertPlan, Athlete: row.AthleteID, By: viewer, Run: id}
		if err := store.writer.Enact(ctx, tx, reverts, back); err != nil {
			return err
		}
		row.Applied = false
		run = row.run()
		if err := journal.Displaced(ctx, tx, row.AthleteID, id, back.Sessions); err != nil {
			return err
		}
		return journal.SetApplied(ctx, tx, row.AthleteID, id, false, nil)
	})
	return run, err
}
