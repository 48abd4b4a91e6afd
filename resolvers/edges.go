package resolvers

import (
	"context"
	"errors"

	"fortnight/db"
	"fortnight/db/calendars"
	"fortnight/graph"
	"fortnight/graph/model"
	"fortnight/planner/runs"
	"fortnight/planner/view"
	"fortnight/rules"
	"fortnight/training"
)

// What hangs on a user is that user's as the queries of the same names have it, nil where the viewer may not see it.

// Calendar is the user's days.
func (r *userResolver) Calendar(ctx context.Context, user *training.User, from *training.Date, days *int) (*view.CalendarView, error) {
	return ofAthlete(user, func() (*view.CalendarView, error) {
		return r.calendarOfAnswer(ctx, user.ID, from, orElse(days, calendarDays))
	})
}

// Fitness is the user's load and form for each day.
func (r *userResolver) Fitness(ctx context.Context, user *training.User, from, to *training.Date) ([]*training.FitnessPoint, error) {
	return ofAthlete(user, func() ([]*training.FitnessPoint, error) {
		today := r.today(user.Profile)
		return r.fitness(ctx, user.ID, orElse(from, today.AddDays(-pastDays)), orElse(to, today.AddDays(aheadDays)))
	})
}

// Season is the road to what the user trains for.
func (r *userResolver) Season(ctx context.Context, user *training.User, from *training.Date) (*view.Season, error) {
	return ofAthlete(user, func() (*view.Season, error) { return r.season(ctx, user.ID, from) })
}

// Activities are what the user did, newest first.
func (r *userResolver) Activities(ctx context.Context, user *training.User, from, to *training.Date, first *int, after *string) (*model.ActivityConnection, error) {
	return ofAthlete(user, func() (*model.ActivityConnection, error) { return r.activities(ctx, user.ID, from, to, first, after) })
}

// PlanRuns are the user's, newest first.
func (r *userResolver) PlanRuns(ctx context.Context, user *training.User, first *int, after *string) (*model.PlanRunConnection, error) {
	return ofAthlete(user, func() (*model.PlanRunConnection, error) { return r.planRuns(ctx, user.ID, first, after) })
}

// CheckIns are what the user said of days, newest first.
func (r *userResolver) CheckIns(ctx context.Context, user *training.User, from, to *training.Date) ([]*training.CheckIn, error) {
	return ofAthlete(user, func() ([]*training.CheckIn, error) { return r.checkIns(ctx, user, from, to) })
}

// Attention is what about the user wants looking at first.
func (r *userResolver) Attention(ctx context.Context, user *training.User) ([]*view.Attention, error) {
	return ofAthlete(user, func() ([]*view.Attention, error) {
		today := r.today(user.Profile)
		shared, err := loadersFrom(ctx).snapshots.Load(ctx, calendars.SnapshotKey{Athlete: user.ID, From: today, Days: view.AttentionDaysAhead})
		if err != nil {
			return nil, err
		}
		snapshot := shared.Own()
		loadersFrom(ctx).newestRuns.Want(ctx, user.ID)
		broken, err := heavily(ctx, r.Resolver, func() ([]rules.RuleCheck, error) {
			return runs.Violations(ctx, snapshot.RulesInput(today, view.AttentionDaysAhead))
		})
		if err != nil {
			return nil, err
		}
		last, err := loadersFrom(ctx).newestRuns.Point(ctx, user.ID)
		if err != nil && !errors.Is(err, db.ErrNotFound) {
			return nil, err
		}
		if last != nil && last.Status == runs.Failed {
			certificate, err := last.Certificate()
			if err != nil {
				return nil, err
			}
			if view.Mended(certificate, &snapshot, broken) {
				last = nil
			}
		}
		return pointers(view.AttentionTo(snapshot, broken, last)), nil
	})
}

type attentionResolver struct{ *Resolver }

// Attention resolves what an Attention does not carry itself.
func (r root) Attention() graph.AttentionResolver { return &attentionResolver{r.Resolver} }

// Session is the one it is about, nil for none.
func (r *attentionResolver) Session(ctx context.Context, a *view.Attention) (*training.PlannedSession, error) {
	if a.Session == "" {
		return nil, nil
	}
	return orGone(r.session(ctx, a.Session))
}

// Run is the one it is about, nil for none.
func (r *attentionResolver) Run(ctx context.Context, a *view.Attention) (*runs.Run, error) {
	if a.RunID == "" {
		return nil, nil
	}
	return orGone(r.run(ctx, a.RunID))
}

// Events are what the user trains for.
func (r *userResolver) Events(_ context.Context, user *training.User) ([]*training.Event, error) {
	return ofAthlete(user, func() ([]*training.Event, error) { return pointers(user.Profile.Events), nil })
}

// ofAthlete reads what somebody may see who may see the user's profile.
func ofAthlete[T any](user *training.User, read func() (T, error)) (T, error) {
	if !user.HasProfile() {
		var nothing T
		return nothing, nil
	}
	return read()
}
