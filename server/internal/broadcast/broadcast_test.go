package broadcast

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/wire"
)

// source is where a subscription has its answers from.
type source struct {
	answers chan *graphql.Response
	mu      sync.Mutex
	opened  int
}

func newSource() *source { return &source{answers: make(chan *graphql.Response)} }

func (s *source) open(ctx context.Context) (graphql.ResponseHandler, context.Context) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.opened++
	ctx = graphql.WithOperationContext(ctx, &graphql.OperationContext{Operation: &ast.OperationDefinition{Operation: ast.Subscription}})
	return func(ctx context.Context) *graphql.Response {
		select {
		case <-ctx.Done():
			return nil
		case answer := <-s.answers:
			return answer
		}
	}, ctx
}

func (s *source) say(data string) { s.answers <- &graphql.Response{Data: json.RawMessage(data)} }

// hearer notes what it is told.
type hearer struct {
	heard  [][]byte
	ended  []End
	errors string
	behind chan struct{}
}

func (h *hearer) Next(answer []byte) <-chan struct{} {
	h.heard = append(h.heard, answer)
	return h.behind
}

func (h *hearer) End(how End, errors []byte) {
	h.ended, h.errors = append(h.ended, how), string(errors)
}

func (h *hearer) all() string {
	var texts []string
	for _, answer := range h.heard {
		texts = append(texts, string(answer))
	}
	return strings.Join(texts, " ")
}

func station(t *testing.T) (s *Station, stop func()) {
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	return New(ctx, slog.New(slog.DiscardHandler)), cancel
}

// Whoever asks for the same is told the same bytes of one subscription, which ends with the last of them.
func TestOneSubscriptionForAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _ := station(t)
		from, all := newSource(), make([]*hearer, 1000)
		var leave []func()
		for n := range all {
			all[n] = &hearer{}
			leave = append(leave, s.Join(t.Context(), Kind{Key: "k"}, all[n], from.open))
		}
		from.say("1")
		synctest.Wait()
		late, other := &hearer{}, &hearer{}
		leave = append(leave, s.Join(t.Context(), Kind{Key: "k"}, late, from.open), s.Join(t.Context(), Kind{}, other, newSource().open))
		from.say("2")
		synctest.Wait()
		for n, h := range all {
			if h.all() != `{"data":1} {"data":2}` || &h.heard[0][0] != &all[0].heard[0][0] {
				t.Fatalf("listener %d heard %s", n, h.all())
			}
		}
		if from.opened != 1 || late.all() != `{"data":2}` || other.all() != "" {
			t.Errorf("opened %d times; the late one heard %q, the other %q", from.opened, late.all(), other.all())
		}
		for _, l := range leave {
			l()
		}
		synctest.Wait() // else a goroutine is left, which the bubble tells
		if len(s.programs) != 0 || len(late.ended) != 0 {
			t.Errorf("%d subscriptions run, who left was told of the end", len(s.programs))
		}
		again := s.Join(t.Context(), Kind{Key: "k"}, &hearer{}, from.open)
		synctest.Wait()
		if again(); from.opened != 2 {
			t.Errorf("opened %d times", from.opened)
		}
	})
}

// Of what is whole nobody misses the beginning; what is too long to be remembered is begun anew for who comes later.
func TestTheBeginningIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _ := station(t)
		from, first, late, last := newSource(), &hearer{}, &hearer{}, &hearer{}
		kind := Kind{Key: "k", Whole: true}
		defer s.Join(t.Context(), kind, first, from.open)()
		from.say("1")
		from.say("2")
		synctest.Wait()
		defer s.Join(t.Context(), kind, late, from.open)()
		from.say("3")
		synctest.Wait()
		if late.all() != first.all() || from.opened != 1 {
			t.Errorf("heard %s late, and %s", late.all(), first.all())
		}
		from.say(`"` + strings.Repeat("x", rememberedOfOne) + `"`)
		synctest.Wait()
		anew := newSource()
		defer s.Join(t.Context(), kind, last, anew.open)()
		from.say("5")
		anew.say("1")
		synctest.Wait()
		if last.all() != `{"data":1}` || !strings.HasSuffix(first.all(), `{"data":5}`) || s.remembered != len(`{"data":1}`) {
			t.Errorf("the last heard %q, %d bytes are remembered", last.all(), s.remembered)
		}
	})
}

