package graphqlhttp

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"

	"fortnight/quota"
	"fortnight/server/internal/broadcast"
	"fortnight/server/internal/testschema"
)

func serve(t *testing.T) (*httptest.Server, *testschema.Resolver, context.CancelFunc) {
	t.Helper()
	server, resolver, _, stop := serveStreams(t, 0)
	return server, resolver, stop
}

// serveStreams serves, with room for two streams, until stop is called.
func serveStreams(t *testing.T, pingEvery time.Duration) (server *httptest.Server, resolver *testschema.Resolver, streams *Streams, stop context.CancelFunc) {
	t.Helper()
	resolver = &testschema.Resolver{}
	base, stop := context.WithCancel(t.Context())
	h := handler.New(resolver.Schema())
	slots := quota.NewSlots(2)
	streams = NewStreams(StreamConfig{
		Base: base, Station: broadcast.New(base, slog.New(slog.DiscardHandler)), PingEvery: pingEvery, Take: func(context.Context, func()) (func(), bool) { return slots.Take(1) },
	})
	h.AddTransport(streams)
	h.AddTransport(Transport{})
	h.Use(extension.Introspection{})
	server = httptest.NewServer(h)
	t.Cleanup(server.Close)
	t.Cleanup(stop)
	return server, resolver, streams, stop
}

type call struct {
	method, query, contentType, accept, encoding, body string
}

func (c call) do(t *testing.T, at string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), c.method, at+c.query, strings.NewReader(c.body))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range map[string]string{"Content-Type": c.contentType, "Accept": c.accept, "Content-Encoding": c.encoding} {
		if value != "" {
			request.Header.Set(name, value)
		}
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}

func post(accept, body string) call {
	return call{method: "POST", contentType: "application/json", accept: accept, body: body}
}

func get(accept, document string) call {
	return call{method: "GET", accept: accept, query: "?query=" + url.QueryEscape(document)}
}

func TestStatusAndBody(t *testing.T) {
	server, resolver, _ := serve(t)
	form := "application/x-www-form-urlencoded"
	tests := []struct {
		name   string
		call   call
		status int
		body   string // a part of it
	}{
		{"query", post("", `{"query":"{hello}"}`), 200, `{"data":{"hello":"world"}}`},
		{"query by GET", get("", "{hello}"), 200, `{"data":{"hello":"world"}}`},
		{"variables by GET", call{method: "GET", query: `?query=query($t:String!){echo(text:$t)}&variables={"t":"a"}`}, 200, `"echo":"a"`},
		{"mutation", post("", `{"query":"mutation{touch}"}`), 200, `"touch":1`},
		{"field error", post(mediaGraphQL, `{"query":"{fail}"}`), 200, `"data":{"fail":null}`},
		{"null data", post(mediaGraphQL, `{"query":"{failHard}"}`), 200, `"data":null`},
		{"parse error", post(mediaGraphQL, `{"query":"{"}`), 400, `{"errors":[`},
		{"parse error as JSON", post(mediaJSON, `{"query":"{"}`), 200, `{"errors":[`},
		{"validation error", post(mediaGraphQL, `{"query":"{nope}"}`), 400, `GRAPHQL_VALIDATION_FAILED`},
		{"missing variable", post(mediaGraphQL, `{"query":"query($t:String!){echo(text:$t)}"}`), 400, `must be defined`},
		{"S12 batch", post("", `[{"query":"{hello}"}]`), 400, `a batch is not accepted`},
		{"S18 mutation by GET", get("", "mutation{touch}"), 405, `a mutation needs POST`},
		{"S19 form", call{method: "POST", contentType: form, body: "query={hello}"}, 415, `Content-Type`},
		{"S19 text", call{method: "POST", contentType: "text/plain", body: `{"query":"{hello}"}`}, 415, `Content-Type`},
		{"S19 no content type", call{method: "POST", body: `{"query":"{hello}"}`}, 415, `Content-Type`},
		{"S19 charset", call{method: "POST", contentType: "application/json; charset=latin1", body: `{}`}, 415, `Content-Type`},
		{"S20 PUT", call{method: "PUT", contentType: mediaJSON, body: `{"query":"{hello}"}`}, 405, `GET or POST`},
		{"S20 DELETE", call{method: "DELETE"}, 405, `GET or POST`},
		{"S20 PATCH", call{method: "PATCH"}, 405, `GET or POST`},
		{"S20 TRACE", call{method: "TRACE"}, 405, `GET or POST`},
		{"S20 HEAD", call{method: "HEAD"}, 405, ``},
		{"S21 body", post("", `{"query":"`+strings.Repeat(" ", 8*MaxBodyBytes)+`"}`), 413, `at most 1048576 bytes`},
		{"S22 gzip", call{method: "POST", contentType: mediaJSON, encoding: "gzip", body: "x"}, 415, `Content-Encoding`},
		{"S24 deep variables", post("", `{"query":"{hello}","variables":`+strings.Repeat("[", 100_000)+`}`), 400, `BAD_USER_INPUT`},
		{"S25 not UTF-8", post("", "{\"query\":\"{hello}\xff\"}"), 400, `UTF-8`},
		{"S25 not UTF-8 by GET", call{method: "GET", query: "?query=%ff"}, 400, `query must be UTF-8`},
		{"S25 NUL", post(mediaGraphQL, `{"query":"{hello\u0000}"}`), 400, `errors`},
		{"S31 subscription", post("", `{"query":"subscription{silence}"}`), 400, `graphql-transport-ws`},
		{"no query by GET", call{method: "GET"}, 400, `query must be a non-empty string`},
		{"malformed URL", call{method: "GET", query: "?query=%zz"}, 400, `malformed`},
		{"twice in the URL", call{method: "GET", query: "?query={hello}&query={hello}"}, 400, `query must stand in the URL once`},
		{"variables in the URL", call{method: "GET", query: "?query={hello}&variables=[]"}, 400, `variables must be a JSON object of at most 20000 values`},
		{"unacceptable", post("text/html", `{"query":"{hello}"}`), 406, `graphql-response+json`},
		{"options", call{method: "OPTIONS"}, 204, ``},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			response, body := test.call.do(t, server.URL)
			if response.StatusCode != test.status || !strings.Contains(body, test.body) {
				t.Errorf("got %d %.200s, want %d and %s", response.StatusCode, body, test.status, test.body)
			}
			if test.status == 405 && response.Header.Get("Allow") != methods {
				t.Errorf("Allow is %q", response.Header.Get("Allow"))
			}
			if response.StatusCode >= 400 && len(body) > 1000 {
				t.Errorf("the refusal has %d bytes", len(body))
			}
		})
	}
	if n := resolver.Touches.Load(); n != 1 {
		t.Errorf("touched %d times", n)
	}
}

