package runs

import (
	"fortnight/rules"
	"fortnight/solver"
)

// MaxCandidates is how many fortnights a run may propose.
const MaxCandidates = 3

// Candidate is one of several fortnights that a run proposes. Certificate is what the rules say of it, Terms what it costs by the objective of
// the first, so that candidates compare. Difference is what gives way in it, in a sentence, empty for the first. As it is stored, the first
// has neither sessions nor a certificate: they are the run's.
type Candidate struct {
	Sessions    []ProposedSession  `json:"sessions,omitempty"`
	Certificate *rules.Certificate `json:"certificate,omitempty"`
	Terms       []solver.Term      `json:"terms"`
	Difference  string             `json:"difference,omitempty"`
}

// Cost is what the candidate costs in all; the first need not be the cheapest, as a HARD rule may have asked for a repair.
func (c Candidate) Cost() float64 { return solver.Sum(c.Terms) }

// DifferenceOrNil is the difference as clients see it: nil for the first.
func (c Candidate) DifferenceOrNil() *string { return OrNil(c.Difference) }
