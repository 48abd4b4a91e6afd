package api_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"fortnight/db"
	"fortnight/embedding"
	"fortnight/planner/runs"
)

// tally counts statements by what they read.
type tally struct {
	mu                               sync.Mutex
	events, workouts, sessions, rest int
	others                           map[string]int
}

func (c *tally) hear(statement string, _ time.Duration, _ error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case strings.Contains(statement, `"plan_events"`):
		c.events++
	case strings.Contains(statement, "workouts AS w"):
		c.workouts++
	case strings.Contains(statement, `"planned_sessions"`):
		c.sessions++
	default:
		c.rest++
		c.others[statement[:min(len(statement), 90)]]++
	}
}

// forget begins anew, and returns how many statements it has heard.
func (c *tally) forget() (statements int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	statements = c.events + c.workouts + c.sessions + c.rest
	c.events, c.workouts, c.sessions, c.rest, c.others = 0, 0, 0, 0, map[string]int{}
	return statements
}

// What the events of a run show is read once for all that are read together, however many they are and however many listen, and who joins them has no statement of his own.
func TestEventsAreDeliveredWithoutFurtherReads(t *testing.T) {
	raced(t)
	t.Parallel()
	held := &pause{goOn: make(chan struct{})}
	w := newWorld(t, func(w *world) { w.store = func(s runs.Store) runs.Store { held.Store = s; return held } })
	t.Cleanup(held.end)
	heard := &tally{others: map[string]int{}}
	beside, err := db.Open(t.Context(), w.raw.Config().ConnString(), db.Options{ // the planner asks for itself
		MaxConnections: 8, Log: slog.New(slog.DiscardHandler), Now: w.now, Observe: heard.hear, WorkoutText: embedding.WorkoutText,
	})
	must(t, err)
	t.Cleanup(func() { check(t, beside.Close()) })
	c := w.athlete(t)
	other := *w
	other.db = beside
	s := other.server(t)
	server := httptest.NewServer(s.Handler())
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		check(t, s.Shutdown(ctx))
		server.Close()
	})
	there := *c
	there.url = server.URL + "/graphql"
	var in struct{ LogIn struct{ AccessToken string } } // its own server signs by a key of its own
	there.token = ""
	there.ask(t, `mutation($email: String!, $password: String!) { logIn(input: {email: $email, password: $password}) { accessToken } }`,
		vars{"email": c.email, "password": c.password}, &in)
	there.token = in.LogIn.AccessToken
	run := c.generate(t, vars{})
	const subscribers = 100
	ways := []transport{overSocket, overEvents}
	streams := make([]*stream, subscribers)
	join := func(n int) {
		var err error
		streams[n], err = ways[n%2](t.Context(), &there, `subscription($run: ID!) { planEvents(runId: $run) { __typename sequence
			... on CandidatesRetrieved { candidates { workout { id title } } }
			... on SessionProposed { session { workout { id title } resolved { tss } } }
			... on SessionReplaced { before { id } after { id } because { sessions { workout { id } } } }
			... on RuleChecked { check { sessions { session { id } workout { id title } } } } } }`, vars{"run": run})
		must(t, err)
		t.Cleanup(func() { _ = streams[n].conn.Close() })
		if a, err := streams[n].receive(); err != nil || !strings.Contains(string(a.Data), `"sequence":1`) {
			t.Fatalf("subscriber %d is first told %s, %v", n, a.body, err)
		}
	}
	join(0)
	heard.forget()
	for n := 1; n < subscribers; n++ {
		join(n)
	}
	if asked := heard.forget(); asked > subscribers/2 { // now and then, by the clock, it is asked who may still watch, once for all
		t.Errorf("%d who join one who listens ask %d statements", subscribers-1, asked)
	}
	held.end()
	events := 0
	var reading sync.WaitGroup
	for n, s := range streams {
		reading.Go(func() {
			for {
				a, err := s.receive()
				if err != nil || len(a.Errors) > 0 {
					t.Errorf("subscriber %d: %s, %v", n, a.body, err)
					return
				}
				var data struct{ PlanEvents event }
				if err := json.Unmarshal(a.Data, &data); err != nil {
					t.Error(err)
					return
				}
				if n == 0 {
					events = data.PlanEvents.Sequence
				}
				if data.PlanEvents.terminal() {
					return
				}
			}
		})
	}
	reading.Wait()
	heard.mu.Lock()
	defer heard.mu.Unlock()
	reads := heard.workouts + heard.sessions + heard.rest
	t.Logf("%d events for %d subscribers: %d statements for events, %d for workouts, %d for sessions, %d others: %v",
		events, subscribers, heard.events, heard.workouts, heard.sessions, heard.rest, heard.others)
	if events < 5*heard.events {
		t.Fatalf("%d events were read with %d statements: they are not read together", events, heard.events)
	}
	pages := heard.events + 1                                                   // with the one that was read before
	if heard.workouts > 2*pages || heard.sessions > pages || reads > events/2 { // those of a page, and what stood there before
		t.Errorf("events were read with %d statements, and then their workouts with %d, their sessions with %d, and %d more", heard.events, heard.workouts,
			heard.sessions, heard.rest)
	}
}
