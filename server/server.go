package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"fortnight/quota"
	"fortnight/server/graphiql"
	"fortnight/server/graphqlhttp"
	"fortnight/server/graphqlws"
	"fortnight/server/internal/broadcast"
)

// Server answers until Shutdown. New makes one.
type Server struct {
	config   Config
	clients  clients
	plain    *connections
	sockets  *graphqlws.Transport
	bodies   *quota.Slots // bytes
	places   *places
	budgets  budgets
	turns    *turns
	streams  *graphqlhttp.Streams
	stop     context.CancelFunc // of all server-sent event streams
	draining atomic.Bool
	unready  atomic.Bool // what /readyz said last
	handler  http.Handler

	mu      sync.Mutex
	servers []*http.Server
}

// New returns a server, or an error that names what is wrong in config.
func New(config Config) (*Server, error) {
	if err := config.check(); err != nil {
		return nil, err
	}
	s := &Server{config: config, bodies: quota.NewSlots(bodyBytes), budgets: newBudgets(config.clock())}
	s.turns = newTurns(s.budgets.running)
	s.clients = clients{config: &s.config, endless: s.endless}
	sessions := &loggedIn{of: s.config.sessionOf, ended: config.Ended, open: map[string]map[*func()]bool{}}
	room := roomFor(config.MaxConnections)
	s.places = newPlaces(room, sessions, s.config.network)
	s.plain = newConnections(room, s.places.open, s.config.trusts)
	streams, stop := context.WithCancel(context.Background())
	s.stop = stop
	station := broadcast.New(streams, config.Log)
	var err error
	if s.sockets, err = graphqlws.New(graphqlws.Config{
		Accept: s.clients.acceptSocket, Enter: s.places.enterSocket, Known: s.places.seatSocket, Init: s.clients.initSocket,
		CheckOrigin: s.config.allowsOrigin, Log: config.Log, Station: station, Kind: s.config.kindOf, Hold: s.places.holdWaiting,
		Hear: s.budgets.hear,
	}); err != nil {
		return nil, err
	}
	metrics, err := newMetrics(config.Registry, s.sockets, s.places, s.plain)
	if err != nil {
		return nil, err
	}
	s.streams = graphqlhttp.NewStreams(graphqlhttp.StreamConfig{
		Base: streams, Station: station, Kind: s.config.kindOf, Take: s.places.takeStream, Hold: s.places.holdWaiting,
	})
	endpoint, err := newEndpoint(&s.config, s.budgets, s.turns, metrics, s.sockets, s.streams, graphqlhttp.Transport{Hold: s.places.holdWaiting})
	if err != nil {
		return nil, err
	}
	if config.Ended != nil {
		go sessions.look(streams)
	}
	packed, err := compress(endpoint)
	if err != nil {
		return nil, err
	}
	answers := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.endless(r) {
			endpoint.ServeHTTP(w, r)
			return
		}
		packed.ServeHTTP(w, r)
	})
	sdl, err := compress(serveSDL(config.Schema.Schema()))
	if err != nil {
		return nil, err
	}
	s.handler = observe(&s.config, metrics, secure(s.config.known(s.routes(answers, sdl))))
	return s, nil
}

// endless tells of a socket and a stream.
func (s *Server) endless(r *http.Request) bool {
	return graphqlhttp.IsStream(r) || s.sockets.Supports(r)
}

func (s *Server) routes(graphQL, sdl http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.config.allowOrigins(s.clients.with(admit(s.bodies, s.config.network, s.budgets, graphQL))))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	mux.HandleFunc("GET /readyz", s.ready)
	if !s.config.Production || s.config.PublishSchema {
		mux.Handle("GET /schema.graphql", s.config.allowOrigins(sdl))
	}
	if !s.config.Production {
		elsewhere := func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "the API is at /graphql", http.StatusNotFound)
		}
		mux.HandleFunc("/graphql/", elsewhere)
		mux.HandleFunc("POST /{$}", elsewhere)
		mux.Handle("GET /metrics", s.Metrics())
		page := graphiql.Handler(s.config.Tabs)
		mux.Handle("GET /graphiql", page)
		mux.Handle("GET /graphiql/{name}", page)
		mux.Handle("GET /watch", page)
		mux.Handle("GET /{$}", http.RedirectHandler("/graphiql", http.StatusFound))
	}
	return mux
}

// Metrics returns the handler of the figures. Production has it on an address of its own: what it tells is not for everybody.
func (s *Server) Metrics() http.Handler {
	return promhttp.HandlerFor(s.config.Registry, promhttp.HandlerOpts{MaxRequestsInFlight: 4, Timeout: operationTimeout})
}

// Drain turns /readyz to 503, so that no new clients are sent here, and goes on answering those who come.
func (s *Server) Drain() { s.draining.Store(true) }

// Handler returns the handler of all routes.
func (s *Server) Handler() http.Handler { return s.handler }

// HTTPServer returns a server for an address, with a time limit on each part of a request. Shutdown stops it.
func (s *Server) HTTPServer(addr string) *http.Server {
	server := &http.Server{
		Addr:              addr,
		Handler:           s.handler,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ConnState:         s.plain.follow,
		ErrorLog:          slog.NewLogLogger(s.config.Log.Handler(), slog.LevelWarn),
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.servers = append(s.servers, server)
	return server
}

// ready answers 503 while the server cannot answer, or is about to stop, so that no new clients are sent here.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	err := s.config.Ready(ctx)
	if s.draining.Load() {
		err = errors.New("stopping")
	}
	if was := s.unready.Swap(err != nil); err != nil && !was { // once, not for every probe
		s.config.Log.WarnContext(ctx, "not ready", "error", err)
	}
	if err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ready\n"))
	if s.config.About != nil {
		_, _ = fmt.Fprintln(w, s.config.About())
	}
}

// Shutdown turns /readyz to 503, ends every stream and closes every WebSocket with 1001, stops taking connections and waits for running
// requests. It returns the error of ctx if that ends first.
func (s *Server) Shutdown(ctx context.Context) error {
	s.draining.Store(true)
	s.stop()
	errs := []error{s.sockets.Shutdown(ctx), s.streams.Shutdown(ctx)}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, server := range s.servers {
		errs = append(errs, server.Shutdown(ctx))
	}
	return errors.Join(errs...)
}
