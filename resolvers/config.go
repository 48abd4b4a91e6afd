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
	config := graph.Config{Resolvers: r}
	config.Directives.Authenticated = authenticated
	setComplexity(&config.Complexity)
	return config
}

// authenticated refuses a field without a viewer. What was read before a mutation is not remembered after it.
func authenticated(ctx context.Context, _ any, next graphql.Resolver) (any, error) {
	if _, ok := auth.ViewerFrom(ctx); !ok {
		return nil, errUnauthenticated
	}
	if graphql.GetFieldContext(ctx).Object == "Mutation" {
		defer loadersFrom(ctx).forget()
	}
	return next(ctx)
}
