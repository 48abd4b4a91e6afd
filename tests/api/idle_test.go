package api_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"testing"
	"time"

	"fortnight/db/dbtest"
	"fortnight/training"
)

// Thousands who only wait cost a server little memory, and all are told of a change soon. An athlete and coaches watch her calendar, each as often
// as an account may, half of them over WebSocket and half as server-sent events: with LONG=1 ten thousand, all of whom are told within a second. Of three changes
// the one counts that was told soonest: what else the machine does is not the server's.
func TestF26IdleSubscribers(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("reads /proc")
	}
	t.Parallel()
	accounts, each, most := 2, 400, 40 // kB of a subscriber: the fewer there are, the more of the server's own counts with them
	soon := 10 * time.Second           // beside other tests
	if os.Getenv("LONG") != "" {
		accounts, each, most, soon = 5, 1980, 12, time.Second // by itself
	}
	p := serve(t, build(t), dbtest.URL(t), t.TempDir())
	w := &world{url: p.url}
	athlete := w.user(t, training.RoleAthlete)
	watchers := []*client{athlete}
	for range accounts - 1 {
		coach := w.user(t, training.RoleCoach)
		athlete.grants(t, coach)
		watchers = append(watchers, coach)
	}
	var first []*stream
	for _, c := range watchers { // what is made at the first time is not a subscriber's
		first = append(first, watchBothWays(t, c, athlete.id, 20)...)
	}
	time.Sleep(time.Second)
	before := resident(t, p.cmd.Process.Pid)
	var streams []*stream
	for _, c := range watchers {
		streams = append(streams, watchBothWays(t, c, athlete.id, each)...)
	}
	time.Sleep(2 * time.Second)
	after := resident(t, p.cmd.Process.Pid)
	of := (after - before) / len(streams)
	everybody := append(first, streams...)
	told := time.Hour
	for n := range 3 {
		told = min(told, athlete.lockTellsAll(t, training.DateOf(time.Now()).AddDays(2), n%2 == 0, everybody))
	}
	t.Logf("%d subscribers: %d kB each (%d MB, then %d MB); all %d told within %s", len(streams), of, before>>10, after>>10, len(everybody), told)
	if of > most {
		t.Errorf("a subscriber costs %d kB, want %d at most", of, most)
	}
	if told > soon {
		t.Errorf("the last was told after %s, want %s at most", told, soon)
	}
}

// lockTellsAll locks a day or unlocks it, and returns how long it takes, from the request on, until everybody has been told.
func (c *client) lockTellsAll(t *testing.T, day training.Date, lock bool, everybody []*stream) time.Duration {
	t.Helper()
	act := "unlockDay"
	if lock {
		act = "lockDay"
	}
	began := time.Now()
	c.ask(t, `mutation($day: Date!) { `+act+`(input: {date: $day}) { day { locked } } }`, vars{"day": day.String()}, new(any))
	for n, s := range everybody {
		for told := false; !told; {
			a, err := s.receive()
			if err != nil || len(a.Data) == 0 {
				t.Fatalf("subscriber %d: %s, %v", n, a.body, err)
			}
			told = bytes.Contains(a.Data, fmt.Appendf(nil, `"date":%q,"locked":%t`, day.String(), lock))
		}
	}
	return time.Since(began)
}

// watchBothWays has so many watch an athlete's calendar, over each transport by turns.
func watchBothWays(t *testing.T, c *client, athlete string, count int) []*stream {
	t.Helper()
	both := []transport{overSocket, overEvents}
	var streams []*stream
	for n := range count {
		s, err := both[n%2](t.Context(), c, `subscription($id: ID!) { calendarChanged(athleteId: $id, days: 5) { days { date locked } } }`, vars{"id": athlete})
		must(t, err)
		t.Cleanup(func() { _ = s.conn.Close() })
		streams = append(streams, s)
	}
	return streams
}

var residentKB = regexp.MustCompile(`VmRSS:\s+(\d+) kB`)

// resident is the memory of a process that is in use, in kB.
func resident(t *testing.T, pid int) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	must(t, err)
	kB, err := strconv.Atoi(residentKB.FindStringSubmatch(string(status))[1])
	must(t, err)
	return kB
}
