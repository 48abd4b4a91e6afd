package graphqlws

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"
)

// closeWait is how long a close frame may take, and then the client to answer it.
const closeWait = time.Second

// connection is one socket. The reader's goroutine alone uses the fields before mu.
type connection struct {
	config     *Config
	operations *atomic.Int64 // that run on all connections
	socket     *websocket.Conn
	exec       graphql.GraphExecutor
	ctx        context.Context // of the operations; ends when the connection begins to close
	cancel     context.CancelFunc
	acked      bool
	expiry     *time.Timer
	leave      func() // gives back what Known took; nil before

	closing sync.Once
	work    sync.WaitGroup // counts the running operations

	// mu orders writes with the comings and goings of operations: nothing is written for an operation that the client has completed,
	// so the id is free at once.
	mu      sync.Mutex
	running map[string]*operation
}

// write sends one message, after those that wait, or closes the socket of a client that does not take it in time.
func (c *connection) write(data []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.writeLocked(data)
}

func (c *connection) writeLocked(data []byte) {
	_ = c.socket.SetWriteDeadline(time.Now().Add(c.config.WriteTimeout))
	if err := c.socket.WriteMessage(websocket.TextMessage, data); err != nil && !errors.Is(err, websocket.ErrCloseSent) {
		c.cancel()
		_ = c.socket.Close()
	}
}

// close ends the connection with that code. The reader goes on until the client has answered the close frame, for closeWait at most.
func (c *connection) close(code int, reason string) {
	c.closing.Do(func() {
		c.cancel()
		frame := websocket.FormatCloseMessage(code, reason)
		if c.socket.WriteControl(websocket.CloseMessage, frame, time.Now().Add(closeWait)) != nil {
			_ = c.socket.Close()
		}
		_ = c.socket.SetReadDeadline(time.Now().Add(closeWait))
	})
}

// operation is one that runs, under its id.
type operation struct {
	id     string
	cancel context.CancelFunc
}
