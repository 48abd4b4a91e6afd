package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"fortnight/db"
	"fortnight/db/cluster"
	"fortnight/db/migration"
	"fortnight/embedding"
	"fortnight/embedding/neural"
	"fortnight/library"
	"fortnight/training"
)

// app is what all commands need: the database, open.
type app struct {
	config  config
	log     *slog.Logger
	now     func() time.Time
	url     string // of the database
	db      *db.DB
	times   statementTimes
	cluster *cluster.Cluster // nil where DATABASE_URL names a server
	model   *neural.Blend    // nil unless one was opened
	offline bool             // the model was sought last where nobody answers; of the one goroutine that seeks it
	metrics net.Listener     // where /metrics is served by itself, nil for nowhere

	profiles net.Listener // where profiles are, nil for nowhere

	workouts func() []training.Workout // the shared library
}

// rendering renders the shared library while other things are done, and waits for it where it is asked for.
func rendering() func() []training.Workout {
	workouts := sync.OnceValue(library.All)
	go workouts()
	return workouts
}

// poolSize is how many connections one process holds: enough for its requests and workers, and few enough that several processes share
// one private cluster.
const poolSize = 16

// openApp makes the data folder, starts the private cluster where one is wanted and opens the database. Each step says what it does.
func openApp(ctx context.Context, c config, log *slog.Logger) (*app, error) {
	folder, binaries := filepath.Join(c.data, "cluster"), ""
	if c.databaseURL == "" {
		var err error
		if binaries, err = c.binaries(folder); err != nil {
			return nil, err
		}
	}
	if err := c.makeDataFolder(); err != nil {
		return nil, err
	}
	a := &app{config: c, log: log, now: time.Now, times: newStatementTimes(), workouts: rendering()}
	url := c.databaseURL
	if url == "" {
		var err error
		if url, err = a.startCluster(ctx, folder, binaries); err != nil {
			return nil, errors.Join(err, a.close())
		}
	}
	a.url = url
	lexicon := embedding.NewLexicon()
	opened, err := db.Open(ctx, url, db.Options{
		MaxConnections: poolSize, Log: log, Now: a.now, Observe: a.times.observe, CacheBytes: c.process.storeBytes(), WorkoutText: embedding.WorkoutText, Tells: lexicon.Tells,
	})
	if err != nil && c.databaseURL != "" {
		err = fmt.Errorf("DATABASE_URL: %w", err)
	}
	if err != nil {
		return nil, errors.Join(err, a.close())
	}
	opened.ServeBy(lexicon)
	a.db = opened
	return a, nil
}

func (c config) makeDataFolder() error {
	if err := os.MkdirAll(c.data, 0o755); err != nil {
		return fmt.Errorf("FORTNIGHT_DATA: make the data folder: %w", err)
	}
	return nil
}

// startCluster starts the private cluster, or joins the one that another process started, and returns its database's address.
func (a *app) startCluster(ctx context.Context, folder, binaries string) (url string, err error) {
	const database = "fortnight"
	began := time.Now()
	say("starting the private PostgreSQL in %s", folder)
	if a.cluster, err = cluster.Start(ctx, cluster.Config{DataDir: folder, BinDir: binaries, Log: a.log}); err != nil {
		return "", err
	}
	if err := a.cluster.EnsureDatabase(ctx, database); err != nil {
		return "", err
	}
	say("PostgreSQL is ready after %s", time.Since(began).Round(time.Millisecond))
	return a.cluster.URL(database), nil
}

// stopTime is how long closing may take.
const stopTime = 20 * time.Second

func (a *app) close() error {
	var errs []error
	if a.model != nil {
		errs = append(errs, a.model.Close())
	}
	if a.db != nil {
		errs = append(errs, a.db.Close())
	}
	if a.cluster != nil {
		ctx, cancel := context.WithTimeout(context.Background(), stopTime)
		defer cancel()
		errs = append(errs, a.cluster.Stop(ctx))
	}
	return errors.Join(errs...)
}

func withDatabase(ctx context.Context, c config, log *slog.Logger, do func(*app) error) error {
	a, err := openApp(ctx, c, log)
	if err != nil {
		return err
	}
	return errors.Join(do(a), a.close())
}

func (a *app) migrate(ctx context.Context) error {
	applied := 0
	err := a.db.Migrate(ctx, func(m migration.Step) {
		applied++
		say("migration %s took %s", m.Name, m.Duration.Round(time.Millisecond))
	})
	if err == nil && applied == 0 {
		say("the schema is the newest")
	}
	return err
}

// sayEvery is after how many workouts it is said how far the seeding is.
const sayEvery = 256

// prepare brings schema and library to the newest. Processes that start at once take turns, and the later find it done.
func (a *app) prepare(ctx context.Context) error {
	return a.db.InTurn(ctx, db.Preparing, a.prepareAlone)
}

func (a *app) prepareAlone(ctx context.Context) error {
	if err := a.migrate(ctx); err != nil {
		return err
	}
	last := 0
	err := a.db.Seed(ctx, a.workouts(), func(done, total int) {
		if done == total || done-last >= sayEvery {
			last = done
			say("library: %d of %d workouts", done, total)
		}
	})
	if err != nil {
		return fmt.Errorf("seed the library: %w", err)
	}
	return nil
}

// say tells the person at the terminal what is being done.
func say(format string, args ...any) { fmt.Fprintf(os.Stderr, "· "+format+"\n", args...) }

// hands is how many runs a process works on at once: planning is pure reckoning, so as many as there are processors, four at most.
func hands() int { return min(4, runtime.GOMAXPROCS(0)) }

// randomWord is 12 letters and digits that nobody can guess.
func randomWord() string { return rand.Text()[:12] }
