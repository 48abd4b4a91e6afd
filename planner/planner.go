package planner

import (
	"log/slog"
	"time"

	"fortnight/planner/model"
	"fortnight/planner/runs"
)

// Planner takes runs from request to plan.
type Planner struct {
	Store runs.Store
	Model model.Model // nil where none is configured: the solver alone plans
	Now   func() time.Time
	Log   *slog.Logger

	// StageDone hears how long each stage of a run took, and Asked what each call to a language model used, by the model's name; from any goroutine.
	// Nil is nobody.
	StageDone func(stage runs.Stage, took time.Duration)
	Asked     func(model string, used runs.Usage)
}

func (p *Planner) stageDone(stage runs.Stage, took time.Duration) {
	if p.StageDone != nil {
		p.StageDone(stage, took)
	}
}
