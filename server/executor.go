package server

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	gqlgen "github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"fortnight/server/coerce"
	"fortnight/server/internal/wire"
	"fortnight/server/limits"
)

// cachedTexts are the documents kept parsed, and as many kept under their hash: at most 64 KiB of text each.
const cachedTexts = 256

// executor judges a request whole before anything of it runs, the same way for every transport: its limits, its syntax, the rules of
// documents, its variables, its cost. What it lets pass the executor of gqlgen runs, which would judge each argument only as it gets there.
type executor struct {
	*gqlgen.Executor

	schema        *ast.Schema
	values        *coerce.Schema
	rules         *rules.Rules
	documents     graphql.Cache[*ast.QueryDocument] // those that were judged
	limits        limits.Guard
	persisted     extension.AutomaticPersistedQuery
	trusted       *trusted // nil where any document is answered
	prices        *prices
	budgets       budgets
	turns         *turns
	introspection bool
	recovered     graphql.RecoverFunc
}

func newExecutor(config *Config, budgets budgets, turns *turns) (*executor, error) {
	schema := config.Schema.Schema()
	values, err := coerce.New(schema, config.Scalars, config.Production)
	if err != nil {
		return nil, err
	}
	documents := lru.New[*ast.QueryDocument](cachedTexts)
	e := &executor{
		Executor: gqlgen.New(config.Schema), schema: schema, values: values, rules: rulesOf(values, config.Production), documents: documents,
		limits:    limits.Guard{Known: documents, Introspection: !config.Production},
		persisted: extension.AutomaticPersistedQuery{Cache: lru.New[string](cachedTexts)},
		prices:    newPrices(config.Schema), budgets: budgets, turns: turns, introspection: !config.Production, recovered: config.recovered,
	}
	return e, e.trust(config.Documents)
}

// CreateOperationContext is a request that may run, or all that is wrong with it.
func (e *executor) CreateOperationContext(ctx context.Context, params *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	operation := e.begin(ctx, params)
	ctx = graphql.WithOperationContext(ctx, operation)
	if err := e.budgets.spend(ctx, requestCost); err != nil {
		return operation, gqlerror.List{err}
	}
	operation.Stats.SetExtension(takenKey, requestCost+wire.Sent(ctx))
	leave, refused := e.turns.judge(ctx)
	if refused != nil {
		return operation, gqlerror.List{refused}
	}
	defer leave()
	if err := e.text(ctx, operation, params); err != nil {
		return operation, gqlerror.List{err}
	}
	operation.RawQuery = params.Query
	document, errs := e.document(ctx, params.Query)
	if len(errs) > 0 {
		return operation, errs
	}
	operation.Doc = document
	var err *gqlerror.Error
	if operation.Operation, err = chosen(document, params.OperationName); err != nil {
		return operation, gqlerror.List{err}
	}
	if operation.Variables, err = e.values.Variables(operation.Operation, params.Variables); err != nil {
		return operation, gqlerror.List{err}
	}
	operation.Stats.Validation.End = graphql.Now()
	cost, err := e.prices.of(ctx, operation)
	operation.Stats.SetExtension(costKey, cost)
	if err == nil {
		err = e.budgets.spend(ctx, cost)
	}
	if err != nil {
		return operation, gqlerror.List{err}
	}
	return operation, nil
}

// text sees to it that the request has the text of its document, paid for and within its limits: these first, so that no refused text is kept.
func (e *executor) text(ctx context.Context, operation *graphql.OperationContext, params *graphql.RawParams) *gqlerror.Error {
	sent := params.Query
	if err := e.pay(ctx, operation, sent); err != nil {
		return err
	}
	if err := e.limits.Check(ctx, params); err != nil {
		return err
	}
	if err := e.named(ctx, params); err != nil || params.Query == sent {
		return err
	}
	return e.pay(ctx, operation, params.Query)
}

