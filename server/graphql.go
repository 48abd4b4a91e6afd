package server

import (
	"context"
	"errors"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"fortnight/server/graphqlhttp"
	"fortnight/server/internal/wire"
	"fortnight/server/limits"
)

const (
	maxComplexity = 5000
	maxStreams    = 1000 // of server-sent events at once
	cachedTexts   = 256  // documents kept parsed, and as many kept under their hash: at most 64 KiB of text each
	maxErrors     = 5    // of a document that is refused: enough to mend it, too few to make a large answer of a small request
	maxMessage    = 500  // bytes of an error's message, which may repeat names out of the document
	internalError = "something went wrong on our side; it has been logged"
)

func (s *Server) graphQL() http.Handler {
	h := handler.New(s.config.Schema)
	h.AddTransport(s.sockets)
	h.AddTransport(graphqlhttp.Stream{Base: s.streams, Slots: make(chan struct{}, maxStreams)})
	h.AddTransport(graphqlhttp.Transport{})
	documents := lru.New[*ast.QueryDocument](cachedTexts)
	h.SetQueryCache(documents)
	h.SetParserTokenLimit(limits.MaxTokens)
	h.SetErrorPresenter(s.config.PresentError)
	h.SetRecoverFunc(s.recovered)
	h.Use(limits.Guard{Known: documents, Introspection: !s.config.Production}) // before the next, so that no refused text is kept
	h.Use(extension.AutomaticPersistedQuery{Cache: lru.New[string](cachedTexts)})
	h.Use(extension.FixedComplexityLimit(maxComplexity))
	if s.config.Production {
		h.SetDisableSuggestion(true)
		h.SetValidationRulesFn(rulesWithoutSuggestions)
	} else {
		h.Use(extension.Introspection{})
	}
	h.AroundOperations(s.metrics.count)
	h.AroundOperations(limitTime)
	h.AroundResponses(shorten)
	if s.config.WithLoaders != nil {
		h.AroundResponses(s.config.WithLoaders)
	}
	return h
}

// recovered keeps the cause of a panic in the log, where its stack tells the place, and out of the answer.
func (s *Server) recovered(ctx context.Context, cause any) error {
	path := graphql.GetPath(ctx)
	s.config.Log.ErrorContext(ctx, "a resolver panicked", "path", path.String(), "cause", cause, "stack", string(debug.Stack()))
	err := wire.Errorf(wire.CodeInternal, internalError)
	err.Path = path
	return err
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

// shorten bounds the errors of an answer.
func shorten(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if response == nil {
		return nil
	}
	if len(response.Data) == 0 && len(response.Errors) > maxErrors {
		response.Errors = response.Errors[:maxErrors]
	}
	for _, err := range response.Errors {
		if len(err.Message) > maxMessage {
			err.Message = strings.ToValidUTF8(err.Message[:maxMessage], "") + "…"
		}
	}
	return response
}

// rulesWithoutSuggestions are the rules of validation in a form that gives no name of the schema away.
func rulesWithoutSuggestions() *rules.Rules {
	chosen := rules.NewDefaultRules()
	for talkative, discreet := range map[string]core.Rule{
		rules.FieldsOnCorrectTypeRule.Name: rules.FieldsOnCorrectTypeRuleWithoutSuggestions,
		rules.KnownArgumentNamesRule.Name:  rules.KnownArgumentNamesRuleWithoutSuggestions,
		rules.KnownTypeNamesRule.Name:      rules.KnownTypeNamesRuleWithoutSuggestions,
		rules.ScalarLeafsRule.Name:         rules.ScalarLeafsRuleWithoutSuggestions,
		rules.ValuesOfCorrectTypeRule.Name: rules.ValuesOfCorrectTypeRuleWithoutSuggestions,
	} {
		chosen.RemoveRule(talkative)
		chosen.AddRule(discreet.Name, discreet.RuleFunc)
	}
	return chosen
}
