package db

import "fortnight/db/postgres"

// ErrNotFound is the answer to an id that there is not, that is no id at all, or that is not the viewer's to know of.
var ErrNotFound = postgres.ErrNotFound

type (
	// ConflictError says what stands in the way of a change that would be fine otherwise.
	ConflictError = postgres.ConflictError
	// Page is a part of a list. A cursor stands behind the item of its place: what comes after it is the next page.
	Page[T any] = postgres.Page[T]
)
