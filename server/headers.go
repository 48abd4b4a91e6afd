package server

import (
	"maps"
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzhttp"
)

// known refuses what is called by a name that is not this server's, but for what tells of its health.
func (c *Config) known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/healthz" && r.URL.Path != "/readyz" && !c.allowsHost(r.Host) {
			http.Error(w, "this server is not called so: see FORTNIGHT_HOSTS", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// secured are the headers that tell a browser to do nothing with an answer but read it. Each answer has these very lists; whoever sets one of these
// headers sets another list.
var secured = http.Header{
	"Content-Security-Policy":    {"default-src 'none'; frame-ancestors 'none'"},
	"X-Content-Type-Options":     {"nosniff"},
	"X-Frame-Options":            {"DENY"},
	"Referrer-Policy":            {"no-referrer"},
	"Cross-Origin-Opener-Policy": {"same-origin"},
}

// secure sets them. GraphiQL sets a policy of its own.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), secured)
		next.ServeHTTP(w, r)
	})
}

// allowedHeaders are what pages may send: what a request needs, what clients of Apollo say of themselves, and what traces go by, of W3C, B3,
// Sentry and Datadog. None of them decides anything here.
var allowedHeaders = strings.Join([]string{
	"Authorization", "Content-Type", "Cache-Control", "Last-Event-ID",
	"Apollo-Require-Preflight", "X-Apollo-Operation-Name", "X-Apollo-Operation-Id", "Apollographql-Client-Name", "Apollographql-Client-Version",
	"Traceparent", "Tracestate", "Baggage", "B3", "X-B3-TraceId", "X-B3-SpanId", "X-B3-ParentSpanId", "X-B3-Sampled", "X-B3-Flags",
	"Sentry-Trace", "X-Datadog-Trace-Id", "X-Datadog-Parent-Id", "X-Datadog-Origin", "X-Datadog-Sampling-Priority", "X-Request-Id",
}, ", ")

// compress packs single answers of a kilobyte or more for those who take gzip, and no streams: an event must not wait for others to be packed
// with. A little chance in the length keeps it from telling whether something of a request stands in an answer beside a secret (BREACH).
func compress(next http.Handler) (http.Handler, error) {
	wrap, err := gzhttp.NewWrapper(
		gzhttp.ContentTypes([]string{"application/json", "application/graphql-response+json", "text/plain"}),
		gzhttp.CompressionLevel(1), gzhttp.EnableZstd(false), gzhttp.RandomJitter(32, 0, false),
	)
	if err != nil {
		return nil, err
	}
	return wrap(next), nil
}

// allowOrigins lets the pages of the allowed origins read the answers. There are no cookies, so none are allowed to come along.
func (c *Config) allowOrigins(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Add("Vary", "Origin")
		origin := r.Header.Get("Origin")
		if origin == "" || !c.isForeignAllowed(origin) {
			next.ServeHTTP(w, r)
			return
		}
		header.Set("Access-Control-Allow-Origin", origin)
		header.Set("Access-Control-Expose-Headers", "Retry-After")
		if r.Method != http.MethodOptions || r.Header.Get("Access-Control-Request-Method") == "" {
			next.ServeHTTP(w, r)
			return
		}
		header.Set("Access-Control-Allow-Methods", "GET, POST")
		header.Set("Access-Control-Allow-Headers", allowedHeaders)
		header.Set("Access-Control-Max-Age", "7200")
		w.WriteHeader(http.StatusNoContent)
	})
}
