package api_test

import (
	"reflect"
	"strconv"
	"testing"
	"time"
)

// stored are the bytes that a run keeps: its row with all that stands beside it, and its events.
func (w *world) stored(t *testing.T, run string) int {
	t.Helper()
	text := w.text(t, `SELECT (pg_column_size(r.*) + coalesce((SELECT sum(pg_column_size(e.*)) FROM plan_events AS e WHERE e.run_id = r.id), 0))::text
		FROM plan_runs AS r WHERE id = $1`, run)
	n, err := strconv.Atoi(text)
	must(t, err)
	return n
}

// A run stores 40 KiB at most once its events are folded, and says all that it did: to a reader, to a subscriber from anywhere, and by each id.
func TestFoldedRunSaysTheSame(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.athlete(t)
	run, events := c.plan(t, vars{})
	whole(t, events, 1)
	before := w.stored(t, run)
	ids := make([]string, len(events))
	for i, e := range events {
		ids[i] = e.ID
	}
	nodes := c.nodesAtOnce(t, ids[:min(100, len(ids))])
	if n, err := w.db.FoldRuns(t.Context(), w.now().Add(-time.Hour)); n != 0 || err != nil {
		t.Errorf("%d runs were folded before their time, %v", n, err)
	}
	if n, err := w.db.FoldRuns(t.Context(), w.now().Add(time.Second)); n != 1 || err != nil {
		t.Fatalf("%d runs were folded, %v", n, err)
	}
	t.Logf("%d events: %d bytes, folded %d", len(events), before, w.stored(t, run))
	if size := w.stored(t, run); size > 40<<10 || before > 105_000 {
		t.Errorf("a run stores %d bytes, folded %d, want 105,000 and 40 KiB at most", before, size)
	}
	if n := w.text(t, "SELECT count(*)::text FROM plan_events WHERE run_id = $1", run); n != "0" {
		t.Errorf("%s events are still rows", n)
	}
	for _, after := range []int{0, 5, len(events) - 1} {
		if again := c.subscribe(t, overSocket, run, after).rest(t); !reflect.DeepEqual(again, events[after:]) {
			t.Errorf("after %d a subscriber is told something else", after)
		}
	}
	if rest := c.subscribe(t, overSocket, run, len(events)).rest(t); len(rest) != 0 {
		t.Errorf("after the last come %d", len(rest))
	}
	if again := c.nodesAtOnce(t, ids[:min(100, len(ids))]); !reflect.DeepEqual(again, nodes) {
		t.Error("ids name something else")
	}
	calendar := c.calendar(t)
	if n, err := w.db.DeleteRuns(t.Context(), w.now().Add(time.Second)); n != 1 || err != nil {
		t.Fatalf("%d runs were deleted, %v", n, err)
	}
	c.refused(t, "NOT_FOUND", `query($run: ID!) { planRun(id: $run) { id } }`, vars{"run": run})
	if w.text(t, "SELECT (count(*) > 7)::text FROM planned_sessions WHERE athlete_id = $1 AND run_id IS NULL", c.id) != "true" {
		t.Errorf("its sessions do not stay: the calendar was %.200s", calendar)
	}
}
