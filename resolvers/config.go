package resolvers

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/auth"
	"fortnight/graph"
	"fortnight/quota"
)

// invitationsAMinute is how often a user may invite a coach.
const invitationsAMinute = 10

// Config is the executable schema's configuration: these resolvers, their directives and what their fields cost.
func (r *Resolver) Config() graph.Config {
	if r.heavy == nil {
		r.heavy, r.streams = newHeavy(), quota.NewPlaces(streamReads, streamReads, streamsWaiting)
		r.invitations = quota.NewBudget(invitationsAMinute, time.Now)
	}
	config := graph.Config{Resolvers: root{r}}
	config.Directives.Authenticated = authenticated
	setComplexity(&config.Complexity)
	return config
}

// authenticated refuses a field without a viewer, and one that the viewer's API token may not ask for. What was read before a mutation is not remembered after it.
func authenticated(ctx context.Context, _ any, next graphql.Resolver) (any, error) {
	v, ok := auth.ViewerFrom(ctx)
	if !ok {
		return nil, errUnauthenticated
	}
	field := graphql.GetFieldContext(ctx)
	if err := checkScope(v, field); err != nil {
		return nil, err
	}
	if field.Object == "Mutation" {
		defer loadersFrom(ctx).forget()
	}
	return next(ctx)
}
