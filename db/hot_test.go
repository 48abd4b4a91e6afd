package db_test

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"fortnight/db"
	"fortnight/db/calendars"
	"fortnight/db/queue"
	"fortnight/db/workouts"
	"fortnight/embedding"
	"fortnight/session"
	"fortnight/training"
)

// multiply adds n copies of a row of a table, each with what set makes another of it, by its number n.
func (w *world) multiply(conn *pgx.Conn, table string, n int, where, set string) {
	w.Helper()
	var columns string
	w.check(conn.QueryRow(w.ctx, `SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
		WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`, table).Scan(&columns))
	for _, sql := range []string{
		fmt.Sprintf("CREATE TEMP TABLE more AS SELECT %s FROM %s WHERE %s LIMIT 1", columns, table, where),
		fmt.Sprintf("CREATE TEMP TABLE many AS SELECT more.*, n FROM more, generate_series(1, %d) AS n", n),
		"UPDATE many SET " + set,
		"ALTER TABLE many DROP COLUMN n",
		fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM many", table, columns, columns),
		"DROP TABLE more, many",
	} {
		if _, err := conn.Exec(w.ctx, sql); err != nil {
			w.Fatalf("%s: %s: %v", table, sql, err)
		}
	}
}

// crowd gives a database n users with what an athlete has, so many times.
func (w *world) crowd(conn *pgx.Conn, n, times int) {
	w.Helper()
	_, err := conn.Exec(w.ctx, "SET session_replication_role = replica; SET synchronous_commit = off") // foreign keys hold: they are not looked at
	w.check(err)
	athlete := fmt.Sprintf("md5('user' || n %% %d + 1)::uuid", n)
	run := fmt.Sprintf("(n %% %d + 1)", 2*n*times)
	for _, of := range []struct {
		table      string
		each       int
		where, set string
	}{
		{"users", 1, "role = 'ATHLETE'", "id = " + athlete + ", email = 'crowd' || n || '@example.com'"},
		{"calendars", 1, "true", "athlete_id = " + athlete},
		{"coach_grants", 1, "true", "athlete_id = " + athlete + ", coach_id = md5('coach' || n / 20)::uuid"},
		{"auth_sessions", 1, "true", "id = gen_random_uuid(), user_id = " + athlete},
		{"activities", 4 * times, "session_id IS NULL", fmt.Sprintf("id = gen_random_uuid(), external_id = NULL, date = date - n / %d, athlete_id = ", n) + athlete},
		{"events", 1, "true", fmt.Sprintf("id = gen_random_uuid(), date = date + n / %d, athlete_id = ", n) + athlete},
		{"day_locks", 1, "true", fmt.Sprintf("date = date + n / %d, athlete_id = ", n) + athlete},
		{"restrictions", 1, "true", "id = gen_random_uuid(), athlete_id = " + athlete},
		{"rule_overrides", 1, "true", "athlete_id = " + athlete},
		{"planned_sessions", 4 * times, "true", fmt.Sprintf("id = gen_random_uuid(), run_id = NULL, workout_id = md5('workout' || n %% %d + 1)::uuid,", 2*n*times) + fmt.Sprintf(" date = date + n / %d - 10, athlete_id = ", n) + athlete},
		{"check_ins", 3 * times, "true", fmt.Sprintf("date = date - n / %d, athlete_id = ", n) + athlete},
		{"calendar_changes", times, "run_id IS NULL", "id = gen_random_uuid(), revision = 100 + n, made_by = " + athlete + ", athlete_id = " + athlete},
		{"plan_runs", 2 * times, "finished_at IS NOT NULL", "id = md5('run' || n)::uuid, number = 1000000 + n, idempotency_key = NULL, created_at = created_at - n * interval '1 minute', requested_by = " + athlete + ", athlete_id = " + athlete},
		{"plan_events", 6 * times, "true", fmt.Sprintf("run_id = md5('run' || %s)::uuid, sequence = 10 + n / %d, athlete_id = md5('user' || %s %% %d + 1)::uuid", run, 2*n*times, run, n)},
		{"workouts", 2 * times, "owner_id IS NULL", `id = md5('workout' || n)::uuid, title = left(title, 100) || n, duration_seconds = duration_seconds + n % 5000, tss = tss + n % 90,
			sport = (ARRAY['RUN', 'RIDE', 'SWIM', 'ROW', 'STRENGTH'])[n % 5 + 1]::sport, created_at = created_at - n * interval '1 hour', updated_at = updated_at + n * interval '1 minute'`},
	} {
		w.multiply(conn, of.table, of.each*n, of.where, of.set)
	}
	_, err = conn.Exec(w.ctx, "ANALYZE")
	w.check(err)
}

// grows are the tables whose rows grow with how many use the service and for how long.
var grows = regexp.MustCompile(`Seq Scan on (users|calendars|coach_grants|auth_sessions|activities|planned_sessions|check_ins|calendar_changes|plan_runs|plan_events|workouts|workout_vectors|events|day_locks|restrictions|rule_overrides)\b`)

var placeholder = regexp.MustCompile(`\$(\d+)`)

