package api_test

import (
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// However many watch a calendar, a change of it is told to all of them within a second, and others are answered meanwhile.
func TestManyWatchersOfOneCalendar(t *testing.T) {
	t.Parallel()
	const watchers = 300
	w := newWorld(t)
	c, other := w.user(t, "ATHLETE"), w.user(t, "ATHLETE")
	c.schedule(t, c.id, c.libraryWorkout(t, vars{"sports": []string{"RUN"}}), today.AddDays(1), "07:00")
	day := today.AddDays(1).String()
	var told, ready sync.WaitGroup
	running := runtime.NumGoroutine()
	var streams []*stream
	var mu sync.Mutex
	var last time.Time
	for range watchers {
		s, err := overSocket(t.Context(), c, `subscription { calendarChanged(days: 3) { date locked sessions { id workout { title } } } }`, nil)
		must(t, err)
		t.Cleanup(func() { _ = s.conn.Close() })
		streams = append(streams, s)
	}
	time.Sleep(500 * time.Millisecond) // until the last subscription watches
	if each := float64(runtime.NumGoroutine()-running) / watchers; each > 1.2 {
		t.Errorf("each of %d watchers has %.1f goroutines", watchers, each)
	}
	for n, s := range streams {
		ready.Add(1)
		told.Go(func() {
			ready.Done()
			a, err := s.receive()
			if err != nil || !strings.Contains(a.body, day) || !strings.Contains(a.body, `"title"`) {
				t.Errorf("watcher %d: %s, %v", n, a.body, err)
			}
			mu.Lock()
			defer mu.Unlock()
			last = time.Now()
		})
	}
	ready.Wait()
	reads := func() string {
		return w.text(t, `SELECT coalesce(sum(seq_scan + coalesce(idx_scan, 0)), 0)::text FROM pg_stat_user_tables WHERE relname = 'planned_sessions'`)
	}
	before, began := reads(), time.Now()
	c.ask(t, `mutation($day: Date!) { lockDay(input: {date: $day}) { day { locked } } }`, vars{"day": day}, new(any))
	var slowest time.Duration
	for range 5 {
		asked := time.Now()
		other.ask(t, `{me{id}}`, nil, new(any))
		slowest = max(slowest, time.Since(asked))
	}
	told.Wait()
	t.Logf("%d watchers were told within %s, me took %s at most; scans of sessions %s, then %s", watchers, last.Sub(began), slowest, before, reads())
	if last.Sub(began) > time.Second || slowest > time.Second {
		t.Errorf("the last was told after %s, me took %s", last.Sub(began), slowest)
	}
}
