package catalogue

import (
	"fmt"

	"fortnight/training"
)

// Find is the rule of that id, and false where there is none.
func Find(id ID) (Rule, bool) {
	c, known := CodeOf(id)
	if !known {
		return Rule{}, false
	}
	return c.rule(), true
}

// RuleOf is the rule of that id; one that the catalogue does not have any more is known by its id alone.
func RuleOf(id ID) Rule {
	r, known := Find(id)
	if !known {
		return Rule{ID: id, Title: string(id), Severity: Advisory, Evidence: Weak, Source: practice}
	}
	return r
}

// ForAthlete is every rule with the limit that holds for an athlete; where a rule has a SOFT and a HARD limit the SOFT one is shown.
func ForAthlete(athlete training.UserID, p training.Profile, today training.Date, overrides []Override) []AthleteRule {
	l := NewLimits(p, today, false, overrides)
	list := make([]AthleteRule, len(catalogue))
	for i := range catalogue {
		e, c := &catalogue[i], Code(i)
		list[i] = AthleteRule{AthleteID: athlete, Rule: c.rule()}
		if e.limit == nil {
			continue
		}
		severity := e.severity
		if hasSoft[i] {
			severity = Soft
		}
		limit, overridden := l.Own(c, severity, e.limit(&l), e.atLeast)
		list[i].Limit, list[i].Overridden = &limit, overridden
	}
	return list
}

// CheckOverride tells whether an athlete's own limit for a rule is allowed: the rule takes one, and it is within the rule's bounds. A
// HARD limit may only be tightened, which the bounds already are.
func CheckOverride(id ID, limit float64) error {
	var faults training.InputError
	c, known := CodeOf(id)
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

// Severity is the stricter one where a rule has a SOFT and a HARD limit.
func (c Code) Severity() Severity { return catalogue[c].severity }

// Limit is the one shown for an athlete, the SOFT one where a rule has both, 0 where it has no number.
func (c Code) Limit(l *Limits) float64 {
	if of := catalogue[c].limit; of != nil {
		return of(l)
	}
	return 0
}

// UnitOf is that of the numbers of a rule's checks, nil where it has none.
func UnitOf(id ID) *string {
	c, known := CodeOf(id)
	if !known {
		return nil
	}
	if e := &catalogue[c]; e.rowUnit != "" {
		return &e.rowUnit
	}
	return c.rule().Unit
}

// Weight is what breaking a SOFT rule by its whole limit costs.
func (c Code) Weight() float64 { return entryWeight[c] }
