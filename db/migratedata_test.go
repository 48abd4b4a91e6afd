package db_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"fortnight/db/dbtest"
	"fortnight/planner/runs"
	"fortnight/training"
	"fortnight/wish"
)

// migrateBefore runs the migrations before one, and returns what that one does.
func migrateBefore(t *testing.T, url, name string) string {
	t.Helper()
	files, err := filepath.Glob("migrations/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d migrations, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(file) == name {
			return string(text)
		}
		execute(t, url, string(text))
	}
	t.Fatalf("there is no migration %s", name)
	return ""
}

// 12 §1: a fitness that was stated before it had a date is as of the day on which the account was opened.
func TestStatedFitnessOfOldHasADate(t *testing.T) {
	url := dbtest.EmptyURL(t)
	migration := migrateBefore(t, url, "20261129003000_dated_fitness.sql")
	execute(t, url, `INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, starting_fitness, one_rep_maxes,
			availability, date_availability, created_at)
		SELECT gen_random_uuid(), 'Jo', n || '@example.com', 'x', 'ATHLETE', 'NOVICE', 'UTC', 'HYBRID', nullif(n, 0) * 20, '[]', '[]', '[]',
			'2026-10-03 23:30:00+02' FROM generate_series(0, 1) AS n`)
	execute(t, url, migration)
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var got string
	err = conn.QueryRow(context.Background(), `SELECT string_agg(coalesce(starting_fitness || ' on ' || starting_fitness_on, 'none'), ', ' ORDER BY email)
		FROM users`).Scan(&got)
	if err != nil || got != "none, 20 on 2026-10-03" {
		t.Errorf("got %q, %v", got, err)
	}
}

// Thresholds of before their days were kept hold since they were measured, else since the account was opened.
func TestThresholdsOfOldHaveADay(t *testing.T) {
	url := dbtest.EmptyURL(t)
	migration := migrateBefore(t, url, "20261130053000_threshold_history.sql")
	execute(t, url, `INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, ftp_watts, threshold_seconds_per_kilometer,
			thresholds_measured_on, one_rep_maxes, availability, date_availability, created_at)
		SELECT gen_random_uuid(), 'Jo', n || '@example.com', 'x', 'ATHLETE', 'NOVICE', 'UTC', 'HYBRID', nullif(n, 0) * 125, CASE n WHEN 2 THEN 300 END,
			CASE n WHEN 2 THEN date '2026-11-03' END,
			CASE n WHEN 2 THEN '[{"exerciseId": "back-squat", "kilograms": 120.5, "measuredOn": "2026-11-10"}]' ELSE '[]' END::jsonb, '[]', '[]',
			'2026-10-03 23:30:00+02' FROM generate_series(0, 2) AS n`)
	execute(t, url, migration)
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	for email, want := range map[string][]training.KnownThreshold{
		"0@example.com": {},
		"1@example.com": {{Kind: training.KindFTP, Value: pointer(125.0), On: 20729}},
		"2@example.com": {
			{Kind: training.KindOneRepMax, ExerciseID: "back-squat", Value: pointer(120.5), On: 20767},
			{Kind: training.KindFTP, Value: pointer(250.0), On: 20760}, {Kind: training.KindThresholdPace, Value: pointer(300.0), On: 20760},
		},
	} {
		var stored []byte
		if err := conn.QueryRow(t.Context(), "SELECT threshold_history FROM users WHERE email = $1", email).Scan(&stored); err != nil {
			t.Fatal(err)
		}
		var got []training.KnownThreshold
		if err := json.Unmarshal(stored, &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %s, %v", email, stored, err)
		}
	}
}

