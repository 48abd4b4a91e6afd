package rules

import (
	"slices"

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
	Conflicts []ConflictSet `json:"conflicts"`
	Partial   bool          `json:"partial,omitempty"` // the bound on trials left conflicts or repairs unsought
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

// ConflictSet is a smallest set of locks and rules that cannot hold together: without any one of them the rest can. Dates are those of
// events, and of days whose hours or check-in take part. Partial marks a set that the bound on trials did not let be proven smallest.
type ConflictSet struct {
	RuleIDs  []ID                      `json:"ruleIds"`
	Sessions []training.PlannedSession `json:"sessions"`
	Dates    []training.Date           `json:"dates"`
	Message  string                    `json:"message"`
	Partial  bool                      `json:"partial,omitempty"`
	Repairs  []Repair                  `json:"repairs"`
}

// Repair is one way out of a conflict, tried on the whole calendar: fewer HARD rules are broken or by less, none is broken anew, and no
// event is harmed. The empty fields do not change; a change of content for which no workout is named is in the message alone.
type Repair struct {
	Message   string              `json:"message"`
	SessionID *training.SessionID `json:"sessionId,omitempty"`
	Date      *training.Date      `json:"date,omitempty"`
	Start     *training.LocalTime `json:"start,omitempty"`
	WorkoutID *training.WorkoutID `json:"workoutId,omitempty"`
	Unlock    bool                `json:"unlock,omitempty"`

	Session *training.PlannedSession `json:"-"` // as it was checked, of what RepairsWithSessions gives
}

// RepairsWithSessions are the set's, each with the session that it changes.
func (s ConflictSet) RepairsWithSessions() []Repair {
	list := slices.Clone(s.Repairs)
	for i := range list {
		at := slices.IndexFunc(s.Sessions, func(p training.PlannedSession) bool { return list[i].SessionID != nil && p.ID == *list[i].SessionID })
		if at >= 0 {
			list[i].Session = &s.Sessions[at]
		}
	}
	return list
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
