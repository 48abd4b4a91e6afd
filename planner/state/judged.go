package state

import (
	"slices"

	"fortnight/rules"
	"fortnight/training"
)

// Breaks are the HARD rows that a plan breaks with some sessions on its days.
func (f *Fortnight) Breaks(sessions []training.Session) []rules.RuleCheck {
	return HardOf(f.Judged(sessions))
}

// Judged is what the rules say of some sessions on the days. Conflicts are not looked for.
func (f *Fortnight) Judged(sessions []training.Session) rules.Certificate {
	in := f.Whole(sessions)
	in.MaxTrials = 1
	return rules.Check(in)
}

// BrokenOn is the first HARD rule that the proposal breaks on a day, else on any.
func (f *Fortnight) BrokenOn(date training.Date) rules.RuleCheck {
	broken := HardOf(*f.Certificate)
	if len(broken) == 0 {
		return rules.RuleCheck{}
	}
	at := slices.IndexFunc(broken, func(c rules.RuleCheck) bool { return c.From <= date && date <= c.To })
	return broken[max(0, at)]
}
