package planner

import (
	"log/slog"
	"time"

	"fortnight/rules"
)

// Planner takes runs from request to plan.
type Planner struct {
	Store Store
	Model Model // nil where none is configured: the solver alone plans
	Now   func() time.Time
	Log   *slog.Logger
}

// failure is an outcome: why there is no plan.
type failure struct {
	code, message string
	certificate   *rules.Certificate
}

func (f *failure) Error() string { return f.message }
