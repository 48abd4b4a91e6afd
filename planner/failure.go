package planner

import (
	"fortnight/rules"
)

// failure is an outcome: why there is no plan.
type failure struct {
	code, message string
	certificate   *rules.Certificate
}

func (f *failure) Error() string { return f.message }
