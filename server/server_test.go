package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/graphiql"
	"fortnight/server/internal/testschema"
	"fortnight/server/internal/wire"
)

var errForged = errors.New("the token is forged")

// world is a running server over the test schema.
type world struct {
	t        *testing.T
	resolver testschema.Resolver
	server   *Server
	url      string
	log      buffer
	ready    func(context.Context) error
}

// buffer is a log that may be read while it is written.
type buffer struct {
	mu   sync.Mutex
	data bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.data.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.data.String()
}

func (w *world) config() Config {
	return Config{
		Schema:       w.resolver.Schema(),
		Authenticate: authenticate,
		WithAddress:  testschema.WithAddress,
		PresentError: present,
		Tabs:         func() []graphiql.Tab { return []graphiql.Tab{{Query: "{ hello }"}} },
		Ready:        func(ctx context.Context) error { return w.ready(ctx) },
		Registry:     prometheus.NewRegistry(),
		Log:          slog.New(slog.NewTextHandler(&w.log, nil)),
	}
}

// start serves for a test, with a configuration that is changed before and a server that is changed before anybody connects.
func start(t *testing.T, change func(*Config), tune ...func(*Server)) *world {
	t.Helper()
	w := &world{t: t, ready: func(context.Context) error { return nil }}
	config := w.config()
	if change != nil {
		change(&config)
	}
	server, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range tune {
		f(server)
	}
	w.server = server
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w.url = "http://" + listener.Addr().String()
	served, web := make(chan error, 1), server.HTTPServer("")
	go func() { served <- web.Serve(listener) }()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if err := server.Shutdown(ctx); err != nil {
			t.Errorf("shutdown: %v", err)
		}
		if err := <-served; !errors.Is(err, http.ErrServerClosed) {
			t.Errorf("serve: %v", err)
		}
	})
	return w
}

// authenticate takes the tokens "forged", "down", "short" and any name.
func authenticate(ctx context.Context, token string) (context.Context, time.Time, error) {
	switch token {
	case "forged":
		return nil, time.Time{}, errForged
	case "down":
		return nil, time.Time{}, context.DeadlineExceeded
	case "short":
		return testschema.WithViewer(ctx, token), time.Now().Add(300 * time.Millisecond), nil
	}
	return testschema.WithViewer(ctx, token), time.Now().Add(time.Hour), nil
}

func present(ctx context.Context, err error) *gqlerror.Error {
	shown := graphql.DefaultErrorPresenter(ctx, err)
	if wire.Code(shown) != "" {
		return shown
	}
	code := wire.CodeInternal
	switch {
	case errors.Is(err, errForged):
		code = wire.CodeUnauthenticated
	case errors.Is(err, context.DeadlineExceeded):
		code = wire.CodeUnavailable
	case shown.Unwrap() == nil:
		code = wire.CodeBadRequest
	}
	shown.Extensions = map[string]any{"code": code}
	return shown
}

