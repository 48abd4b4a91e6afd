package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"testing"
	"time"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/db/dbtest"
	"fortnight/library"
)

// served runs the server until ready answers, hands over its database and stops it.
func served(t *testing.T, c config, log *slog.Logger, look func(addr string, d *db.DB)) {
	t.Helper()
	a := &app{config: c, log: log, now: time.Now, db: dbtest.New(t), workouts: library.Workouts}
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
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
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
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		_, err := d.AccountByEmail(t.Context(), demoLogin.Email)
		if err != nil && !errors.Is(err, auth.ErrNoAccount) {
			t.Fatal(err)
		}
		if err == nil || !expected || time.Now().After(deadline) {
			return err == nil
		}
	}
}
