// Package testschema is a small GraphQL server's insides for the tests of transports: one field for each thing a transport must cope
// with. schema.graphqls and gqlgen.yml are its sources; generated.go and models.go come from `go tool gqlgen generate` in this folder.
package testschema

import (
	"context"
	"errors"
	"net/netip"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// The errors of the fields that fail.
var (
	ErrFailed  = errors.New("this field always fails")
	ErrRefused = errors.New("this subscription is always refused")
)

// Resolver answers the schema and counts what was asked of it.
type Resolver struct {
	LogIns  atomic.Int64 // tries to log in
	Touches atomic.Int64 // calls of touch
	Open    atomic.Int64 // subscriptions whose source still runs
}

// Schema returns the executable schema over r.
func (r *Resolver) Schema() graphql.ExecutableSchema {
	return NewExecutableSchema(Config{Resolvers: r})
}

type viewerKey struct{}
type addressKey struct{}

// WithViewer returns a context that names who asks.
func WithViewer(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, viewerKey{}, name)
}

// WithAddress returns a context that carries a client's address.
func WithAddress(ctx context.Context, address netip.Addr) context.Context {
	return context.WithValue(ctx, addressKey{}, address)
}

// Query answers queries.
func (r *Resolver) Query() QueryResolver { return queries{} }

// Mutation answers mutations.
func (r *Resolver) Mutation() MutationResolver { return mutations{r} }

// Subscription answers subscriptions.
func (r *Resolver) Subscription() SubscriptionResolver { return subscriptions{r} }

// Node answers the fields of a Node.
func (r *Resolver) Node() NodeResolver { return nodes{} }

// Breaking answers the fields of a Breaking.
func (r *Resolver) Breaking() BreakingResolver { return breakings{} }

type queries struct{}

func (queries) Hello(context.Context) (string, error)               { return "world", nil }
func (queries) Echo(_ context.Context, text string) (string, error) { return text, nil }
func (queries) Fail(context.Context) (*string, error)               { return nil, ErrFailed }
func (queries) FailHard(context.Context) (string, error)            { return "", ErrFailed }
func (queries) Panics(context.Context) (*string, error)             { panic("secret of the panic") }
func (queries) Node(context.Context) (*Node, error)                 { return &Node{}, nil }
func (queries) Color(_ context.Context, is Color) (Color, error)    { return is, nil }
func (queries) Filtered(_ context.Context, by *Filter) (bool, error) {
	return by != nil, nil
}

func (queries) Viewer(ctx context.Context) (*string, error) {
	if name, ok := ctx.Value(viewerKey{}).(string); ok {
		return &name, nil
	}
	return nil, nil
}

func (queries) Address(ctx context.Context) (string, error) {
	address, _ := ctx.Value(addressKey{}).(netip.Addr)
	return address.String(), nil
}

func (queries) Slow(ctx context.Context, milliseconds int) (*string, error) {
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-time.After(time.Duration(milliseconds) * time.Millisecond):
		done := "done"
		return &done, nil
	}
}

func (queries) Items(_ context.Context, first *int) ([]*Item, error) {
	items := make([]*Item, min(*first, 100))
	for i := range items {
		items[i] = &Item{ID: strconv.Itoa(i), Name: "item " + strconv.Itoa(i)}
	}
	return items, nil
}

type mutations struct{ r *Resolver }

func (m mutations) LogIn(_ context.Context, name string) (*Session, error) {
	m.r.LogIns.Add(1)
	return &Session{AccessToken: name}, nil
}

func (m mutations) Touch(context.Context) (int, error) { return int(m.r.Touches.Add(1)), nil }

type nodes struct{}

func (nodes) Next(_ context.Context, of *Node) (*Node, error) { return &Node{Depth: of.Depth + 1}, nil }

type breakings struct{}

func (breakings) Tick(_ context.Context, of *Breaking) (*int, error) {
	if *of.Tick == 2 {
		return nil, ErrFailed
	}
	return of.Tick, nil
}

type subscriptions struct{ r *Resolver }

func (s subscriptions) Ticks(ctx context.Context, count int) (<-chan int, error) {
	return source(ctx, s.r, count, func(i int) int { return i }), nil
}

func (s subscriptions) Silence(ctx context.Context) (<-chan int, error) {
	silent := make(chan int)
	s.r.Open.Add(1)
	context.AfterFunc(ctx, func() {
		close(silent)
		s.r.Open.Add(-1)
	})
	return silent, nil
}

func (s subscriptions) Flood(ctx context.Context, bytes int) (<-chan string, error) {
	padding := strings.Repeat("x", bytes)
	return source(ctx, s.r, -1, func(i int) string { return padding + strconv.Itoa(i) }), nil
}

func (subscriptions) Refused(context.Context) (<-chan int, error) { return nil, ErrRefused }

func (s subscriptions) Breaks(ctx context.Context) (<-chan *Breaking, error) {
	return source(ctx, s.r, 2, func(i int) *Breaking { return &Breaking{Tick: &i} }), nil
}

// source sends make(1), make(2), … up to count, or for ever when count is negative.
func source[T any](ctx context.Context, r *Resolver, count int, event func(int) T) <-chan T {
	events := make(chan T)
	r.Open.Add(1)
	go func() {
		defer r.Open.Add(-1)
		defer close(events)
		for i := 1; count < 0 || i <= count; i++ {
			select {
			case events <- event(i):
			case <-ctx.Done():
				return
			}
		}
	}()
	return events
}
