package rules

import (
	"fortnight/rules/catalogue"
	"fortnight/training"
)

// Verdict sums up a certificate.
type Verdict string

// FEASIBLE: no rule is broken. FEASIBLE_WITH_WARNINGS: only SOFT ones, or limits rest on thin data. CONFLICT: locks or inputs alone
// break a HARD rule. INFEASIBLE: no completion of the free days keeps the HARD rules and the required minimums.
// INSUFFICIENT_DATA: there is no history, no stated fitness and no threshold at all.
const (
	Feasible             Verdict = "FEASIBLE"
	FeasibleWithWarnings Verdict = "FEASIBLE_WITH_WARNINGS"
	Conflict             Verdict = "CONFLICT"
	Infeasible           Verdict = "INFEASIBLE"
	InsufficientData     Verdict = "INSUFFICIENT_DATA"
)

// Certificate is the record of a check: every rule over every window, and what clashes.
type Certificate struct {
	Verdict   Verdict       `json:"verdict"`
	Revision  *int          `json:"revision,omitempty"` // of the calendar it was made for; nil for a what-if
	Hash      string        `json:"hash"`               // SHA-256 over the days' sessions and what was measured, hexadecimal
	Checks    []RuleCheck   `json:"checks"`
	Notes     []RuleNote    `json:"notes,omitempty"` // what SOFT and ADVISORY rules that are not met mean, a sentence a rule
	Conflicts []ConflictSet `json:"conflicts"`
	Partial   bool          `json:"partial,omitempty"` // the bound on trials left conflicts or repairs unsought

	// Restrictions are those of the athlete that held when it was made.
	Restrictions []training.Restriction `json:"restrictions,omitempty"`
}

// RuleCheck is one rule over one window, measured. Margin is how far the measured value is inside the limit, in the rule's unit,
// negative when it is broken. Sessions are those the measurement rests on; of a window of several days that holds none are listed. Limit
// and Severity are those in force in this window.
type RuleCheck struct {
	RuleID           ID                        `json:"ruleId"`
	Severity         Severity                  `json:"severity"`
	From             training.Date             `json:"from"`
	To               training.Date             `json:"to"`
	Measured         *float64                  `json:"measured,omitempty"`
	Limit            float64                   `json:"limit"`
	Margin           *float64                  `json:"margin,omitempty"`
	Passed           bool                      `json:"passed"`
	InsufficientData bool                      `json:"insufficientData,omitempty"`
	Overridden       bool                      `json:"overridden,omitempty"`
	Sessions         []training.PlannedSession `json:"sessions"`
	Message          string                    `json:"message"`
}

// Reason is what a check says, with the rule's name before it: "RED-1: On Mon 30 Nov illness allows no load; 45 TSS are planned."
func (c *RuleCheck) Reason() string { return string(c.RuleID) + ": " + c.Message }

// Violations are the checks that failed, SOFT and ADVISORY ones included.
func (c Certificate) Violations() []RuleCheck {
	var broken []RuleCheck
	for _, check := range c.Checks {
		if !check.Passed && !check.InsufficientData {
			broken = append(broken, check)
		}
	}
	return broken
}

// Rule is the catalogue's; one that the catalogue does not have any more is known by its id alone.
func (c RuleCheck) Rule() catalogue.Rule { return catalogue.RuleOf(c.RuleID) }

// Unit is that of the check's numbers, nil where the rule has none.
func (c RuleCheck) Unit() *string { return catalogue.UnitOf(c.RuleID) }
