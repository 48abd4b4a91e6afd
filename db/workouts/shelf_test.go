package workouts

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomShelf has so many workouts, of sports and foci in turn, some of one meaning.
func randomShelf(random *rand.Rand, size int) *shelf {
	s := &shelf{}
	vector := make([]float32, dimensions)
	for i := range size {
		if i%7 != 0 { // else the one before once more
			var length float64
			for n := range vector {
				vector[n] = float32(random.NormFloat64())
				length += float64(vector[n]) * float64(vector[n])
			}
			for n := range vector {
				vector[n] /= float32(math.Sqrt(length))
			}
		}
		b := book{revision: 1, seconds: int32(600 + i%7200), sport: int8(i % 6), focus: int8(i % 11), family: int16(i % 40), level: int16(i % 9)}
		binary.BigEndian.PutUint64(b.id[:], random.Uint64())
		s.add(b, details{}, vector)
	}
	return s
}

// TestShelvesFindTheNearest: exactly those of all that pass, compared in double precision, those at equal similarity by id.
func TestShelvesFindTheNearest(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 9))
	s := randomShelf(random, 900)
	for n := range 60 {
		to := s.vector(random.IntN(900))
		want := anything()
		if n%3 > 0 {
			want.sports, want.minSeconds = 1<<random.IntN(6), int32(random.IntN(2000))
		}
		limit := 1 + random.IntN(40)
		got := s.find(to, want, limit)
		type near struct {
			id         string
			similarity float64
		}
		var all []near
		for i := range s.books {
			if want.passes(&s.books[i]) {
				all = append(all, near{s.books[i].id.String(), cosine(to, s.vector(i))})
			}
		}
		slices.SortFunc(all, func(a, b near) int { return cmp.Or(cmp.Compare(b.similarity, a.similarity), cmp.Compare(a.id, b.id)) })
		all = all[:min(limit, len(all))]
		if len(got) != len(all) {
			t.Fatalf("%d are found, want %d", len(got), len(all))
		}
		for i := range all {
			if string(got[i].place.ID) != all[i].id || got[i].similarity != all[i].similarity {
				t.Fatalf("number %d is %s at %v, want %+v", i, got[i].place.ID, got[i].similarity, all[i])
			}
		}
	}
	if got := s.find(s.vector(0), anything(), 0); len(got) != 0 {
		t.Errorf("%d are found where none are wanted", len(got))
	}
}

// BenchmarkShelf finds the ten nearest of a sixth of all.
func BenchmarkShelf(b *testing.B) {
	for _, size := range []int{5000, 50_000, 100_000} {
		s := randomShelf(rand.New(rand.NewPCG(1, 1)), size)
		for name, sports := range map[string]uint32{"all": 0, "a sixth": 1} {
			b.Run(fmt.Sprint(size, " ", name), func(b *testing.B) {
				want := anything()
				want.sports = sports
				for b.Loop() {
					s.find(s.vector(17), want, 10)
				}
			})
		}
	}
}
