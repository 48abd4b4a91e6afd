package api_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"
	"time"
)

// failpoints counts every statement that writes something that belongs to a run, and every commit of one, and ends the connection of the one
// that is armed, as a database does that dies in the middle.
const failpoints = `
CREATE SEQUENCE failpoint_reached MINVALUE 0 START 0;
CREATE TABLE failpoint (armed bigint NOT NULL);
INSERT INTO failpoint VALUES (-1);
CREATE FUNCTION failpoint() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	IF nextval('failpoint_reached') = (SELECT armed FROM failpoint) THEN
		PERFORM pg_terminate_backend(pg_backend_pid());
		PERFORM pg_sleep(10);
	END IF;
	RETURN NULL;
END $$;
DO $$ DECLARE name text; BEGIN
	FOREACH name IN ARRAY ARRAY['plan_runs', 'plan_events', 'planned_sessions', 'day_locks', 'calendars', 'calendar_changes', 'workouts', 'workout_vectors'] LOOP
		EXECUTE format('CREATE TRIGGER failpoint AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION failpoint()', name);
	END LOOP;
END $$;
CREATE CONSTRAINT TRIGGER failpoint_commit AFTER INSERT OR UPDATE ON plan_runs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION failpoint();`

// Wherever the database dies while a run is asked for, worked on and written, the run has one end, its events have no gap, and the calendar is
// as it was or as the run made it.
func TestF02EveryWriteOfARun(t *testing.T) {
	raced(t)
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	_, err := w.raw.Exec(t.Context(), failpoints)
	must(t, err)
	step := 6
	if os.Getenv("LONG") != "" {
		step = 1
	}
	points := w.runWith(t, c, -1)
	if points < 15 {
		t.Fatalf("a run has %d writes", points)
	}
	go w.expireLeases(t.Context())
	for point := 0; w.runWith(t, c, point) > point; point += step {
	}
	if n := w.text(t, "SELECT (count(*) > 0)::text FROM plan_runs WHERE attempts > 1"); n != "true" {
		t.Error("no run was ever begun again: no failpoint was in the middle of one")
	}
	t.Logf("a run has %d writes and commits", points)
}

// runWith has a run meet a failpoint, checks what came of it, and returns how many there were.
func (w *world) runWith(t *testing.T, c *client, point int) (points int) {
	t.Helper()
	_, err := w.raw.Exec(t.Context(), `DELETE FROM planned_sessions WHERE athlete_id = $1 AND run_id IS NOT NULL`, c.id)
	must(t, err)
	_, err = w.raw.Exec(t.Context(), `SELECT setval('failpoint_reached', 0, false)`)
	must(t, err)
	_, err = w.raw.Exec(t.Context(), `UPDATE failpoint SET armed = $1`, point)
	must(t, err)
	run := c.generateUntilAnswered(t, vars{"seed": point + 2, "idempotencyKey": fmt.Sprint("point ", point)})
	whole(t, c.subscribe(t, overSocket, run, 0).rest(t), 1)
	must(t, w.raw.QueryRow(t.Context(), `SELECT last_value FROM failpoint_reached`).Scan(&points))
	for sql, want := range map[string]string{
		"SELECT status FROM plan_runs WHERE id = $1":                                                                         "SUCCEEDED",
		"SELECT count(*)::text FROM plan_events WHERE run_id = $1 AND kind LIKE 'Run%' AND kind <> 'RunStarted'":             "1",
		"SELECT (event_count = (SELECT count(*) FROM plan_events WHERE run_id = r.id))::text FROM plan_runs r WHERE id = $1": "true",
		"SELECT count(*)::text FROM plan_runs WHERE idempotency_key = (SELECT idempotency_key FROM plan_runs WHERE id = $1)": "1",
	} {
		if got := w.text(t, sql, run); got != want {
			t.Errorf("failpoint %d: %s: %s, want %s", point, sql, got, want)
		}
	}
	c.onePlan(t, w)
	return points
}

// expireLeases has the lease of a worker that met the failpoint end at once, where it would be waited for.
func (w *world) expireLeases(ctx context.Context) {
	for ctx.Err() == nil {
		_, _ = w.raw.Exec(ctx, `WITH late AS (UPDATE plan_runs SET lease_until = now() - interval '1 second'
			WHERE status = 'RUNNING' AND attempts = 1 AND (SELECT last_value > armed AND armed >= 0 FROM failpoint_reached, failpoint) RETURNING id)
			SELECT pg_notify('queue', '') FROM late`)
		time.Sleep(20 * time.Millisecond)
	}
}

// generateUntilAnswered asks for a plan under one key until the database has it.
func (c *client) generateUntilAnswered(t *testing.T, input vars) (run string) {
	t.Helper()
	var data struct {
		GeneratePlan struct{ Run struct{ ID string } }
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		err := c.Do(t.Context(), `mutation($input: GeneratePlanInput!) { generatePlan(input: $input) { run { id } } }`, vars{"input": input}, &data)
		if err == nil {
			return data.GeneratePlan.Run.ID
		}
		var refused *refusal
		if !errors.As(err, &refused) || time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
}
