package cluster

import (
	"context"
	"errors"
	"fmt"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

const (
	// startTimeout bounds a start. It takes a tenth of a second, but after a crash the server first replays up to max_wal_size.
	startTimeout = 60 * time.Second
	// stopTimeout bounds a shutdown: a fast one takes a fifth of a second, plus the time to write what is only in memory.
	stopTimeout = 30 * time.Second
	// poll is the pause between two looks at a server that starts or stops.
	poll = 10 * time.Millisecond
	// retryPause is how long the processes of a killed server get to notice that it is gone, before the next attempt to start.
	retryPause = 100 * time.Millisecond
	// pingTimeout bounds one attempt to connect. A server that is frozen takes the connection and says nothing.
	pingTimeout = 2 * time.Second
	// lookPause is how often it is looked whether somebody told the server to stop.
	lookPause = time.Second

	cannotConnectNow = "57P03" // SQLSTATE: the server starts, stops or recovers
)

// server is what a cluster's users share.
type server struct {
	site

	child *process // the server as this process started it last; nil if it never did
}

// ensureRunning returns when the server answers, and says whether that took a start.
func (s *server) ensureRunning(ctx context.Context) (started bool, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, startTimeout, fmt.Errorf("the server did not answer within %v", startTimeout))
	defer cancel()
	var silence error // why it does not answer; what is asked as the time ends says no more than that
	for {
		now := s.ping(ctx)
		if now == nil {
			return started, nil
		}
		if silence == nil || ctx.Err() == nil && !pgconn.Timeout(now) {
			silence = now
		}
		if s.child.running() || s.postmaster() != 0 {
			if err := sleep(ctx, poll); err != nil {
				return started, fmt.Errorf("%w: %w%s", err, silence, s.child.lastWords())
			}
			continue
		}
		if started {
			if !s.child.mayRetry() {
				return started, fmt.Errorf("the server ended at once%s", s.child.lastWords())
			}
			if err := sleep(ctx, retryPause); err != nil {
				return started, err
			}
		}
		child, err := s.launch(ctx)
		if err != nil {
			return started, err
		}
		s.child = child
		started = true
	}
}

// ping says why the server does not take connections, nil where it does. To refuse one for a reason of its own is an answer.
func (s *server) ping(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, pingTimeout)
	defer cancel()
	conn, err := pgconn.Connect(ctx, s.paths.url("postgres"))
	if err != nil {
		var refusal *pgconn.PgError
		if errors.As(err, &refusal) && refusal.Code != cannotConnectNow {
			return nil
		}
		return err
	}
	conn.Close(ctx)
	return nil
}

// stop ends the server in the fast way, which rolls back open transactions, and returns when it has ended.
func (s *server) stop(ctx context.Context) error {
	ctx, cancel := context.WithTimeoutCause(ctx, stopTimeout, fmt.Errorf("the server did not end within %v", stopTimeout))
	defer cancel()
	pid := s.postmaster()
	if s.child.running() {
		pid = s.child.command.Process.Pid
	}
	if pid == 0 {
		return nil
	}
	if err := syscall.Kill(pid, syscall.SIGINT); err != nil && !errors.Is(err, syscall.ESRCH) {
		return fmt.Errorf("signal the server: %w", err)
	}
	for s.child.running() || s.serves(pid) {
		if err := sleep(ctx, poll); err != nil {
			return err
		}
	}
	s.log.Info("database server stopped", "folder", s.paths.dir)
	return nil
}

// watch starts the server again whenever it is lost, until ctx ends.
func (s *server) watch(ctx context.Context) {
	for {
		err := s.untilLost(ctx)
		if ctx.Err() != nil {
			return
		}
		s.log.Warn("database server lost", "folder", s.paths.dir, "error", err)
		err = s.exclusively(ctx, func() error {
			if errors.Is(err, errStopping) {
				if err := s.stop(ctx); err != nil {
					return err
				}
			}
			_, err := s.ensureRunning(ctx)
			return err
		})
		if err != nil && ctx.Err() == nil {
			s.log.Error("database server not restarted", "folder", s.paths.dir, "error", err)
		}
		_ = sleep(ctx, time.Second) // a server that dies again and again is not started more often than this
	}
}

// errStopping says that somebody told the server to stop in the smart way: it takes nobody new, and would wait for those who are there for
// ever.
var errStopping = errors.New("it was told to stop, and takes no new connections")

// untilLost holds an idle connection, which breaks when the server dies, however it does, and looks now and then whether the server was told
// to stop: the connection alone would keep it from its end.
func (s *server) untilLost(ctx context.Context) error {
	conn, err := pgconn.Connect(ctx, s.paths.url("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for {
		silence, cancel := context.WithTimeout(ctx, lookPause)
		err := conn.WaitForNotification(silence)
		cancel()
		if err != nil && (ctx.Err() != nil || !pgconn.Timeout(err)) {
			return err
		}
		if s.stopping() {
			return errStopping
		}
	}
}
