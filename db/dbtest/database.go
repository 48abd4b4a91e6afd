package dbtest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"fortnight/db"
	"fortnight/db/cluster"
	"fortnight/db/migration"
)

const (
	templatePrefix = "fortnight_template_"
	testPrefix     = "fortnight_test_"
	// templateLock is the advisory lock, in database postgres, that makers of templates and sweepers take.
	templateLock = 20261125
	// patience bounds what is done for one database. It takes a fifth of a second, if the machine is not busy.
	patience = time.Minute

	noSuchDatabase = "3D000" // SQLSTATE
)

// server is the shared cluster as this test program uses it.
type server struct {
	cluster *cluster.Cluster
	binDir  string
}

var counter atomic.Int64

// create makes a database, named after this program's process, and says where it is; an empty template means PostgreSQL's own.
func (s *server) create(ctx context.Context, template string) (name string, err error) {
	name = fmt.Sprintf("%s%d_%d", testPrefix, os.Getpid(), counter.Add(1))
	command := "CREATE DATABASE " + name
	if template != "" {
		command += " TEMPLATE " + template
	}
	return name, s.command(ctx, command)
}

// createMigrated makes a database with all migrations.
func (s *server) createMigrated(ctx context.Context) (string, error) {
	template := templateName()
	name, err := s.create(ctx, template)
	var refusal *pgconn.PgError
	if !errors.As(err, &refusal) || refusal.Code != noSuchDatabase {
		return name, err
	}
	if err := s.makeTemplate(ctx, template); err != nil {
		return "", fmt.Errorf("make the template database: %w", err)
	}
	return s.create(ctx, template)
}

// filled are what makes the databases that this program's tests begin with, by name, and says what they are called. They are swept as other databases
// of a program that has ended.
var (
	filling sync.Mutex
	filled  = map[string]func() (string, error){}
)

// filledOnce is what makes the database of a name when it is first asked.
func (s *server) filledOnce(name string, fill func(url string) error) func() (string, error) {
	filling.Lock()
	defer filling.Unlock()
	if filled[name] == nil {
		filled[name] = sync.OnceValues(func() (string, error) {
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			defer cancel()
			database, err := s.createMigrated(ctx)
			if err != nil {
				return "", err
			}
			return database, fill(s.cluster.URL(database))
		})
	}
	return filled[name]
}

func (s *server) drop(ctx context.Context, name string) error {
	return s.command(ctx, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)")
}

func (s *server) command(ctx context.Context, text string) error {
	return s.administer(ctx, func(conn *pgx.Conn) error {
		_, err := conn.Exec(ctx, text)
		return err
	})
}

func (s *server) administer(ctx context.Context, action func(*pgx.Conn) error) error {
	conn, err := pgx.Connect(ctx, s.cluster.URL("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx)) // lets go of its locks
	return action(conn)
}

// locked is administer while no other test program makes a template or sweeps.
func (s *server) locked(ctx context.Context, action func(*pgx.Conn) error) error {
	return s.administer(ctx, func(conn *pgx.Conn) error {
		if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", templateLock); err != nil {
			return err
		}
		return action(conn)
	})
}

// makeTemplate makes the template under another name first, so that one by the right name is always complete.
func (s *server) makeTemplate(ctx context.Context, name string) error {
	return s.locked(ctx, func(conn *pgx.Conn) error {
		var there bool
		err := conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&there)
		if err != nil || there {
			return err
		}
		unfinished := name + "_new"
		if _, err := conn.Exec(ctx, "DROP DATABASE IF EXISTS "+unfinished+" WITH (FORCE)"); err != nil {
			return err
		}
		if _, err := conn.Exec(ctx, "CREATE DATABASE "+unfinished); err != nil {
			return err
		}
		if err := migrate(ctx, s.cluster.URL(unfinished)); err != nil {
			return err
		}
		_, err = conn.Exec(ctx, "ALTER DATABASE "+unfinished+" RENAME TO "+name)
		return err
	})
}

func migrate(ctx context.Context, url string) (err error) {
	d, err := db.Open(ctx, url, db.Options{MaxConnections: 2, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return d.Migrate(ctx, func(migration.Step) {})
}

// templateName is the template's name, which changes with any migration of this program: one that was built from another source than that which
// it runs in makes a template of its own.
func templateName() string { return templatePrefix + db.Migrations() }

// sweep drops what killed test programs left behind, and templates of other migrations that no program of now can be using: all, if
// this program found no server running.
func (s *server) sweep(ctx context.Context) error {
	return s.locked(ctx, func(conn *pgx.Conn) error {
		rows, err := conn.Query(ctx, "SELECT datname FROM pg_database WHERE starts_with(datname, $1) OR starts_with(datname, $2)",
			testPrefix, templatePrefix)
		if err != nil {
			return err
		}
		names, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil {
			return err
		}
		for _, name := range names {
			old := strings.HasPrefix(name, templatePrefix) && name != templateName() && s.cluster.Started()
			if !old && !abandoned(name) {
				continue
			}
			if _, err := conn.Exec(ctx, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)"); err != nil {
				return fmt.Errorf("drop %s: %w", name, err)
			}
		}
		return nil
	})
}

// abandoned says whether this is the database of a test program that has ended.
func abandoned(name string) bool {
	rest, isTest := strings.CutPrefix(name, testPrefix)
	number, _, _ := strings.Cut(rest, "_")
	pid, err := strconv.Atoi(number)
	return isTest && err == nil && pid != os.Getpid() && errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
}
