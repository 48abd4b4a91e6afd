package graphqlws

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Subprotocol is the only one that is spoken.
const Subprotocol = "graphql-transport-ws"

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
	// gets 503. Nil takes any up to MaxConnections.
	Enter func(r *http.Request) (leave func(), entered bool)
	// Known is asked after Init whether whoever it found may have one connection more, and returns how to give that back. Otherwise the
	// connection is closed with 1013. What end does is to close it with 4403, when the log-in has ended. Nil has no bound.
	Known func(ctx context.Context, end func()) (leave func(), may bool)
	// CheckOrigin refuses an upgrade with 403.
	CheckOrigin func(r *http.Request) bool
	Log         *slog.Logger

	MaxConnections int           // open at once; default 10,000, beyond it 503
	MaxOperations  int           // running at once on one connection; default 100, beyond it an error for the operation
	MaxMessage     int64         // bytes of one message of the client; default 256 KiB, beyond it 1009
	InitTimeout    time.Duration // for connection_init to arrive; default 5 s, then 4408
	WriteTimeout   time.Duration // for one message to the client; default 10 s, then the socket is closed
	PingEvery      time.Duration // default 25 s; a connection silent for two of them is closed
}

func (c *Config) setDefaults() {
	c.MaxConnections = orDefault(c.MaxConnections, 10_000)
	c.MaxOperations = orDefault(c.MaxOperations, 100)
	c.MaxMessage = orDefault(c.MaxMessage, 256<<10)
	c.InitTimeout = orDefault(c.InitTimeout, 5*time.Second)
	c.WriteTimeout = orDefault(c.WriteTimeout, 10*time.Second)
	c.PingEvery = orDefault(c.PingEvery, 25*time.Second)
}

func orDefault[T int | int64 | time.Duration](value, otherwise T) T {
	if value == 0 {
		return otherwise
	}
	return value
}

// Transport serves connections until Shutdown. New makes one.
type Transport struct {
	config     Config
	upgrader   websocket.Upgrader
	base       context.Context // of all connections: a hijacked one outlives its request's context
	stop       context.CancelFunc
	operations atomic.Int64

	mu     sync.Mutex
	closed bool
	open   int
	idle   sync.WaitGroup // counts the open connections
}

var _ graphql.Transport = (*Transport)(nil)

// New returns a transport without connections, or an error that names a field of config that is missing.
func New(config Config) (*Transport, error) {
	if config.Accept == nil || config.Init == nil || config.CheckOrigin == nil || config.Log == nil {
		return nil, errors.New("graphqlws: Accept, Init, CheckOrigin and Log must be set")
	}
	config.setDefaults()
	t := &Transport{config: config, upgrader: websocket.Upgrader{
		HandshakeTimeout: 5 * time.Second,
		ReadBufferSize:   1024, // most messages of a client are short, and thousands of connections wait
		WriteBufferSize:  4096,
		WriteBufferPool:  &sync.Pool{},
		Subprotocols:     []string{Subprotocol},
		CheckOrigin:      config.CheckOrigin,
	}}
	t.base, t.stop = context.WithCancel(context.Background())
	return t, nil
}

// Supports claims upgrades to WebSocket.
func (t *Transport) Supports(r *http.Request) bool { return websocket.IsWebSocketUpgrade(r) }

// Do upgrades and returns: the connection goes on in its own goroutine, without the memory of the HTTP request.
func (t *Transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	leave, entered := t.enter(r)
	if !entered {
		w.Header().Set("Retry-After", "5")
		http.Error(w, "too many connections are open", http.StatusServiceUnavailable)
		return
	}
	socket, err := t.upgrader.Upgrade(w, r, nil)
	if err != nil { // the upgrader has answered
		leave()
		return
	}
	ctx, cancel := context.WithCancel(t.config.Accept(t.base, r))
	c := &connection{t: t, socket: socket, exec: exec, ctx: ctx, cancel: cancel, running: map[string]*operation{}}
	spoken := slices.Contains(websocket.Subprotocols(r), Subprotocol)
	go func() {
		defer leave()
		c.serve(spoken)
	}()
}

// enter counts a connection in, unless there are too many, and returns how to count it out.
func (t *Transport) enter(r *http.Request) (leave func(), entered bool) {
	left := func() {}
	if t.config.Enter != nil {
		if left, entered = t.config.Enter(r); !entered {
			return nil, false
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed || t.open >= t.config.MaxConnections {
		left()
		return nil, false
	}
	t.open++
	t.idle.Add(1)
	return func() {
		left()
		t.mu.Lock()
		t.open--
		t.mu.Unlock()
		t.idle.Done()
	}, true
}

// Open returns how many connections are open and how many operations run on them.
func (t *Transport) Open() (connections, operations int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.open, int(t.operations.Load())
}

// Shutdown closes every connection with 1001, which clients answer by connecting again, and returns when all have ended, or with the
// error of ctx. New connections get 503.
func (t *Transport) Shutdown(ctx context.Context) error {
	t.mu.Lock()
	t.closed = true
	t.mu.Unlock()
	t.stop()
	done := make(chan struct{})
	go func() {
		t.idle.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
