package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
)

// Observer is told of a statement after it: its text, with the values that bun wrote into it, how long it took until its last row was read, and
// how it failed.
type Observer func(statement string, took time.Duration, err error)

// tracer tells an observer of what is asked on a connection.
type tracer struct{ observe Observer }

type begun struct {
	statement string
	at        time.Time
}

type begunKey struct{}

// TraceQueryStart notes when a statement began.
func (tracer) TraceQueryStart(ctx context.Context, _ *pgx.Conn, data pgx.TraceQueryStartData) context.Context {
	return context.WithValue(ctx, begunKey{}, begun{data.SQL, time.Now()})
}

// TraceQueryEnd tells of it.
func (t tracer) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, data pgx.TraceQueryEndData) {
	if b, is := ctx.Value(begunKey{}).(begun); is {
		t.observe(b.statement, time.Since(b.at), data.Err)
	}
}
