package planner_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"fortnight/planner"
	"fortnight/planner/model"
	"fortnight/planner/runs"
)

// queue hands one run out and then waits; its heartbeats say that the run is to be cancelled.
type queue struct {
	run   runs.Run
	done  chan struct{}
	token int64 // of the lease, 1 where it is 0
	out   bool
}

func (q *queue) Claim(ctx context.Context) (runs.Run, json.RawMessage, runs.Lease, error) {
	if !q.out {
		q.out = true
		return q.run, nil, runs.Lease{RunID: q.run.ID, Token: max(1, q.token)}, nil
	}
	close(q.done)
	<-ctx.Done()
	return runs.Run{}, nil, runs.Lease{}, ctx.Err()
}

func (q *queue) Heartbeat(context.Context, runs.Lease) error { return runs.ErrCancelRequested }

// waiting is a model that answers nothing until its context ends.
type waiting struct{ script }

func (*waiting) Propose(ctx context.Context, _ model.PlanQuestion, _ func(model.Pick) error) (runs.Usage, error) {
	<-ctx.Done()
	return usage, ctx.Err()
}

// A request to cancel ends a run that waits for its model, at the next heartbeat.
func TestCancelReachesAWaitingCall(t *testing.T) {
	m := noviceHybrid()
	q := &queue{run: request(14), done: make(chan struct{})}
	q.run.Engine = runs.Gemini
	p := newPlanner(m)
	p.Model = &waiting{}
	var tokens, stages int
	p.Asked = func(_ string, used runs.Usage) { tokens += used.Tokens() }
	p.StageDone = func(runs.Stage, time.Duration) { stages++ }
	ctx, stop := context.WithCancel(context.Background())
	worker := planner.Worker{Queue: q, Planner: p, Log: quiet()}
	ended := make(chan struct{})
	go func() { worker.Run(ctx, 1); close(ended) }()
	<-q.done
	stop()
	<-ended
	if m.outcome == nil || m.outcome.Status != runs.Cancelled || m.outcome.Consulted.Tokens() != 1000 || m.calendar != nil {
		t.Errorf("%+v", m.outcome)
	}
	if tokens != 1000 || stages == 0 || stages > 2 { // those before the call that waits
		t.Errorf("told of %d tokens and %d stages", tokens, stages)
	}
}
