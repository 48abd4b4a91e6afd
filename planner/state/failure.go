package state

import (
	"fortnight/planner/runs"
	"fortnight/rules"
)

// Failure is an outcome: why there is no plan.
type Failure struct {
	Code        runs.FailureCode
	Message     string
	Certificate *rules.Certificate
}

func (f *Failure) Error() string { return f.Message }
