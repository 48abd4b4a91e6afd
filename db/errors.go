package db

import (
	"context"

	"fortnight/db/access"
	"fortnight/db/postgres"
)

// ErrNotFound is the answer to an id that there is not, that is no id at all, or that is not the viewer's to know of.
var ErrNotFound = postgres.ErrNotFound

// ErrCursor is the answer to an "after" that is no cursor of the list.
var ErrCursor = postgres.ErrCursor

// ErrUnavailable is the answer while the database does not answer, is starting or stopping, or has no room: try again.
var ErrUnavailable = postgres.ErrUnavailable

type (
	// ConflictError says what stands in the way of a change that would be fine otherwise.
	ConflictError = postgres.ConflictError
	// ScopeError says what an API token may not do, and which scope that needs.
	ScopeError = postgres.ScopeError
	// LimitedError says that something was asked for too often, and how long to wait.
	LimitedError = postgres.LimitedError
	// Page is a part of a list. A cursor stands behind the item of its place: what comes after it is the next page.
	Page[T any] = postgres.Page[T]
	// Marks are the cursors of a list that no table keeps in its order.
	Marks = postgres.Marks
)

// Unchanged is a context for a change of sessions, of an event or of a profile that have not changed since a revision of their calendar: else it is a
// *ConflictError. Nil asks for nothing.
func Unchanged(ctx context.Context, revision *int) context.Context {
	return access.Unchanged(ctx, revision)
}

// CheckSeen is a *training.InputError where lists, by their paths, leave out something that stands, and the context is neither Expecting nor Unchanged.
func CheckSeen(ctx context.Context, lists ...string) error { return access.CheckSeen(ctx, lists...) }

// Keyed is a context in which an act is done once for a key, however often it is asked for; nil names nothing. The digest is of what is asked: a key that was
// used for another request is a *ConflictError.
func Keyed(ctx context.Context, key *string, digest []byte) context.Context {
	return access.Keyed(ctx, key, digest)
}

// Expecting is a context for a change of a calendar that has a revision: of one that has another it is a *ConflictError. Nil expects none.
func Expecting(ctx context.Context, revision *int) context.Context {
	return access.Expecting(ctx, revision)
}

// InOneAnswer is a context for all that is read for one answer that changes nothing: the revision of a calendar, and of a workout that was found, is
// asked once by it.
func InOneAnswer(ctx context.Context) context.Context { return access.InOneAnswer(ctx) }
