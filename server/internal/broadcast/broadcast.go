// Package broadcast runs a subscription once for all who ask for the same, and writes each of its answers once: whoever listens has neither a
// goroutine nor a reading of his own.
package broadcast

import (
	"context"
	"log/slog"
	"runtime/debug"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/server/internal/wire"
)

// Listener is told of one subscription: of its answers in order, and then of its end. Neither may wait, nor leave from within.
type Listener interface {
	// Next is an answer as JSON, which others read too. It returns what is closed when the client has taken it, nil when it has.
	Next(answer []byte) (behind <-chan struct{})
	// End is told once, as the last: with the errors of a subscription that was refused, as JSON, else without.
	End(how End, errors []byte)
}

// End is how a subscription ends.
type End int

// A subscription has come to its end, never began, was cut off and its client comes back for the rest, or ends with all others.
const (
	Completed End = iota
	Refused
	Broken
	Stopped
)

// What is remembered of the answers of one subscription, for those who join it later, and of all together, in bytes.
const (
	rememberedOfOne = 256 << 10
	rememberedOfAll = 64 << 20
)

// Station has the subscriptions that run. New makes one.
type Station struct {
	base context.Context
	log  *slog.Logger

	mu         sync.Mutex
	programs   map[string]*program
	remembered int
}

// New returns a station whose subscriptions end with base.
func New(base context.Context, log *slog.Logger) *Station {
	return &Station{base: base, log: log, programs: map[string]*program{}}
}

// Kind is what a subscription has in common with others.
type Kind struct {
	// Key is the same of those that have the same answers; an empty one is like no other.
	Key string
	// Whole says that who joins later must be told what was told before.
	Whole bool
	// May says whether one more may hear what others hear, and may wait for it; nil lets everybody.
	May func(ctx context.Context) bool
}

// program is one subscription that runs.
type program struct {
	station *Station
	kind    Kind
	cancel  context.CancelFunc

	mu        sync.Mutex // orders answers with comings and goings
	listeners map[Listener]struct{}
	told      [][]byte // where the kind is whole
	bytes     int
	over      bool
}

// Join has a listener hear a subscription: one that runs, if there is one of its kind, else one that open begins, whose context has the
// values of ctx and ends when nobody listens any more. What it returns has the listener hear nothing more.
func (s *Station) Join(ctx context.Context, kind Kind, l Listener, open func(ctx context.Context) (graphql.ResponseHandler, context.Context)) (leave func()) {
	if s.running(kind) != nil && kind.May != nil && !kind.May(ctx) {
		kind.Key = "" // its own subscription says why not
	}
	for {
		p := s.running(kind)
		if p == nil {
			var begun bool
			if p, begun = s.begin(ctx, kind, l, open); begun {
				return func() { p.leave(l) }
			}
		}
		if p.join(l) {
			return func() { p.leave(l) }
		}
	}
}

// running is the program of a kind, nil where there is none.
func (s *Station) running(kind Kind) *program {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.programs[kind.Key]
}

// begin begins the program of a kind with its first listener, or returns the one that somebody else has begun meanwhile.
func (s *Station) begin(ctx context.Context, kind Kind, l Listener, open func(ctx context.Context) (graphql.ResponseHandler, context.Context)) (p *program, begun bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p := s.programs[kind.Key]; p != nil {
		return p, false
	}
	p = &program{station: s, kind: kind, listeners: map[Listener]struct{}{l: {}}}
	if kind.Key != "" {
		s.programs[kind.Key] = p
	}
	ctx, p.cancel = context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(s.base, p.cancel)
	go func() {
		defer stop()
		p.run(ctx, open)
	}()
	return p, true
}

// join tells a listener what was told before, and is false where the program takes nobody any more.
func (p *program) join(l Listener) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.over || len(p.listeners) == 0 {
		p.station.close(p)
		return false
	}
	for _, answer := range p.told {
		l.Next(answer)
	}
	p.listeners[l] = struct{}{}
	return true
}

func (p *program) leave(l Listener) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if delete(p.listeners, l); len(p.listeners) == 0 {
		p.station.close(p)
		p.cancel()
	}
}

// close has nobody find a program any more. The caller holds its mu.
func (s *Station) close(p *program) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.programs[p.kind.Key] == p {
		delete(s.programs, p.kind.Key)
	}
	s.remembered -= p.bytes
	p.bytes, p.told = 0, nil
}

func (p *program) run(base context.Context, open func(ctx context.Context) (graphql.ResponseHandler, context.Context)) {
	how, errors := Broken, []byte(nil)
	defer func() {
		if cause := recover(); cause != nil {
			p.station.log.ErrorContext(base, "a subscription panicked", "cause", cause, "stack", string(debug.Stack()))
		}
		p.end(how, errors)
	}()
	defer p.cancel()
	responses, ctx := open(base)
	operation := graphql.GetOperationContext(ctx)
	how = Completed
	for response := responses(ctx); response != nil; response = responses(ctx) {
		if wire.Broken(operation, response) {
			how = Broken
			break
		}
		if len(response.Data) == 0 && len(response.Errors) > 0 { // it never began to execute, or its stream broke: nothing follows
			how, errors = Refused, wire.AppendErrors(nil, response.Errors)
			break
		}
		p.tell(ctx, wire.AppendResponse(make([]byte, 0, len(response.Data)+256), response))
	}
	if base.Err() != nil {
		how = Stopped
	}
}

// tell tells everybody, and waits where nobody has taken it yet: what comes next would only wait for them.
func (p *program) tell(ctx context.Context, answer []byte) {
	p.mu.Lock()
	p.remember(answer)
	var behind <-chan struct{}
	taken := false
	for l := range p.listeners {
		if waits := l.Next(answer); waits != nil {
			behind = waits
		} else {
			taken = true
		}
	}
	p.mu.Unlock()
	if taken || behind == nil {
		return
	}
	select {
	case <-behind:
	case <-ctx.Done():
	}
}

// remember keeps an answer for those who come later. Where there is no room for it the program takes nobody any more: who comes has one of
// his own.
func (p *program) remember(answer []byte) {
	if !p.kind.Whole {
		return
	}
	s := p.station
	s.mu.Lock()
	known := s.programs[p.kind.Key] == p
	room := p.bytes+len(answer) <= rememberedOfOne && s.remembered+len(answer) <= rememberedOfAll
	if known && room {
		s.remembered += len(answer)
		p.bytes += len(answer)
		p.told = append(p.told, answer)
	}
	s.mu.Unlock()
	if known && !room {
		s.close(p)
	}
}

func (p *program) end(how End, errors []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.over = true
	p.station.close(p)
	for l := range p.listeners {
		l.End(how, errors)
	}
	clear(p.listeners)
}
