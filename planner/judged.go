package planner

import (
	"slices"

	"fortnight/rules"
	"fortnight/training"
)

// breaks are the HARD rows that a plan breaks with some sessions on its days.
func (f *fortnight) breaks(sessions []training.Session) []rules.RuleCheck {
	return hardOf(f.judged(sessions))
}

// judged is what the rules say of some sessions on the days. Conflicts are not looked for.
func (f *fortnight) judged(sessions []training.Session) rules.Certificate {
	in := f.whole(sessions)
	in.MaxTrials = 1
	return rules.Check(in)
}

// brokenOn is the first HARD rule that the proposal breaks on a day, else on any.
func (f *fortnight) brokenOn(date training.Date) rules.RuleCheck {
	broken := hardOf(*f.Certificate)
	if len(broken) == 0 {
		return rules.RuleCheck{}
	}
	at := slices.IndexFunc(broken, func(c rules.RuleCheck) bool { return c.From <= date && date <= c.To })
	return broken[max(0, at)]
}
