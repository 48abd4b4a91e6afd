package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
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
	"fortnight/library"
	"fortnight/training"
)

// served runs the server until ready answers, hands over its database and stops it.
func served(t *testing.T, c config, log *slog.Logger, look func(addr string, d *db.DB)) {
	t.Helper()
	a := &app{config: c, log: log, now: time.Now, times: newStatementTimes(), db: dbtest.New(t), workouts: library.Workouts}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- a.serve(ctx, listener) }()
	addr := listener.Addr().String()
	waitReady(t, addr, ended)
	look(addr, a.db)
	stop()
	if err := <-ended; err != nil && !errors.Is(err, context.Canceled) { // which main takes for an answer too
		t.Errorf("told to stop, the server ends with %v", err)
	}
}

func waitReady(t *testing.T, addr string, ended <-chan error) {
	t.Helper()
	for deadline := time.Now().Add(3 * time.Minute); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		select {
		case err := <-ended:
			t.Fatalf("the server ended with %v", err)
		default:
		}
		if ready, _ := get(t, "http://"+addr+"/readyz"); ready == http.StatusOK {
			return
		}
	}
	t.Fatal("the server does not get ready")
}

// Only development has the account whose password everybody knows, and GraphiQL.
func TestDemoAccountIsForDevelopment(t *testing.T) {
	for _, test := range []struct {
		name       string
		production bool
		graphiql   int
	}{{"development", false, http.StatusOK}, {"production", true, http.StatusNotFound}} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := config{data: t.TempDir(), production: test.production}
			served(t, c, slog.New(slog.DiscardHandler), func(addr string, d *db.DB) {
				if got, _ := get(t, "http://"+addr+"/graphiql"); got != test.graphiql {
					t.Errorf("GraphiQL answers %d, want %d", got, test.graphiql)
				}
				if there := demoAccountComes(t, d, !test.production); there == test.production {
					t.Errorf("the demo account is there: %v", there)
				}
			})
		})
	}
}

// get is the status and the body of an answer, 0 while nobody listens.
func get(t *testing.T, url string) (status int, body string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, ""
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Error(err)
	}
	return response.StatusCode, string(text)
}

// demoAccountComes says whether there is a demo account; where one is to come, some time is given to it.
func demoAccountComes(t *testing.T, d *db.DB, expected bool) bool {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(10 * time.Millisecond) {
		_, err := d.AccountByEmail(t.Context(), demoLogin.Email)
		if err != nil && !errors.Is(err, auth.ErrNoAccount) {
			t.Fatal(err)
		}
		if err == nil || !expected || time.Now().After(deadline) {
			return err == nil
		}
	}
}

// Where development has made the demo account, production lets nobody in by its password, nor by a session of it. Development lets in again, also
// where it opens what production has served.
func TestDemoAccountIsClosedInProduction(t *testing.T) {
	t.Parallel()
	a, hasher := &app{db: dbtest.New(t)}, auth.NewHasher(1, rand.Reader)
	if err := a.closeDemo(t.Context()); err != nil {
		t.Fatalf("where there is none: %v", err)
	}
	hash, err := hasher.Hash(t.Context(), demoLogin.Password)
	if err != nil {
		t.Fatal(err)
	}
	user := training.User{Name: demoLogin.Name, Role: training.RoleAthlete, Email: demoLogin.Email, Profile: training.NewProfile("UTC")}
	if _, err := a.db.CreateUser(t.Context(), user, hash); err != nil {
		t.Fatal(err)
	}
	if err := a.closeDemo(t.Context()); err != nil {
		t.Fatal(err)
	}
	account, err := a.db.AccountByEmail(t.Context(), demoLogin.Email)
	if err != nil {
		t.Fatal(err)
	}
	if right, err := hasher.Verify(t.Context(), account.PasswordHash, demoLogin.Password); err != nil || right {
		t.Errorf("the demo's password is good: %t, %v", right, err)
	}
	for range 2 {
		if err := a.openDemo(t.Context(), account); err != nil {
			t.Fatal(err)
		}
		if account, err = a.db.AccountByEmail(t.Context(), demoLogin.Email); err != nil {
			t.Fatal(err)
		}
		if right, err := hasher.Verify(t.Context(), account.PasswordHash, demoLogin.Password); err != nil || !right {
			t.Errorf("in development the demo's password is good: %t, %v", right, err)
		}
	}
}

// In production the figures are on an address of their own, with those of Go and of the process, and a server that is told to stop says so
// before it does.
func TestMetricsAndDrainInProduction(t *testing.T) {
	t.Parallel()
	drain := time.Second
	for !drains(t, drain) { // where the machine is so slow that draining is over before anybody has asked, it is given longer
		if drain *= 4; drain > time.Minute {
			t.Fatal("a server that drains does not say so")
		}
	}
}

