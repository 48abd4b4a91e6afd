package db_test

import (
	"crypto/rand"
	"errors"
	"net/url"
	"testing"
	"time"

	"fortnight/auth"
	"fortnight/db/dbtest"
	"fortnight/planner/runs"
)

// clocked is a world whose database goes by a clock that the test puts forward and back: functions that are found before PostgreSQL's own.
func clocked(t *testing.T) *world {
	t.Helper()
	w := newWorld(t)
	for _, sql := range dbtest.Clock {
		w.exec(sql)
	}
	at, err := url.Parse(w.url)
	w.check(err)
	values := at.Query()
	values.Set("search_path", dbtest.ClockPath)
	at.RawQuery = values.Encode()
	w.url = at.String()
	w.db = w.open()
	return w
}

// step puts the database's clock so far from what it is.
func (w *world) step(by time.Duration) {
	w.Helper()
	w.exec("UPDATE clock.put SET by = $1 * interval '1 second'", by.Seconds())
}

// F22: when the clock of the database is put forward or back a run has one worker still: who was heard of last, or who took it since. None stays
// with a worker that is not heard of.
func TestF22LeasesWhenTheClockIsPut(t *testing.T) {
	raced(t)
	w := clocked(t)
	athlete := w.athlete()
	w.run(athlete, athlete, nil)
	claim := func() runs.Lease {
		t.Helper()
		_, _, lease, err := w.db.Claim(w.ctx)
		w.check(err)
		return lease
	}
	lost := func(lease runs.Lease) {
		t.Helper()
		if err := w.db.Record(w.ctx, lease, runs.Recorded{}, &runs.StageStarted{EventHead: head("lost")}); !errors.Is(err, runs.ErrLeaseLost) {
			t.Errorf("a worker that was overtaken writes: %v", err)
		}
	}
	first := claim()
	w.check(w.db.Record(w.ctx, first, runs.Recorded{}, &runs.StageStarted{EventHead: head("one"), Attempt: 1}))
	w.step(2 * time.Hour)
	second := claim()
	lost(first)
	w.step(-2 * time.Hour)
	w.check(w.db.Heartbeat(w.ctx, second)) // who is heard of keeps it
	w.nothingToClaim(w.open())
	w.step(2 * time.Hour)
	w.check(w.db.Heartbeat(w.ctx, second))
	w.step(0) // and is not heard of again
	third := claim()
	lost(second)
	w.check(w.finish(third))
	events, err := eventsOf(w.ctx, w.db, athlete.ID, third.RunID)
	w.check(err)
	if len(events) != 2 || !runs.Terminal(events[1]) || events[1].Head().Sequence != 2 {
		t.Errorf("%d events", len(events))
	}
	if n, err := left(w); err != nil || n != 0 {
		t.Errorf("%d runs have no end: %v", n, err)
	}
}

// F22: whatever the clock of the database says, there is a key that signs, and what it has signed is good.
func TestF22SigningKeysWhenTheClockIsPut(t *testing.T) {
	raced(t)
	w := clocked(t)
	sealing := someKey(t)
	known := func(key auth.Key) {
		t.Helper()
		signs, others := signing(t, w.db, sealing)
		for _, k := range append(others, signs) {
			if k == key {
				return
			}
		}
		t.Error("the tokens of a key are good no more")
	}
	first, _ := signing(t, w.db, sealing)
	for _, by := range []time.Duration{2 * time.Hour, -2 * time.Hour, 0, time.Hour, -30 * time.Second, 0} {
		w.step(by)
		if signs, others := signing(t, w.db, sealing); signs != first || len(others) != 0 {
			t.Errorf("put by %s, another key signs, or there are %d others", by, len(others))
		}
	}
	w.check(w.db.RotateKeys(w.ctx, []auth.Key{sealing}, rand.Reader))
	known(first)
	w.step(-2 * time.Hour)
	if signs, _ := signing(t, w.db, sealing); signs != first {
		t.Error("put back, a key signs that not every process may know")
	}
	w.step(2 * time.Minute)
	if signs, _ := signing(t, w.db, sealing); signs == first {
		t.Error("the next key does not sign when its time has come")
	}
	known(first)
}
