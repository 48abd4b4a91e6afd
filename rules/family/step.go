package family

import "fortnight/rules/catalogue"

// step is a severity with its limit.
type step struct {
	severity catalogue.Severity
	limit    float64
}
