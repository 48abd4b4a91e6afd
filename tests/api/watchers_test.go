package api_test

import (
	"bytes"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// watchers are sockets that watch one calendar, and what they have been told.
type watchers struct {
	t       *testing.T
	c       *client
	streams []*stream
	told    sync.WaitGroup // of the day that is awaited
	awaits  atomic.Value   // text of the answer that is awaited
	reading sync.WaitGroup
}

// watchCalendar opens so many, each of which has been told of a change when it returns.
func watchCalendar(t *testing.T, c *client, many int) *watchers {
	t.Helper()
	w := &watchers{t: t, c: c}
	for range many {
		s, err := overSocket(t.Context(), c, `subscription { calendarChanged(days: 5) { days { date locked sessions { id workout { title } } } } }`, nil)
		must(t, err)
		w.streams = append(w.streams, s)
	}
	t.Cleanup(func() {
		for _, s := range w.streams {
			_ = s.conn.Close()
		}
		w.reading.Wait()
	})
	opened := make(chan int, many)
	for n, s := range w.streams {
		w.reading.Go(func() {
			seen, message := "", bytes.Buffer{} // and not decoded: that would cost this process more than telling them does
			for first := true; ; first = false {
				_ = s.socket.SetReadDeadline(time.Now().Add(4 * patience))
				_, from, err := s.socket.NextReader()
				if message.Reset(); err == nil {
					_, err = message.ReadFrom(from)
				}
				if err != nil {
					return
				}
				if first {
					opened <- n
				}
				if awaited, _ := w.awaits.Load().(string); awaited != seen && bytes.Contains(message.Bytes(), []byte(awaited)) && bytes.Contains(message.Bytes(), []byte(`"title"`)) {
					seen = awaited
					w.told.Done()
				}
			}
		})
	}
	day := today.AddDays(2).String()
	for open, end := 0, time.Now().Add(2*patience); open < many; {
		c.lock(t, day, true)
		c.lock(t, day, false)
		for wait := time.After(100 * time.Millisecond); open < many && wait != nil; {
			select {
			case <-opened:
				open++
			case <-wait:
				wait = nil
			}
		}
		if time.Now().After(end) {
			t.Fatalf("%d of %d watchers are told of a change", open, many)
		}
	}
	return w
}

// lock locks a day or unlocks it.
func (c *client) lock(t testing.TB, day string, locked bool) {
	t.Helper()
	act := "unlockDay"
	if locked {
		act = "lockDay"
	}
	c.ask(t, `mutation($day: Date!) { `+act+`(input: {date: $day}) { day { locked } } }`, vars{"day": day}, new(any))
}

// change changes a day with a session, does something until all have been told, and returns how long that took.
func (w *watchers) change(day string, locked bool, meanwhile func(told <-chan struct{})) time.Duration {
	w.t.Helper()
	w.told.Add(len(w.streams))
	want := `"date":"` + day + `","locked":false`
	if locked {
		want = `"date":"` + day + `","locked":true`
	}
	w.awaits.Store(want)
	began := time.Now()
	all := make(chan time.Duration, 1)
	told := make(chan struct{})
	go func() { w.told.Wait(); all <- time.Since(began); close(told) }()
	w.c.lock(w.t, day, locked)
	meanwhile(told)
	select {
	case took := <-all:
		return took
	case <-time.After(2 * patience):
		w.t.Fatal("not all watchers are told of a change")
	}
	return 0
}

// However many watch a calendar, a change of it is read once for all of them, and none has a goroutine of the server beside the one that reads.
func TestManyWatchersOfOneCalendar(t *testing.T) {
	raced(t)
	t.Parallel()
	many := 300
	if os.Getenv("LONG") != "" {
		many = 2000
	}
	var statements atomic.Int64 // on what a watcher is told of
	w := newWorld(t, func(w *world) {
		w.observe = func(statement string, _ time.Duration, _ error) {
			if strings.Contains(statement, "planned_sessions") || strings.Contains(statement, "day_locks") {
				statements.Add(1)
			}
		}
	})
	c, other := w.user(t, "ATHLETE"), w.user(t, "ATHLETE")
	c.schedule(t, c.id, c.libraryWorkout(t, vars{"sports": []string{"RUN"}}), today.AddDays(1), "07:00")
	day := today.AddDays(1).String()
	alone := watchCalendar(t, c, 1)
	statements.Store(0)
	alone.change(day, true, func(<-chan struct{}) {})
	forOne := statements.Load()
	before := runtime.NumGoroutine()
	all := watchCalendar(t, c, many)
	w.until(t, "a watcher has a goroutine of the server and one of the test", func() bool {
		return runtime.NumGoroutine()-before < 2*many+many/5
	})
	statements.Store(0)
	took := all.change(day, false, func(<-chan struct{}) {})
	forAll := statements.Load()
	t.Logf("%d watchers were told within %s; statements for one %d, for all %d", many, took, forOne, forAll)
	if forOne == 0 || forAll > 5*forOne { // a change may be told of in parts
		t.Errorf("a change takes %d statements for one watcher, and %d for %d", forOne, forAll, many)
	}
	if os.Getenv("LONG") != "" {
		for n := range 20 {
			took = min(took, all.change(day, n%2 == 0, func(<-chan struct{}) {}))
		}
		if took > time.Second {
			t.Errorf("the last of %d is told after %s, at the best of 21 times", many, took)
		}
	}
	// Others ask meanwhile, as often as they asked before it, when nothing changed: the two take turns on the same machine. What a change did to
	// others it would do to them each time.
	var idle, busy time.Duration
	for n := range 20 {
		idle = slices.Max(other.times(t, 50, nil))
		busy = slices.Max(other.duringChange(t, all, day, n%2 == 0))
		if t.Logf("me took %s at most, and %s while %d were told", idle, busy, many); busy <= 5*max(idle, time.Millisecond) {
			return
		}
	}
	t.Errorf("while a change is told me takes %s, and %s before it, each of 20 times", busy, idle)
}

// duringChange are how long requests for oneself take while watchers are told of a change.
func (c *client) duringChange(t *testing.T, all *watchers, day string, locked bool) (took []time.Duration) {
	t.Helper()
	all.change(day, locked, func(told <-chan struct{}) { took = c.times(t, 50, told) })
	return took
}

// times are how long each of so many requests for oneself takes, one after the other: of those that begin before an end, and one at least.
func (c *client) times(t testing.TB, most int, end <-chan struct{}) (took []time.Duration) {
	t.Helper()
	for range most {
		began := time.Now()
		c.ask(t, `{me{id}}`, nil, new(any))
		took = append(took, time.Since(began))
		select {
		case <-end:
			return took
		default:
		}
	}
	return took
}
