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

// loaders gather what the fields of one answer ask for by id, so that a list costs one statement and not one for each element. They
// live as long as one answer and belong to one viewer.
type loaders struct {
	users      *loader[training.UserID, training.User]
	workouts   *loader[training.WorkoutID, training.Workout]
	sessions   *loader[training.SessionID, training.PlannedSession]
	activities *loader[training.ActivityID, training.Activity]
	runs       *loader[training.RunID, runs.Run]

	events       *loader[training.EventID, training.Event]
	changes      *loader[training.ChangeID, training.CalendarChange]
	runEvents    *loader[queue.RunEventID, runs.Event]
	restrictions *loader[training.RestrictionID, training.Restriction]
	days         *loader[dayID, training.PlanDay]
	athleteRules *loader[athleteRuleID, catalogue.AthleteRule]
	lastChanges  *loader[training.UserID, training.CalendarChange]
	lifts        *loader[training.UserID, []training.LiftDone]
	revisions    *loader[training.UserID, int]
	snapshots    *loader[calendars.SnapshotKey, *calendars.Shared]
	ofFamilies   *loader[workouts.OfFamily, []training.Workout]
	alternatives alternatives

	// Of athletes.
	coachesOf      *loader[training.UserID, []training.User]
	restrictionsOf *loader[training.UserID, []training.Restriction]
	newestRuns     *loader[training.UserID, runs.Run]
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
