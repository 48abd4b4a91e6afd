package chaos_test

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/db/dbtest"
	"fortnight/db/migration"
)

// Two nodes on a pair of PostgreSQL, both named in their address: when the primary freezes in the middle of runs, which is the worst way to go, and
// the standby is promoted, nothing that was accepted is missing, each run has one end, and each subscriber sees 1 to n.
func TestPromotedStandby(t *testing.T) {
	if os.Getenv("CHAOS") == "" && os.Getenv("LONG") == "" {
		t.Skip("takes most of a minute: make chaos")
	}
	binary := filepath.Join(t.TempDir(), "fortnight")
	if out, err := exec.Command("go", "build", "-o", binary, "fortnight/cmd/fortnight").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	primary := dbtest.NewDurable(t)
	secret := make([]byte, 32)
	_, _ = rand.Read(secret)
	keys, err := auth.ParseKeys(hex.EncodeToString(secret))
	must(t, err)
	d, err := db.Open(t.Context(), primary.URL, db.Options{MaxConnections: 4, Log: slog.New(slog.DiscardHandler)})
	must(t, err)
	must(t, d.Migrate(t.Context(), func(migration.Step) {}))
	standby := primary.Standby(t)
	do(t, primary, "ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()") // from here on what is answered is at both
	environment := append(os.Environ(), "DATABASE_URL="+pair(t, primary, standby), "FORTNIGHT_ENV=production", "FORTNIGHT_MODEL=off",
		"FORTNIGHT_KEY_ENCRYPTION_KEYS="+hex.EncodeToString(secret))
	nodes := []*node{start(t, binary, environment), start(t, binary, environment)}
	const patience = 4 * time.Minute
	for _, n := range nodes {
		n.ready(t, patience)
	}
	var c counts
	path := filepath.Join(t.TempDir(), "history.jsonl")
	h := newHistory(t, path)
	athletes := accounts(t, d, keys[0], 4, nodes, &c, h)
	must(t, d.Close())
	for _, a := range athletes {
		a.describe()
	}
	lockedBefore := text(t, primary, locked)
	end, cancel := context.WithTimeout(t.Context(), 2*patience)
	defer cancel()
	over, stop := context.WithCancel(end)
	defer stop()
	var (
		training sync.WaitGroup
		mu       sync.Mutex
		accepted []string
	)
	for _, a := range athletes {
		training.Go(func() {
			runs := a.train(over, end, 100, 2)
			mu.Lock()
			defer mu.Unlock()
			accepted = append(accepted, runs...)
		})
	}
	pause(end, 3*time.Second)
	before := c.accepted.Load()
	primary.Signal(syscall.SIGSTOP)
	h.note(entry{What: faultBegan, Fault: "the primary froze"})
	began := time.Now()
	if promoted := text(t, standby, "SELECT pg_promote()::text"); promoted != "true" {
		t.Fatalf("promoted: %s", promoted)
	}
	for c.accepted.Load() < before+int64(2*len(athletes)) && end.Err() == nil { // of those that were under way, and then some
		pause(end, 50*time.Millisecond)
	}
	t.Logf("%d runs were accepted before; twice as many as there are athletes more %s after the primary froze", before, time.Since(began))
	stop()
	training.Wait()
	noAnomaly(t, path, 2*patience)
	for what, query := range promises {
		if n := text(t, standby, strings.Replace(query, "count(*)", "count(*)::text", 1)); n != "0" {
			t.Errorf("%s: %s", what, n)
		}
	}
	if kept := text(t, standby, "SELECT count(*)::text FROM plan_runs WHERE id::text IN ('"+strings.Join(accepted, "','")+"')"); kept != fmt.Sprint(len(accepted)) {
		t.Errorf("of %d accepted runs the promoted standby has %s", len(accepted), kept)
	}
	if now := text(t, standby, locked); now != lockedBefore || lockedBefore == "" {
		t.Errorf("what was locked has changed from\n%s\nto\n%s", lockedBefore, now)
	}
	t.Logf("%d runs, %d subscriptions, %d of them broken, saw %d events; %d requests were asked again", len(accepted), c.subscriptions.Load(),
		c.broken.Load(), c.events.Load(), c.refusedOften.Load())
}

// do says something to a database past the product.
func do(t *testing.T, p *dbtest.Private, statements ...string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), p.URL)
	must(t, err)
	defer conn.Close(t.Context())
	for _, statement := range statements {
		_, err := conn.Exec(t.Context(), statement)
		must(t, err)
	}
}

// pair is the address of two clusters, of which the one that can be written to is asked.
func pair(t *testing.T, of ...*dbtest.Private) string {
	t.Helper()
	var hosts, ports []string
	var address *url.URL
	for _, p := range of {
		at, err := url.Parse(p.URL)
		must(t, err)
		hosts, ports, address = append(hosts, at.Query().Get("host")), append(ports, at.Query().Get("port")), at
	}
	query := address.Query()
	query.Set("host", strings.Join(hosts, ","))
	query.Set("port", strings.Join(ports, ","))
	query.Set("target_session_attrs", "read-write")
	address.RawQuery = query.Encode()
	return address.String()
}
