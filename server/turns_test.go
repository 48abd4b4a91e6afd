package server

import (
	"context"
	"math"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"

	"fortnight/quota"
)

// S33, S34: however much an account asks for at once, over however many connections, so many of its operations are answered at a time and the others
// wait for those; beyond what may wait it is told so, and another account is answered at once.
func TestS33S34AnAccountTakesTurnsWithItself(t *testing.T) {
	const each, mayWait = 4, 20
	var inside, most atomic.Int64
	goOn := make(chan struct{})
	w := start(t, func(c *Config) {
		named(c)
		c.WithLoaders = func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
			if strings.Contains(graphql.GetOperationContext(ctx).RawQuery, "held") {
				now := inside.Add(1)
				for was := most.Load(); now > was && !most.CompareAndSwap(was, now); was = most.Load() {
				}
				select {
				case <-goOn:
				case <-ctx.Done():
				}
				inside.Add(-1)
			}
			return next(ctx)
		}
	}, func(s *Server) { s.turns.places = quota.NewPlaces(math.MaxInt, each, mayWait) })
	var asked sync.WaitGroup
	var answered, refused atomic.Int64
	ask := func(many int) {
		for range many {
			asked.Go(func() {
				switch response, body := w.do("POST", "/graphql", `{"query":"{held: hello}"}`, "Content-Type", "application/json", "Authorization", "Bearer ann"); {
				case response.StatusCode == http.StatusOK:
					answered.Add(1)
				case response.StatusCode == http.StatusTooManyRequests && strings.Contains(body, "RATE_LIMITED") && strings.Contains(body, "retryAfterSeconds"):
					refused.Add(1)
				default:
					t.Errorf("%d %s", response.StatusCode, body)
				}
			})
		}
	}
	until := func(what string, so func() bool) {
		t.Helper()
		for end := time.Now().Add(time.Minute); !so(); time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("waited in vain until %s: %d inside, %d refused", what, inside.Load(), refused.Load())
			}
		}
	}
	waiting := func() int { _, waiting := w.server.turns.places.Load(); return waiting }
	ask(each + mayWait)
	until("all are there", func() bool { return inside.Load() == each && waiting() == mayWait })
	if status, body := w.ask("{hello}", "Authorization", "Bearer bob"); status != http.StatusOK || !strings.Contains(body, "world") {
		t.Errorf("another account: %d %s", status, body)
	}
	if status, body := w.ask("{hello}"); status != http.StatusOK || !strings.Contains(body, "world") {
		t.Errorf("without an account: %d %s", status, body)
	}
	ask(3)
	until("what is too much is refused", func() bool { return refused.Load() == 3 })
	close(goOn)
	asked.Wait()
	if answered.Load() != each+mayWait || most.Load() != each || waiting() != 0 {
		t.Errorf("%d were answered, at most %d at once, and %d wait", answered.Load(), most.Load(), waiting())
	}
}

// S33, S34: of the large documents of an account a few are answered at a time and others wait; what would wait for too long is refused at once and told
// when to come again, and neither what is small nor another account waits for them.
func TestS33S34LargeDocumentsWaitForOneAnother(t *testing.T) {
	const each, mayCome = 2, 6
	var inside, most, answered, refused atomic.Int64
	goOn := make(chan struct{})
	w := start(t, func(c *Config) {
		named(c)
		c.WithLoaders = func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
			if strings.Contains(graphql.GetOperationContext(ctx).RawQuery, "held") {
				now := inside.Add(1)
				for was := most.Load(); now > was && !most.CompareAndSwap(was, now); was = most.Load() {
				}
				<-goOn
				inside.Add(-1)
			}
			return next(ctx)
		}
	}, func(s *Server) {
		s.turns.large = newLine()
		s.turns.large.places, s.turns.large.each = quota.NewPlaces(math.MaxInt, each, largeWaiting), each
		s.turns.large.from, s.turns.large.most = 2, 2*(mayCome-1)*pointTime/each // a document has two points
	})
	var asked sync.WaitGroup
	ask := func(account string, many int) {
		for range many {
			asked.Go(func() {
				response, body := w.do("POST", "/graphql", `{"query":"{held: hello, also: hello}"}`, "Content-Type", "application/json", "Authorization", "Bearer "+account)
				switch {
				case response.StatusCode == http.StatusOK:
					answered.Add(1)
				case response.StatusCode == http.StatusTooManyRequests && strings.Contains(body, "retryAfterSeconds") && response.Header.Get("Retry-After") != "":
					refused.Add(1)
				default:
					t.Errorf("%d %s", response.StatusCode, body)
				}
			})
		}
	}
	until := func(what string, so func() bool) {
		t.Helper()
		for end := time.Now().Add(time.Minute); !so(); time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("waited in vain until %s: %d inside, %d refused", what, inside.Load(), refused.Load())
			}
		}
	}
	ask("ann", 14)
	until("what would wait too long is refused", func() bool { return refused.Load() == 14-mayCome && inside.Load() == each })
	if status, body := w.ask("{hello}", "Authorization", "Bearer ann"); status != http.StatusOK {
		t.Errorf("a small document waits for large ones: %d %s", status, body)
	}
	ask("bob", 1)
	until("another account is answered", func() bool { return inside.Load() == each+1 })
	close(goOn)
	asked.Wait()
	if answered.Load() != mayCome+1 || most.Load() != each+1 || len(w.server.turns.large.ahead) != 0 {
		t.Errorf("%d were answered, at most %d at once, and %v are in line", answered.Load(), most.Load(), w.server.turns.large.ahead)
	}
	ask("ann", 1) // whatever was learned of how long they take: nobody is before it
	asked.Wait()
	if answered.Load() != mayCome+2 {
		t.Error("afterwards a large document is refused")
	}
}

