package conflict

import (
	"fortnight/rules/catalogue"
	"fortnight/rules/family"
	"fortnight/rules/frame"
	"fortnight/training"
)

// locks are the locked sessions of a plan by themselves.
type locks struct {
	scene
	of    [catalogue.Count]bool // the rules that all together break
	empty []brokenRow           // what is broken without any session
}

// newLocks are those of an input, with what of HARD rules all of it breaks.
func newLocks(in frame.Input, broken []frame.Row) *locks {
	var l locks
	for n := range broken {
		l.of[broken[n].Rule] = true
	}
	planned := in.Sessions
	in.Sessions = unplanned(&in)
	var empty tally
	nobody := in
	family.Judge(brokenOnly(&nobody), &empty)
	l.empty = empty.rows
	for n := range planned {
		if s := &planned[n]; s.Status == training.Planned && s.Date >= in.From && s.Date >= in.Today && s.Lock != nil {
			in.Sessions = append(in.Sessions, *s)
		}
	}
	l.scene = sceneOf(&in)
	return &l
}

// contradict is how many rows of HARD rules locks break by themselves, of those that are broken by them and not without any session.
func (l *locks) contradict(t *tally) (count int) {
	for _, r := range t.rows {
		if l.of[r.rule] && !r.among(l.empty) {
			count++
		}
	}
	return count
}
