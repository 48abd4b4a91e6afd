// Package conflict explains why a calendar breaks HARD rules: the smallest sets of sessions that cannot hold together, and ways out of
// each, tried on the whole calendar.
package conflict

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/frame"
)

// Explanation is why HARD rules are broken.
type Explanation struct {
	Sets    []Set
	Locks   int  // how many rows of HARD rules what is locked breaks by itself
	Partial bool // the trials were too few for all sets or ways out
}

// Explain finds the sets that break HARD rules and ways out of each, unless the input asks for none. The frame is that of the input and broken are its broken
// HARD rows.
func Explain(in frame.Input, f *frame.Frame, broken []frame.Row) Explanation {
	t, locks := newTrials(in), newLocks(in, broken)
	reserve := t.left * 2 / 5
	t.left -= reserve
	clashes := newSearch(t, f).clashes(broken)
	t.left += reserve
	repairs := func(*clash, int) []Repair { return nil }
	if !in.WithoutRepairs {
		repairs = newRepairer(t, &in, locks).repairs
	}
	e := Explanation{Locks: locks.contradict(&locks.before)}
	for n := range clashes {
		set := clashes[n].set(repairs(&clashes[n], len(clashes)-n))
		if clashes[n].rule == catalogue.GoalFitness {
			reach{f}.ofGoal(&set, clashes[n].limit)
		}
		e.Sets = append(e.Sets, set)
	}
	e.Partial = t.cut
	return e
}
