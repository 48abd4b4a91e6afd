package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// statementTimes are how long the statements take that are asked of the database, by what they do and whether they failed.
type statementTimes struct{ *prometheus.HistogramVec }

// newStatementTimes has bounds from a tenth of a millisecond, which a look-up of a key takes, to the server's limit for a statement.
func newStatementTimes() statementTimes {
	return statementTimes{prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "fortnight_database_statement_seconds", Help: "How long statements take until their last row is read.",
		Buckets: []float64{0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 15},
	}, []string{"does", "failed"})}
}

// observe counts a statement.
func (s statementTimes) observe(statement string, took time.Duration, err error) {
	word, _, _ := strings.Cut(strings.TrimLeft(statement, "( \t\n"), " ")
	switch word = strings.ToLower(word); word {
	case "select", "insert", "update", "delete", "with", "begin", "commit", "rollback":
	default:
		word = "other"
	}
	s.WithLabelValues(word, strconv.FormatBool(err != nil)).Observe(took.Seconds())
}
