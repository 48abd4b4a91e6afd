package api_test

import (
	"context"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"fortnight/planner/runs"
)

// pause is a planner's store that lets each run go no further than the end of its first stage until it is told to.
type pause struct {
	runs.Store
	at   chan struct{} // told when the run is held, nil for nobody
	goOn chan struct{}
	once sync.Once
}

func (p *pause) Record(ctx context.Context, lease runs.Lease, so runs.Recorded, events ...runs.Event) error {
	if err := p.Store.Record(ctx, lease, so, events...); err != nil {
		return err
	}
	if begun, is := events[len(events)-1].(*runs.StageStarted); is && begun.Stage != runs.Analyze { // with what ANALYZE decided
		select {
		case p.at <- struct{}{}:
		default:
		}
		select {
		case <-p.goOn:
		case <-ctx.Done():
		}
	}
	return ctx.Err()
}

func (p *pause) end() { p.once.Do(func() { close(p.goOn) }) }

// whole checks that events are first, first+1, … to a terminal one, and no other is terminal.
func whole(t testing.TB, events []event, first int) {
	t.Helper()
	if len(events) == 0 {
		t.Fatal("there are no events")
	}
	for i, e := range events {
		if e.Sequence != first+i || e.terminal() != (i == len(events)-1) || e.ID == "" || e.Message == "" {
			t.Fatalf("event %d of %d from %d is %+v", i+1, len(events), first, e)
		}
	}
}

// A client dies without a word after event 5 while the run is under way, and comes back.
func TestS84ResumeAfterTheSocketDied(t *testing.T) {
	raced(t)
	t.Parallel()
	for name, over := range transports {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := &pause{goOn: make(chan struct{})}
			w := newWorld(t, func(w *world) {
				w.store = func(s runs.Store) runs.Store { p.Store = s; return p }
			})
			t.Cleanup(p.end)
			c := w.athlete(t)
			run := c.generate(t, vars{})
			dying := c.subscribe(t, over, run, 0)
			var seen []event
			for len(seen) < 5 {
				e, more := dying.next(t)
				if !more {
					t.Fatalf("complete after %d events", len(seen))
				}
				seen = append(seen, e)
			}
			dying.kill()
			back := c.subscribe(t, over, run, 5)
			p.end()
			seen = append(seen, back.rest(t)...)
			whole(t, seen, 1)
			c.replay(t, over, run, seen)
		})
	}
}

// replay subscribes to a run that has ended, behind each of its events.
func (c *client) replay(t testing.TB, over transport, run string, seen []event) {
	t.Helper()
	for _, after := range []int{0, 5, len(seen) - 1} {
		events := c.subscribe(t, over, run, after).rest(t)
		whole(t, events, after+1)
		if after+len(events) != len(seen) {
			t.Errorf("after %d there are %d events of %d", after, len(events), len(seen))
		}
		if last := events[len(events)-1]; last.Type != "RunSucceeded" || last.Message != seen[len(seen)-1].Message {
			t.Errorf("replayed, the run ends with %+v", last)
		}
	}
	if events := c.subscribe(t, over, run, len(seen)).rest(t); len(events) != 0 {
		t.Errorf("behind the last event there are %+v", events)
	}
}

// Each of the subscribers of a run sees the same history, over whichever transport, from whenever on.
func TestF25I2SubscribersSeeOneHistory(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	run := c.generate(t, vars{})
	histories := make(chan []event, 10)
	var watching sync.WaitGroup
	for i := range cap(histories) {
		over := []transport{overSocket, overEvents}[i%2]
		s := c.subscribe(t, over, run, 0)
		watching.Go(func() { histories <- s.rest(t) })
	}
	watching.Wait()
	close(histories)
	want := c.subscribe(t, overSocket, run, 0).rest(t)
	for history := range histories {
		whole(t, history, 1)
		if len(history) != len(want) {
			t.Errorf("a subscriber saw %d events of %d", len(history), len(want))
		}
	}
	var data struct {
		PlanRun struct{ Events nodesOf[event] }
	}
	c.ask(t, `query($run: ID!) { planRun(id: $run) { events(first: 500) { nodes { `+eventFields+` } } } }`, vars{"run": run}, &data)
	whole(t, data.PlanRun.Events, 1)
}

func TestF32I1CancelledRunEndsOnce(t *testing.T) {
	raced(t)
	t.Parallel()
	p := &pause{goOn: make(chan struct{})}
	w := newWorld(t, func(w *world) {
		w.store = func(s runs.Store) runs.Store { p.Store = s; return p }
	})
	t.Cleanup(p.end)
	c := w.athlete(t)
	calendar, run := c.calendar(t), c.generate(t, vars{})
	s := c.subscribe(t, overSocket, run, 0)
	first, _ := s.next(t)
	var data any
	c.ask(t, `mutation($run: ID!) { cancelPlanRun(input: {runId: $run}) { run { id } } }`, vars{"run": run}, &data)
	p.end()
	events := append([]event{first}, s.rest(t)...)
	whole(t, events, 1)
	if last := events[len(events)-1]; last.Type != "RunCancelled" {
		t.Errorf("the run ended with %+v", last)
	}
	if c.calendar(t) != calendar {
		t.Error("the calendar has changed")
	}
}

// A run that is cancelled anywhere on its way ends soon, and once: its worker is told, and the search looks whether anybody waits for it. With LONG=1
// it is 90 runs, all of which end within the second that is promised; else a few, with ten times as long.
func TestF32CancelledRunEndsSoon(t *testing.T) {
	raced(t)
	t.Parallel()
	many, most := 5, 10*time.Second
	if os.Getenv("LONG") != "" {
		many, most = 90, time.Second
	}
	w := newWorld(t)
	c := w.athlete(t)
	_, events := c.plan(t, vars{"seed": 1})
	calendar := c.calendar(t)
	random := rand.New(rand.NewPCG(1, 2))
	var took []time.Duration
	for n := range many {
		run := c.generate(t, vars{"seed": 2 + n, "apply": false})
		s := c.subscribe(t, overSocket, run, 0)
		for range random.IntN(len(events) / 2) {
			if e, more := s.next(t); !more || e.terminal() {
				break
			}
		}
		began := time.Now()
		var data struct {
			CancelPlanRun struct{ Run struct{ Status string } }
		}
		if a := c.answer(t, `mutation($run: ID!) { cancelPlanRun(input: {runId: $run}) { run { status } } }`, vars{"run": run}); a.code() != "" && a.code() != "CONFLICT" {
			t.Fatalf("run %d: %s", n, a.body)
		}
		s.rest(t)
		ended := time.Since(began)
		c.ask(t, `query($run: ID!) { planRun(id: $run) { status } }`, vars{"run": run}, &struct{ PlanRun any }{&data.CancelPlanRun.Run})
		switch data.CancelPlanRun.Run.Status {
		case "CANCELLED":
			took = append(took, ended)
		case "SUCCEEDED": // it was faster
		default:
			t.Errorf("a cancelled run is %s", data.CancelPlanRun.Run.Status)
		}
	}
	if len(took) == 0 {
		t.Fatal("no run was cancelled on its way")
	}
	slices.Sort(took)
	t.Logf("%d of %d runs were cancelled on their way: half within %s, 99 in 100 within %s, the last after %s", len(took), many, took[len(took)/2],
		took[len(took)*99/100], took[len(took)-1])
	if took[len(took)*99/100] > most {
		t.Errorf("a cancelled run ended after %s", took[len(took)*99/100])
	}
	if c.calendar(t) != calendar {
		t.Error("the calendar has changed")
	}
}
