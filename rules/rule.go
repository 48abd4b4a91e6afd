package rules

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

// Rule is one rule with the limit that holds for one athlete. Limit is in Unit and nil where the rule has no number.
type Rule struct {
	ID         ID
	Title      string
	Statement  string
	Severity   Severity
	Limit      *float64
	Unit       *string
	Evidence   Evidence
	Source     string
	Overridden bool
}
