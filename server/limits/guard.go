// Package limits refuses documents that would cost too much to check or to run, before they are validated: validation takes time that
// grows with the square of the number of fields, so a limit on the cost of running comes too late.
package limits

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"fortnight/server/internal/wire"
)

// The limits of one document. The introspection query of GraphiQL, the largest in daily use, has 15 levels, 230 fields and 184 tokens.
const (
	MaxBytes        = 64 << 10 // of text, so that the caches of documents stay small
	MaxTokens       = 2000
	MaxOperations   = 20
	MaxFragments    = 50
	MaxVariables    = 50  // of one operation
	MaxDepth        = 15  // fields inside fields
	MaxFields       = 500 // of one operation, its fragments expanded; so are those below
	MaxAliases      = 30
	MaxDirectives   = 30
	MaxRootFields   = 20
	MaxRootMutation = 10 // root fields of a mutation: guesses at a password in one request
)

// Guard refuses a document that exceeds a limit, with code LIMIT_EXCEEDED. It is asked before anything that replaces the text.
type Guard struct {
	// Known holds the documents that were checked before. It must not be nil.
	Known graphql.Cache[*ast.QueryDocument]
	// Introspection allows __schema and __type.
	Introspection bool
}

// Check refuses the text of a request that exceeds a limit.
func (g Guard) Check(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	if len(params.Query) > MaxBytes {
		return exceeded("bytes", len(params.Query), MaxBytes)
	}
	if _, known := g.Known.Get(ctx, params.Query); known || params.Query == "" {
		return nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: params.Query}, MaxTokens)
	if err != nil {
		return parseError(err)
	}
	return check(document, g.Introspection)
}

// parseError leaves a syntax error to the executor, which reports it with its place, and gives the parser's own limits the one code.
func parseError(err error) *gqlerror.Error {
	switch message := err.Error(); {
	case strings.Contains(message, "exceeded token limit"):
		return wire.Errorf(wire.CodeLimitExceeded, "the document has more than %d tokens", MaxTokens)
	case strings.Contains(message, "exceeded maximum nesting depth"):
		return wire.Errorf(wire.CodeLimitExceeded, "the document nests more than %d levels", parser.MaxNestingDepth)
	}
	return nil
}

func check(document *ast.QueryDocument, introspection bool) *gqlerror.Error {
	if n := len(document.Operations); n > MaxOperations {
		return exceeded("operations", n, MaxOperations)
	}
	if n := len(document.Fragments); n > MaxFragments {
		return exceeded("fragments", n, MaxFragments)
	}
	counter := newCounter(document.Fragments)
	for _, fragment := range document.Fragments { // those that no operation spreads are validated as well
		if _, err := counter.fragment(fragment.Name); err != nil {
			return err
		}
	}
	for _, operation := range document.Operations {
		if err := checkOperation(operation, counter); err != nil {
			return err
		}
	}
	if counter.introspects && !introspection {
		return wire.Errorf(wire.CodeForbidden, "introspection is off: schema.graphqls of the source is the schema")
	}
	return nil
}

func checkOperation(operation *ast.OperationDefinition, counter *counter) *gqlerror.Error {
	if n := len(operation.VariableDefinitions); n > MaxVariables {
		return exceeded("variables", n, MaxVariables)
	}
	total, err := counter.selections(operation.SelectionSet)
	if err != nil {
		return err
	}
	total.directives += len(operation.Directives)
	for _, variable := range operation.VariableDefinitions {
		total.directives += len(variable.Directives)
	}
	if operation.Operation == ast.Mutation && total.roots > MaxRootMutation {
		return exceeded("root fields of a mutation", total.roots, MaxRootMutation)
	}
	if total.roots > MaxRootFields {
		return exceeded("root fields", total.roots, MaxRootFields)
	}
	return total.check()
}

func exceeded(what string, n, limit int) *gqlerror.Error {
	if n >= ceiling {
		return wire.Errorf(wire.CodeLimitExceeded, "the document has more than %d %s", limit, what)
	}
	return wire.Errorf(wire.CodeLimitExceeded, "the document has %d %s, at most %d are allowed", n, what, limit)
}
