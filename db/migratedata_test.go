package db_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/jackc/pgx/v5"

	"fortnight/db/dbtest"
)

// migrateBefore runs the migrations before one, and returns what that one does.
func migrateBefore(t *testing.T, url, name string) string {
	t.Helper()
	files, err := filepath.Glob("migrations/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d migrations, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(file) == name {
			return string(text)
		}
		execute(t, url, string(text))
	}
	t.Fatalf("there is no migration %s", name)
	return ""
}

// 12 §1: a fitness that was stated before it had a date is as of the day on which the account was opened.
func TestStatedFitnessOfOldHasADate(t *testing.T) {
	url := dbtest.EmptyURL(t)
	migration := migrateBefore(t, url, "20261129003000_dated_fitness.sql")
	execute(t, url, `INSERT INTO users (id, name, email, password_hash, role, level, time_zone, priority, starting_fitness, one_rep_maxes,
			availability, date_availability, created_at)
		SELECT gen_random_uuid(), 'Jo', n || '@example.com', 'x', 'ATHLETE', 'NOVICE', 'UTC', 'HYBRID', nullif(n, 0) * 20, '[]', '[]', '[]',
			'2026-10-03 23:30:00+02' FROM generate_series(0, 1) AS n`)
	execute(t, url, migration)
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var got string
	err = conn.QueryRow(context.Background(), `SELECT string_agg(coalesce(starting_fitness || ' on ' || starting_fitness_on, 'none'), ', ' ORDER BY email)
		FROM users`).Scan(&got)
	if err != nil || got != "none, 20 on 2026-10-03" {
		t.Errorf("got %q, %v", got, err)
	}
}
