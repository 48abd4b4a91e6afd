package graphqlhttp

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/transport"

	"fortnight/server/internal/wire"
)

const (
	pingEvery    = 15 * time.Second // proxies commonly cut a silent answer after 60 s
	writeTimeout = 10 * time.Second // for one event
)

// Stream answers a POST with Accept: text/event-stream, one event for each answer and one at the end. The request is checked here
// first, so that the transport below never sees, and never repeats, what is not a GraphQL request.
type Stream struct {
	// Base ends every stream when it ends. It must not be nil.
	Base context.Context
	// Slots bounds the streams that are open at once: each holds one place in the channel.
	Slots chan struct{}
}

var _ graphql.Transport = Stream{}

// IsStream says whether a request is a POST of JSON that accepts an event stream.
func IsStream(r *http.Request) bool { return transport.SSE{}.Supports(r) }

// Supports claims what IsStream names.
func (Stream) Supports(r *http.Request) bool { return IsStream(r) }

// Do streams until the operation, the client, the context of the request or Base ends.
func (s Stream) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	body, err := s.check(w, r)
	if err != nil {
		err.write(w, r)
		return
	}
	select {
	case s.Slots <- struct{}{}:
		defer func() { <-s.Slots }()
	default:
		WriteError(w, r, http.StatusServiceUnavailable, wire.Errorf(wire.CodeUnavailable, "too many streams are open: try again later"))
		return
	}
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(s.Base, cancel)()
	r = r.WithContext(ctx)
	r.Body = io.NopCloser(bytes.NewReader(body))
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Time{}) // the body is read; the connection stays open to notice a client that leaves
	out := &eventWriter{ResponseWriter: w, control: control}
	defer out.close()
	transport.SSE{KeepAlivePingInterval: pingEvery}.Do(out, r, exec)
}

// check returns the body of a request the transport below can read.
func (Stream) check(w http.ResponseWriter, r *http.Request) ([]byte, *refusal) {
	body, err := jsonBody(w, r, MaxStreamBytes)
	if err == nil {
		_, err = wire.DecodeParams(body)
	}
	if refusal, ok := errors.AsType[*refusal](err); ok {
		return nil, refusal
	}
	if err != nil {
		return nil, refuse(http.StatusBadRequest, err.Error())
	}
	return body, nil
}

// eventWriter gives each event its own deadline, in place of the one the server sets for a whole answer. A ping may come from the
// transport's own goroutine just as the handler returns, when the response may no longer be touched: close waits for it and stops
// all after it.
type eventWriter struct {
	http.ResponseWriter
	control *http.ResponseController
	mu      sync.Mutex
	closed  bool
}

func (e *eventWriter) Write(data []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return 0, http.ErrHandlerTimeout
	}
	_ = e.control.SetWriteDeadline(time.Now().Add(writeTimeout))
	return e.ResponseWriter.Write(data)
}

func (e *eventWriter) Flush() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.closed {
		_ = e.control.Flush()
	}
}

func (e *eventWriter) close() {
	e.mu.Lock()
	e.closed = true
	e.mu.Unlock()
}
