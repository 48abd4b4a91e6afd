package resolvers

import (
	"cmp"
	"context"
	"errors"

	"fortnight/db"
	"fortnight/db/workouts"
	"fortnight/planner/runs"
	"fortnight/reason"
	"fortnight/session"
	"fortnight/training"
)

func (r *Resolver) newLoaders(who reader) *loaders {
	return &loaders{
		users:      newLoader(who, r.DB.UsersByID),
		workouts:   newLoader(who, r.DB.WorkoutsByID),
		sessions:   newLoader(who, r.DB.SessionsByID),
		activities: newLoader(who, r.DB.ActivitiesByID),
		runs:       newLoader(who, r.DB.RunsByID),

		events:       newLoader(who, r.DB.EventsByID),
		changes:      newLoader(who, r.DB.ChangesByID),
		restrictions: newLoader(who, r.DB.RestrictionsByID),
		runEvents:    newLoader(who, r.DB.RunEventsByID),
		days:         newLoader(who, r.daysByID),
		athleteRules: newLoader(who, r.athleteRulesByID),
		lastChanges:  newLoader(who, r.DB.LastChanges),
		lifts:        newLoader(who, r.DB.LiftsByID),
		revisions:    newLoader(who, r.DB.RevisionsByID),
		snapshots:    newLoader(who, r.DB.CalendarSnapshots),

		ofFamilies: newLoader(who, func(ctx context.Context, _ training.UserID, asked []workouts.OfFamily) (map[workouts.OfFamily][]training.Workout, error) {
			return r.DB.SharedOfFamilies(ctx, asked)
		}),
		coachesOf:      newLoader(who, r.DB.CoachesByID),
		restrictionsOf: newLoader(who, r.DB.RestrictionsByAthlete),
		newestRuns:     newLoader(who, r.DB.NewestRuns),
	}
}

func (r *Resolver) user(ctx context.Context, id training.UserID) (*training.User, error) {
	return loadersFrom(ctx).users.Point(ctx, id)
}

// userOrNil is nothing where there is no id, and where the viewer does not know of the user.
func (r *Resolver) userOrNil(ctx context.Context, id training.UserID) (*training.User, error) {
	if id == "" {
		return nil, nil
	}
	return orGone(r.user(ctx, id))
}

func (r *Resolver) session(ctx context.Context, id training.SessionID) (*training.PlannedSession, error) {
	return loadersFrom(ctx).sessions.Point(ctx, id)
}

// toChange is a session that somebody wants to change. Where the act names a revision, one that has gone since is a conflict, as any other change of it.
func (r *Resolver) toChange(ctx context.Context, id training.SessionID) (*training.PlannedSession, error) {
	s, err := r.session(ctx, id)
	if errors.Is(err, db.ErrNotFound) {
		err = cmp.Or(r.DB.WhyGone(ctx, viewer(ctx), id), err)
	}
	return s, err
}

// activityOrNil is nothing where there is no id.
func (r *Resolver) activityOrNil(ctx context.Context, id training.ActivityID) (*training.Activity, error) {
	if id == "" {
		return nil, nil
	}
	return loadersFrom(ctx).activities.Point(ctx, id)
}

func (r *Resolver) run(ctx context.Context, id training.RunID) (*runs.Run, error) {
	return loadersFrom(ctx).runs.Point(ctx, id)
}

func (r *Resolver) workout(ctx context.Context, id training.WorkoutID) (*training.Workout, error) {
	return loadersFrom(ctx).workouts.Point(ctx, id)
}

// resolved is a workout for an athlete whose profile the viewer may see, by the thresholds of a day and what was lifted before it; nil means by all
// that is known now.
func (r *Resolver) resolved(ctx context.Context, workout *training.Workout, athlete training.UserID, day *training.Date) (*training.ResolvedWorkout, error) {
	user, err := r.user(ctx, athlete)
	if err != nil {
		return nil, err
	}
	if !user.HasProfile() {
		return nil, db.ErrNotFound
	}
	p := user.Profile
	if day != nil {
		p = p.On(*day)
	}
	resolved := training.Resolve(workout, &p)
	resolved.AthleteID = athlete
	if len(resolved.Demand.Exercises) == 0 {
		return &resolved, nil
	}
	lifts, err := loadersFrom(ctx).lifts.Load(ctx, athlete)
	if err != nil {
		return nil, err
	}
	tomorrow := r.today(p).AddDays(1)
	if day == nil || *day > tomorrow {
		day = &tomorrow
	}
	session.NewLiftBook(&p, *day, lifts).Load(&resolved, reason.Lift)
	return &resolved, nil
}

// workoutOrNil is nothing where there is no id, and where the workout is gone or not the viewer's to see.
func (r *Resolver) workoutOrNil(ctx context.Context, id training.WorkoutID) (*training.Workout, error) {
	if id == "" {
		return nil, nil
	}
	return orGone(r.workout(ctx, id))
}

// pointers are those to each value of a list.
func pointers[T any](values []T) []*T {
	list := make([]*T, len(values))
	for i := range values {
		list[i] = &values[i]
	}
	return list
}

// orGone is nothing in place of what is not there, or not the viewer's to see.
func orGone[T any](value *T, err error) (*T, error) {
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	return found(value, err)
}
