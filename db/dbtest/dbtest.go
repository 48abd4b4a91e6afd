package dbtest

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fortnight/db"
	"fortnight/embedding"
)

// connections is the size of a test's pool: enough for races, and few enough for many tests at once in a cluster with 100.
const connections = 8

// New opens a database of the test's own: all migrations, no rows. Workouts are embedded by the lexicon. It is closed and dropped when
// the test has ended.
func New(t testing.TB) *db.DB {
	t.Helper()
	log := slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn}))
	lexicon := embedding.NewLexicon()
	d, err := db.Open(context.Background(), URL(t), db.Options{
		MaxConnections: connections, Log: log, WorkoutText: embedding.WorkoutText, Tells: lexicon.Tells,
	})
	if err != nil {
		t.Fatal(err)
	}
	d.ServeBy(lexicon)
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// URL is the address of a database of the test's own, with all migrations and no rows, which is dropped when the test has ended.
func URL(t testing.TB) string {
	t.Helper()
	return address(t, (*server).createMigrated)
}

// FilledURL is the address of a database of the test's own that is a copy of one which fill has written to, once in the life of a test program for each
// name: what many tests begin with is made once. fill gets the address of a database with all migrations and no rows, and has closed its connections
// when it returns.
func FilledURL(t testing.TB, name string, fill func(url string) error) string {
	t.Helper()
	return address(t, func(s *server, ctx context.Context) (string, error) {
		template, err := s.filledOnce(name, fill)()
		if err != nil {
			return "", fmt.Errorf("fill %s: %w", name, err)
		}
		return s.create(ctx, template)
	})
}

// EmptyURL is the address of a database of the test's own in which there is nothing at all.
func EmptyURL(t testing.TB) string {
	t.Helper()
	return address(t, func(s *server, ctx context.Context) (string, error) { return s.create(ctx, "") })
}

func address(t testing.TB, create func(*server, context.Context) (string, error)) string {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatalf("test database: %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	name, err := create(s, ctx)
	if err != nil {
		t.Fatalf("test database: %v", err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if err := s.drop(ctx, name); err != nil {
			t.Errorf("drop the test database: %v", err)
		}
	})
	return s.cluster.URL(name)
}

// Dump is the schema of a database as SQL, by pg_dump: without comments, settings, owners, and Atlas's own table.
func Dump(t testing.TB, url string) string {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatalf("test database: %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	dump := exec.CommandContext(ctx, filepath.Join(s.binDir, "pg_dump"), "--schema-only", "--no-owner", "--no-privileges",
		"--exclude-table=atlas_schema_revisions", "--dbname="+url)
	var out, complaints bytes.Buffer
	dump.Stdout, dump.Stderr = &out, &complaints
	if err := dump.Run(); err != nil {
		t.Fatalf("pg_dump: %v: %s", err, complaints.String())
	}
	var kept strings.Builder
	for line := range strings.Lines(out.String()) {
		if strings.TrimSpace(line) != "" && !isNoise(line) {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

func isNoise(line string) bool {
	for _, beginning := range []string{"--", "SET ", `\restrict`, `\unrestrict`, "SELECT pg_catalog.set_config("} {
		if strings.HasPrefix(line, beginning) {
			return true
		}
	}
	return false
}
