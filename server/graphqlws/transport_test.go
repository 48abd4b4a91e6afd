package graphqlws

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/gorilla/websocket"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/testschema"
	"fortnight/server/internal/wire"
)

// world is a server with one transport.
type world struct {
	t         *testing.T
	resolver  testschema.Resolver
	transport *Transport
	url       string
}

func start(t *testing.T, change func(*Config)) *world {
	t.Helper()
	config := Config{
		Accept:      func(ctx context.Context, _ *http.Request) context.Context { return ctx },
		Init:        initialise,
		CheckOrigin: func(r *http.Request) bool { return r.Header.Get("Origin") != "https://foreign.example" },
		Log:         slog.New(slog.DiscardHandler),
	}
	if change != nil {
		change(&config)
	}
	transport, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, transport: transport}
	h := handler.New(w.resolver.Schema())
	h.AddTransport(transport)
	server := httptest.NewServer(h)
	w.url = "ws" + strings.TrimPrefix(server.URL, "http")
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if err := transport.Shutdown(ctx); err != nil {
			t.Errorf("shutdown: %v", err)
		}
		for w.resolver.Open.Load() != 0 && ctx.Err() == nil {
			runtime.Gosched() // a source learns of its end from its context, in its own time
		}
		if n := w.resolver.Open.Load(); n != 0 {
			t.Errorf("%d sources still run", n)
		}
		server.Close()
	})
	return w
}

// initialise takes {"token": "forged" | "down" | "short" | a name}; what is short has a life in milliseconds.
func initialise(ctx context.Context, payload map[string]any) (context.Context, time.Time, *gqlerror.Error) {
	token, _ := payload["token"].(string)
	switch token {
	case "":
		return ctx, time.Time{}, nil
	case "forged":
		return nil, time.Time{}, wire.Errorf(wire.CodeUnauthenticated, "not valid")
	case "down":
		return nil, time.Time{}, wire.Errorf(wire.CodeUnavailable, "no database")
	case "short":
		life, _ := payload["life"].(json.Number).Int64()
		return testschema.WithViewer(ctx, token), time.Now().Add(time.Duration(life) * time.Millisecond), nil
	}
	return testschema.WithViewer(ctx, token), time.Now().Add(time.Hour), nil
}

// client is one socket of a test.
type client struct {
	t      *testing.T
	socket *websocket.Conn
}

func (w *world) dial(subprotocols ...string) *client {
	w.t.Helper()
	dialer := websocket.Dialer{Subprotocols: subprotocols}
	socket, response, err := dialer.DialContext(w.t.Context(), w.url, nil)
	if err != nil {
		w.t.Fatalf("%v: %+v", err, response)
	}
	w.t.Cleanup(func() { _ = socket.Close() })
	_ = socket.SetReadDeadline(time.Now().Add(time.Minute))
	return &client{w.t, socket}
}

func (w *world) connect() *client {
	w.t.Helper()
	c := w.dial(Subprotocol)
	c.send(`{"type":"connection_init"}`)
	c.want(`{"type":"connection_ack"}`)
	return c
}

func (c *client) send(messages ...string) {
	c.t.Helper()
	for _, m := range messages {
		if err := c.socket.WriteMessage(websocket.TextMessage, []byte(m)); err != nil {
			c.t.Fatal(err)
		}
	}
}

func (c *client) want(messages ...string) {
	c.t.Helper()
	for _, want := range messages {
		if got := c.receive(); !strings.Contains(got, want) {
			c.t.Fatalf("got %s, want %s", got, want)
		}
	}
}

func (c *client) receive() string {
	c.t.Helper()
	_, data, err := c.socket.ReadMessage()
	if err != nil {
		c.t.Fatal(err)
	}
	return string(data)
}

// wantClose reads to the end, which must have that code; an ended operation must not look completed.
func (c *client) wantClose(code int) {
	c.t.Helper()
	for {
		_, data, err := c.socket.ReadMessage()
		if err == nil && !strings.Contains(string(data), `"complete"`) {
			continue
		}
		if err == nil || !websocket.IsCloseError(err, code) {
			c.t.Fatalf("got %s %v, want close code %d", data, err, code)
		}
		return
	}
}

func subscribe(id, document string) string {
	return fmt.Sprintf(`{"type":"subscribe","id":%q,"payload":{"query":%q}}`, id, document)
}

