package reads

import (
	"context"
	"iter"
)

// Gathering brings together what functions that run one after the other ask for: each runs until it has to wait for a batch, and only when
// all wait are the batches fetched. It is no place for parallel work: all of it runs in one goroutine's time.
type Gathering struct {
	batches []func()
	wait    func(struct{}) bool // of the coroutine that runs, nil where there is only one function
}

type gatheringKey struct{}

// GatheringOf is the gathering that a context's function runs in, nil where it runs in none.
func GatheringOf(ctx context.Context) *Gathering {
	g, _ := ctx.Value(gatheringKey{}).(*Gathering)
	return g
}

// Add notes a batch that is to be fetched when nothing can go on without it.
func (g *Gathering) Add(fetch func()) { g.batches = append(g.batches, fetch) }

// Wait returns when all batches that were added before have been fetched, or the query was given up.
func (g *Gathering) Wait() {
	wait := g.wait
	if wait == nil {
		g.fetch()
		return
	}
	wait(struct{}{})
	g.wait = wait
}

func (g *Gathering) fetch() {
	for len(g.batches) > 0 {
		batches := g.batches
		g.batches = nil
		for _, fetch := range batches {
			fetch()
		}
	}
}

// coroutine is a function that waits.
type coroutine struct {
	resume func() (struct{}, bool)
	stop   func()
}

// run calls do for 0 to n-1, in that order. A call that waits gives way to the next, and goes on when all others wait or are done.
func (g *Gathering) run(n int, do func(int)) {
	if n == 1 {
		g.wait = nil
		do(0)
		return
	}
	next := 0
	work := func(wait func(struct{}) bool) {
		for next < n {
			i := next
			next++
			g.wait = wait
			do(i)
		}
	}
	var waiting []coroutine
	defer func() {
		for _, c := range waiting {
			c.stop()
		}
	}()
	for next < n {
		resume, stop := iter.Pull(iter.Seq[struct{}](work))
		if _, waits := resume(); waits {
			waiting = append(waiting, coroutine{resume, stop})
		}
	}
	for len(waiting) > 0 {
		g.wait = nil
		g.fetch()
		still := waiting[:0]
		for _, c := range waiting {
			if _, waits := c.resume(); waits {
				still = append(still, c)
			}
		}
		waiting = still
	}
}
