package dbtest

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"time"

	"fortnight/db/cluster"
)

const (
	// keeperFolder tells a test program that it is the keeper of the cluster in that folder, and runs no tests.
	keeperFolder = "FORTNIGHT_DBTEST_KEEPER"
	// linger is how long a server without users waits for the next test program: `go test ./...` starts one after the other.
	linger = 3 * time.Second
	// leave is how long the keeper waits for a lock that may be held for a moment only. Other users have keepers of their own.
	leave = 100 * time.Millisecond
)

// shared joins the cluster once in the life of a test program.
var shared = sync.OnceValues(func() (*server, error) {
	dir := dataDir()
	bin, err := cluster.FindBinaries(os.Getenv, dir)
	if err != nil {
		return nil, err
	}
	if err := startKeeper(dir); err != nil {
		return nil, fmt.Errorf("start the keeper of the test databases: %w", err)
	}
	config := cluster.Config{DataDir: dir, BinDir: bin, Log: slog.New(slog.DiscardHandler), Fast: true}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	c, err := cluster.Start(ctx, config)
	if err != nil {
		return nil, err
	}
	s := &server{cluster: c, binDir: bin}
	return s, s.sweep(ctx)
})

func dataDir() string {
	if dir := os.Getenv("FORTNIGHT_TEST_DATA"); dir != "" {
		return dir
	}
	return filepath.Join(os.TempDir(), "fortnight-test-"+strconv.Itoa(os.Geteuid()))
}

// startKeeper runs this program once more, as a keeper. A test program has no end at which it could stop the server: it may be killed
// by a time limit or end in a panic. Its keeper notices, because the pipe between the two then closes.
func startKeeper(dir string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return err
	}
	keeper := exec.Command(program)
	keeper.Dir = "/"
	keeper.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // an interrupt from the keyboard is not for it
	keeper.Env = append(os.Environ(), keeperFolder+"="+dir)
	pipe, err := keeper.StdinPipe()
	if err != nil {
		return err
	}
	keeperPipe = pipe
	return keeper.Start()
}

// keeperPipe stays open, and reachable so that no finaliser closes it, until this program ends.
var keeperPipe io.Closer //nolint:unused // being written to is its use

func init() {
	if dir := os.Getenv(keeperFolder); dir != "" {
		os.Exit(keep(dir))
	}
}

// keep waits for the test program to end and then stops the server, unless others use it.
func keep(dir string) int {
	_, _ = io.Copy(io.Discard, os.Stdin)
	time.Sleep(linger)
	ctx, cancel := context.WithTimeout(context.Background(), leave)
	defer cancel()
	if err := cluster.Shutdown(ctx, dir, slog.New(slog.DiscardHandler)); err != nil {
		return 1 // others use it; nobody reads this
	}
	return 0
}
