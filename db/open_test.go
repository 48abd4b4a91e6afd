package db_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"fortnight/db"
	"fortnight/db/dbtest"
)

var quiet = slog.New(slog.DiscardHandler)

func open(t *testing.T, url string) *db.DB {
	t.Helper()
	d, err := db.Open(context.Background(), url, db.Options{MaxConnections: 4, Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func TestOpenRefuses(t *testing.T) {
	url := dbtest.EmptyURL(t)
	for name, test := range map[string]struct {
		url     string
		options db.Options
		err     string
	}{
		"one connection":       {url, db.Options{MaxConnections: 1, Log: quiet}, "number of connections is 1, allowed are 2 to 90"},
		"too many connections": {url, db.Options{MaxConnections: db.MaxConnections + 1, Log: quiet}, "number of connections is 91"},
		"no log":               {url, db.Options{MaxConnections: 2}, "no log"},
		"not an address":       {"postgres://%zz", db.Options{MaxConnections: 2, Log: quiet}, "open database"},
		"no such database":     {strings.Replace(url, "/fortnight_test_", "/absent_", 1), db.Options{MaxConnections: 2, Log: quiet}, "does not exist"},
		"no server":            {"postgres://fortnight@/x?host=/nowhere", db.Options{MaxConnections: 2, Log: quiet}, "open database"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := db.Open(context.Background(), test.url, test.options)
			if err == nil {
				_ = d.Close()
			}
			if err == nil || !strings.Contains(err.Error(), test.err) {
				t.Errorf("the error is %v, want %q", err, test.err)
			}
		})
	}
}

func setting(t *testing.T, d *db.DB, name string) string {
	t.Helper()
	var value string
	if err := d.Pool().QueryRow(context.Background(), "SELECT current_setting($1)", name).Scan(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

func TestSessionSettings(t *testing.T) {
	url := dbtest.EmptyURL(t)
	plain, own := open(t, url), open(t, url+"&lock_timeout=7s&application_name=mine")
	for name, want := range map[string][2]string{
		"application_name":                    {"fortnight", "mine"},
		"TimeZone":                            {"UTC", "UTC"},
		"search_path":                         {"public", "public"},
		"statement_timeout":                   {"15s", "15s"},
		"lock_timeout":                        {"5s", "7s"},
		"idle_in_transaction_session_timeout": {"30s", "30s"},
	} {
		if got := [2]string{setting(t, plain, name), setting(t, own, name)}; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if size := plain.Pool().Config().MaxConns; size != 4 {
		t.Errorf("the pool has %d connections, want 4", size)
	}
}

// A server that takes no writes, as a standby, is not ready.
func TestStandbyIsNotReady(t *testing.T) {
	t.Parallel()
	url := dbtest.URL(t)
	if err := open(t, url).Ready(t.Context()); err != nil {
		t.Errorf("the first server: %v", err)
	}
	if err := open(t, url+"&default_transaction_read_only=on").Ready(t.Context()); !errors.Is(err, db.ErrUnavailable) {
		t.Errorf("one that only reads: %v", err)
	}
}

// Where the connection that listens is lost, those of the pool are made anew: they may lead to a server that is the first no more.
func TestPoolIsRenewedWithTheListener(t *testing.T) {
	raced(t)
	t.Parallel()
	d := dbtest.New(t)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { _, _, _, _ = d.Claim(ctx); close(ended) }()
	t.Cleanup(func() { stop(); <-ended })
	raw := open(t, strings.Split(d.Pool().Config().ConnString(), " ")[0])
	ask := func(d *db.DB, query string, arguments ...any) (n int) {
		t.Helper()
		if err := d.Pool().QueryRow(t.Context(), query, arguments...).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	const listeners = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_try_advisory_lock%' AND pid <> pg_backend_pid()"
	for ask(raw, listeners) == 0 {
		time.Sleep(time.Millisecond)
	}
	before := ask(d, "SELECT pg_backend_pid()")
	if again := ask(d, "SELECT pg_backend_pid()"); again != before {
		t.Fatalf("the pool does not keep its connection: %d, %d", before, again)
	}
	began := ask(raw, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_try_advisory_lock%' AND pid <> pg_backend_pid()")
	if began != 1 {
		t.Fatalf("%d listeners", began)
	}
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		if ask(raw, "SELECT count(*) FROM pg_stat_activity WHERE pid = $1", before) == 0 {
			return
		}
		if time.Now().After(end) {
			t.Fatal("the pool keeps the connections that it had")
		}
	}
}