// explained is the plan of a statement as it was asked: with its values, or as it is prepared for any.
func explained(t *testing.T, conn *pgx.Conn, statement string) string {
	t.Helper()
	sql := "EXPLAIN " + statement
	if highest := placeholder.FindAllString(statement, -1); len(highest) > 0 {
		n := slices.Max(highest)
		for _, sql := range []string{"DEALLOCATE ALL", "SET plan_cache_mode = force_generic_plan", "PREPARE hot AS " + statement} {
			if _, err := conn.Exec(t.Context(), sql, pgx.QueryExecModeSimpleProtocol); err != nil {
				t.Fatalf("%s: %v", sql, err)
			}
		}
		sql = "EXPLAIN EXECUTE hot (" + strings.TrimSuffix(strings.Repeat("NULL, ", int(n[1]-'0')), ", ") + ")"
	}
	rows, err := conn.Query(t.Context(), sql, pgx.QueryExecModeSimpleProtocol)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	return strings.Join(lines, "\n")
}

// What requests ask all day is read along indexes, however many athletes there are: no plan reads a table from its beginning to its end.
// LONG=1 has 20,000 athletes, 1,200,000 events of runs, 800,000 activities and 400,000 workouts.
func TestHotStatementsAreReadAlongIndexes(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach := w.coachOf(athlete)
	of := w.things(athlete)
	w.shared(easyRun("Shared"))
	w.exec("INSERT INTO rule_overrides (athlete_id, rule_id, limit_value, set_at) VALUES ($1, 'LD-7', 1, now())", athlete.ID)
	login := w.logIn(athlete, "a")
	conn, err := pgx.Connect(w.ctx, w.url)
	w.check(err)
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	n, years := 2000, 1
	if os.Getenv("LONG") != "" {
		n, years = 20_000, 10
	}
	w.crowd(conn, n, years)

	heard := &spy{}
	d, err := db.Open(w.ctx, w.url, db.Options{MaxConnections: 2, Log: quiet, Now: w.now, Observe: heard.hear, WorkoutText: func(w training.Workout) string { return w.Title }})
	w.check(err)
	t.Cleanup(func() { w.check(d.Close()) })
	d.ServeBy(embedding.NewLexicon())
	reads := map[string]func() error{
		"the session of a token": func() error { return second(d.Session(w.ctx, login.ID)) },
		"users":                  func() error { return second(d.UsersByID(w.ctx, coach.ID, []training.UserID{athlete.ID, coach.ID})) },
		"an athlete":             func() error { return second(d.User(w.ctx, coach.ID, athlete.ID)) },
		"a coach's athletes":     func() error { return second(d.Athletes(w.ctx, coach.ID, 20, "")) },
		"calendars": func() error {
			return second(d.CalendarSnapshots(w.ctx, coach.ID, []calendars.SnapshotKey{{Athlete: athlete.ID, From: today, Days: 14}}))
		},
		"sessions":       func() error { return second(d.SessionsByID(w.ctx, coach.ID, []training.SessionID{of.session})) },
		"activities":     func() error { return second(d.ActivitiesByID(w.ctx, coach.ID, []training.ActivityID{of.activity})) },
		"a page of them": func() error { return second(d.Activities(w.ctx, coach.ID, athlete.ID, nil, nil, 50, "")) },
		"lifts":          func() error { return second(d.LiftsByID(w.ctx, coach.ID, []training.UserID{athlete.ID})) },
		"runs":           func() error { return second(d.RunsByID(w.ctx, coach.ID, []training.RunID{of.run})) },
		"a page of runs": func() error { return second(d.Runs(w.ctx, coach.ID, athlete.ID, 20, "")) },
		"events of a run": func() error {
			return second(d.RunEventsByID(w.ctx, coach.ID, []queue.RunEventID{{Run: of.run, Sequence: 1}}))
		},
		"changes":         func() error { return second(d.ChangesByID(w.ctx, coach.ID, []training.ChangeID{of.change})) },
		"the last change": func() error { return second(d.LastChanges(w.ctx, coach.ID, []training.UserID{athlete.ID})) },
		"check-ins":       func() error { return second(d.CheckIns(w.ctx, coach.ID, athlete.ID, today.AddDays(-27), today)) },
		"restrictions":    func() error { return second(d.RestrictionsByAthlete(w.ctx, coach.ID, []training.UserID{athlete.ID})) },
		"coaches":         func() error { return second(d.CoachesByID(w.ctx, coach.ID, []training.UserID{athlete.ID})) },
		"newest runs":     func() error { return second(d.NewestRuns(w.ctx, coach.ID, []training.UserID{athlete.ID})) },
		"doses of families": func() error {
			return second(d.SharedOfFamilies(w.ctx, []workouts.OfFamily{{Family: "R-THR", First: 5}}))
		},
		"what ids name": func() error { return second(d.NodeKinds(w.ctx, coach.ID, of.ids())) },
		"workouts":      func() error { return second(d.WorkoutsByID(w.ctx, coach.ID, []training.WorkoutID{of.workout})) },
		"a page of a sport": func() error {
			return second(d.ListWorkouts(w.ctx, coach.ID, session.WorkoutFilter{Sports: []training.Sport{training.Ride}}, training.OrderTitle, 20, ""))
		},
	}
	known := 0
	for what, read := range reads {
		heard.take()
		for range 2 { // what is remembered is asked for otherwise
			if err := read(); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
		}
		for _, statement := range slices.Compact(slices.Sorted(slices.Values(heard.take()))) {
			if verb := strings.ToUpper(strings.TrimLeft(statement, "( ")); !strings.HasPrefix(verb, "SELECT") && !strings.HasPrefix(verb, "WITH") {
				continue
			}
			known++
			if plan := explained(t, conn, statement); grows.MatchString(plan) {
				t.Errorf("%s: %s\n%s", what, statement, plan)
			}
		}
	}
	if known < 30 {
		t.Errorf("%d statements were explained", known)
	}
}
