package api_test

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"testing"
	"time"
)

// F11, F13: where both directions of the line to the database are dead, or one, and nobody says so, everybody is told at once, and the worker lets its
// run go. What was asked and comes late, when another has the run already, changes nothing.
func TestF11F13NothingPasses(t *testing.T) {
	raced(t)
	for name, ways := range map[string][]direction{"in both directions": {asked, answered}, "of what is asked": {asked}, "of what is answered": {answered}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var l *line
			h := holdRun(t, through(&l))
			l.freeze(ways...)
			t.Cleanup(l.thaw)
			h.letsGo(t)
			l.thaw()
			h.goesOn(t)
		})
	}
}

// F14: over a line that loses one packet in twenty, in either direction, a plan is made as over any other.
func TestF14PacketsAreLost(t *testing.T) {
	raced(t)
	t.Parallel()
	near, far, err := lossyPair(0.05)
	if errors.Is(err, errors.ErrUnsupported) {
		t.Skip("packets cannot be lost here")
	}
	must(t, errors.Join(err, near.Close(), far.Close()))
	var l *line
	w := newWorld(t, through(&l), journalled(&journal{}))
	l.lose(0.05)
	l.stop() // connections are made anew
	time.Sleep(time.Second)
	l.start()
	for _, want := range []int{http.StatusServiceUnavailable, http.StatusOK} {
		w.until(t, fmt.Sprintf("/readyz says %d", want), func() bool { status, _ := w.readiness(t); return status == want })
	}
	w.plansOnce(t, w.athlete(t))
}

// lose has connections lose packets that are made from now on.
func (l *line) lose(share float64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.loses = share
}

// plansOnce plans, and checks that it took one attempt, and that the events are whole over each transport.
func (w *world) plansOnce(t *testing.T, c *client) {
	t.Helper()
	run := c.generate(t, vars{})
	for _, over := range transports {
		whole(t, c.subscribe(t, over, run, 0).rest(t), 1)
	}
	if got := w.text(t, `SELECT status || ' ' || attempts || ' ' || (SELECT count(*) FROM plan_events AS e WHERE e.run_id = r.id
		AND e.kind IN ('RunSucceeded', 'RunFailed', 'RunCancelled')) FROM plan_runs AS r WHERE id = $1`, run); got != "SUCCEEDED 1 1" {
		t.Errorf("the run: %s", got)
	}
	c.onePlan(t, w)
}

// F15: where the database is 300 ms away, over a line that is slow and comes in small pieces, a plan takes its time, and no worker takes another for
// dead.
func TestF15SlowLine(t *testing.T) {
	raced(t)
	t.Parallel()
	var l *line
	w := newWorld(t, through(&l))
	first, c := w.athlete(t), w.athlete(t)
	w.plansOnce(t, first) // and the library is known
	how := slowness{latency: 150 * time.Millisecond, rate: 400_000, bytes: 100}
	if os.Getenv("LONG") != "" {
		how.rate, how.bytes = 20_000, 1
	}
	l.be(how)
	defer l.be(slowness{})
	w.plansOnce(t, c)
}
