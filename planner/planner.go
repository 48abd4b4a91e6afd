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
}