func TestRequestErrorHasNoData(t *testing.T) {
	server, _, _ := serve(t)
	for _, accept := range []string{mediaJSON, mediaGraphQL} {
		if _, body := post(accept, `{"query":"{nope}"}`).do(t, server.URL); strings.Contains(body, `"data"`) {
			t.Errorf("%s: %s", accept, body)
		}
	}
}

func TestNegotiate(t *testing.T) {
	tests := []struct{ accept, want string }{
		{"", mediaJSON},
		{"*/*", mediaJSON},
		{"application/*", mediaJSON},
		{"application/json", mediaJSON},
		{"application/graphql-response+json", mediaGraphQL},
		{"application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", mediaGraphQL},
		{"application/graphql-response+json;q=0.5, application/json", mediaJSON},
		{"application/graphql-response+json, application/json;q=0.9", mediaGraphQL},
		{"application/json;q=0, */*", mediaGraphQL},
		{"text/html, */*;q=0.8", mediaJSON},
		{"text/html", ""},
		{"application/json;q=0", ""},
		{"application/json;q=nan", ""},
		{"*/*;q=0", ""},
		{";;", ""},
	}
	for _, test := range tests {
		if got := negotiate([]string{test.accept}); got != test.want {
			t.Errorf("%q: got %q, want %q", test.accept, got, test.want)
		}
	}
}

const stream = "text/event-stream"

func TestStream(t *testing.T) {
	server, _, _ := serve(t)
	for _, asks := range []call{post(stream, `{"query":"subscription{ticks(count:2)}"}`), get(stream, "subscription{ticks(count:2)}")} {
		response, body := asks.do(t, server.URL)
		if response.StatusCode != 200 || response.Header.Get("Content-Type") != stream+"; charset=utf-8" {
			t.Errorf("%s: got %d %s", asks.method, response.StatusCode, response.Header.Get("Content-Type"))
		}
		want := []string{`next {"data":{"ticks":1}}`, `next {"data":{"ticks":2}}`, "complete "}
		if got := dispatched(body); !slices.Equal(got, want) {
			t.Errorf("%s: a browser is told %q", asks.method, got)
		}
	}
}

