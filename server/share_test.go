package server

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/reads"
	"fortnight/server/graphqlhttp"
	"fortnight/server/internal/wire"
)

// named has the test schema's viewers be accounts.
func named(c *Config) {
	authenticate := c.Authenticate
	type nameKey struct{}
	c.Authenticate = func(ctx context.Context, token string) (context.Context, time.Time, error) {
		ctx, expires, err := authenticate(ctx, token)
		if err == nil {
			ctx = context.WithValue(ctx, nameKey{}, token)
		}
		return ctx, expires, err
	}
	c.Account = func(ctx context.Context) string {
		name, _ := ctx.Value(nameKey{}).(string)
		return name
	}
}

func TestAddresses(t *testing.T) {
	w := start(t, func(c *Config) {
		c.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}
	})
	for _, test := range []struct{ remote, name, value, want string }{
		{"[::ffff:192.0.2.7]:9", "", "", "192.0.2.7"},
		{"192.0.2.7:9", "X-Forwarded-For", "203.0.113.1", "192.0.2.7"},
		{"192.0.2.7:9", "Forwarded", "for=203.0.113.1", "192.0.2.7"},
		{"10.0.0.1:9", "", "", "10.0.0.1"},
		{"10.0.0.1:9", "X-Forwarded-For", "203.0.113.1", "203.0.113.1"},
		{"10.0.0.1:9", "X-Forwarded-For", "198.51.100.66, 203.0.113.1, 10.3.3.3", "203.0.113.1"},
		{"10.0.0.1:9", "X-Forwarded-For", "203.0.113.1:4711", "203.0.113.1"},
		{"10.0.0.1:9", "X-Forwarded-For", "nonsense", "10.0.0.1"},
		{"10.0.0.1:9", "X-Forwarded-For", "10.2.2.2, 10.3.3.3", "10.2.2.2"},
		{"[fd00::1]:9", "X-Forwarded-For", "2001:db8::5", "2001:db8::5"},
		{"10.0.0.1:9", "Forwarded", `for=198.51.100.66, For="[2001:db8:cafe::17]:4711";proto=https`, "2001:db8:cafe::17"},
		{"10.0.0.1:9", "Forwarded", "for=unknown", "10.0.0.1"},
		{"10.0.0.1:9", "Forwarded", "for=203.0.113.1;by=10.0.0.1", "203.0.113.1"},
		{"@", "X-Forwarded-For", "203.0.113.1", "invalid IP"},
	} {
		config := w.server.config
		r := &http.Request{RemoteAddr: test.remote, Header: http.Header{}}
		for _, config.ProxyHeader = range []string{ForwardedFor, Forwarded} { // the other one is what a client wrote, whatever it says
			r.Header.Set(config.ProxyHeader, "203.0.113.99")
		}
		if config.ProxyHeader = test.name; test.name != "" {
			r.Header.Set(test.name, test.value)
		} else {
			r.Header.Del(ForwardedFor)
		}
		if got := config.address(r); got.String() != test.want {
			t.Errorf("%s with %s %q is %s, want %s", test.remote, test.name, test.value, got, test.want)
		}
	}
}

// half sends half of a body from an address of this machine, with an account, and leaves the connection open.
func (w *world) half(from string, announced, sent int) (net.Conn, error) {
	dialer := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	conn, err := dialer.DialContext(w.t.Context(), "tcp", strings.TrimPrefix(w.url, "http://"))
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = conn.Close() })
	_, err = fmt.Fprintf(conn, "POST /graphql HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer ann\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		strings.TrimPrefix(w.url, "http://"), announced, `{"query":"{hello}","x":"`+strings.Repeat("a", max(0, sent-24)))
	return conn, err
}

