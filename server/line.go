package server

import (
	"context"
	"math"
	"runtime"
	"sync"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/quota"
)

// Large documents of one account are answered one after the other, so many at once as there are processors: were all of them worked on together, none
// would have its answer before the time limit.
const (
	// largeCost is from how many points on a document is large: a tenth of a second.
	largeCost = 20_000
	// largeWait is how long one may be expected to wait for those before it, half of the time limit; largeTime is how long it does, whatever was expected.
	largeWait = operationTimeout / 2
	largeTime = operationTimeout * 7 / 10
	// largeWaiting is how many may wait, however little they proved to take.
	largeWaiting = 200
)

// How what large documents take beside what their points say is learned: by how much from each, and within which bounds.
const (
	paceStep            = 0.1
	leastPace, mostPace = 0.05, 20
)

// line is where the large documents of each account wait for one another.
type line struct {
	places *quota.Places
	from   int           // points
	most   time.Duration // that one may be expected to wait
	each   int           // of an account that are answered at once

	mu    sync.Mutex
	ahead map[string]int // points of an account's documents that are answered or wait
	pace  float64        // what they take of the time that their points say, of late: a price is for the worst that may be asked for
}

func newLine() *line {
	each := runtime.GOMAXPROCS(0)
	return &line{places: quota.NewPlaces(math.MaxInt, each, largeWaiting), from: largeCost, most: largeWait, each: each, ahead: map[string]int{}, pace: 1}
}

// enter waits until a document of an account may be answered, and returns how to tell that it was. What would wait for too long is refused at once, and
// told when there is room.
func (l *line) enter(ctx context.Context, account string, cost int) (done func(), refused *gqlerror.Error) {
	if cost < l.from {
		return func() {}, nil
	}
	wait, taken := l.take(account, cost)
	if !taken {
		return nil, l.refuse(wait)
	}
	waiting, cancel := context.WithTimeout(ctx, largeTime)
	defer cancel()
	leave, err := l.places.Enter(waiting, account)
	if err != nil {
		l.giveBack(account, cost)
		if ctx.Err() != nil {
			return nil, noTurn(err)
		}
		return nil, l.refuse(wait)
	}
	began := time.Now()
	return func() {
		leave()
		l.giveBack(account, cost)
		l.learn(cost, time.Since(began))
	}, nil
}

func (l *line) refuse(wait time.Duration) *gqlerror.Error {
	return later(int(math.Ceil(wait.Seconds())), "large documents of yours are answered one after the other, and those before this one take too long for it to wait")
}

// take puts a document into the line, unless it would wait for longer than it may: for so long, as far as is known.
func (l *line) take(account string, cost int) (wait time.Duration, taken bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	wait = time.Duration(float64(l.ahead[account]) * l.pace * float64(pointTime) / float64(l.each))
	if wait > l.most {
		return wait, false
	}
	l.ahead[account] += cost
	return wait, true
}

func (l *line) giveBack(account string, cost int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ahead[account] -= cost; l.ahead[account] <= 0 {
		delete(l.ahead, account)
	}
}

// learn notes how long a document took.
func (l *line) learn(cost int, took time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	pace := float64(took) / (float64(cost) * float64(pointTime))
	l.pace = min(max(l.pace+paceStep*(pace-l.pace), leastPace), mostPace)
}
