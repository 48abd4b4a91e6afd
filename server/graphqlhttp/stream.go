package graphqlhttp

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/broadcast"
	"fortnight/server/internal/drain"
	"fortnight/server/internal/outbox"
	"fortnight/server/internal/wire"
)

// StreamConfig says what runs the subscriptions of streams and how many there may be.
type StreamConfig struct {
	// Base ends every stream when it ends.
	Base context.Context
	// Station runs the subscriptions; Kind says which of them have the same answers, nil none.
	Station *broadcast.Station
	Kind    func(ctx context.Context, operation *graphql.OperationContext) broadcast.Kind
	// Take takes one of the streams that may be open at once, by whoever asks, and returns how to give it back; end cuts the stream off.
	Take func(ctx context.Context, end func()) (giveBack func(), taken bool)
	// Hold takes some of the bytes that may wait for clients which do not take them, by whoever asks, and returns how to give them back. Nil
	// takes any.
	Hold func(ctx context.Context, bytes int) (giveBack func(), taken bool)
	// PingEvery is how often a stream is pinged, 0 for 15 s: proxies commonly cut a silent answer after 60 s. A client that does not acknowledge
	// one for as long is gone.
	PingEvery time.Duration
}

// Streams answers a GET and a POST that ask for text/event-stream, one event for each answer and one at the end, unless the stream was cut
// off. It takes the connection over from the HTTP server, which has two goroutines and some 30 kB for each as long as it answers. NewStreams
// makes one.
type Streams struct {
	config StreamConfig

	mu     sync.Mutex
	closed bool
	open   sync.WaitGroup // counts streams, and who answers on them
}

var _ graphql.Transport = (*Streams)(nil)

// NewStreams returns a transport without streams. Base, Station and Take of config must be set.
func NewStreams(config StreamConfig) *Streams {
	if config.Kind == nil {
		config.Kind = func(context.Context, *graphql.OperationContext) broadcast.Kind { return broadcast.Kind{} }
	}
	if config.Hold == nil {
		config.Hold = func(context.Context, int) (func(), bool) { return func() {}, true }
	}
	if config.PingEvery == 0 {
		config.PingEvery = 15 * time.Second
	}
	return &Streams{config: config}
}

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
func (*Streams) Supports(r *http.Request) bool { return IsStream(r) }

// Do opens a stream and answers what has one answer. A subscription goes on after it, until that, the client, the deadline of the request's
// context or Base ends. What is refused before it runs is one answer too.
func (s *Streams) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	params, refused := s.check(w, r)
	if refused != nil {
		refused.write(w, r)
		return
	}
	if !s.enter() {
		WriteError(w, r, http.StatusServiceUnavailable, wire.Errorf(wire.CodeUnavailable, "the server is stopping: try again"))
		return
	}
	defer s.open.Done()
	ctx, cancel := outliving(r.Context())
	giveBack, taken := s.config.Take(ctx, cancel)
	if !taken {
		cancel()
		WriteError(w, r, http.StatusServiceUnavailable, wire.Errorf(wire.CodeUnavailable, "too many streams are open: try again later"))
		return
	}
	operation, errs := exec.CreateOperationContext(ctx, params)
	if len(errs) == 0 {
		refused = refuseChange(r.Method, operation.Operation.Operation)
	}
	var out *events
	if refused == nil {
		out, refused = s.begin(ctx, w, r, cancel, giveBack)
	}
	if refused != nil {
		cancel()
		giveBack()
		refused.write(w, r)
		return
	}
	s.answer(graphql.WithOperationContext(ctx, operation), out, exec, operation, errs)
}

// outliving is the context of what goes on after its request: it has its values, and its deadline, which is the end of the token.
func outliving(request context.Context) (context.Context, context.CancelFunc) {
	ctx := context.WithoutCancel(request)
	if end, bounded := request.Deadline(); bounded {
		return context.WithDeadline(ctx, end)
	}
	return context.WithCancel(ctx)
}

// begin takes the connection over.
func (s *Streams) begin(ctx context.Context, w http.ResponseWriter, r *http.Request, cancel context.CancelFunc, giveBack func()) (*events, *refusal) {
	header := w.Header() // also of who surrounds this
	conn, buffered, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return nil, refuse(http.StatusHTTPVersionNotSupported, "a stream needs HTTP/1.1")
	}
	e := &events{conn: conn, pingEvery: s.config.PingEvery, chunked: r.ProtoAtLeast(1, 1), cancel: cancel, out: outbox.New(conn, writeTimeout, maxWaiting, func(bytes int) (func(), bool) {
		return s.config.Hold(ctx, bytes)
	})}
	giveUpAfter(conn, s.config.PingEvery)
	e.open(header)
	s.open.Add(1)
	stop := context.AfterFunc(s.config.Base, cancel)
	e.stop = context.AfterFunc(ctx, e.cut)
	go e.read(buffered.Reader.Buffered(), func() {
		stop()
		giveBack()
		s.open.Done()
	})
	return e, nil
}

// answer sends what an operation answers, or has the stream listen to it.
func (s *Streams) answer(ctx context.Context, out *events, exec graphql.GraphExecutor, operation *graphql.OperationContext, errs gqlerror.List) {
	listens := false
	defer func() {
		if !listens { // whatever happened
			out.cut()
		}
	}()
	if len(errs) > 0 {
		out.next(exec.DispatchError(ctx, errs))
		out.last(complete)
		return
	}
	if operation.Operation.Operation != ast.Subscription {
		responses, running := exec.DispatchOperation(ctx, operation)
		for response := responses(running); response != nil; response = responses(running) {
			out.next(response)
		}
		if ctx.Err() == nil { // else it was cut off
			out.last(complete)
		}
		return
	}
	listens = true
	out.leaves(s.config.Station.Join(ctx, s.config.Kind(ctx, operation), out, func(ctx context.Context) (graphql.ResponseHandler, context.Context) {
		return exec.DispatchOperation(ctx, operation)
	}))
}

// enter counts in who answers, unless the server stops.
func (s *Streams) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.open.Add(1)
	return true
}

// Shutdown takes no more streams and returns when all have ended, which they do with Base, or with the error of ctx.
func (s *Streams) Shutdown(ctx context.Context) error {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	return drain.Wait(ctx, &s.open)
}

// check reads a request.
func (*Streams) check(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
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
