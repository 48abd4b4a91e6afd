package graphqlws

import (
	"context"
	"errors"
	"io"
	"net"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"

	"fortnight/server/internal/wire"
)

// The close codes of graphql-transport-ws.
const (
	closeBadRequest   = 4400
	closeUnauthorized = 4401
	closeForbidden    = 4403
	closeSubprotocol  = 4406
	closeInitTimeout  = 4408
	closeIDInUse      = 4409
	closeSecondInit   = 4429
	closeInternal     = 4500
)

// closeWait is how long a close frame may take, and then the client to answer it.
const closeWait = time.Second

// connection is one socket. The reader's goroutine alone uses the fields before mu.
type connection struct {
	t      *Transport
	socket *websocket.Conn
	exec   graphql.GraphExecutor
	ctx    context.Context // of the operations; ends when the connection begins to close
	cancel context.CancelFunc
	acked  bool
	expiry *time.Timer
	leave  func() // gives back what Known took; nil before

	closing sync.Once
	work    sync.WaitGroup // counts the running operations

	// mu orders writes with the comings and goings of operations: nothing is written for an operation that the client has completed,
	// so the id is free at once.
	mu      sync.Mutex
	running map[string]*operation
}

// serve reads until the connection ends, and returns when all of it has.
func (c *connection) serve(spoken bool) {
	defer func() {
		if c.leave != nil {
			c.leave()
		}
	}()
	defer c.work.Wait()
	defer c.socket.Close() //nolint:errcheck // nothing is left to lose
	defer c.cancel()
	defer context.AfterFunc(c.t.base, func() { c.close(websocket.CloseGoingAway, "the server is stopping") })()
	if !spoken {
		c.close(closeSubprotocol, "Subprotocol not acceptable")
	}
	init := time.AfterFunc(c.t.config.InitTimeout, func() { c.close(closeInitTimeout, "Connection initialisation timeout") })
	defer init.Stop()
	defer c.keepAlive()()
	for {
		kind, data, err := c.socket.ReadMessage()
		if err != nil {
			c.end(err)
			return
		}
		if c.ctx.Err() != nil {
			continue // closing: what still arrives is read away until the client answers or closeWait ends
		}
		c.alive()
		if fault := c.handle(kind, data); fault != nil {
			c.close(fault.code, fault.reason)
		}
		if c.acked {
			init.Stop()
		}
	}
}

// keepAlive pings until the function it returns is called. A timer does it, since a goroutine for each connection would cost its stack.
func (c *connection) keepAlive() (stop func() bool) {
	c.socket.SetReadLimit(c.t.config.MaxMessage)
	c.alive()
	c.socket.SetPongHandler(func(string) error {
		c.alive()
		return nil
	})
	var timer *time.Timer
	ready := make(chan struct{})
	timer = time.AfterFunc(c.t.config.PingEvery, func() {
		<-ready
		if c.socket.WriteControl(websocket.PingMessage, nil, time.Now().Add(closeWait)) == nil {
			timer.Reset(c.t.config.PingEvery)
		}
	})
	close(ready)
	return timer.Stop
}

// alive notes that the client was heard. A connection that closes keeps its short deadline, also when it begins to in between.
func (c *connection) alive() {
	_ = c.socket.SetReadDeadline(time.Now().Add(2 * c.t.config.PingEvery))
	if c.ctx.Err() != nil {
		_ = c.socket.SetReadDeadline(time.Now().Add(closeWait))
	}
}

func (c *connection) handle(kind int, data []byte) *fault {
	if kind != websocket.TextMessage {
		return badMessage("the message must be text")
	}
	m, fault := decodeMessage(data)
	if fault != nil {
		return fault
	}
	switch m.Type {
	case "connection_init":
		return c.initialise(m)
	case "ping":
		if _, fault := m.object(); fault != nil {
			return fault
		}
		c.write([]byte(`{"type":"pong"}`))
	case "pong":
		_, fault := m.object()
		return fault
	case "subscribe":
		return c.subscribe(m)
	case "complete":
		c.complete(*m.ID)
	}
	return nil
}

func (c *connection) initialise(m *message) *fault {
	if c.acked {
		return &fault{closeSecondInit, "Too many initialisation requests"}
	}
	payload, bad := m.object()
	if bad != nil {
		return bad
	}
	ctx, expires, refused := c.t.config.Init(c.ctx, payload)
	if refused != nil {
		if code := wire.Code(refused); code == wire.CodeUnauthenticated || code == wire.CodeForbidden {
			return &fault{closeForbidden, "Forbidden"}
		}
		return &fault{websocket.CloseTryAgainLater, "try again later"}
	}
	if c.t.config.Known != nil {
		leave, may := c.t.config.Known(ctx, func() { c.close(closeForbidden, "the log-in has ended") })
		if !may {
			return &fault{websocket.CloseTryAgainLater, "too many connections are open"}
		}
		c.leave = leave
	}
	c.ctx, c.acked = ctx, true
	if !expires.IsZero() {
		c.expiry = time.AfterFunc(time.Until(expires), func() { c.close(closeForbidden, "the access token has expired") })
	}
	c.write([]byte(`{"type":"connection_ack"}`))
	return nil
}

// write sends one message, after those that wait, or closes the socket of a client that does not take it in time.
func (c *connection) write(data []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.writeLocked(data)
}

func (c *connection) writeLocked(data []byte) {
	_ = c.socket.SetWriteDeadline(time.Now().Add(c.t.config.WriteTimeout))
	if err := c.socket.WriteMessage(websocket.TextMessage, data); err != nil && !errors.Is(err, websocket.ErrCloseSent) {
		c.cancel()
		_ = c.socket.Close()
	}
}

// end follows a read that failed. A frame that is too large or breaks RFC 6455 has been answered with its close code: what the client
// was sending is read away for a moment, because a socket closed with unread data resets and the client might never see the code.
func (c *connection) end(err error) {
	if c.expiry != nil {
		c.expiry.Stop()
	}
	c.cancel()
	_, closed := errors.AsType[*websocket.CloseError](err)
	_, broken := errors.AsType[net.Error](err)
	if closed || broken {
		return
	}
	_ = c.socket.SetReadDeadline(time.Now().Add(closeWait))
	_, _ = io.Copy(io.Discard, io.LimitReader(c.socket.NetConn(), 64<<20))
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
