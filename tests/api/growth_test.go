package api_test

import (
	"cmp"
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

	"fortnight/library"
	"fortnight/training"
)

// copies are what copies of an athlete's rows are of: the tables, and what of a row is another's in a copy, by column. o is the copy: its number n, and an id that is its own.
type copies struct {
	all    map[string]string // of each table, where it says nothing else
	tables []copiedTable
}

// copiedTable is a table, and the column that says whose its rows are, athlete_id where it is empty.
type copiedTable struct {
	table, owner string
	other        map[string]string
}

const (
	idOf  = "md5(o.id || s.id::text)::uuid"
	runOf = "md5(o.id || s.run_id::text)::uuid"
)

// multiplied gives somebody else what belongs to an athlete.
var multiplied = copies{map[string]string{"athlete_id": "o.id"}, []copiedTable{
	{"users", "id", map[string]string{"id": "o.id", "email": "o.id || '@example.com'"}},
	{"calendars", "", nil},
	{"events", "", map[string]string{"id": idOf}},
	{"check_ins", "", nil},
	{"restrictions", "", map[string]string{"id": idOf}},
	{"rule_overrides", "", nil},
	{"day_locks", "", nil},
	{"workouts", "owner_id", map[string]string{"id": idOf, "owner_id": "o.id"}},
	{"planned_sessions", "", map[string]string{"id": idOf, "run_id": runOf}},
	{"activities", "", map[string]string{"id": idOf, "session_id": "md5(o.id || s.session_id::text)::uuid"}},
	{"calendar_changes", "", map[string]string{"id": idOf, "run_id": runOf}},
	{"plan_runs", "", map[string]string{"id": idOf, "requested_by": "o.id", "number": "s.number + 1000 * o.n"}},
	{"plan_events", "", map[string]string{"run_id": runOf}},
}}

// repeated gives an athlete more and more of what there is. Copies go back by as much as the athlete has of it; what is told of by its number comes later.
var repeated = copies{map[string]string{"id": idOf}, []copiedTable{
	{"activities", "", map[string]string{"date": "s.date - 42 * o.n", "external_id": "NULL", "session_id": "NULL", "matched_by": "NULL", "created_at": "s.created_at - 42 * o.n * interval '1 day'"}},
	{"check_ins", "", map[string]string{"date": "s.date - 42 * o.n"}},
	{"planned_sessions", "", map[string]string{"date": "s.date - 42 * o.n", "run_id": "NULL"}},
	{"calendar_changes", "", map[string]string{"revision": "s.revision + 1000 * o.n"}},
	{"plan_runs", "", map[string]string{"created_at": "s.created_at - o.n * interval '1 day'", "started_at": "s.started_at - o.n * interval '1 day'", "number": "s.number + 1000000 * o.n", "idempotency_key": "NULL"}},
	{"plan_events", "", map[string]string{"run_id": runOf}},
}}

// ownTable keeps what an athlete had of a table when it was copied first.
func ownTable(table, athlete string) string { return "own_" + table + "_" + athlete[len(athlete)-6:] }

