package server

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/graphqlws"
	"fortnight/server/internal/wire"
)

func (w *world) dial(header http.Header) (*websocket.Conn, *http.Response, error) {
	dialer := websocket.Dialer{Subprotocols: []string{graphqlws.Subprotocol}}
	return dialer.DialContext(w.t.Context(), "ws"+strings.TrimPrefix(w.url, "http")+"/graphql", header)
}

// talk opens a socket, sends the messages and returns what came until the socket closed or as many answers had come.
func (w *world) talk(header http.Header, answers int, messages ...string) ([]string, error) {
	w.t.Helper()
	socket, _, err := w.dial(header)
	if err != nil {
		w.t.Fatal(err)
	}
	defer socket.Close()
	_ = socket.SetReadDeadline(time.Now().Add(time.Minute))
	for _, m := range messages {
		if err := socket.WriteMessage(websocket.TextMessage, []byte(m)); err != nil {
			w.t.Fatal(err)
		}
	}
	var got []string
	for len(got) < answers {
		_, data, err := socket.ReadMessage()
		if err != nil {
			return got, err
		}
		got = append(got, string(data))
	}
	return got, nil
}

const askViewer = `{"type":"subscribe","id":"1","payload":{"query":"{viewer address}"}}`

func TestS78SocketViewer(t *testing.T) {
	w := start(t, nil)
	ann, bob := http.Header{"Authorization": {"Bearer ann"}}, `{"type":"connection_init","payload":{"authorization":"Bearer bob"}}`
	tests := []struct {
		name   string
		header http.Header
		init   string
		want   string
	}{
		{"nobody", nil, `{"type":"connection_init"}`, `"viewer":null`},
		{"no token", nil, `{"type":"connection_init","payload":{"Authorization":null}}`, `"viewer":null`},
		{"payload", nil, bob, `"viewer":"bob"`},
		{"header", ann, `{"type":"connection_init"}`, `"viewer":"ann"`},
		{"payload before header", ann, bob, `"viewer":"bob"`},
		{"headers", nil, `{"type":"connection_init","payload":{"headers":{"Authorization":"Bearer bob"}}}`, `"viewer":"bob"`},
		{"headers, small", nil, `{"type":"connection_init","payload":{"headers":{"authorization":"Bearer bob"}}}`, `"viewer":"bob"`},
		{"token", nil, `{"type":"connection_init","payload":{"token":"bob"}}`, `"viewer":"bob"`},
		{"token with its scheme", nil, `{"type":"connection_init","payload":{"token":"Bearer bob"}}`, `"viewer":"bob"`},
		{"twice the same", nil, `{"type":"connection_init","payload":{"token":"bob","headers":{"Authorization":"Bearer bob"}}}`, `"viewer":"bob"`},
		{"nulls", ann, `{"type":"connection_init","payload":{"token":null,"headers":{"Authorization":null},"authToken":null}}`, `"viewer":"ann"`},
		{"other headers", nil, `{"type":"connection_init","payload":{"headers":{"x-client":"a"},"client":"b"}}`, `"viewer":null`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := w.talk(test.header, 2, test.init, askViewer)
			if err != nil || !strings.Contains(got[1], test.want) || !strings.Contains(got[1], `"address":"127.0.0.1"`) {
				t.Errorf("got %v %v", got, err)
			}
		})
	}
	for _, payload := range []string{`"Bearer forged"`, `""`, `"bob"`, `1`, `["Bearer bob"]`} {
		got, err := w.talk(nil, 1, `{"type":"connection_init","payload":{"Authorization":`+payload+`}}`)
		if !websocket.IsCloseError(err, 4403) {
			t.Errorf("%s: %v %v", payload, got, err)
		}
	}
	for _, payload := range []string{ // never is whoever brings a token treated as nobody, nor is it said only that it is wrong
		`{"authToken":"bob"}`, `{"accessToken":"bob"}`, `{"access_token":"bob"}`, `{"X-Access-Token":"bob"}`, `{"headers":"Bearer bob"}`, `{"headers":{"Authorization":1}}`, `{"token":1}`, `{"Auth":"Bearer bob"}`,
		`{"token":"bob","Authorization":"Bearer ann"}`, `{"Authorization":"Bearer ann","authorization":"Bearer bob"}`,
	} {
		got, err := w.talk(nil, 1, `{"type":"connection_init","payload":`+payload+`}`)
		if !websocket.IsCloseError(err, 4403) || !strings.Contains(err.Error(), `{"Authorization": "Bearer …"}, in "headers" too, or {"token": "…"}`) {
			t.Errorf("%s: %v %v", payload, got, err)
		}
	}
	if _, response, err := w.dial(http.Header{"Authorization": {"Bearer forged"}}); err == nil || response == nil || response.StatusCode != 401 {
		t.Errorf("a forged header: %v", err)
	}
}

