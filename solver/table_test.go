package solver

import (
	"math/rand/v2"
	"runtime"
	"testing"
)

// A table says what a map says, also of the mark of nothing, while it grows, and forgets all.
func TestTableIsAMap(t *testing.T) {
	kept, is := newTable[int](), map[uint64]int{}
	for round := range 3 {
		random := rand.New(rand.NewPCG(1, uint64(round)))
		for n := range 20 * leastPlaces {
			mark := random.Uint64N(8*leastPlaces) * 0xbf58476d1ce4e5b9 // 0 among them
			at, known := kept.find(mark)
			if want, there := is[mark]; there != known || there && kept.places[at].value != want {
				t.Fatalf("round %d, mark %#x: known %v, want %v, %d", round, mark, known, there, want)
			}
			kept.put(at, mark, n)
			is[mark] = n
		}
		if kept.used != len(is) {
			t.Errorf("round %d: %d are kept of %d", round, kept.used, len(is))
		}
		kept.empty()
		clear(is)
	}
}

// A search takes the memory of the one before it: what it allocates does not grow with the plans that it judges.
func TestSearchAllocatesLittle(t *testing.T) {
	s := New(week(1))
	search := func() (bytes uint64) {
		for n := range s.slots {
			s.choose(n, -1)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s.Solve()
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	search() // grows what is kept
	least := search()
	for range 4 { // others allocate beside it, or take what was kept
		least = min(least, search())
	}
	if s.judged < 500 {
		t.Fatalf("the search judges %d plans alone", s.judged)
	}
	if most := uint64(60 * s.judged); least > most { // to remember them afresh takes several times that
		t.Errorf("%d bytes for %d plans that are judged, at most %d", least, s.judged, most)
	}
}

// mostJudged is how many plans the searches of twelve problems ask the rules about, and a tenth more.
const mostJudged = 67_000

// The rules are what a search takes its time for: it asks them no oftener than it did.
func TestSearchJudgesFewPlans(t *testing.T) {
	judged := 0
	for seed := range uint64(12) {
		s := New(week(seed))
		s.Solve()
		judged += s.judged
	}
	if judged > mostJudged {
		t.Errorf("the rules were asked about %d plans, at most %d", judged, mostJudged)
	}
}
