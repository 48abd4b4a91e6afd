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