func TestOperations(t *testing.T) {
	w := start(t, nil)
	c := w.connect()
	tests := []struct {
		name, document string
		want           []string
	}{
		{"query", "{hello}", []string{`{"type":"next","id":"1","payload":{"data":{"hello":"world"}}}`, `{"type":"complete","id":"1"}`}},
		{"mutation", "mutation{touch}", []string{`{"touch":1}`, "complete"}},
		{"field error", "{fail}", []string{`"data":{"fail":null}`, "complete"}},
		{"stream", "subscription{ticks(count:3)}", []string{`{"ticks":1}`, `{"ticks":2}`, `{"ticks":3}`, "complete"}},
		{"error in an event", "subscription{breaks{tick}}", []string{`{"tick":1}`, `"errors"`, "complete"}},
		{"validation error", "{nope}", []string{`{"type":"error","id":"1","payload":[{"message":`}},
		{"refused", "subscription{refused}", []string{`{"type":"error","id":"1"`}},
	}
	for _, test := range tests { // the id is used again each time: after error or complete it is free, and after error nothing follows
		c.send(subscribe("1", test.document))
		c.want(test.want...)
	}
}

func TestS75Initialisation(t *testing.T) {
	hasty := start(t, func(c *Config) { c.InitTimeout = 100 * time.Millisecond })
	hasty.dial(Subprotocol).wantClose(4408)
	w := start(t, func(c *Config) { c.InitTimeout = time.Minute })
	tests := []struct {
		name string
		send []string
		code int
	}{
		{"twice", []string{`{"type":"connection_init"}`, `{"type":"connection_init"}`}, 4429},
		{"subscribe first", []string{subscribe("1", "{hello}")}, 4401},
		{"S78 forged", []string{`{"type":"connection_init","payload":{"token":"forged"}}`}, 4403},
		{"server is ill", []string{`{"type":"connection_init","payload":{"token":"down"}}`}, websocket.CloseTryAgainLater},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := w.dial(Subprotocol)
			c.send(test.send...)
			c.wantClose(test.code)
		})
	}
	t.Run("ping early", func(*testing.T) {
		c := w.dial(Subprotocol)
		c.send(`{"type":"ping","payload":{"a":1}}`, `{"type":"pong"}`, `{"type":"connection_init"}`)
		c.want(`{"type":"pong"}`, `{"type":"connection_ack"}`)
	})
	t.Run("once it has come, the time for it does not matter", func(t *testing.T) {
		lasting(t, func(life time.Duration) bool {
			w := start(t, func(c *Config) { c.InitTimeout = life })
			c := w.dial(Subprotocol)
			c.send(`{"type":"connection_init"}`)
			if _, _, err := c.socket.ReadMessage(); websocket.IsCloseError(err, 4408) {
				return false // it came too late
			} else if err != nil {
				t.Fatal(err)
			}
			time.Sleep(life + life/2)
			c.send(`{"type":"ping"}`)
			c.want(`{"type":"pong"}`)
			return true
		})
	})
}

// lasting tries something within a short time, and where the machine is too slow for that within one that is four times as long, up to 13 s.
func lasting(t *testing.T, within func(life time.Duration) bool) {
	t.Helper()
	for life := 200 * time.Millisecond; life < 15*time.Second; life *= 4 {
		if within(life) {
			return
		}
	}
	t.Error("nothing was in time")
}

func TestS74Subprotocol(t *testing.T) {
	w := start(t, nil)
	for _, offered := range [][]string{nil, {"graphql-ws"}, {"other"}} {
		w.dial(offered...).wantClose(4406)
	}
	c := w.dial("graphql-ws", Subprotocol)
	if got := c.socket.Subprotocol(); got != Subprotocol {
		t.Errorf("speaks %q", got)
	}
}

func TestS74ForeignOrigin(t *testing.T) {
	w := start(t, nil)
	dialer := websocket.Dialer{Subprotocols: []string{Subprotocol}}
	_, response, err := dialer.DialContext(t.Context(), w.url, http.Header{"Origin": {"https://foreign.example"}})
	if err == nil || response == nil || response.StatusCode != http.StatusForbidden {
		t.Errorf("got %v %+v", err, response)
	}
}

