package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"fortnight/db/cluster"
)

// backup writes everything that the database holds into a file, as it is at one instant, while servers go on: a PostgreSQL archive, compressed, that
// only its owner may read. A file that is there already is not written over.
func (a *app) backup(ctx context.Context, file string) error {
	if _, err := os.Lstat(file); !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%s is there already", file)
	}
	part := file + ".part"
	out, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer os.Remove(part)
	err = a.postgresProgram(ctx, "pg_dump", out, nil, "--format=custom", "--no-owner", "--no-privileges")
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return err
	}
	return os.Rename(part, file)
}

// restore reads a file of backup into a database in which there is nothing, all or none of it. The schema is that of the backup; the next start
// brings it to the newest.
func (a *app) restore(ctx context.Context, file string) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := a.db.CheckEmpty(ctx); err != nil {
		return fmt.Errorf("restore: %w: name a new data folder or another database", err)
	}
	return a.postgresProgram(ctx, "pg_restore", os.Stderr, in, "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
}

// postgresProgram runs one of PostgreSQL's programs on the database. The password is not among its arguments, which others can see.
func (a *app) postgresProgram(ctx context.Context, name string, out, in *os.File, arguments ...string) error {
	address, err := url.Parse(a.url)
	if err != nil || !strings.HasPrefix(address.Scheme, "postgres") {
		return errors.New("DATABASE_URL has to be an address, postgres://…, to be backed up")
	}
	programs, err := a.programs()
	if err != nil {
		return err
	}
	environment := os.Environ()
	if password, given := address.User.Password(); given {
		environment = append(environment, "PGPASSWORD="+password)
		address.User = url.User(address.User.Username())
	}
	command := exec.CommandContext(ctx, filepath.Join(programs, name), append(arguments, "--dbname="+address.String())...)
	command.Env, command.Stdin, command.Stdout = environment, in, out
	var complaints strings.Builder
	command.Stderr = &complaints
	if err := command.Run(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, strings.TrimSpace(complaints.String()))
	}
	return nil
}

// programs is the folder of PostgreSQL's programs.
func (a *app) programs() (string, error) {
	if a.config.binaries == nil {
		return cluster.FindBinaries(os.Getenv, a.config.data)
	}
	return a.config.binaries(filepath.Join(a.config.data, "cluster"))
}
