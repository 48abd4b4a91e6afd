package resolvers

import (
	"context"

	"fortnight/rules"
	"fortnight/training"
)

// Session is the session as it is now, nil where no calendar holds it.
func (r *sessionSnapshotResolver) Session(ctx context.Context, was *training.PlannedSession) (*training.PlannedSession, error) {
	return orGone(r.session(ctx, was.ID))
}

// Workout is what was to be done, nil where it is gone.
func (r *sessionSnapshotResolver) Workout(ctx context.Context, was *training.PlannedSession) (*training.Workout, error) {
	return r.workoutOrNil(ctx, was.WorkoutID)
}

// Workout is what the session would consist of.
func (r *repairResolver) Workout(ctx context.Context, repair *rules.Repair) (*training.Workout, error) {
	if repair.WorkoutID == nil {
		return nil, nil
	}
	return r.workoutOrNil(ctx, *repair.WorkoutID)
}

// SessionID is that of a session that stands on the calendar.
func (r *repairResolver) SessionID(ctx context.Context, repair *rules.Repair) (*string, error) {
	if repair.SessionID == nil {
		return nil, nil
	}
	session, err := orGone(r.session(ctx, *repair.SessionID))
	if session == nil || err != nil {
		return nil, err
	}
	return (*string)(&session.ID), nil
}
