package planner

import (
	"log/slog"
	"time"
)

// Planner takes runs from request to plan.
type Planner struct {
	Store Store
	Model Model // nil where none is configured: the solver alone plans
	Now   func() time.Time
	Log   *slog.Logger
}
