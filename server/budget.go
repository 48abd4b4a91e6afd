package server

import (
	"context"
	"math"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/quota"
)

// What documents cost, in points of about a field that is written: some microseconds.
const (
	maxCost     = 200_000 // of one document: less than a second
	requestCost = 10      // of a request, whatever it asks for
	// bytesOfPoint are how much of a document that is not known is read and judged for a point: what has most wrong with it takes so long.
	bytesOfPoint = 16
	// sentBytesOfPoint are how many bytes of a request are read and decoded for a point, whatever they are: of JSON with many values in few bytes.
	sentBytesOfPoint = 64
	pointTime        = 5 * time.Microsecond
	inaccuracy       = 10_000 // how far beside the time that an answer takes a price may be, 50 ms, as busy as machines are
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

// costKey is the name under which an operation keeps what was taken for it, and of the extensions that ask for it and tell it.
const costKey = "cost"

// takenKey is the name under which an operation keeps what its request took in all.
const takenKey = "taken"

// settle makes what was taken for an answer what it took: what it was expected to cost and did not is given back, since lists have as many
// elements as they may have in advance; what it took far beyond is taken too, as far as a document may cost, so that a budget bounds the time
// that an account is worked for, whatever a price says. Neither waiting for a place is counted, nor what others took of the processors meanwhile.
// An address owes nothing: what is asked without a token has limits of its own.
func (b budgets) settle(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	cost, _ := operation.Stats.GetExtension(costKey).(int)
	if operation.Operation.Operation == ast.Subscription {
		return b.settleStream(ctx, operation, cost, next)
	}
	ctx, waiting := quota.WithMeter(ctx)
	began, responses := time.Now(), next(ctx)
	settled := false
	return func(ctx context.Context) *graphql.Response {
		response := responses(ctx)
		if settled {
			return response
		}
		settled = true
		beside, _ := operation.Stats.GetExtension(besideKey).(int64)
		p, used := partyOf(ctx), pointsOf(time.Since(began)-waiting.Waited(), beside)
		budget, back, more := b.of(p), max(0, cost-max(0, used)), 0
		budget.Refund(p.key(), back)
		if p.account != "" {
			more = max(0, min(used-2*cost-inaccuracy, maxCost))
			budget.Charge(p.key(), more)
		}
		read, _ := operation.Stats.GetExtension(takenKey).(int)
		operation.Stats.SetExtension(takenKey, read+cost-back+more)
		b.tell(ctx, response)
		return response
	}
}

// pointsOf is what it costs to be worked for so long, when so many were.
func pointsOf(took time.Duration, beside int64) int {
	return int(took / time.Duration(max(1, int(beside)/runtime.GOMAXPROCS(0))) / pointTime)
}

// settleStream takes for the events of a stream what they took beyond the price of their document, which was taken when it began, and has the next
// event wait as long as its account owes something: a change costs little, and may be told to hundreds of streams, each of which asks for much.
// The work on an event begins with its first field; what nobody's account listens to is bounded by its slots.
func (b budgets) settleStream(ctx context.Context, operation *graphql.OperationContext, paid int, next graphql.OperationHandler) graphql.ResponseHandler {
	p := partyOf(ctx)
	if p.account == "" {
		return next(ctx)
	}
	var began atomic.Pointer[time.Time]
	resolve := operation.ResolverMiddleware
	operation.ResolverMiddleware = func(ctx context.Context, next graphql.Resolver) (any, error) {
		if began.Load() == nil {
			now := time.Now()
			began.CompareAndSwap(nil, &now)
		}
		return resolve(ctx, next)
	}
	ctx, waiting := quota.WithMeter(ctx)
	responses := next(ctx)
	return func(ctx context.Context) *graphql.Response {
		if !b.solvent(ctx, p) {
			return nil
		}
		waited := waiting.Waited()
		began.Store(nil)
		response := responses(ctx)
		if first := began.Load(); first != nil {
			used := max(0, pointsOf(time.Since(*first)-(waiting.Waited()-waited), b.running.Load()+1))
			b.accounts.Charge(p.key(), min(max(0, used-paid), maxCost))
			paid = max(0, paid-used)
		}
		return response
	}
}

// solvent waits until a party owes nothing, and is false where its stream ends before.
func (b budgets) solvent(ctx context.Context, p party) bool {
	for left := b.of(p).Left(p.key()); left < 0; left = b.of(p).Left(p.key()) {
		select {
		case <-ctx.Done():
			return false
		case <-time.After(min(time.Second, time.Duration(-left)*time.Minute/accountBudget+time.Millisecond)):
		}
	}
	return true
}

// told is what an answer says of its cost, in points, to who asks for it.
type told struct {
	Document        int `json:"document"`        // what the document costs as it was judged, 0 where it was not
	Taken           int `json:"taken"`           // what the request took
	Remaining       int `json:"remaining"`       // what is left now; less than nothing is owed
	PointsPerMinute int `json:"pointsPerMinute"` // what comes back in a minute, and the most that there is
}

// tell says in an answer what it took and what is left, where the request has an extension "cost" that is true. What streams of events take is
// not told: an event is written for all who watch.
func (b budgets) tell(ctx context.Context, response *graphql.Response) {
	operation := graphql.GetOperationContext(ctx)
	if asked, _ := operation.Extensions[costKey].(bool); !asked || response == nil {
		return
	}
	cost, _ := operation.Stats.GetExtension(costKey).(int)
	taken, _ := operation.Stats.GetExtension(takenKey).(int)
	p, most := partyOf(ctx), addressBudget
	if p.account != "" {
		most = accountBudget
	}
	if response.Extensions == nil {
		response.Extensions = map[string]any{}
	}
	response.Extensions[costKey] = told{cost, taken, b.of(p).Left(p.key()), most}
}

// hear takes points for a message of a socket, which it returns, and waits as long as whoever sent it owes something: the next message is not read before.
func (b budgets) hear(ctx context.Context, bytes int) (points int) {
	if points = bytes / sentBytesOfPoint; points > 0 {
		p := partyOf(ctx)
		b.of(p).Charge(p.key(), points)
		b.solvent(ctx, p)
	}
	return points
}

// spend takes points of whoever asks, or says when there are enough.
func (b budgets) spend(ctx context.Context, points int) *gqlerror.Error {
	p := partyOf(ctx)
	wait, spent := b.of(p).Spend(p.key(), points)
	if spent {
		return nil
	}
	return later(int(math.Ceil(wait.Seconds())), "more was asked for in the last minute than one may")
}
