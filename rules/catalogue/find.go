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
		return Rule{ID: id, Title: string(id), Severity: Advisory, Evidence: Weak, Source: practice, Version: 1}
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

// CheckOverrideFor is CheckOverride of one athlete: a HARD limit may only be tightened, and what would change nothing is refused.
func CheckOverrideFor(p training.Profile, today training.Date, id ID, limit float64) error {
	if err := CheckOverride(id, limit); err != nil {
		return err
	}
	c, _ := CodeOf(id)
	for _, r := range ForAthlete("", p, today, []Override{{RuleID: id, Limit: limit}}) {
		if r.Rule.ID != id || r.Limit == nil || *r.Limit == limit {
			continue
		}
		side := "at most"
		if catalogue[c].atLeast {
			side = "at least"
		}
		var faults training.InputError
		faults.Add("limit", fmt.Sprintf("must be %s %g: %s is HARD, and takes only a stricter limit than the athlete's own level and state give it", side, *r.Limit, id))
		return faults.Err()
	}
	return nil
}

// CheckOverride tells whether a limit of one's own may be there for a rule: the rule takes one, and it is within the rule's bounds.
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
