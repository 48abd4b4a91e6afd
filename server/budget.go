package server

import (
	"context"
	"math"
	"time"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/quota"
	"fortnight/server/internal/wire"
)

// What documents cost, in points of about a field that is written: some microseconds.
const (
	maxCost     = 200_000 // of one document: less than a second
	requestCost = 10      // of reading and judging one, whatever it asks for
	pointTime   = 5 * time.Microsecond
	// accountBudget is what an account may spend in a minute, what was not used given back: half a minute of being worked for.
	accountBudget = 6_000_000
	// addressBudget is the same for all that ask without a token from one address: some thousand log-ins.
	addressBudget = 200_000
)

// budgets are what everybody has left.
type budgets struct{ accounts, addresses *quota.Budget }

func newBudgets(now func() time.Time) budgets {
	return budgets{quota.NewBudget(accountBudget, now), quota.NewBudget(addressBudget, now)}
}

func (b budgets) of(p party) *quota.Budget {
	if p.account != "" {
		return b.accounts
	}
	return b.addresses
}

// costKey is the name under which an operation keeps what was taken for it.
const costKey = "cost"

// refund gives back what an answer was expected to cost and did not: lists have as many elements as they may have in advance.
func (b budgets) refund(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	cost, _ := operation.Stats.GetExtension(costKey).(int)
	began, responses := time.Now(), next(ctx)
	if operation.Operation.Operation == ast.Subscription {
		return responses
	}
	settled := false
	return func(ctx context.Context) *graphql.Response {
		response := responses(ctx)
		if !settled {
			settled = true
			p := partyOf(ctx)
			b.of(p).Refund(p.key(), cost-int(time.Since(began)/pointTime))
		}
		return response
	}
}

// spend takes points of whoever asks, or says when there are enough.
func (b budgets) spend(ctx context.Context, points int) *gqlerror.Error {
	p := partyOf(ctx)
	wait, spent := b.of(p).Spend(p.key(), points)
	if spent {
		return nil
	}
	err := wire.Errorf(wire.CodeRateLimited, "more was asked for in the last minute than one may")
	err.Extensions["retryAfterSeconds"] = int(math.Ceil(wait.Seconds()))
	return err
}

// costOf is what an operation costs by the prices of a schema. What costs more than it may is an error.
func costOf(ctx context.Context, priced graphql.ExecutableSchema, operation *graphql.OperationContext) (int, *gqlerror.Error) {
	cost := complexity.Calculate(ctx, priced, operation.Operation, operation.Variables)
	if cost > maxCost {
		return 0, wire.Errorf(wire.CodeLimitExceeded, "operation has complexity %d, which exceeds the limit of %d", cost, maxCost)
	}
	return cost, nil
}
