package server

import (
	"bufio"
	"net"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/gorilla/websocket"

	"fortnight/server/graphqlhttp"
	"fortnight/server/internal/wire"
)

// recorder notes what was answered.
type recorder struct {
	http.ResponseWriter
	status int // 0 until the header is written
	bytes  int
	taken  int // the status of an answer on a connection that is handed over
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(data []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(data)
	r.bytes += n
	return n, err
}

// Hijack hands the connection to a WebSocket or a stream, which is answered by the time the handler returns and goes on after it.
func (r *recorder) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, buffer, err := http.NewResponseController(r.ResponseWriter).Hijack()
	if err == nil {
		r.status = r.taken
	}
	return conn, buffer, err
}

// observe writes one line and counts for each request, and turns a panic into 500. The line has the path alone: queries in URLs,
// headers and bodies hold tokens and what athletes write.
func observe(config *Config, metrics *metrics, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		out := &recorder{ResponseWriter: w, taken: http.StatusOK}
		if websocket.IsWebSocketUpgrade(r) {
			out.taken = http.StatusSwitchingProtocols
		}
		defer func() {
			cause := recover()
			if cause != nil && !aborted(cause) {
				config.Log.ErrorContext(r.Context(), "a handler panicked", "cause", cause, "stack", string(debug.Stack()))
				if out.status == 0 {
					graphqlhttp.WriteError(out, r, http.StatusInternalServerError, wire.Errorf(wire.CodeInternal, internalError))
				}
			}
			took := time.Since(start)
			metrics.request(r, out.status, took)
			config.Log.InfoContext(r.Context(), "request", "method", r.Method, "path", shortPath(r), "status", out.status, "bytes", out.bytes,
				"milliseconds", took.Milliseconds(), "client", config.address(r).String())
			if aborted(cause) {
				panic(cause)
			}
		}()
		next.ServeHTTP(out, r)
	})
}

// shortPath keeps a line short, whatever was asked for.
func shortPath(r *http.Request) string {
	if len(r.URL.Path) > 100 {
		return r.URL.Path[:100]
	}
	return r.URL.Path
}
