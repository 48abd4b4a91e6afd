package cluster

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"syscall"

	"github.com/jackc/pgx/v5"
)

// ErrInUse is the answer of Shutdown when the cluster still has users.
var ErrInUse = errors.New("the database is in use by another process of Fortnight")

// Cluster is one user's share of a running server.
type Cluster struct {
	server  *server
	users   *os.File // locked shared while this user is one
	started bool
	cancel  context.CancelFunc
	watched chan struct{} // closed when nobody watches the server any more
}

// Start makes the cluster if there is none, starts its server if it does not run, and returns when it answers queries.
// The first time takes some two seconds, a start a tenth of one, to join a running server some milliseconds.
func Start(ctx context.Context, config Config) (*Cluster, error) {
	where, err := newSite(config)
	if err != nil {
		return nil, fmt.Errorf("database cluster: %w", err)
	}
	s := &server{site: where}
	users, err := openLock(s.paths.users, s.id)
	if err != nil {
		return nil, fmt.Errorf("database cluster: %w", err)
	}
	c := &Cluster{server: s, users: users, watched: make(chan struct{})}
	if err := s.exclusively(ctx, c.join(ctx)); err != nil {
		if c.started { // and nobody is to find it running who does not know of it
			leaving, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
			defer cancel()
			err = errors.Join(err, s.exclusively(leaving, c.leave(leaving)))
		}
		users.Close()
		return nil, fmt.Errorf("database cluster %s: %w", s.paths.dir, err)
	}
	background, cancel := context.WithCancel(context.WithoutCancel(ctx))
	c.cancel = cancel
	go func() {
		defer close(c.watched)
		s.watch(background)
	}()
	return c, nil
}

// join becomes a user, which may have to wait for the end of a shutdown, and sees that the server runs.
func (c *Cluster) join(ctx context.Context) func() error {
	return func() (err error) {
		if err = waitLock(ctx, c.users, syscall.LOCK_SH); err != nil {
			return err
		}
		c.started, err = c.server.ensureRunning(ctx)
		return err
	}
}

// Started says whether this user started the server, rather than found it running.
func (c *Cluster) Started() bool { return c.started }

// URL is where a database of the cluster is: a PostgreSQL address that names the socket.
func (c *Cluster) URL(database string) string { return c.server.paths.url(database) }

// Postmaster is the id of the server's first process, 0 while it does not run.
func (c *Cluster) Postmaster() int { return c.server.postmaster() }

// EnsureDatabase makes the database unless it is there.
func (c *Cluster) EnsureDatabase(ctx context.Context, database string) error {
	err := c.server.exclusively(ctx, func() error {
		conn, err := pgx.Connect(ctx, c.URL("postgres"))
		if err != nil {
			return err
		}
		defer conn.Close(context.WithoutCancel(ctx))
		var there bool
		err = conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", database).Scan(&there)
		if err == nil && !there {
			_, err = conn.Exec(ctx, "CREATE DATABASE "+pgx.Identifier{database}.Sanitize())
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("make database %s: %w", database, err)
	}
	return nil
}

// Stop leaves the cluster and, if nobody else uses it, stops the server: open transactions are rolled back. Without an error
// the server has ended or has other users. It may be called once.
func (c *Cluster) Stop(ctx context.Context) error {
	c.cancel()
	<-c.watched
	defer c.users.Close()
	err := c.server.exclusively(ctx, c.leave(ctx))
	if err != nil {
		return fmt.Errorf("stop database cluster %s: %w", c.server.paths.dir, err)
	}
	return nil
}

// leave ends being a user, and stops the server where that was the last one.
func (c *Cluster) leave(ctx context.Context) func() error {
	return func() error {
		if err := syscall.Flock(int(c.users.Fd()), syscall.LOCK_UN); err != nil {
			return err
		}
		last, err := tryLock(c.users, syscall.LOCK_EX)
		if err != nil || !last {
			return err
		}
		return c.server.stop(ctx)
	}
}

// Shutdown stops a server that outlived its users, as it does when they were killed. It waits for users to leave until ctx
// ends, then fails with ErrInUse. Where there is no cluster or no server there is nothing to do.
func Shutdown(ctx context.Context, dataDir string, log *slog.Logger) error {
	p, err := newPaths(dataDir)
	if err != nil {
		return err
	}
	users, err := os.OpenFile(p.users, os.O_RDWR, 0)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("stop database cluster: %w", err)
	}
	defer users.Close()
	if err := waitLock(ctx, users, syscall.LOCK_EX); err != nil {
		return fmt.Errorf("stop database cluster %s: %w (%w)", p.dir, ErrInUse, err)
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	return (&server{site: site{paths: p, log: log}}).stop(stopping)
}
