package db_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/prometheus/client_golang/prometheus"

	"fortnight/db"
	"fortnight/db/calendars"
	"fortnight/db/queue"
	"fortnight/db/workouts"
	"fortnight/embedding"
	"fortnight/planner/runs"
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

// reindexed does something without an index, which it makes anew after it.
func (w *world) reindexed(conn *pgx.Conn, index string, do func()) {
	w.Helper()
	var made string
	w.check(conn.QueryRow(w.ctx, "SELECT pg_get_indexdef($1::regclass)", index).Scan(&made))
	_, err := conn.Exec(w.ctx, "DROP INDEX "+index)
	w.check(err)
	do()
	_, err = conn.Exec(w.ctx, made)
	w.check(err)
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
		{"planned_sessions", 4 * times, "true", fmt.Sprintf("id = gen_random_uuid(), run_id = NULL, workout_id = md5('workout' || n %% %d + 1)::uuid,", n*times) + fmt.Sprintf(" date = date + n / %d - 10, athlete_id = ", n) + athlete},
		{"check_ins", 3 * times, "true", fmt.Sprintf("date = date - n / %d, athlete_id = ", n) + athlete},
		{"calendar_changes", times, "run_id IS NULL", "id = gen_random_uuid(), revision = 100 + n, made_by = " + athlete + ", athlete_id = " + athlete},
		{"plan_runs", 2 * times, "finished_at IS NOT NULL", "id = md5('run' || n)::uuid, number = 1000000 + n, idempotency_key = NULL, created_at = created_at - n * interval '1 minute', started_at = started_at - n * interval '1 minute', finished_at = finished_at - n * interval '1 minute', requested_by = " + athlete + ", athlete_id = " + athlete},
		{"plan_events", 6 * times, "true", fmt.Sprintf("run_id = md5('run' || %s)::uuid, sequence = 10 + n / %d, athlete_id = md5('user' || %s %% %d + 1)::uuid", run, 2*n*times, run, n)},
		{"workouts", times, "owner_id IS NULL", `id = md5('workout' || n)::uuid, title = left(title, 100) || n, duration_seconds = duration_seconds + n % 5000, tss = tss + n % 90,
			owner_id = CASE n % 10 WHEN 0 THEN md5('user' || n % 2000 + 1)::uuid END, family = 'R-END', level = CASE n % 100 WHEN 1 THEN 12 ELSE n % 5 + 1 END,
			zone_seconds = CASE n % 100 WHEN 1 THEN ARRAY[0, 0, 0, 0, 0, n % 900, 60] ELSE ARRAY[300, n % 3000, n % 7, 0, 0, 0, 0] END,
			sport = (ARRAY['RUN', 'RIDE', 'SWIM', 'ROW', 'STRENGTH'])[n % 5 + 1]::sport, created_at = created_at - n * interval '1 hour', updated_at = updated_at + n * interval '1 minute'`},
	} {
		w.multiply(conn, of.table, of.each*n, of.where, of.set)
	}
	w.reindexed(conn, "workout_vectors_embedding", func() { // one by one they take their time to come into the index of neighbours
		w.multiply(conn, "workout_vectors", n, "true", "workout_id = md5('workout' || n)::uuid, embedding = ARRAY(SELECT random() - 0.5 + 0 * n FROM generate_series(1, 384))::vector")
	})
	_, err = conn.Exec(w.ctx, "ANALYZE")
	w.check(err)
}

// grows are the tables whose rows grow with how many use the service and for how long.
var grows = regexp.MustCompile(`Seq Scan on (users|calendars|coach_grants|auth_sessions|activities|planned_sessions|check_ins|calendar_changes|plan_runs|plan_events|workouts|workout_vectors|events|day_locks|restrictions|rule_overrides)\b`)

// limited is a scan that ends when it has found as many as are wanted of what nearly all pass, and so does not grow.
var limited = regexp.MustCompile(`Limit  \(cost=[\d.]+\.\.([\d.]+) [^\n]*\n *->  Seq Scan on [^\n]*\(cost=[\d.]+\.\.([\d.]+) `)

// readWhole is what of a plan reads a table that grows from its beginning to its end, "" for nothing.
func readWhole(plan string) string {
	return grows.FindString(limited.ReplaceAllStringFunc(plan, func(found string) string {
		costs := limited.FindStringSubmatch(found)
		limit, _ := strconv.ParseFloat(costs[1], 64)
		scan, _ := strconv.ParseFloat(costs[2], 64)
		if limit < scan/5 {
			return ""
		}
		return found
	}))
}

