package resolvers

import (
	"context"

	"fortnight/db"
	"fortnight/graph/model"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/training"
)

// UndoCalendarChange takes the last change of a calendar back.
func (r *mutation) UndoCalendarChange(ctx context.Context, input model.UndoCalendarChangeInput) (*model.UndoCalendarChangePayload, error) {
	ctx = db.Expecting(ctx, input.Revision)
	who, err := r.whose(ctx, input.AthleteID)
	if err != nil {
		return nil, err
	}
	undone, err := r.DB.UndoChange(ctx, viewer(ctx), who, (*training.ChangeID)(input.ChangeID))
	if err != nil {
		return nil, err
	}
	payload := &model.UndoCalendarChangePayload{Undone: &undone}
	if len(undone.Days) > 0 {
		payload.Changed = r.changed(who, undone.Days...)
		return payload, nil
	}
	user, err := r.user(ctx, who)
	if err != nil {
		return nil, err
	}
	payload.Changed = r.ahead(who, user.Profile)
	return payload, nil
}

// LastChange is the one that can be taken back.
func (r *calendarResolver) LastChange(ctx context.Context, view *view.CalendarView) (*training.CalendarChange, error) {
	change, err := loadersFrom(ctx).lastChanges.Load(ctx, view.Athlete.ID)
	return orGone(&change, err)
}

// ViewerCanUndo tells whether the caller may take the last change back.
func (r *calendarResolver) ViewerCanUndo(ctx context.Context, view *view.CalendarView) (bool, error) {
	change, err := r.LastChange(ctx, view)
	return change != nil && change.UndoableBy(viewer(ctx)), err
}

// By is who made the change.
func (r *calendarChangeResolver) By(ctx context.Context, change *training.CalendarChange) (*training.User, error) {
	return r.userOrNil(ctx, change.MadeBy)
}

// Run is the one whose plan it is about.
func (r *calendarChangeResolver) Run(ctx context.Context, change *training.CalendarChange) (*runs.Run, error) {
	if change.RunID == "" {
		return nil, nil
	}
	return r.run(ctx, change.RunID)
}
