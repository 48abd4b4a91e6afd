package rules

import (
	"fmt"

	"fortnight/training"
)

// entry is what the catalogue says of a rule, whoever asks. limit is the one shown for an athlete: the SOFT one where a rule has both.
type entry struct {
	id        ID
	title     string
	statement string
	severity  Severity // the stricter one where a rule has both
	unit      string
	rowUnit   string // of a check's numbers where it is another
	evidence  Evidence
	source    string
	limit     func(*limits) float64
	low, high float64 // bounds of an override; equal where the rule takes none
	atLeast   bool
}

// weights are what a broken SOFT rule costs by its evidence (science §3).
var weights = map[Evidence]float64{Strong: 3, Moderate: 2, Weak: 1, Contested: 0.5}

const practice = "Coaching practice"

// hasSoft are the rules with both a SOFT and a HARD limit: an override moves the SOFT one.
var hasSoft = [ruleCount]bool{ld1: true, ld2: true, ld3: true, int3: true, con1: true, con2: true, con3: true, vol3: true}

func (e *entry) rule() Rule {
	r := Rule{ID: e.id, Title: e.title, Statement: e.statement, Severity: e.severity, Evidence: e.evidence, Source: e.source}
	if e.unit != "" {
		r.Unit = &e.unit
	}
	return r
}

// Catalogue is every rule with the limit that holds for an athlete; where a rule has a SOFT and a HARD limit the SOFT one is shown.
func Catalogue(p training.Profile, today training.Date, overrides []Override) []Rule {
	l := newLimits(p, today, false, overrides)
	list := make([]Rule, len(catalogue))
	for i := range catalogue {
		e := &catalogue[i]
		list[i] = e.rule()
		if e.limit == nil {
			continue
		}
		severity := e.severity
		if hasSoft[i] {
			severity = Soft
		}
		limit, overridden := l.own(code(i), severity, e.limit(&l), e.atLeast)
		list[i].Limit, list[i].Overridden = &limit, overridden
	}
	return list
}

// CheckOverride tells whether an athlete's own limit for a rule is allowed: the rule takes one, and it is within the rule's bounds. A
// HARD limit may only be tightened, which the bounds already are.
func CheckOverride(id ID, limit float64) error {
	var faults training.InputError
	c, known := codeOf(id)
	e := &catalogue[c]
	switch {
	case !known:
		faults.Add("ruleId", fmt.Sprintf("%.20q is not a rule", id))
	case e.low == e.high:
		faults.Add("ruleId", fmt.Sprintf("%s takes no limit of one's own", id))
	default:
		training.CheckFloat(&faults, "limit", &limit, e.low, e.high)
	}
	return faults.Err()
}

// Rule is the catalogue's entry with the check's severity and limit.
func (c RuleCheck) Rule() Rule {
	code, known := codeOf(c.RuleID)
	if !known {
		return Rule{ID: c.RuleID, Severity: c.Severity, Evidence: Weak}
	}
	e := &catalogue[code]
	r := e.rule()
	limit := c.Limit
	if e.rowUnit != "" {
		r.Unit = &e.rowUnit
	}
	r.Severity, r.Limit, r.Overridden = c.Severity, &limit, c.Overridden
	return r
}

// Rules are the set's, as the catalogue has them.
func (s ConflictSet) Rules() []Rule {
	list := make([]Rule, 0, len(s.RuleIDs))
	for _, id := range s.RuleIDs {
		if c, known := codeOf(id); known {
			list = append(list, catalogue[c].rule())
		}
	}
	return list
}
