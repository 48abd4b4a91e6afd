package workouts

import (
	"container/heap"
	"math"
	"slices"

	"github.com/google/uuid"
	"gonum.org/v1/gonum/blas/blas32"

	"fortnight/planner/runs"
	"fortnight/session"
	"fortnight/training"
)

// libraryState is where the shared library stands. Whatever adds a vector of it raises the version, in the transaction that does, and notes it
// with the vector; whatever reads families anew raises rewritten.
type libraryState struct{ version, rewritten int64 }

// shelf is the shared library as one embedder knows it, for searches by meaning. It does not change; a later one may go on in the same memory.
type shelf struct {
	lot
	choices

	embedder string
	state    libraryState
	written  bool // what was written for plans is among it
}

// lot are workouts, what conditions look at, and their vectors one after the other, so that comparing is a walk through memory.
type lot struct {
	books   []book
	details []details // of the books, what few conditions look at
	vectors []float32 // dimensions of each book, in their order
}

func (l *lot) add(b book, d details, vector []float32) {
	l.books, l.details, l.vectors = append(l.books, b), append(l.details, d), append(l.vectors, vector...)
}

func (l *lot) vector(i int) []float32 {
	return l.vectors[i*dimensions : (i+1)*dimensions : (i+1)*dimensions]
}

// book is a workout of the shared library.
type book struct {
	id         uuid.UUID
	tss        float64
	revision   int32
	seconds    int32
	sport      int8 // its place in training.Sports
	focus      int8 // its place in training.Foci
	family     int16
	level      int16 // 0 for none
	byDistance bool
	written    bool
}

type details struct {
	tags, exercises []string
	zoneSeconds     [7]int32
}

// bookBytes is what a book takes, about: its vector, itself, its details and its place in an index.
const bookBytes = 4*dimensions + 400

// noFamily is the family of what has none.
const noFamily = -1

// familyNumbers are the places of families in the table of them.
var familyNumbers = func() map[session.ID]int16 {
	numbers := map[session.ID]int16{}
	for i, f := range session.All() {
		numbers[f.ID] = int16(i)
	}
	return numbers
}()

func familyNumber(id session.ID) int16 {
	if n, known := familyNumbers[id]; known {
		return n
	}
	return noFamily
}

// wanted is what a search looks for on a shelf: the same as its conditions in SQL. See anything.
type wanted struct {
	sports, foci           uint32         // by their places; 0 for any
	families               map[int16]bool // nil for any
	minSeconds, maxSeconds int32
	anyDistance            bool // what goes by distance passes whatever the limits of time: it is measured later
	minTSS, maxTSS         float64
	minLevel, maxLevel     int16
	limitsLevel, anyLevel  bool // levels have limits; what has no level passes them
	library                bool // without what was written for plans
	details                func(*details) bool
	but                    uuid.UUID // is not wanted
}

func anything() *wanted {
	return &wanted{maxSeconds: math.MaxInt32, maxTSS: math.Inf(1), maxLevel: math.MaxInt16}
}

func orElse[T any](value *T, otherwise T) T {
	if value == nil {
		return otherwise
	}
	return *value
}

// places are the bits of words by their places in a list of all; one that is not in it has a bit that nothing else has.
func places[T comparable](list, all []T) (bits uint32) {
	for _, word := range list {
		if i := slices.Index(all, word); i >= 0 {
			bits |= 1 << i
		} else {
			bits |= 1 << 31
		}
	}
	return bits
}

// wantedOf is what passes a filter, nil where only the database can tell.
func wantedOf(f session.WorkoutFilter) *wanted {
	if f.Text != nil {
		return nil
	}
	w := anything()
	w.sports, w.foci = places(f.Sports, training.Sports), places(f.Focuses, training.Foci)
	w.minSeconds, w.maxSeconds = int32(orElse(f.MinSeconds, 0)), int32(orElse(f.MaxSeconds, math.MaxInt32))
	w.minTSS, w.maxTSS = orElse(f.MinTSS, 0), orElse(f.MaxTSS, math.Inf(1))
	w.limitsLevel = f.MinLevel != nil || f.MaxLevel != nil
	w.minLevel, w.maxLevel = int16(orElse(f.MinLevel, 0)), int16(orElse(f.MaxLevel, math.MaxInt16))
	switch {
	case len(f.Families) > 0 && len(f.Classes) > 0:
		of := session.OfClasses(f.Classes)
		w.families = familySet(slices.DeleteFunc(slices.Clone(f.Families), func(id session.ID) bool { return !slices.Contains(of, id) }))
	case len(f.Families) > 0:
		w.families = familySet(f.Families)
	case len(f.Classes) > 0:
		w.families = familySet(session.OfClasses(f.Classes))
	}
	if len(f.Tags) > 0 || f.HasZone != nil || f.ExerciseID != nil {
		w.details = func(d *details) bool {
			for _, tag := range f.Tags {
				if !slices.Contains(d.tags, tag) {
					return false
				}
			}
			return (f.HasZone == nil || d.zoneSeconds[f.HasZone.Zone-1] >= int32(f.HasZone.MinSeconds)) &&
				(f.ExerciseID == nil || slices.Contains(d.exercises, string(*f.ExerciseID)))
		}
	}
	return w
}

