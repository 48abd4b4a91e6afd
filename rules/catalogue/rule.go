// Package catalogue lists the rules: what each says, how strict it is, what it rests on, and the limit that holds for an athlete. It
// measures nothing.
package catalogue

import "fortnight/training"

// ID names a rule: "INT-1".
type ID string

// Severity is what follows from breaking a rule.
type Severity string

// A broken HARD rule keeps a plan off the calendar, a broken SOFT one costs and is shown, an ADVISORY one only informs.
const (
	Hard     Severity = "HARD"
	Soft     Severity = "SOFT"
	Advisory Severity = "ADVISORY"
)

// Evidence grades what a rule rests on.
type Evidence string

// STRONG: meta-analyses or trials agree. MODERATE: some trials or one large cohort. WEAK: expert practice. CONTESTED: good studies
// disagree.
const (
	Strong    Evidence = "STRONG"
	Moderate  Evidence = "MODERATE"
	Weak      Evidence = "WEAK"
	Contested Evidence = "CONTESTED"
)

// weights are what a broken SOFT rule costs by its evidence.
var weights = map[Evidence]float64{Strong: 3, Moderate: 2, Weak: 1, Contested: 0.5}

// Weight is what breaking a SOFT rule of that evidence by its whole limit costs (science §3).
func (e Evidence) Weight() float64 { return weights[e] }

// Rule is what the catalogue says of a rule, the same for everybody. Severity is the stricter one where a rule has a SOFT and a HARD limit.
// Unit is that of its limit, nil where it has no number.
type Rule struct {
	ID        ID
	Title     string
	Statement string
	Severity  Severity
	Unit      *string
	Evidence  Evidence
	Source    string
	Version   int // from 1: it rises where the rule says something else, or has other limits
}

// IsNode says that a rule has an identity.
func (Rule) IsNode() {}

// AthleteRule is a rule with the limit that holds for one athlete: in the rule's unit, nil where it has no number, and the SOFT one where
// it has both.
type AthleteRule struct {
	AthleteID  training.UserID
	Rule       Rule
	Limit      *float64
	Overridden bool
}

// IsNode says that an athlete's rule has an identity.
func (AthleteRule) IsNode() {}

// ID is the athlete's and the rule's.
func (r AthleteRule) ID() string { return string(r.AthleteID) + ":" + string(r.Rule.ID) }

// Override is an athlete's or coach's own limit for a rule: any limit for a SOFT rule within its bounds, only a tighter one for a HARD
// rule.
type Override struct {
	RuleID ID
	Limit  float64
}
