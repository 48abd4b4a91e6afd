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
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/db/dbtest"
	"fortnight/db/migration"
)

// size is how much is done, for how long things are broken, how long everybody has then to come to an end, and how long after the last fault the last run
// may end: a minute, and where there are many athletes as long as theirs take that wait.
type size struct {
	athletes, plans, watchers int
	broken, settle, late      time.Duration
	rounds                    int // in which each kind of thing is broken once, 0 for as many as there is time for
}

// sizeOf is one round, of a minute at most; with LONG=1 five minutes, or as long as CHAOS_FOR says, such as 2h.
func sizeOf(t *testing.T) size {
	how := size{athletes: 4, plans: 40, watchers: 2, broken: time.Minute, settle: 4 * time.Minute, late: time.Minute, rounds: 1}
	if os.Getenv("LONG") != "" {
		how = size{athletes: 200, plans: 90, watchers: 5, broken: 5 * time.Minute, settle: 20 * time.Minute, late: 5 * time.Minute}
	}
	if length := os.Getenv("CHAOS_FOR"); length != "" {
		var err error
		how.broken, err = time.ParseDuration(length)
		must(t, err)
		how.plans, how.rounds = 90, 0 // as many as an athlete may ask for in a day, and some
	}
	return how
}

// seedOf is what the faults are drawn by: another each time, unless CHAOS_SEED says which.
func seedOf(t *testing.T) uint64 {
	text := os.Getenv("CHAOS_SEED")
	if text == "" {
		return mathrand.Uint64()
	}
	seed, err := strconv.ParseUint(text, 10, 64)
	must(t, err)
	return seed
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

// F01, F03, F04, F06 to F10, F12, F17, F19, F20, F36: three nodes on one PostgreSQL plan and stream while nodes are killed, stopped, frozen and slowed, connections
// are cut, used up and killed, a table is locked, and the database is restarted in each way there is, killed and frozen, and its disk is full: in an order that a seed
// draws. All that is seen from outside is a history, line by line in a file, which a checker reads afterwards. Every accepted run has one end and one key, every
// subscriber sees 1 to n, and all the same; no athlete has two runs under way, no calendar is half a plan, what is locked stays, and /readyz tells the truth.
func TestF40Chaos(t *testing.T) {
	how, seed := sizeOf(t), seedOf(t)
	t.Logf("CHAOS_SEED=%d", seed)
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
	path := filepath.Join(t.TempDir(), "history.jsonl")
	if folder := os.Getenv("CHAOS_HISTORY"); folder != "" { // it stays there
		path = filepath.Join(folder, fmt.Sprintf("chaos-%d.jsonl", seed))
	}
	h := newHistory(t, path)
	athletes := accounts(t, d, keys[0], how.athletes, nodes, &c, h)
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
	var looking sync.WaitGroup
	looked, look := context.WithCancel(end)
	for _, n := range nodes {
		looking.Go(func() { n.probe(looked, h) })
	}
	looking.Go(func() { twice(looked, postgres, h) })
	looking.Go(func() { keepLoggedIn(looked, postgres.URL, keys[0], athletes) })
	n := &nemesis{t: t, over: over, by: mathrand.New(mathrand.NewPCG(seed, 40)), postgres: postgres, disk: disk, nodes: nodes, seen: h}
	broke := n.breakThings(how.rounds)
	stop()
	training.Wait()
	look()
	looking.Wait()
	for _, n := range nodes {
		n.ready(t, how.settle)
	}
	noAnomaly(t, path, how.late)

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

// twice notes athletes who have two runs under way, as often as it may look.
func twice(ctx context.Context, p *dbtest.Private, h *history) {
	for ctx.Err() == nil {
		who, err := ask(p, `SELECT coalesce(string_agg(athlete_id::text, ' '), '') FROM
			(SELECT athlete_id FROM plan_runs WHERE status = 'RUNNING' GROUP BY athlete_id HAVING count(*) > 1) AS t`)
		if err == nil && who != "" { // else it is away
			h.note(entry{What: twoAtOnce, Error: who})
		}
		pause(ctx, 300*time.Millisecond)
	}
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
