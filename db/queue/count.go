package queue

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"fortnight/db/postgres"
	"fortnight/planner/runs"
)

// Collect registers how many runs there are by status, and how long they wait.
func (store *Queue) Collect(registry prometheus.Registerer) {
	registry.MustRegister(runGauge{store.db})
}

// runGauge counts runs by status when it is asked; what the database does not answer in time is left out.
type runGauge struct{ db *postgres.DB }

// endedWithin is how long the end of a run counts: who asks how many there have ever been would have all of them read.
const endedWithin = time.Hour

var runsByStatus = prometheus.NewDesc("fortnight_plan_runs", "Plan runs by status: those that wait or are made, and those that ended within an hour.", []string{"status"}, nil)

var queueAge = prometheus.NewDesc("fortnight_plan_queue_age_seconds", "How long the oldest run that waits has waited.", nil, nil)

// countTime is how long a scrape waits for the database.
const countTime = 2 * time.Second

// Describe names the figures.
func (runGauge) Describe(out chan<- *prometheus.Desc) {
	out <- runsByStatus
	out <- queueAge
}

// Collect counts the runs.
func (g runGauge) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), countTime)
	defer cancel()
	var rows []struct {
		Status runs.RunStatus
		Count  float64
		Oldest float64
	}
	now := g.db.Now()
	err := g.db.Bun.NewRaw(`SELECT status, count(*)::float8 AS count,
			coalesce(extract(epoch FROM ?0 - min(created_at) FILTER (WHERE status = 'QUEUED')), 0)::float8 AS oldest
			FROM plan_runs WHERE status IN ('QUEUED', 'RUNNING') GROUP BY status
		UNION ALL SELECT status, count(*)::float8, 0 FROM plan_runs WHERE finished_at > ?1 GROUP BY status`, now, now.Add(-endedWithin)).Scan(ctx, &rows)
	if err != nil {
		if !postgres.Unavailable(err) { // of which the one that listens tells, once for all
			g.db.Log.WarnContext(ctx, "count runs", "error", err)
		}
		return
	}
	age := 0.0
	counts := map[runs.RunStatus]float64{runs.Queued: 0, runs.Running: 0, runs.Succeeded: 0, runs.Failed: 0, runs.Cancelled: 0}
	for _, row := range rows {
		counts[row.Status] = row.Count
		age = max(age, row.Oldest)
	}
	out <- prometheus.MustNewConstMetric(queueAge, prometheus.GaugeValue, age)
	for status, count := range counts {
		out <- prometheus.MustNewConstMetric(runsByStatus, prometheus.GaugeValue, count, string(status))
	}
}
