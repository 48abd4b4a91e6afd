package graphqlhttp

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/server/internal/broadcast"
	"fortnight/server/internal/wire"
)

const (
	mediaStream  = "text/event-stream"
	pingEvery    = 15 * time.Second // proxies commonly cut a silent answer after 60 s
	writeTimeout = 10 * time.Second // for one event
)

// Stream answers a GET and a POST that ask for text/event-stream, one event for each answer and one at the end, unless it was cut off.
type Stream struct {
	// Base ends every stream when it ends. It must not be nil.
	Base context.Context
	// Station runs the subscriptions, and must not be nil; Kind says which of them have the same answers, nil none.
	Station *broadcast.Station
	Kind    func(ctx context.Context, operation *graphql.OperationContext) broadcast.Kind
	// Take takes one of the streams that may be open at once, by whoever asks, and returns how to give it back; end cuts the stream off.
	Take func(ctx context.Context, end func()) (giveBack func(), taken bool)
}

var _ graphql.Transport = Stream{}

// IsStream says whether a request is a GET, or a POST of JSON, that asks for an event stream: one that names a type of a single answer as well,
// and likes it no less, gets that. So do clients that name all that they can read with every query.
func IsStream(r *http.Request) bool {
	switch r.Method {
	case http.MethodGet:
	case http.MethodPost:
		if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != mediaJSON {
			return false
		}
	default:
		return false
	}
	quality := qualities(r.Header.Values("Accept"))
	return quality[mediaStream] > max(quality[mediaGraphQL], quality[mediaJSON])
}

// Supports claims what IsStream names.
func (Stream) Supports(r *http.Request) bool { return IsStream(r) }

// Do streams until the operation, the client, the context of the request or Base ends. What is refused before it runs is one answer too.
func (s Stream) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	params, err := s.check(w, r)
	if err != nil {
		err.write(w, r)
		return
	}
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	giveBack, taken := s.Take(ctx, cancel)
	if !taken {
		WriteError(w, r, http.StatusServiceUnavailable, wire.Errorf(wire.CodeUnavailable, "too many streams are open: try again later"))
		return
	}
	defer giveBack()
	defer context.AfterFunc(s.Base, cancel)()
	operation, errs := exec.CreateOperationContext(ctx, params)
	ctx = graphql.WithOperationContext(ctx, operation)
	if len(errs) == 0 {
		if refused := refuseChange(r.Method, operation.Operation.Operation); refused != nil {
			refused.write(w, r)
			return
		}
	}
	out := begin(w, cancel)
	defer out.close()
	if len(errs) > 0 {
		out.next(exec.DispatchError(ctx, errs))
		out.send(complete)
		return
	}
	if operation.Operation.Operation != ast.Subscription {
		responses, running := exec.DispatchOperation(ctx, operation)
		for response := responses(running); response != nil; response = responses(running) {
			out.next(response)
		}
		if ctx.Err() == nil { // else it was cut off
			out.send(complete)
		}
		return
	}
	kind := broadcast.Kind{}
	if s.Kind != nil {
		kind = s.Kind(ctx, operation)
	}
	answers := newQueue()
	defer s.Station.Join(ctx, kind, answers, func(ctx context.Context) (graphql.ResponseHandler, context.Context) {
		return exec.DispatchOperation(ctx, operation)
	})()
	out.all(ctx, answers)
}

// all sends what a queue has, until it or ctx ends.
func (e *events) all(ctx context.Context, q *queue) {
	for {
		waiting, over := q.take()
		for _, answer := range waiting {
			e.answer(answer)
		}
		switch {
		case len(waiting) > 0:
			continue // there may be more
		case over && q.how == broadcast.Refused:
			e.answer(append(append([]byte(`{"errors":`), q.errors...), '}'))
			e.send(complete)
			return
		case over && q.how == broadcast.Completed:
			e.send(complete)
			return
		case over:
			return
		}
		select {
		case <-q.wake:
		case <-ctx.Done(): // cut off: by the client that has left, the server that stops, or the end of the token
			return
		}
	}
}

// complete is the last event of a stream that has come to its end. One without it was cut off, and its client comes back.
// Its data is empty and there, since the event sources of browsers pass an event without a data line over in silence.
const complete = "event: complete\ndata: \n\n"

// check reads a request.
func (Stream) check(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	start := graphql.Now()
	if r.Header.Get(streamToken) != "" || r.URL.Query().Get("token") != "" {
		return nil, refuse(http.StatusBadRequest, oneConnection)
	}
	params, err := streamParams(w, r)
	if refusal, ok := errors.AsType[*refusal](err); ok {
		return nil, refusal
	}
	if err != nil {
		return nil, refuse(http.StatusBadRequest, err.Error())
	}
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	return params, nil
}

// streamToken is the header by which a client of graphql-sse names a stream that it has reserved for several operations.
const streamToken = "X-GraphQL-Event-Stream-Token"

const oneConnection = "each operation has a stream of its own, the distinct connections mode of graphql-sse: the single connection mode is not offered"

func streamParams(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, error) {
	if r.Method == http.MethodGet {
		return readURL(r)
	}
	body, err := jsonBody(w, r, MaxStreamBytes)
	if err != nil {
		return nil, err
	}
	return wire.DecodeParams(body)
}

// events are the ones of a stream. Each has its own deadline, in place of the one the server sets for a whole answer. A ping may come just
// as the handler returns, when the response may no longer be touched: close waits for it and stops all after it.
type events struct {
	w       http.ResponseWriter
	control *http.ResponseController
	cancel  context.CancelFunc // of the operation
	pings   *time.Timer
	mu      sync.Mutex
	closed  bool
}

// begin opens a stream, so that its reader knows at once that it is open.
func begin(w http.ResponseWriter, cancel context.CancelFunc) *events {
	e := &events{w: w, control: http.NewResponseController(w), cancel: cancel}
	_ = e.control.SetReadDeadline(time.Time{}) // the body is read; the connection stays open to notice a client that leaves
	header := w.Header()
	header.Set("Content-Type", mediaStream)
	header.Set("Cache-Control", "no-cache")
	header.Set("Connection", "keep-alive")
	e.pings = time.AfterFunc(pingEvery, e.ping)
	e.send(":\n\n")
	return e
}

func (e *events) ping() { e.send(": ping\n\n") }

func (e *events) next(response *graphql.Response) {
	e.answer(wire.AppendResponse(make([]byte, 0, len(response.Data)+256), response))
}

func (e *events) answer(answer []byte) { e.send("event: next\ndata: ", string(answer), "\n\n") }

// send writes an event in pieces; after pingEvery without another a ping follows. A client that does not take it ends the operation.
func (e *events) send(event ...string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return
	}
	_ = e.control.SetWriteDeadline(time.Now().Add(writeTimeout))
	var err error
	for _, piece := range event {
		_, failed := io.WriteString(e.w, piece)
		err = errors.Join(err, failed)
	}
	if err = errors.Join(err, e.control.Flush()); err != nil {
		e.cancel()
	}
	e.pings.Reset(pingEvery)
}

func (e *events) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed = true
	e.pings.Stop()
}
