package db_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"ariga.io/atlas/sql/migrate"
	"github.com/jackc/pgx/v5"

	"fortnight/db"
	"fortnight/db/dbtest"
	"fortnight/db/migration"
	"fortnight/training"
)

// sources are the migrations as they are on the disk, with more files, which may replace some; the sums are right.
func sources(t *testing.T, more map[string]string) fs.FS {
	t.Helper()
	all, memory := fstest.MapFS{}, &migrate.MemDir{}
	names, err := fs.Glob(os.DirFS("migrations"), "*.sql")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d migrations, %v", len(names), err)
	}
	for _, name := range names {
		text, err := os.ReadFile("migrations/" + name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: text}
	}
	for name, text := range more {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, file := range all {
		if err := memory.WriteFile(name, file.Data); err != nil {
			t.Fatal(err)
		}
	}
	sum, err := memory.Checksum()
	if err != nil {
		t.Fatal(err)
	}
	text, err := sum.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	all["atlas.sum"] = &fstest.MapFile{Data: text}
	return all
}

// migrateNames applies the files, or nil for the program's own, and names those that were.
func migrateNames(d *db.DB, files fs.FS) (names []string, err error) {
	note := func(m migration.Step) { names = append(names, m.Name) }
	if files == nil {
		err = d.Migrate(context.Background(), note)
	} else {
		err = d.MigrateFrom(context.Background(), files, note)
	}
	return names, err
}

func execute(t *testing.T, url, text string) {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	if _, err := conn.Exec(context.Background(), text); err != nil {
		t.Fatal(err)
	}
}

