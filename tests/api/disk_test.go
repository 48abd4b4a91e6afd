package api_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"fortnight/db/dbtest"
)

// F17, I3 to I7: a database whose disk is full refuses what it cannot keep, in words that say to come back, and what it had answered stays; with room
// again all goes on without a restart, and a run that was under way comes to its one end.
func TestF17FullDisk(t *testing.T) {
	t.Parallel()
	own, disk, none := dbtest.NewOnDisk(t)
	if none != nil {
		t.Skip("a disk that can be full has to be mounted: ", none)
	}
	w := newWorld(t, func(w *world) { w.own = own }, journalled(&journal{}))
	c := w.athlete(t)
	c.plan(t, vars{"seed": 1})
	calendar := c.calendar(t)
	must(t, disk.Fill())
	free := func() { must(t, disk.Free()) }
	t.Cleanup(free)
	const create = `mutation($text: String!) { createWorkout(input: {title: "Easy", description: $text, sport: RIDE, focus: ENDURANCE, tags: [], blocks: [{
		name: "Main", sport: RIDE, repeats: 1, steps: [{endurance: {end: {seconds: 3600}, target: {threshold: {start: 0.6}}}}]}]}) { workout { id } } }`
	kept := 0
	for end := time.Now().Add(patience); ; {
		a := c.answer(t, create, vars{"text": strings.Repeat("Along the river and back. ", 60)})
		if a.code() == "UNAVAILABLE" {
			break
		}
		if a.code() != "" || time.Now().After(end) {
			t.Fatalf("behind %d workouts that were kept: %s", kept, a.body)
		}
		kept++
	}
	t.Logf("%d workouts were kept on the full disk", kept)
	a := c.answer(t, `mutation($input: GeneratePlanInput!) { generatePlan(input: $input) { run { id } } }`, vars{"input": vars{"idempotencyKey": "full", "seed": 2, "apply": false}})
	if code := a.code(); code != "" && code != "UNAVAILABLE" {
		t.Errorf("a run is answered %s", a.body)
	}
	free()
	c.back(t)
	if got := c.calendar(t); got != calendar {
		t.Errorf("the calendar was\n%s\nand is\n%s", calendar, got)
	}
	run := c.generateUntilAnswered(t, vars{"idempotencyKey": "full", "seed": 2, "apply": false})
	whole(t, c.subscribe(t, overSocket, run, 0).rest(t), 1)
	if enough := w.text(t, `SELECT (count(*) >= $2)::text FROM workouts WHERE owner_id = $1 AND title = 'Easy'`, c.id, kept); enough != "true" {
		t.Errorf("%d workouts were answered, and fewer are there", kept)
	}
	if status, _ := w.readiness(t); status != http.StatusOK {
		t.Errorf("with room again, /readyz says %d", status)
	}
}
