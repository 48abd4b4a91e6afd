package reads

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// batch is a list of what is to be fetched together.
type batch struct {
	name    string
	of      *Gathering
	waiting []int
	fetched map[int]bool
	log     *[]string
}

func (b *batch) load(id int) bool {
	if !b.fetched[id] {
		if !slices.Contains(b.waiting, id) {
			b.waiting = append(b.waiting, id)
		}
		if len(b.waiting) == 1 {
			b.of.Add(b.fetch)
		}
		b.of.Wait()
	}
	return b.fetched[id]
}

func (b *batch) fetch() {
	*b.log = append(*b.log, fmt.Sprint(b.name, b.waiting))
	for _, id := range b.waiting {
		b.fetched[id] = true
	}
	b.waiting = nil
}

// Each needs something of a, and then, the even ones something of b of their own, the odd ones all the same of b.
func TestWhatWaitsIsFetchedTogether(t *testing.T) {
	for n, want := range map[int]string{1: "a[0] b[0]", 2: "a[0 1] b[0 1]", 4: "a[0 1 2 3] b[0 1 20]", 7: "a[0 1 2 3 4 5 6] b[0 1 20 40 60]"} {
		g, log := &Gathering{}, []string{}
		a := &batch{name: "a", of: g, fetched: map[int]bool{}, log: &log}
		b := &batch{name: "b", of: g, fetched: map[int]bool{}, log: &log}
		done := 0
		g.run(n, func(i int) {
			own := 1
			if i%2 == 0 {
				own = i * 10
			}
			if !a.load(i) || !b.load(own) {
				t.Errorf("what %d needs was not fetched", i)
			}
			done++
		})
		if got := strings.Join(log, " "); got != want || done != n {
			t.Errorf("%d of %d are done, and fetched were %s, want %s", done, n, got, want)
		}
	}
}

func TestWhatIsGivenUpDoesNotWait(t *testing.T) {
	g := &Gathering{}
	ended := 0
	func() {
		defer func() { _ = recover() }()
		g.run(3, func(int) {
			defer func() { ended++ }()
			g.Add(func() { panic("the batch") })
			g.Wait()
		})
	}()
	if ended != 3 {
		t.Errorf("%d of 3 ended", ended)
	}
}
