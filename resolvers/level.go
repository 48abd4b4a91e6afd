package resolvers

import (
	"context"

	"fortnight/planner/view"
	"fortnight/training"
)

// Levels are where the user stands on the ladders of families of sessions, nil where the viewer may not see it.
func (r *userResolver) Levels(ctx context.Context, user *training.User, sport *training.Sport) ([]*view.AthleteLevel, error) {
	if !user.HasProfile() {
		return nil, nil
	}
	tomorrow := r.today(user.Profile).AddDays(1)
	snapshot, err := r.DB.CalendarSnapshot(ctx, viewer(ctx), user.ID, tomorrow, view.SeasonDays)
	if err != nil {
		return nil, err
	}
	var levels []view.AthleteLevel
	for _, l := range view.Levels(snapshot, tomorrow) {
		if sport == nil || l.Sport() == *sport {
			levels = append(levels, l)
		}
	}
	return pointers(levels), nil
}

// Session is the one that a level rests on, nil for another kind of evidence.
func (r *levelEvidenceResolver) Session(ctx context.Context, e *view.LevelEvidence) (*training.PlannedSession, error) {
	if e.Evidence.Session == "" {
		return nil, nil
	}
	return orGone(r.session(ctx, e.Evidence.Session))
}

// Activity is the one that a level rests on, nil for another kind of evidence.
func (r *levelEvidenceResolver) Activity(ctx context.Context, e *view.LevelEvidence) (*training.Activity, error) {
	return orGone(r.activityOrNil(ctx, e.Evidence.Activity))
}
