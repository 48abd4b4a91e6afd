package main

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"fortnight/planner/runs"
)

// planFigures are how long the stages of runs take, and what language models are asked for them.
type planFigures struct {
	stages           *prometheus.HistogramVec
	requests, tokens *prometheus.CounterVec
}

// newPlanFigures has bounds from a millisecond, which a check of the rules takes, to minutes of waiting for a language model.
func newPlanFigures() *planFigures {
	return &planFigures{
		stages: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "fortnight_plan_stage_seconds", Help: "How long the stages of plan runs take, from their beginning to what they decided.",
			Buckets: []float64{.001, .003, .01, .03, .1, .3, 1, 3, 10, 30, 120},
		}, []string{"stage"}),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "fortnight_model_requests_total", Help: "Requests to language models, those that failed included.",
		}, []string{"model"}),
		tokens: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "fortnight_model_tokens_total", Help: "Tokens that language models took (input) and made (output, thinking included).",
		}, []string{"model", "direction"}),
	}
}

func (f *planFigures) collect(registry prometheus.Registerer) {
	registry.MustRegister(f.stages, f.requests, f.tokens)
}

// stage counts a stage that is done.
func (f *planFigures) stage(stage runs.Stage, took time.Duration) {
	f.stages.WithLabelValues(string(stage)).Observe(took.Seconds())
}

// asked counts what a call to a language model used, however it ended.
func (f *planFigures) asked(model string, used runs.Usage) {
	f.requests.WithLabelValues(model).Add(float64(used.Requests))
	f.tokens.WithLabelValues(model, "input").Add(float64(used.InputTokens))
	f.tokens.WithLabelValues(model, "output").Add(float64(used.OutputTokens))
}