var placeholder = regexp.MustCompile(`\$(\d+)`)

// placeholders is how many values a statement takes.
func placeholders(statement string) (n int) {
	for _, found := range placeholder.FindAllStringSubmatch(statement, -1) {
		number, _ := strconv.Atoi(found[1]) // digits always can be
		n = max(n, number)
	}
	return n
}

// explained is the plan of a statement as it was asked: with its values, or as it is prepared for any.
func explained(t *testing.T, conn *pgx.Conn, statement string) string {
	t.Helper()
	sql := "EXPLAIN " + statement
	if n := placeholders(statement); n > 0 {
		for _, sql := range []string{"DEALLOCATE ALL", "SET plan_cache_mode = force_generic_plan", "PREPARE hot AS " + statement} {
			if _, err := conn.Exec(t.Context(), sql, pgx.QueryExecModeSimpleProtocol); err != nil {
				t.Fatalf("%s: %v", sql, err)
			}
		}
		sql = "EXPLAIN EXECUTE hot (" + strings.TrimSuffix(strings.Repeat("NULL, ", n), ", ") + ")"
	}
	sorts := "SET enable_sort = " + map[bool]string{true: "off", false: "on"}[strings.Contains(statement, "ORDER BY v.embedding <=>")] // as the walk has it
	if _, err := conn.Exec(t.Context(), sorts); err != nil {
		t.Fatal(err)
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

// openBy is one more process on the database, whose statements somebody hears.
func (w *world) openBy(hear func(string, time.Duration, error)) *db.DB {
	w.Helper()
	d, err := db.Open(w.ctx, w.url, db.Options{MaxConnections: 2, Log: quiet, Now: w.now, Observe: hear, WorkoutText: func(w training.Workout) string { return w.Title }})
	w.check(err)
	w.Cleanup(func() { w.check(d.Close()) })
	d.ServeBy(embedding.NewLexicon())
	return d
}

// What requests ask all day is read along indexes, however many athletes there are: no plan reads a table from its beginning to its end.
// LONG=1 has 20,000 athletes, 1,200,000 events of runs, 800,000 activities and 200,000 workouts.
func TestHotStatementsAreReadAlongIndexes(t *testing.T) {
	w := newWorld(t)
	athlete := w.athlete()
	coach, other := w.coachOf(athlete), w.athlete()
	of := w.things(athlete)
	w.shared(easyRun("Shared"))
	w.exec("INSERT INTO rule_overrides (athlete_id, rule_id, limit_value, set_at) VALUES ($1, 'LD-7', 1, now())", athlete.ID)
	login := w.logIn(athlete, "a")
	conn, err := pgx.Connect(w.ctx, w.url)
	w.check(err)
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	n, years := 4000, 1
	if os.Getenv("LONG") != "" {
		n, years = 20_000, 10
	}
	w.crowd(conn, n, years)

	heard := &spy{}
	d := w.openBy(heard.hear)
	stored := w.openBy(heard.hear) // whose library is too large for a shelf
	stored.ShelveUpTo(0)
	stored.WalkBeyond(100)
	own := w.workout(coach, easyRun("My own"))
	texts := 0
	anew := func() string { texts++; return fmt.Sprintf("easy run no. %d", texts) } // what was searched for is remembered
	rare := session.WorkoutFilter{HasZone: &training.ZoneFilter{Zone: 6, MinSeconds: 600}}
	counted := func(filter session.WorkoutFilter, order training.WorkoutOrder) error {
		page, err := d.ListWorkouts(w.ctx, coach.ID, filter, order, 20, "")
		if err != nil {
			return err
		}
		if n, err := page.Count(w.ctx); err != nil || n == 0 {
			return errors.Join(err, fmt.Errorf("%d workouts pass %+v", n, filter))
		}
		return nil
	}
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
		"time in a zone": func() error { return counted(rare, training.OrderTitle) },
		"a level":        func() error { return counted(session.WorkoutFilter{MinLevel: pointer(12)}, training.OrderTSS) },
		"one's own":      func() error { return counted(session.WorkoutFilter{Mine: pointer(true)}, training.OrderTitle) },
		"an exercise": func() error {
			return second(d.ListWorkouts(w.ctx, coach.ID, session.WorkoutFilter{ExerciseID: pointer(training.ExerciseID("back-squat"))}, training.OrderTitle, 20, ""))
		},
		"tags": func() error {
			return second(d.ListWorkouts(w.ctx, coach.ID, session.WorkoutFilter{Tags: []string{"rare"}}, training.OrderTitle, 20, ""))
		},
		"words": func() error {
			return second(d.ListWorkouts(w.ctx, coach.ID, session.WorkoutFilter{Text: pointer("rare")}, training.OrderTitle, 20, ""))
		},
		"a search":                     func() error { return second(d.SearchWorkouts(w.ctx, coach.ID, anew(), session.WorkoutFilter{}, 10)) },
		"a search with time in a zone": func() error { return second(d.SearchWorkouts(w.ctx, coach.ID, anew(), rare, 10)) },
		"a search of one's own": func() error {
			return second(d.SearchWorkouts(w.ctx, coach.ID, anew(), session.WorkoutFilter{Mine: pointer(true)}, 10))
		},
		"a search by the database": func() error {
			return second(stored.SearchWorkouts(w.ctx, coach.ID, anew(), session.WorkoutFilter{}, 10))
		},
		"one with time in a zone": func() error { return second(stored.SearchWorkouts(w.ctx, coach.ID, anew(), rare, 10)) },
		"one of one's own": func() error {
			return second(stored.SearchWorkouts(w.ctx, coach.ID, anew(), session.WorkoutFilter{Mine: pointer(true)}, 10))
		},
		"what is like another":         func() error { return second(d.SimilarWorkouts(w.ctx, coach.ID, own.ID, 10)) },
		"what is like it, by database": func() error { return second(stored.SimilarWorkouts(w.ctx, coach.ID, own.ID, 10)) },
		"what a plan needs": func() error {
			return second(d.SearchAll(w.ctx, coach.ID, coach.Profile, []runs.Need{{Text: anew(), Families: []session.ID{"R-THR"}}}, 12))
		},
		"the shortest of a sport": func() error {
			return second(d.Search(w.ctx, coach.ID, coach.Profile, runs.Need{Sports: []training.Sport{training.Ride}}, 5))
		},
		"asking for a run": func() error { return second(d.CreateRun(w.ctx, request(athlete, athlete, nil))) },
		"the claim of a run": func() error {
			w.run(other, other, nil)
			_, _, _, err := d.Claim(w.ctx)
			return err
		},
		"the figures of runs": func() error {
			registry := prometheus.NewPedanticRegistry()
			d.Collect(registry)
			return second(registry.Gather())
		},
		"runs to be packed": func() error { return second(d.FoldRuns(w.ctx, w.now().Add(-time.Hour))) },
		"tokens of the day": func() error { return second(d.TokensUsed(w.ctx, athlete.ID, w.now().Add(-time.Hour), w.now())) },
	}
	along := map[string]string{ // what has to be read along an index that others could take the place of, while there is little
		"time in a zone": "workouts_zone_6", "a level": "workouts_level", "one's own": "workouts_owner", "a search by the database": "workout_vectors_embedding",
		"one with time in a zone": "workouts_zone_6", "the claim of a run": "plan_runs_served", "asking for a run": "plan_runs_requested", "tokens of the day": "plan_runs_consulted",
		"the figures of runs": "plan_runs_finished", "runs to be packed": "plan_runs_unpacked", "an exercise": "workouts_exercises", "tags": "workouts_tags", "words": "workouts_words",
	}
	w.check(second(d.SearchWorkouts(w.ctx, coach.ID, anew(), session.WorkoutFilter{}, 10))) // the library is read as a whole once
	known := 0
	for what, read := range reads {
		heard.take()
		for range 2 { // what is remembered is asked for otherwise
			if err := read(); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
		}
		var plans []string
		for _, statement := range slices.Compact(slices.Sorted(slices.Values(heard.take()))) {
			if verb := strings.ToUpper(strings.TrimLeft(statement, "( ")); !strings.HasPrefix(verb, "SELECT") && !strings.HasPrefix(verb, "WITH") {
				continue
			}
			known++
			plan := explained(t, conn, statement)
			if readWhole(plan) != "" {
				t.Errorf("%s: %s\n%s", what, statement, plan)
			}
			plans = append(plans, plan)
		}
		if index := along[what]; !strings.Contains(strings.Join(plans, "\n"), index) {
			t.Errorf("%s is not read along %s:\n%s", what, index, strings.Join(plans, "\n"))
		}
	}
	if known < 60 {
		t.Errorf("%d statements were explained", known)
	}
}
