package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/auth"
	"fortnight/db/calendars"
	"fortnight/planner/runs"
	"fortnight/reads"
	"fortnight/rules"
	"fortnight/training"
)

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

func want[ID ~string, T any](ctx context.Context, l lookup[ID, T], id ID) {
	if id != "" {
		l.Want(ctx, id)
	}
}