// drains tells whether a server that was told to stop said so, and was well, before it did.
func drains(t *testing.T, drain time.Duration) bool {
	t.Helper()
	metrics, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	a := &app{
		config: config{data: t.TempDir(), production: true, drain: drain}, log: slog.New(slog.DiscardHandler), now: time.Now,
		times: newStatementTimes(), db: dbtest.New(t), workouts: library.Workouts, metrics: metrics,
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- a.serve(ctx, listener) }()
	addr := listener.Addr().String()
	waitReady(t, addr, ended)
	if status, _ := get(t, "http://"+addr+"/metrics"); status != http.StatusNotFound {
		t.Errorf("/metrics beside the API answers %d", status)
	}
	_, text := get(t, "http://"+metrics.Addr().String()+"/metrics")
	for _, name := range []string{"fortnight_plan_runs{", "fortnight_plan_queue_age_seconds", "go_goroutines", "process_open_fds"} {
		if !strings.Contains(text, name) {
			t.Errorf("%s is not told", name)
		}
	}
	stop()
	ready := http.StatusOK
	for ready == http.StatusOK { // until it has heard of it
		ready, _ = get(t, "http://"+addr+"/readyz")
	}
	healthy, _ := get(t, "http://"+addr+"/healthz")
	if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	return ready == http.StatusServiceUnavailable && healthy == http.StatusOK
}

// Who leaves in the middle of an answer, a stream or a socket, and a server that is told to stop while runs and streams go on, are no faults:
// nothing of it is a warning or an error in the log.
func TestLeavingAndStoppingAreNoFaults(t *testing.T) {
	t.Parallel()
	var said logged
	log := slog.New(slog.NewTextHandler(&said, nil))
	var streams sync.WaitGroup
	served(t, config{data: t.TempDir(), production: true, readPath: true}, log, func(addr string, _ *db.DB) {
		client := config{}.client(addr)
		token, err := demo.SignUp(t.Context(), client, demoLogin)
		if err != nil {
			t.Fatal(err)
		}
		client.Token = token
		if err := demo.Describe(t.Context(), client, training.DateOf(time.Now())); err != nil {
			t.Fatal(err)
		}
		ask := func(ctx context.Context, query string) (run string, err error) {
			var data struct {
				GeneratePlan struct{ Run struct{ ID string } }
			}
			err = client.Do(ctx, query, nil, &data)
			return data.GeneratePlan.Run.ID, err
		}
		const plan = `mutation { generatePlan(input: {wish: "a long ride on Saturday", seed: 7}) { run { id } } }`
		run, err := ask(t.Context(), plan)
		if err != nil {
			t.Fatal(err)
		}
		watch := func(ctx context.Context, run string, each func() error) error {
			return client.Subscribe(ctx, "subscription($run: ID!) { planEvents(runId: $run) { message } }", map[string]string{"run": run},
				func(json.RawMessage) error { return each() })
		}
		enough := errors.New("enough seen")
		if err := watch(t.Context(), run, func() error { return enough }); !errors.Is(err, enough) {
			t.Errorf("the socket ends with %v", err)
		}
		for wait := time.Millisecond; wait < 300*time.Millisecond; wait *= 2 {
			ctx, leave := context.WithTimeout(t.Context(), wait)
			_, _ = ask(ctx, "{ calendar { days { tss sessions { workout { title blocks { steps { __typename } } } } } certificate { verdict } } season { weeks { phase } } }")
			request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+addr+"/graphql",
				strings.NewReader(`{"query": "subscription { planEvents(runId: \"`+run+`\") { message } }"}`))
			if err != nil {
				t.Fatal(err)
			}
			for name, value := range map[string]string{"Content-Type": "application/json", "Accept": "text/event-stream", "Authorization": "Bearer " + token} {
				request.Header.Set(name, value)
			}
			if response, err := http.DefaultClient.Do(request); err == nil {
				_ = response.Body.Close()
			}
			leave()
		}
		if run, err = ask(t.Context(), plan); err != nil {
			t.Fatal(err)
		}
		first := make(chan struct{})
		var once sync.Once
		streams.Go(func() {
			_ = watch(t.Context(), run, func() error { once.Do(func() { close(first) }); return nil })
			once.Do(func() { close(first) })
		})
		<-first
	})
	streams.Wait()
	for line := range strings.Lines(said.String()) {
		if strings.Contains(line, "level=WARN") || strings.Contains(line, "level=ERROR") {
			t.Error(line)
		}
	}
}

// logged is a log that several write and one reads.
type logged struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (l *logged) Write(line []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.Write(line)
}

func (l *logged) String() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.String()
}
