package planner

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"sync"
	"time"

	"fortnight/planner/runs"
)

// How long a worker leaves its lease alone, and how long it waits after an error of the queue.
const (
	heartbeat  = 2 * time.Second
	queuePause = time.Second
	// unheard is after how long without an answer of the queue a worker lets a run go: as long as its lease.
	unheard = 6 * time.Second
	// maxWorkerAttempts is how often a run is taken up before it is given up as one that cannot be done.
	maxWorkerAttempts = 5
)

// Worker takes runs off a queue and through the planner, one after the other.
type Worker struct {
	Queue   runs.Queue
	Planner *Planner
	Log     *slog.Logger
}

// Run works with so many hands until ctx ends. A run under way then is left as it was recorded last, for the next process.
func (w *Worker) Run(ctx context.Context, hands int) {
	var group sync.WaitGroup
	for range hands {
		group.Go(func() {
			for ctx.Err() == nil {
				w.next(ctx)
			}
		})
	}
	group.Wait()
}

func (w *Worker) next(ctx context.Context) {
	run, progress, lease, err := w.Queue.Claim(ctx)
	if err != nil {
		if ctx.Err() == nil {
			if !errors.Is(err, runs.ErrUnavailable) {
				w.Log.ErrorContext(ctx, "claim a run", "error", err)
			}
			pause(ctx, queuePause)
		}
		return
	}
	err = w.work(ctx, run, progress, lease)
	switch {
	case err == nil || ctx.Err() != nil:
	case errors.Is(err, runs.ErrUnavailable): // whoever keeps runs has told so, once for all of them; each is taken up where it was recorded last
		w.Log.DebugContext(ctx, "run let go", "run", run.ID, "error", err)
		pause(ctx, queuePause)
	default:
		w.Log.ErrorContext(ctx, "run stopped", "run", run.ID, "error", err)
		if lease.Token >= maxWorkerAttempts {
			if err := w.Planner.Fail(ctx, run, lease); err != nil {
				w.Log.ErrorContext(ctx, "give a run up", "run", run.ID, "error", err)
			}
		}
		pause(ctx, queuePause)
	}
}

// work goes through a run while its lease is kept; losing the lease stops it, and so does a request to cancel it, even in the middle of a
// call to a language model.
func (w *Worker) work(ctx context.Context, run runs.Run, progress json.RawMessage, lease runs.Lease) error {
	ctx, stop := context.WithCancelCause(ctx)
	var beating sync.WaitGroup
	beating.Go(func() { w.keep(ctx, stop, lease) })
	defer beating.Wait()
	defer stop(nil)
	err := w.Planner.Run(ctx, run, progress, lease)
	if errors.Is(context.Cause(ctx), runs.ErrLeaseLost) {
		return nil // another worker has it, or will
	}
	return err
}

func (w *Worker) keep(ctx context.Context, stop context.CancelCauseFunc, lease runs.Lease) {
	var ring <-chan struct{}
	if bell, tells := w.Queue.(runs.Bell); tells {
		rings, quiet := bell.Told(lease.RunID)
		defer quiet()
		ring = rings
	}
	heard := time.Now()
	for pauseUnless(ctx, heartbeat, ring) {
		asked := time.Now()
		switch err := w.Queue.Heartbeat(ctx, lease); {
		case err == nil:
			heard = asked
		case errors.Is(err, runs.ErrLeaseLost), errors.Is(err, runs.ErrCancelRequested):
			stop(err)
			return
		case time.Since(heard) > unheard: // by now it may be another's
			stop(runs.ErrLeaseLost)
			return
		case ctx.Err() == nil && !errors.Is(err, runs.ErrUnavailable):
			w.Log.WarnContext(ctx, "heartbeat", "run", lease.RunID, "error", err)
		}
	}
}

// pause waits, no longer than ctx holds.
func pause(ctx context.Context, length time.Duration) { pauseUnless(ctx, length, nil) }

// pauseUnless is pause, no longer than until it rings, and tells whether ctx still holds.
func pauseUnless(ctx context.Context, length time.Duration, ring <-chan struct{}) bool {
	timer := time.NewTimer(length)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	case <-ring:
		return true
	}
}