// F03: who waits for a turn when the server stops is answered, in turn, before it has stopped; what waits on a socket, which is closed, does not go on waiting.
func TestF03TurnsWhileTheServerStops(t *testing.T) {
	const each, waiting = 2, 3
	var inside atomic.Int64
	goOn := make(chan struct{})
	w := start(t, func(c *Config) {
		named(c)
		c.WithLoaders = func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
			if strings.Contains(graphql.GetOperationContext(ctx).RawQuery, "held") {
				inside.Add(1)
				defer inside.Add(-1)
				select {
				case <-goOn:
				case <-ctx.Done():
				}
			}
			return next(ctx)
		}
	}, func(s *Server) { s.turns.places = quota.NewPlaces(math.MaxInt, each, 20) })
	until := func(what string, many int64, wait int) {
		t.Helper()
		for end := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
			_, waits := w.server.turns.places.Load()
			if inside.Load() == many && waits == wait {
				return
			}
			if time.Now().After(end) {
				t.Fatalf("%s: %d inside, %d wait, want %d and %d", what, inside.Load(), waits, many, wait)
			}
		}
	}
	var asked sync.WaitGroup
	for range each + waiting {
		asked.Go(func() {
			if status, body := w.ask("{held: hello}", "Authorization", "Bearer ann"); status != http.StatusOK || !strings.Contains(body, "world") {
				t.Errorf("while the server stops: %d %s", status, body)
			}
		})
	}
	until("those of HTTP are there", each, waiting)
	closed := make(chan error)
	go func() {
		_, err := w.talk(http.Header{"Authorization": {"Bearer ann"}}, 99, `{"type":"connection_init"}`, `{"type":"subscribe","id":"1","payload":{"query":"{held: hello}"}}`)
		closed <- err
	}()
	until("that of the socket is there", each, waiting+1)
	stopped := make(chan error)
	go func() { stopped <- w.server.Shutdown(t.Context()) }()
	if err := <-closed; !websocket.IsCloseError(err, websocket.CloseGoingAway) {
		t.Errorf("the socket ended with %v", err)
	}
	until("that of the socket has gone", each, waiting)
	select {
	case err := <-stopped:
		t.Errorf("the server has stopped, with %v, and others wait for its answers", err)
	default:
	}
	close(goOn)
	asked.Wait()
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	until("nobody is left", 0, 0)
}

// S33, S34: of whoever asks so many documents are judged at once, known or not, right or wrong, with an account or without; another's are judged meanwhile.
func TestS33S34DocumentsAreJudgedByTurns(t *testing.T) {
	w := start(t, named, func(s *Server) { s.turns.judging = quota.NewPlaces(math.MaxInt, 2, 3) })
	for key, headers := range map[string][]string{"account ann": {"Authorization", "Bearer ann"}, "address 127.0.0.1": nil} {
		var leaves []func()
		for range 2 {
			leave, err := w.server.turns.judging.Enter(t.Context(), key)
			if err != nil {
				t.Fatal(err)
			}
			leaves = append(leaves, leave)
		}
		var asked sync.WaitGroup
		for _, document := range []string{"{hello}", "{none}", "}"} {
			asked.Go(func() {
				if _, body := w.ask(document, headers...); strings.Contains(body, "RATE_LIMITED") || strings.Contains(body, "UNAVAILABLE") {
					t.Errorf("%s: %s", document, body)
				}
			})
		}
		for end := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
			if _, waiting := w.server.turns.judging.Load(); waiting == 3 {
				break
			} else if time.Now().After(end) {
				t.Fatalf("%s: %d wait", key, waiting)
			}
		}
		if status, body := w.ask("{hello}", headers...); status != http.StatusTooManyRequests || !strings.Contains(body, "RATE_LIMITED") {
			t.Errorf("%s, one more: %d %s", key, status, body)
		}
		if status, body := w.ask("{hello}", "Authorization", "Bearer bob"); status != http.StatusOK {
			t.Errorf("beside %s: %d %s", key, status, body)
		}
		for _, leave := range leaves {
			leave()
		}
		asked.Wait()
	}
}
