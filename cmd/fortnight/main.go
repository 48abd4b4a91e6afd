// Command fortnight serves the Fortnight API, and migrates, seeds and shows it.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"golang.org/x/term"
)

const usage = `fortnight plans an athlete's next fourteen days of training.

Usage: fortnight COMMAND

  serve         serve the API, on a private PostgreSQL unless DATABASE_URL names another
  migrate       bring the database to the newest schema
  seed          put the shared library of workouts into the database
  demo          against the running server: sign up an athlete and watch a fortnight being planned
  gemini-smoke  ask the language model a small question; say what it answers, how long it takes and what it costs
  backup FILE   write all that the database holds into a file, as it is at one instant, while servers go on
  restore FILE  read such a file into a database in which there is nothing: a new data folder, or another DATABASE_URL
  keys rotate   have the database's next signing key sign access tokens in a minute; tokens of the one before stay good
  keys replace  have the database forget its signing keys at once, for when somebody else has one: access tokens end
  model pull    bring the neural embedding model to the data folder; serve does so too, in the background

Settings, all from the environment:
  FORTNIGHT_ADDR         where to serve (127.0.0.1:8080)
  FORTNIGHT_DATA         the data folder (~/.local/share/fortnight, for root /var/lib/fortnight)
  FORTNIGHT_ENV          development (on loopback, the default there) or production
  FORTNIGHT_ORIGINS      other origins whose pages may open a WebSocket, separated by commas
  FORTNIGHT_HOSTS        names by which the server may be called, separated by commas (in production all, else those of loopback)
  FORTNIGHT_METRICS_ADDR where to serve /metrics by itself (in production nowhere else)
  FORTNIGHT_DRAIN        how long /readyz says 503 before the server stops taking connections (0s)
  FORTNIGHT_READ_PATH    on, or off to have queries executed by gqlgen field by field (on)
  FORTNIGHT_SIGNING_KEYS keys of access tokens that several servers share, 64 hexadecimal digits each, separated by commas: the first signs
  FORTNIGHT_KEY_ENCRYPTION_KEYS in place of those: the database has signing keys, which these encrypt (the same form; the first encrypts, all decrypt)
  FORTNIGHT_FOLD_RUNS    after how long the events of a run that ended are packed, all of them as they are (24h)
  FORTNIGHT_KEEP_RUNS    after how long runs that ended are deleted, 0s for never (8760h); what they planned stays
  FORTNIGHT_PROXIES      addresses and networks of proxies whose Forwarded or X-Forwarded-For counts, separated by commas
  FORTNIGHT_MODEL        the neural embedding model (all-minilm-l6-v2), or off: the offline embedder alone serves
  FORTNIGHT_ONNXRUNTIME  ONNX Runtime's shared library, where it is not to be fetched
  GEMINI_API_KEY         a language model then reads wishes and proposes (docs/privacy.md); without a key nothing leaves the machine
  GEMINI_MODEL           its name (gemini-3.8-flash)
  GEMINI_ENDPOINT        where it is (https://generativelanguage.googleapis.com)
  GEMINI_CALL_TIMEOUT    for a call with all its attempts (90s)
  GEMINI_STALL_TIMEOUT   for each piece of an answer (30s)
  GEMINI_ATTEMPTS        how often a call is tried (3)
  GEMINI_RUN_TOKENS      the most that a run may use (100000)
  GEMINI_DAY_TOKENS      the most that an athlete's runs may use on one day (500000)
  GEMINI_INPUT_PRICE     dollars for a million tokens in, for what gemini-smoke says (0: not known)
  GEMINI_OUTPUT_PRICE    dollars for a million tokens out
  DATABASE_URL           a PostgreSQL 15 or newer with pgvector, in place of the private one
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

// twoWords are the commands of two words.
var twoWords = map[string]bool{"model pull": true, "keys rotate": true, "keys replace": true}

func run(ctx context.Context, args []string, getenv func(string) string) error {
	command, file := strings.Join(args, " "), ""
	if len(args) == 2 && (args[0] == "backup" || args[0] == "restore") {
		command, file = args[0], args[1]
	}
	if len(args) != 1 && !twoWords[command] && file == "" {
		fmt.Fprint(os.Stderr, usage)
		return errors.New("one command is needed")
	}
	config, err := readConfig(getenv)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	switch command {
	case "serve":
		return serve(ctx, config, log)
	case "migrate":
		return withDatabase(ctx, config, log, func(a *app) error { return a.migrate(ctx) })
	case "seed":
		return withDatabase(ctx, config, log, func(a *app) error { return a.prepare(ctx) })
	case "keys rotate", "keys replace":
		return withDatabase(ctx, config, log, func(a *app) error { return a.changeKeys(ctx, command == "keys replace") })
	case "backup", "restore":
		if file == "" {
			return fmt.Errorf("%s what? name a file", command)
		}
		return withDatabase(ctx, config, log, func(a *app) error {
			if command == "backup" {
				return a.backup(ctx, file)
			}
			return a.restore(ctx, file)
		})
	case "model pull":
		return pullModel(ctx, config, log)
	case "demo":
		return runDemo(ctx, config, term.IsTerminal(int(os.Stdout.Fd())))
	case "gemini-smoke":
		return smoke(ctx, config.gemini, os.Stdout)
	case "help":
		fmt.Print(usage)
		return nil
	}
	fmt.Fprint(os.Stderr, usage)
	return fmt.Errorf("%q is no command", command)
}
