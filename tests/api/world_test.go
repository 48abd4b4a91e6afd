package api_test

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/prometheus/client_golang/prometheus"

	"fortnight/auth"
	"fortnight/cmd/fortnight/demo"
	"fortnight/db"
	"fortnight/db/dbtest"
	"fortnight/db/migration"
	"fortnight/embedding"
	"fortnight/graph"
	"fortnight/graph/scalar"
	"fortnight/library"
	"fortnight/planner"
	"fortnight/planner/model"
	"fortnight/planner/runs"
	"fortnight/reads"
	"fortnight/resolvers"
	"fortnight/server"
	"fortnight/server/viewer"
	"fortnight/training"
)

// today is a Wednesday, for whoever lives in Berlin: tests do not depend on the day they run on.
const today = training.Date(20782) // 2026-11-25

// world is a whole server in this process, composed as the command composes it, on a database of the test's own.
type world struct {
	db    *db.DB
	raw   *pgxpool.Pool // a way around package db
	url   string        // of the endpoint
	began time.Time
	ahead *atomic.Int64 // by how many nanoseconds the clock was set ahead; nil: not at all
	users int

	day        training.Date // on whose noon it begins; 0: today
	production bool
	bare       bool                               // without the shared library, for tests that need none of it
	store      func(runs.Store) runs.Store        // what the planner's store is wrapped in
	model      model.Model                        // the language model, which then proposes by default
	way        func(testing.TB, string) string    // to the database, by its address
	own        *dbtest.Private                    // the server that the database is on, empty; nil for one that tests share
	log        *slog.Logger                       // nil: what the test shows
	observe    func(string, time.Duration, error) // hears of statements, nil for nobody
	key        string                             // the file of the signing key, where servers share one
	address    string                             // of the database
	proxies    []netip.Prefix                     // whose word for whom they speak counts
	readPath   string                             // on, off, or for both ways what FORTNIGHT_READ_PATH says
}

// newWorld serves until the test ends.
func newWorld(t testing.TB, change ...func(*world)) *world {
	t.Helper()
	w := &world{began: time.Now(), ahead: new(atomic.Int64), store: func(s runs.Store) runs.Store { return s }}
	for _, c := range change {
		c(w)
	}
	w.openDatabase(t)
	s := w.server(t)
	w.startWorkers(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	w.url = "http://" + listener.Addr().String() + "/graphql"
	served := make(chan error, 1)
	go func() { served <- s.HTTPServer("").Serve(listener) }()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if err := errors.Join(s.Shutdown(ctx), <-served); !errors.Is(err, http.ErrServerClosed) {
			t.Errorf("serve: %v", err)
		}
	})
	return w
}

func bare(w *world) { w.bare = true }

// raced begins a test in which something runs beside something else in this process: clients, streams and acts, or the resolvers of a document that
// asks for all there is. `make test` runs these under the race detector, and the others, in which one client asks one thing after another or the
// server is a program of its own, without it: they would take five times as long, and show it nothing that these do not.
func raced(testing.TB) {}

// now goes on from noon of the world's day as real time does, but for what the world's clock was set ahead.
func (w *world) now() time.Time {
	now := cmp.Or(w.day, today).Midnight().Add(12*time.Hour + time.Since(w.began))
	if w.ahead == nil {
		return now
	}
	return now.Add(time.Duration(w.ahead.Load()))
}

func (w *world) openDatabase(t testing.TB) {
	t.Helper()
	lexicon := embedding.NewLexicon()
	if w.log == nil {
		w.log = logger(t)
	}
	var url string
	seeded := false
	switch {
	case w.own != nil:
		url = w.own.URL
		w.migrate(t, url)
	case w.bare || w.day != 0:
		url = dbtest.URL(t)
	default:
		url, seeded = dbtest.FilledURL(t, "the shared library", seedOnce), true
	}
	way := url
	if w.way != nil {
		way = w.way(t, url)
	}
	opened, err := db.Open(t.Context(), way, db.Options{
		MaxConnections: 8, Log: w.log, Now: w.now, Observe: w.heard, WorkoutText: embedding.WorkoutText, Tells: lexicon.Tells,
	})
	must(t, err)
	t.Cleanup(func() { check(t, opened.Close()) })
	opened.ServeBy(lexicon)
	if !w.bare && !seeded {
		must(t, opened.Seed(t.Context(), library.Workouts(), func(int, int) {}))
	}
	w.db, w.address = opened, url
	w.raw, err = pgxpool.New(t.Context(), url)
	must(t, err)
	t.Cleanup(w.raw.Close)
}

// seedOnce puts the shared library into the database that those of tests are copies of, at noon of their day.
func seedOnce(url string) (err error) {
	w, lexicon := &world{began: time.Now()}, embedding.NewLexicon()
	opened, err := db.Open(context.Background(), url, db.Options{
		MaxConnections: 2, Log: slog.New(slog.DiscardHandler), Now: w.now, Observe: w.heard, WorkoutText: embedding.WorkoutText, Tells: lexicon.Tells,
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, opened.Close()) }()
	opened.ServeBy(lexicon)
	return opened.Seed(context.Background(), library.Workouts(), func(int, int) {})
}

