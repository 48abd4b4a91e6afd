package api_test

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fortnight/training"
)

// multiplied are the tables of what belongs to an athlete, and what of a row is another's in a copy for somebody else, by column: o is who.
var multiplied = []struct {
	table string
	other map[string]string
}{
	{"users", map[string]string{"id": "o.id", "email": "o.id || '@example.com'"}},
	{"calendars", nil},
	{"events", map[string]string{"id": "md5(o.id || s.id::text)::uuid"}},
	{"check_ins", nil},
	{"restrictions", map[string]string{"id": "md5(o.id || s.id::text)::uuid"}},
	{"rule_overrides", nil},
	{"day_locks", nil},
	{"workouts", map[string]string{"id": "md5(o.id || s.id::text)::uuid", "owner_id": "o.id"}},
	{"planned_sessions", map[string]string{"id": "md5(o.id || s.id::text)::uuid", "run_id": "md5(o.id || s.run_id::text)::uuid"}},
	{"activities", map[string]string{"id": "md5(o.id || s.id::text)::uuid", "session_id": "md5(o.id || s.session_id::text)::uuid"}},
	{"calendar_changes", map[string]string{"id": "md5(o.id || s.id::text)::uuid", "run_id": "md5(o.id || s.run_id::text)::uuid"}},
	{"plan_runs", map[string]string{"id": "md5(o.id || s.id::text)::uuid", "requested_by": "o.id", "number": "s.number + 1000 * o.n"}},
	{"plan_events", map[string]string{"run_id": "md5(o.id || s.run_id::text)::uuid"}},
}

// multiply gives so many others all that an athlete has.
func (w *world) multiply(t *testing.T, athlete string, others int) {
	t.Helper()
	conn, err := w.raw.Acquire(t.Context())
	must(t, err)
	defer conn.Release()
	exec := func(sql string, arguments ...any) {
		t.Helper()
		if _, err := conn.Exec(t.Context(), sql, arguments...); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
	exec("SET session_replication_role = replica") // keys that name others' rows hold: they are not looked at
	exec("CREATE TEMP TABLE others AS SELECT md5('other' || n)::uuid AS id, n FROM generate_series(1, " + strconv.Itoa(others) + ") AS n")
	for _, of := range multiplied {
		var columns, values []string
		rows, err := conn.Query(t.Context(), "SELECT attname::text FROM pg_attribute WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''", of.table)
		must(t, err)
		for rows.Next() {
			var column string
			must(t, rows.Scan(&column))
			value, other := of.other[column], "s."+column
			if column == "athlete_id" {
				other = "o.id"
			}
			if value != "" {
				other = value
			}
			columns, values = append(columns, column), append(values, other)
		}
		must(t, rows.Err())
		owner := map[string]string{"users": "id", "workouts": "owner_id"}[of.table]
		if owner == "" {
			owner = "athlete_id"
		}
		exec(fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM %s AS s, others AS o WHERE s.%s = $1", of.table, strings.Join(columns, ", "), strings.Join(values, ", "), of.table, owner), athlete)
	}
	exec("DROP TABLE others")
	exec("SET session_replication_role = origin")
	exec("ANALYZE")
}

// effort is what all queries of a coach's client take.
type effort struct {
	statements, bytes int
	allocated         uint64
}

// Whatever others have, a request asks as many statements, answers as many bytes and takes as much memory as before: nothing of it
// grows with other people's data. That statements are read along indexes is seen in package db. LONG=1 has a thousand others.
func TestNothingGrowsWithOthersData(t *testing.T) { // not beside other tests: it counts what the process allocates
	var statements atomic.Int64
	w := newWorld(t, journalled(&journal{}), func(w *world) {
		w.readPath = "on"
		w.observe = func(string, time.Duration, error) { statements.Add(1) }
	})
	c, coach := w.athlete(t), w.user(t, training.RoleCoach)
	c.grants(t, coach)
	things := c.things(t)
	things["athleteId"] = c.id
	queries := coachQueries(t)
	measure := func() (so effort) {
		t.Helper()
		ask := func() {
			for _, q := range queries {
				a, err := coach.post(t.Context(), q.text, q.of(things))
				must(t, err)
				so.bytes += len(a.body)
			}
		}
		ask() // and what is remembered is
		var was, is runtime.MemStats
		so.bytes = 0
		statements.Store(0)
		runtime.ReadMemStats(&was)
		ask()
		runtime.ReadMemStats(&is)
		so.statements, so.allocated = int(statements.Load()), is.TotalAlloc-was.TotalAlloc
		return so
	}
	alone := measure()
	others := 100
	if os.Getenv("LONG") != "" {
		others = 1000
	}
	w.multiply(t, c.id, others)
	among := measure()
	t.Logf("alone: %+v; among %d others: %+v", alone, others, among)
	if alone.statements < 40 || alone.bytes < 100_000 {
		t.Fatalf("alone all is %+v: nothing was measured", alone)
	}
	if among.bytes != alone.bytes {
		t.Errorf("%d bytes are answered, and %d among others", alone.bytes, among.bytes)
	}
	if among.statements > alone.statements+alone.statements/10 { // a session of a log-in is looked at now and then
		t.Errorf("%d statements are asked, and %d among others", alone.statements, among.statements)
	}
	if among.allocated > 2*alone.allocated {
		t.Errorf("%d bytes are allocated, and %d among others", alone.allocated, among.allocated)
	}
}