// dispatched are the events that the event source of a browser tells of a stream (HTML, 9.2.6): what has no data line it passes over.
func dispatched(body string) (events []string) {
	kind, data, any := "", "", false
	for line := range strings.SplitSeq(body, "\n") {
		field, value, _ := strings.Cut(line, ":")
		value = strings.TrimPrefix(value, " ")
		switch {
		case line == "":
			if any {
				events = append(events, kind+" "+data)
			}
			kind, data, any = "", "", false
		case field == "event":
			kind = value
		case field == "data":
			data, any = data+value, true
		}
	}
	return events
}

// What graphql-sse does in its single connection mode is refused, and its refusal says what there is instead.
func TestOneConnectionForSeveralOperationsIsRefused(t *testing.T) {
	server, _, _ := serve(t)
	for name, asks := range map[string]call{
		"reserve": {method: "PUT"}, "end": {method: "DELETE", query: "?operationId=1"}, "open": {method: "GET", query: "?token=1", accept: stream},
	} {
		response, body := asks.do(t, server.URL)
		if response.StatusCode < 400 || !strings.Contains(body, "distinct connections mode") || !strings.Contains(body, "BAD_USER_INPUT") {
			t.Errorf("%s: got %d %s", name, response.StatusCode, body)
		}
	}
	request, err := http.NewRequestWithContext(t.Context(), "POST", server.URL, strings.NewReader(`{"query":"{hello}"}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-GraphQL-Event-Stream-Token", "1")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if body, _ := io.ReadAll(response.Body); response.StatusCode != 400 || !strings.Contains(string(body), "distinct connections mode") {
		t.Errorf("an operation: got %d %s", response.StatusCode, body)
	}
}

// A link changes nothing, whatever it asks to be answered with.
func TestS18StreamByGetChangesNothing(t *testing.T) {
	server, resolver, _ := serve(t)
	if response, body := get(stream, "mutation{touch}").do(t, server.URL); response.StatusCode != 405 || resolver.Touches.Load() != 0 {
		t.Errorf("got %d %s, touched %d times", response.StatusCode, body, resolver.Touches.Load())
	}
}

func TestStreamIsForWhoPrefersIt(t *testing.T) {
	server, _, _ := serve(t)
	tests := []struct{ accept, want string }{
		{stream, stream},
		{"text/event-stream, multipart/mixed", stream}, // urql, of a subscription
		{"text/event-stream, */*", stream},
		{"application/json;q=0.9, text/event-stream", stream},
		{"application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed", mediaGraphQL}, // urql, of a query
		{"text/event-stream, application/json", mediaJSON},
		{"text/event-stream;q=0.5, application/json", mediaJSON},
		{"text/event-stream;q=0, application/json", mediaJSON},
		{"text/event-stream;q=0, */*", mediaJSON},
		{"Text/Event-Stream", stream},
		{"x-text/event-streams, */*", mediaJSON},
	}
	for _, test := range tests {
		response, body := post(test.accept, `{"query":"{hello}"}`).do(t, server.URL)
		if got, _, _ := strings.Cut(response.Header.Get("Content-Type"), ";"); got != test.want || !strings.Contains(body, `"hello"`) {
			t.Errorf("%q: got %q, want %q: %s", test.accept, got, test.want, body)
		}
	}
}

func TestStreamRefusesWithoutRepeating(t *testing.T) {
	server, _, _ := serve(t)
	tests := []struct {
		name, body string
		status     int
	}{
		{"not JSON", `{"query":"canary`, 400},
		{"batch", `[{"query":"{canary}"}]`, 400},
		{"large", strings.Repeat("canary", MaxStreamBytes), 413},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			response, body := post(stream, test.body).do(t, server.URL)
			if response.StatusCode != test.status || strings.Contains(body, "canary") {
				t.Errorf("got %d %.200s", response.StatusCode, body)
			}
		})
	}
}

func TestStreamsAreBoundedAndEndWithBase(t *testing.T) {
	server, resolver, stop := serve(t)
	silence := post(stream, `{"query":"subscription{silence}"}`)
	ended := make(chan string, 2)
	for range 2 {
		go func() {
			_, body := silence.do(t, server.URL)
			ended <- body
		}()
	}
	await(t, func() bool { return resolver.Open.Load() == 2 })
	if response, _ := silence.do(t, server.URL); response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("the third stream got %d", response.StatusCode)
	}
	stop()
	for range 2 {
		<-ended
	}
	await(t, func() bool { return resolver.Open.Load() == 0 })
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