// copy makes the copies with these numbers of what an athlete has, or had when it was copied first.
func (w *world) copy(t *testing.T, of copies, athlete string, from, to int) {
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
	exec(fmt.Sprintf("CREATE TEMP TABLE others AS SELECT md5('other' || n)::uuid AS id, n FROM generate_series(%d, %d) AS n", from, to))
	for _, table := range of.tables {
		own := ownTable(table.table, athlete)
		exec(fmt.Sprintf("CREATE TABLE IF NOT EXISTS %s AS SELECT * FROM %s WHERE %s = '%s'", own, table.table, cmp.Or(table.owner, "athlete_id"), athlete))
		var columns, values []string
		rows, err := conn.Query(t.Context(), "SELECT attname::text FROM pg_attribute WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''", table.table)
		must(t, err)
		for rows.Next() {
			var column string
			must(t, rows.Scan(&column))
			columns, values = append(columns, column), append(values, cmp.Or(table.other[column], of.all[column], "s."+column))
		}
		must(t, rows.Err())
		exec(fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM %s AS s, others AS o", table.table, strings.Join(columns, ", "), strings.Join(values, ", "), own))
	}
	exec("UPDATE calendars AS k SET revision = greatest(revision, (SELECT max(revision) FROM calendar_changes WHERE athlete_id = k.athlete_id)) WHERE athlete_id = '" + athlete + "'")
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
	w.copy(t, multiplied, c.id, 1, others)
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

// rowsRead are the rows of tables that were read since the database was made, by table. What connections have read they tell when they end, and the one that asks
// for it at once.
func (w *world) rowsRead(t *testing.T) map[string]int {
	t.Helper()
	conn, err := w.raw.Acquire(t.Context())
	must(t, err)
	defer conn.Release()
	for _, sql := range []string{
		"SELECT pg_stat_force_next_flush()", "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
	} {
		_, err = conn.Exec(t.Context(), sql)
		must(t, err)
	}
	read := map[string]int{}
	rows, err := conn.Query(t.Context(), "SELECT relname::text, (seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint FROM pg_stat_user_tables")
	must(t, err)
	for rows.Next() {
		var table string
		var n int
		must(t, rows.Scan(&table, &n))
		read[table] = n
	}
	must(t, rows.Err())
	return read
}

// totals and loads are statements that read all that an athlete has: a list is counted, and fitness is reckoned from the first of all loads where a
// calendar is not remembered.
var (
	totals = regexp.MustCompile(`^SELECT count\(\*\) FROM \(SELECT 1 FROM "?(activities|plan_runs)\b`)
	loads  = regexp.MustCompile(`JOIN activities AS a ON a.athlete_id = k.athlete AND a.date < k.oldest`)
)

// allOf are the tables of which a statement reads all that an athlete has.
func allOf(statement string) []string {
	if of := totals.FindStringSubmatch(statement); of != nil {
		return of[1:]
	}
	if loads.MatchString(statement) {
		return []string{"activities", "planned_sessions"}
	}
	return nil
}

// However long an athlete has trained, been planned for and told how it was, a client's queries ask as many statements and read as many rows, and so does a
// plan: an athlete of five years is as one of one. But the totals of lists are counted, up to 10,000, and a calendar that is not remembered reads all
// loads, since fitness is reckoned from the first of them.
func TestNothingGrowsWithOnesOwnPast(t *testing.T) {
	t.Parallel()
	var statements atomic.Int64
	counted := map[string]*atomic.Int64{} // how often all of a table is read
	for _, of := range repeated.tables {
		counted[of.table] = new(atomic.Int64)
	}
	w := newWorld(t, func(w *world) {
		w.readPath, w.log = "on", slog.New(slog.DiscardHandler) // connections are ended
		w.observe = func(statement string, _ time.Duration, _ error) {
			statements.Add(1)
			for _, table := range allOf(statement) {
				counted[table].Add(1)
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
	w.copy(t, repeated, c.id, 1, 9)
	asked, read := measure()
	before := map[string]int{}
	for table, n := range counted {
		before[table] = int(n.Load())
	}
	w.copy(t, repeated, c.id, 10, 45)
	later, among := measure()
	t.Logf("after a year %d statements and of rows %v; after five %d and %v", asked, read, later, among)
	if asked < 40 {
		t.Fatalf("%d statements are asked: nothing was measured", asked)
	}
	if later > asked+asked/10 { // a session of a log-in is looked at now and then
		t.Errorf("%d statements are asked, and %d after five times as long", asked, later)
	}
	for _, of := range repeated.tables {
		table := of.table
		rows := read[table]
		added, err := strconv.Atoi(w.text(t, "SELECT (36 * count(*))::text FROM "+ownTable(table, c.id)))
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

// multiplyLibrary gives the shared library n copies of what it had at first, from the copy with a number on: other workouts, which mean the opposite and come last by
// title, so that no answer has one.
func (w *world) multiplyLibrary(t *testing.T, from, to int) {
	t.Helper()
	columns := w.text(t, "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = 'workouts'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''")
	for _, sql := range []string{
		"CREATE TABLE IF NOT EXISTS first_library AS SELECT w.*, v.embedder_id, v.embedding FROM workouts AS w JOIN workout_vectors AS v ON v.workout_id = w.id WHERE w.owner_id IS NULL AND NOT w.written",
		"CREATE TABLE more AS SELECT l.*, n FROM first_library AS l, generate_series($1::int, $2::int) AS n",
		"UPDATE more SET id = md5(n || id::text)::uuid, title = 'zz ' || n || left(title, 100), embedding = (SELECT array_agg(-x) FROM unnest(embedding::real[]) AS x)::vector",
		"INSERT INTO workouts (" + columns + ") SELECT " + columns + " FROM more",
		"UPDATE library_state SET version = version + 1",
		"INSERT INTO workout_vectors (workout_id, embedder_id, embedding, version) SELECT id, embedder_id, embedding, (SELECT version FROM library_state) FROM more",
		"DROP TABLE more",
		"ANALYZE",
	} {
		var arguments []any
		if strings.Contains(sql, "$1") {
			arguments = []any{from, to}
		}
		if _, err := w.raw.Exec(t.Context(), sql, arguments...); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
}

// Whatever the benchmark measures takes as many statements, rows, bytes and as much memory with ten and a hundred times as many workouts, sessions, runs and events, of the
// athletes who are asked about and of others: of each table alone what the answer shows is read, but for totals and loads.
func TestNothingOfTheBenchmarkGrows(t *testing.T) {
	t.Parallel()
	r := newReaders(t, "on", 2, library.Workouts()[:60])
	all := map[string]*atomic.Int64{"activities": new(atomic.Int64), "planned_sessions": new(atomic.Int64), "plan_runs": new(atomic.Int64)}
	var back atomic.Int64 // statements of a server whose connections were cut: it listens again, its workers take a number
	r.counted.hears(func(statement string, _ time.Duration) {
		if strings.HasPrefix(statement, "LISTEN ") || strings.Contains(statement, "worker_ids") || strings.Contains(statement, "pg_try_advisory_lock") ||
			strings.Contains(statement, "SET worker_id = NULL") {
			back.Add(1)
		}
		for _, table := range allOf(statement) {
			all[table].Add(1)
		}
	})
	planned := string(r.athletes[0])
	plan := func() int {
		r.coach.generate(t, vars{"athleteId": planned, "apply": false, "seed": 3})
		r.run(t)
		return 0
	}
	plan()                                                                                                                               // what is written for it comes into the library
	_, err := r.raw.Exec(t.Context(), "ALTER DATABASE "+r.text(t, "SELECT quote_ident(current_database())")+" SET enable_seqscan = off") // as where there is much
	must(t, err)

	names, asked := []string{"plan", "stream"}, map[string]func() (bytes int){"plan": plan}
	for _, s := range r.shapes(t) {
		names = append(names, s.name)
		asked[s.name] = func() int { return len(r.read(t, s.body)) }
	}
	locked := false
	asked["stream"] = func() (bytes int) {
		var data struct{ Calendar struct{ Revision int } }
		r.coach.ask(t, "{ calendar { revision } }", nil, &data)
		s, err := overSocket(t.Context(), r.coach, `subscription($after: Int) { calendarChanged(days: 5, after: $after) { days { date locked } } }`, vars{"after": data.Calendar.Revision})
		must(t, err)
		defer func() { check(t, s.conn.Close()) }()
		for range 2 {
			locked = !locked
			r.coach.ask(t, "mutation($id: ID!, $day: Date!) { "+map[bool]string{true: "lockDay", false: "unlockDay"}[locked]+"(input: {athleteId: $id, date: $day}) { day { locked } } }",
				vars{"id": r.coach.id, "day": first.AddDays(2).String()}, new(any))
			a, err := s.receive()
			must(t, err)
			bytes += len(a.body)
		}
		return bytes
	}
	type taken struct {
		statements, bytes int
		allocated         uint64
		read, all         map[string]int
	}
	// anew is what was read of each table by now, of those who then answer on new connections.
	anew := func() map[string]int {
		read := r.rowsRead(t)
		r.until(t, "it answers again", func() bool {
			a, err := r.coach.post(t.Context(), "{ me { id } }", nil)
			return err == nil && len(a.Errors) == 0
		})
		return read
	}
	measure := func(ask func() int) (so taken) {
		t.Helper()
		anew()
		ask() // and what is remembered is
		before := anew()
		so.all = map[string]int{}
		for table, n := range all {
			so.all[table] = -int(n.Load())
		}
		var was, is runtime.MemStats
		asked := r.counted.n.Load() - back.Load()
		runtime.ReadMemStats(&was)
		so.bytes = ask()
		runtime.ReadMemStats(&is)
		so.statements, so.allocated = int(r.counted.n.Load()-back.Load()-asked), is.TotalAlloc-was.TotalAlloc
		for table, n := range all {
			so.all[table] += int(n.Load())
		}
		so.read = r.rowsRead(t)
		for table, rows := range before {
			so.read[table] -= rows
		}
		return so
	}
	// grows is what is more of what a name takes than at first.
	grows := func(name string, times, to int, was, is taken) (said []string) {
		t.Helper()
		says := func(format string, of ...any) { said = append(said, fmt.Sprintf(format, of...)) }
		t.Logf("%s, %d times: %d statements, %d bytes, %d allocated (%d, %d, %d)", name, times, is.statements, is.bytes, is.allocated, was.statements, was.bytes, was.allocated)
		if is.statements > was.statements+was.statements/10+2 { // a log-in is looked at now and then
			says("%s asks %d statements, and %d with %d times as much", name, was.statements, is.statements, times)
		}
		if name != "stream" && (is.bytes > was.bytes+20 || is.bytes < was.bytes-20) { // a revision has more digits, and an event may tell two changes
			says("%s answers %d bytes, and %d with %d times as much", name, was.bytes, is.bytes, times)
		}
		most := was.allocated*3/2 + 1<<20
		if name == "plan" { // of the few workouts that there are at first fewer serve a need than it is shown, and a history has fewer weeks than are weighed
			most = was.allocated * 4
		}
		if is.allocated > most {
			says("%s allocates %d bytes, and %d with %d times as much", name, was.allocated, is.allocated, times)
		}
		for _, table := range append([]string{"workouts", "workout_vectors", "users", "calendars", "library_state"}, tablesOf(repeated)...) {
			most := was.read[table] + was.read[table]/10 + 60
			switch {
			case name == "plan" && table == "plan_runs":
				most += to // of an account's runs: of two indexes PostgreSQL takes either, where accounts have one run on the average (see TestHotStatementsAreReadAlongIndexes)
			case name == "stream" && table == "calendar_changes":
				most += 300 // of which so many are kept, and the others are deleted by the next act
			}
			if n := is.all[table]; n > 0 {
				rows, err := strconv.Atoi(r.text(t, "SELECT count(*)::text FROM "+table+" WHERE athlete_id = $1", map[bool]string{true: planned, false: r.coach.id}[name == "plan"]))
				must(t, err)
				most += n * rows
			}
			if is.read[table] > most {
				says("%s reads %d rows of %s, and %d with %d times as much", name, was.read[table], table, is.read[table], times)
			}
		}
		return said
	}
	begun := map[string]taken{}
	// At first there is as much as a history shows, and in the end the library still stands in memory.
	for _, step := range []struct{ times, from, to int }{{1, 1, 1}, {10, 2, 10}, {100, 11, 100}} {
		r.multiplyLibrary(t, step.from, step.to)
		for _, athlete := range []string{planned, r.coach.id} {
			r.copy(t, repeated, athlete, step.from, step.to)
		}
		r.copy(t, multiplied, planned, 1000+step.from, 1000+step.to)
		for _, name := range names {
			if step.times == 1 {
				is := measure(asked[name])
				begun[name] = is
				if is.statements == 0 || is.bytes == 0 && name != "plan" {
					t.Errorf("%s takes %+v: nothing was measured", name, is)
				}
				continue
			}
			// A slow machine adds what goes by the clock: an event's flush, a lease that is renewed, a library that is read anew behind a plan. What grows
			// with the data does so each time.
			var grown []string
			for try := range 6 {
				time.Sleep(time.Duration(try) * 2 * time.Second) // for what is still at work
				if grown = grows(name, step.times, step.to, begun[name], measure(asked[name])); len(grown) == 0 {
					break
				}
			}
			for _, what := range grown {
				t.Error(what)
			}
		}
	}
}

// tablesOf are the tables of copies.
func tablesOf(of copies) (names []string) {
	for _, table := range of.tables {
		names = append(names, table.table)
	}
	return names
}
