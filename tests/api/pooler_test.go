package api_test

import (
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// pooled has the server reach its database through PgBouncer, which hands out a connection for as long as a client has its own.
func pooled(t testing.TB, address string) string {
	t.Helper()
	program, err := exec.LookPath("pgbouncer")
	if err != nil {
		if program = "/usr/sbin/pgbouncer"; exec.Command(program, "--version").Run() != nil {
			t.Skip("PgBouncer is not installed")
		}
	}
	at, err := url.Parse(address)
	must(t, err)
	free, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	port := free.Addr().(*net.TCPAddr).Port
	must(t, free.Close())
	dir, err := os.MkdirTemp("", "fnbouncer")
	must(t, err)
	must(t, os.Chmod(dir, 0o755))
	t.Cleanup(func() { check(t, os.RemoveAll(dir)) })
	settings := filepath.Join(dir, "pgbouncer.ini")
	must(t, os.WriteFile(filepath.Join(dir, "users"), []byte(`"fortnight" ""`), 0o644))
	must(t, os.WriteFile(settings, fmt.Appendf(nil, `[databases]
* = host=%s port=%s user=fortnight
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = %d
unix_socket_dir =
auth_type = trust
auth_file = %s
pool_mode = session
max_client_conn = 200
default_pool_size = 60
`, at.Query().Get("host"), at.Query().Get("port"), port, filepath.Join(dir, "users")), 0o644))
	arguments := []string{settings}
	if os.Geteuid() == 0 {
		arguments = append(arguments, "-u", "postgres") // it refuses to be root
	}
	bouncer := exec.Command(program, arguments...)
	must(t, bouncer.Start())
	t.Cleanup(func() { _ = bouncer.Process.Signal(syscall.SIGKILL); _ = bouncer.Wait() })
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		if conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port)); err == nil {
			_ = conn.Close()
			break
		}
		if time.Now().After(end) {
			t.Fatal("PgBouncer does not answer")
		}
	}
	return fmt.Sprintf("postgres://fortnight@127.0.0.1:%d%s?sslmode=disable", port, at.Path)
}

// Behind PgBouncer in session mode, with nothing set for it, a plan is made and watched, its worker's life is known, and the settings of the
// connections are ours.
func TestPlanThroughPgBouncer(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(w *world) { w.way = pooled })
	c := w.athlete(t)
	run, events := c.plan(t, vars{})
	whole(t, events, 1)
	if got := w.text(t, `SELECT status || ' ' || attempts FROM plan_runs WHERE id = $1`, run); got != "SUCCEEDED 1" {
		t.Errorf("the run: %s", got)
	}
	if n := w.text(t, "SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory' AND classid = x'666e77'::int::oid AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"); n != "1" {
		t.Errorf("%s workers are known to live", n)
	}
	if status, _ := w.readiness(t); status != 200 {
		t.Errorf("/readyz says %d", status)
	}
}