// migrate brings an empty database to the newest schema. Migrations are about all athletes: nobody listens to what they say.
func (w *world) migrate(t testing.TB, url string) {
	t.Helper()
	fresh, err := db.Open(t.Context(), url, db.Options{MaxConnections: 2, Log: w.log})
	must(t, err)
	must(t, errors.Join(fresh.Migrate(t.Context(), func(migration.Step) {}), fresh.Close()))
}

// heard is told of every statement of the world's servers.
func (w *world) heard(statement string, took time.Duration, err error) {
	said.hear(statement, took, err)
	if w.observe != nil {
		w.observe(statement, took, err)
	}
}

func (w *world) startWorkers(t testing.TB) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	worker := planner.Worker{Queue: w.db, Planner: &planner.Planner{Store: w.store(w.db), Model: w.model, Now: w.now, Log: w.log}, Log: w.log}
	var working sync.WaitGroup
	working.Go(func() { worker.Run(ctx, 2) })
	t.Cleanup(func() {
		stop()
		working.Wait()
	})
}

func (w *world) server(t testing.TB) *server.Server {
	t.Helper()
	key, err := auth.LoadOrCreateKey(cmp.Or(w.key, filepath.Join(t.TempDir(), "signing.key")), rand.Reader)
	must(t, err)
	tokens := auth.NewTokens(key, w.db, w.now, rand.Reader, w.log)
	root := &resolvers.Resolver{
		DB: w.db, Tokens: tokens, Auth: auth.NewService(w.db, tokens, auth.NewHasher(2, rand.Reader), w.now),
		Engines: []runs.Engine{runs.Solver}, Now: w.now, Log: w.log, Bounds: server.Limits,
	}
	if w.model != nil {
		root.Engines = []runs.Engine{runs.Gemini, runs.Solver}
	}
	config := server.Config{
		Schema: w.schemaOf(t, root), Scalars: scalar.Checks, Alike: root.Alike, WithLoaders: root.WithLoaders(), PresentError: resolvers.PresentError(w.log),
		Production: w.production, TrustedProxies: w.proxies, Ready: w.db.Ready, Registry: prometheus.NewRegistry(), Log: w.log,
	}
	viewer.Configure(&config, tokens, w.db, w.now)
	s, err := server.New(config)
	must(t, err)
	return s
}

// schemaOf executes every query both ways, unless FORTNIGHT_READ_PATH asks for one of them: whatever a test asks, the two have one answer.
func (w *world) schemaOf(t testing.TB, root *resolvers.Resolver) graphql.ExecutableSchema {
	switch cmp.Or(w.readPath, os.Getenv("FORTNIGHT_READ_PATH")) {
	case "off":
		return graph.NewExecutableSchema(root.Config())
	case "on":
		return reads.New(root.Config(), reads.DefaultTextBytes).Foreseeing(root.Foresee)
	}
	return reads.New(root.Config(), reads.DefaultTextBytes).Foreseeing(root.Foresee).Comparing(func(ctx context.Context, compiled, executed reads.Answer) {
		t.Errorf("two answers to %s\nvariables %v\ncompiled: %s\n%v\ngqlgen: %s\n%v", graphql.GetOperationContext(ctx).RawQuery,
			graphql.GetOperationContext(ctx).Variables, compiled.Data, compiled.Errors, executed.Data, executed.Errors)
	})
}

// logger shows what a server should not have to say.
func logger(t testing.TB) *slog.Logger {
	return slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn}))
}

// until waits for what comes in its own time.
func (w *world) until(t testing.TB, what string, so func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !so(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain until %s", what)
		}
	}
}

// user signs up somebody of whom nothing is known.
func (w *world) user(t testing.TB, role training.Role) *client {
	t.Helper()
	w.users++
	c := &client{url: w.url, email: fmt.Sprintf("user%d@example.com", w.users), password: "sixteen-wheels-" + fmt.Sprint(w.users)}
	c.signUp(t, role)
	return c
}

// athlete signs up the demo's athlete: six weeks of history, hours to train in, two locks.
func (w *world) athlete(t testing.TB) *client {
	t.Helper()
	c := w.user(t, training.RoleAthlete)
	must(t, demo.Describe(t.Context(), c, today))
	return c
}

// rows is all that the database holds, a digest for each table.
func (w *world) rows(t testing.TB) map[string]string {
	t.Helper()
	var each []string
	for _, table := range strings.Fields(w.text(t, "SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'")) {
		each = append(each, "SELECT '"+table+"', coalesce(md5(string_agg(r::text, '|' ORDER BY r::text)), '') FROM "+table+" AS r")
	}
	rows, err := w.raw.Query(t.Context(), strings.Join(each, " UNION ALL "))
	must(t, err)
	digests := map[string]string{}
	var table, digest string
	_, err = pgx.ForEachRow(rows, []any{&table, &digest}, func() error { digests[table] = digest; return nil })
	must(t, err)
	return digests
}

// text is what a query for one text answers.
func (w *world) text(t testing.TB, sql string, arguments ...any) string {
	t.Helper()
	var text string
	must(t, w.raw.QueryRow(t.Context(), sql, arguments...).Scan(&text))
	return text
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
}
