package queue

import (
	"context"
	"time"

	"fortnight/db/access"
	"fortnight/db/live"
	"fortnight/db/postgres"
	"fortnight/planner/runs"
	"fortnight/training"
)

const (
	// watchPage is how many events are read at a time.
	watchPage = 200
	// retryPause is how long a watcher waits after a failure of the database.
	retryPause = time.Second
)

// WatchRun sends the events of a run behind a sequence number, those that there are and then new ones as they come, in order and without
// a gap. The channel is closed after the terminal event, when ctx ends, within seconds of the viewer's losing the right to see the run,
// and when the database is closed; a failure of the database delays it. A slow reader delays itself alone. A run the viewer may not
// see is ErrNotFound, a negative number a *training.InputError. Together is told of events that were read with one statement before the first of
// them is sent; nil is nobody.
func (store *Queue) WatchRun(
	ctx context.Context, viewer training.UserID, run training.RunID, after int, together func(page []runs.Event),
) (<-chan runs.Event, error) {
	if after < 0 {
		return nil, postgres.InputError("after", "is the number of an event, 0 for the beginning")
	}
	athlete, err := access.AthleteOf(ctx, store.db.Bun, "plan_runs", viewer, run)
	if err != nil {
		return nil, postgres.Wrap("watch run", err)
	}
	events := make(chan runs.Event)
	s, stop := store.live.WatchRun(viewer, athlete, run)
	s.Ring() // what is there already is to be read first
	go func() {
		defer close(events)
		defer stop()
		store.follow(ctx, s, viewer, athlete, run, after, together, events)
	}()
	return events, nil
}

// MayWatchRun is nil where the viewer may see a run, ErrNotFound where not. Of one's own that is watched here already nothing is asked.
func (store *Queue) MayWatchRun(ctx context.Context, viewer training.UserID, run training.RunID) error {
	if store.live.OwnRun(viewer, run) {
		return nil
	}
	_, err := access.AthleteOf(ctx, store.db.Bun, "plan_runs", viewer, run)
	return postgres.Wrap("watch run", err)
}

// follow sends events until the run, the right to see it or the wish to has ended.
func (store *Queue) follow(ctx context.Context, s *live.Signal, viewer, athlete training.UserID, run training.RunID, after int,
	together func(page []runs.Event), events chan<- runs.Event,
) {
	for store.live.Await(ctx, s) {
		before := after
		for more := true; more; {
			page, err := store.nextEvents(ctx, viewer, athlete, run, after)
			if err != nil {
				store.retry(ctx, s, "could not read events of a run", err)
				break
			}
			if together != nil && len(page) > 0 {
				together(page)
			}
			for _, e := range page {
				if !live.Send(ctx, store.live, s, events, e) || runs.Terminal(e) {
					return
				}
				after = e.Head().Sequence
			}
			more = len(page) == watchPage
		}
		if after > before {
			continue
		}
		if ended, err := store.endedBefore(ctx, athlete, run, after); err == nil && ended {
			return
		}
	}
}

// nextEvents reads the events behind a sequence number. Readers of streams take turns, so that connections are left for requests.
func (store *Queue) nextEvents(ctx context.Context, viewer, athlete training.UserID, run training.RunID, after int) ([]runs.Event, error) {
	leave, err := store.streams.Enter(ctx, string(viewer))
	if err != nil {
		return nil, err
	}
	defer leave()
	var page []runs.Event
	err = postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) (err error) {
		page, err = store.runEvents(ctx, viewer, athlete, run, after, watchPage)
		return err
	})
	return page, err
}

// endedBefore tells whether a run is over and its last event is not behind a sequence number: nothing will come.
func (store *Queue) endedBefore(ctx context.Context, athlete training.UserID, run training.RunID, after int) (bool, error) {
	var ended bool
	err := postgres.Within(ctx, postgres.StatementTime, func(ctx context.Context) error {
		return store.db.Bun.NewRaw("SELECT finished_at IS NOT NULL AND event_count <= ? FROM plan_runs WHERE athlete_id = ? AND id = ?", after, athlete, run).Scan(ctx, &ended)
	})
	return ended, err
}

// retry has a watcher look again a little later.
func (store *Queue) retry(ctx context.Context, s *live.Signal, message string, err error) {
	if ctx.Err() != nil {
		return
	}
	if !postgres.Unavailable(err) { // of which the one that listens tells, once for all
		store.db.Log.WarnContext(ctx, message, "error", err)
	}
	time.AfterFunc(retryPause, s.Ring)
}