// An athlete, an event, a session and a run from before planning knew of goals and equipment are read as ones of which none of that is known.
func TestRowsFromBeforePlanningData(t *testing.T) {
	url := dbtest.EmptyURL(t)
	migration := migrateBefore(t, url, "20261129233000_planning_data.sql")
	execute(t, url, `INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, goal, one_rep_maxes, availability, date_availability, created_at)
		VALUES ('00000000-0000-4000-8000-000000000001', 'Jo', 'jo@example.com', 'x', 'ATHLETE', 'NOVICE', 'UTC', 'HYBRID', 'sub 4', '[]', '[]', '[]', '2026-10-03');
		INSERT INTO calendars (athlete_id, revision) SELECT id, 1 FROM users;
		INSERT INTO events (id, athlete_id, name, date, sport, priority, distance_meters)
			SELECT '00000000-0000-4000-8000-000000000002', id, 'Race', '2027-03-01', 'RUN', 'A', 42195 FROM users;
		INSERT INTO workouts (id, owner_id, title, description, sport, focus, tags, tag_words, body, duration_seconds, tss, load_method, intensity_factor,
			lower_body_load, hard_leg_sets, zone_seconds, exercise_ids, by_distance, content_hash, revision, created_at, updated_at)
			SELECT '00000000-0000-4000-8000-000000000003', id, 'Run', '', 'RUN', 'ENDURANCE', '{}', '', '{}', 60, 1, 'QUADRATIC', 0.7, 1, 0, '{0,0,0,0,0,0,0}', '{}', false,
			sha256(''), 1, now(), now() FROM users;
		INSERT INTO planned_sessions (id, athlete_id, date, start, workout_id, status, key, key_flagged, result_duration_seconds, result_tss, completed_at, created_at, updated_at)
			SELECT '00000000-0000-4000-8000-000000000004', id, '2026-11-24', '07:00', '00000000-0000-4000-8000-000000000003', 'COMPLETED', false, false, 3600, 40,
			'2026-11-24', now(), now() FROM users;
		INSERT INTO plan_runs (id, athlete_id, requested_by, from_date, days, wish, engine, keep_planned, apply, seed, status, created_at, applied, event_count,
			cancel_requested, token, attempts)
			SELECT '00000000-0000-4000-8000-000000000005', id, id, '2026-11-26', 14, '', 'SOLVER', false, true, 1, 'QUEUED', now(), false, 0, false, 0, 0 FROM users`)
	execute(t, url, migration)
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var got string
	err = conn.QueryRow(t.Context(), `SELECT concat_ws(' ', u.goal, u.training_goal, u.height_centimeters, u.strength_experience_months, u.sport_experience_months, u.longest_sessions,
			u.weekly_hours, u.sessions_per_week, u.conditions, coalesce(u.equipment::text, 'unknown'), coalesce(u.stations::text, 'unknown'), u.equipment_on_dates,
			e.distance_meters, e.format, e.expected_seconds, e.ascent_meters, s.result_tss, s.result_completed_share, r.seed, r.goal)
		FROM users AS u, events AS e, planned_sessions AS s, plan_runs AS r`).Scan(&got)
	if want := "sub 4 [] [] {} unknown unknown [] 42195 40 1"; err != nil || got != want {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
}

// What ends after so much work or so many calories takes as long as the athlete does, whenever it was written.
func TestWorkOfOldIsTimedByTheAthlete(t *testing.T) {
	url := dbtest.EmptyURL(t)
	migration := migrateBefore(t, url, "20261129234500_timed_by_athlete.sql")
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	note := `"end":{"kind":"UNTIL_WORK"`
	step := func(end training.End) training.EnduranceStep {
		return training.EnduranceStep{StepText: training.StepText{Notes: &note}, End: end, Target: training.AtThreshold(0.7)}
	}
	for title, end := range map[string]training.End{
		"work": {Kind: training.EndWork, Seconds: 60, Value: 10}, "calories": {Kind: training.EndCalories, Seconds: 60, Value: 10}, "time": training.After(60),
	} {
		body, err := training.EncodeBlocks([]training.Block{{Name: "x", Sport: training.Row, Repeats: 1, Steps: training.Steps{step(end)}}})
		if err != nil {
			t.Fatal(err)
		}
		_, err = conn.Exec(t.Context(), `INSERT INTO workouts (id, title, description, sport, focus, tags, tag_words, body, duration_seconds, tss, load_method, intensity_factor,
			lower_body_load, hard_leg_sets, zone_seconds, exercise_ids, by_distance, content_hash, revision, created_at, updated_at)
			VALUES (gen_random_uuid(), $1, '', 'ROW', 'ENDURANCE', '{}', '', $2, 60, 1, 'NORMALIZED_POWER', 0.7, 1, 0, '{0,0,0,0,0,0,0}', '{}', false, sha256(''), 1, now(), now())`,
			title, string(body))
		if err != nil {
			t.Fatal(err)
		}
	}
	execute(t, url, migration)
	var got string
	err = conn.QueryRow(t.Context(), `SELECT string_agg(title || ' ' || by_distance, ', ' ORDER BY title) FROM workouts`).Scan(&got)
	if want := "calories true, time false, work true"; err != nil || got != want {
		t.Errorf("got %q, want %q, %v", got, want, err)
	}
}

// What was read of wishes before there were limits and gates is read as these.
func TestWishesOfOldAreReadAsTheyAreNow(t *testing.T) {
	url := dbtest.EmptyURL(t)
	migration := migrateBefore(t, url, "20261130040000_restrictions.sql")
	execute(t, url, `INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, one_rep_maxes, availability, date_availability, created_at)
		VALUES ('00000000-0000-4000-8000-000000000001', 'Jo', 'jo@example.com', 'x', 'ATHLETE', 'NOVICE', 'UTC', 'HYBRID', '[]', '[]', '[]', '2026-10-03');
		INSERT INTO plan_runs (id, athlete_id, requested_by, from_date, days, wish, engine, keep_planned, apply, seed, status, created_at, applied, event_count,
			cancel_requested, token, attempts, progress)
			SELECT '00000000-0000-4000-8000-000000000005', id, id, '2026-11-26', 14, '', 'SOLVER', false, true, 1, 'QUEUED', now(), false, 1, false, 0, 0,
			'{"wishes": [{"kind": "UNWELL", "dates": ["2026-11-26"], "quote": "fever"}]}' FROM users;
		INSERT INTO plan_events (run_id, sequence, kind, stage, at, message, payload) SELECT id, 1, 'WishRead', 'ANALYZE', now(), 'x',
			'{"wishes": [{"kind": "MAX_MINUTES", "dates": ["2026-11-26"], "minutes": 45, "quote": "max 45"}, {"kind": "REST", "dates": ["2026-11-27"], "quote": "rest"}],
			"notUnderstood": []}' FROM plan_runs`)
	execute(t, url, migration)
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var event, progress string
	if err := conn.QueryRow(t.Context(), "SELECT (e.payload -> 'wishes')::text, (r.progress -> 'wishes')::text FROM plan_events AS e, plan_runs AS r").Scan(&event, &progress); err != nil {
		t.Fatal(err)
	}
	var told, recorded wish.Wishes
	if err := json.Unmarshal([]byte(event), &told); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(progress), &recorded); err != nil {
		t.Fatal(err)
	}
	if len(told) != 2 || told[0].Kind != wish.Limit || told[0].Bound != wish.AtMost || told[0].Per != wish.PerDay || told[0].Minutes != 45 || told[1].Kind != wish.Rest {
		t.Errorf("%+v", told)
	}
	if len(recorded) != 1 || recorded[0].Kind != wish.Gate || recorded[0].Condition != training.IllBelowNeck {
		t.Errorf("%+v", recorded)
	}
}

