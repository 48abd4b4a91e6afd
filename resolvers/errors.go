package resolvers

import (
	"context"
	"errors"
	"log/slog"
	"math"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/quota"
	"fortnight/training"
)

// The public codes of errors, in extensions.code.
const (
	codeUnauthenticated = "UNAUTHENTICATED"
	codeForbidden       = "FORBIDDEN"
	codeNotFound        = "NOT_FOUND"
	codeBadUserInput    = "BAD_USER_INPUT"
	codeConflict        = "CONFLICT"
	codeLimitExceeded   = "LIMIT_EXCEEDED"
	codeRateLimited     = "RATE_LIMITED"
	codeUnavailable     = "UNAVAILABLE"
	codeInternal        = "INTERNAL"
)

var errUnauthenticated = errors.New("log in first: the request needs an access token in its Authorization header, a WebSocket in connection_init")

// forbiddenError says what the caller may not do, of what the caller may see.
type forbiddenError struct{ message string }

func (e *forbiddenError) Error() string { return e.message }

// PresentError gives an error its public code. What is not known is logged with its cause and shown without it.
func PresentError(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := graphql.DefaultErrorPresenter(ctx, err)
		switch shown.Extensions["code"] {
		case nil:
		case "COMPLEXITY_LIMIT_EXCEEDED": // as gqlgen names it
			return withCode(shown, codeLimitExceeded)
		default:
			return shown
		}
		if shown.Unwrap() == nil { // of the request itself: what is wrong with the hash of a persisted query has no cause
			return withCode(shown, codeBadUserInput)
		}
		code, extensions := classify(err)
		if code == codeInternal && ctx.Err() != nil { // whoever asked has left, or has waited long enough: that is why it failed
			code = codeUnavailable
		}
		switch {
		case errors.Is(err, db.ErrUnavailable):
			shown.Message = "the database does not answer: try again"
		case code == codeUnavailable && ctx.Err() != nil:
			shown.Message = "the operation took too long, or was given up"
		case code == codeNotFound:
			shown.Message = "not found: there is nothing of this id, or it is not yours to see"
		case code == codeInternal:
			log.ErrorContext(ctx, "request failed", "path", shown.Path.String(), "error", err)
			shown.Message = "something went wrong on our side; it has been logged"
		}
		for key, value := range extensions {
			withCode(shown, code).Extensions[key] = value
		}
		return withCode(shown, code)
	}
}

func withCode(e *gqlerror.Error, code string) *gqlerror.Error {
	if e.Extensions == nil {
		e.Extensions = map[string]any{}
	}
	e.Extensions["code"] = code
	return e
}

// classify is the one table from errors to public codes.
func classify(err error) (code string, extensions map[string]any) {
	var (
		input      *training.InputError
		credential *auth.InputError
		limited    *auth.LimitedError
		conflict   *db.ConflictError
		often      *db.LimitedError
		forbidden  *forbiddenError
		scope      *db.ScopeError
	)
	switch {
	case errors.As(err, &input):
		return codeBadUserInput, map[string]any{"fields": input.Fields}
	case errors.As(err, &credential):
		return codeBadUserInput, map[string]any{"fields": []training.FieldError{{Path: credential.Field, Message: credential.Allowed}}}
	case errors.Is(err, auth.ErrTooManyTokens):
		return codeConflict, nil
	case errors.As(err, &limited):
		return codeRateLimited, map[string]any{"retryAfterSeconds": limited.RetryAfterSeconds}
	case errors.As(err, &forbidden), errors.As(err, &scope):
		return codeForbidden, nil
	case errors.As(err, &often):
		return codeRateLimited, map[string]any{"retryAfterSeconds": max(1, int(math.Ceil(often.Wait.Seconds())))}
	case errors.As(err, &conflict) && conflict.Moved != nil:
		return codeConflict, map[string]any{"moved": conflict.Moved}
	case errors.As(err, &conflict):
		return codeConflict, nil
	case errors.Is(err, db.ErrNotFound):
		return codeNotFound, nil
	case errors.Is(err, errUnauthenticated), errors.Is(err, auth.ErrWrongCredentials), errors.Is(err, auth.ErrInvalidToken):
		return codeUnauthenticated, nil
	case errors.Is(err, auth.ErrBusy), errors.Is(err, quota.ErrFull), errors.Is(err, db.ErrUnavailable), errors.Is(err, context.DeadlineExceeded),
		errors.Is(err, context.Canceled):
		return codeUnavailable, map[string]any{"retryAfterSeconds": 1}
	}
	return codeInternal, nil
}
