package api_test

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"fortnight/cmd/fortnight/demo"
	"fortnight/db/dbtest"
	"fortnight/training"
)

// The athletes of this test, and how many plans each asks for: enough for a server to be killed while there is work.
const athletes, plansEach = 5, 3

// Of two servers on one database one is killed in the middle of its runs. The other brings each to its one end, and the client that was
// watching at the dead one goes on where it was.
func TestF01F03F04KilledServer(t *testing.T) {
	t.Parallel()
	binary, database, data := build(t), dbtest.URL(t), t.TempDir()
	dying := serve(t, binary, database, data)
	survivor := serve(t, binary, database, data)
	raw, err := pgxpool.New(t.Context(), database)
	must(t, err)
	t.Cleanup(raw.Close)
	w := &world{raw: raw, url: survivor.url}
	demoAccountIsAbsent(t, w)

	clients := w.describedAthletes(t, athletes)
	survivor.signal(syscall.SIGSTOP)
	runs := map[string]*client{}
	for _, c := range clients {
		c.url = dying.url
		for seed := range plansEach {
			runs[c.generate(t, vars{"seed": seed})] = c
		}
	}
	watched := w.text(t, "SELECT id::text FROM plan_runs WHERE status <> 'SUCCEEDED' ORDER BY number LIMIT 1")
	stream := runs[watched].subscribe(t, overSocket, watched, 0)
	w.killInTheMiddle(t, dying)
	survivor.signal(syscall.SIGCONT)

	seen := stream.untilBroken()
	for run, c := range runs {
		c.url = survivor.url
		whole(t, c.subscribe(t, overSocket, run, 0).rest(t), 1)
	}
	whole(t, append(seen, runs[watched].subscribe(t, overSocket, watched, len(seen)).rest(t)...), 1)
	w.endedOnce(t, len(runs))
	if n := w.text(t, "SELECT count(*)::text FROM plan_runs WHERE attempts > 1"); n == "0" {
		t.Error("no run was taken up again")
	}
	for _, c := range clients {
		c.onePlan(t, w)
	}
	survivor.signal(syscall.SIGTERM) // F03
	if err := survivor.cmd.Wait(); err != nil {
		t.Errorf("told to stop, the server ends with %v", err)
	}
}

func demoAccountIsAbsent(t testing.TB, w *world) {
	t.Helper()
	(&client{url: w.url}).refused(t, "UNAUTHENTICATED", logIn, vars{"email": "demo@fortnight.example", "password": "fourteen-days"})
	if n := w.text(t, "SELECT count(*)::text FROM users"); n != "0" {
		t.Errorf("production begins with %s users", n)
	}
}

func (w *world) describedAthletes(t testing.TB, many int) []*client {
	t.Helper()
	berlin, err := time.LoadLocation("Europe/Berlin")
	must(t, err)
	clients := make([]*client, many)
	for i := range clients {
		clients[i] = w.user(t, training.RoleAthlete)
		must(t, demo.Describe(t.Context(), clients[i], training.DateOf(time.Now().In(berlin))))
	}
	return clients
}

// killInTheMiddle kills the only server that works when it has a run under way: it is held still to look, and goes on if it has none.
func (w *world) killInTheMiddle(t testing.TB, p *process) {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		p.signal(syscall.SIGSTOP)
		if w.text(t, "SELECT count(*)::text FROM plan_runs WHERE status = 'RUNNING' AND event_count > 1") != "0" {
			p.signal(syscall.SIGKILL)
			_ = p.cmd.Wait()
			return
		}
		p.signal(syscall.SIGCONT)
	}
	t.Fatalf("no run was ever under way: %s", w.text(t, "SELECT string_agg(status || ' ' || event_count, ', ') FROM plan_runs"))
}

// untilBroken are the events that come before the connection breaks.
func (s *stream) untilBroken() []event {
	var events []event
	for {
		e, err := s.read()
		if err != nil {
			return events
		}
		events = append(events, e)
	}
}

// endedOnce checks what the database holds of the runs: each ended with a plan, after one terminal event.
func (w *world) endedOnce(t testing.TB, runs int) {
	t.Helper()
	for sql, want := range map[string]string{
		"SELECT count(*)::text FROM plan_runs WHERE status = 'SUCCEEDED'":                                                       fmt.Sprint(runs),
		"SELECT count(*)::text FROM plan_events WHERE kind IN ('RunSucceeded', 'RunFailed', 'RunCancelled')":                    fmt.Sprint(runs),
		"SELECT count(*)::text FROM plan_runs AS r WHERE event_count <> (SELECT count(*) FROM plan_events WHERE run_id = r.id)": "0",
	} {
		if got := w.text(t, sql); got != want {
			t.Errorf("%s: %s, want %s", sql, got, want)
		}
	}
}

// onePlan checks that what stands on the calendar is the proposal of one run, the last, and the two locks.
func (c *client) onePlan(t testing.TB, w *world) {
	t.Helper()
	stands := w.text(t, `SELECT coalesce(string_agg(workout_id || ' ' || date, E'\n' ORDER BY date, start), '')
		FROM planned_sessions WHERE athlete_id = $1`, c.id)
	proposed := w.text(t, `SELECT string_agg((p->>'workoutId') || ' ' || (p->>'date'), E'\n' ORDER BY p->>'date', p->>'start')
		FROM plan_runs, jsonb_array_elements(proposal) AS p
		WHERE id = (SELECT id FROM plan_runs WHERE athlete_id = $1 ORDER BY number DESC LIMIT 1)`, c.id)
	if stands != proposed || strings.Count(stands, "\n") < 7 {
		t.Errorf("on the calendar stands\n%s\nthe last run proposed\n%s", stands, proposed)
	}
}
