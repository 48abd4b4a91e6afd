package graphqlhttp

import (
	"sync"

	"fortnight/server/internal/broadcast"
)

// maxWaiting is how many bytes of answers may wait for a client beside one; one that is further behind is cut off and comes back.
const maxWaiting = 512 << 10

// queue is what a stream has still to send, which it takes in its own time.
type queue struct {
	mu      sync.Mutex
	wake    chan struct{} // holds one
	answers [][]byte
	bytes   int
	taken   chan struct{} // closed when none waits any more; nil while none does
	over    bool
	how     broadcast.End
	errors  []byte
}

var _ broadcast.Listener = (*queue)(nil)

func newQueue() *queue { return &queue{wake: make(chan struct{}, 1)} }

func (q *queue) ring() {
	select {
	case q.wake <- struct{}{}:
	default: // it has been rung and not looked yet
	}
}

// Next puts an answer behind those that wait.
func (q *queue) Next(answer []byte) (behind <-chan struct{}) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.over {
		return nil
	}
	if len(q.answers) > 0 && q.bytes+len(answer) > maxWaiting {
		q.finish(broadcast.Broken, nil)
		return nil
	}
	q.answers, q.bytes = append(q.answers, answer), q.bytes+len(answer)
	if q.taken == nil {
		q.taken = make(chan struct{})
	}
	q.ring()
	return q.taken
}

// End says what follows the last answer.
func (q *queue) End(how broadcast.End, errors []byte) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.over {
		q.finish(how, errors)
	}
}

func (q *queue) finish(how broadcast.End, errors []byte) {
	q.over, q.how, q.errors = true, how, errors
	q.ring()
}

// take returns what waits, first to last, and then whether that is all.
func (q *queue) take() (answers [][]byte, over bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	answers, q.answers, q.bytes = q.answers, nil, 0
	if q.taken != nil && len(answers) == 0 {
		close(q.taken)
		q.taken = nil
	}
	return answers, q.over
}
