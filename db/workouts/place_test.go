package workouts_test

import (
	"testing"

	"github.com/jackc/pgx/v5"

	"fortnight/db/dbtest"
	"fortnight/db/workouts"
)

// What nearly every answer about a workout asks is planned once for a connection: planning it costs more than running it.
func TestOnePlaceIsPlannedOnce(t *testing.T) {
	c, err := pgx.Connect(t.Context(), dbtest.URL(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close(t.Context()) })
	const id = "00000000-0000-4000-8000-000000000001"
	for range 20 {
		rows, err := c.Query(t.Context(), workouts.VisiblePlace, pgx.QueryExecModeCacheStatement, id, id)
		if err != nil {
			t.Fatal(err)
		}
		rows.Close()
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	var generic, custom int
	if err := c.QueryRow(t.Context(), "SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE statement = $1",
		pgx.QueryExecModeExec, workouts.VisiblePlace).Scan(&generic, &custom); err != nil {
		t.Fatal(err)
	}
	if custom > 5 || generic < 15 {
		t.Errorf("it is planned anew %d times of %d", custom, custom+generic)
	}
}
