package runs

import "fortnight/wish"

// Heard is a wish of a run with what became of it. Stated tells that it was given as data, not read from words. Reason says why it is not met, or
// what it did to the plan.
type Heard struct {
	Wish   wish.Wish `json:"wish"`
	Stated bool      `json:"stated,omitempty"`
	Met    bool      `json:"met"`
	Reason string    `json:"reason"`
}