// S33, S35: what is announced and not sent takes nothing, and what one address sends leaves room for others.
func TestS33BodiesAreCountedAsTheyArrive(t *testing.T) {
	w := start(t, named)
	for range 200 {
		if _, err := w.half("127.0.0.2", graphqlhttp.MaxBodyBytes, 100); err != nil {
			t.Fatal(err)
		}
	}
	large := `{"query":"{hello}","x":"` + strings.Repeat("b", 900<<10) + `"}`
	if response, body := w.do("POST", "/graphql", large, "Content-Type", "application/json"); response.StatusCode != 200 {
		t.Errorf("beside 200 bodies that were announced: %d %s", response.StatusCode, body)
	}
	var refused atomic.Int64 // of eight bodies more than there is room for
	for range bodyBytesOfAddress/graphqlhttp.MaxBodyBytes + 8 {
		conn, err := w.half("127.0.0.3", graphqlhttp.MaxBodyBytes, graphqlhttp.MaxBodyBytes-1)
		if err != nil {
			refused.Add(1) // the server has closed it
			continue
		}
		go func() {
			if line, _ := bufio.NewReader(conn).ReadString('\n'); strings.Contains(line, "503") {
				refused.Add(1)
			}
		}()
	}
	for end := time.Now().Add(time.Minute); refused.Load() < 4 || w.server.bodies.Held() < bodyBytesOfAddress-8*graphqlhttp.MaxBodyBytes; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d of the bodies of one address were refused, %d bytes are held", refused.Load(), w.server.bodies.Held())
		}
	}
	if response, body := w.do("POST", "/graphql", large, "Content-Type", "application/json"); response.StatusCode != 200 {
		t.Errorf("from another address: %d %s", response.StatusCode, body)
	}
	if held := w.server.bodies.Held(); held > bodyBytesOfAddress+1<<20 {
		t.Errorf("%d bytes are held", held)
	}
}

func TestBudgets(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	w := start(t, func(c *Config) {
		named(c)
		c.Now = func() time.Time { return now }
	})
	document := `{ items(first: 100) { id name } }`
	if status, body := w.ask(document, "Authorization", "Bearer ann"); status != 200 {
		t.Fatal(status, body)
	}
	for points := accountBudget; points > 50; points /= 2 { // all but a little
		w.server.budgets.accounts.Spend("account ann", points-40)
	}
	asked := 0
	for ; asked < 1000; asked++ {
		status, body := w.ask(document, "Authorization", "Bearer ann")
		if status == http.StatusTooManyRequests && strings.Contains(body, "RATE_LIMITED") && strings.Contains(body, `"retryAfterSeconds":`) {
			break
		}
		if status != 200 {
			t.Fatal(status, body)
		}
	}
	if asked == 1000 {
		t.Error("an account may ask for ever")
	}
	for _, other := range []string{"Bearer bob", ""} {
		var headers []string
		if other != "" {
			headers = []string{"Authorization", other}
		}
		if status, body := w.ask(document, headers...); status != 200 {
			t.Errorf("%q: %d %s", other, status, body)
		}
	}
	response, _ := w.do("POST", "/graphql", `{"query":"{hello}"}`, "Content-Type", "application/json", "Authorization", "Bearer ann")
	if response.StatusCode != 429 || response.Header.Get("Retry-After") == "" {
		t.Errorf("%d, Retry-After %q", response.StatusCode, response.Header.Get("Retry-After"))
	}
	now = now.Add(10 * time.Second)
	if status, body := w.ask(document, "Authorization", "Bearer ann"); status != 200 {
		t.Errorf("ten seconds later: %d %s", status, body)
	}
	w.server.budgets.addresses.Spend("address 127.0.0.1", addressBudget)
	if status, body := w.ask("{hello}"); status != http.StatusTooManyRequests {
		t.Errorf("nobody at an address that has spent all: %d %s", status, body)
	}
}

// One account, and nobody at one address, can take a part of the streams and sockets.
func TestStreamsAreShared(t *testing.T) {
	w := start(t, named)
	places := newPlaces(roomFor(0), &loggedIn{of: func(context.Context) string { return "" }}, w.server.config.network)
	of := func(account, network string) context.Context {
		return context.WithValue(t.Context(), partyKey{}, party{account: account, network: network})
	}
	count := func(ctx context.Context, take func(context.Context, func()) (func(), bool)) (n int) {
		for {
			if _, taken := take(ctx, nil); !taken {
				return n
			}
			n++
		}
	}
	if n := count(of("ann", "192.0.2.1"), places.takeStream); n != maxOpenOfAccount {
		t.Errorf("an account got %d streams", n)
	}
	if n := count(of("", "192.0.2.1"), places.takeStream); n != maxNobodysAtOne {
		t.Errorf("nobody got %d streams", n)
	}
	if n := count(of("ann", "192.0.2.1"), places.seatSocket); n != maxOpenOfAccount {
		t.Errorf("an account got %d sockets", n)
	}
	if _, taken := places.takeStream(of("bob", "192.0.2.1"), nil); !taken {
		t.Error("another account got no stream")
	}
	silent := httptest.NewRequest(http.MethodGet, "/graphql", http.NoBody)
	var last [2]func()
	entered := 0
	for ; entered < 2*maxUnknownAtOne; entered++ {
		leave, told, may := places.enterSocket(silent)
		if !may {
			break
		}
		last = [2]func(){leave, told}
	}
	if entered != maxUnknownAtOne {
		t.Errorf("an address has %d sockets of which it does not say whose they are", entered)
	}
	last[1]()
	last[0]() // what is told is given back, and not once more with the rest
	if _, _, may := places.enterSocket(silent); !may {
		t.Error("what was told counts still")
	}
	if _, _, may := places.enterSocket(silent); may {
		t.Error("what was told counts less than nothing")
	}
	if _, taken := places.seatSocket(of("bob", "192.0.2.1"), nil); !taken {
		t.Error("another account got no socket")
	}
}

