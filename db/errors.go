package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"

	"fortnight/auth"
	"fortnight/planner/runs"
	"fortnight/training"
)

// ErrNotFound is the answer to an id that there is not, that is no id at all, or that is not the viewer's to know of.
var ErrNotFound = errors.New("not found")

// ConflictError says what stands in the way of a change that would be fine otherwise.
type ConflictError struct{ Message string }

func (e *ConflictError) Error() string { return e.Message }

func conflict(format string, values ...any) error {
	return &ConflictError{Message: fmt.Sprintf(format, values...)}
}

func inputError(path, message string) error {
	return &training.InputError{Fields: []training.FieldError{{Path: path, Message: message}}}
}

// SQLSTATEs that have a meaning for us.
const (
	foreignKeyViolation  = "23503"
	uniqueViolation      = "23505"
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
)

func sqlState(err error) string {
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

// wrap adds the operation to what should not have happened and leaves outcomes as they are. No row where one must be is ErrNotFound.
func wrap(operation string, err error) error {
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

// maxTries is how often a transaction is tried that the database gave up for the sake of another one.
const maxTries = 4

// inTx runs do in a transaction, again where it had to give way to another: do sets nothing before it succeeds.
func (db *DB) inTx(ctx context.Context, operation string, do func(ctx context.Context, tx bun.Tx) error) error {
	return again(operation, func() error { return db.bun.RunInTx(ctx, nil, do) })
}

// errOvertaken ends a transaction that found out that another came before it, so that it is tried again.
var errOvertaken = errors.New("another change came first")

// again does what may have to give way to another, and does it again then.
func again(operation string, do func() error) error {
	var err error
	for range maxTries {
		err = do()
		state := sqlState(err)
		if state != serializationFailure && state != deadlockDetected && !errors.Is(err, errOvertaken) {
			break
		}
	}
	return wrap(operation, err)
}

// atOneInstant runs do in a transaction that only reads and sees the database as it is at one instant.
func (db *DB) atOneInstant(ctx context.Context, operation string, do func(ctx context.Context, tx bun.Tx) error) error {
	options := &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	return wrap(operation, db.bun.RunInTx(ctx, options, do))
}

// changed is ErrNotFound where a statement changed no row.
func changed(result sql.Result, err error) error {
	if err != nil {
		return err
	}
	if rows, err := result.RowsAffected(); err != nil || rows > 0 {
		return err
	}
	return ErrNotFound
}