// Runs of old are read as they were: with their events, which know their athlete, their certificate, which is kept once, and their progress. The next
// run gets a number behind them.
func TestRunsOfOldAreKeptByAthleteAndPacked(t *testing.T) {
	const athlete, run = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000005"
	url := dbtest.EmptyURL(t)
	byAthlete := migrateBefore(t, url, "20261130110000_by_athlete.sql")
	execute(t, url, `INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, one_rep_maxes, availability, date_availability, created_at)
		VALUES ('`+athlete+`', 'Jo', 'jo@example.com', 'x', 'ATHLETE', 'NOVICE', 'UTC', 'HYBRID', '[]', '[]', '[]', '2026-10-03');
		INSERT INTO calendars (athlete_id, revision) VALUES ('`+athlete+`', 1);
		INSERT INTO plan_runs (id, athlete_id, requested_by, from_date, days, wish, engine, keep_planned, apply, seed, status, created_at, finished_at, applied, event_count,
			cancel_requested, token, attempts, progress, certificate, proposal)
			SELECT '`+run+`', id, id, '2026-11-26', 14, '', 'SOLVER', false, true, 1, 'SUCCEEDED', now(), now(), false, 2, false, 1, 1,
			'{"stage": "COMMIT"}', '{"verdict": "FEASIBLE", "hash": "abc", "checks": []}', '[]' FROM users;
		INSERT INTO plan_events (run_id, sequence, kind, stage, at, message, payload) SELECT id, 1, 'StageStarted', 'ANALYZE', now(), 'x', '{"attempt": 1}' FROM plan_runs;
		INSERT INTO plan_events (run_id, sequence, kind, stage, at, message, payload) SELECT id, 2, 'RunSucceeded', 'COMMIT', now(), 'x',
			'{"applied": true, "certificate": {"verdict": "FEASIBLE", "hash": "abc", "checks": []}}' FROM plan_runs`)
	execute(t, url, byAthlete)
	packed, err := os.ReadFile("migrations/20261130120000_packed_runs.sql")
	if err != nil {
		t.Fatal(err)
	}
	execute(t, url, string(packed))
	d := open(t, url)
	for _, when := range []string{"moved", "folded"} {
		events, err := eventsOf(t.Context(), d, athlete, run)
		if err != nil || len(events) != 2 || events[0].Head().AthleteID != athlete {
			t.Fatalf("%s: %d events, %v", when, len(events), err)
		}
		if last, is := events[1].(*runs.RunSucceeded); !is || !last.Applied || last.Certificate.Hash != "abc" || last.Certificate.Verdict != "FEASIBLE" {
			t.Errorf("%s: the last is %+v", when, events[1])
		}
		of, progress, err := d.RunProgress(t.Context(), athlete, run)
		certificate, fault := of.Certificate()
		if err != nil || fault != nil || string(progress) != `{"stage": "COMMIT"}` || certificate == nil || certificate.Hash != "abc" {
			t.Errorf("%s: %s, %+v, %v, %v", when, progress, certificate, err, fault)
		}
		if n, err := d.FoldRuns(t.Context(), time.Now().Add(time.Minute)); err != nil || (n == 1) != (when == "moved") {
			t.Errorf("%s: %d are folded, %v", when, n, err)
		}
	}
	next, err := d.CreateRun(t.Context(), runs.Request{AthleteID: athlete, RequestedBy: athlete, From: training.DateOf(time.Now()) + 1, Days: 14, Engine: runs.Solver, Candidates: 1})
	if err != nil {
		t.Fatal(err)
	}
	var number [2]int64
	err = d.Pool().QueryRow(t.Context(), "SELECT (SELECT number FROM plan_runs WHERE id = $1), (SELECT number FROM plan_runs WHERE id = $2)", run, string(next.ID)).Scan(&number[0], &number[1])
	if err != nil || number[1] <= number[0] {
		t.Errorf("numbers %v, %v", number, err)
	}
}

