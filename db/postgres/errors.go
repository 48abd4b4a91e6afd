package postgres

import (
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"

	"fortnight/auth"
	"fortnight/planner/runs"
	"fortnight/training"
)

// ErrNotFound is the answer to an id that there is not, that is no id at all, or that is not the viewer's to know of.
var ErrNotFound = errors.New("not found")

// ConflictError says what stands in the way of a change that would be fine otherwise.
type ConflictError struct{ Message string }

// Error is the message, which is for the one who asked.
func (e *ConflictError) Error() string { return e.Message }

// Conflict is a *ConflictError with a message.
func Conflict(format string, values ...any) error {
	return &ConflictError{Message: fmt.Sprintf(format, values...)}
}

// InputError is a *training.InputError about one field, by its path.
func InputError(path, message string) error {
	return &training.InputError{Fields: []training.FieldError{{Path: path, Message: message}}}
}

// SQLSTATEs that have a meaning for us.
const (
	ForeignKeyViolation  = "23503"
	UniqueViolation      = "23505"
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
)

// SQLState is the code that PostgreSQL gave an error, empty for an error that is not its.
func SQLState(err error) string {
	var refusal *pgconn.PgError
	if errors.As(err, &refusal) {
		return refusal.Code
	}
	return ""
}

// outcomes are errors that a caller is promised as they are.
var outcomes = []error{
	ErrNotFound, auth.ErrNoAccount, auth.ErrNoSession, runs.ErrLeaseLost, runs.ErrCancelRequested, runs.ErrCalendarMoved,
}

// Wrap adds the operation to what should not have happened and leaves outcomes as they are. No row where one must be is ErrNotFound.
func Wrap(operation string, err error) error {
	var (
		refused *ConflictError
		input   *training.InputError
	)
	switch {
	case err == nil, errors.As(err, &refused), errors.As(err, &input):
		return err
	case errors.Is(err, sql.ErrNoRows):
		return ErrNotFound
	}
	for _, outcome := range outcomes {
		if errors.Is(err, outcome) {
			return err
		}
	}
	return fmt.Errorf("%s: %w", operation, err)
}
