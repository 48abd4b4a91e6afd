package queue

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"fortnight/db/postgres"
	"fortnight/planner/runs"
)

// Collect registers how many runs there are by status.
func (store *Queue) Collect(registry prometheus.Registerer) {
	registry.MustRegister(runGauge{store.db})
}

// runGauge counts runs by status when it is asked; what the database does not answer in time is left out.
type runGauge struct{ db *postgres.DB }

var runsByStatus = prometheus.NewDesc("fortnight_plan_runs", "Plan runs by status.", []string{"status"}, nil)

// countTime is how long a scrape waits for the database.
const countTime = 2 * time.Second

// Describe names the one figure.
func (runGauge) Describe(out chan<- *prometheus.Desc) { out <- runsByStatus }

// Collect counts the runs.
func (g runGauge) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), countTime)
	defer cancel()
	var rows []struct {
		Status runs.RunStatus
		Count  float64
	}
	if err := g.db.Bun.NewRaw("SELECT status, count(*) AS count FROM plan_runs GROUP BY status").Scan(ctx, &rows); err != nil {
		g.db.Log.WarnContext(ctx, "count runs", "error", err)
		return
	}
	counts := map[runs.RunStatus]float64{runs.Queued: 0, runs.Running: 0, runs.Succeeded: 0, runs.Failed: 0, runs.Cancelled: 0}
	for _, row := range rows {
		counts[row.Status] = row.Count
	}
	for status, count := range counts {
		out <- prometheus.MustNewConstMetric(runsByStatus, prometheus.GaugeValue, count, string(status))
	}
}
