package server

import (
	"context"
	"math"
	"runtime"
	"sync/atomic"
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
	inaccuracy  = 10_000 // how far beside the time that an answer takes a price may be, 50 ms, as busy as machines are
	// accountBudget is what an account may spend in a minute, what was not used given back: half a minute of being worked for.
	accountBudget = 6_000_000
	// addressBudget is the same for all that ask without a token from one address: some thousand log-ins.
	addressBudget = 200_000
)

// budgets are what everybody has left, and how many queries and mutations run.
type budgets struct {
	accounts, addresses *quota.Budget
	running             *atomic.Int64
}

func newBudgets(now func() time.Time) budgets {
	return budgets{quota.NewBudget(accountBudget, now), quota.NewBudget(addressBudget, now), new(atomic.Int64)}
}

func (b budgets) of(p party) *quota.Budget {
	if p.account != "" {
		return b.accounts
	}
	return b.addresses
}

// costKey is the name under which an operation keeps what was taken for it.
const costKey = "cost"

// settle makes what was taken for an answer what it took: what it was expected to cost and did not is given back, since lists have as many
// elements as they may have in advance; what it took far beyond is taken too, as far as a document may cost, so that a budget bounds the time
// that an account is worked for, whatever a price says. Neither waiting for a place is counted, nor what others took of the processors meanwhile.
// An address owes nothing: what is asked without a token has limits of its own.
func (b budgets) settle(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	if operation.Operation.Operation == ast.Subscription {
		return next(ctx)
	}
	cost, _ := operation.Stats.GetExtension(costKey).(int)
	ctx, waiting := quota.WithMeter(ctx)
	beside := b.running.Add(1)
	began, responses := time.Now(), next(ctx)
	settled := false
	return func(ctx context.Context) *graphql.Response {
		response := responses(ctx)
		if settled {
			return response
		}
		settled = true
		beside = max(beside, b.running.Add(-1)+1)
		took := (time.Since(began) - waiting.Waited()) / time.Duration(max(1, int(beside)/runtime.GOMAXPROCS(0)))
		p, used := partyOf(ctx), int(took/pointTime)
		budget := b.of(p)
		budget.Refund(p.key(), cost-max(0, used))
		if p.account != "" {
			budget.Charge(p.key(), min(used-2*cost-inaccuracy, maxCost))
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
