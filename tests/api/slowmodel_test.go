package api_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"fortnight/db/dbtest"
)

// slowModel is a language model's service over HTTP that thinks aloud for a while and then leaves everything to the solver: for a fifth of the time that a call may take,
// or while it is slow for twenty times as long.
type slowModel struct {
	*httptest.Server
	call   time.Duration // how long a call may take
	slow   atomic.Bool
	stuck  chan struct{} // a call goes on when it is closed; nil where none is held
	begun  atomic.Int64  // calls
	broken atomic.Int64  // calls that nobody waited for to the end
}

func newSlowModel(t *testing.T, call time.Duration) *slowModel {
	t.Helper()
	m := &slowModel{call: call}
	m.Server = httptest.NewServer(http.HandlerFunc(m.answer))
	t.Cleanup(m.Close)
	return m
}

func (m *slowModel) answer(w http.ResponseWriter, r *http.Request) {
	m.begun.Add(1)
	_, _ = io.Copy(io.Discard, r.Body)
	w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	const pieces = 20
	piece := m.call / 5 / pieces
	if m.stuck != nil {
		piece = 0
	}
	if m.slow.Load() {
		piece *= 20
	}
	say := func(before, text, after string) {
		fmt.Fprintf(w, `%s{"candidates":[{"content":{"parts":[{%s}],"role":"model"}%s,"index":0}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":9,"totalTokenCount":18}}`,
			before, text, after)
		w.(http.Flusher).Flush()
	}
	if m.stuck != nil {
		select {
		case <-m.stuck:
		case <-r.Context().Done():
		}
	}
	for n := range pieces {
		before := ","
		if n == 0 {
			before = "["
		}
		say(before, `"text":" ","thought":true`, "")
		select {
		case <-r.Context().Done():
			m.broken.Add(1)
			return
		case <-time.After(piece):
		}
	}
	answer, _ := json.Marshal(`{"picks":[]}`)
	say(",", `"text":`+string(answer), `,"finishReason":1`)
	fmt.Fprint(w, "]")
}

// asks starts a server that asks the model.
func (m *slowModel) asks(t *testing.T, binary, database string) *process {
	t.Helper()
	settings := fmt.Sprintf("GEMINI_API_KEY=x GEMINI_ENDPOINT=%s GEMINI_CALL_TIMEOUT=%s GEMINI_STALL_TIMEOUT=%s", m.URL, m.call, m.call/2)
	return serveAt(t, "export "+settings+";", binary, database)
}

// F34: runs that wait for a model keep those that ask for none from nothing, however many there are.
func TestF34OthersDoNotWaitForTheModel(t *testing.T) {
	t.Parallel()
	m := newSlowModel(t, 5*patience)
	m.stuck = make(chan struct{})
	database := dbtest.URL(t)
	p := m.asks(t, build(t), database)
	raw, err := pgxpool.New(t.Context(), database)
	must(t, err)
	t.Cleanup(raw.Close)
	w := &world{url: p.url, raw: raw}
	clients := w.describedAthletes(t, 13)
	stranger := clients[12]
	for _, c := range clients[:12] { // more than there are hands
		c.generate(t, vars{"engine": "GEMINI"})
	}
	held, since := int64(0), time.Now()
	w.until(t, "every hand that may waits for the model", func() bool {
		if now := m.begun.Load(); now != held {
			held, since = now, time.Now()
		}
		return held > 0 && time.Since(since) > 2*time.Second
	})
	_, events := stranger.plan(t, vars{"engine": "SOLVER"})
	whole(t, events, 1)
	if waiting := w.text(t, "SELECT count(*)::text FROM plan_runs WHERE finished_at IS NULL"); waiting != "12" {
		t.Errorf("%s of 12 runs wait still: the model was not what they waited for", waiting)
	}
	close(m.stuck)
	w.until(t, "each run has ended", func() bool { return w.text(t, "SELECT count(*)::text FROM plan_runs WHERE finished_at IS NULL") == "0" })
	w.endedOnce(t, 13)
}

