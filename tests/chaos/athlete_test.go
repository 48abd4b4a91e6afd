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
	"strings"
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
	token  string
	nodes  []*node
	counts *counts
}

// counts are what was done and what came of it.
type counts struct {
	accepted, refusedOften, subscriptions, broken, events atomic.Int64
}

// accounts makes athletes past the limit of log-ins from one address: with tokens signed as the servers sign theirs.
func accounts(t *testing.T, d *db.DB, sealing auth.Key, many int, nodes []*node, c *counts) []*athlete {
	t.Helper()
	signs, _, err := d.SigningKeys(t.Context(), []auth.Key{sealing}, rand.Reader)
	must(t, err)
	tokens := auth.NewTokens(signs, d.Accounts, time.Now, rand.Reader, slog.New(slog.DiscardHandler))
	hash, err := auth.NewHasher(1, rand.Reader).Hash(t.Context(), "a quiet lake at dawn")
	must(t, err)
	all := make([]*athlete, many)
	for i := range all {
		user, err := d.CreateUser(t.Context(), training.User{
			Name: "Athlete", Role: training.RoleAthlete, Email: fmt.Sprintf("athlete-%d@fortnight.example", i), Profile: training.NewProfile("Europe/Berlin"),
		}, hash)
		must(t, err)
		account, err := d.Account(t.Context(), auth.UserID(user.ID))
		must(t, err)
		pair, err := tokens.Start(t.Context(), account)
		must(t, err)
		all[i] = &athlete{t: t, id: user.ID, token: pair.AccessToken, nodes: nodes, counts: c}
	}
	return all
}

// client speaks to any of the nodes.
func (a *athlete) client() *demo.Client {
	return &demo.Client{URL: a.nodes[mathrand.IntN(len(a.nodes))].url, Token: a.token, HTTP: &http.Client{Timeout: 15 * time.Second}}
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
			a.counts.accepted.Add(1)
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

// watch sees a run to its end, at one node after the other, and fails where an event is missing, comes twice, or comes after the last.
func (a *athlete) watch(ctx context.Context, run string) error {
	seen, ended := 0, false
	for !ended {
		attempt, stop := context.WithTimeout(ctx, 20*time.Second)
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
					return fault{fmt.Sprintf("behind event %d of run %s comes %s (%v)", seen, run, data, err)}
				}
				if e.PlanEvents.Sequence != seen+1 || ended {
					return fault{fmt.Sprintf("behind event %d of run %s comes %d (the end: %t)", seen, run, e.PlanEvents.Sequence, ended)}
				}
				seen++
				a.counts.events.Add(1)
				ended = strings.HasPrefix(e.PlanEvents.Type, "Run") // RunSucceeded, RunFailed, RunCancelled
				return nil
			})
		stop()
		var wrong fault
		if errors.As(err, &wrong) {
			return wrong
		}
		if err == nil && !ended {
			return fault{fmt.Sprintf("the stream of run %s says that it is complete behind event %d, which is not the last", run, seen)}
		}
		if ctx.Err() != nil {
			return fmt.Errorf("run %s has no end behind event %d", run, seen)
		}
		if err != nil {
			a.counts.broken.Add(1)
			pause(ctx, 50*time.Millisecond)
		}
	}
	return nil
}

// fault is what must not be.
type fault struct{ what string }

// Error says it.
func (f fault) Error() string { return f.what }

// train asks for plans one after the other, so many or until it is over, each watched by some.
func (a *athlete) train(over, end context.Context, plans, watchers int) (runs []string) {
	for n := 0; n < plans && over.Err() == nil; n++ {
		run, err := a.generate(end, fmt.Sprintf("%s-%d", a.id, n))
		if err != nil {
			a.t.Errorf("plan %d: %v", n, err)
			return runs
		}
		runs = append(runs, run)
		var watching sync.WaitGroup
		for range watchers {
			watching.Go(func() {
				if err := a.watch(end, run); err != nil {
					a.t.Error(err)
				}
			})
		}
		watching.Wait()
	}
	return runs
}
