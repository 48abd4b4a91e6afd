package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"

	"ariga.io/atlas-go-sdk/atlasexec"
	"github.com/jackc/pgx/v5"

	"fortnight/db/cluster"
)

const (
	// atlasVersion is what tools/atlas/go.mod pins. Atlas's own build sets it so; without it the SDK does not know the command.
	atlasVersion = "v0.13.1"
	// devDatabase is where Atlas replays migrations. It is new for each run: Atlas leaves functions and sequences behind.
	devDatabase = "dev"
	// schemaDatabase is what schema.sql makes. Given the file, Atlas would replay it in devDatabase and leave its sequences there.
	schemaDatabase = "schema"
)

// atlas is the Atlas command with databases to work in.
type atlas struct {
	client *atlasexec.Client
	binary string
	dev    string // the address of an empty database
	schema string // the address of a database that schema.sql made
}

// withAtlas gives use a cluster of its own, which is gone afterwards.
func withAtlas(ctx context.Context, use func(*atlas) error) (err error) {
	binary, err := buildAtlas(ctx)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "fortnight-migration-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o755); err != nil { // the server may run as another user than root
		return err
	}
	bin, err := cluster.FindBinaries(os.Getenv, "")
	if err != nil {
		return err
	}
	config := cluster.Config{DataDir: filepath.Join(dir, "cluster"), BinDir: bin, Log: slog.New(slog.DiscardHandler), Fast: true}
	c, err := cluster.Start(ctx, config)
	if err != nil {
		return err
	}
	defer func() {
		if stopErr := c.Stop(context.WithoutCancel(ctx)); err == nil {
			err = stopErr
		}
	}()
	a := &atlas{binary: binary, dev: address(c, devDatabase), schema: address(c, schemaDatabase)}
	if a.client, err = atlasexec.NewClient(".", binary); err != nil {
		return err
	}
	if err := a.prepare(ctx, c); err != nil {
		return err
	}
	return use(a)
}

func address(c *cluster.Cluster, database string) string {
	return c.URL(database) + "&search_path=public"
}

// prepare makes the two databases.
func (a *atlas) prepare(ctx context.Context, c *cluster.Cluster) error {
	for _, database := range []string{devDatabase, schemaDatabase} {
		if err := c.EnsureDatabase(ctx, database); err != nil {
			return err
		}
	}
	schema, err := os.ReadFile("schema.sql")
	if err != nil {
		return err
	}
	conn, err := pgx.Connect(ctx, a.schema)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	if _, err := conn.Exec(ctx, string(schema)); err != nil {
		return fmt.Errorf("schema.sql: %w", err)
	}
	return nil
}

// buildAtlas makes bin/atlas unless it is there. The command has a module of its own for its many old dependencies.
func buildAtlas(ctx context.Context) (string, error) {
	binary, err := filepath.Abs("bin/atlas")
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(binary); err == nil {
		return binary, nil
	}
	fmt.Fprintln(os.Stderr, "building bin/atlas, which takes some minutes")
	build := exec.CommandContext(ctx, "go", "build", "-trimpath",
		"-ldflags", "-s -w -X ariga.io/atlas/cmd/atlas/internal/cmdapi.version="+atlasVersion, "-o", binary, "ariga.io/atlas/cmd/atlas")
	build.Dir = filepath.Join("tools", "atlas")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return "", fmt.Errorf("build bin/atlas: %w", err)
	}
	return binary, nil
}

// diff writes the migration that leads to schema.sql, or nothing where the migrations already do. The SDK's own diff needs a newer
// command than can be built.
func (a *atlas) diff(ctx context.Context, name string) error {
	if err := verify(); err != nil {
		return err
	}
	before, err := fs.Glob(os.DirFS(migrations), "*.sql")
	if err != nil {
		return err
	}
	command := exec.CommandContext(ctx, a.binary, "migrate", "diff", name, "--env", "local", "--var", "dev="+a.dev, "--var", "schema="+a.schema)
	command.Env = append(os.Environ(), "ATLAS_NO_UPDATE_NOTIFIER=1")
	command.Stderr = os.Stderr
	if err := command.Run(); err != nil {
		return fmt.Errorf("atlas migrate diff: %w", err)
	}
	after, err := fs.Glob(os.DirFS(migrations), "*.sql")
	if err != nil {
		return err
	}
	if len(after) == len(before) {
		fmt.Println("Atlas sees no difference between the migrations and schema.sql")
		return nil
	}
	fmt.Println("written:", filepath.Join(migrations, after[len(after)-1]))
	return nil
}

// lint fails if Atlas finds something about the newest migration.
func (a *atlas) lint(ctx context.Context) error {
	report, err := a.client.MigrateLint(ctx, &atlasexec.MigrateLintParams{
		Env: "local", Vars: atlasexec.Vars2{"dev": a.dev, "schema": a.schema}, DevURL: a.dev, Latest: 1,
	})
	if err != nil {
		return fmt.Errorf("atlas migrate lint: %w", err)
	}
	var faults []error
	for _, file := range report.Files {
		if file.Error != "" {
			faults = append(faults, fmt.Errorf("%s: %s", file.Name, file.Error))
		}
		for _, part := range file.Reports {
			for _, diagnostic := range part.Diagnostics {
				faults = append(faults, fmt.Errorf("%s: %s: %s (%s)", file.Name, part.Text, diagnostic.Text, diagnostic.Code))
			}
		}
	}
	return errors.Join(faults...)
}