// F34: a language model that is twenty times slower than it was, and never silent, for as long as ten calls may take (LONG=1: for the ten minutes that it takes with the
// product's own limits). Athletes ask for more plans than there may be, and are refused what is too many; whoever watches, and comes back in the middle, sees
// 1 to n; nobody has two runs under way, and none is held past its lease; others are answered in time, and theirs that ask for no model are planned; and when the
// model is well again, each run that was accepted has come to one end, and the server is as it was.
func TestF34SlowModel(t *testing.T) {
	t.Parallel()
	call, athletes, lasts := time.Second, 8, 10*time.Second
	if os.Getenv("LONG") != "" {
		call, athletes, lasts = 90*time.Second, 6, 10*time.Minute
	}
	m := newSlowModel(t, call)
	database := dbtest.URL(t)
	p := m.asks(t, build(t), database)
	raw, err := pgxpool.New(t.Context(), database)
	must(t, err)
	t.Cleanup(raw.Close)
	w := &world{url: p.url, raw: raw}
	clients := w.describedAthletes(t, athletes)
	stranger := w.describedAthletes(t, 1)[0]
	w.plansOnce(t, clients[0]) // what is made once is made, and the model is asked
	if m.begun.Load() == 0 || m.broken.Load() != 0 {
		t.Fatalf("%d calls of a model that is well, %d broken off", m.begun.Load(), m.broken.Load())
	}
	sockets := func() int { // but for those to the database, of which a pool keeps as many as it lately had use for
		conns, err := strconv.Atoi(w.text(t, "SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database()"))
		must(t, err)
		return p.descriptors(t) - conns
	}
	before := sockets()

	m.slow.Store(true)
	over, stop := context.WithTimeout(t.Context(), lasts)
	defer stop()
	var (
		mu       sync.Mutex
		accepted = map[string]*client{}
		full     int
		working  sync.WaitGroup
	)
	note := func(do func()) { mu.Lock(); defer mu.Unlock(); do() }
	for _, c := range clients {
		working.Go(func() {
			for n := 0; over.Err() == nil; n++ {
				var data struct {
					GeneratePlan struct{ Run struct{ ID string } }
				}
				a, err := c.post(t.Context(), `mutation($seed: Int!) { generatePlan(input: {seed: $seed}) { run { id } } }`, vars{"seed": n})
				switch {
				case err != nil:
					t.Error(err)
					return
				case a.code() == "CONFLICT" && strings.Contains(a.body, "as many as there may be"):
					note(func() { full++ })
					wait(over, call/10)
				case len(a.Errors) > 0:
					t.Error(a.body)
					return
				default:
					if err := json.Unmarshal(a.Data, &data); err != nil {
						t.Error(err)
						return
					}
					run := data.GeneratePlan.Run.ID
					note(func() { accepted[run] = c })
					working.Go(func() { c.watchesWithBreaks(t, run, call) })
				}
			}
		})
	}
	working.Go(func() { w.oneRunEach(t, over, athletes) })
	plans, took, next := 0, []time.Duration(nil), time.Now().Add(lasts/10)
	for over.Err() == nil {
		began := time.Now()
		stranger.isMe(t, stranger.id)
		took = append(took, time.Since(began))
		if len(took)%50 == 0 && (!p.healthy("healthz") || !p.healthy("readyz")) {
			t.Error("the server does not call itself well")
		}
		if time.Now().After(next) {
			_, events := stranger.plan(t, vars{"engine": "SOLVER", "seed": plans})
			whole(t, events, 1)
			plans++
			next = time.Now().Add(lasts / 10)
		}
		wait(over, 20*time.Millisecond)
	}
	m.slow.Store(false)
	healed := time.Now()
	working.Wait()
	w.until(t, "each run has ended", func() bool {
		return w.text(t, "SELECT count(*)::text FROM plan_runs WHERE finished_at IS NULL") == "0"
	})
	t.Logf("%d runs and %d plans of a stranger, who was answered %d times, %d refused; %d calls, %d of them broken off; the last run ended %s after the model was well",
		len(accepted), plans, len(took), full, m.begun.Load(), m.broken.Load(), time.Since(healed).Round(time.Millisecond))
	w.endedOnce(t, 1+len(accepted)+plans)
	slices.Sort(took)
	if p99 := took[len(took)*99/100]; p99 > time.Second {
		t.Errorf("p99 of a stranger's `me` is %s", p99)
	}
	if full == 0 || m.broken.Load() == 0 || plans == 0 {
		t.Errorf("nothing was tried: %d refused, %d calls broken off, %d plans of others", full, m.broken.Load(), plans)
	}
	if fell := w.text(t, "SELECT count(DISTINCT run_id)::text FROM plan_events WHERE kind = 'EngineFellBack'"); fell == "0" {
		t.Error("no run went on without the model")
	}
	for _, c := range clients {
		c.onePlan(t, w)
	}
	w.until(t, "connections are as they were", func() bool { return sockets() <= before+before/10+6 })
}

