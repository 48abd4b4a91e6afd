package chaos_test

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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

// size is how much is done, for how long things are broken, and how long everybody has then to come to an end: many times what it takes.
type size struct {
	athletes, plans, watchers int
	broken, settle            time.Duration
}

func sizeOf() size {
	if os.Getenv("LONG") != "" {
		return size{athletes: 200, plans: 90, watchers: 5, broken: 5 * time.Minute, settle: 20 * time.Minute}
	}
	return size{athletes: 4, plans: 20, watchers: 2, broken: 15 * time.Second, settle: 4 * time.Minute}
}

// What must be so of every run, whatever broke: a query that counts what is not.
var promises = map[string]string{
	"runs without an end": "SELECT count(*) FROM plan_runs WHERE finished_at IS NULL",
	"runs that did not come to a plan, though fewer than five workers were lost": "SELECT count(*) FROM plan_runs WHERE status <> 'SUCCEEDED' AND attempts < 5",
	"runs without exactly one terminal event, the last": `SELECT count(*) FROM plan_runs AS r WHERE 1 <> (SELECT count(*) FROM plan_events AS e
		WHERE e.run_id = r.id AND e.kind IN ('RunSucceeded', 'RunFailed', 'RunCancelled')) OR 1 <> (SELECT count(*) FROM plan_events AS e
		WHERE e.run_id = r.id AND e.sequence = r.event_count AND e.kind IN ('RunSucceeded', 'RunFailed', 'RunCancelled'))`,
	"runs whose events are not 1 to n": `SELECT count(*) FROM plan_runs AS r WHERE (SELECT count(*) || ' ' || min(sequence) || ' ' || max(sequence)
		FROM plan_events AS e WHERE e.run_id = r.id) IS DISTINCT FROM r.event_count || ' 1 ' || r.event_count`,
	"calendars that are not what the last run put there": `SELECT count(*) FROM users AS u WHERE
		(SELECT string_agg(s.workout_id || ' ' || s.date || ' ' || left(s.start::text, 5), ',' ORDER BY s.date, s.start, s.workout_id) FROM planned_sessions AS s
			WHERE s.athlete_id = u.id)
		IS DISTINCT FROM
		(SELECT string_agg((p ->> 'workoutId') || ' ' || (p ->> 'date') || ' ' || left(p ->> 'start', 5), ',' ORDER BY p ->> 'date', p ->> 'start', p ->> 'workoutId')
			FROM plan_runs AS r, jsonb_array_elements(r.proposal) AS p
			WHERE r.id = (SELECT id FROM plan_runs WHERE athlete_id = u.id AND status = 'SUCCEEDED' ORDER BY number DESC LIMIT 1))
		AND EXISTS (SELECT 1 FROM plan_runs AS r WHERE r.athlete_id = u.id AND r.status = 'SUCCEEDED')`,
}

const locked = `SELECT coalesce(string_agg(athlete_id || ' ' || id || ' ' || workout_id || ' ' || date || ' ' || start || ' ' || lock, ',' ORDER BY id), '')
	FROM planned_sessions WHERE lock IS NOT NULL`

// F01, F04, F10, F12, F17: three nodes on one PostgreSQL plan and stream while nodes are killed and frozen, connections are cut, and the database is
// restarted in each way there is, killed and frozen, and its disk is full. Every accepted run has one end, every subscriber sees 1 to n, no calendar
// is half a plan, and what is locked stays.
func TestF40Chaos(t *testing.T) {
	how := sizeOf()
	binary := filepath.Join(t.TempDir(), "fortnight")
	if out, err := exec.Command("go", "build", "-o", binary, "fortnight/cmd/fortnight").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	postgres, disk, none := dbtest.NewOnDisk(t)
	if none != nil {
		t.Log("no disk is full: ", none)
	}
	secret := make([]byte, 32)
	_, _ = rand.Read(secret)
	keys, err := auth.ParseKeys(hex.EncodeToString(secret))
	must(t, err)
	d, err := db.Open(t.Context(), postgres.URL, db.Options{MaxConnections: 4, Log: slog.New(slog.DiscardHandler)})
	must(t, err)
	must(t, d.Migrate(t.Context(), func(migration.Step) {}))
	environment := append(os.Environ(), "DATABASE_URL="+postgres.URL, "FORTNIGHT_ENV=production", "FORTNIGHT_MODEL=off",
		"FORTNIGHT_KEY_ENCRYPTION_KEYS="+hex.EncodeToString(secret))
	var nodes []*node
	for range 3 {
		nodes = append(nodes, start(t, binary, environment))
	}
	for _, n := range nodes {
		n.ready(t, how.settle)
	}
	var c counts
	athletes := accounts(t, d, keys[0], how.athletes, nodes, &c)
	must(t, d.Close())
	for _, a := range athletes {
		a.describe()
	}
	lockedBefore := text(t, postgres, locked)

	over, stop := context.WithTimeout(t.Context(), how.broken)
	defer stop()
	end, cancel := context.WithTimeout(t.Context(), how.broken+how.settle)
	defer cancel()
	var (
		training sync.WaitGroup
		mu       sync.Mutex
		accepted []string
	)
	for _, a := range athletes {
		training.Go(func() {
			runs := a.train(over, end, how.plans, how.watchers)
			mu.Lock()
			defer mu.Unlock()
			accepted = append(accepted, runs...)
		})
	}
	broke := breakThings(t, over, postgres, disk, nodes)
	training.Wait()
	for _, n := range nodes {
		n.ready(t, how.settle)
	}

	for what, query := range promises {
		if n := text(t, postgres, strings.Replace(query, "count(*)", "count(*)::text", 1)); n != "0" {
			t.Errorf("%s: %s", what, n)
		}
	}
	kept := text(t, postgres, "SELECT count(*)::text FROM plan_runs WHERE id::text IN ('"+strings.Join(accepted, "','")+"')")
	all := text(t, postgres, "SELECT count(*)::text FROM plan_runs")
	if kept != fmt.Sprint(len(accepted)) || all != kept {
		t.Errorf("of %d accepted runs there are %s, and %s in all", len(accepted), kept, all)
	}
	if len(accepted) == 0 {
		t.Error("no run was accepted")
	}
	if now := text(t, postgres, locked); now != lockedBefore || lockedBefore == "" {
		t.Errorf("what was locked has changed from\n%s\nto\n%s", lockedBefore, now)
	}
	again := text(t, postgres, "SELECT coalesce(sum(attempts - 1), 0)::text FROM plan_runs")
	t.Logf("broke: %s", broke)
	t.Logf("%d athletes, %d runs, taken up again %s times; %d subscriptions, %d of them broken, saw %d events; %d requests were asked again",
		len(athletes), len(accepted), again, c.subscriptions.Load(), c.broken.Load(), c.events.Load(), c.refusedOften.Load())
}