func TestErrorsOfAPartialAnswerAreBounded(t *testing.T) {
	partial := &graphql.Response{Data: []byte(`{"a":null}`)}
	for n := range 500 {
		partial.Errors = append(partial.Errors, gqlerror.Errorf("error %d", n))
	}
	got := shorten(t.Context(), func(context.Context) *graphql.Response { return partial })
	if len(got.Errors) != maxFailed || got.Errors[0].Message != "error 0" {
		t.Errorf("%d errors", len(got.Errors))
	}
}

// The time limit holds for all that comes before the operation too.
func TestTheTimeLimitHoldsForTokens(t *testing.T) {
	w := start(t, func(c *Config) {
		c.Authenticate = func(ctx context.Context, _ string) (context.Context, time.Time, error) {
			if end, bounded := ctx.Deadline(); !bounded || time.Until(end) > operationTimeout {
				t.Errorf("a token may be looked up until %s", end)
			}
			<-ctx.Done()
			return nil, time.Time{}, wireError(ctx.Err())
		}
	})
	if status, body := w.ask("{hello}", "Authorization", "Bearer ann"); status != http.StatusServiceUnavailable {
		t.Errorf("%d %s", status, body)
	}
}

func wireError(err error) error {
	if errors.Is(err, context.Canceled) {
		return wire.Errorf(wire.CodeUnavailable, "the token could not be looked up")
	}
	return err
}

