package graphqlws

import (
	"context"
	"fmt"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/wire"
)

// subscribe starts an operation. It is entered here, in the reader, before anything of it runs: the next message may already be about it.
func (c *connection) subscribe(m *message) *fault {
	if !c.acked {
		return &fault{closeUnauthorized, "Unauthorized"}
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
		c.writeLocked(errorMessage(*m.ID, gqlerror.List{wire.Errorf(wire.CodeLimitExceeded,
			"%d operations run on this connection, and no more are allowed", len(c.running))}))
		return nil
	}
	ctx, cancel := context.WithCancel(c.ctx)
	op := &operation{id: *m.ID, cancel: cancel}
	c.running[op.id] = op
	c.operations.Add(1)
	c.work.Go(func() { c.run(graphql.StartOperationTrace(ctx), op, params) })
	return nil
}

// complete ends an operation for the client, who may complete one that has just ended.
func (c *connection) complete(id string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if op := c.running[id]; op != nil {
		op.cancel()
		delete(c.running, id)
	}
}

func (c *connection) run(ctx context.Context, op *operation, params *graphql.RawParams) {
	defer c.operations.Add(-1)
	defer op.cancel()
	defer func() {
		if cause := recover(); cause != nil {
			c.config.Log.ErrorContext(ctx, "an operation panicked", "cause", cause, "stack", string(debug.Stack()))
			c.close(closeInternal, "Internal server error")
		}
	}()
	created, errs := c.exec.CreateOperationContext(ctx, params)
	ctx = graphql.WithOperationContext(ctx, created)
	if len(errs) > 0 {
		c.last(op, errorMessage(op.id, c.exec.DispatchError(ctx, errs).Errors))
		return
	}
	responses, ctx := c.exec.DispatchOperation(ctx, created)
	for response := responses(ctx); response != nil; response = responses(ctx) {
		if wire.Broken(created, response) {
			c.close(websocket.CloseTryAgainLater, "an event could not be read: come back for it")
			return
		}
		if len(response.Data) == 0 && len(response.Errors) > 0 { // it never began to execute, or its stream broke: nothing follows
			c.last(op, errorMessage(op.id, response.Errors))
			return
		}
		c.next(op, nextMessage(op.id, response))
	}
	c.last(op, completeMessage(op.id))
}

// next sends an answer, unless the client has completed the operation.
func (c *connection) next(op *operation, data []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.wants(op) {
		c.writeLocked(data)
	}
}

// last sends the message that ends an operation and frees its id, unless the client has completed it.
func (c *connection) last(op *operation, data []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.wants(op) {
		delete(c.running, op.id)
		c.writeLocked(data)
	}
}

// wants says whether the client still waits for the operation. A connection that closes has ended it without completing it: the close
// code tells the client to try again, a complete before it would not.
func (c *connection) wants(op *operation) bool {
	return c.running[op.id] == op && c.ctx.Err() == nil
}
