package api_test

import (
	"fmt"
	"log/slog"
	"os"
	"regexp"
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

// repeated are the tables of what an athlete comes to have more and more of, and what of a row is another in a copy of it, n being the number of the copy.
// Copies go back by as much as the athlete has of it; what is told of by its number comes later.
var repeated = []struct {
	table string
	other map[string]string
}{
	{"activities", map[string]string{"date": "s.date - 42 * o.n", "external_id": "NULL", "session_id": "NULL", "matched_by": "NULL", "created_at": "s.created_at - 42 * o.n * interval '1 day'"}},
	{"check_ins", map[string]string{"date": "s.date - 42 * o.n"}},
	{"planned_sessions", map[string]string{"date": "s.date - 42 * o.n", "run_id": "NULL"}},
	{"calendar_changes", map[string]string{"revision": "s.revision + 1000 * o.n"}},
	{"plan_runs", map[string]string{"created_at": "s.created_at - o.n * interval '1 day'", "number": "s.number + 1000000 * o.n", "idempotency_key": "NULL"}},
	{"plan_events", map[string]string{"run_id": "md5(o.n || s.run_id::text)::uuid"}},
}

// repeat gives an athlete what there is of the athlete again, as the copies of these numbers; of what is copied already, no more.
func (w *world) repeat(t *testing.T, athlete string, from, to int) {
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
	exec(fmt.Sprintf("CREATE TEMP TABLE others AS SELECT n FROM generate_series(%d, %d) AS n", from, to))
	for _, of := range repeated {
		if from == 1 { // what the athlete has now is what is copied, also later
			exec(fmt.Sprintf("CREATE TABLE own_%s AS SELECT * FROM %s WHERE athlete_id = $1", of.table, of.table), athlete)
		}
		var columns, values []string
		rows, err := conn.Query(t.Context(), "SELECT attname::text FROM pg_attribute WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''", of.table)
		must(t, err)
		for rows.Next() {
			var column string
			must(t, rows.Scan(&column))
			value, other := "s."+column, of.other[column]
			if column == "id" {
				value = "md5(o.n || s.id::text)::uuid"
			}
			if other != "" {
				value = other
			}
			columns, values = append(columns, column), append(values, value)
		}
		must(t, rows.Err())
		exec(fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM own_%s AS s, others AS o", of.table, strings.Join(columns, ", "), strings.Join(values, ", "), of.table))
	}
	exec("UPDATE calendars SET revision = (SELECT max(revision) FROM calendar_changes WHERE athlete_id = $1) WHERE athlete_id = $1", athlete)
	exec("DROP TABLE others")
	exec("SET session_replication_role = origin")
	exec("ANALYZE")
}

// rowsRead are the rows of tables that were read since the database was made, by table. What connections have read they tell when they end.
func (w *world) rowsRead(t *testing.T) map[string]int {
	t.Helper()
	_, err := w.raw.Exec(t.Context(), "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
	must(t, err)
	read := map[string]int{}
	for _, of := range repeated {
		rows, err := strconv.Atoi(w.text(t, "SELECT (seq_tup_read + coalesce(idx_tup_fetch, 0))::text FROM pg_stat_user_tables WHERE relname = $1", of.table))
		must(t, err)
		read[of.table] = rows
	}
	return read
}

// However long an athlete has trained, been planned for and told how it was, a client's queries ask as many statements and read as many rows, and so does a
// plan: an athlete of five years is as one of one. But the totals of lists are counted, up to 10,000, and a calendar that is not remembered reads all
// loads, since fitness is reckoned from the first of them.
func TestNothingGrowsWithOnesOwnPast(t *testing.T) {
	oneByOne(t)
	var statements atomic.Int64
	counted := map[string]*atomic.Int64{} // how often all of a table is read
	for _, of := range repeated {
		counted[of.table] = new(atomic.Int64)
	}
	counting := regexp.MustCompile(`^SELECT count\(\*\) FROM \(SELECT 1 FROM "?(activities)\b|JOIN (activities) AS a ON a.athlete_id = k.athlete AND a.date < k.oldest`)
	w := newWorld(t, func(w *world) {
		w.readPath, w.log = "on", slog.New(slog.DiscardHandler) // connections are ended
		w.observe = func(statement string, _ time.Duration, _ error) {
			statements.Add(1)
			if of := counting.FindStringSubmatch(statement); of != nil {
				counted[of[1]+of[2]].Add(1)
			}
		}
	})
	c := w.athlete(t)
	c.ask(t, `mutation($d: Date!) { checkIn(input: {date: $d, fatigue: 3}) { checkIn { date } } }`, vars{"d": today.String()}, new(any))
	things := c.things(t)
	things["athleteId"] = c.id
	queries := coachQueries(t)
	_, err := w.raw.Exec(t.Context(), "ALTER DATABASE "+w.text(t, "SELECT quote_ident(current_database())")+" SET enable_seqscan = off") // as where there are others
	must(t, err)
	measure := func() (asked int, read map[string]int) {
		t.Helper()
		before := w.rowsRead(t)
		w.until(t, "it answers again", func() bool {
			a, err := c.post(t.Context(), "{ me { id } }", nil)
			return err == nil && len(a.Errors) == 0
		})
		for _, q := range queries { // what is remembered is
			_, err := c.post(t.Context(), q.text, q.of(things))
			must(t, err)
		}
		statements.Store(0)
		for _, q := range queries {
			a, err := c.post(t.Context(), q.text, q.of(things))
			must(t, err)
			if len(a.Data) == 0 {
				t.Errorf("%s: %s", q.name, a.body)
			}
		}
		asked = int(statements.Load())
		c.plan(t, vars{"seed": 3, "apply": false})
		read = w.rowsRead(t)
		for table, rows := range before {
			read[table] -= rows
		}
		return asked, read
	}
	w.repeat(t, c.id, 1, 9)
	asked, read := measure()
	before := map[string]int{}
	for table, n := range counted {
		before[table] = int(n.Load())
	}
	w.repeat(t, c.id, 10, 45)
	later, among := measure()
	t.Logf("after a year %d statements and of rows %v; after five %d and %v", asked, read, later, among)
	if asked < 40 {
		t.Fatalf("%d statements are asked: nothing was measured", asked)
	}
	if later > asked+asked/10 { // a session of a log-in is looked at now and then
		t.Errorf("%d statements are asked, and %d after five times as long", asked, later)
	}
	for _, table := range []string{"activities", "check_ins", "calendar_changes", "plan_events"} {
		rows := read[table]
		added, err := strconv.Atoi(w.text(t, "SELECT (36 * count(*))::text FROM own_"+table))
		must(t, err)
		if rows == 0 || added == 0 {
			t.Errorf("of %s %d rows are read, and %d were added: nothing was measured", table, rows, added)
		}
		totals := (int(counted[table].Load()) - before[table]) * added
		if among[table] > rows+rows/10+50+totals {
			t.Errorf("%d rows of %s are read, and after five times as long %d, of which %d are counted or loads", rows, table, among[table], totals)
		}
	}
}
