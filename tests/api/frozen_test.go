package api_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"fortnight/db/dbtest"
	"fortnight/planner/runs"
)

// readiness is what /readyz answers, and after how long.
func (w *world) readiness(t *testing.T) (status int, took time.Duration) {
	t.Helper()
	began := time.Now()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, strings.TrimSuffix(w.url, "graphql")+"readyz", nil)
	must(t, err)
	response, err := web.Do(request)
	must(t, err)
	defer response.Body.Close()
	_, _ = io.Copy(io.Discard, response.Body)
	return response.StatusCode, time.Since(began)
}

// letGo tells when a worker has let a run go.
type letGo struct {
	pause
	gone chan struct{}
}

func (l *letGo) Record(ctx context.Context, lease runs.Lease, so runs.Recorded, events ...runs.Event) error {
	err := l.pause.Record(ctx, lease, so, events...)
	if ctx.Err() != nil {
		select {
		case l.gone <- struct{}{}:
		default:
		}
	}
	return err
}

// F10: a PostgreSQL all of whose processes are frozen does not freeze the product. /readyz says so at once, everybody is told so, the worker lets its
// run go, a stream stays or ends without a word; and when it thaws, the run goes on to its one end, and a subscriber has seen every event.
func TestF10FrozenPostgreSQL(t *testing.T) {
	t.Parallel()
	p := &letGo{pause: pause{goOn: make(chan struct{})}, gone: make(chan struct{}, 1)}
	own := dbtest.NewPrivate(t)
	w := newWorld(t, journalled(&journal{}), func(w *world) {
		w.own = own
		w.store = func(s runs.Store) runs.Store { p.Store = s; return p }
	})
	t.Cleanup(p.end)
	c := w.athlete(t)
	run := c.generate(t, vars{})
	s := c.subscribe(t, overSocket, run, 0)
	var seen []event
	for len(seen) == 0 || seen[len(seen)-1].Type != "StageStarted" || seen[len(seen)-1].Stage == "ANALYZE" { // there the run is held
		e, _ := s.next(t)
		seen = append(seen, e)
	}
	if status, _ := w.readiness(t); status != http.StatusOK {
		t.Fatalf("before, /readyz says %d", status)
	}
	own.Signal(syscall.SIGSTOP)
	thawed := false
	t.Cleanup(func() {
		if !thawed {
			own.Signal(syscall.SIGCONT)
		}
	})
	if status, took := w.readiness(t); status != http.StatusServiceUnavailable || took > patience {
		t.Errorf("frozen, /readyz says %d after %s", status, took)
	}
	began := time.Now()
	select {
	case <-p.gone: // six seconds of not being heard, and one beat
	case <-time.After(2 * patience):
		t.Fatal("the worker keeps its run while nobody answers it")
	}
	t.Logf("let go after %s", time.Since(began))
	for at, end := time.Now(), time.Now().Add(2*patience); ; {
		took, err := c.unavailable(t.Context())
		if err != nil {
			t.Fatalf("after %s: %v", time.Since(at), err)
		}
		if took < time.Second {
			break
		}
		if time.Now().After(end) {
			t.Fatalf("a request still waits for %s", took)
		}
	}
	own.Signal(syscall.SIGCONT)
	thawed = true
	p.end()
	c.back(t)
	seen = append(seen, s.untilBroken()...)
	if !seen[len(seen)-1].terminal() {
		seen = append(seen, c.subscribe(t, overSocket, run, len(seen)).rest(t)...)
	}
	whole(t, seen, 1)
	if got := w.text(t, `SELECT status || ' ' || (attempts > 1) || ' ' || (SELECT count(*) FROM plan_events AS e WHERE e.run_id = r.id
		AND e.kind IN ('RunSucceeded', 'RunFailed', 'RunCancelled')) FROM plan_runs AS r WHERE id = $1`, run); got != "SUCCEEDED true 1" {
		t.Errorf("the run: %s", got)
	}
	if status, _ := w.readiness(t); status != http.StatusOK {
		t.Errorf("after, /readyz says %d", status)
	}
}