func (w *world) do(method, path, body string, header ...string) (*http.Response, string) {
	w.t.Helper()
	request, err := http.NewRequestWithContext(w.t.Context(), method, w.url+path, strings.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		request.Header.Add(header[i], header[i+1])
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	if err != nil {
		w.t.Fatal(err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return response, string(data)
}

// ask posts a document and returns the status and the body.
func (w *world) ask(document string, header ...string) (int, string) {
	w.t.Helper()
	quoted := strings.NewReplacer("\\", "\\\\", `"`, `\"`, "\n", `\n`).Replace(document)
	header = append([]string{"Content-Type", "application/json", "Accept", "application/graphql-response+json"}, header...)
	response, body := w.do("POST", "/graphql", `{"query":"`+quoted+`"}`, header...)
	return response.StatusCode, body
}

func production(c *Config) { c.Production = true }

func TestNewNamesWhatIsWrong(t *testing.T) {
	if _, err := New(Config{}); err == nil || !strings.Contains(err.Error(), "is not set") {
		t.Errorf("an empty Config: %v", err)
	}
	for _, origin := range []string{"*", "app.example.org", "https://app.example.org/", "ftp://app.example.org", "https://a b"} {
		config := (&world{}).config()
		config.AllowedOrigins = []string{origin}
		if _, err := New(config); err == nil {
			t.Errorf("the origin %q is accepted", origin)
		}
	}
}

func TestViewerAndAddress(t *testing.T) {
	w := start(t, nil)
	if _, body := w.ask("{viewer address}"); body != `{"data":{"viewer":null,"address":"127.0.0.1"}}` {
		t.Errorf("nobody: %s", body)
	}
	if _, body := w.ask("{viewer}", "Authorization", "bearer ann"); body != `{"data":{"viewer":"ann"}}` {
		t.Errorf("ann: %s", body)
	}
}

// Who asks beside the API's address is told where it is.
func TestTheAddressOfTheAPI(t *testing.T) {
	w := start(t, nil)
	for _, path := range []string{"/graphql/", "/"} {
		response, body := w.do("POST", path, `{"query":"{viewer}"}`, "Content-Type", "application/json")
		if response.StatusCode != 404 || !strings.Contains(body, "the API is at /graphql") {
			t.Errorf("%s: %d %s", path, response.StatusCode, body)
		}
	}
}

func TestS59OddAuthorization(t *testing.T) {
	w := start(t, nil)
	odd := []string{"", "Bearer", "Bearer ", "ann", "Basic ann", "Bearer  ann", "Bearer ann bob", "Bearer ann,bob", "Bearer forged",
		"Bearer " + strings.Repeat("x", maxToken+1)}
	for _, value := range odd {
		for _, media := range []string{"application/json", "application/graphql-response+json"} {
			response, body := w.do("POST", "/graphql", `{"query":"{viewer}"}`, "Content-Type", "application/json", "Accept", media, "Authorization", value)
			if response.StatusCode != 401 || !strings.Contains(body, "UNAUTHENTICATED") || response.Header.Get("WWW-Authenticate") == "" {
				t.Errorf("%.30q: %d %s", value, response.StatusCode, body)
			}
		}
	}
	for _, absent := range []string{"undefined", "null"} {
		if status, body := w.ask("{viewer}", "Authorization", "Bearer "+absent); status != 401 || !strings.Contains(body, "Authorization has "+absent+" in place of a token") {
			t.Errorf("%s: %d %s", absent, status, body)
		}
	}
	if status, body := w.ask("{viewer}", "Authorization", "Bearer ann", "Authorization", "Bearer bob"); status != 401 {
		t.Errorf("two: %d %s", status, body)
	}
	if status, body := w.ask("{viewer}", "Authorization", "Bearer down"); status != 503 || !strings.Contains(body, "UNAVAILABLE") {
		t.Errorf("down: %d %s", status, body)
	}
}

func TestS61TokensElsewhereDoNotCount(t *testing.T) {
	w := start(t, nil)
	response, body := w.do("POST", "/graphql?access_token=ann&token=ann", `{"query":"{viewer address}","token":"ann"}`, "Content-Type", "application/json",
		"Cookie", "token=ann; Authorization=ann", "X-Forwarded-For", "10.0.0.1", "X-Real-IP", "10.0.0.1", "X-User", "ann", "Forwarded", "for=10.0.0.1")
	if response.StatusCode != 200 || body != `{"data":{"viewer":null,"address":"127.0.0.1"}}` {
		t.Errorf("got %d %s", response.StatusCode, body)
	}
}

func TestS23LargeHeaderAndURL(t *testing.T) {
	w := start(t, nil)
	large := strings.Repeat("x", 2<<20)
	for name, call := range map[string]func() (*http.Response, error){
		"header": func() (*http.Response, error) {
			request, _ := http.NewRequestWithContext(t.Context(), "GET", w.url+"/graphql", nil)
			request.Header.Set("X-Large", large)
			return http.DefaultClient.Do(request)
		},
		"URL": func() (*http.Response, error) {
			request, _ := http.NewRequestWithContext(t.Context(), "GET", w.url+"/graphql?query="+large, nil)
			return http.DefaultClient.Do(request)
		},
	} {
		response, err := call()
		if err != nil { // the server has cut the connection while the rest was still being sent
			continue
		}
		_ = response.Body.Close()
		if response.StatusCode != 431 && response.StatusCode != 414 {
			t.Errorf("%s: %d", name, response.StatusCode)
		}
	}
	if status, _ := w.ask("{hello}"); status != 200 {
		t.Errorf("afterwards: %d", status)
	}
}

func TestS17ErrorsAreFewAndShort(t *testing.T) {
	w := start(t, nil)
	names := ""
	for i := range 200 {
		names += " n" + strings.Repeat("o", i)
	}
	status, body := w.ask("{node{" + names + "}}")
	if n := strings.Count(body, `"message"`); status != 400 || n != maxErrors {
		t.Errorf("%d with %d errors", status, n)
	}
	if _, body := w.ask("{" + strings.Repeat("é", 20_000) + "}"); len(body) > 2000 {
		t.Errorf("%d bytes", len(body))
	}
	_, body = w.ask("{hello" + strings.Repeat(" @nope", 10) + "}")
	if n := strings.Count(body, `"message"`); n == 0 || n > 9 {
		t.Errorf("S03: %d errors", n)
	}
}

func TestPanicsStayInTheLog(t *testing.T) {
	w := start(t, nil)
	status, body := w.ask("{panics}")
	if status != 200 || !strings.Contains(body, "INTERNAL") || !strings.Contains(body, `"path":["panics"]`) || strings.Contains(body, "secret") {
		t.Errorf("got %d %s", status, body)
	}
	if !strings.Contains(w.log.String(), "secret of the panic") {
		t.Error("the log lacks the cause")
	}
}

func TestLimits(t *testing.T) {
	w := start(t, nil)
	if status, body := w.ask("{" + strings.Repeat("hello ", 21) + "}"); status != 400 || !strings.Contains(body, "LIMIT_EXCEEDED") {
		t.Errorf("root fields: %d %s", status, body)
	}
	aliases := ""
	for i := range 11 {
		aliases += " a" + string(rune('a'+i)) + `: logIn(name:"x"){accessToken}`
	}
	if status, body := w.ask("mutation{" + aliases + "}"); status != 400 || w.resolver.LogIns.Load() != 0 {
		t.Errorf("S37: %d %s, %d tried", status, body, w.resolver.LogIns.Load())
	}
}

func TestS30PersistedQuery(t *testing.T) {
	w := start(t, nil)
	post := func(body string) string {
		_, answer := w.do("POST", "/graphql", body, "Content-Type", "application/json")
		return answer
	}
	const hash = "5f1ca9bd12d1e5d5b09bd1bb1b27d2b2f0a6f0e3f0e1f8f1b3c1d0c9a8b7c6d5"
	const known = `"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + hash + `"}}`
	if got := post(`{"query":"{hello}",` + known + `}`); !strings.Contains(got, "does not match") {
		t.Errorf("a wrong hash: %s", got)
	}
	if got := post(`{` + known + `}`); !strings.Contains(got, "PersistedQueryNotFound") {
		t.Errorf("it was kept: %s", got)
	}
}

func TestProductionIsDiscreet(t *testing.T) {
	w := start(t, production)
	for _, document := range []string{"{__schema{types{name}}}", `{...{a:__type(name:"Item"){name}}}`} {
		if status, body := w.ask(document); status != 400 || strings.Contains(body, "Item") {
			t.Errorf("S13 %s: %d %s", document, status, body)
		}
	}
	for _, document := range []string{
		"{helo}", "{items{nam}}", "{items}", `{echo(txt:"a")}`, "{color(is:CRIMSO)}", "{filtered(by:{minimun:1})}", "query($f:Filtr){filtered(by:$f)}",
		"{hello @skp(if:true)}",
	} {
		if status, body := w.ask(document); status != 400 || strings.Contains(body, "Did you mean") {
			t.Errorf("S14 %s: %d %s", document, status, body)
		}
	}
	for _, path := range []string{"/", "/graphiql", "/graphiql/app.js", "/playground"} {
		if response, _ := w.do("GET", path, ""); response.StatusCode != 404 {
			t.Errorf("S15 %s: %d", path, response.StatusCode)
		}
	}
	if _, body := w.ask("{hello}", "X-Apollo-Tracing", "1"); body != `{"data":{"hello":"world"}}` {
		t.Errorf("S16: %s", body)
	}
}

func TestDevelopmentHelps(t *testing.T) {
	w := start(t, nil)
	if status, body := w.ask("{helo}"); status != 400 || !strings.Contains(body, "Did you mean") {
		t.Errorf("no suggestion: %d %s", status, body)
	}
	if _, body := w.ask("{__schema{queryType{name}}}"); !strings.Contains(body, `"name":"Query"`) {
		t.Errorf("no introspection: %s", body)
	}
	if response, _ := w.do("GET", "/", ""); response.StatusCode != 302 || response.Header.Get("Location") != "/graphiql" {
		t.Errorf("/: %d", response.StatusCode)
	}
	response, body := w.do("GET", "/graphiql", "")
	if !strings.Contains(body, "/graphiql/app.js") || !strings.Contains(response.Header.Get("Content-Security-Policy"), "script-src 'self'") {
		t.Errorf("page: %s", response.Header)
	}
	if _, body := w.do("GET", "/graphiql/config.json", ""); !strings.Contains(body, "{ hello }") {
		t.Errorf("config: %s", body)
	}
}

func TestSecurityHeaders(t *testing.T) {
	w := start(t, nil)
	response, _ := w.do("POST", "/graphql", `{"query":"{hello}"}`, "Content-Type", "application/json")
	for name, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
		"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
	} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestOrigins(t *testing.T) {
	const app = "https://app.example.org"
	w := start(t, func(c *Config) { c.AllowedOrigins = []string{app} })
	preflight := []string{"Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "authorization,content-type"}
	allowed, _ := w.do("OPTIONS", "/graphql", "", append(preflight, "Origin", app)...)
	if allowed.StatusCode != 204 || allowed.Header.Get("Access-Control-Allow-Origin") != app || allowed.Header.Get("Access-Control-Allow-Headers") == "" {
		t.Errorf("allowed: %d %v", allowed.StatusCode, allowed.Header)
	}
	for _, origin := range []string{"https://evil.example", "null", app + ".evil.example"} {
		foreign, _ := w.do("OPTIONS", "/graphql", "", append(preflight, "Origin", origin)...)
		if foreign.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: %v", origin, foreign.Header)
		}
	}
	answer, _ := w.do("POST", "/graphql", `{"query":"{hello}"}`, "Content-Type", "application/json", "Origin", app)
	if answer.Header.Get("Access-Control-Allow-Origin") != app || answer.Header.Get("Access-Control-Allow-Credentials") != "" {
		t.Errorf("answer: %v", answer.Header)
	}
}

func TestHealthReadinessMetrics(t *testing.T) {
	w := start(t, nil)
	w.ask("{hello}")
	for path, want := range map[string]string{
		"/healthz": "ok", "/readyz": "ready",
		"/metrics": `fortnight_http_requests_total{method="POST",route="/graphql",status="200"} 1`,
	} {
		if response, body := w.do("GET", path, ""); response.StatusCode != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: %d %s", path, response.StatusCode, body)
		}
	}
	w.ready = func(context.Context) error { return errors.New("postgres at 10.1.2.3 refuses") }
	if response, body := w.do("GET", "/readyz", ""); response.StatusCode != 503 || strings.Contains(body, "postgres") {
		t.Errorf("not ready: %d %s", response.StatusCode, body)
	}
	if response, _ := w.do("GET", "/healthz", ""); response.StatusCode != 200 {
		t.Errorf("healthz: %d", response.StatusCode)
	}
}

func TestS46LogHasNoSecrets(t *testing.T) {
	w := start(t, nil)
	w.ask(`{echo(text:"canary")}`, "Authorization", "Bearer canary-token")
	w.do("GET", "/graphql?query={canary}&token=canary", "", "Authorization", "Bearer canary-token")
	w.do("POST", "/graphql", `{"query":"canary`, "Content-Type", "application/json", "Accept", "text/event-stream")
	if log := w.log.String(); strings.Contains(log, "canary") || strings.Count(log, "msg=request") != 3 {
		t.Errorf("the log: %s", log)
	}
}
