package dbtest

import (
	"bufio"
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"fortnight/db/cluster"
)

// childWord makes this program a user of the cluster that does nothing, until it is killed.
const childWord = "DBTEST_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childWord) != "" {
		_, err := shared()
		fmt.Println("joined:", err)
		time.Sleep(10 * time.Minute)
	}
	os.Exit(m.Run())
}

func connect(t *testing.T, url string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func exists(t *testing.T, database string) bool {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	var there bool
	err = connect(t, s.cluster.URL("postgres")).QueryRow(context.Background(),
		"SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", database).Scan(&there)
	if err != nil {
		t.Fatal(err)
	}
	return there
}

func databaseOf(t *testing.T, url string) string {
	t.Helper()
	config, err := pgx.ParseConfig(url)
	if err != nil {
		t.Fatal(err)
	}
	return config.Database
}

func TestDatabasesAreApartAndDropped(t *testing.T) {
	var mu sync.Mutex
	var names []string
	t.Run("use", func(t *testing.T) {
		for i := range 4 {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				url := URL(t)
				mu.Lock()
				names = append(names, databaseOf(t, url))
				mu.Unlock()
				conn := connect(t, url)
				if _, err := conn.Exec(context.Background(), "CREATE TABLE mine (n int)"); err != nil {
					t.Error(err)
				}
				var tables int
				err := conn.QueryRow(context.Background(), "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").Scan(&tables)
				if err != nil || tables < 10 {
					t.Errorf("%d tables, %v", tables, err)
				}
			})
		}
	})
	for _, name := range names {
		if exists(t, name) {
			t.Errorf("%s was not dropped", name)
		}
	}
	if len(names) != 4 {
		t.Errorf("%d databases, want 4", len(names))
	}
}

func TestNewIsOpenAndMigrated(t *testing.T) {
	d := New(t)
	if d.Embedder() == nil {
		t.Error("there is no embedder")
	}
	if err := migrate(context.Background(), URL(t)); err != nil {
		t.Error(err)
	}
}

// What tests begin with is made once, by whichever of them asks first, and each has a copy that the others do not see.
func TestFilledDatabasesAreCopies(t *testing.T) {
	var made atomic.Int32
	fill := func(url string) error {
		made.Add(1)
		conn, err := pgx.Connect(context.Background(), url)
		if err != nil {
			return err
		}
		defer conn.Close(context.Background())
		_, err = conn.Exec(context.Background(), "CREATE TABLE mine (n int); INSERT INTO mine VALUES (1)")
		return err
	}
	for i := range 4 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			conn := connect(t, FilledURL(t, t.Name()[:len(t.Name())-2], fill))
			if _, err := conn.Exec(context.Background(), "INSERT INTO mine VALUES (2)"); err != nil {
				t.Fatal(err)
			}
			var rows int
			if err := conn.QueryRow(context.Background(), "SELECT count(*) FROM mine").Scan(&rows); err != nil || rows != 2 || made.Load() != 1 {
				t.Errorf("%d rows, filled %d times, %v", rows, made.Load(), err)
			}
		})
	}
}

// A program that runs in another source than that which it was built from gets databases that have its own migrations, by a name that says so.
func TestATemplateIsOfTheProgramsMigrations(t *testing.T) {
	here := templateName()
	other := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module fortnight\n", "db/migrations/atlas.sum": "h1:other=\n"} {
		path := filepath.Join(other, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(other)
	if there := templateName(); there != here {
		t.Errorf("the template is %s in its own source, and %s in another", here, there)
	}
	d := New(t)
	if missing, err := d.MissingMigrations(t.Context()); err != nil || len(missing) > 0 {
		t.Errorf("the database lacks %v, %v", missing, err)
	}
	if !exists(t, here) {
		t.Errorf("there is no template %s", here)
	}
}

func TestDumpSeesWhatIsThere(t *testing.T) {
	url := EmptyURL(t)
	if got := Dump(t, url); got != "" {
		t.Errorf("an empty database is dumped as %q", got)
	}
	if _, err := connect(t, url).Exec(context.Background(), "CREATE TABLE days (day date CHECK (day > '2000-01-01'))"); err != nil {
		t.Fatal(err)
	}
	if got := Dump(t, url); !strings.Contains(got, "CREATE TABLE public.days") || !strings.Contains(got, "CHECK") || strings.Contains(got, "--") {
		t.Errorf("the dump is %q", got)
	}
}

func TestAbandonedDatabasesAreSwept(t *testing.T) {
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	ended := exec.Command("true")
	if err := ended.Run(); err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("%s%d_1", testPrefix, ended.ProcessState.Pid())
	if err := s.command(context.Background(), "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	kept := databaseOf(t, EmptyURL(t))
	if err := s.sweep(context.Background()); err != nil {
		t.Fatal(err)
	}
	if exists(t, name) || !exists(t, kept) {
		t.Errorf("abandoned database there: %v; own database there: %v", exists(t, name), exists(t, kept))
	}
}

// startChild runs a user of the cluster in that folder and returns when it has joined.
func startChild(t *testing.T, folder string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(program)
	child.Env = append(os.Environ(), childWord+"=1", "FORTNIGHT_TEST_DATA="+folder)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = child.Process.Kill()
		_ = child.Wait()
	})
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "joined: <nil>\n" {
		t.Fatalf("the child said %q (%v)", line, err)
	}
	return child
}

func TestServerStopsAfterItsLastUser(t *testing.T) {
	t.Parallel()
	parent, err := os.MkdirTemp("", "dbtest-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(parent, 0o755); err != nil { // root's server runs as another user
		t.Fatal(err)
	}
	folder := filepath.Join(parent, "cluster")
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := cluster.Shutdown(ctx, folder, slog.New(slog.DiscardHandler)); err != nil {
			t.Error(err)
		}
		if err := os.RemoveAll(parent); err != nil {
			t.Error(err)
		}
	})
	pidFile := filepath.Join(folder, "pgdata", "postmaster.pid")
	first, second := startChild(t, folder), startChild(t, folder)
	if err := first.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if waitGone(pidFile, linger+time.Second) {
		t.Error("the server stopped though it has a user")
	}
	if err := second.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if !waitGone(pidFile, linger+2*time.Minute) {
		t.Error("the server goes on without users")
	}
}

// waitGone says whether the file was gone within d.
func waitGone(path string, d time.Duration) bool {
	for end := time.Now().Add(d); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if _, err := os.Stat(path); os.IsNotExist(err) {
			return true
		}
	}
	return false
}
