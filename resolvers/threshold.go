package resolvers

import (
	"context"

	"fortnight/training"
)

// ThresholdHistory is what a user's thresholds are and were, nil where the viewer may not see it.
func (r *userResolver) ThresholdHistory(ctx context.Context, user *training.User, kind *training.ThresholdKind, first *int) ([]*training.ThresholdChange, error) {
	n, err := pageSize(first, 20, training.MaxThresholdHistory)
	if err != nil || !user.HasProfile() {
		return nil, err
	}
	list, err := r.DB.ThresholdHistory(ctx, viewer(ctx), user.ID, orElse(kind, ""), n)
	if err != nil {
		return nil, err
	}
	return pointers(list), nil
}

// Exercise is that of a one-repetition maximum, nil for other thresholds.
func (r *thresholdChangeResolver) Exercise(_ context.Context, c *training.ThresholdChange) (*training.Exercise, error) {
	if c.ExerciseID == "" {
		return nil, nil
	}
	return exercise(c.ExerciseID)
}

// Session is the test that was done on the day, nil where none was.
func (r *thresholdChangeResolver) Session(ctx context.Context, c *training.ThresholdChange) (*training.PlannedSession, error) {
	if c.SessionID == "" {
		return nil, nil
	}
	return orGone(r.session(ctx, c.SessionID))
}
