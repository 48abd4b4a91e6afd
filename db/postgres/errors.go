package postgres

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"fortnight/auth"
	"fortnight/planner/runs"
	"fortnight/training"
)

// ErrNotFound is the answer to an id that there is not, that is no id at all, or that is not the viewer's to know of.
var ErrNotFound = errors.New("not found")

// ConflictError says what stands in the way of a change that would be fine otherwise.
type ConflictError struct {
	Message string
	Moved   *Moved // where a calendar, or a workout, has another revision than the change was made to; else nil
}

// Moved is a calendar that is not as somebody saw it, or a workout: then AthleteID is its owner, the revisions are its own, and it is the one object.
type Moved struct {
	AthleteID training.UserID `json:"athleteId"`
	Expected  int             `json:"expected"` // the revision that was seen
	Revision  int             `json:"revision"` // that it has
	Acts      []MovedAct      `json:"acts"`     // on its sessions, activities and locked days in between, the newest first
	Objects   []MovedObject   `json:"objects"`  // what has changed in between, or has gone, the newest first
}

// MovedObject is something that has changed, by its id and type in the API, a check-in by its day, and the revision that it has changed with, or been removed.
type MovedObject struct {
	ID       string `bun:"id" json:"id"`
	Type     string `bun:"type" json:"type"`
	Revision int    `bun:"revision" json:"revision"`
	Removed  bool   `bun:"removed" json:"removed,omitempty"`
}

// MovedAct is an act on a calendar, and the revision that it made.
type MovedAct struct {
	ID       training.ChangeID    `bun:"id" json:"id"`
	Act      training.CalendarAct `bun:"act" json:"act"`
	Revision int                  `bun:"revision" json:"revision"`
}

// Error is the message, which is for the one who asked.
func (e *ConflictError) Error() string { return e.Message }

// ScopeError says what an API token may not do, and which scope that needs.
type ScopeError struct {
	Needs auth.Scope
	What  string
}

// Error says it to the one who asked.
func (e *ScopeError) Error() string {
	return "the API token may not do that: " + e.What + ", which needs the scope " + string(e.Needs)
}

// LimitedError says that something was asked for too often, and how long to wait.
type LimitedError struct {
	What string
	Wait time.Duration
}

// Error says what was too often, to the one who asked.
func (e *LimitedError) Error() string { return e.What }

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

// ErrUnavailable is the answer while the database does not answer, is starting or stopping, or has no room: try again.
var ErrUnavailable = runs.ErrUnavailable

// ErrAway says that nobody is asked, since the database did not answer the last time.
var ErrAway = errors.New("the database is away")

// Unavailable tells whether an error says nothing of what was asked, but that the database did not answer.
func Unavailable(err error) bool {
	var (
		connect *pgconn.ConnectError
		network net.Error
	)
	switch state := SQLState(err); {
	case state != "":
		return unavailableStates[state] || unavailableStates[state[:2]]
	case errors.Is(err, ErrUnavailable):
		return true
	case errors.Is(err, context.Canceled):
		return false // who asked has left
	case errors.As(err, &connect):
		return true // nothing was asked: also where connecting took too long, as it does to a server that is frozen
	case errors.Is(err, context.DeadlineExceeded):
		return false // who asked has waited long enough
	case errors.As(err, &network):
		return true
	}
	for _, broken := range []error{io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, driver.ErrBadConn, sql.ErrConnDone, ErrAway} {
		if errors.Is(err, broken) {
			return true
		}
	}
	return pgconn.SafeToRetry(err) // it was not sent: the connection was closed before
}

// unavailableStates are SQLSTATEs, and classes of them, of a server that cannot answer now: lost connections (08), no room (53), a statement
// that took too long (57014), a server that stops or starts (57P01 to 57P03), a lock that was not to be had (55P03), a disk that fails (58030).
var unavailableStates = map[string]bool{
	"08": true, "53": true, "57014": true, "57P01": true, "57P02": true, "57P03": true, "55P03": true, "58030": true, "25P03": true,
}

// outcomes are errors that a caller is promised as they are.
var outcomes = []error{
	ErrNotFound, auth.ErrNoAccount, auth.ErrNoSession, runs.ErrLeaseLost, runs.ErrCancelRequested, runs.ErrCalendarMoved,
}

// Wrap adds the operation to what should not have happened and leaves outcomes as they are. No row where one must be is ErrNotFound.
func Wrap(operation string, err error) error {
	var (
		refused *ConflictError
		limited *LimitedError
		scope   *ScopeError
		input   *training.InputError
	)
	switch {
	case err == nil, errors.As(err, &refused), errors.As(err, &limited), errors.As(err, &scope), errors.As(err, &input):
		return err
	case errors.Is(err, sql.ErrNoRows):
		return ErrNotFound
	}
	for _, outcome := range outcomes {
		if errors.Is(err, outcome) {
			return err
		}
	}
	if Unavailable(err) {
		return fmt.Errorf("%s: %w: %w", operation, ErrUnavailable, err)
	}
	return fmt.Errorf("%s: %w", operation, err)
}
