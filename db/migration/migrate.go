package migration

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"ariga.io/atlas/sql/migrate"
	atlas "ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/schema"
	"github.com/jackc/pgx/v5/pgconn"

	"fortnight/db/postgres"
)

const (
	// migrationLock is the name that the Atlas command locks too: it and a starting server never migrate at once.
	migrationLock = "atlas_migrate_execute"
	// migrationLockTimeout is how long a server waits for another one that is migrating the same database.
	migrationLockTimeout = 10 * time.Minute
)

// Step is a migration that was applied.
type Step struct {
	Name     string // of its file
	Duration time.Duration
}

// Apply brings a database to the newest schema: it applies, in order, the migrations of files that the database does not have yet, each in
// a transaction of its own, and calls progress after each. Servers that start at once take turns, and the later find it done.
// It fails, changing nothing more, if a migration fails, was changed after it was applied, or is unknown to this program.
func Apply(ctx context.Context, db *postgres.DB, files fs.FS, progress func(Step)) error {
	dir, err := readMigrations(files)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	err = db.WithoutTimeout(ctx, func(conn *sql.Conn) error { return migrateLocked(ctx, conn, dir, progress) })
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// Missing names the migrations of files that a database does not have, and changes nothing. It fails if one that was applied was changed since, or
// is unknown to this program.
func Missing(ctx context.Context, db *postgres.DB, files fs.FS) (missing []string, err error) {
	dir, err := readMigrations(files)
	if err != nil {
		return nil, fmt.Errorf("look at the migrations: %w", err)
	}
	wanted, err := dir.Files()
	if err != nil {
		return nil, fmt.Errorf("look at the migrations: %w", err)
	}
	applied := map[string]bool{}
	err = db.WithoutTimeout(ctx, func(conn *sql.Conn) error {
		var begun bool
		if err := conn.QueryRowContext(ctx, "SELECT to_regclass('public.atlas_schema_revisions') IS NOT NULL").Scan(&begun); err != nil || !begun {
			return err
		}
		history := revisions{conn}
		if err := checkHistory(ctx, history, dir); err != nil {
			return err
		}
		all, err := history.ReadRevisions(ctx)
		for _, revision := range all {
			applied[revision.Version] = true
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look at the migrations: %w", err)
	}
	for _, file := range wanted {
		if !applied[file.Version()] {
			missing = append(missing, file.Name())
		}
	}
	return missing, nil
}

// readMigrations reads the files into memory and compares them with their sums.
func readMigrations(files fs.FS) (migrate.Dir, error) {
	dir := &migrate.MemDir{}
	names, err := fs.Glob(files, "*")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := dir.WriteFile(path.Base(name), text); err != nil {
			return nil, err
		}
	}
	var mismatch *migrate.ChecksumError
	if err := migrate.Validate(dir); errors.As(err, &mismatch) {
		return nil, fmt.Errorf("%s was %v since atlas.sum was written", mismatch.File, mismatch.Reason)
	} else if err != nil {
		return nil, err
	}
	return dir, nil
}

func migrateLocked(ctx context.Context, conn *sql.Conn, dir migrate.Dir, progress func(Step)) (err error) {
	driver, err := atlas.Open(conn)
	if err != nil {
		return err
	}
	locker, ok := driver.(schema.Locker)
	if !ok {
		return errors.New("this server has no advisory locks") // CockroachDB says it is PostgreSQL
	}
	unlock, err := locker.Lock(ctx, migrationLock, migrationLockTimeout)
	if err != nil {
		return fmt.Errorf("wait for the migration lock: %w", err)
	}
	defer func() { err = errors.Join(err, unlock()) }()
	pending, err := pendingMigrations(ctx, conn, driver, dir)
	if err != nil {
		return err
	}
	for _, file := range pending {
		began := time.Now()
		if err := applyMigration(ctx, conn, dir, file); err != nil {
			return err
		}
		progress(Step{Name: file.Name(), Duration: time.Since(began)})
	}
	return nil
}

func pendingMigrations(ctx context.Context, conn *sql.Conn, driver migrate.Driver, dir migrate.Dir) ([]migrate.File, error) {
	history := revisions{conn}
	if err := history.create(ctx); err != nil {
		return nil, explain(err)
	}
	if err := checkHistory(ctx, history, dir); err != nil {
		return nil, err
	}
	executor, err := migrate.NewExecutor(driver, dir, history)
	if err != nil {
		return nil, err
	}
	pending, err := executor.Pending(ctx)
	if dirty := (*migrate.NotCleanError)(nil); errors.As(err, &dirty) {
		return nil, fmt.Errorf("%s: Fortnight needs a database of its own", dirty.Reason)
	}
	if errors.Is(err, migrate.ErrNoPendingFiles) {
		return nil, nil
	}
	return pending, err
}

// checkHistory compares what was applied with the files: each must still be there, and as it was.
func checkHistory(ctx context.Context, history revisions, dir migrate.Dir) error {
	applied, err := history.ReadRevisions(ctx)
	if err != nil {
		return err
	}
	files, err := dir.Files()
	if err != nil {
		return err
	}
	sums, err := dir.Checksum()
	if err != nil {
		return err
	}
	known := make(map[string]string, len(files))
	for _, file := range files {
		if known[file.Version()], err = sums.SumByName(file.Name()); err != nil {
			return err
		}
	}
	for _, revision := range applied {
		switch sum, found := known[revision.Version]; {
		case !found:
			return fmt.Errorf("the database has migration %s (%s), which this program does not know: it is older than the one "+
				"that was run last", revision.Version, revision.Description)
		case sum != revision.Hash:
			return fmt.Errorf("migration %s (%s) was changed after it was applied to the database", revision.Version, revision.Description)
		}
	}
	return nil
}

func applyMigration(ctx context.Context, conn *sql.Conn, dir migrate.Dir, file migrate.File) error {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	driver, err := atlas.Open(tx)
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	executor, err := migrate.NewExecutor(driver, dir, revisions{tx}, migrate.WithOperatorVersion("Fortnight"))
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	if err := executor.Execute(ctx, file); err != nil {
		// The executor then also tries to note the failure, in a transaction that is no longer good for that.
		if failed := (*migrate.StmtExecError)(nil); errors.As(err, &failed) {
			err = fmt.Errorf("%s: %s: %w", file.Name(), firstLine(failed.Stmt.Text), explain(failed.Err))
		}
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func firstLine(statement string) string {
	line, _, more := strings.Cut(strings.TrimSpace(statement), "\n")
	if more {
		line += " …"
	}
	return line
}

// explain adds what to do about the failures that an operator, and no change of the program, can mend.
func explain(err error) error {
	var refusal *pgconn.PgError
	if !errors.As(err, &refusal) {
		return err
	}
	about := strings.Contains(refusal.Message, "extension")
	switch {
	case refusal.Code == "42501" && about: // insufficient_privilege
		return fmt.Errorf("%w: let a superuser run CREATE EXTENSION vector in this database once, then start again", err)
	case refusal.Code == "42501":
		return fmt.Errorf("%w: Fortnight's user must own the database, or have CREATE on its schema public", err)
	case (refusal.Code == "58P01" || refusal.Code == "0A000") && about: // undefined_file; since PostgreSQL 16 feature_not_supported
		return fmt.Errorf("%w: pgvector is not installed where the database server runs", err)
	}
	return err
}
