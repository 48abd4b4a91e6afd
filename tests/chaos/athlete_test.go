package chaos_test

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	mathrand "math/rand/v2"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"fortnight/auth"
	"fortnight/cmd/fortnight/demo"
	"fortnight/db"
	"fortnight/training"
)

// athlete asks for plans and watches them, at whichever node answers.
type athlete struct {
	t      *testing.T
	id     training.UserID
	token  atomic.Pointer[string] // which is another from time to time
	nodes  []*node
	counts *counts
	seen   *history
}

// counts are what was done and what came of it.
type counts struct {
	accepted, refusedOften, subscriptions, broken, events atomic.Int64
}

// accounts makes athletes past the limit of log-ins from one address: with tokens signed as the servers sign theirs.
func accounts(t *testing.T, d *db.DB, sealing auth.Key, many int, nodes []*node, c *counts, h *history) []*athlete {
	t.Helper()
	hash, err := auth.NewHasher(1, rand.Reader).Hash(t.Context(), "a quiet lake at dawn")
	must(t, err)
	all := make([]*athlete, many)
	for i := range all {
		user, err := d.CreateUser(t.Context(), training.User{
			Name: "Athlete", Role: training.RoleAthlete, Email: fmt.Sprintf("athlete-%d@fortnight.example", i), Profile: training.NewProfile("Europe/Berlin"),
		}, hash)
		must(t, err)
		all[i] = &athlete{t: t, id: user.ID, nodes: nodes, counts: c, seen: h}
	}
	must(t, logIn(t.Context(), d, sealing, all))
	return all
}

// logIn gives each athlete a token of a new log-in.
func logIn(ctx context.Context, d *db.DB, sealing auth.Key, athletes []*athlete) error {
	signs, _, err := d.SigningKeys(ctx, []auth.Key{sealing}, rand.Reader)
	if err != nil {
		return err
	}
	tokens := auth.NewTokens(signs, d.Accounts, time.Now, rand.Reader, slog.New(slog.DiscardHandler))
	for _, a := range athletes {
		account, err := d.Account(ctx, auth.UserID(a.id))
		if err != nil {
			return err
		}
		pair, err := tokens.Start(ctx, account)
		if err != nil {
			return err
		}
		a.token.Store(&pair.AccessToken)
	}
	return nil
}

// keepLoggedIn logs athletes in again before their tokens end, until ctx does, as soon as the database lets it.
func keepLoggedIn(ctx context.Context, url string, sealing auth.Key, athletes []*athlete) {
	for pause(ctx, auth.AccessLife/3); ctx.Err() == nil; pause(ctx, auth.AccessLife/3) {
		for ctx.Err() == nil {
			if d, err := db.Open(ctx, url, db.Options{MaxConnections: 2, Log: slog.New(slog.DiscardHandler)}); err == nil {
				err = errors.Join(logIn(ctx, d, sealing, athletes), d.Close())
				if err == nil {
					break
				}
			}
			pause(ctx, time.Second)
		}
	}
}

// client speaks to any of the nodes.
func (a *athlete) client() *demo.Client {
	return &demo.Client{URL: a.nodes[mathrand.IntN(len(a.nodes))].url, Token: *a.token.Load(), HTTP: &http.Client{Timeout: 15 * time.Second}}
}

func (a *athlete) describe() {
	berlin, err := time.LoadLocation("Europe/Berlin")
	must(a.t, err)
	must(a.t, demo.Describe(a.t.Context(), a.client(), training.DateOf(time.Now().In(berlin))))
}

// generate asks for a plan by a key of its own until it is accepted, at one node or another.
func (a *athlete) generate(ctx context.Context, key string) (run string, err error) {
	for {
		var data struct {
			GeneratePlan struct{ Run struct{ ID string } }
		}
		err = a.client().Do(ctx, `mutation($key: String!) { generatePlan(input: {idempotencyKey: $key}) { run { id } } }`, map[string]any{"key": key}, &data)
		if err == nil {
			a.seen.note(entry{What: accepted, Key: key, Run: data.GeneratePlan.Run.ID})
			return data.GeneratePlan.Run.ID, nil
		}
		var answered demo.ErrorAnswer
		if errors.As(err, &answered) && !transient(answered) {
			return "", err
		}
		a.counts.refusedOften.Add(1)
		if pause(ctx, 100*time.Millisecond); ctx.Err() != nil {
			return "", ctx.Err()
		}
	}
}

// transient tells whether it is worth asking again.
func transient(answer demo.ErrorAnswer) bool {
	for _, one := range answer {
		switch fmt.Sprint(one.Extensions["code"]) {
		case "UNAVAILABLE", "RATE_LIMITED", "LIMIT_EXCEEDED":
		default:
			return false
		}
	}
	return len(answer) > 0
}

// watch sees a run to its end as one of its watchers, at one node after the other, and notes all that comes.
func (a *athlete) watch(ctx context.Context, run string, watcher int) error {
	seen, ended := 0, false
	for !ended {
		length := 20 * time.Second
		if mathrand.IntN(4) == 0 { // the watcher's own line is cut, wherever in an event that is
			length = time.Duration(1+mathrand.IntN(500)) * time.Millisecond
		}
		attempt, stop := context.WithTimeout(ctx, length)
		a.counts.subscriptions.Add(1)
		err := a.client().Subscribe(attempt, `subscription($run: ID!, $after: Int) { planEvents(runId: $run, after: $after) { __typename sequence } }`,
			map[string]any{"run": run, "after": seen}, func(data json.RawMessage) error {
				var e struct {
					PlanEvents *struct {
						Type     string `json:"__typename"`
						Sequence int
					}
				}
				if err := json.Unmarshal(data, &e); err != nil || e.PlanEvents == nil {
					a.seen.note(entry{What: unclear, Error: fmt.Sprintf("behind event %d of run %s comes %s (%v)", seen, run, data, err)})
					return nil
				}
				a.seen.note(entry{What: saw, Run: run, Watcher: watcher, Sequence: e.PlanEvents.Sequence, Type: e.PlanEvents.Type})
				a.counts.events.Add(1)
				seen, ended = e.PlanEvents.Sequence, terminal(e.PlanEvents.Type)
				return nil
			})
		stop()
		if err == nil {
			a.seen.note(entry{What: complete, Run: run, Watcher: watcher})
			return nil
		}
		if ctx.Err() != nil {
			return fmt.Errorf("run %s has no end behind event %d", run, seen)
		}
		a.counts.broken.Add(1)
		pause(ctx, 50*time.Millisecond)
	}
	return nil
}

// train asks for plans one after the other, so many or until it is over, each watched by some.
func (a *athlete) train(over, end context.Context, plans, watchers int) (runs []string) {
	for n := 0; n < plans && over.Err() == nil; n++ {
		key := fmt.Sprintf("%s-%d", a.id, n)
		run, err := a.generate(end, key)
		if err != nil {
			a.t.Errorf("plan %d: %v", n, err)
			return runs
		}
		a.counts.accepted.Add(1)
		runs = append(runs, run)
		var watching sync.WaitGroup
		for n := range watchers {
			watching.Go(func() {
				if err := a.watch(end, run, 1+n); err != nil {
					a.t.Error(err)
				}
			})
		}
		watching.Go(func() { // as a client does whose answer was lost
			if _, err := a.generate(end, key); err != nil {
				a.t.Errorf("plan %d again: %v", n, err)
			}
		})
		watching.Wait()
	}
	return runs
}
