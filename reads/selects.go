package reads

import (
	"context"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// SelectsOnly tells whether below the field that a function is asked for, along each of some paths of fields, nothing is selected but leaves of these
// names; without a path, directly below it. All paths that lead to the same things are given. It is the same for both ways to execute a query, and for fields that conditions leave out it errs on the side of what is selected.
func SelectsOnly(ctx context.Context, names map[string]bool, paths ...string) bool {
	operation, field := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx)
	if field == nil || field.Field.Field == nil {
		return false
	}
	if len(paths) == 0 {
		return selectsOnly(operation.Doc, field.Field.Selections, nil, names)
	}
	return !slices.ContainsFunc(paths, func(path string) bool {
		return !selectsOnly(operation.Doc, field.Field.Selections, strings.Split(path, "."), names)
	})
}

func selectsOnly(document *ast.QueryDocument, set ast.SelectionSet, path []string, names map[string]bool) bool {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if len(path) == 0 && !names[s.Name] || len(path) > 0 && s.Name == path[0] && !selectsOnly(document, s.SelectionSet, path[1:], names) {
				return false
			}
		case *ast.InlineFragment:
			if !selectsOnly(document, s.SelectionSet, path, names) {
				return false
			}
		case *ast.FragmentSpread:
			if !selectsOnly(document, document.Fragments.ForName(s.Name).SelectionSet, path, names) {
				return false
			}
		}
	}
	return true
}
