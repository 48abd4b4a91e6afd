package resolvers

import (
	"context"
	"runtime"

	"fortnight/planner/view"
	"fortnight/quota"
	sessions "fortnight/session"
	"fortnight/training"
)

// heavyWaiting is how many heavy fields of one account may wait: more than one document has that may run.
const heavyWaiting = 200

// How many readings for streams there are at once, and how many of one viewer may wait.
const (
	streamReads    = 4
	streamsWaiting = 20_000
)

// newHeavy makes the places in which fields are worked out that take a processor for long: as many as there are processors, and of those
// one is always for somebody else.
func newHeavy() *quota.Places {
	all := max(2, runtime.GOMAXPROCS(0))
	return quota.NewPlaces(all, all-1, heavyWaiting)
}

// heavily works something out in a place that is shared fairly between accounts: searches, certificates, what-ifs, alternatives.
func heavily[T any](ctx context.Context, r *Resolver, work func() (T, error)) (T, error) {
	leave, err := r.heavy.Enter(ctx, string(viewer(ctx)))
	if err != nil {
		var nothing T
		return nothing, err
	}
	defer leave()
	return work()
}

// alternativesOf is how what else fits the slot of a planned session is worked out. What it needs of others is there before it begins:
// while one works it out others wait for it, and must not wait for each other.
func (r *Resolver) alternativesOf(ctx context.Context, session *training.PlannedSession) (func(limit int) ([]training.WorkoutMatch, error), error) {
	user, err := r.user(ctx, session.AthleteID)
	if err != nil {
		return nil, err
	}
	w, err := r.workout(ctx, session.WorkoutID)
	if err != nil {
		return nil, err
	}
	return func(limit int) ([]training.WorkoutMatch, error) {
		return heavily(ctx, r, func() ([]training.WorkoutMatch, error) {
			from, days := view.AlternativeDays(r.today(user.Profile), session.Date)
			snapshot, err := r.DB.CalendarSnapshot(ctx, viewer(ctx), session.AthleteID, from, days)
			if err != nil {
				return nil, err
			}
			need := view.AlternativeNeed(snapshot, session.Date, sessions.For(*w, snapshot.Athlete.Profile.Thresholds))
			found, err := r.DB.Search(ctx, session.AthleteID, snapshot.Athlete.Profile, need, view.AlternativeCandidates)
			if err != nil {
				return nil, err
			}
			return view.Alternatives(ctx, snapshot, session.ID, found, limit)
		})
	}, nil
}
