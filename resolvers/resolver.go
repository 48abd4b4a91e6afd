// Package resolvers answers the schema: arguments in, one call, domain types out. It decides nothing but the public code of an error.
package resolvers

import (
	"context"
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

var _ graph.ResolverRoot = (*Resolver)(nil)

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

// today is the calendar day it is for an athlete.
func (r *Resolver) today(profile training.Profile) training.Date {
	return training.DateOf(r.Now().In(profile.Location()))
}

// The resolvers of each type of the schema.
type (
	sessionSnapshotResolver     struct{ *Resolver }
	repairResolver              struct{ *Resolver }
	candidatesRetrievedResolver struct {
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
		eventResolver[*runs.RunCancelled]
	}
	seasonResolver          struct{ *Resolver }
	sessionReplacedResolver struct {
		eventResolver[*runs.SessionReplaced]
	}
	strengthStepResolver struct{ *Resolver }
	trainingGoalResolver struct{ *Resolver }
	userResolver         struct{ *Resolver }
	workoutResolver      struct{ *Resolver }
	workoutMatchResolver struct{ *Resolver }
)

// Query resolves the fields of Query.
func (r *Resolver) Query() graph.QueryResolver { return &query{r} }

// Mutation resolves the fields of Mutation.
func (r *Resolver) Mutation() graph.MutationResolver { return &mutation{r} }

// Subscription resolves the fields of Subscription.
func (r *Resolver) Subscription() graph.SubscriptionResolver { return &subscription{r} }

// Activity resolves what a Activity does not carry itself.
func (r *Resolver) Activity() graph.ActivityResolver { return &activityResolver{r} }

// Calendar resolves what a Calendar does not carry itself.
func (r *Resolver) Calendar() graph.CalendarResolver { return &calendarResolver{r} }

// CalendarChange resolves what a CalendarChange does not carry itself.
func (r *Resolver) CalendarChange() graph.CalendarChangeResolver { return &calendarChangeResolver{r} }

// CoachInvitation resolves what a CoachInvitation does not carry itself.
func (r *Resolver) CoachInvitation() graph.CoachInvitationResolver {
	return &coachInvitationResolver{r}
}

// SessionFamily resolves what a SessionFamily does not carry itself.
func (r *Resolver) SessionFamily() graph.SessionFamilyResolver { return &sessionFamilyResolver{r} }

// Exercise resolves what a Exercise does not carry itself.
func (r *Resolver) Exercise() graph.ExerciseResolver { return &exerciseResolver{r} }

// LevelEvidence resolves what a LevelEvidence does not carry itself.
func (r *Resolver) LevelEvidence() graph.LevelEvidenceResolver { return &levelEvidenceResolver{r} }

// LiftedExercise resolves what a LiftedExercise does not carry itself.
func (r *Resolver) LiftedExercise() graph.LiftedExerciseResolver { return &liftedExerciseResolver{r} }

// ThresholdChange resolves what a ThresholdChange does not carry itself.
func (r *Resolver) ThresholdChange() graph.ThresholdChangeResolver {
	return &thresholdChangeResolver{r}
}

// OneRepMax resolves what a OneRepMax does not carry itself.
func (r *Resolver) OneRepMax() graph.OneRepMaxResolver { return &oneRepMaxResolver{r} }

// PlanChange resolves what a PlanChange does not carry itself.
func (r *Resolver) PlanChange() graph.PlanChangeResolver { return &planChangeResolver{r} }

// PlanRun resolves what a PlanRun does not carry itself.
func (r *Resolver) PlanRun() graph.PlanRunResolver { return &planRunResolver{r} }

// PlannedSession resolves what a PlannedSession does not carry itself.
func (r *Resolver) PlannedSession() graph.PlannedSessionResolver { return &plannedSessionResolver{r} }

// ProposedSession resolves what a ProposedSession does not carry itself.
func (r *Resolver) ProposedSession() graph.ProposedSessionResolver {
	return &proposedSessionResolver{r}
}

// ResolvedWorkout resolves what a ResolvedWorkout does not carry itself.
func (r *Resolver) ResolvedWorkout() graph.ResolvedWorkoutResolver {
	return &resolvedWorkoutResolver{r}
}

// Restriction resolves the fields of Restriction.
func (r *Resolver) Restriction() graph.RestrictionResolver { return &restrictionResolver{r} }

// RunCancelled resolves what a RunCancelled does not carry itself.
func (r *Resolver) RunCancelled() graph.RunCancelledResolver {
	return &runCancelledResolver{eventResolver[*runs.RunCancelled]{r}}
}

// Season resolves what a Season does not carry itself.
func (r *Resolver) Season() graph.SeasonResolver { return &seasonResolver{r} }

// SessionReplaced resolves what a SessionReplaced does not carry itself.
func (r *Resolver) SessionReplaced() graph.SessionReplacedResolver {
	return &sessionReplacedResolver{eventResolver[*runs.SessionReplaced]{r}}
}

// StrengthStep resolves what a StrengthStep does not carry itself.
func (r *Resolver) StrengthStep() graph.StrengthStepResolver { return &strengthStepResolver{r} }

// TrainingGoal resolves what a TrainingGoal does not carry itself.
func (r *Resolver) TrainingGoal() graph.TrainingGoalResolver { return &trainingGoalResolver{r} }

// User resolves what a User does not carry itself.
func (r *Resolver) User() graph.UserResolver { return &userResolver{r} }

// Workout resolves what a Workout does not carry itself.
func (r *Resolver) Workout() graph.WorkoutResolver { return &workoutResolver{r} }

// WorkoutMatch resolves what a WorkoutMatch does not carry itself.
func (r *Resolver) WorkoutMatch() graph.WorkoutMatchResolver { return &workoutMatchResolver{r} }

// AthleteRule resolves what a AthleteRule does not carry itself.
func (r *Resolver) AthleteRule() graph.AthleteRuleResolver { return &athleteRuleResolver{r} }

// WhyNot resolves what a WhyNot does not carry itself.
func (r *Resolver) WhyNot() graph.WhyNotResolver { return &whyNotResolver{r} }

// CandidatesRetrieved resolves what a CandidatesRetrieved does not carry itself.
func (r *Resolver) CandidatesRetrieved() graph.CandidatesRetrievedResolver {
	return &candidatesRetrievedResolver{eventResolver[*runs.CandidatesRetrieved]{r}}
}

// Repair resolves what a Repair does not carry itself.
func (r *Resolver) Repair() graph.RepairResolver { return &repairResolver{r} }

// SessionSnapshot resolves what a SessionSnapshot does not carry itself.
func (r *Resolver) SessionSnapshot() graph.SessionSnapshotResolver {
	return &sessionSnapshotResolver{r}
}
