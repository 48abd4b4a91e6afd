package resolvers

import (
	"context"
	"errors"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/db/calendars"
	"fortnight/db/workouts"
	"fortnight/planner/runs"
	"fortnight/reads"
	"fortnight/reason"
	"fortnight/rules"
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
		lastChanges:  newLoader(who, r.lastChanges),
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

// Foresee asks for what the resolver of a field will ask first of the loaders, where that can be told by the object and the arguments alone. It changes no
// answer: with it many objects wait once together, and not each by itself. Of a query itself, which is no object, it asks for nothing that the viewer
// may not ask for.
func (r *Resolver) Foresee(ctx context.Context, of any, field string) {
	l := loadersFrom(ctx)
	switch o := of.(type) {
	case nil:
		v, known := auth.ViewerFrom(ctx)
		if !known || checkScope(v, graphql.GetFieldContext(ctx)) != nil {
			return
		}
		switch field {
		case "me":
			l.users.Want(ctx, viewer(ctx))
		case "calendar":
			named, _ := graphql.GetFieldContext(ctx).Args["athleteId"].(*string)
			l.wantCalendar(ctx, athlete(ctx, named))
		}
	case *training.User:
		if field == "calendar" && o.HasProfile() {
			l.wantCalendar(ctx, o.ID)
		}
	case *training.PlannedSession:
		switch field {
		case "workout", "resolved":
			l.workouts.Want(ctx, o.WorkoutID)
		case "activity":
			want(ctx, l.activities, o.ActivityID)
		case "run":
			want(ctx, l.runs, o.RunID)
		}
		if field == "resolved" {
			l.users.Want(ctx, o.AthleteID)
		}
	case *training.WorkoutMatch:
		l.workouts.Want(ctx, o.WorkoutID)
	case *runs.ProposedSession:
		want(ctx, l.workouts, o.WorkoutID)
	case *training.Workout:
		if field == "owner" {
			want(ctx, l.users, o.OwnerID)
		}
	case *training.Activity:
		want(ctx, l.sessions, o.SessionID)
	}
}

// wantCalendar asks for the calendar that the field of a context will be, where it says from which day.
func (l *loaders) wantCalendar(ctx context.Context, athlete training.UserID) {
	args := graphql.GetFieldContext(ctx).Args
	from, _ := args["from"].(*training.Date)
	asked, _ := args["days"].(*int)
	days := orElse(asked, calendarDays)
	switch {
	case from == nil || days < 1 || days > rules.MaxDays:
	case reads.SelectsOnly(ctx, ofWhich):
		l.revisions.Want(ctx, athlete)
	default:
		l.snapshots.Want(ctx, calendars.SnapshotKey{Athlete: athlete, From: *from, Days: days})
	}
}

func want[ID ~string, T any](ctx context.Context, l *loader[ID, T], id ID) {
	if id != "" {
		l.Want(ctx, id)
	}
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
