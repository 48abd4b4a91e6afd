// Command fortnight serves the Fortnight API, and migrates, seeds and shows it.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/term"
)

const usage = `fortnight plans an athlete's next fourteen days of training.

Usage: fortnight COMMAND

  serve    serve the API, on a private PostgreSQL unless DATABASE_URL names another
  migrate  bring the database to the newest schema
  seed     put the shared library of workouts into the database
  demo     against the running server: sign up an athlete and watch a fortnight being planned

Settings, all from the environment:
  FORTNIGHT_ADDR     where to serve (127.0.0.1:8080)
  FORTNIGHT_DATA     the data folder (~/.local/share/fortnight, for root /var/lib/fortnight)
  FORTNIGHT_ENV      development (on loopback, the default there) or production
  FORTNIGHT_ORIGINS  other origins whose pages may open a WebSocket, separated by commas
  FORTNIGHT_MODEL    off: never look for a neural embedding model; the offline one serves
  DATABASE_URL       a PostgreSQL 15 or newer with pgvector, in place of the private one
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Getenv)
	stop()
	if err != nil && !errors.Is(err, context.Canceled) {
		fmt.Fprintln(os.Stderr, "fortnight:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, getenv func(string) string) error {
	if len(args) != 1 {
		fmt.Fprint(os.Stderr, usage)
		return errors.New("one command is needed")
	}
	config, err := readConfig(getenv)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	switch args[0] {
	case "serve":
		return serve(ctx, config, log)
	case "migrate":
		return withDatabase(ctx, config, log, func(a *app) error { return a.migrate(ctx) })
	case "seed":
		return withDatabase(ctx, config, log, func(a *app) error { return a.prepare(ctx) })
	case "demo":
		return runDemo(ctx, config, term.IsTerminal(int(os.Stdout.Fd())))
	case "help":
		fmt.Print(usage)
		return nil
	}
	fmt.Fprint(os.Stderr, usage)
	return fmt.Errorf("%q is no command", args[0])
}
