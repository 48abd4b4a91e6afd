package graphqlhttp

import (
	"context"
	"errors"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/reads"
	"fortnight/server/internal/wire"
)

// Transport answers queries and mutations. It claims every request, so it is added last.
type Transport struct {
	// Hold takes some of the bytes that may wait for clients which do not take them, by whoever asks, and returns how to give them back. Nil
	// takes any.
	Hold func(ctx context.Context, bytes int) (giveBack func(), taken bool)
}

var _ graphql.Transport = Transport{}

// Supports claims every request, to refuse in its own words what it cannot answer.
func (Transport) Supports(*http.Request) bool { return true }

// Do answers one request: 400 what is not a GraphQL request, 405 another method or a mutation by GET, 406 an unknown Accept,
// 413 a body above MaxBodyBytes, 415 a body that is not plain application/json.
func (t Transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	if r.Method == http.MethodOptions {
		w.Header().Set("Allow", methods)
		w.WriteHeader(http.StatusNoContent)
		return
	}
	params, refusal := read(w, r)
	if refusal != nil {
		refusal.write(w, r)
		return
	}
	ctx := r.Context()
	operation, errs := exec.CreateOperationContext(ctx, params)
	ctx = graphql.WithOperationContext(ctx, operation)
	if len(errs) > 0 {
		answer(w, r, exec.DispatchError(ctx, errs), nil)
		return
	}
	if refusal := refuseKind(r.Method, operation.Operation.Operation); refusal != nil {
		refusal.write(w, r)
		return
	}
	buffer := reads.NewBuffer()
	defer buffer.Release()
	responses, ctx := exec.DispatchOperation(reads.WithBuffer(ctx, buffer), operation)
	response := responses(ctx)
	if response == nil { // the context ended before the executor began to write
		response = exec.DispatchError(ctx, gqlerror.List{tooSlow(ctx)})
	}
	giveBack, taken := t.hold(ctx, len(response.Data))
	if !taken {
		WriteError(w, r, http.StatusServiceUnavailable, wire.Errorf(wire.CodeUnavailable, "too many large answers wait to be read: try again"))
		return
	}
	defer giveBack()
	if nothingAvailable(operation, response) {
		write(w, r, http.StatusServiceUnavailable, response, buffer)
		return
	}
	answer(w, r, response, buffer)
}

// smallAnswer is how many bytes of an answer are not counted: what the system takes for a connection at once.
const smallAnswer = 64 << 10

// hold takes the bytes of an answer for as long as its client reads it.
func (t Transport) hold(ctx context.Context, bytes int) (giveBack func(), taken bool) {
	if t.Hold == nil || bytes <= smallAnswer {
		return func() {}, true
	}
	return t.Hold(ctx, bytes)
}

// read returns the request, or why it is refused.
func read(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	start := graphql.Now()
	if negotiate(r.Header.Values("Accept")) == "" {
		return nil, refuse(http.StatusNotAcceptable, "answers are application/graphql-response+json or application/json")
	}
	if r.Header.Get(streamToken) != "" {
		return nil, refuse(http.StatusBadRequest, oneConnection)
	}
	var params *graphql.RawParams
	var err error
	switch r.Method {
	case http.MethodGet:
		params, err = readURL(r)
	case http.MethodPost:
		params, err = readBody(w, r)
	case http.MethodPut, http.MethodDelete: // with which graphql-sse reserves and ends a stream for several operations
		err = refuse(http.StatusMethodNotAllowed, "the method must be GET or POST: "+oneConnection)
	default:
		err = refuse(http.StatusMethodNotAllowed, "the method must be GET or POST")
	}
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

// refuseKind keeps changes out of GET, and streams out of a single answer.
func refuseKind(method string, kind ast.Operation) *refusal {
	if kind == ast.Subscription {
		return refuse(http.StatusBadRequest,
			"a subscription needs a WebSocket with the subprotocol graphql-transport-ws, or a GET or POST that accepts text/event-stream alone")
	}
	return refuseChange(method, kind)
}

// refuseChange keeps changes out of GET, which anybody's link can send.
func refuseChange(method string, kind ast.Operation) *refusal {
	if method == http.MethodGet && kind == ast.Mutation {
		return refuse(http.StatusMethodNotAllowed, "a mutation needs POST")
	}
	return nil
}

func tooSlow(ctx context.Context) *gqlerror.Error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return wire.Errorf(wire.CodeUnavailable, "the operation was cancelled")
	}
	return wire.Errorf(wire.CodeUnavailable, "the operation took too long")
}

// streamToken is the header by which a client of graphql-sse names a stream that it has reserved for several operations.
const streamToken = "X-GraphQL-Event-Stream-Token"

const oneConnection = "each operation has a stream of its own, the distinct connections mode of graphql-sse: the single connection mode is not offered"
