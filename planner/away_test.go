package planner_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"testing"

	"fortnight/planner"
	"fortnight/planner/runs"
)

// unkept is a store that cannot be reached when something is to be recorded, or that fails otherwise.
type unkept struct {
	*memory
	err error
}

func (u *unkept) Record(context.Context, runs.Lease, runs.Recorded, ...runs.Event) error {
	return fmt.Errorf("record: %w", u.err)
}

// What cannot be recorded because the store is away is told by the store: a run says nothing of it, and is not given up for it. Any other fault of
// a run is told, and given up at the fifth attempt.
func TestF12AnOutageIsNotEachRunsFault(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		err     error
		lines   int
		givenUp bool
	}{
		"away":        {runs.ErrUnavailable, 0, false},
		"other fault": {fmt.Errorf("a column is missing"), 1, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := noviceHybrid()
			var said bytes.Buffer
			log := slog.New(slog.NewTextHandler(&said, nil))
			q := &queue{run: request(14), done: make(chan struct{}), token: 5}
			worker := planner.Worker{Queue: q, Planner: &planner.Planner{Store: &unkept{m, test.err}, Now: monday.Midnight, Log: log}, Log: log}
			ctx, stop := context.WithCancel(context.Background())
			ended := make(chan struct{})
			go func() { worker.Run(ctx, 1); close(ended) }()
			<-q.done
			stop()
			<-ended
			if lines := bytes.Count(said.Bytes(), []byte("\n")); lines != test.lines {
				t.Errorf("%d lines, want %d:\n%s", lines, test.lines, said.String())
			}
			if (m.outcome != nil) != test.givenUp {
				t.Errorf("the run came to %+v", m.outcome)
			}
		})
	}
}
