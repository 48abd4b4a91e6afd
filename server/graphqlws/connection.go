package graphqlws

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"

	"fortnight/server/internal/outbox"
)

// closeWait is how long a close frame may take, and then the client to answer it.
const closeWait = time.Second

// connection is one socket. The reader's goroutine alone uses the fields before mu.
type connection struct {
	config     *Config
	operations *atomic.Int64 // that run on all connections
	in         *incoming
	socket     *websocket.Conn
	exec       graphql.GraphExecutor
	ctx        context.Context // of the operations; ends when the connection begins to close
	cancel     context.CancelFunc
	acked      bool
	expiry     *time.Timer
	init       *time.Timer   // until connection_init has come
	stops      []func() bool // of what may happen to it
	told       func()        // is called when it is known whose it is; nil afterwards
	leave      func()        // gives back what Known took; nil before
	left       func()        // counts it out

	out     *outbox.Outbox // all that is written, but for the refusal of a frame that breaks RFC 6455
	closing sync.Once
	work    sync.WaitGroup // counts the operations that are judged or answered; a subscription that is listened to takes no goroutine

	// mu orders writes with the comings and goings of operations: nothing is written for an operation that the client has completed,
	// so the id is free at once. Nobody waits while holding it.
	mu      sync.Mutex
	running map[string]*operation
}

// close ends the connection with that code. The reader goes on until the client has answered the close frame, for closeWait at most.
func (c *connection) close(code int, reason string) {
	c.closing.Do(func() {
		c.cancel()
		c.out.WriteLast(frame(websocket.CloseMessage, websocket.FormatCloseMessage(code, reason)))
		_ = c.socket.SetReadDeadline(time.Now().Add(closeWait))
	})
}

// operation is one that runs, under its id.
type operation struct {
	c  *connection
	id string
	// end ends one that is judged or answered, or has a subscription be listened to no more; under mu of the connection, as is what follows.
	end func()
	// forgotten is that its id is another's to take. A thousand who are told of one thing look at it, who would have to find it by its id.
	forgotten bool
}
