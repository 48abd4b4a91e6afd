// Command migration writes and checks db/migrations. Run it at the top of the repository:
//
//	go run ./tools/migration new NAME   work out the step from the migrations to schema.sql, and write it
//	go run ./tools/migration hash       write atlas.sum, after a migration was written or edited by hand
//	go run ./tools/migration verify     compare the migrations with atlas.sum
//	go run ./tools/migration lint       say what is risky about the newest migration
//
// new and lint need bin/atlas, the Atlas command, which is built of tools/atlas when it is missing: that takes some minutes once.
// What Atlas does not see (a changed CHECK, a vector's dimension, functions) is written by hand: see schema.sql.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"regexp"
)

var errUsage = errors.New("usage: migration new NAME | hash | verify | lint")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:])
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "migration:", err)
		os.Exit(1)
	}
}

// names keeps a migration's file name to what every file system takes.
var names = regexp.MustCompile(`^[a-z][a-z0-9_]{0,59}$`)

func run(ctx context.Context, arguments []string) error {
	if len(arguments) == 2 && arguments[0] == "new" {
		if !names.MatchString(arguments[1]) {
			return fmt.Errorf("name %q: allowed are 1 to 60 of a-z, 0-9 and _, a letter first", arguments[1])
		}
		return withAtlas(ctx, func(a *atlas) error { return a.diff(ctx, arguments[1]) })
	}
	if len(arguments) != 1 {
		return errUsage
	}
	switch arguments[0] {
	case "hash":
		return hash()
	case "verify":
		return verify()
	case "lint":
		return withAtlas(ctx, func(a *atlas) error { return a.lint(ctx) })
	}
	return errUsage
}
