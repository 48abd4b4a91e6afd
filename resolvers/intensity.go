package resolvers

import (
	"context"

	sessions "fortnight/session"
	"fortnight/training"
)

// intensity is how hard an activity was, judged with the session that it fulfilled, as the rules judge it.
func (r *Resolver) intensity(ctx context.Context, activity *training.Activity) (training.Intensity, error) {
	if activity.SessionID == "" {
		return activity.Intensity(nil), nil
	}
	session, err := r.session(ctx, activity.SessionID)
	if err != nil {
		return training.Intensity{}, err
	}
	w, err := r.workout(ctx, session.WorkoutID)
	if err != nil {
		return training.Intensity{}, err
	}
	user, err := r.user(ctx, session.AthleteID)
	if err != nil {
		return training.Intensity{}, err
	}
	is := sessions.For(*w, user.Profile.ThresholdsOn(session.Date))
	return activity.Intensity(&training.Session{
		PlannedSession: *session, Title: w.Title, Sport: w.Sport, Focus: w.Focus, Load: is.Load, Family: is.Family, FamilyLevel: is.FamilyLevel,
	}), nil
}

// IntensityMethod is how the intensity is known.
func (r *activityResolver) IntensityMethod(ctx context.Context, activity *training.Activity) (training.IntensityMethod, error) {
	i, err := r.intensity(ctx, activity)
	return i.Method, err
}

// IntensityConfidence is how far that can be trusted.
func (r *activityResolver) IntensityConfidence(ctx context.Context, activity *training.Activity) (training.Confidence, error) {
	i, err := r.intensity(ctx, activity)
	return i.Method.Confidence(), err
}

// LowSeconds is endurance time at low intensity.
func (r *activityResolver) LowSeconds(ctx context.Context, activity *training.Activity) (int, error) {
	i, err := r.intensity(ctx, activity)
	return i.LowSeconds, err
}

// ModerateSeconds is endurance time at moderate intensity.
func (r *activityResolver) ModerateSeconds(ctx context.Context, activity *training.Activity) (int, error) {
	i, err := r.intensity(ctx, activity)
	return i.ModerateSeconds, err
}

// HighSeconds is endurance time at high intensity.
func (r *activityResolver) HighSeconds(ctx context.Context, activity *training.Activity) (int, error) {
	i, err := r.intensity(ctx, activity)
	return i.HighSeconds, err
}

// HighIntensity tells whether it counts as a session of high intensity.
func (r *activityResolver) HighIntensity(ctx context.Context, activity *training.Activity) (bool, error) {
	i, err := r.intensity(ctx, activity)
	return i.HighIntensity, err
}
