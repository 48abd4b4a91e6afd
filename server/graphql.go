package server

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/reads"
	"fortnight/server/internal/wire"
)

const (
	maxErrors  = 5   // of a document that is refused: enough to mend it, too few to make a large answer of a small request
	maxFailed  = 20  // of an answer that is partial
	maxMessage = 500 // bytes of an error's message, which may repeat names out of the document
)

// endpoint answers GraphQL by the first transport that claims a request.
type endpoint struct {
	transports []graphql.Transport
	executor   graphql.GraphExecutor
}

func (e endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	r = r.WithContext(graphql.StartOperationTrace(r.Context()))
	claims := func(t graphql.Transport) bool { return t.Supports(r) }
	e.transports[slices.IndexFunc(e.transports, claims)].Do(w, r, e.executor) // the last one claims all
}

// newEndpoint answers by these transports, of which the last one claims all.
func newEndpoint(config *Config, budgets budgets, turns *turns, metrics *metrics, transports ...graphql.Transport) (http.Handler, error) {
	e, err := newExecutor(config, budgets, turns)
	if err != nil {
		return nil, err
	}
	e.SetErrorPresenter(config.PresentError)
	e.SetRecoverFunc(config.recovered)
	e.AroundOperations(metrics.count)
	e.AroundOperations(budgets.settle)
	e.AroundOperations(limitTime)
	e.AroundOperations(turns.take)
	e.AroundResponses(shorten)
	if config.WithLoaders != nil {
		e.AroundResponses(config.WithLoaders)
	}
	return endpoint{transports, e}, nil
}

// limitTime ends a query or a mutation after operationTimeout.
func limitTime(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	if graphql.GetOperationContext(ctx).Operation.Operation == ast.Subscription {
		return next(ctx)
	}
	ctx, cancel := context.WithTimeout(ctx, operationTimeout)
	responses, answered := next(ctx), false
	return func(ctx context.Context) *graphql.Response {
		defer cancel()
		response := responses(ctx)
		if response == nil && !answered && errors.Is(ctx.Err(), context.DeadlineExceeded) {
			response = &graphql.Response{Errors: gqlerror.List{wire.Errorf(wire.CodeUnavailable, "the operation took too long")}}
		}
		answered = true
		return response
	}
}

// shorten bounds an answer, and its errors.
func shorten(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if response == nil {
		return nil
	}
	if len(response.Data) > reads.MaxAnswerBytes { // of what gqlgen executed
		response = reads.TooLarge()
	}
	most := maxFailed
	if len(response.Data) == 0 {
		most = maxErrors
	}
	response.Errors = response.Errors[:min(len(response.Errors), most)]
	for _, err := range response.Errors {
		if len(err.Message) > maxMessage {
			err.Message = strings.ToValidUTF8(err.Message[:maxMessage], "") + "…"
		}
	}
	return response
}