// breakThings breaks one thing after the other, each kind in turn, until over ends; then everything goes on. It returns how often it broke what.
func breakThings(t *testing.T, over context.Context, p *dbtest.Private, disk *dbtest.Disk, nodes []*node) string {
	t.Helper()
	any := func() *node { return nodes[mathrand.IntN(len(nodes))] }
	first := func(s syscall.Signal) func() {
		return func() {
			if pid := p.Postmaster(); pid != 0 {
				_ = syscall.Kill(pid, s)
			}
		}
	}
	type kind struct {
		name string
		do   func()
	}
	kinds := []kind{
		{"a node killed", func() { any().signal(syscall.SIGKILL) }},
		{"a node frozen", func() {
			n := any()
			n.signal(syscall.SIGSTOP)
			pause(over, time.Duration(500+mathrand.IntN(7500))*time.Millisecond)
			n.signal(syscall.SIGCONT)
		}},
		{"connections cut", func() { cut(p) }},
		{"fast restart", first(syscall.SIGINT)},
		{"immediate restart", first(syscall.SIGQUIT)},
		{"postmaster killed", first(syscall.SIGKILL)},
		{"database frozen", func() {
			p.Signal(syscall.SIGSTOP)
			pause(over, time.Duration(500+mathrand.IntN(3500))*time.Millisecond)
			p.Signal(syscall.SIGCONT)
		}},
		{"a node told to stop", func() { any().signal(syscall.SIGTERM) }},
	}
	if disk != nil {
		full := kind{"disk full", func() {
			if err := disk.Fill(); err != nil {
				t.Error(err)
			}
			pause(over, time.Duration(500+mathrand.IntN(2500))*time.Millisecond)
			if err := disk.Free(); err != nil {
				t.Error(err)
			}
		}}
		kinds = slices.Insert(kinds, 3, full)
	}
	times := make([]int, len(kinds))
	for i := 0; over.Err() == nil; i++ {
		kinds[i%len(kinds)].do()
		times[i%len(kinds)]++
		pause(over, time.Duration(500+mathrand.IntN(1500))*time.Millisecond)
	}
	p.Signal(syscall.SIGCONT)
	for _, n := range nodes {
		n.signal(syscall.SIGCONT)
	}
	var told []string
	for i, k := range kinds {
		told = append(told, fmt.Sprintf("%s %d", k.name, times[i]))
	}
	return strings.Join(told, ", ")
}

// cut ends half of the connections of the nodes to their database, while they are used.
func cut(p *dbtest.Private) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, p.URL)
	if err != nil {
		return // it is away: that is enough
	}
	defer conn.Close(ctx)
	_, _ = conn.Exec(ctx, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = 'fortnight' AND random() < 0.5")
}

// text asks the database past the product, and again while it is away.
func text(t *testing.T, p *dbtest.Private, query string) (answer string) {
	t.Helper()
	var err error
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if answer, err = ask(p, query); err == nil {
			return answer
		}
	}
	t.Fatalf("%s: %v", query, err)
	return ""
}

func ask(p *dbtest.Private, query string) (answer string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, p.URL)
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	err = conn.QueryRow(ctx, query).Scan(&answer)
	return answer, err
}