// What was cleared before there were endings was over, on the athlete's day of that instant; what holds has none.
func TestRestrictionsOfOldAreOver(t *testing.T) {
	url := dbtest.EmptyURL(t)
	migration := migrateBefore(t, url, "20261130195000_endings.sql")
	execute(t, url, `INSERT INTO users (id, name, email, password_hash, role, level, time_zone, one_rep_maxes, availability, date_availability, created_at)
		VALUES ('00000000-0000-4000-8000-000000000001', 'Jo', 'jo@example.com', 'x', 'ATHLETE', 'NOVICE', 'Pacific/Auckland', '[]', '[]', '[]', '2026-10-03');
		INSERT INTO restrictions (id, athlete_id, condition, source, words, said_on, cleared_at, statement)
		VALUES ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'HURT_KNEE', 'WISH', 'knee', '2026-11-02', '2026-11-20T20:00:00Z', 'fine'),
			('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', 'HURT_KNEE', 'WISH', 'knee', '2026-11-22', NULL, NULL)`)
	execute(t, url, migration)
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var got string
	err = conn.QueryRow(t.Context(), `SELECT string_agg(concat_ws(' ', said_on, coalesce(cleared_on::text, '-'), coalesce(ending::text, '-'), coalesce(since::text, '-')), ', ' ORDER BY said_on) FROM restrictions`).Scan(&got)
	if want := "2026-11-02 2026-11-21 OVER -, 2026-11-22 - - -"; err != nil || got != want {
		t.Errorf("got %q, want %q, %v", got, want, err)
	}
}

// What a calendar was changed by with a key, when the key stood beside the change, is answered by that key.
func TestKeysOfChangesOfOldAnswer(t *testing.T) {
	url := dbtest.EmptyURL(t)
	migration := migrateBefore(t, url, "20261130231200_notes_and_answers.sql")
	execute(t, url, `INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, one_rep_maxes, availability, date_availability, created_at)
		VALUES ('00000000-0000-4000-8000-000000000001', 'Jo', 'jo@example.com', 'x', 'ATHLETE', 'NOVICE', 'UTC', 'HYBRID', '[]', '[]', '[]', '2026-10-03 23:30:00+02')`)
	execute(t, url, `INSERT INTO calendar_changes (id, athlete_id, revision, act, made_by, made_at, images, idempotency_key)
		SELECT gen_random_uuid(), '00000000-0000-4000-8000-000000000001', n, 'CHANGE_CALENDAR', CASE n WHEN 3 THEN NULL ELSE '00000000-0000-4000-8000-000000000001'::uuid END, '2026-11-30 12:00:00Z',
			'{"sessions": [{"before": {"id": "a", "date": "2026-11-30"}, "after": {"id": "a", "date": "2026-12-01"}}, {"before": {"id": "b", "date": "2026-12-02"}}, {"after": {"id": "c", "date": "2026-12-03"}}]}',
			CASE n WHEN 2 THEN NULL ELSE 'drag ' || n END FROM generate_series(1, 3) AS n`)
	execute(t, url, migration)
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var got string
	err = conn.QueryRow(t.Context(), `SELECT string_agg(idempotency_key || ' ' || (answer -> 'sessions')::text || ' ' || (answer -> 'removed')::text || ' ' || (answer -> 'days')::text || ' ' || (request IS NULL), '; ')
		FROM answered_requests`).Scan(&got)
	if want := `drag 1 ["a", "c"] ["b"] ["2026-12-01", "2026-11-30", "2026-12-02", "2026-12-03"] true`; err != nil || got != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}
