package planner_test

import (
	"context"
	"errors"
	"testing"

	"fortnight/planner/runs"
)

// failingAt is a store that stores nothing of a record, for a reason.
type failingAt struct {
	*memory

	record int
	reason error
}

func (f failingAt) Record(ctx context.Context, lease runs.Lease, so runs.Recorded, events ...runs.Event) error {
	if f.records == f.record-1 {
		return f.reason
	}
	return f.memory.Record(ctx, lease, so, events...)
}

// TestCancelledRunTellsWhatWasDone: what a stage decided before the request is told, even where it was to be recorded with the next.
func TestCancelledRunTellsWhatWasDone(t *testing.T) {
	whole, run := noviceHybrid(), request(14)
	plan(t, whole, run)
	for record := 1; record <= whole.records; record++ {
		m := noviceHybrid()
		p := newPlanner(m)
		p.Store = failingAt{m, record, runs.ErrCancelRequested}
		if err := p.Run(context.Background(), run, nil, runs.Lease{RunID: run.ID, Token: 1}); err != nil {
			t.Fatal(err)
		}
		open := map[runs.Stage]bool{}
		for _, e := range m.events {
			switch e := e.(type) {
			case *runs.StageStarted:
				open[e.Stage] = true
			case *runs.StageFinished:
				delete(open, e.Stage)
			}
		}
		if last := m.events[len(m.events)-1]; last.Kind() != "RunCancelled" || len(open) > 0 || m.calendar != nil {
			t.Errorf("record %d: the last event is %s, %v are begun and not ended", record, last.Kind(), open)
		}
	}
}

// TestFailedRecordLosesNothing: what could not be recorded is made again by the next worker, and told once.
func TestFailedRecordLosesNothing(t *testing.T) {
	whole, run := noviceHybrid(), request(14)
	plan(t, whole, run)
	for record := 2; record <= whole.records; record++ {
		m := noviceHybrid()
		p := newPlanner(m)
		p.Store = failingAt{m, record, errDied}
		if err := p.Run(context.Background(), run, nil, runs.Lease{RunID: run.ID, Token: 1}); !errors.Is(err, errDied) {
			t.Fatalf("record %d: %v", record, err)
		}
		if err := newPlanner(m).Run(context.Background(), run, m.progress, runs.Lease{RunID: run.ID, Token: 2}); err != nil {
			t.Fatal(err)
		}
		finished := map[runs.Stage]int{}
		for _, e := range m.events {
			if f, is := e.(*runs.StageFinished); is {
				finished[f.Stage]++
			}
		}
		for _, stage := range []runs.Stage{runs.Analyze, runs.Retrieve, runs.Propose, runs.Validate, runs.Commit} {
			if finished[stage] != 1 {
				t.Errorf("record %d: %s was told %d times", record, stage, finished[stage])
			}
		}
	}
}