// wait waits, no longer than ctx holds.
func wait(ctx context.Context, length time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(length):
	}
}

// watchesWithBreaks sees a run to its end, over one transport or the other; every second one breaks off in the middle and comes back.
func (c *client) watchesWithBreaks(t *testing.T, run string, within time.Duration) {
	over := [...]transport{overSocket, overEvents}[rand.IntN(2)]
	open := func(after int) *stream {
		s, err := over(t.Context(), c, `subscription($run: ID!, $after: Int) { planEvents(runId: $run, after: $after) { `+eventFields+` } }`, vars{"run": run, "after": after})
		if err != nil {
			t.Error(err)
			return nil
		}
		return s
	}
	var seen []event
	breaks := rand.IntN(2) * (1 + rand.IntN(8)) // after so many events, 0 for never
	s := open(0)
	for s != nil {
		e, err := s.read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if len(seen) > 0 && seen[len(seen)-1].terminal() {
				break
			}
			_ = s.conn.Close() // nothing for as long as a test is patient, or the end of a stream that is to come back
			s = open(len(seen))
			continue
		}
		if seen = append(seen, e); len(seen) == breaks {
			_ = s.conn.Close()
			wait(t.Context(), rand.N(within))
			s = open(len(seen))
		}
	}
	if s == nil {
		return
	}
	_ = s.conn.Close()
	for i, e := range seen {
		if e.Sequence != 1+i || e.terminal() != (i == len(seen)-1) {
			t.Errorf("event %d of %d of run %s is %+v", i+1, len(seen), run, e)
			return
		}
	}
	if len(seen) == 0 {
		t.Errorf("nothing was seen of run %s", run)
	}
}

// oneRunEach looks until it is over that no athlete has two runs under way, that none is held past its lease, and that the queue is no longer than what so many
// athletes may have waiting.
func (w *world) oneRunEach(t *testing.T, over context.Context, athletes int) {
	for over.Err() == nil {
		wait(over, 50*time.Millisecond)
		var two, late, queued int
		err := w.raw.QueryRow(t.Context(), `SELECT
			(SELECT count(*) FROM (SELECT 1 FROM plan_runs WHERE status = 'RUNNING' GROUP BY athlete_id HAVING count(*) > 1) AS t),
			(SELECT count(*) FROM plan_runs WHERE status = 'RUNNING' AND lease_until < now() - interval '10 seconds'),
			(SELECT count(*) FROM plan_runs WHERE status = 'QUEUED')`).Scan(&two, &late, &queued)
		if err != nil {
			t.Error(err)
			return
		}
		if two > 0 || late > 0 || queued > athletes*5+1 {
			t.Errorf("%d athletes have two runs under way, %d runs are held past their lease, %d wait", two, late, queued)
			return
		}
	}
}
