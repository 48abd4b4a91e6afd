package db_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"fortnight/db"
	"fortnight/db/dbtest"
	"fortnight/embedding"
	"fortnight/library"
	"fortnight/session"
	"fortnight/training"
)

// spy keeps the statements that the database is asked, by whoever asks: what looks after a database asks at times of its own.
type spy struct {
	mu    sync.Mutex
	asked []string
}

func (s *spy) hear(statement string, _ time.Duration, _ error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, statement)
}

// take is what has been asked since it was last taken.
func (s *spy) take() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.asked
	s.asked = nil
	return asked
}

// A page in any order that the schema offers is read along an index, wherever it begins, and does not grow with the library.
func TestPagesOfWorkoutsAreReadAlongAnIndex(t *testing.T) {
	url, statements := dbtest.URL(t), &spy{}
	d, err := db.Open(t.Context(), url, db.Options{
		MaxConnections: 4, Log: quiet, Observe: statements.hear, WorkoutText: func(w training.Workout) string { return w.Title },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	d.ServeBy(embedding.NewLexicon())
	if err := d.Seed(t.Context(), library.Workouts()[:40], func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	for _, sql := range []string{
		`CREATE TEMP TABLE more AS SELECT w.*, n FROM workouts AS w, generate_series(1, 100) AS n`,
		`UPDATE more SET id = gen_random_uuid(), title = left(title, 100) || n, duration_seconds = duration_seconds + n, tss = tss + n / 10.0,
			created_at = created_at - n * interval '1 hour', updated_at = updated_at + n * interval '1 minute'`,
		`ALTER TABLE more DROP COLUMN n, DROP COLUMN words`,
	} {
		if _, err := conn.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	var columns string
	err = conn.QueryRow(t.Context(), `SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = 'more'::regclass AND attnum > 0 AND NOT attisdropped`).Scan(&columns)
	if err == nil {
		_, err = conn.Exec(t.Context(), "INSERT INTO workouts ("+columns+") SELECT "+columns+" FROM more; ANALYZE workouts")
	}
	if err != nil {
		t.Fatal(err)
	}
	viewer := training.UserID("0192f0c0-0000-7000-8000-000000000001")
	for _, order := range training.WorkoutOrders {
		page, err := d.ListWorkouts(t.Context(), viewer, session.WorkoutFilter{}, order, 50, "")
		if err != nil || len(page.Items) != 50 {
			t.Fatal(order, len(page.Items), err)
		}
		for _, after := range []string{"", page.Cursors[49]} {
			statements.take()
			if _, err := d.ListHeads(t.Context(), viewer, session.WorkoutFilter{}, order, 50, after); err != nil {
				t.Fatal(err)
			}
			asked := statements.take()
			page := slices.IndexFunc(asked, func(statement string) bool { return strings.Contains(statement, "workouts") })
			if page < 0 {
				t.Fatalf("%s after %q: none of %q reads workouts", order, after, asked)
			}
			plan := explained(t, conn, asked[page])
			if strings.Contains(plan, "Seq Scan") || strings.Contains(plan, "Sort") || !strings.Contains(plan, "Index") {
				t.Errorf("%s after %q:\n%s\n%s", order, after, asked[page], plan)
			}
		}
	}
}