// Who may not hear it is not told by others' subscription.
func TestWhoMayNotIsNotTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _ := station(t)
		from, own, stranger := newSource(), newSource(), &hearer{}
		defer s.Join(t.Context(), Kind{Key: "k", Whole: true}, &hearer{}, from.open)()
		from.say("1")
		defer s.Join(t.Context(), Kind{Key: "k", Whole: true, May: func(context.Context) bool { return false }}, stranger, own.open)()
		from.say("2")
		own.answers <- &graphql.Response{Errors: gqlerror.List{wire.Errorf("NOT_FOUND", "not there")}}
		synctest.Wait()
		if stranger.all() != "" || own.opened != 1 || !slices.Equal(stranger.ended, []End{Refused}) || !strings.Contains(stranger.errors, "NOT_FOUND") {
			t.Errorf("%+v", stranger)
		}
	})
}

func TestEnds(t *testing.T) {
	internal := gqlerror.List{wire.Errorf(wire.CodeInternal, "broken")}
	for name, c := range map[string]struct {
		answer *graphql.Response
		stop   bool
		want   End
	}{
		"complete": {nil, false, Completed},
		"refused":  {&graphql.Response{Errors: internal[:1]}, false, Refused},
		"broken":   {&graphql.Response{Errors: internal, Data: json.RawMessage(`{"a":null}`)}, false, Broken},
		"away":     {&graphql.Response{Errors: gqlerror.List{wire.Errorf(wire.CodeUnavailable, "away")}}, false, Broken},
		"stopped":  {nil, true, Stopped},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, stop := station(t)
				from, all := newSource(), [2]*hearer{{}, {}}
				for n := range all {
					s.Join(t.Context(), Kind{Key: "k"}, all[n], from.open)
				}
				if c.stop {
					stop()
				} else {
					from.answers <- c.answer
				}
				synctest.Wait()
				for _, h := range all {
					if !slices.Equal(h.ended, []End{c.want}) {
						t.Errorf("ended as %v, want %v once", h.ended, c.want)
					}
				}
				if len(s.programs) != 0 {
					t.Error("it is still found")
				}
			})
		})
	}
}

// A panic ends a subscription as one that broke, and others go on.
func TestAPanicBreaksOneSubscription(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _ := station(t)
		h := &hearer{}
		s.Join(t.Context(), Kind{}, h, func(context.Context) (graphql.ResponseHandler, context.Context) { panic("in the source") })
		synctest.Wait()
		if !slices.Equal(h.ended, []End{Broken}) {
			t.Errorf("ended as %v", h.ended)
		}
	})
}

// Where nobody has taken an answer the source waits; one who takes none holds nobody else back.
func TestOnlyWhereAllAreBehindTheSourceWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _ := station(t)
		from, slow := newSource(), &hearer{behind: make(chan struct{})}
		defer s.Join(t.Context(), Kind{Key: "k"}, slow, from.open)()
		from.say("1")
		synctest.Wait()
		select {
		case from.answers <- &graphql.Response{}:
			t.Error("the source did not wait for the only one who listens")
		default:
		}
		close(slow.behind)
		slow.behind = make(chan struct{})
		fast := &hearer{}
		defer s.Join(t.Context(), Kind{Key: "k"}, fast, from.open)()
		for n := range 100 {
			from.say(fmt.Sprint(n))
		}
		synctest.Wait()
		if len(fast.heard) != 100 || len(slow.heard) != 101 {
			t.Errorf("%d and %d were heard", len(fast.heard), len(slow.heard))
		}
	})
}