// named puts the text of a document in the place of its name.
func (e *executor) named(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	if e.trusted != nil {
		return e.trusted.take(params)
	}
	return e.persisted.MutateOperationParameters(ctx, params)
}

// pay takes what it costs to read and judge a text that is not known, which one that is refused never is: it takes as long each time. What is too
// long to be read costs nothing.
func (e *executor) pay(ctx context.Context, operation *graphql.OperationContext, text string) *gqlerror.Error {
	if _, known := e.documents.Get(ctx, text); known || len(text) > limits.MaxBytes {
		return nil
	}
	points := len(text) / bytesOfPoint
	if err := e.budgets.spend(ctx, points); err != nil {
		return err
	}
	operation.Stats.SetExtension(takenKey, requestCost+wire.Sent(ctx)+points)
	return nil
}

// DispatchError answers a request that was refused.
func (e *executor) DispatchError(ctx context.Context, errs gqlerror.List) *graphql.Response {
	response := e.Executor.DispatchError(ctx, errs)
	e.budgets.tell(ctx, response)
	return response
}

func (e *executor) begin(ctx context.Context, params *graphql.RawParams) *graphql.OperationContext {
	return &graphql.OperationContext{
		OperationName: params.OperationName, Extensions: params.Extensions, Headers: params.Headers,
		DisableIntrospection: !e.introspection, RecoverFunc: e.recovered,
		ResolverMiddleware:     func(ctx context.Context, next graphql.Resolver) (any, error) { return next(ctx) },
		RootResolverMiddleware: func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler { return next(ctx) },
		Stats:                  graphql.Stats{Read: params.ReadTime, OperationStart: graphql.GetStartTime(ctx)},
	}
}

// document is a text that was parsed and keeps the rules of documents.
func (e *executor) document(ctx context.Context, text string) (*ast.QueryDocument, gqlerror.List) {
	if known, found := e.documents.Get(ctx, text); found {
		return known, nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, limits.MaxTokens)
	if err != nil {
		return nil, coded(errcode.ParseFailed, gqlerror.WrapIfUnwrapped(err))
	}
	if len(document.Operations) == 0 {
		return nil, coded(errcode.ValidationFailed, gqlerror.Errorf("the document has no operation"))
	}
	if errs := validator.ValidateWithRules(e.schema, document, e.rules); len(errs) > 0 {
		return nil, coded(errcode.ValidationFailed, errs...)
	}
	e.documents.Add(ctx, text, document)
	return document, nil
}

// coded gives errors a code, unless they have one.
func coded(code string, errs ...*gqlerror.Error) gqlerror.List {
	for _, err := range errs {
		if wire.Code(err) == "" {
			errcode.Set(err, code)
		}
	}
	return errs
}

// chosen is the operation that is to run: the only one, or the one with the name.
func chosen(document *ast.QueryDocument, name string) (*ast.OperationDefinition, *gqlerror.Error) {
	if operation := document.Operations.ForName(name); operation != nil {
		return operation, nil
	}
	why := "the document has several operations: operationName must say which"
	if name != "" {
		why = fmt.Sprintf("the document has no operation %.60q", name)
	}
	return nil, coded(errcode.ValidationFailed, gqlerror.Errorf("%s", why))[0]
}

// trust takes documents, each of which must be one that the server would answer; nil for none, and then any is.
func (e *executor) trust(documents Documents) error {
	if documents == nil {
		return nil
	}
	e.trusted = &trusted{documents, map[string]bool{}}
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		text := documents[name]
		ctx := graphql.StartOperationTrace(context.Background())
		err := e.limits.Check(ctx, &graphql.RawParams{Query: text})
		if err == nil {
			_, errs := e.document(ctx, text)
			err = first(errs)
		}
		if err != nil {
			return fmt.Errorf("document %s: %s", name, err.Message)
		}
		e.trusted.texts[text] = true
	}
	return nil
}

func first(errs gqlerror.List) *gqlerror.Error {
	if len(errs) == 0 {
		return nil
	}
	return errs[0]
}
