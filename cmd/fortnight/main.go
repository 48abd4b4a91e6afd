// Command fortnight serves the Fortnight API, and migrates, seeds and shows it.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"golang.org/x/term"

	"fortnight/graph"
	"fortnight/server"
)

const commands = `fortnight plans an athlete's next fourteen days of training.

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
  doctor        look at settings, disk, keys, model and database: say what is well and what is to be done, and end with 1 where something is
  config        say each setting, what holds, where that is from, and its default; secrets are not shown
  schema        write the GraphQL schema, for the tools of clients
  version       say which build this is
  help          say this; -h and --help too
`

// usage is what help says: the commands, and every setting.
func usage() string { return commands + "\nSettings, all from the environment:\n" + usageOfSettings() }

func main() {
	for _, name := range strangers(os.Environ()) {
		if name[1] != "" {
			say("%s is no setting and changes nothing: is %s meant?", name[0], name[1])
			continue
		}
		say("%s is no setting and changes nothing: fortnight help lists those there are", name[0])
	}
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
		fmt.Fprint(os.Stderr, commands)
		return errors.New("one command is needed; fortnight help lists the settings too")
	}
	switch command { // what is answered whatever the settings are
	case "help", "-h", "-help", "--help":
		fmt.Print(usage())
		return nil
	case "version", "-version", "--version":
		fmt.Println(version(debug.ReadBuildInfo()))
		return nil
	case "schema":
		fmt.Print(server.SDL(graph.NewExecutableSchema(graph.Config{}).Schema()))
		return nil
	case "doctor":
		return doctor(ctx, getenv, os.Stdout)
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
	case "config":
		return showConfig(os.Stdout, config, getenv)
	}
	fmt.Fprint(os.Stderr, commands)
	return fmt.Errorf("%q is no command; fortnight help lists the settings too", command)
}

// version says of a build its revision and day, as Go stamps them, and by which Go for which system it was made.
func version(info *debug.BuildInfo, known bool) string {
	if !known {
		return "fortnight, of a build that says nothing of itself"
	}
	stamp := map[string]string{}
	for _, s := range info.Settings {
		stamp[s.Key] = s.Value
	}
	revision := stamp["vcs.revision"]
	switch {
	case revision == "":
		revision = "of an unknown revision"
	case stamp["vcs.modified"] == "true":
		revision += " with changes"
	}
	if at := stamp["vcs.time"]; at != "" {
		revision += ", " + at
	}
	return fmt.Sprintf("fortnight %s, %s %s/%s", revision, info.GoVersion, stamp["GOOS"], stamp["GOARCH"])
}
