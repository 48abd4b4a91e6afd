package server

import (
	"context"
	"errors"
	"net/http"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/server/internal/wire"
)

const internalError = "something went wrong on our side; it has been logged"

// recovered keeps the cause of a panic in the log, where its stack tells the place, and out of the answer.
func (c *Config) recovered(ctx context.Context, cause any) error {
	path := graphql.GetPath(ctx)
	c.Log.ErrorContext(ctx, "a resolver panicked", "path", path.String(), "cause", cause, "stack", string(debug.Stack()))
	err := wire.Errorf(wire.CodeInternal, internalError)
	err.Path = path
	return err
}

// aborted tells whether a panic only wants the connection cut.
func aborted(cause any) bool {
	err, is := cause.(error)
	return is && errors.Is(err, http.ErrAbortHandler)
}
