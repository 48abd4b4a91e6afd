package state

import (
	"fortnight/rules"
)

// Failure is an outcome: why there is no plan.
type Failure struct {
	Code, Message string
	Certificate   *rules.Certificate
}

func (f *Failure) Error() string { return f.Message }
