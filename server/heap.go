package server

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	numbers "runtime/metrics"
)

// SpareHeap is what CollectFrom is given where a server has the machine's usual memory: with it the process stays below some 100 MB while less than
// leastGrowth leaves of that lives.
const SpareHeap = 44 << 20

// CollectFrom has garbage be collected no sooner than the heap has so many bytes, besides what it does else: when the heap has grown by leastGrowth, or nears
// the memory limit of the process. What lives in a server at rest is some megabytes, and to go through them at each few requests costs a good part of
// an answer. Where GOGC is set it does nothing: whoever runs the process has decided.
func CollectFrom(bytes uint64) {
	if os.Getenv("GOGC") != "" {
		return
	}
	t := &tuner{least: bytes, live: []numbers.Sample{{Name: "/gc/heap/live:bytes"}}, percent: 100}
	t.tune()
}

// tuner sets after each collection how much the heap may grow until the next.
type tuner struct {
	least   uint64
	live    []numbers.Sample
	percent int
}

// collected is garbage as soon as it is made: the end of the next collection is noticed by it.
type collected struct{ _ [16]byte }

func (t *tuner) tune() {
	numbers.Read(t.live)
	if percent := percentFor(t.live[0].Value.Uint64(), t.least); percent != t.percent {
		t.percent = percent
		debug.SetGCPercent(percent)
	}
	runtime.AddCleanup(new(collected), func(t *tuner) { t.tune() }, t)
}

// leastGrowth is how much a heap may grow until it is collected, in percent, however much lives: of what lives in a server that keeps its library in memory
// that is less than the spare heap leaves, and where much more lives garbage is collected two thirds more often than by Go itself.
const leastGrowth = 60

// percentFor is how much a heap of which so much lives may grow, in percent, to have least bytes; leastGrowth at least. It goes by steps, so that it is set
// seldom: to set it stops the world.
func percentFor(live, least uint64) int {
	const step = 25
	percent := 100 * (float64(least)/float64(max(live, 1<<20)) - 1)
	return max(leastGrowth, step*int(math.Min(percent, 2000)/step))
}
