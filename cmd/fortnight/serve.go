package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/graph"
	"fortnight/graph/scalar"
	"fortnight/planner"
	"fortnight/planner/runs"
	"fortnight/reads"
	"fortnight/resolvers"
	"fortnight/server"
	"fortnight/server/graphiql"
	"fortnight/server/viewer"
	"fortnight/training"
)

// serve composes the parts, serves until ctx ends, and stops them in order: no new requests, streams told to come back, workers at the
// end of a stage, the database, the cluster.
func serve(ctx context.Context, c config, log *slog.Logger) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", c.addr)
	if err != nil {
		return fmt.Errorf("FORTNIGHT_ADDR: %w", err)
	}
	defer listener.Close()
	var metrics net.Listener
	if c.metrics != "" {
		if metrics, err = new(net.ListenConfig).Listen(ctx, "tcp", c.metrics); err != nil {
			return fmt.Errorf("FORTNIGHT_METRICS_ADDR: %w", err)
		}
		defer metrics.Close()
	}
	var profiles net.Listener
	if c.process.profile != "" {
		if profiles, err = new(net.ListenConfig).Listen(ctx, "tcp", c.process.profile); err != nil {
			return fmt.Errorf("FORTNIGHT_PPROF_ADDR: %w", err)
		}
		defer profiles.Close()
	}
	a, err := openApp(ctx, c, log)
	if err != nil {
		return err
	}
	a.metrics, a.profiles = metrics, profiles
	return errors.Join(a.serve(ctx, listener), a.close())
}

func (a *app) serve(ctx context.Context, listener net.Listener) error {
	if err := a.prepare(ctx); err != nil {
		return err
	}
	if a.config.production {
		if err := a.db.InTurn(ctx, db.MakingDemo, a.closeDemo); err != nil {
			return fmt.Errorf("demo account: %w", err)
		}
	}
	model, engines, err := languageModel(ctx, a.config.gemini)
	if err != nil {
		return err
	}
	tokens, err := a.useKeys(ctx, func(key auth.Key) *auth.Tokens { return auth.NewTokens(key, a.db.Accounts, a.now, rand.Reader, a.log) })
	if err != nil {
		return err
	}
	figures := newPlanFigures()
	s, err := a.server(tokens, engines, figures)
	if err != nil {
		return err
	}
	working, stopWorking := context.WithCancel(context.WithoutCancel(ctx))
	defer stopWorking()
	var workers sync.WaitGroup
	plans := &planner.Planner{Store: a.db, Now: a.now, Log: a.log, StageDone: figures.stage, Asked: figures.asked}
	worker := planner.Worker{Queue: a.db.Queue, Planner: plans, Log: a.log}
	takers := hands()
	if model != nil { // some take any run, and may all be waiting for it; the others take what needs no model
		defer model.Close()
		plans.Model, takers = model, waitingHands
		own := planner.Worker{Queue: a.db.QueueOf(runs.Solver), Planner: plans, Log: a.log}
		workers.Go(func() { own.Run(working, hands()) })
	}
	workers.Go(func() { worker.Run(working, takers) })
	workers.Go(func() { a.embed(working) })
	workers.Go(func() { a.keepKeys(working, tokens) })
	workers.Go(func() { a.keepTidy(working) })

	if a.config.certificate != nil {
		listener = a.config.certificate.over(listener, a.log)
	}
	web := s.HTTPServer(listener.Addr().String())
	failed := make(chan error, 3)
	go func() { failed <- web.Serve(listener) }()
	a.config.process.keepTo()
	if a.profiles != nil {
		defer serveProfiles(a.profiles, failed)()
	}
	if a.metrics != nil {
		defer serveMetrics(a.metrics, s.Metrics(), failed)()
	}
	if err = a.welcome(ctx, listener.Addr().String()); err == nil {
		select {
		case err = <-failed:
		case <-ctx.Done():
			say("stopping")
			s.Drain()
			time.Sleep(a.config.drain)
		}
	}
	stopping, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	stopWorking()
	err = errors.Join(ignoreClosed(err), s.Shutdown(stopping))
	workers.Wait()
	return err
}

// serveMetrics serves the figures, and nothing else, on an address of their own.
func serveMetrics(listener net.Listener, metrics http.Handler, failed chan<- error) (stop func()) {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", metrics)
	web := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second}
	go func() { failed <- web.Serve(listener) }()
	return func() { _ = web.Close() }
}

func ignoreClosed(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// server composes the API.
func (a *app) server(tokens *auth.Tokens, engines []runs.Engine, figures *planFigures) (*server.Server, error) {
	root := &resolvers.Resolver{
		DB: a.db, Tokens: tokens, Auth: auth.NewService(a.db.Accounts, tokens, auth.NewHasher(hands(), rand.Reader), a.now),
		Engines: engines, Now: a.now, Log: a.log, Bounds: server.Limits,
	}
	registry := prometheus.NewRegistry()
	a.db.Collect(registry)
	registry.MustRegister(a.times)
	figures.collect(registry)
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	most, err := connections()
	if err != nil {
		return nil, err
	}
	config := server.Config{
		MaxConnections: most,
		Schema:         a.schema(root), Scalars: scalar.Checks, Alike: root.Alike, WithLoaders: root.WithLoaders(), PresentError: resolvers.PresentError(a.log),
		Hosts: a.config.hosts, TrustedProxies: a.config.proxies, ProxyHeader: a.config.proxyHeader, Production: a.config.production, AllowedOrigins: a.config.origins,
		PublishSchema: a.config.sdl, Documents: a.config.documents,
		Tabs:  func() []graphiql.Tab { return exampleTabs(training.DateOf(a.now())) },
		Ready: a.db.Ready, About: a.aboutEmbedder, Registry: registry, Log: a.log,
	}
	viewer.Configure(&config, tokens, a.db, a.now)
	return server.New(config)
}

// schema executes queries by package reads, or where that is switched off all by gqlgen.
func (a *app) schema(root *resolvers.Resolver) graphql.ExecutableSchema {
	if a.config.readPath {
		return reads.New(root.Config(), a.config.process.textBytes()).Foreseeing(root.Foresee)
	}
	return graph.NewExecutableSchema(root.Config())
}

// welcome makes the demo account, in development, and says where everything is.
func (a *app) welcome(ctx context.Context, addr string) error {
	say("serving GraphQL at %s%s/graphql", a.config.scheme(), addr)
	if a.config.production {
		return nil
	}
	makeDemo := func(ctx context.Context) error { return a.demoAccount(ctx, addr) }
	if err := a.db.InTurn(ctx, db.MakingDemo, makeDemo); err != nil {
		return fmt.Errorf("demo account: %w", err)
	}
	say("GraphiQL with example tabs: %s%s/graphiql", a.config.scheme(), addr)
	say("a fortnight being drawn while it is planned: %s%s/watch", a.config.scheme(), addr)
	say("demo login: %s / %s", demoLogin.Email, demoLogin.Password)
	say("watch a plan being made: make demo")
	return nil
}
