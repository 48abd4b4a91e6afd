// Package conflict explains why a calendar breaks HARD rules: the smallest sets of sessions that cannot hold together, and ways out of
// each, tried on the whole calendar.
package conflict

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// Explain finds the sets that break HARD rules and ways out of each, unless the input asks for none, and tells whether the trials were too few for all of them. The frame
// is that of the input and broken are its broken HARD rows.
func Explain(in frame.Input, f *frame.Frame, broken []frame.Row) (sets []Set, partial bool) {
	t := newTrials(in)
	reserve := t.left * 2 / 5
	t.left -= reserve
	clashes := newSearch(t, f).clashes(broken)
	t.left += reserve
	repairs := func(*clash, int) []Repair { return nil }
	if !in.WithoutRepairs {
		repairs = newRepairer(t, &in).repairs
	}
	for n := range clashes {
		set := clashes[n].set(repairs(&clashes[n], len(clashes)-n))
		if clashes[n].rule == catalogue.GoalFitness {
			reach{f}.ofGoal(&set, clashes[n].limit)
		}
		sets = append(sets, set)
	}
	return sets, t.cut
}
