package graphqlws

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"

	"fortnight/server/internal/broadcast"
	"fortnight/server/internal/drain"
	"fortnight/server/internal/outbox"
)

// Subprotocol is the only one that is spoken.
const Subprotocol = "graphql-transport-ws"

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
		ReadBufferSize:   0,   // that of incoming
		WriteBufferSize:  512, // of refusals alone
		WriteBufferPool:  &sync.Pool{},
		Subprotocols:     []string{Subprotocol},
		CheckOrigin:      config.CheckOrigin,
	}}
	t.base, t.stop = context.WithCancel(context.Background())
	if config.Station == nil {
		t.config.Station = broadcast.New(t.base, config.Log)
	}
	if config.Hold == nil {
		t.config.Hold = func(context.Context, int) (func(), bool) { return func() {}, true }
	}
	return t, nil
}

// Supports claims upgrades to WebSocket.
func (t *Transport) Supports(r *http.Request) bool { return websocket.IsWebSocketUpgrade(r) }

// Do upgrades and returns: the connection goes on in its own goroutine, without the memory of the HTTP request.
func (t *Transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	leave, told, entered := t.enter(r)
	if !entered {
		w.Header().Set("Retry-After", "5")
		http.Error(w, "too many connections are open", http.StatusServiceUnavailable)
		return
	}
	entrance := &entrance{ResponseWriter: w}
	socket, err := t.upgrader.Upgrade(entrance, r, nil)
	if err != nil { // the upgrader has answered
		leave()
		return
	}
	accepted := t.config.Accept(t.base, r)
	ctx, cancel := context.WithCancel(accepted)
	c := &connection{
		config: &t.config, operations: &t.operations, in: entrance.in, socket: socket, exec: exec, ctx: ctx, cancel: cancel, told: told, left: leave,
	}
	c.out = outbox.New(entrance.in.Conn, t.config.WriteTimeout, t.config.MaxWaiting, func(bytes int) (func(), bool) {
		return t.config.Hold(accepted, bytes)
	})
	c.begin(t.base, slices.Contains(websocket.Subprotocols(r), Subprotocol))
	go c.serve()
}

// enter counts a connection in, unless there are too many, and returns how to count it out, and what to call when it is known whose it is.
func (t *Transport) enter(r *http.Request) (leave, told func(), entered bool) {
	left, told := func() {}, func() {}
	if t.config.Enter != nil {
		if left, told, entered = t.config.Enter(r); !entered {
			return nil, nil, false
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed || t.open >= t.config.MaxConnections {
		left()
		return nil, nil, false
	}
	t.open++
	t.idle.Add(1)
	return func() {
		left()
		t.mu.Lock()
		t.open--
		t.mu.Unlock()
		t.idle.Done()
	}, told, true
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
	return drain.Wait(ctx, &t.idle)
}