func TestS74Origins(t *testing.T) {
	w := start(t, func(c *Config) { c.AllowedOrigins = []string{"https://app.example.org"} })
	for _, origin := range []string{"https://app.example.org", w.url} {
		socket, _, err := w.dial(http.Header{"Origin": {origin}})
		if err != nil {
			t.Fatalf("%s: %v", origin, err)
		}
		_ = socket.Close()
	}
	for _, origin := range []string{"https://evil.example", "null", "https://app.example.org.evil.example"} {
		if _, response, err := w.dial(http.Header{"Origin": {origin}}); err == nil || response == nil || response.StatusCode != 403 {
			t.Errorf("%s: %v", origin, err)
		}
	}
}

func TestS79TokenRunsOut(t *testing.T) {
	w := start(t, nil)
	_, err := w.talk(nil, 99, `{"type":"connection_init","payload":{"Authorization":"Bearer short"}}`,
		`{"type":"subscribe","id":"1","payload":{"query":"subscription{silence}"}}`)
	if !websocket.IsCloseError(err, 4403) {
		t.Errorf("socket: %v", err)
	}
	response, body := w.do("POST", "/graphql", `{"query":"subscription{silence}"}`, "Content-Type", "application/json", "Accept", "text/event-stream",
		"Authorization", "Bearer short") // returns when the stream has ended
	if response.StatusCode != 200 || body != ":\n\n" {
		t.Errorf("stream: %d %q", response.StatusCode, body)
	}
}

// An event that could not be read is not sent, and cuts the stream off.
func TestStreamWithAnEventThatCannotBeReadIsCutOff(t *testing.T) {
	w := start(t, func(c *Config) {
		c.PresentError = func(_ context.Context, err error) *gqlerror.Error {
			return wire.Errorf(wire.CodeUnavailable, "%v", err)
		}
	})
	response, body := w.do("POST", "/graphql", `{"query":"subscription{breaks{tick}}"}`, "Content-Type", "application/json", "Accept", "text/event-stream")
	if want := ":\n\nevent: next\ndata: {\"data\":{\"breaks\":{\"tick\":1}}}\n\n"; response.StatusCode != 200 || body != want {
		t.Errorf("%d %q, want %q", response.StatusCode, body, want)
	}
}

func TestShutdownEndsStreams(t *testing.T) {
	w := start(t, nil)
	ended := make(chan string)
	go func() {
		_, body := w.do("POST", "/graphql", `{"query":"subscription{silence}"}`, "Content-Type", "application/json", "Accept", "text/event-stream")
		ended <- body
	}()
	closed := make(chan error)
	go func() {
		_, err := w.talk(nil, 99, `{"type":"connection_init"}`, `{"type":"subscribe","id":"1","payload":{"query":"subscription{silence}"}}`)
		closed <- err
	}()
	for w.resolver.Open.Load() < 2 {
		time.Sleep(time.Millisecond)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if err := w.server.Shutdown(ctx); err != nil {
		t.Error(err)
	}
	if body := <-ended; body != ":\n\n" {
		t.Errorf("stream: %q", body)
	}
	if err := <-closed; !websocket.IsCloseError(err, websocket.CloseGoingAway) {
		t.Errorf("socket: %v", err)
	}
}

func TestLoadersSurroundEachAnswer(t *testing.T) {
	calls := make(chan struct{}, 10)
	w := start(t, func(c *Config) {
		c.WithLoaders = func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
			calls <- struct{}{}
			return next(ctx)
		}
	})
	w.ask("{hello}")
	if len(calls) != 1 {
		t.Errorf("%d calls for a query", len(calls))
	}
}

func TestSlowOperationIsCutOff(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: takes the 10 s of the time limit")
	}
	t.Parallel()
	w := start(t, nil)
	if status, body := w.ask("{slow(milliseconds:600000)}"); !strings.Contains(body, "UNAVAILABLE") { // ten minutes if it were not
		t.Errorf("%d %s", status, body)
	}
}

func TestLimitTimeAnswersWhatNeverBegan(t *testing.T) {
	operation := &graphql.OperationContext{Operation: &ast.OperationDefinition{Operation: ast.Query}}
	ctx := graphql.WithOperationContext(t.Context(), operation)
	late, cancel := context.WithDeadline(ctx, time.Now())
	defer cancel()
	responses := limitTime(ctx, func(context.Context) graphql.ResponseHandler {
		return func(context.Context) *graphql.Response { return nil }
	})
	if response := responses(late); response == nil || len(response.Errors) != 1 {
		t.Errorf("got %v", response)
	}
	if response := responses(late); response != nil {
		t.Errorf("then %v", response)
	}
}
