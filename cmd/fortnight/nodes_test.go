package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"fortnight/auth"
	"fortnight/cmd/fortnight/demo"
	"fortnight/db"
	"fortnight/db/dbtest"
	"fortnight/embedding"
	"fortnight/library"
	"fortnight/training"
)

// node is a server of several on one database, with a data folder of its own.
func node(t *testing.T, url string, c config) *app {
	t.Helper()
	lexicon, times := embedding.NewLexicon(), newStatementTimes()
	opened, err := db.Open(t.Context(), url, db.Options{
		MaxConnections: 6, Log: slog.New(slog.DiscardHandler), Observe: times.observe, WorkoutText: embedding.WorkoutText, Tells: lexicon.Tells,
	})
	if err != nil {
		t.Fatal(err)
	}
	opened.ServeBy(lexicon)
	t.Cleanup(func() {
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	})
	c.data, c.hosts = t.TempDir(), []string{"127.0.0.1"}
	return &app{config: c, log: slog.New(slog.DiscardHandler), now: time.Now, db: opened, times: times, workouts: library.Workouts}
}

// together starts servers at once and returns their addresses when all are ready; they are stopped when the test ends.
func together(t *testing.T, nodes ...*app) []string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	var serving sync.WaitGroup
	addresses, ended := make([]string, len(nodes)), make([]chan error, len(nodes))
	for i, a := range nodes {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		addresses[i], ended[i] = listener.Addr().String(), make(chan error, 1)
		serving.Go(func() {
			err := a.serve(ctx, listener)
			ended[i] <- err
			if err != nil && !errors.Is(err, context.Canceled) {
				t.Errorf("node %d ended with %v", i+1, err)
			}
		})
	}
	t.Cleanup(func() { stop(); serving.Wait() })
	for i := range nodes {
		waitReady(t, addresses[i], ended[i])
	}
	return addresses
}

// Three servers that start at once on one database all come up, in development too: on one in which there is nothing, and on one that another
// has filled. They make one library and one demo account, and what one of them signs is good at the others.
func TestThreeNodesStartAtOnce(t *testing.T) {
	t.Parallel()
	sealing, err := auth.NewKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	url, c := dbtest.EmptyURL(t), config{sealing: []auth.Key{sealing}}
	for _, when := range []string{"empty", "filled"} {
		t.Run(when, func(t *testing.T) {
			nodes := []*app{node(t, url, c), node(t, url, c), node(t, url, c)}
			addresses := together(t, nodes...)
			if !demoAccountComes(t, nodes[0].db, true) {
				t.Fatal("no demo account")
			}
			waitDescribed(t, addresses[0])
			token, err := demo.LogIn(t.Context(), config{}.client(addresses[0]), demoLogin)
			if err != nil {
				t.Fatal(err)
			}
			for i, address := range addresses {
				if _, figures := get(t, "http://"+address+"/metrics"); !strings.Contains(figures, `fortnight_database_statement_seconds_count{does="select",failed="false"}`) {
					t.Errorf("node %d does not tell how long statements take", i+1)
				}
				if _, figures := get(t, "http://"+address+"/metrics"); !strings.Contains(figures, "fortnight_streams 0") || !strings.Contains(figures, "fortnight_waiting_bytes 0") {
					t.Errorf("node %d does not tell how many streams are open", i+1)
				}
				if id := askMe(t, address, token); id == "" {
					t.Errorf("node %d does not know what node 1 signed", i+1)
				}
			}
		})
	}
}

// waitDescribed waits until the demo account is whole.
func waitDescribed(t *testing.T, address string) {
	t.Helper()
	for end := time.Now().Add(3 * time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if described, err := demo.Described(t.Context(), config{}.client(address), demoLogin); err == nil && described {
			return
		}
	}
	t.Fatal("the demo account is never whole")
}

func askMe(t *testing.T, address, token string) string {
	t.Helper()
	var data struct{ Me struct{ ID string } }
	answer(t, "http://"+address+"/graphql", token, "{ me { id } }", &data)
	return data.Me.ID
}

// answer asks a server and reads the data of its answer.
func answer(t *testing.T, url, token, query string, data any) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if err := json.NewDecoder(response.Body).Decode(&struct{ Data any }{data}); err != nil {
		t.Error(err)
	}
}

// What is old is packed and deleted by whichever server has its turn; what is not stays.
func TestTidy(t *testing.T) {
	t.Parallel()
	a := node(t, dbtest.URL(t), config{retention: retention{fold: time.Hour, keep: 365 * 24 * time.Hour}})
	hash, err := auth.NewHasher(1, rand.Reader).Hash(t.Context(), "a quiet lake at dawn")
	if err != nil {
		t.Fatal(err)
	}
	user, err := a.db.CreateUser(t.Context(), training.User{Name: "Jo", Role: training.RoleAthlete, Email: "jo@fortnight.example", Profile: training.NewProfile("UTC")}, hash)
	if err != nil {
		t.Fatal(err)
	}
	account, err := a.db.Account(t.Context(), auth.UserID(user.ID))
	if err != nil {
		t.Fatal(err)
	}
	tokens := auth.NewTokens(auth.Key{}, a.db.Accounts, a.now, rand.Reader, a.log)
	pair, err := tokens.Start(t.Context(), account)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.tidy(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := tokens.Verify(t.Context(), pair.AccessToken); err != nil {
		t.Errorf("a log-in of now is swept away: %v", err)
	}
	if n, err := a.db.SweepSessions(t.Context()); n != 0 || err != nil {
		t.Errorf("%d swept, %v", n, err)
	}
}

func TestRetentionSettings(t *testing.T) {
	c, err := readConfig(environment())
	if err != nil || c.retention != (retention{time.Minute, 365 * 24 * time.Hour}) {
		t.Errorf("%v, %v", c.retention, err)
	}
	if c, err = readConfig(environment("FORTNIGHT_FOLD_RUNS=720h", "FORTNIGHT_KEEP_RUNS=0s")); err != nil || c.retention != (retention{720 * time.Hour, 0}) {
		t.Errorf("%v, %v", c.retention, err)
	}
	for _, wrong := range []string{"FORTNIGHT_FOLD_RUNS=1s", "FORTNIGHT_FOLD_RUNS=-1h", "FORTNIGHT_KEEP_RUNS=24h", "FORTNIGHT_KEEP_RUNS=year"} {
		if _, err := readConfig(environment(wrong)); err == nil || !strings.HasPrefix(err.Error(), wrong[:19]) {
			t.Errorf("%s: %v", wrong, err)
		}
	}
}
