// Package resolvers answers the schema: arguments in, one call, domain types out. It decides nothing but the public code of an error.
package resolvers

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/graph"
	"fortnight/planner/runs"
	"fortnight/quota"
	"fortnight/training"
)

// Resolver is the root of all resolvers.
type Resolver struct {
	DB      *db.DB
	Auth    *auth.Service
	Tokens  *auth.Tokens
	Engines []runs.Engine // those that can be asked for, the default first
	Now     func() time.Time
	Log     *slog.Logger
	Bounds  quota.Limits // that requests are bound by

	heavy       *quota.Places // to work out what takes long
	streams     *quota.Places // to read for events, so that connections of the database are left for requests
	invitations *quota.Budget // of tries to invite a coach
	watched     watched
}

// root leads to the resolvers of each type. It stands apart from Resolver since they embed that: whatever an embedded type has, the compiler makes two
// functions of for each type that embeds it. With these forty-eight among it the package was 14,000 functions and 22 s of a first build, and is 8,000 and 14.
type root struct{ *Resolver }

var _ graph.ResolverRoot = root{}

// viewer is who is asking, for fields that are @authenticated.
func viewer(ctx context.Context) training.UserID {
	v, _ := auth.ViewerFrom(ctx)
	return training.UserID(v.UserID)
}

// athlete is whom a request is about: the one named, by default the viewer.
func athlete[ID ~string](ctx context.Context, named *ID) training.UserID {
	if named != nil {
		return training.UserID(*named)
	}
	return viewer(ctx)
}

// whose is whose calendar an act is about: the one named, else the viewer's. A coach says which, or names a session of it: acts on the calendars of
// athletes are the rule there, and what is left out by mistake is not done to the coach's own.
func (r *Resolver) whose(ctx context.Context, named *string, sessions ...string) (training.UserID, error) {
	v, _ := auth.ViewerFrom(ctx)
	if named != nil || v.Role != auth.RoleCoach {
		return athlete(ctx, named), nil
	}
	for _, id := range sessions {
		s, err := r.session(ctx, training.SessionID(id))
		if err == nil {
			return s.AthleteID, nil
		}
		if !errors.Is(err, db.ErrNotFound) { // of one that is not there the act says so, in its place
			return "", err
		}
	}
	var faults training.InputError
	faults.Add("athleteId", "is needed of a coach: the id of the athlete, or your own for your own calendar")
	return "", faults.Err()
}

// today is the calendar day it is for an athlete.
func (r *Resolver) today(profile training.Profile) training.Date {
	return training.DateOf(r.Now().In(profile.Location()))
}

// The resolvers of each type of the schema.
type (
	sessionSnapshotResolver     struct{ *Resolver }
	repairResolver              struct{ *Resolver }
	candidatesRetrievedResolver struct {
		*Resolver
		eventResolver[*runs.CandidatesRetrieved]
	}
	athleteRuleResolver     struct{ *Resolver }
	whyNotResolver          struct{ *Resolver }
	query                   struct{ *Resolver }
	mutation                struct{ *Resolver }
	subscription            struct{ *Resolver }
	activityResolver        struct{ *Resolver }
	calendarResolver        struct{ *Resolver }
	calendarChangeResolver  struct{ *Resolver }
	coachInvitationResolver struct{ *Resolver }
	exerciseResolver        struct{ *Resolver }
	sessionFamilyResolver   struct{ *Resolver }
	levelEvidenceResolver   struct{ *Resolver }
	thresholdChangeResolver struct{ *Resolver }
	liftedExerciseResolver  struct{ *Resolver }
	oneRepMaxResolver       struct{ *Resolver }
	planChangeResolver      struct{ *Resolver }
	planRunResolver         struct{ *Resolver }
	plannedSessionResolver  struct{ *Resolver }
	proposedSessionResolver struct{ *Resolver }
	resolvedWorkoutResolver struct{ *Resolver }
	restrictionResolver     struct{ *Resolver }
	runCancelledResolver    struct {
		*Resolver
		eventResolver[*runs.RunCancelled]
	}
	seasonResolver          struct{ *Resolver }
	sessionReplacedResolver struct {
		*Resolver
		eventResolver[*runs.SessionReplaced]
	}
	strengthStepResolver struct{ *Resolver }
	trainingGoalResolver struct{ *Resolver }
	userResolver         struct{ *Resolver }
	workoutResolver      struct{ *Resolver }
	workoutMatchResolver struct{ *Resolver }
)

// Query resolves the fields of Query.
func (r root) Query() graph.QueryResolver { return &query{r.Resolver} }

// Mutation resolves the fields of Mutation.
func (r root) Mutation() graph.MutationResolver { return &mutation{r.Resolver} }

// Subscription resolves the fields of Subscription.
func (r root) Subscription() graph.SubscriptionResolver { return &subscription{r.Resolver} }

// Activity resolves what a Activity does not carry itself.
func (r root) Activity() graph.ActivityResolver { return &activityResolver{r.Resolver} }

