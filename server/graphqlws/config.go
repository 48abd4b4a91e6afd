package graphqlws

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fortnight/server/internal/broadcast"
)

// What one connection may do where a Config says nothing else.
const (
	MaxOperations = 100       // that run at once
	MaxMessage    = 256 << 10 // bytes of a message of the client
)

// Config says who may connect and how much they may do. Accept, Init, CheckOrigin and Log must be set; a zero number means its default.
type Config struct {
	// Accept copies from the upgrade request what the operations of its connection need. The request's own context ends with the
	// upgrade, so values go into ctx.
	Accept func(ctx context.Context, r *http.Request) context.Context
	// Init is asked once for each connection, with the payload of connection_init, nil when there was none. It returns the context of
	// the operations, and when it stops being valid, zero for never. An error with code UNAUTHENTICATED or FORBIDDEN closes with 4403,
	// any other with 1013, after which clients try again.
	Init func(ctx context.Context, payload map[string]any) (context.Context, time.Time, *gqlerror.Error)
	// Enter takes one of the connections that may be open at once, before the upgrade, and returns how to give it back; one that is not taken
	// gets 503. Told is called when Known has taken it, if that comes before leave. Nil takes any up to MaxConnections.
	Enter func(r *http.Request) (leave, told func(), entered bool)
	// Known is asked after Init whether whoever it found may have one connection more, and returns how to give that back. Otherwise the
	// connection is closed with 1013. What end does is to close it with 4403, when the log-in has ended. Nil has no bound.
	Known func(ctx context.Context, end func()) (leave func(), may bool)
	// Station runs the subscriptions; nil is one of its own, which ends with the transport.
	Station *broadcast.Station
	// Kind says which subscriptions have the same answers, and waits for what it has to look up. Nil is none.
	Kind func(ctx context.Context, operation *graphql.OperationContext) broadcast.Kind
	// Hold takes some of the bytes that may wait for clients which do not take them, by what Accept returned, and returns how to give them
	// back. Nil takes any.
	Hold func(ctx context.Context, bytes int) (giveBack func(), taken bool)
	// Hear is told of each message of the client how many bytes it has, before anything looks at it, with what Accept or Init returned; it waits where
	// whoever sends has no more to spend, and returns what it took, in points. Nil takes nothing.
	Hear func(ctx context.Context, bytes int) (points int)
	// CheckOrigin refuses an upgrade with 403.
	CheckOrigin func(r *http.Request) bool
	Log         *slog.Logger

	MaxConnections int           // open at once; default 10,000, beyond it 503
	MaxOperations  int           // running at once on one connection; default MaxOperations, beyond it an error for the operation
	MaxMessage     int64         // bytes of one message of the client; default MaxMessage, beyond it 1009
	InitTimeout    time.Duration // for connection_init to arrive; default 5 s, then 4408
	MaxWaiting     int           // bytes that may wait for a client, beside one message; default 512 KiB, beyond it the socket is closed
	WriteTimeout   time.Duration // for 32 KiB to the client; default 10 s, then the socket is closed
	PingEvery      time.Duration // default 25 s; a connection silent for two of them is closed
}

func (c *Config) setDefaults() {
	c.MaxConnections = orDefault(c.MaxConnections, 10_000)
	c.MaxOperations = orDefault(c.MaxOperations, MaxOperations)
	c.MaxMessage = orDefault(c.MaxMessage, MaxMessage)
	c.InitTimeout = orDefault(c.InitTimeout, 5*time.Second)
	c.MaxWaiting = orDefault(c.MaxWaiting, 512<<10)
	c.WriteTimeout = orDefault(c.WriteTimeout, 10*time.Second)
	c.PingEvery = orDefault(c.PingEvery, 25*time.Second)
}

func orDefault[T int | int64 | time.Duration](value, otherwise T) T {
	if value == 0 {
		return otherwise
	}
	return value
}
