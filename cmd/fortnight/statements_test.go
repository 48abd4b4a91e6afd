package main

import (
	"errors"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Statements are counted by a few words, whatever they say.
func TestStatementTimes(t *testing.T) {
	times, registry := newStatementTimes(), prometheus.NewRegistry()
	registry.MustRegister(times)
	for _, statement := range []string{"SELECT 1", "(SELECT 2)", "select 3", "WITH held AS (UPDATE x)", "LISTEN run", "", "nonsense of somebody"} {
		times.observe(statement, time.Millisecond, nil)
	}
	times.observe("SELECT 1", time.Second, errors.New("no"))
	families, err := registry.Gather()
	if err != nil || len(families) != 1 {
		t.Fatalf("%d figures, %v", len(families), err)
	}
	got := map[string]uint64{}
	for _, m := range families[0].Metric {
		got[m.Label[0].GetValue()+" "+m.Label[1].GetValue()] = m.Histogram.GetSampleCount()
	}
	for name, want := range map[string]uint64{"select false": 3, "select true": 1, "with false": 1, "other false": 3} {
		if got[name] != want {
			t.Errorf("%s: %d, want %d", name, got[name], want)
		}
	}
	if len(got) != 4 {
		t.Errorf("%v", got)
	}
}
