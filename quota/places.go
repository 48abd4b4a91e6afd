package quota

import (
	"context"
	"sync"
	"time"
)

// Places are a bounded number of places to work in. Who finds none waits; between those who wait the parties take turns, so that however
// much one asks for, another waits for as many works as there are parties and not for all of them. NewPlaces makes them.
type Places struct {
	all, each, waiting int

	mu      sync.Mutex
	busy    int
	parties map[string]*party
	turns   []*party // those that have somebody waiting and may have a place more, in the order in which they get it
	queued  int
}

// party is one key: how many places it has, and who of it waits, the first first.
type party struct {
	key    string
	busy   int
	queue  []chan struct{} // closed when its turn has come
	inTurn bool
}

// NewPlaces returns so many places, of which one party has at most each, where one party may have at most so many waiting. All are 1 or
// more.
func NewPlaces(all, each, waiting int) *Places {
	return &Places{all: all, each: each, waiting: waiting, parties: map[string]*party{}}
}

// Enter waits for a place and returns how to leave it, which must be called once. It returns the error of ctx where that ends first, and
// ErrFull at once where too many of the party wait.
func (p *Places) Enter(ctx context.Context, key string) (leave func(), err error) {
	p.mu.Lock()
	one := p.parties[key]
	if one == nil {
		one = &party{key: key}
		p.parties[key] = one
	}
	if len(one.queue) >= p.waiting {
		p.mu.Unlock()
		return nil, ErrFull
	}
	turn := make(chan struct{})
	one.queue = append(one.queue, turn)
	p.queued++
	p.line(one)
	p.serve()
	p.mu.Unlock()
	defer waitedSince(ctx, time.Now())
	select {
	case <-turn:
		return func() { p.leave(one) }, nil
	case <-ctx.Done():
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, other := range one.queue {
		if other == turn {
			one.queue = append(one.queue[:i], one.queue[i+1:]...)
			p.queued--
			p.forget(one)
			return nil, ctx.Err()
		}
	}
	p.freed(one) // its turn came at the same moment
	return nil, ctx.Err()
}

// Load returns how many work and how many wait.
func (p *Places) Load() (working, waiting int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.busy, p.queued
}

func (p *Places) leave(one *party) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.freed(one)
}

func (p *Places) freed(one *party) {
	one.busy--
	p.busy--
	p.line(one)
	p.serve()
	p.forget(one)
}

// line puts a party at the end of the line, if it has somebody waiting and may have a place more.
func (p *Places) line(one *party) {
	if !one.inTurn && len(one.queue) > 0 && one.busy < p.each {
		one.inTurn = true
		p.turns = append(p.turns, one)
	}
}

// serve gives the free places away.
func (p *Places) serve() {
	for p.busy < p.all && len(p.turns) > 0 {
		one := p.turns[0]
		p.turns = p.turns[1:]
		one.inTurn = false
		if len(one.queue) == 0 { // those who waited have gone
			p.forget(one)
			continue
		}
		close(one.queue[0])
		one.queue = one.queue[1:]
		p.queued--
		one.busy++
		p.busy++
		p.line(one)
	}
}

func (p *Places) forget(one *party) {
	if one.busy == 0 && len(one.queue) == 0 && !one.inTurn {
		delete(p.parties, one.key)
	}
}