func TestMigrationsEqualSchema(t *testing.T) {
	schema, err := os.ReadFile("../schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	wanted := dbtest.EmptyURL(t)
	execute(t, wanted, string(schema))
	migrated, want := lines(dbtest.Dump(t, dbtest.URL(t))), lines(dbtest.Dump(t, wanted))
	if len(want) < 100 {
		t.Fatalf("the dump of schema.sql has %d lines only", len(want))
	}
	for i := range max(len(want), len(migrated)) {
		if i == len(want) || i == len(migrated) || want[i] != migrated[i] {
			t.Fatalf("the migrations do not lead to schema.sql, from line %d of the dump on: %q, want %q",
				i+1, migrated[i:min(i+3, len(migrated))], want[i:min(i+3, len(want))])
		}
	}
}

func lines(text string) []string { return strings.Split(text, "\n") }

func TestMigrateTwice(t *testing.T) {
	d := open(t, dbtest.EmptyURL(t))
	names, err := fs.Glob(os.DirFS("migrations"), "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range [][]string{names, nil} {
		if got, err := migrateNames(d, nil); err != nil || !slices.Equal(got, want) {
			t.Errorf("applied %q, %v; want %q", got, err, want)
		}
	}
	if got := setting(t, d, "statement_timeout"); got != "15s" {
		t.Errorf("a migration left the time limit of statements at %s", got)
	}
}

func TestF38MigrateAtOnce(t *testing.T) {
	raced(t)
	url := dbtest.EmptyURL(t)
	var (
		mu      sync.Mutex
		applied []string
		wait    sync.WaitGroup
	)
	for range 4 {
		d := open(t, url)
		wait.Go(func() {
			names, err := migrateNames(d, nil)
			mu.Lock()
			defer mu.Unlock()
			applied = append(applied, names...)
			if err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	names, err := fs.Glob(os.DirFS("migrations"), "*.sql")
	if err != nil || !slices.Equal(applied, names) {
		t.Errorf("applied %q, want %q each once (%v)", applied, names, err)
	}
}

func TestF38MigrateRollsBackWhatFails(t *testing.T) {
	url := dbtest.URL(t)
	d := open(t, url)
	before := dbtest.Dump(t, url)
	const good, bad = "29990101000000_good.sql", "29990102000000_bad.sql"
	broken := sources(t, map[string]string{good: "CREATE TABLE good (n int);", bad: "CREATE TABLE half (n int);\nSELECT no_such_column\nFROM half;"})
	got, err := migrateNames(d, broken)
	if err == nil || !strings.Contains(err.Error(), bad+": SELECT no_such_column …") || !slices.Equal(got, []string{good}) {
		t.Errorf("applied %q, %v", got, err)
	}
	if after := dbtest.Dump(t, url); after == before || strings.Contains(after, "half") || !strings.Contains(after, "good") {
		t.Error("not just the good migration is in the database")
	}
	mended := sources(t, map[string]string{good: "CREATE TABLE good (n int);", bad: "CREATE TABLE half (n int);"})
	if got, err := migrateNames(d, mended); err != nil || !slices.Equal(got, []string{bad}) {
		t.Errorf("once mended: applied %q, %v", got, err)
	}
	if _, err := migrateNames(d, nil); err == nil || !strings.Contains(err.Error(), "29990101000000 (good), which this program does not know") {
		t.Errorf("an older program: %v", err)
	}
}

func TestMigrateRefusesChangedFiles(t *testing.T) {
	d := open(t, dbtest.URL(t))
	const first = "20261125000000_pgvector.sql"
	changed := sources(t, map[string]string{first: "CREATE EXTENSION IF NOT EXISTS vector;"})
	if _, err := migrateNames(d, changed); err == nil || !strings.Contains(err.Error(), "20261125000000 (pgvector) was changed after it was applied") {
		t.Errorf("changed after it was applied: %v", err)
	}
	edited := sources(t, nil).(fstest.MapFS)
	edited[first] = &fstest.MapFile{Data: []byte("SELECT 1;")}
	if _, err := migrateNames(d, edited); err == nil || !strings.Contains(err.Error(), first+" was ") {
		t.Errorf("edited, and atlas.sum not: %v", err)
	}
}

func TestMigrateExplainsMissingRights(t *testing.T) {
	url := dbtest.EmptyURL(t)
	role := "guest_" + fmt.Sprint(os.Getpid())
	execute(t, url, "CREATE ROLE "+role+" LOGIN")
	t.Cleanup(func() { execute(t, url, "DROP ROLE "+role) })
	guest := open(t, strings.Replace(url, "postgres://fortnight@", "postgres://"+role+"@", 1))
	if _, err := migrateNames(guest, nil); err == nil || !strings.Contains(err.Error(), "must own the database, or have CREATE on its schema public") {
		t.Errorf("without rights: %v", err)
	}
	execute(t, url, "GRANT CREATE ON SCHEMA public TO "+role)
	if _, err := migrateNames(guest, nil); err == nil || !strings.Contains(err.Error(), "let a superuser run CREATE EXTENSION vector") {
		t.Errorf("without the right to make the extension: %v", err)
	}
	t.Cleanup(func() { execute(t, url, "DROP OWNED BY "+role) })
}

// migratedWith is a database on which something was done before one of the migrations.
func migratedWith(t *testing.T, before, statement string) *pgx.Conn {
	t.Helper()
	url, done := dbtest.EmptyURL(t), false
	names, err := fs.Glob(os.DirFS("migrations"), "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile("migrations/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, before) {
			done = true
			execute(t, url, statement)
		}
		execute(t, url, string(text))
	}
	if !done {
		t.Fatalf("there is no migration %s", before)
	}
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

// TestVectorsMoveOver: what was embedded before vectors had a table of their own is not lost.
func TestVectorsMoveOver(t *testing.T) {
	conn := migratedWith(t, "_workout_vectors.sql", `INSERT INTO workouts (id, title, description, sport, focus, tags, tag_words, blocks,
			duration_seconds, tss, load_method, intensity_factor, lower_body_load, hard_leg_sets, zone_seconds, exercise_ids, by_distance,
			content_hash, revision, created_at, updated_at, embedding, embedder_id)
		SELECT gen_random_uuid(), 'Run', '', 'RUN', 'ENDURANCE', '{}', '', '[{}]', 60, 1, 'QUADRATIC', 0.7, 1, 0, '{0,0,0,0,0,0,0}', '{}', false,
			sha256(''), 1, now(), now(), v.embedding, v.id
		FROM (VALUES (array_fill(0.05::real, '{384}')::vector, 'lexicon-v1'), (NULL, NULL)) AS v (embedding, id)`)
	var got string
	err := conn.QueryRow(t.Context(), `SELECT (SELECT count(*) FROM workouts) || ' workouts, ' || (SELECT string_agg(id, ' ') FROM embedders) || ', ' ||
		(SELECT string_agg(embedder_id || ' ' || (embedding <-> array_fill(0.05::real, '{384}')::vector), ' ') FROM workout_vectors)`).Scan(&got)
	if err != nil || got != "2 workouts, lexicon-v1, lexicon-v1 0" {
		t.Errorf("got %q, %v", got, err)
	}
}

// 12 §5, §7: windows that overlapped past midnight, and zones that are no places, become what is valid; all else stays.
func TestHoursBecomeReal(t *testing.T) {
	const valid = `[{"weekday":"FRIDAY","from":"22:00","to":"02:00","sports":["RUN"]}]`
	insert := `INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, one_rep_maxes, availability, date_availability, created_at)
		VALUES ('00000000-0000-4000-8000-00000000000%d', 'A', 'a%[1]d@example.com', 'x', 'ATHLETE', 'NOVICE', '%s', 'HYBRID', '[]', '%s', '%s', now());
		INSERT INTO calendars VALUES ('00000000-0000-4000-8000-00000000000%[1]d', 7);`
	conn := migratedWith(t, "_real_hours.sql", fmt.Sprintf(insert, 1, "localtime", `[{"weekday":"MONDAY","from":"23:00","to":"02:00","sports":["RUN"]},
			{"weekday":"TUESDAY","from":"01:00","to":"05:00","sports":[]},{"weekday":"TUESDAY","from":"23:00","to":"00:30","sports":[]},
			{"weekday":"SUNDAY","from":"20:00","to":"19:00","sports":[]},{"weekday":"MONDAY","from":"03:00","to":"04:00","sports":[]}]`,
		`[{"date":"2026-12-10","windows":[{"from":"22:00","to":"03:00","sports":["RUN"]}],"note":"night"},
			{"date":"2026-12-11","windows":[{"from":"02:00","to":"05:00","sports":[]}]},{"date":"2026-12-14","windows":null}]`)+
		fmt.Sprintf(insert, 2, "posix/Europe/Berlin", valid, `[{"date":"2026-12-05","windows":[{"from":"00:30","to":"01:30","sports":[]},
			{"from":"01:45","to":"06:00","sports":["RIDE"]},{"from":"21:00","to":"01:00","sports":[]}]}]`)+
		fmt.Sprintf(insert, 3, "Europe/Berlin", valid, `[]`))
	rows, err := conn.Query(t.Context(), `SELECT u.time_zone, u.availability::text, u.date_availability::text, c.revision
		FROM users AS u JOIN calendars AS c ON c.athlete_id = u.id ORDER BY u.id`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var got []string
	for rows.Next() {
		var zone, week, dates string
		var revision int
		if err := rows.Scan(&zone, &week, &dates, &revision); err != nil {
			t.Fatal(err)
		}
		p := training.NewProfile(zone)
		if err := errors.Join(json.Unmarshal([]byte(week), &p.Availability), json.Unmarshal([]byte(dates), &p.DateAvailability)); err != nil {
			t.Fatal(err)
		}
		if err := p.Validate(20000); err != nil {
			t.Errorf("%s %s %s: %v", zone, week, dates, err)
		}
		var hours []string
		for _, w := range p.Availability {
			hours = append(hours, fmt.Sprintf("%.3s %s-%s %s", w.Weekday, w.From, w.To, w.Sports))
		}
		for _, d := range p.DateAvailability {
			for _, w := range d.Windows {
				hours = append(hours, fmt.Sprintf("%s %s-%s %s", d.Date, w.From, w.To, w.Sports))
			}
		}
		got = append(got, fmt.Sprintf("%s %v, revision %d: %s", zone, len(p.DateAvailability), revision, strings.Join(hours, ", ")))
	}
	for i, want := range []string{
		"UTC 3, revision 9: MON 23:00-01:00 [RUN], TUE 01:00-05:00 [], TUE 23:00-00:30 [], SUN 20:00-03:00 [], MON 03:00-04:00 [], 2026-12-10 22:00-02:00 [RUN], 2026-12-11 02:00-05:00 []",
		"Europe/Berlin 1, revision 8: FRI 22:00-02:00 [RUN], 2026-12-05 02:00-06:00 [RIDE], 2026-12-05 21:00-01:00 []",
		"Europe/Berlin 0, revision 7: FRI 22:00-02:00 [RUN]",
	} {
		if i >= len(got) || got[i] != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestEventsForgetWhoIsGone: who cancelled a run and has no account any more is no longer named by its event; others are.
func TestEventsForgetWhoIsGone(t *testing.T) {
	const athlete, gone = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
	conn := migratedWith(t, "_former_coaches.sql", `
		INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, one_rep_maxes, availability, date_availability, created_at)
			VALUES ('`+athlete+`', 'Jo', 'jo@example.com', 'x', 'ATHLETE', 'NOVICE', 'UTC', 'HYBRID', '[]', '[]', '[]', now());
		INSERT INTO plan_runs (id, athlete_id, requested_by, from_date, days, wish, engine, keep_planned, apply, seed, status, created_at, finished_at,
				applied, event_count, cancel_requested, token, attempts)
			VALUES ('`+gone+`', '`+athlete+`', '`+athlete+`', '2026-11-26', 14, '', 'SOLVER', false, true, 0, 'CANCELLED', now(), now(), false, 2, true, 0, 0);
		INSERT INTO plan_events (run_id, sequence, kind, stage, at, message, payload)
			SELECT '`+gone+`', row_number() OVER (), 'RunCancelled', 'ANALYZE', now(), '', jsonb_build_object('by', v.id)
			FROM (VALUES ('`+athlete+`'), ('`+gone+`')) AS v (id)`)
	var got string
	err := conn.QueryRow(t.Context(), "SELECT string_agg(coalesce(payload ->> 'by', 'nobody'), ' ' ORDER BY sequence) FROM plan_events").Scan(&got)
	if want := athlete + " nobody"; err != nil || got != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}
