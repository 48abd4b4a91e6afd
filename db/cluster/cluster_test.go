package cluster

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// childFolder makes the test binary a user of the cluster in that folder: see TestMain.
const childFolder = "CLUSTER_TEST_CHILD_FOLDER"

func TestMain(m *testing.M) {
	if folder := os.Getenv(childFolder); folder != "" {
		os.Exit(child(folder))
	}
	os.Exit(m.Run())
}

// child uses the cluster until its standard input ends, and then leaves it in the proper way.
func child(folder string) int {
	c, err := start(context.Background(), folder)
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("ready")
	_, _ = io.Copy(io.Discard, os.Stdin)
	if err := c.Stop(context.Background()); err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}

func start(ctx context.Context, folder string) (*Cluster, error) {
	return startWith(ctx, Config{DataDir: folder, Fast: true})
}

func startWith(ctx context.Context, config Config) (*Cluster, error) {
	bin, err := FindBinaries(os.Getenv, config.DataDir)
	if err != nil {
		return nil, err
	}
	config.BinDir, config.Log = bin, slog.New(slog.DiscardHandler)
	return Start(ctx, config)
}

// startChild runs child in another process, as the user with that id, and returns when it uses the cluster.
func startChild(t *testing.T, folder string, uid int) *exec.Cmd {
	t.Helper()
	command := exec.Command("/proc/self/exe")
	command.Env = append(os.Environ(), childFolder+"="+folder)
	if uid != os.Geteuid() {
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(uid)}}
		command.Dir = "/"
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		_ = command.Wait()
	})
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "ready\n" {
		t.Fatalf("child said %q (%v)", line, err)
	}
	return command
}

// openFolder is a new folder that everybody may reach, so that root's server runs as the user postgres.
func openFolder(t *testing.T) string {
	t.Helper()
	parent, err := os.MkdirTemp("", "cluster-test-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(parent, 0o755); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(parent, "cluster")
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := Shutdown(ctx, folder, slog.New(slog.DiscardHandler)); err != nil {
			t.Error(err)
		}
		if err := os.RemoveAll(parent); err != nil {
			t.Error(err)
		}
	})
	return folder
}

