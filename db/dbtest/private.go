package dbtest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"fortnight/db/cluster"
)

// Private is a PostgreSQL of one test's own, whose processes can be stopped and killed.
type Private struct {
	URL string // of its database, in which there is nothing
	Dir string // its folder
	Bin string // where PostgreSQL's programs are

	cluster *cluster.Cluster
}

// NewPrivate starts a cluster that is stopped when the test has ended, and goes when it has. It does not wait for the disk: what was said to be
// stored may be gone when it is killed.
func NewPrivate(t testing.TB) *Private { return private(t, true, func(string) {}) }

// NewDurable is NewPrivate of a cluster that keeps what it says it has stored, as one in production does. It is started again when it is lost.
func NewDurable(t testing.TB) *Private { return private(t, false, func(string) {}) }

// Standby starts a copy of a durable cluster that follows it, and takes reads alone until it is promoted.
func (p *Private) Standby(t testing.TB) *Private {
	t.Helper()
	folder := folderOf(t, func(string) {})
	data := filepath.Join(folder, "pgdata")
	from, err := url.Parse(p.URL)
	if err != nil {
		t.Fatal(err)
	}
	copied := exec.Command(filepath.Join(p.Bin, "pg_basebackup"), "--pgdata="+data, "--write-recovery-conf", "--checkpoint=fast", "--wal-method=stream",
		"--host="+from.Query().Get("host"), "--port="+from.Query().Get("port"), "--username="+from.User.Username())
	if out, err := copied.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	info, err := os.Stat(filepath.Join(p.Dir, "pgdata"))
	if err != nil {
		t.Fatal(err)
	}
	owner := info.Sys().(*syscall.Stat_t)
	if err := os.WriteFile(filepath.Join(folder, "ensure.lock"), nil, 0o600); err != nil { // by which a cluster is known
		t.Fatal(err)
	}
	err = filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(path, int(owner.Uid), int(owner.Gid)))
	})
	if err != nil {
		t.Fatal(err)
	}
	return run(t, folder, false)
}

// folderOf is a cluster's folder in one that prepare has been told of.
func folderOf(t testing.TB, prepare func(folder string)) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "fnpg") // t.TempDir's folders are closed to the user that PostgreSQL runs as, and their paths long for a socket
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	disk := filepath.Join(dir, "d")
	if err := os.Mkdir(disk, 0o755); err != nil {
		t.Fatal(err)
	}
	prepare(disk)
	return filepath.Join(disk, "cluster")
}

func private(t testing.TB, fast bool, prepare func(folder string)) *Private {
	t.Helper()
	p := run(t, folderOf(t, prepare), fast)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := p.cluster.EnsureDatabase(ctx, "fortnight"); err != nil {
		t.Fatal(err)
	}
	return p
}

// run runs the cluster of a folder until the test has ended.
func run(t testing.TB, folder string, fast bool) *Private {
	t.Helper()
	bin, err := cluster.FindBinaries(os.Getenv, folder)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c, err := cluster.Start(ctx, cluster.Config{DataDir: folder, BinDir: bin, Log: slog.New(slog.DiscardHandler), Fast: fast})
	if err != nil {
		t.Fatal(err)
	}
	p := &Private{URL: c.URL("fortnight"), Dir: folder, Bin: bin, cluster: c}
	t.Cleanup(func() {
		p.Signal(syscall.SIGCONT)
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if err := c.Stop(ctx); err != nil {
			t.Error(err)
		}
	})
	return p
}

// Postmaster is the id of the first process, 0 while there is none.
func (p *Private) Postmaster() int { return p.cluster.Postmaster() }

// Signal sends a signal to every process of the server, the first one first, so that it makes no others meanwhile.
func (p *Private) Signal(s syscall.Signal) {
	first := p.Postmaster()
	if first == 0 {
		return
	}
	_ = syscall.Kill(first, s)
	for _, child := range childrenOf(first) {
		_ = syscall.Kill(child, s)
	}
}

// childrenOf are the processes that a process has started and that live.
func childrenOf(parent int) []int {
	var children []int
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range stats {
		text, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		var (
			pid, of int
			state   string
		)
		_, rest, _ := strings.Cut(string(text), ") ") // a name may have spaces
		if _, err := fmt.Sscan(rest, &state, &of); err == nil && of == parent {
			pid, _ = strconv.Atoi(filepath.Base(filepath.Dir(path)))
			children = append(children, pid)
		}
	}
	return children
}