func TestS76MalformedMessages(t *testing.T) {
	w := start(t, nil)
	malformed := []string{
		``, `x`, `null`, `1`, `"ping"`, `[]`, `[{"type":"ping"}]`, `{}`, `{"type":1}`, `{"type":"nope"}`, `{"type":"next","id":"1"}`,
		`{"type":"connection_ack"}`, `{"type":"ping","payload":1}`, `{"type":"pong","payload":"x"}`, `{"type":"subscribe"}`,
		`{"type":"subscribe","id":""}`, `{"type":"subscribe","id":1,"payload":{"query":"{hello}"}}`, `{"type":"complete"}`,
		`{"type":"complete","id":""}`, `{"type":"subscribe","id":"` + strings.Repeat("x", 65) + `","payload":{"query":"{hello}"}}`,
		`{"type":"ping"}{"type":"ping"}`, "{\"type\":\"ping\",\"payload\":{\"a\":\"\xff\"}}",
	}
	ack := append([]string{
		`{"type":"subscribe","id":"1"}`, `{"type":"subscribe","id":"1","payload":null}`, `{"type":"subscribe","id":"1","payload":{}}`,
		`{"type":"subscribe","id":"1","payload":{"query":1}}`, `{"type":"subscribe","id":"1","payload":[{"query":"{hello}"}]}`,
		`{"type":"subscribe","id":"1","payload":{"query":"{hello}","variables":[]}}`,
	}, malformed...)
	for _, m := range malformed {
		c := w.dial(Subprotocol)
		c.send(m)
		c.wantClose(4400)
	}
	for _, m := range ack {
		c := w.connect()
		c.send(m)
		c.wantClose(4400)
	}
	c := w.connect()
	if err := c.socket.WriteMessage(websocket.BinaryMessage, []byte(`{"type":"ping"}`)); err != nil {
		t.Fatal(err)
	}
	c.wantClose(4400)
}

func TestS77DuplicateID(t *testing.T) {
	c := start(t, nil).connect()
	c.send(subscribe("7", "subscription{silence}"), subscribe("7", "{hello}"))
	c.wantClose(4409)
}

func TestS77CompleteFreesTheID(t *testing.T) {
	w := start(t, nil)
	c := w.connect()
	for range 50 {
		c.send(subscribe("1", "subscription{flood(bytes:1)}"))
		c.want(`"flood":"x1"`)
		c.send(`{"type":"complete","id":"1"}`, subscribe("1", "{hello}"))
		for got := c.receive(); !strings.Contains(got, `"hello"`); got = c.receive() {
			if strings.Contains(got, "complete") {
				t.Fatalf("completed what the client had completed: %s", got)
			}
		}
		c.want(`{"type":"complete","id":"1"}`)
	}
	c.send(`{"type":"complete","id":"unknown"}`, `{"type":"ping"}`)
	c.want(`{"type":"pong"}`)
}

func TestS79TokenRunsOut(t *testing.T) {
	lasting(t, func(life time.Duration) bool {
		c := start(t, nil).dial(Subprotocol)
		c.send(`{"type":"connection_init","payload":{"token":"short","life":` + fmt.Sprint(life.Milliseconds()) + `}}`)
		c.want("ack")
		if c.socket.WriteMessage(websocket.TextMessage, []byte(subscribe("1", "{viewer}"))) != nil {
			return false
		}
		_ = c.socket.WriteMessage(websocket.TextMessage, []byte(subscribe("2", "subscription{silence}")))
		if _, data, err := c.socket.ReadMessage(); websocket.IsCloseError(err, 4403) {
			return false // it has run out before the answer
		} else if err != nil || !strings.Contains(string(data), `"viewer":"short"`) {
			t.Fatalf("%s, %v", data, err)
		}
		if _, data, err := c.socket.ReadMessage(); websocket.IsCloseError(err, 4403) {
			return false
		} else if err != nil || !strings.Contains(string(data), `"complete"`) {
			t.Fatalf("%s, %v", data, err)
		}
		c.wantClose(4403)
		return true
	})
}

func TestS80Oversize(t *testing.T) {
	w := start(t, func(c *Config) { c.MaxMessage = 4096 })
	c := w.connect()
	if err := c.socket.WriteMessage(websocket.TextMessage, make([]byte, 1<<20)); err != nil {
		t.Logf("the write was cut: %v", err)
	}
	c.wantClose(websocket.CloseMessageTooBig)
}

func TestS80Fragmented(t *testing.T) {
	c := start(t, nil).connect()
	writer, err := c.socket.NextWriter(websocket.TextMessage)
	if err != nil {
		t.Fatal(err)
	}
	document := subscribe("1", "{hello #"+strings.Repeat("x", 20_000)+"\n}") // several frames of the client's 4 KiB buffer
	if _, err := writer.Write([]byte(document)); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	c.want(`"hello":"world"`)
}

func TestS81OperationsAreBounded(t *testing.T) {
	w := start(t, func(c *Config) { c.MaxOperations = 3 })
	c := w.connect()
	for i := range 3 {
		c.send(subscribe(fmt.Sprint(i), "subscription{silence}"))
	}
	c.send(subscribe("over", "subscription{silence}"))
	c.want(`{"type":"error","id":"over","payload":[{"message":"3 operations run on this connection`)
	c.send(`{"type":"complete","id":"1"}`, subscribe("again", "{hello}"))
	c.want(`"hello":"world"`, "complete")
}