// Calendar resolves what a Calendar does not carry itself.
func (r root) Calendar() graph.CalendarResolver { return &calendarResolver{r.Resolver} }

// CalendarChange resolves what a CalendarChange does not carry itself.
func (r root) CalendarChange() graph.CalendarChangeResolver {
	return &calendarChangeResolver{r.Resolver}
}

// CoachInvitation resolves what a CoachInvitation does not carry itself.
func (r *Resolver) CoachInvitation() graph.CoachInvitationResolver {
	return &coachInvitationResolver{r}
}

// SessionFamily resolves what a SessionFamily does not carry itself.
func (r root) SessionFamily() graph.SessionFamilyResolver { return &sessionFamilyResolver{r.Resolver} }

// Exercise resolves what a Exercise does not carry itself.
func (r root) Exercise() graph.ExerciseResolver { return &exerciseResolver{r.Resolver} }

// LevelEvidence resolves what a LevelEvidence does not carry itself.
func (r root) LevelEvidence() graph.LevelEvidenceResolver { return &levelEvidenceResolver{r.Resolver} }

// LiftedExercise resolves what a LiftedExercise does not carry itself.
func (r root) LiftedExercise() graph.LiftedExerciseResolver {
	return &liftedExerciseResolver{r.Resolver}
}

// ThresholdChange resolves what a ThresholdChange does not carry itself.
func (r root) ThresholdChange() graph.ThresholdChangeResolver {
	return &thresholdChangeResolver{r.Resolver}
}

// OneRepMax resolves what a OneRepMax does not carry itself.
func (r root) OneRepMax() graph.OneRepMaxResolver { return &oneRepMaxResolver{r.Resolver} }

// PlanChange resolves what a PlanChange does not carry itself.
func (r root) PlanChange() graph.PlanChangeResolver { return &planChangeResolver{r.Resolver} }

// PlanRun resolves what a PlanRun does not carry itself.
func (r root) PlanRun() graph.PlanRunResolver { return &planRunResolver{r.Resolver} }

// PlannedSession resolves what a PlannedSession does not carry itself.
func (r root) PlannedSession() graph.PlannedSessionResolver {
	return &plannedSessionResolver{r.Resolver}
}

// ProposedSession resolves what a ProposedSession does not carry itself.
func (r root) ProposedSession() graph.ProposedSessionResolver {
	return &proposedSessionResolver{r.Resolver}
}

// ResolvedWorkout resolves what a ResolvedWorkout does not carry itself.
func (r root) ResolvedWorkout() graph.ResolvedWorkoutResolver {
	return &resolvedWorkoutResolver{r.Resolver}
}

// Restriction resolves the fields of Restriction.
func (r root) Restriction() graph.RestrictionResolver { return &restrictionResolver{r.Resolver} }

// RunCancelled resolves what a RunCancelled does not carry itself.
func (r root) RunCancelled() graph.RunCancelledResolver {
	return &runCancelledResolver{Resolver: r.Resolver}
}

// Season resolves what a Season does not carry itself.
func (r root) Season() graph.SeasonResolver { return &seasonResolver{r.Resolver} }

// SessionReplaced resolves what a SessionReplaced does not carry itself.
func (r root) SessionReplaced() graph.SessionReplacedResolver {
	return &sessionReplacedResolver{Resolver: r.Resolver}
}

// StrengthStep resolves what a StrengthStep does not carry itself.
func (r root) StrengthStep() graph.StrengthStepResolver { return &strengthStepResolver{r.Resolver} }

// TrainingGoal resolves what a TrainingGoal does not carry itself.
func (r root) TrainingGoal() graph.TrainingGoalResolver { return &trainingGoalResolver{r.Resolver} }

// User resolves what a User does not carry itself.
func (r root) User() graph.UserResolver { return &userResolver{r.Resolver} }

// Workout resolves what a Workout does not carry itself.
func (r root) Workout() graph.WorkoutResolver { return &workoutResolver{r.Resolver} }

// WorkoutMatch resolves what a WorkoutMatch does not carry itself.
func (r root) WorkoutMatch() graph.WorkoutMatchResolver { return &workoutMatchResolver{r.Resolver} }

// AthleteRule resolves what a AthleteRule does not carry itself.
func (r root) AthleteRule() graph.AthleteRuleResolver { return &athleteRuleResolver{r.Resolver} }

// WhyNot resolves what a WhyNot does not carry itself.
func (r root) WhyNot() graph.WhyNotResolver { return &whyNotResolver{r.Resolver} }

// CandidatesRetrieved resolves what a CandidatesRetrieved does not carry itself.
func (r root) CandidatesRetrieved() graph.CandidatesRetrievedResolver {
	return &candidatesRetrievedResolver{Resolver: r.Resolver}
}

// Repair resolves what a Repair does not carry itself.
func (r root) Repair() graph.RepairResolver { return &repairResolver{r.Resolver} }

// SessionSnapshot resolves what a SessionSnapshot does not carry itself.
func (r root) SessionSnapshot() graph.SessionSnapshotResolver {
	return &sessionSnapshotResolver{r.Resolver}
}
