package state

import (
	"fmt"
	"math"
	"slices"

	"fortnight/rules"
	"fortnight/training"
)

// Impossible tells whether a certificate forbids to write a calendar.
func Impossible(c rules.Certificate) bool {
	return c.Verdict == rules.Conflict || c.Verdict == rules.Infeasible
}

// GoalAlone tells whether nothing but the goal is missed: with no plan yet it always is.
func GoalAlone(c rules.Certificate) bool {
	for _, v := range c.Violations() {
		if v.Severity == rules.Hard && v.RuleID != "GOAL" {
			return false
		}
	}
	return true
}

// HardOf are the HARD rules that a certificate says are broken.
func HardOf(c rules.Certificate) []rules.RuleCheck {
	return slices.DeleteFunc(c.Violations(), func(v rules.RuleCheck) bool { return v.Severity != rules.Hard })
}

// SoftOf are the SOFT rules that a certificate says are not met.
func SoftOf(c rules.Certificate) []rules.RuleCheck {
	return slices.DeleteFunc(c.Violations(), func(v rules.RuleCheck) bool { return v.Severity != rules.Soft })
}

// Cured is the row that a change mends: the first of the broken ones that holds afterwards, else the first that is broken by less.
func Cured(before, after []rules.RuleCheck) rules.RuleCheck {
	still := func(c *rules.RuleCheck, more bool) bool {
		return slices.ContainsFunc(after, func(a rules.RuleCheck) bool {
			return a.RuleID == c.RuleID && a.From == c.From && a.To == c.To && (!more || a.Margin == nil || c.Margin == nil || *a.Margin <= *c.Margin)
		})
	}
	for _, more := range []bool{false, true} {
		for i := range before {
			if !still(&before[i], more) {
				return before[i]
			}
		}
	}
	return before[0]
}

// RestsOn is the broken row that a session takes part in, else the first.
func RestsOn(s *training.Session, broken []rules.RuleCheck) rules.RuleCheck {
	at := slices.IndexFunc(broken, func(c rules.RuleCheck) bool {
		return slices.ContainsFunc(c.Sessions, func(p training.PlannedSession) bool { return p.ID == s.ID })
	})
	if at < 0 {
		at = slices.IndexFunc(broken, func(c rules.RuleCheck) bool { return c.From <= s.Date && s.Date <= c.To })
	}
	return broken[max(0, at)]
}

// Worse are the rows that are broken after a change and were not before, or were by less.
func Worse(before, after []rules.RuleCheck) []rules.RuleCheck {
	return slices.DeleteFunc(slices.Clone(after), func(c rules.RuleCheck) bool {
		return slices.ContainsFunc(before, func(b rules.RuleCheck) bool {
			return b.RuleID == c.RuleID && b.From == c.From && b.To == c.To && (b.Margin == nil || c.Margin == nil || *b.Margin <= *c.Margin+1e-9)
		})
	})
}

// ConflictMessage says which sets of what is locked clash.
func ConflictMessage(c rules.Certificate) string {
	message := "What is locked cannot hold together."
	for i, set := range c.Conflicts {
		if i == 3 {
			return message + fmt.Sprintf(" And %d more.", len(c.Conflicts)-i)
		}
		message += " " + set.Message
	}
	return message
}

// InfeasibleMessage says that there is no plan, and which sets clash.
func InfeasibleMessage(c rules.Certificate) string {
	message := "No plan for these days keeps every HARD rule."
	for i, set := range c.Conflicts {
		if i == 3 {
			break
		}
		message += " " + set.Message
	}
	return message
}

// CheckMessage says whether a rule holds, and what it found.
func CheckMessage(c *rules.RuleCheck) string {
	verdict := "holds"
	switch {
	case c.InsufficientData:
		verdict = "cannot be measured"
	case !c.Passed && c.Severity == rules.Hard:
		verdict = "is broken"
	case !c.Passed:
		verdict = "is not met"
	}
	return fmt.Sprintf("%s %s. %s", c.RuleID, verdict, c.Message)
}

// tighter tells whether a check has less room than another: broken before held, then the smaller margin for its limit.
func tighter(a, b *rules.RuleCheck) bool {
	if a.InsufficientData != b.InsufficientData {
		return b.InsufficientData
	}
	if a.Passed != b.Passed {
		return !a.Passed
	}
	return room(a) < room(b)
}

func room(c *rules.RuleCheck) float64 {
	if c.Margin == nil {
		return math.Inf(1)
	}
	return *c.Margin / math.Max(1, math.Abs(c.Limit))
}

// TellingRows are the places of the checks of a certificate that are told: each rule in its tightest window, and each that is broken.
func TellingRows(c *rules.Certificate) []int {
	tightest := map[rules.ID]int{}
	var order []rules.ID
	for i := range c.Checks {
		check := &c.Checks[i]
		best, seen := tightest[check.RuleID]
		if !seen {
			order = append(order, check.RuleID)
		}
		if !seen || tighter(check, &c.Checks[best]) {
			tightest[check.RuleID] = i
		}
	}
	var shown []int
	for _, id := range order {
		if c := &c.Checks[tightest[id]]; c.Measured != nil || !c.Passed { // what a rule does not speak of is in the certificate alone
			shown = append(shown, tightest[id])
		}
	}
	for i := range c.Checks {
		if check := &c.Checks[i]; !check.Passed && !check.InsufficientData && check.Severity == rules.Hard && !slices.Contains(shown, i) {
			shown = append(shown, i)
		}
	}
	return shown
}
