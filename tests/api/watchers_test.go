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

// change changes a day with a session, does something meanwhile, and returns how long it took until all were told.
func (w *watchers) change(day string, locked bool, meanwhile func()) time.Duration {
	w.t.Helper()
	w.told.Add(len(w.streams))
	want := `"date":"` + day + `","locked":false`
	if locked {
		want = `"date":"` + day + `","locked":true`
	}
	w.awaits.Store(want)
	began := time.Now()
	w.c.lock(w.t, day, locked)
	meanwhile()
	all := make(chan struct{})
	go func() { w.told.Wait(); close(all) }()
	select {
	case <-all:
	case <-time.After(2 * patience):
		w.t.Fatal("not all watchers are told of a change")
	}
	return time.Since(began)
}

// However many watch a calendar, a change of it is read once for all of them, and none has a goroutine of the server beside the one that reads.
func TestManyWatchersOfOneCalendar(t *testing.T) {
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
	alone.change(day, true, func() {})
	forOne := statements.Load()
	long := os.Getenv("LONG") != ""
	idle := time.Duration(0)
	if long {
		idle = other.p99(t, 400)
	}
	before := runtime.NumGoroutine()
	all := watchCalendar(t, c, many)
	w.until(t, "a watcher has a goroutine of the server and one of the test", func() bool {
		return runtime.NumGoroutine()-before < 2*many+many/5
	})
	statements.Store(0)
	took := all.change(day, false, func() {})
	forAll := statements.Load()
	t.Logf("%d watchers were told within %s; statements for one %d, for all %d", many, took, forOne, forAll)
	if forOne == 0 || forAll > 5*forOne { // a change may be told of in parts
		t.Errorf("a change takes %d statements for one watcher, and %d for %d", forOne, forAll, many)
	}
	if !long {
		return
	}
	var busy []time.Duration
	for n := range 20 {
		took = min(took, all.change(day, n%2 == 0, func() { busy = append(busy, other.times(t, 20)...) }))
	}
	slices.Sort(busy)
	p99 := busy[len(busy)*99/100]
	t.Logf("the quickest of 21 changes was told to all within %s; p99 of me %s, and %s without watchers", took, p99, idle)
	if took > time.Second || p99 > 5*idle {
		t.Errorf("the last is told after %s; p99 of me is %s, and %s without watchers", took, p99, idle)
	}
}

// times are how long each of so many requests for oneself takes.
func (c *client) times(t testing.TB, many int) (took []time.Duration) {
	t.Helper()
	for range many {
		began := time.Now()
		c.ask(t, `{me{id}}`, nil, new(any))
		took = append(took, time.Since(began))
	}
	return took
}

// p99 is what 99 of 100 requests for oneself take at most, one after the other.
func (c *client) p99(t testing.TB, many int) time.Duration {
	t.Helper()
	took := c.times(t, many)
	slices.Sort(took)
	return took[many*99/100]
}
