package api_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"fortnight/db/dbtest"
	"fortnight/planner/runs"
)

// clocked has the database of a world go by a clock that the test puts forward and back.
func clocked(w *world) {
	w.way = func(t testing.TB, address string) string {
		t.Helper()
		conn, err := pgx.Connect(t.Context(), address)
		must(t, err)
		for _, sql := range dbtest.Clock {
			_, err := conn.Exec(t.Context(), sql)
			must(t, err)
		}
		must(t, conn.Close(t.Context()))
		at, err := url.Parse(address)
		must(t, err)
		values := at.Query()
		values.Set("search_path", dbtest.ClockPath)
		at.RawQuery = values.Encode()
		return at.String()
	}
}

// F22: while the clock of the database goes forward and back by hours, a run that is under way has one end and its subscriber every event once,
// another one begins and ends, and who was logged in stays so: tokens go by the server's clock alone.
func TestF22I1I2I6RunsWhileTheClockIsPut(t *testing.T) {
	raced(t)
	t.Parallel()
	held := &pause{at: make(chan struct{}, 1), goOn: make(chan struct{})}
	w := newWorld(t, clocked, func(w *world) { w.store = func(s runs.Store) runs.Store { held.Store = s; return held } })
	t.Cleanup(held.end)
	c := w.athlete(t)
	run := c.generate(t, vars{})
	stream := c.subscribe(t, overSocket, run, 0)
	<-held.at
	for _, by := range []time.Duration{2 * time.Hour, -2 * time.Hour, 0, time.Hour, 26 * time.Hour} {
		_, err := w.raw.Exec(t.Context(), "UPDATE clock.put SET by = $1 * interval '1 second'", by.Seconds())
		must(t, err)
		c.isMe(t, c.id)
	}
	held.end()
	whole(t, stream.rest(t), 1)
	again, events := c.plan(t, vars{"seed": 3})
	whole(t, events, 1)
	if again == run {
		t.Error("there is one run")
	}
	w.endedOnce(t, 2)
	c.onePlan(t, w)
}