func TestS81ManyOperationsOnOneSocket(t *testing.T) {
	c := start(t, nil).connect()
	const n = 500
	go func() {
		for i := range n {
			_ = c.socket.WriteMessage(websocket.TextMessage, []byte(subscribe(fmt.Sprint(i), "subscription{ticks(count:2)}")))
		}
		_ = c.socket.WriteMessage(websocket.TextMessage, []byte(`{"type":"ping"}`))
	}()
	ended, pong := map[string]bool{}, false
	for len(ended) < n || !pong {
		var m struct{ Type, ID string }
		if err := json.Unmarshal([]byte(c.receive()), &m); err != nil {
			t.Fatal(err)
		}
		switch m.Type {
		case "complete", "error":
			ended[m.ID] = true
		case "pong":
			pong = true
		}
	}
}

func TestConnectionsAreBounded(t *testing.T) {
	w := start(t, func(c *Config) { c.MaxConnections = 2 })
	w.connect()
	second := w.connect()
	dialer := websocket.Dialer{Subprotocols: []string{Subprotocol}}
	_, response, err := dialer.DialContext(t.Context(), w.url, nil)
	if err == nil || response == nil || response.StatusCode != http.StatusServiceUnavailable {
		t.Fatalf("got %v %+v", err, response)
	}
	_ = second.socket.Close()
	await(t, func() bool { n, _ := w.transport.Open(); return n == 1 })
	w.connect()
}

func TestS82DroppedSockets(t *testing.T) {
	w := start(t, nil)
	for range 100 {
		c := w.connect()
		c.send(subscribe("1", "subscription{silence}"))
		_ = c.socket.NetConn().Close()
	}
	await(t, func() bool {
		connections, operations := w.transport.Open()
		return connections == 0 && operations == 0 && w.resolver.Open.Load() == 0
	})
	w.connect()
}

func TestS83NeverReads(t *testing.T) {
	w := start(t, func(c *Config) { c.WriteTimeout = 300 * time.Millisecond })
	c := w.connect()
	c.send(subscribe("1", "subscription{flood(bytes:100000)}"))
	await(t, func() bool { n, _ := w.transport.Open(); return n == 0 })
}

func TestSilentClientIsClosed(t *testing.T) {
	lasting(t, func(every time.Duration) bool {
		w := start(t, func(c *Config) { c.PingEvery = every / 2 })
		pinged, closed := make(chan struct{}, 100), make(chan struct{})
		answers, silent := w.connect(), w.connect()
		answers.socket.SetPingHandler(func(data string) error {
			pinged <- struct{}{}
			return answers.socket.WriteControl(websocket.PongMessage, []byte(data), time.Now().Add(time.Second))
		})
		go func() {
			_, _, _ = answers.socket.ReadMessage()
			close(closed)
		}()
		_ = silent // reads nothing, so it never answers a ping
		for range 10 {
			select {
			case <-pinged:
			case <-closed: // the answer came too late
				return false
			}
		}
		await(t, func() bool { n, _ := w.transport.Open(); return n <= 1 })
		select {
		case <-closed:
			return false
		default:
			return true
		}
	})
}

func TestShutdown(t *testing.T) {
	w := start(t, nil)
	c := w.connect()
	c.send(subscribe("1", "subscription{silence}"))
	await(t, func() bool { return w.resolver.Open.Load() == 1 })
	done := make(chan error)
	go func() { done <- w.transport.Shutdown(context.Background()) }()
	c.wantClose(websocket.CloseGoingAway)
	if err := <-done; err != nil {
		t.Error(err)
	}
	dialer := websocket.Dialer{Subprotocols: []string{Subprotocol}}
	if _, response, err := dialer.DialContext(t.Context(), w.url, nil); err == nil || response.StatusCode != 503 {
		t.Errorf("after the shutdown: %v %+v", err, response)
	}
}

func TestPanicClosesTheConnection(t *testing.T) {
	w := start(t, nil)
	h := handler.New(w.resolver.Schema())
	h.AddTransport(w.transport)
	h.AroundResponses(func(context.Context, graphql.ResponseHandler) *graphql.Response { panic("at the edge") })
	server := httptest.NewServer(h)
	defer server.Close()
	w.url = "ws" + strings.TrimPrefix(server.URL, "http")
	c := w.connect()
	c.send(subscribe("1", "{hello}"))
	c.wantClose(4500)
}

func TestNewNamesWhatIsMissing(t *testing.T) {
	if _, err := New(Config{}); err == nil {
		t.Error("an empty Config is accepted")
	}
}

func await(t *testing.T, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !done(); {
		if time.Now().After(deadline) {
			t.Fatal("waited a minute in vain")
		}
		time.Sleep(time.Millisecond)
	}
}
