package api_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"sync"
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

// held is a run that goes no further than its first stage, and who watches it.
type held struct {
	w    *world
	p    *letGo
	c    *client
	run  string
	s    *stream
	seen []event
	log  journal // warnings and worse
}

func holdRun(t *testing.T, change ...func(*world)) *held {
	t.Helper()
	h := &held{p: &letGo{pause: pause{at: make(chan struct{}, 1), goOn: make(chan struct{})}, gone: make(chan struct{}, 1)}}
	h.w = newWorld(t, append(change, journalled(&h.log), func(w *world) {
		w.store = func(s runs.Store) runs.Store { h.p.Store = s; return h.p }
	})...)
	t.Cleanup(h.p.end)
	h.c = h.w.athlete(t)
	h.run = h.c.generate(t, vars{})
	h.s = h.c.subscribe(t, overSocket, h.run, 0)
	for len(h.seen) == 0 || h.seen[len(h.seen)-1].Type != "StageStarted" || h.seen[len(h.seen)-1].Stage == "ANALYZE" { // there the run is held
		e, _ := h.s.next(t)
		h.seen = append(h.seen, e)
	}
	select {
	case <-h.p.at: // and has heard that what it recorded is there
	case <-time.After(patience):
		t.Fatal("the run is not held")
	}
	return h
}

// letsGo waits until the worker has let its run go, while nothing is answered, and until everybody is told at once that nothing is.
func (h *held) letsGo(t *testing.T) {
	t.Helper()
	began := time.Now()
	select {
	case <-h.p.gone: // six seconds of not being heard, and one beat
	case <-time.After(2 * patience):
		t.Fatal("the worker keeps its run while nobody answers it")
	}
	t.Logf("let go after %s", time.Since(began))
	for at, end := time.Now(), time.Now().Add(2*patience); ; {
		took, err := h.c.unavailable(t.Context())
		if err != nil {
			t.Fatalf("after %s: %v", time.Since(at), err)
		}
		if took < time.Second {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("a request still waits for %s", took)
		}
	}
}

// goesOn has the run go on, and checks that it is taken up again, that it has one end, and that its subscriber has seen every event.
func (h *held) goesOn(t *testing.T) {
	t.Helper()
	h.p.end()
	h.c.back(t)
	seen := append(h.seen, h.s.untilBroken()...)
	if !seen[len(seen)-1].terminal() {
		seen = append(seen, h.c.subscribe(t, overSocket, h.run, len(seen)).rest(t)...)
	}
	whole(t, seen, 1)
	if got := h.w.text(t, `SELECT status || ' ' || (attempts > 1) || ' ' || (SELECT count(*) FROM plan_events AS e WHERE e.run_id = r.id
		AND e.kind IN ('RunSucceeded', 'RunFailed', 'RunCancelled')) FROM plan_runs AS r WHERE id = $1`, h.run); got != "SUCCEEDED true 1" {
		t.Errorf("the run: %s", got)
	}
}

// soon is a second, and what a machine takes that other tests keep busy.
const soon = 3 * time.Second

// refusedSoon asks for this and that of a server whose database has just been frozen, from before that is known on: each is told that it is away, by
// its status too, and soon.
func (c *client) refusedSoon(t *testing.T) {
	t.Helper()
	asked := map[string]string{
		"a query":           `{ me { id } }`,
		"a calendar":        `{ calendar { days { date tss } certificate { verdict } } }`,
		"a search":          `{ searchWorkouts(text: "an easy ride by the river", first: 3) { nodes { score } } }`,
		"two queries":       `{ me { id } planRuns(first: 2) { nodes { id } } }`,
		"a mutation":        `mutation { updateProfile(input: { goal: "a marathon" }) { user { id } } }`,
		"a change of a day": `mutation { lockDay(input: { date: "2026-03-05" }) { calendar { revision } } }`,
		"a plan":            `mutation { generatePlan(input: {}) { run { id } } }`,
		"a log-in":          `mutation { logIn(input: { email: "nobody@athletes.example", password: "not the password" }) { accessToken } }`,
	}
	var wait sync.WaitGroup
	for name, document := range asked {
		for _, after := range []time.Duration{0, 300 * time.Millisecond, 700 * time.Millisecond} {
			wait.Go(func() {
				time.Sleep(after)
				if took, err := c.toldAway(t.Context(), document); err != nil || took > soon {
					t.Errorf("%s, %s after: %v after %s", name, after, err, took)
				}
			})
		}
	}
	wait.Wait()
}

// F10: a PostgreSQL all of whose processes are frozen does not freeze the product. /readyz says so at once, everybody is told so, the worker lets its
// run go, a stream stays or ends without a word; and when it thaws, the run goes on to its one end, and a subscriber has seen every event.
func TestF10FrozenPostgreSQL(t *testing.T) {
	t.Parallel()
	own := dbtest.NewPrivate(t)
	h := holdRun(t, func(w *world) { w.own = own })
	w := h.w
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
	h.c.refusedSoon(t)
	if status, took := w.readiness(t); status != http.StatusServiceUnavailable || took > soon {
		t.Errorf("frozen, /readyz says %d after %s", status, took)
	}
	h.letsGo(t)
	own.Signal(syscall.SIGCONT)
	thawed = true
	h.goesOn(t)
	if status, _ := w.readiness(t); status != http.StatusOK {
		t.Errorf("after, /readyz says %d", status)
	}
	for _, line := range h.log.warnings() { // that a database does not answer is no fault of ours, and is told once
		if strings.Contains(line, "level=ERROR") || strings.Contains(line, "who may still watch") {
			t.Errorf("the log says %s", line)
		}
	}
}
