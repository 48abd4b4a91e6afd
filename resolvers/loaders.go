package resolvers

import (
	"context"

	"fortnight/db/calendars"
	"fortnight/db/queue"
	"fortnight/db/workouts"
	"fortnight/planner/runs"
	"fortnight/rules"
	"fortnight/rules/catalogue"
	"fortnight/training"
)

// lookup reads by id: a loader. Go compiles a generic type anew in each package that sees one, and through a Resolver the command and the tests see all of
// these; of an interface there is nothing to compile.
type lookup[ID comparable, T any] interface {
	Load(ctx context.Context, id ID) (T, error)
	LoadThunk(ctx context.Context, id ID) func() (T, error)
	Point(ctx context.Context, id ID) (*T, error)
	Want(ctx context.Context, id ID)
	ClearAll()
}

// loaders gather what the fields of one answer ask for by id, so that a list costs one statement and not one for each element. They
// live as long as one answer and belong to one viewer.
type loaders struct {
	users      lookup[training.UserID, training.User]
	workouts   lookup[training.WorkoutID, training.Workout]
	sessions   lookup[training.SessionID, training.PlannedSession]
	activities lookup[training.ActivityID, training.Activity]
	runs       lookup[training.RunID, runs.Run]

	events       lookup[training.EventID, training.Event]
	changes      lookup[training.ChangeID, training.CalendarChange]
	runEvents    lookup[queue.RunEventID, runs.Event]
	restrictions lookup[training.RestrictionID, training.Restriction]
	days         lookup[dayID, training.PlanDay]
	athleteRules lookup[athleteRuleID, catalogue.AthleteRule]
	lastChanges  lookup[training.UserID, training.CalendarChange]
	lifts        lookup[training.UserID, []training.LiftDone]
	revisions    lookup[training.UserID, int]
	snapshots    lookup[calendars.SnapshotKey, *calendars.Shared]
	ofFamilies   lookup[workouts.OfFamily, []training.Workout]
	alternatives alternatives

	// Of athletes.
	coachesOf      lookup[training.UserID, []training.User]
	restrictionsOf lookup[training.UserID, []training.Restriction]
	newestRuns     lookup[training.UserID, runs.Run]
}

// forget has all be read anew.
func (l *loaders) forget() {
	l.users.ClearAll()
	l.workouts.ClearAll()
	l.sessions.ClearAll()
	l.activities.ClearAll()
	l.runs.ClearAll()
	l.lastChanges.ClearAll()
	l.revisions.ClearAll()
	l.snapshots.ClearAll()
	l.alternatives.forget()
	l.restrictions.ClearAll()
	l.coachesOf.ClearAll()
	l.restrictionsOf.ClearAll()
	l.newestRuns.ClearAll()
	l.lifts.ClearAll()
}

type loadersKey struct{}

func withLoaders(ctx context.Context, l *loaders) context.Context {
	return context.WithValue(ctx, loadersKey{}, func() *loaders { return l })
}

func loadersFrom(ctx context.Context) *loaders { return ctx.Value(loadersKey{}).(func() *loaders)() }

// dayID names a day of a calendar.
type dayID struct {
	athlete training.UserID
	date    training.Date
}

// athleteRuleID names a rule of an athlete's.
type athleteRuleID struct {
	athlete training.UserID
	rule    rules.ID
}