// A page that has its own name lead to this machine is not answered, whatever its Origin says.
func TestHosts(t *testing.T) {
	w := start(t, func(c *Config) { c.Hosts = []string{"localhost", "127.0.0.1", "::1"} })
	for host, want := range map[string]int{
		"localhost:8080": 200, "LOCALHOST": 200, "127.0.0.1:1": 200, "[::1]:8080": 200, "[::1]": 200,
		"evil.example:8080": 421, "localhost.evil.example": 421, "127.0.0.1.evil.example": 421, "0.0.0.0": 421,
	} {
		for _, path := range []string{"/graphql?query={hello}", "/graphiql"} {
			r, err := http.NewRequestWithContext(t.Context(), "GET", w.url+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Host = host
			r.Header.Set("Origin", "http://"+host)
			response, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			_ = response.Body.Close()
			if response.StatusCode != want {
				t.Errorf("%s of %s: %d, want %d", path, host, response.StatusCode, want)
			}
		}
	}
	r, err := http.NewRequestWithContext(t.Context(), "GET", w.url+"/healthz", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Host = "probe.example"
	if response, err := http.DefaultClient.Do(r); err != nil || response.StatusCode != 200 {
		t.Errorf("a probe of the health: %v", err)
	}
}

// What takes longer than its price says is paid for, by accounts.
func TestWhatTookLongerIsPaidFor(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	w := start(t, func(c *Config) {
		named(c)
		c.Now = func() time.Time { return now }
	})
	if status, body := w.ask(`{slow(milliseconds:200)}`, "Authorization", "Bearer ann"); status != 200 {
		t.Fatal(status, body)
	}
	took := int(200*time.Millisecond/pointTime) - inaccuracy - 100
	if _, spent := w.server.budgets.accounts.Spend("account ann", accountBudget-took); spent {
		t.Errorf("of 200 ms less than %d points were taken", took)
	}
	if _, spent := w.server.budgets.accounts.Spend("account ann", accountBudget-maxCost-2*requestCost); !spent {
		t.Error("more was taken than a document may cost")
	}
}

// Each event of a stream is paid for by the time that it takes, beyond the price of its document, and whoever owes something is told of nothing until
// that is paid. What is read between two events is not waited for.
func TestEventsArePaidFor(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	b := newBudgets(func() time.Time { return now })
	ann := party{account: "ann"}
	operation := &graphql.OperationContext{
		Operation:          &ast.OperationDefinition{Operation: ast.Subscription},
		ResolverMiddleware: func(ctx context.Context, next graphql.Resolver) (any, error) { return next(ctx) },
	}
	const price = 1000
	operation.Stats.SetExtension(costKey, price)
	ctx, cancel := context.WithCancel(graphql.WithOperationContext(withParty(t.Context(), ann), operation))
	defer cancel()
	takes := 100 * time.Millisecond
	events := b.settle(ctx, func(context.Context) graphql.ResponseHandler {
		return func(ctx context.Context) *graphql.Response {
			time.Sleep(50 * time.Millisecond) // until there is something to tell
			for range 3 {                     // fields
				_, _ = operation.ResolverMiddleware(ctx, func(context.Context) (any, error) { time.Sleep(takes / 3); return nil, nil })
			}
			return &graphql.Response{}
		}
	})
	least := int(takes/pointTime) - price
	if events(ctx); b.accounts.Left(ann.key()) > accountBudget-least {
		t.Errorf("an event of %s cost %d points, want %d at least", takes, accountBudget-b.accounts.Left(ann.key()), least)
	}
	before := b.accounts.Left(ann.key())
	if events(ctx); before-b.accounts.Left(ann.key()) < least+price {
		t.Errorf("the second cost %d points, want %d at least: the price of the document has paid for the first", before-b.accounts.Left(ann.key()), least+price)
	}
	takes = 0
	before = b.accounts.Left(ann.key())
	if events(ctx); before-b.accounts.Left(ann.key()) > int(40*time.Millisecond/pointTime) {
		t.Errorf("a quick event for which one waited cost %d points", before-b.accounts.Left(ann.key()))
	}
	b.accounts.Charge(ann.key(), 2*accountBudget)
	told := make(chan *graphql.Response)
	go func() { told <- events(ctx) }()
	select {
	case <-told:
		t.Error("who owes a whole budget is told of an event")
	case <-time.After(200 * time.Millisecond):
	}
	cancel()
	if response := <-told; response != nil {
		t.Error("a stream that has ended tells something")
	}
}

// S83: a large answer is held for its client as long as that takes to read it, and counted; where too much is held already, who asks for one is told to
// try again, and a small one is answered.
func TestS83LargeAnswersAreCounted(t *testing.T) {
	w := start(t, func(c *Config) {
		named(c)
		c.WithLoaders = func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
			response := next(ctx)
			if strings.Contains(graphql.GetOperationContext(ctx).RawQuery, "items") {
				response.Data = []byte(`"` + strings.Repeat("a", 100_000) + `"`)
			}
			return response
		}
	})
	const large = `{ items(first: 1) { id } }`
	if status, body := w.ask(large); status != http.StatusOK || len(body) < 100_000 {
		t.Fatalf("%d %.100s", status, body)
	}
	if held := w.server.places.waiting.Held(); held != 0 {
		t.Errorf("%d bytes are held of what was read", held)
	}
	giveBack, _ := w.server.places.holdWaiting(withParty(t.Context(), party{network: "127.0.0.1"}), waitingBytesOfAddress-50_000)
	if status, body := w.ask(large); status != http.StatusServiceUnavailable || !strings.Contains(body, "UNAVAILABLE") {
		t.Errorf("%d %.200s", status, body)
	}
	if status, body := w.ask("{hello}"); status != http.StatusOK {
		t.Errorf("a small answer: %d %s", status, body)
	}
	giveBack()
	if status, _ := w.ask(large); status != http.StatusOK {
		t.Errorf("afterwards: %d", status)
	}
}

// An answer that gqlgen made is bounded too.
func TestS83AnswersOfChangesAreBounded(t *testing.T) {
	got := shorten(t.Context(), func(context.Context) *graphql.Response {
		return &graphql.Response{Data: make([]byte, reads.MaxAnswerBytes+1)}
	})
	if len(got.Data) > 0 || len(got.Errors) != 1 || wire.Code(got.Errors[0]) != wire.CodeLimitExceeded {
		t.Errorf("%d bytes, %v", len(got.Data), got.Errors)
	}
}
