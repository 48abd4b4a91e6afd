package runs

import (
	"fortnight/training"
)

// ModelInfo says what answered. Name is at most 100 characters, PromptVersion at most 40.
type ModelInfo struct {
	Name          string `json:"name"`
	PromptVersion string `json:"promptVersion"`
}

// Usage is what calls used, in tokens; thinking counts as output. Estimated says that the service did not tell all of it.
type Usage struct {
	Requests     int  `json:"requests"`
	InputTokens  int  `json:"inputTokens"`
	OutputTokens int  `json:"outputTokens"`
	Estimated    bool `json:"estimated,omitempty"`
}

// Tokens is input and output together.
func (u Usage) Tokens() int { return u.InputTokens + u.OutputTokens }

// Plus adds what another call used.
func (u Usage) Plus(o Usage) Usage {
	return Usage{
		Requests: u.Requests + o.Requests, InputTokens: u.InputTokens + o.InputTokens, OutputTokens: u.OutputTokens + o.OutputTokens,
		Estimated: u.Estimated || o.Estimated,
	}
}

// Consulted is what a run asked of a language model so far: nothing where Requests is 0.
type Consulted struct {
	ModelInfo
	Usage
}

// Finding is what a review dropped or corrected, for the athlete to see. Date is nil where it belongs to no day of the plan.
type Finding struct {
	Date    *training.Date `json:"date,omitempty"`
	Dropped bool           `json:"dropped"` // else corrected
	Reason  string         `json:"reason"`
}
