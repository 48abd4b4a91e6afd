package graphqlws

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"time"

	"github.com/gorilla/websocket"

	"fortnight/server/internal/wire"
)

// serve reads until the connection ends, which it does when the server is stopping, and returns when all of it has. As long as it waits it has what is on
// its stack: so little that it never grows, and a stack that has grown stays so. Messages are read on another.
func (c *connection) serve() {
	for c.in.wait() == nil { // else the connection ends, of which who reads on is told
		if !apart(c.message) {
			return
		}
	}
	apart(c.message)
}

// apart is what a function returns, called on a stack of its own.
func apart(f func() bool) bool {
	done := make(chan bool, 1)
	go func() { done <- f() }()
	return <-done
}

// message reads a message and handles it; false says that the connection has ended.
func (c *connection) message() bool {
	kind, data, err := c.socket.ReadMessage()
	if err != nil {
		c.end(err)
		c.ended()
		return false
	}
	c.took(kind, data)
	return true
}

func (c *connection) begin(stopping context.Context, spoken bool) {
	c.stops = append(c.stops, context.AfterFunc(stopping, func() { c.close(websocket.CloseGoingAway, "the server is stopping") }))
	if !spoken {
		c.close(closeSubprotocol, "Subprotocol not acceptable: want "+Subprotocol)
	}
	c.init = time.AfterFunc(c.config.InitTimeout, func() { c.close(closeInitTimeout, "Connection initialisation timeout") })
	c.stops = append(c.stops, c.keepAlive())
}

// took handles a message.
func (c *connection) took(kind int, data []byte) {
	if c.ctx.Err() != nil {
		return // closing: what still arrives is read away until the client answers or closeWait ends
	}
	c.alive()
	points := 0
	if c.config.Hear != nil {
		points = c.config.Hear(c.ctx, len(data))
	}
	if fault := c.handle(kind, data, points); fault != nil {
		c.close(fault.code, fault.reason)
	}
	if c.acked && c.init != nil {
		c.init.Stop()
		c.init = nil
	}
	c.caughtUp()
}

// ended gives back what a connection took.
func (c *connection) ended() {
	for _, stop := range c.stops {
		stop()
	}
	if c.init != nil {
		c.init.Stop()
	}
	c.cancel()
	_ = c.socket.Close() // nothing is left to lose
	c.work.Wait()
	c.stopAll()
	if c.leave != nil {
		c.leave()
	}
	c.left()
}

// caughtUp waits until the client has taken what it was sent: who does not read is not read from.
func (c *connection) caughtUp() {
	behind := c.out.Behind()
	if behind == nil {
		return
	}
	select {
	case <-behind:
	case <-c.ctx.Done():
	}
}

// keepAlive pings until the function it returns is called. A timer does it, since a goroutine for each connection would cost its stack.
func (c *connection) keepAlive() (stop func() bool) {
	c.socket.SetReadLimit(c.config.MaxMessage)
	c.alive()
	c.socket.SetPongHandler(func(string) error {
		c.alive()
		return nil
	})
	c.socket.SetPingHandler(func(data string) error {
		c.alive()
		c.out.Write(frame(websocket.PongMessage, []byte(data)))
		c.caughtUp()
		return nil
	})
	c.socket.SetCloseHandler(func(code int, _ string) error {
		c.out.WriteLast(frame(websocket.CloseMessage, websocket.FormatCloseMessage(code, "")))
		return nil
	})
	var timer *time.Timer
	ready := make(chan struct{})
	timer = time.AfterFunc(c.config.PingEvery, func() {
		<-ready
		c.out.Write(frame(websocket.PingMessage, nil))
		timer.Reset(c.config.PingEvery)
	})
	close(ready)
	return timer.Stop
}

// alive notes that the client was heard. A connection that closes keeps its short deadline, also when it begins to in between.
func (c *connection) alive() {
	_ = c.socket.SetReadDeadline(time.Now().Add(2 * c.config.PingEvery))
	if c.ctx.Err() != nil {
		_ = c.socket.SetReadDeadline(time.Now().Add(closeWait))
	}
}

// handle does what a message asks for, for the reading of which so many points were taken.
func (c *connection) handle(kind int, data []byte, points int) *fault {
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
		c.out.Write(textFrame([]byte(`{"type":"pong"}`)))
	case "pong":
		_, fault := m.object()
		return fault
	case "subscribe":
		return c.subscribe(m, points)
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
	ctx, expires, refused := c.config.Init(c.ctx, payload)
	if refused != nil {
		if code := wire.Code(refused); code == wire.CodeUnauthenticated || code == wire.CodeForbidden {
			return &fault{closeForbidden, reason("Forbidden: " + refused.Message)}
		}
		return &fault{websocket.CloseTryAgainLater, "try again later"}
	}
	if c.config.Known != nil {
		leave, may := c.config.Known(ctx, func() { c.close(closeForbidden, "the log-in has ended") })
		if !may {
			return &fault{websocket.CloseTryAgainLater, "too many connections are open"}
		}
		c.leave = leave
	}
	c.told()
	c.ctx, c.acked, c.told = ctx, true, nil
	if !expires.IsZero() {
		c.expiry = time.AfterFunc(time.Until(expires), func() { c.close(closeForbidden, "the access token has expired") })
	}
	c.out.Write(textFrame([]byte(`{"type":"connection_ack"}`)))
	return nil
}

// maxReason is how long the reason of a close frame may be, in bytes (RFC 6455, 5.5 and 5.5.1).
const maxReason = 123

// reason is as much of a text as the reason of a close frame may have.
func reason(text string) string { return strings.ToValidUTF8(text[:min(len(text), maxReason)], "") }

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
