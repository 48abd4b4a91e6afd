package resolvers

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"fortnight/db"
)

// WithLoaders gives each answer loaders of its own. The events of a run share those of what was read together, and the events of a changed
// calendar those of their viewer: which they are is decided when the event is there, not when its stream begins to wait for it.
func (r *Resolver) WithLoaders() graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		operation := graphql.GetOperationContext(ctx).Operation
		switch {
		case operation != nil && operation.Operation == ast.Query:
			return next(withLoaders(db.InOneAnswer(ctx), r.newLoaders(reader{viewer: viewer(ctx)})))
		case operation == nil || operation.Operation != ast.Subscription:
			return next(withLoaders(ctx, r.newLoaders(reader{viewer: viewer(ctx)})))
		case isOn(operation.SelectionSet, "calendarChanged"), isOn(operation.SelectionSet, "athletesChanged"):
			return next(context.WithValue(ctx, loadersKey{}, sync.OnceValue(func() *loaders { return r.calendarLoaders(viewer(ctx)) })))
		}
		return next(context.WithValue(ctx, loadersKey{}, sync.OnceValue(func() *loaders { return r.pageLoaders(ctx) })))
	}
}

// rootField is the only root field of a subscription, nil where it has none.
func rootField(selections ast.SelectionSet) *ast.Field {
	for _, selection := range selections {
		switch s := selection.(type) {
		case *ast.Field:
			return s
		case *ast.InlineFragment:
			return rootField(s.SelectionSet)
		case *ast.FragmentSpread:
			return rootField(s.Definition.SelectionSet)
		}
	}
	return nil
}

func isOn(selections ast.SelectionSet, name string) bool {
	field := rootField(selections)
	return field != nil && field.Name == name
}
