package main

import (
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"fortnight/planner/runs"
)

// Stages are counted by their names, and tokens by the model that was asked.
func TestPlanFigures(t *testing.T) {
	figures, registry := newPlanFigures(), prometheus.NewRegistry()
	figures.collect(registry)
	figures.stage(runs.Propose, 20*time.Millisecond)
	figures.stage(runs.Propose, time.Second)
	figures.asked("a-model", runs.Usage{Requests: 2, InputTokens: 900, OutputTokens: 100})
	figures.asked("a-model", runs.Usage{Requests: 1, InputTokens: 50})
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, f := range families {
		for _, m := range f.Metric {
			name := f.GetName()
			for _, l := range m.Label {
				name += " " + l.GetValue()
			}
			got[name] = m.Counter.GetValue() + float64(m.Histogram.GetSampleCount())
		}
	}
	for name, want := range map[string]float64{
		"fortnight_plan_stage_seconds PROPOSE": 2, "fortnight_model_requests_total a-model": 3,
		"fortnight_model_tokens_total input a-model": 950, "fortnight_model_tokens_total output a-model": 100,
	} {
		if got[name] != want {
			t.Errorf("%s is %v, want %v of %v", name, got[name], want, got)
		}
	}
}
