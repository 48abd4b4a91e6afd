package server

import (
	"context"
	"errors"
	"math"
	"runtime"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/quota"
	"fortnight/server/internal/wire"
)

// How many queries and mutations of one account are answered at once, for each processor, and how many more of it may wait.
const (
	turnsOfProcessor = 8
	turnsWaiting     = 1000
)

// turns bound how many queries and mutations of one account are answered at once, and how many documents of one party are judged. A budget bounds what is worked for it in a minute, but all of
// that may be asked for in one moment, over many connections and sockets: whoever asks next would wait behind all of it, since what can run is
// run in the order in which it came. Without an account the budget is small enough.
type turns struct {
	large   *line
	places  *quota.Places
	judging *quota.Places // of documents, of whoever asks: a document that is refused takes a processor for milliseconds too
	running *atomic.Int64 // that are answered, whoever asks
}

func newTurns(running *atomic.Int64) *turns {
	return &turns{newLine(), quota.NewPlaces(math.MaxInt, turnsOfProcessor*runtime.GOMAXPROCS(0), turnsWaiting),
		quota.NewPlaces(math.MaxInt, runtime.GOMAXPROCS(0), turnsWaiting), running}
}

// besideKey is the name under which an operation keeps how many were answered while it was.
const besideKey = "beside"

// take has a query or a mutation wait for its account's turn, within the time limit of its operation.
func (t *turns) take(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	if operation.Operation.Operation == ast.Subscription {
		return next(ctx)
	}
	responses, p, answered := next(ctx), partyOf(ctx), false
	return func(ctx context.Context) *graphql.Response {
		if answered {
			return responses(ctx)
		}
		answered = true
		if p.account != "" {
			cost, _ := operation.Stats.GetExtension(costKey).(int)
			done, refused := t.large.enter(ctx, p.key(), cost)
			if refused != nil {
				return &graphql.Response{Errors: gqlerror.List{refused}}
			}
			defer done()
			leave, err := t.places.Enter(ctx, p.key())
			if err != nil {
				return &graphql.Response{Errors: gqlerror.List{noTurn(err)}}
			}
			defer leave()
		}
		beside := t.running.Add(1)
		defer func() { operation.Stats.SetExtension(besideKey, max(beside, t.running.Add(-1)+1)) }()
		return responses(ctx)
	}
}

// judge waits until whoever asks may have a document judged, and returns how to end that.
func (t *turns) judge(ctx context.Context) (leave func(), refused *gqlerror.Error) {
	leave, err := t.judging.Enter(ctx, partyOf(ctx).key())
	if err != nil {
		return nil, noTurn(err)
	}
	return leave, nil
}

func noTurn(err error) *gqlerror.Error {
	if !errors.Is(err, quota.ErrFull) {
		return wire.Errorf(wire.CodeUnavailable, "the operation took too long")
	}
	return later(1, "%d requests of yours wait for the ones before them, and no more may", turnsWaiting)
}

// later refuses what may be asked for again after some seconds.
func later(seconds int, format string, args ...any) *gqlerror.Error {
	err := wire.Errorf(wire.CodeRateLimited, format, args...)
	err.Extensions["retryAfterSeconds"] = max(1, seconds)
	return err
}