// wantedFor is what may serve a need.
func wantedFor(need runs.Need) *wanted {
	w := anything()
	w.sports, w.foci, w.minSeconds = places(need.Sports, training.Sports), places(need.Foci, training.Foci), int32(need.MinSeconds)
	w.anyDistance, w.anyLevel, w.library, w.limitsLevel = true, true, true, need.MinLevel > 0 || need.MaxLevel > 0
	w.minLevel = int16(max(need.MinLevel, 0))
	if need.MaxSeconds > 0 {
		w.maxSeconds = int32(need.MaxSeconds)
	}
	if need.MaxLevel > 0 {
		w.maxLevel = int16(need.MaxLevel)
	}
	if len(need.Families) > 0 {
		w.families = familySet(need.Families)
	}
	return w
}

func familySet(ids []session.ID) map[int16]bool {
	set := make(map[int16]bool, len(ids))
	for _, id := range ids {
		if n := familyNumber(id); n != noFamily {
			set[n] = true
		}
	}
	return set
}

func (w *wanted) passes(b *book) bool {
	switch {
	case w.sports != 0 && w.sports>>b.sport&1 == 0, w.foci != 0 && w.foci>>b.focus&1 == 0, w.library && b.written, b.id == w.but:
		return false
	case !(w.anyDistance && b.byDistance) && (b.seconds < w.minSeconds || b.seconds > w.maxSeconds), b.tss < w.minTSS, b.tss > w.maxTSS:
		return false
	case w.limitsLevel && b.level == 0 && !w.anyLevel, w.limitsLevel && b.level != 0 && (b.level < w.minLevel || b.level > w.maxLevel):
		return false
	}
	return w.families == nil || w.families[b.family]
}

// near is a book and how near it is, about.
type near32 struct {
	at         int32
	similarity float32
}

// doubt is more than the similarity of two unit vectors can be off where it is added up in single precision.
const doubt = 1e-5

// find is the nearest of what is wanted, by exact similarity, those at equal similarity by id; at most limit. All that pass are compared in
// single precision, by the processor's instructions for it, and those that may be among the nearest once more exactly.
func (s *shelf) find(to []float32, want *wanted, limit int) []matchRow {
	if limit < 1 {
		return nil
	}
	passing := make([]near32, 0, len(s.books)/4)
	query := blas32.Vector{N: dimensions, Inc: 1, Data: to}
	for i := range s.books {
		if b := &s.books[i]; want.passes(b) && (want.details == nil || want.details(&s.details[i])) {
			passing = append(passing, near32{int32(i), blas32.Dot(query, blas32.Vector{N: dimensions, Inc: 1, Data: s.vector(i)})})
		}
	}
	least := float32(math.Inf(-1))
	if limit < len(passing) {
		least = nthLargest(passing, limit) - doubt
	}
	found := make([]matchRow, 0, limit)
	for _, p := range passing {
		if p.similarity >= least {
			b, vector := &s.books[p.at], s.vector(int(p.at))
			found = append(found, matchRow{
				place: Place{ID: training.WorkoutID(b.id.String()), Revision: int(b.revision)}, byDistance: b.byDistance, family: b.family, similarity: cosine(to, vector), vector: vector,
			})
		}
	}
	nearestFirst(found)
	return found[:min(limit, len(found))]
}

// nthLargest is the n-th largest similarity of at least n, and n is 1 or more.
func nthLargest(list []near32, n int) float32 {
	var largest leastFirst
	for _, one := range list {
		switch {
		case len(largest) < n:
			heap.Push(&largest, one.similarity)
		case one.similarity > largest[0]:
			largest[0] = one.similarity
			heap.Fix(&largest, 0)
		}
	}
	return largest[0]
}

// leastFirst is a heap of numbers.
type leastFirst []float32

func (h leastFirst) Len() int           { return len(h) }
func (h leastFirst) Less(i, j int) bool { return h[i] < h[j] }
func (h leastFirst) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *leastFirst) Push(x any)        { *h = append(*h, x.(float32)) }
func (h *leastFirst) Pop() any          { last := len(*h) - 1; x := (*h)[last]; *h = (*h)[:last]; return x }
