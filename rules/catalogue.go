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

// Find is the rule of that id, and false where there is none.
func Find(id ID) (Rule, bool) {
	c, known := codeOf(id)
	if !known {
		return Rule{}, false
	}
	return catalogue[c].rule(), true
}

// ForAthlete is every rule with the limit that holds for an athlete; where a rule has a SOFT and a HARD limit the SOFT one is shown.
func ForAthlete(athlete training.UserID, p training.Profile, today training.Date, overrides []Override) []AthleteRule {
	l := newLimits(p, today, false, overrides)
	list := make([]AthleteRule, len(catalogue))
	for i := range catalogue {
		e := &catalogue[i]
		list[i] = AthleteRule{AthleteID: athlete, Rule: e.rule()}
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

// Rule is the catalogue's; one that the catalogue does not have any more is known by its id alone.
func (c RuleCheck) Rule() Rule {
	r, known := Find(c.RuleID)
	if !known {
		return Rule{ID: c.RuleID, Title: string(c.RuleID), Severity: Advisory, Evidence: Weak, Source: practice}
	}
	return r
}

// Unit is that of the check's numbers, nil where the rule has none.
func (c RuleCheck) Unit() *string {
	code, known := codeOf(c.RuleID)
	if !known {
		return nil
	}
	if e := &catalogue[code]; e.rowUnit != "" {
		return &e.rowUnit
	}
	return catalogue[code].rule().Unit
}

// Rules are the set's, as the catalogue has them.
func (s ConflictSet) Rules() []Rule {
	list := make([]Rule, 0, len(s.RuleIDs))
	for _, id := range s.RuleIDs {
		if r, known := Find(id); known {
			list = append(list, r)
		}
	}
	return list
}