func use(t *testing.T, folder string) *Cluster {
	t.Helper()
	c, err := start(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func leave(t *testing.T, c *Cluster) {
	t.Helper()
	if err := c.Stop(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// query runs SQL on the database postgres and returns the first value of the first row as text.
func query(t *testing.T, c *Cluster, sql string) string {
	t.Helper()
	value, err := tryQuery(t.Context(), c, sql)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return value
}

func tryQuery(ctx context.Context, c *Cluster, sql string) (string, error) {
	conn, err := pgx.Connect(ctx, c.URL("postgres"))
	if err != nil {
		return "", err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	results, err := conn.PgConn().Exec(ctx, sql).ReadAll()
	if err != nil {
		return "", err
	}
	last := results[len(results)-1]
	if len(last.Rows) == 0 {
		return "", nil
	}
	return string(last.Rows[0][0]), nil
}

// alive says whether the process runs; one that ended and whose parent has not heard of it yet does not.
func alive(pid int) bool {
	_, err := os.Readlink(fmt.Sprintf("/proc/%d/cwd", pid))
	return err == nil
}

func kill(t *testing.T, pid int) {
	t.Helper()
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
}

func TestStartQueryStop(t *testing.T) {
	t.Setenv("FORTNIGHT_SECRET", "not for the server")
	folder := openFolder(t)
	c := use(t, folder)
	if !c.Started() {
		t.Error("a new server was not started")
	}
	for sql, want := range map[string]string{
		"SHOW listen_addresses": "",
		"SHOW timezone":         "UTC",
		"SHOW jit":              "off",
		"SHOW max_connections":  "100",
		"SHOW server_encoding":  "UTF8",
		"SELECT current_user":   "fortnight",
		"CREATE EXTENSION vector; SELECT '[1,2]'::vector(2)": "[1,2]",
		"CREATE TABLE kept AS SELECT 7 AS n":                 "",
	} {
		if got := query(t, c, sql); got != want {
			t.Errorf("%s is %q, want %q", sql, got, want)
		}
	}
	pid := c.server.postmaster()
	if environment, err := os.ReadFile(fmt.Sprintf("/proc/%d/environ", pid)); err != nil || strings.Contains(string(environment), "SECRET") {
		t.Errorf("the server's environment is %q (%v)", environment, err)
	}
	for _, path := range []string{folder, c.server.paths.socket} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: mode %v, %v; want 0700", path, info.Mode(), err)
		}
	}
	leave(t, c)
	if alive(pid) {
		t.Errorf("process %d is still there after Stop", pid)
	}
	again := use(t, folder)
	defer leave(t, again)
	if got := query(t, again, "SELECT n FROM kept"); got != "7" {
		t.Errorf("after a restart the table holds %q, want 7", got)
	}
}

func TestEnsureDatabase(t *testing.T) {
	c := use(t, openFolder(t))
	defer leave(t, c)
	for range 2 {
		if err := c.EnsureDatabase(t.Context(), `odd "name"`); err != nil {
			t.Fatal(err)
		}
	}
	conn, err := pgx.Connect(t.Context(), c.URL(`odd "name"`))
	if err != nil {
		t.Fatal(err)
	}
	conn.Close(t.Context())
}

func TestManyStartOneServer(t *testing.T) {
	folder := openFolder(t)
	var (
		users   [4]*Cluster
		started int
		group   sync.WaitGroup
	)
	for i := range users {
		group.Go(func() { users[i] = use(t, folder) })
	}
	group.Wait()
	pid := users[0].server.postmaster()
	for i, c := range users {
		if c.Started() {
			started++
		}
		if got := query(t, c, "SELECT pg_backend_pid() > 0"); got != "t" {
			t.Errorf("user %d got %q", i, got)
		}
		leave(t, c)
		if last := i == len(users)-1; alive(pid) == last {
			t.Errorf("after user %d of %d left, the server is there: %v", i+1, len(users), alive(pid))
		}
	}
	if started != 1 {
		t.Errorf("%d users started the server, want 1", started)
	}
}

func TestKilledUserLeavesTheServer(t *testing.T) {
	folder := openFolder(t)
	other := startChild(t, folder, os.Geteuid())
	pid := pidIn(filepath.Join(folder, "pgdata", "postmaster.pid"))
	kill(t, other.Process.Pid)
	_ = other.Wait()
	if !alive(pid) {
		t.Fatal("the server died with its user")
	}
	c := use(t, folder)
	if c.Started() || c.server.postmaster() != pid {
		t.Errorf("started a server (%v) with id %d, want the running one, %d", c.Started(), c.server.postmaster(), pid)
	}
	leave(t, c)
	if alive(pid) {
		t.Error("the last user did not stop the server that another had started")
	}
}

func TestF06F09KilledServerComesBackWhileInUse(t *testing.T) {
	c, err := startWith(t.Context(), Config{DataDir: openFolder(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer leave(t, c)
	query(t, c, "CREATE TABLE kept AS SELECT 7 AS n")
	pid := c.server.postmaster()
	kill(t, pid)
	deadline := time.Now().Add(2 * time.Minute)
	for {
		got, err := tryQuery(t.Context(), c, "SELECT n FROM kept")
		if err == nil && got == "7" && c.server.postmaster() != pid {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("no answer from a new server: %q, %v", got, err)
		}
		time.Sleep(poll)
	}
}

// A server that is told to stop in the smart way waits for those who are connected, and takes nobody new: it is stopped and started again.
func TestF07ServerToldToStopSmartlyComesBack(t *testing.T) {
	c, err := startWith(t.Context(), Config{DataDir: openFolder(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer leave(t, c)
	query(t, c, "CREATE TABLE kept AS SELECT 7 AS n")
	pid := c.server.postmaster()
	staying, err := pgx.Connect(t.Context(), c.URL("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer staying.Close(context.Background())
	if err := syscall.Kill(pid, syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	deadline := time.Now().Add(2 * time.Minute)
	for {
		got, err := tryQuery(t.Context(), c, "SELECT n FROM kept")
		if err == nil && got == "7" && c.server.postmaster() != pid {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("no answer from a new server: %q, %v", got, err)
		}
		time.Sleep(poll)
	}
}

func TestKilledServerComesBackWithTheNextStart(t *testing.T) {
	folder := openFolder(t)
	other := startChild(t, folder, os.Geteuid())
	pid := pidIn(filepath.Join(folder, "pgdata", "postmaster.pid"))
	kill(t, other.Process.Pid)
	_ = other.Wait()
	kill(t, pid)
	c := use(t, folder)
	defer leave(t, c)
	if !c.Started() {
		t.Error("nothing was started although the server was killed")
	}
	query(t, c, "SELECT 1")
}

func TestStartWhileTheServerStops(t *testing.T) {
	folder := openFolder(t)
	c := use(t, folder)
	defer leave(t, c)
	if err := syscall.Kill(c.server.postmaster(), syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	other := use(t, folder)
	defer leave(t, other)
	deadline := time.Now().Add(2 * time.Minute)
	for {
		_, err := tryQuery(t.Context(), other, "SELECT 1")
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal(err)
		}
		time.Sleep(poll)
	}
}

func TestStaleLockFiles(t *testing.T) {
	folder := openFolder(t)
	c := use(t, folder)
	socket := c.server.paths.socket
	leave(t, c)
	// As after a reboot: the files name a process that lives, is the same user's, and is no server. A sleeping process of
	// the server's own user stands for it.
	sleeper := exec.Command("sleep", "600")
	attributes, err := c.server.id.attributes()
	if err != nil {
		t.Fatal(err)
	}
	sleeper.SysProcAttr = attributes
	if err := sleeper.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = sleeper.Process.Kill()
		_ = sleeper.Wait()
	}()
	text := fmt.Sprintf("%d\n%s\n0\n5432\n%s\n\n\nready   \n", sleeper.Process.Pid, filepath.Join(folder, "pgdata"), socket)
	for _, path := range []string{filepath.Join(folder, "pgdata", "postmaster.pid"), filepath.Join(socket, ".s.PGSQL.5432.lock")} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := c.server.id.give(path); err != nil {
			t.Fatal(err)
		}
	}
	again := use(t, folder)
	defer leave(t, again)
	query(t, again, "SELECT 1")
	if !alive(sleeper.Process.Pid) {
		t.Error("the unrelated process was ended")
	}
}

func TestShutdown(t *testing.T) {
	folder := openFolder(t)
	log := slog.New(slog.DiscardHandler)
	if err := Shutdown(t.Context(), folder, log); err != nil {
		t.Errorf("no cluster: %v", err)
	}
	other := startChild(t, folder, os.Geteuid())
	short, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := Shutdown(short, folder, log); !errors.Is(err, ErrInUse) {
		t.Errorf("in use: %v, want ErrInUse", err)
	}
	pid := pidIn(filepath.Join(folder, "pgdata", "postmaster.pid"))
	kill(t, other.Process.Pid)
	_ = other.Wait()
	if err := Shutdown(t.Context(), folder, log); err != nil || alive(pid) {
		t.Errorf("unused: %v, server still there: %v", err, alive(pid))
	}
}

func TestStartSaysWhyItFails(t *testing.T) {
	folder := openFolder(t)
	leave(t, use(t, folder))
	settings := filepath.Join(folder, "pgdata", "postgresql.conf")
	if err := os.WriteFile(settings, []byte("no_such_setting = 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if c, err := start(t.Context(), folder); err == nil || !strings.Contains(err.Error(), "no_such_setting") {
		t.Errorf("a broken setting gave %v, %v", c, err)
	}
}

// A folder may have any name that the system has.
func TestFoldersOfAnyName(t *testing.T) {
	names := []string{"it's a fünf+日 1% & #?=;$A"}
	if os.Getenv("LONG") != "" { // each by itself
		names = append(names, "a space", "it's", `"quoted"`, "a,b", "a+b", "100%", "-x", " lead", "trail ", `a\b`, "a\tb", "a\nb", "[::1]", "a@b:c")
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(openFolder(t), name, "cluster")
			c := use(t, folder)
			defer func() {
				if err := Shutdown(t.Context(), folder, slog.New(slog.DiscardHandler)); err != nil {
					t.Error(err)
				}
			}()
			if socket := c.server.paths.socket; !strings.HasPrefix(socket, folder) && !strings.ContainsAny(name, `,"`) {
				t.Errorf("its socket, %s, is somewhere else", socket)
			}
			if err := c.EnsureDatabase(t.Context(), "fortnight"); err != nil {
				t.Error(err)
			}
			if got := query(t, c, "SELECT 7"); got != "7" {
				t.Errorf("it answers %q", got)
			}
			leave(t, c)
		})
	}
}

// A start that fails leaves nothing running, and says what the server said.
func TestAStartThatFailsStopsTheServer(t *testing.T) {
	programs := t.TempDir()
	pid := filepath.Join(programs, "pid")
	write(t, filepath.Join(programs, "initdb"), "#!/bin/sh\nmkdir \"$2\"\n", 0o755)
	write(t, filepath.Join(programs, "postgres"), "#!/bin/sh\necho the disk is tired >&2\necho $$ >"+pid+"\nexec sleep 600\n", 0o755)
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	_, err := Start(ctx, Config{DataDir: filepath.Join(t.TempDir(), "cluster"), BinDir: programs, Log: slog.New(slog.DiscardHandler)})
	if err == nil || !strings.Contains(err.Error(), "the disk is tired") || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("it says %v", err)
	}
	if started := pidIn(pid); started == 0 || alive(started) {
		t.Errorf("the server that was started, %d, runs on", started)
	}
}

func TestLongPathsPutTheSocketElsewhere(t *testing.T) {
	folder := filepath.Join(openFolder(t), strings.Repeat("long/", 20), "with, comma")
	c := use(t, folder)
	defer os.Remove(c.server.paths.socket)
	defer leave(t, c)
	if socket := c.server.paths.socket; !strings.HasPrefix(socket, "/tmp/fortnight-") {
		t.Errorf("the socket is in %s", socket)
	}
	query(t, c, "SELECT 1")
}

func TestFoldersThatAreRefused(t *testing.T) {
	parent := t.TempDir()
	full := filepath.Join(parent, "full")
	if err := os.MkdirAll(filepath.Join(full, "letters"), 0o755); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(parent, "link")
	if err := os.Symlink(t.TempDir(), link); err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]string{"": "not named", full: "something other", link: "not a folder of this user"} {
		if c, err := start(t.Context(), folder); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v; want an error with %q", folder, c, err, want)
		}
	}
	if info, err := os.Stat(full); err != nil || info.Mode().Perm() != 0o755 {
		t.Errorf("a refused folder was changed: %v, %v", info.Mode(), err)
	}
}

func nobody(t *testing.T) int {
	t.Helper()
	account, err := user.Lookup("nobody")
	if err != nil {
		t.Fatal(err)
	}
	uid, err := strconv.Atoi(account.Uid)
	if err != nil {
		t.Fatal(err)
	}
	return uid
}

// owner is the user that a running server of the folder has, and that its files belong to.
func owner(t *testing.T, folder string) (process, files int) {
	t.Helper()
	pid := pidIn(filepath.Join(folder, "pgdata", "postmaster.pid"))
	for path, uid := range map[string]*int{fmt.Sprintf("/proc/%d", pid): &process, filepath.Join(folder, "pgdata"): &files} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		*uid = int(info.Sys().(*syscall.Stat_t).Uid)
	}
	return process, files
}

func TestRootRunsTheServerAsPostgres(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("not root: nothing to change")
	}
	folder := openFolder(t)
	c := use(t, folder)
	defer leave(t, c)
	account, err := postgresUser()
	if err != nil {
		t.Fatal(err)
	}
	if process, files := owner(t, folder); process != account.uid || files != account.uid {
		t.Errorf("the server runs as %d and its files are %d's, want %d", process, files, account.uid)
	}
}

func TestRootInAClosedFolder(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("not root: every folder of an ordinary user is treated alike")
	}
	folder := filepath.Join(openFolder(t), "closed", "cluster")
	if err := os.MkdirAll(filepath.Dir(folder), 0o700); err != nil {
		t.Fatal(err)
	}
	c, err := start(t.Context(), folder)
	if err := (identity{namespace: true}).try(); err != nil {
		if !errors.Is(err, errNoIdentity) {
			t.Errorf("without user namespaces: %v, want %v", err, errNoIdentity)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	query(t, c, "CREATE EXTENSION vector")
	if process, files := owner(t, folder); process != 0 || files != 0 {
		t.Errorf("seen from outside the server runs as %d and its files are %d's, want root", process, files)
	}
	leave(t, c)
	// Now everybody may enter, but the files are root's: the server must stay what it was.
	if err := os.Chmod(filepath.Dir(folder), 0o755); err != nil {
		t.Fatal(err)
	}
	leave(t, use(t, folder))
}

func TestOrdinaryUser(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("not root: every other test runs as an ordinary user")
	}
	folder := openFolder(t)
	uid := nobody(t)
	if err := os.Chown(filepath.Dir(folder), uid, -1); err != nil {
		t.Fatal(err)
	}
	startChild(t, folder, uid)
	if process, files := owner(t, folder); process != uid || files != uid {
		t.Errorf("the server runs as %d and its files are %d's, want %d", process, files, uid)
	}
	c := use(t, folder) // root joins an ordinary user's server
	defer leave(t, c)
	if c.Started() {
		t.Error("root started a second server")
	}
	query(t, c, "CREATE EXTENSION vector")
}
