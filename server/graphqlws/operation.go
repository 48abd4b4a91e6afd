package graphqlws

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/broadcast"
	"fortnight/server/internal/wire"
)

var _ broadcast.Listener = (*operation)(nil)

// subscribe starts an operation. It is entered here, in the reader, before anything of it runs: the next message may already be about it.
func (c *connection) subscribe(m *message, points int) *fault {
	if !c.acked {
		return &fault{closeUnauthorized, "Unauthorized: send connection_init first, and wait for connection_ack"}
	}
	params, bad := m.params()
	if bad != nil {
		return bad
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.running[*m.ID] != nil {
		return &fault{closeIDInUse, fmt.Sprintf("Subscriber for %s already exists", *m.ID)}
	}
	if len(c.running) >= c.config.MaxOperations {
		c.out.Write(textFrame(errorMessage(*m.ID, wire.AppendErrors(nil, gqlerror.List{wire.Errorf(wire.CodeLimitExceeded,
			"%d operations run on this connection, and no more are allowed", len(c.running))}))))
		return nil
	}
	ctx, cancel := context.WithCancel(c.ctx)
	op := &operation{c: c, id: *m.ID, end: cancel}
	if c.running == nil {
		c.running = make(map[string]*operation, 1)
	}
	c.running[op.id] = op
	c.operations.Add(1)
	c.work.Go(func() {
		defer cancel()
		op.run(graphql.StartOperationTrace(wire.WithSent(ctx, &points)), params)
	})
	return nil
}

// complete ends an operation for the client, who may complete one that has just ended.
func (c *connection) complete(id string) {
	c.mu.Lock()
	op := c.running[id]
	c.forget(op)
	c.mu.Unlock()
	if op != nil {
		op.stop()
	}
}

// forget frees the id of an operation. The caller holds mu.
func (c *connection) forget(op *operation) {
	if op != nil && !op.forgotten {
		op.forgotten = true
		delete(c.running, op.id)
		c.operations.Add(-1)
	}
}

// stopAll ends what runs on a connection that has ended.
func (c *connection) stopAll() {
	c.mu.Lock()
	running := c.running
	c.running = nil
	c.operations.Add(-int64(len(running)))
	for _, op := range running {
		op.forgotten = true
	}
	c.mu.Unlock()
	for _, op := range running {
		op.stop()
	}
}

// stop has nothing more come of an operation that was forgotten.
func (op *operation) stop() {
	op.c.mu.Lock()
	end := op.end
	op.c.mu.Unlock()
	end() // without mu: a subscription that tells its listeners waits for it
}

// run judges an operation, and answers it or begins to listen to it.
func (op *operation) run(ctx context.Context, params *graphql.RawParams) {
	c := op.c
	defer func() {
		if cause := recover(); cause != nil {
			c.config.Log.ErrorContext(ctx, "an operation panicked", "cause", cause, "stack", string(debug.Stack()))
			c.close(closeInternal, "Internal server error")
		}
	}()
	created, errs := c.exec.CreateOperationContext(ctx, params)
	ctx = graphql.WithOperationContext(ctx, created)
	if len(errs) > 0 {
		op.last(errorMessage(op.id, wire.AppendErrors(nil, c.exec.DispatchError(ctx, errs).Errors)))
		return
	}
	if created.Operation.Operation == ast.Subscription {
		op.listen(ctx, created)
		return
	}
	responses, ctx := c.exec.DispatchOperation(ctx, created)
	for response := responses(ctx); response != nil; response = responses(ctx) {
		if len(response.Data) == 0 && len(response.Errors) > 0 { // it never began to execute: nothing follows
			op.last(errorMessage(op.id, wire.AppendErrors(nil, response.Errors)))
			return
		}
		op.Next(wire.AppendResponse(make([]byte, 0, len(response.Data)+256), response))
	}
	op.last(completeMessage(op.id))
}

// listen joins a subscription, and leaves it where the client does not want it any more.
func (op *operation) listen(ctx context.Context, created *graphql.OperationContext) {
	c := op.c
	kind := broadcast.Kind{}
	if c.config.Kind != nil {
		kind = c.config.Kind(ctx, created)
	}
	leave := c.config.Station.Join(ctx, kind, op, func(ctx context.Context) (graphql.ResponseHandler, context.Context) {
		return c.exec.DispatchOperation(ctx, created)
	})
	c.mu.Lock()
	wanted := op.wanted()
	if wanted {
		op.end = leave // and what it began with is forgotten
	}
	c.mu.Unlock()
	if !wanted {
		leave()
	}
}

// Next sends an answer, unless the client has completed the operation.
func (op *operation) Next(answer []byte) (behind <-chan struct{}) {
	op.c.mu.Lock()
	defer op.c.mu.Unlock()
	if !op.wanted() {
		return nil
	}
	return op.c.writeNext(op.id, answer)
}

// End sends what ends a subscription.
func (op *operation) End(how broadcast.End, errors []byte) {
	switch how {
	case broadcast.Completed:
		op.last(completeMessage(op.id))
	case broadcast.Refused:
		op.last(errorMessage(op.id, errors))
	case broadcast.Broken:
		op.c.close(websocket.CloseTryAgainLater, "an event could not be read: come back for it")
	case broadcast.Stopped: // the connection is closed as well, with a code that says why
	}
}

// last sends the message that ends an operation and frees its id, unless the client has completed it.
func (op *operation) last(data []byte) {
	op.c.mu.Lock()
	defer op.c.mu.Unlock()
	if op.wanted() {
		op.c.forget(op)
		op.c.out.Write(textFrame(data))
	}
}

// wanted says whether the client still waits for the operation. A connection that closes has ended it without completing it: the close
// code tells the client to try again, a complete before it would not. The caller holds mu of the connection.
func (op *operation) wanted() bool {
	return !op.forgotten && op.c.ctx.Err() == nil
}

// frames are used again, since an event is put into one for each of thousands; large ones are not kept.
var frames = sync.Pool{New: func() any { return new([]byte) }}

const maxKept = 256 << 10

// writeNext writes the frame of an answer. The caller holds mu.
func (c *connection) writeNext(id string, answer []byte) (behind <-chan struct{}) {
	buffer := frames.Get().(*[]byte)
	message := append(appendEnvelope(append((*buffer)[:0], make([]byte, maxHeader)...), "next", id), `,"payload":`...)
	message = append(append(message, answer...), '}')
	var header [maxHeader]byte
	head := appendHeader(header[:0], websocket.TextMessage, len(message)-maxHeader)
	begin := maxHeader - len(head)
	copy(message[begin:], head)
	behind = c.out.Write(message[begin:])
	if *buffer = message; cap(message) <= maxKept {
		frames.Put(buffer)
	}
	return behind
}
