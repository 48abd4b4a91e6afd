package server

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestHeapsGrowToTheLeast(t *testing.T) {
	const mb = 1 << 20
	for _, c := range []struct {
		live, least uint64
		want        int
	}{{32 * mb, 64 * mb, 100}, {16 * mb, 64 * mb, 300}, {20 * mb, 64 * mb, 200}, {100 * mb, 64 * mb, leastGrowth}, {40 * mb, 64 * mb, leastGrowth}, {0, 64 * mb, 2000}, {1 * mb, 8 * mb, 700}} {
		if got := percentFor(c.live, c.least); got != c.want {
			t.Errorf("%d MB of %d grow by %d %%, want %d", c.live/mb, c.least/mb, got, c.want)
		}
	}
}

// Each collection is noticed, not the first alone: what lives decides when the next comes.
func TestCollectionsAreTunedAgainAndAgain(t *testing.T) {
	t.Setenv("GOGC", "") // as if nobody had decided
	before := debug.SetGCPercent(100)
	t.Cleanup(func() { debug.SetGCPercent(before) })
	var now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&now)
	from := 4 * max(now.HeapAlloc, 16<<20) // much more than what other tests left
	CollectFrom(from)
	percent := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	if percent() <= 100 {
		t.Fatal("the heap may not grow")
	}
	held := make([]byte, from*5/8) // more than half: it may grow by leastGrowth
	for end := time.Now().Add(time.Minute); percent() != leastGrowth; time.Sleep(time.Millisecond) {
		runtime.GC()
		if time.Now().After(end) {
			t.Fatalf("the heap of %d bytes may still grow by %d %%", len(held), percent())
		}
	}
	runtime.KeepAlive(held)
	for end := time.Now().Add(time.Minute); percent() == leastGrowth; time.Sleep(time.Millisecond) {
		runtime.GC()
		if time.Now().After(end) {
			t.Fatal("the heap may not grow again")
		}
	}
}
