package resolvers

import (
	"context"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/planner/runs"
	"fortnight/training"
)

// pageKey is the name under which a subscription of a run's events keeps the loaders of those that were read together.
const pageKey = "page"

// readTogether has the events of a run that are read together share loaders, which read with one statement what is shown of all of them: an event
// that is written after another of its page asks nothing more.
func (r *Resolver) readTogether(ctx context.Context) func(page []runs.Event) {
	shared := &atomic.Pointer[loaders]{}
	graphql.GetOperationContext(ctx).Stats.SetExtension(pageKey, shared)
	who := reader{viewer: viewer(ctx), places: r.streams}
	return func(page []runs.Event) {
		workouts, sessions := map[training.WorkoutID]bool{}, map[training.SessionID]bool{}
		for _, e := range page {
			for _, id := range runs.WorkoutsOf(e) {
				workouts[id] = true
			}
			for _, id := range runs.SessionsOf(e) {
				sessions[id] = true
			}
		}
		l := r.newLoaders(who)
		l.workouts = newLoader(who, withOthers(slices.Collect(maps.Keys(workouts)), r.DB.WorkoutsByID))
		l.sessions = newLoader(who, withOthers(slices.Collect(maps.Keys(sessions)), r.DB.SessionsByID))
		shared.Store(l)
	}
}

// pageLoaders are those of the events that an answer is one of, new ones where there is no page yet.
func (r *Resolver) pageLoaders(ctx context.Context) *loaders {
	if shared, is := graphql.GetOperationContext(ctx).Stats.GetExtension(pageKey).(*atomic.Pointer[loaders]); is {
		if l := shared.Load(); l != nil {
			return l
		}
	}
	return r.newLoaders(reader{viewer: viewer(ctx), places: r.streams})
}

// withOthers reads by id, and at the first time others too that will be asked for: they are not read again.
func withOthers[ID comparable, T any](others []ID, read func(context.Context, training.UserID, []ID) (map[ID]T, error)) func(context.Context, training.UserID, []ID) (map[ID]T, error) {
	var mu sync.Mutex
	known, asked := map[ID]T{}, map[ID]bool{}
	return func(ctx context.Context, viewer training.UserID, ids []ID) (map[ID]T, error) {
		mu.Lock()
		defer mu.Unlock()
		var missing []ID
		for _, id := range slices.Concat(ids, others) {
			if !asked[id] && !slices.Contains(missing, id) {
				missing = append(missing, id)
			}
		}
		for batch := range slices.Chunk(missing, loadBatch) {
			rows, err := read(ctx, viewer, batch)
			if err != nil {
				return nil, err
			}
			maps.Copy(known, rows)
			for _, id := range batch {
				asked[id] = true
			}
		}
		found := make(map[ID]T, len(ids))
		for _, id := range ids {
			if row, is := known[id]; is {
				found[id] = row
			}
		}
		return found, nil
	}
}

// sharedTime is how long they are shared: as long as it takes to tell thousands of one change.
const sharedTime = 2 * time.Second

// calendarLoaders are the loaders for a changed day that is written now: what they remember was read after the change.
func (r *Resolver) calendarLoaders(who training.UserID) *loaders {
	now := time.Now()
	r.watched.mu.Lock()
	defer r.watched.mu.Unlock()
	for other, l := range r.watched.loaders {
		if now.After(l.until) {
			delete(r.watched.loaders, other)
		}
	}
	shared := r.watched.loaders[who]
	if shared == nil {
		shared = &sharedLoaders{r.newLoaders(reader{who, r.streams, func() { r.forgetLoaders(who) }}), now.Add(sharedTime)}
		if r.watched.loaders == nil {
			r.watched.loaders = map[training.UserID]*sharedLoaders{}
		}
		r.watched.loaders[who] = shared
	}
	return shared.loaders
}

func (r *Resolver) forgetLoaders(who training.UserID) {
	r.watched.mu.Lock()
	defer r.watched.mu.Unlock()
	delete(r.watched.loaders, who)
}
