package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"
)

// Deadlines of what nobody else gives one: of a try of a transaction, twice what the server gives a statement, and of the single
// statements by which a worker keeps its place. A server that is frozen would never answer.
const (
	TransactionTime = 30 * time.Second
	StatementTime   = 5 * time.Second
)

// Within does something that has to be done within a time of its own. Where it is not, though who asked would wait on, the database does not
// answer: ErrUnavailable.
func Within(ctx context.Context, limit time.Duration, do func(context.Context) error) error {
	limited, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	err := do(limited)
	if err != nil && limited.Err() != nil && ctx.Err() == nil {
		return fmt.Errorf("%w: no answer in %s: %w", ErrUnavailable, limit, err)
	}
	return err
}

// maxTries is how often a transaction is tried that the database gave up for the sake of another one.
const maxTries = 4

// InTx runs do in a transaction, again where it had to give way to another: do sets nothing before it succeeds.
func (db *DB) InTx(ctx context.Context, operation string, do func(ctx context.Context, tx bun.Tx) error) error {
	return Again(operation, func() error {
		return Within(ctx, TransactionTime, func(ctx context.Context) error { return db.Bun.RunInTx(ctx, nil, do) })
	})
}

// ErrOvertaken ends a transaction that found out that another came before it, so that it is tried again.
var ErrOvertaken = errors.New("another change came first")

// Again does what may have to give way to another, and does it again then.
func Again(operation string, do func() error) error {
	var err error
	for range maxTries {
		err = do()
		state := SQLState(err)
		if state != serializationFailure && state != deadlockDetected && !errors.Is(err, ErrOvertaken) {
			break
		}
	}
	return Wrap(operation, err)
}

// AtOneInstant runs do in a transaction that only reads and sees the database as it is at one instant.
func (db *DB) AtOneInstant(ctx context.Context, operation string, do func(ctx context.Context, tx bun.Tx) error) error {
	options := &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	return Wrap(operation, Within(ctx, TransactionTime, func(ctx context.Context) error { return db.Bun.RunInTx(ctx, options, do) }))
}

// Changed is ErrNotFound where a statement changed no row.
func Changed(result sql.Result, err error) error {
	if err != nil {
		return err
	}
	if rows, err := result.RowsAffected(); err != nil || rows > 0 {
		return err
	}
	return ErrNotFound
}

// WithoutTimeout lends one connection to use, as database/sql knows it, without a time limit for statements, and without one for silence. Locks still have theirs.
func (db *DB) WithoutTimeout(ctx context.Context, use func(*sql.Conn) error) error {
	conn, err := db.Bun.DB.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	var usual string
	if err := conn.QueryRowContext(ctx, "SELECT current_setting('statement_timeout')").Scan(&usual); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "SET statement_timeout = 0"); err != nil {
		return err
	}
	err = patiently(conn, func() error { return use(conn) })
	_, resetErr := conn.ExecContext(context.WithoutCancel(ctx), "SELECT set_config('statement_timeout', $1, false)", usual)
	return errors.Join(err, resetErr)
}

// turns is the class of the advisory locks of processes that take turns, "fnt" in ASCII.
const turns = 0x666e74

// turnPause is how long a process waits until it asks again whether it is its turn. It does not wait inside of a statement: whoever makes an
// index concurrently, as a migration may, would wait for that statement.
const turnPause = 100 * time.Millisecond

// InTurn does something that only one process on the database does at a time: the others wait until it has ended, or its process has. which
// tells apart what is done so.
func (db *DB) InTurn(ctx context.Context, which int32, do func(context.Context) error) error {
	conn, err := db.Bun.DB.Conn(ctx)
	if err != nil {
		return Wrap("wait for a turn", err)
	}
	defer conn.Close()
	for mine := false; !mine; {
		if err := conn.QueryRowContext(ctx, "SELECT pg_try_advisory_lock($1, $2)", turns, which).Scan(&mine); err != nil {
			return Wrap("wait for a turn", err)
		}
		if mine {
			break
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(turnPause):
		}
	}
	err = do(ctx)
	_, unlock := conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock($1, $2)", turns, which)
	return errors.Join(err, Wrap("end a turn", unlock))
}
