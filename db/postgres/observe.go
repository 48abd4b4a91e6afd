package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
)

// Observer is told of a statement after it: its text, with the values that bun wrote into it, how long it took until its last row was read, and
// how it failed.
type Observer func(statement string, took time.Duration, err error)

// tracer tells an observer of what is asked on a connection, one by one or together.
type tracer struct{ observe Observer }

var (
	_ pgx.QueryTracer = tracer{}
	_ pgx.BatchTracer = tracer{}
)

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

// sent are statements that go to the server together: the time of one is from when the one before it was read.
type sent struct{ since time.Time }

type sentKey struct{}

// TraceBatchStart notes when statements that are sent together began.
func (tracer) TraceBatchStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceBatchStartData) context.Context {
	return context.WithValue(ctx, sentKey{}, &sent{time.Now()})
}

// TraceBatchQuery tells of one of them, when it was read.
func (t tracer) TraceBatchQuery(ctx context.Context, _ *pgx.Conn, data pgx.TraceBatchQueryData) {
	if s, is := ctx.Value(sentKey{}).(*sent); is {
		now := time.Now()
		t.observe(data.SQL, now.Sub(s.since), data.Err)
		s.since = now
	}
}

// TraceBatchEnd is for nothing: each was told of.
func (tracer) TraceBatchEnd(context.Context, *pgx.Conn, pgx.TraceBatchEndData) {}
