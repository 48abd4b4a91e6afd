package rules

import (
	"fmt"

	"fortnight/training"
)

// scribe puts rows into words as they come, and keeps the broken HARD ones.
type scribe struct {
	f       *frame
	checks  []RuleCheck
	figures []figure // room for those of checks
	seen    [ruleCount]bool
	broken  []row
}

// figure is what a check points to.
type figure struct{ measured, margin float64 }

// What room is made for at once: checks of a day, and figures.
const (
	rowsADay      = 32
	figuresAtOnce = 256
)

func (s *scribe) take(r row) {
	s.seen[r.rule] = true
	if len(s.figures) == 0 {
		s.figures = make([]figure, figuresAtOnce)
	}
	s.checks = append(s.checks, RuleCheck{})
	s.f.check(&s.checks[len(s.checks)-1], &r, &s.figures[0])
	s.figures = s.figures[1:]
	if r.severity == Hard && r.broken() {
		s.broken = append(s.broken, r)
	}
}

// Check measures every rule over every window and names what cannot hold together.
func Check(in Input) Certificate {
	f := newFrame(&in)
	s := scribe{f: f, checks: make([]RuleCheck, 0, rowsADay*in.Days+ruleCount)}
	s.seen = [ruleCount]bool{lck1: true, dat1: true, lck2: true, goalFitness: true}
	s.checks = append(s.checks, lockChecks(&in)...)
	s.checks = append(s.checks, f.historyCheck())
	f.judge(&s)
	checks := f.untouched(s.checks, &s.seen)
	c := Certificate{Checks: checks, Conflicts: []ConflictSet{}}
	if hardBroken(checks) {
		c.Conflicts, c.Partial = explain(in, f, s.broken)
		c.Conflicts = append(lockSets(checks), c.Conflicts...)
	}
	c.Checks = append(c.Checks, f.locksCheck(c.Conflicts))
	c.Verdict = f.verdict(checks, c.Conflicts)
	c.Hash = hash(&in, checks)
	return c
}

func hardBroken(checks []RuleCheck) bool {
	for i := range checks {
		if c := &checks[i]; c.Severity == Hard && !c.Passed && !c.InsufficientData {
			return true
		}
	}
	return false
}

func (f *frame) verdict(checks []RuleCheck, sets []ConflictSet) Verdict {
	if outOfReach := func(s ConflictSet) bool { return len(s.RuleIDs) > 1 }; len(sets) == 1 && outOfReach(sets[0]) {
		return Infeasible
	}
	if hardBroken(checks) {
		return Conflict
	}
	if f.dark(f.in.Days) && !knowsThreshold(&f.in.Profile) {
		return InsufficientData
	}
	if f.thin {
		return FeasibleWithWarnings
	}
	for i := range checks {
		if c := &checks[i]; c.Severity == Soft && !c.Passed && !c.InsufficientData {
			return FeasibleWithWarnings
		}
	}
	return Feasible
}

// check puts a row into words.
func (f *frame) check(c *RuleCheck, r *row, numbers *figure) {
	c.RuleID, c.Severity, c.From, c.To, c.Limit, c.Overridden = r.rule.id(), r.severity, f.date(r.from), f.date(r.to), r.limit, r.own
	c.Passed, c.InsufficientData, c.Sessions, c.Message = !r.unknown && !r.broken(), r.unknown, f.sessionsOf(r), f.message(r)
	if r.unknown || r.missing {
		return
	}
	numbers.measured, numbers.margin = r.measured, r.limit-r.measured
	if r.atLeast {
		numbers.margin = -numbers.margin
	}
	c.Measured, c.Margin = &numbers.measured, &numbers.margin
}

// noSessions are those of a check that rests on none.
var noSessions = []training.PlannedSession{}

// sessionsOf are the planned sessions that a row rests on. Those that follow each other in the plan are a part of its one list.
func (f *frame) sessionsOf(r *row) []training.PlannedSession {
	items := f.itemsOf(r)
	if len(items) == 0 {
		return noSessions
	}
	if f.sessions == nil {
		f.listSessions()
	}
	first, last := items[0].place, items[len(items)-1].place
	if last-first == len(items)-1 {
		return f.sessions[first : last+1 : last+1]
	}
	list := make([]training.PlannedSession, len(items))
	for n, i := range items {
		list[n] = f.sessions[i.place]
	}
	return list
}

// listSessions lists the planned sessions in their order.
func (f *frame) listSessions() {
	f.sessions = make([]training.PlannedSession, 0, len(f.in.Sessions))
	for n := range f.items {
		if i := &f.items[n]; i.plan {
			i.place = len(f.sessions)
			f.sessions = append(f.sessions, i.session.PlannedSession)
		}
	}
}

// itemsOf are the planned items that a row rests on; the list is good until the next call.
func (f *frame) itemsOf(r *row) []*item {
	list := f.picked[:0]
	defer func() { f.picked = list }()
	if r.a != nil || r.b != nil {
		for _, i := range [2]*item{r.a, r.b} {
			if i != nil && i.plan {
				list = append(list, i)
			}
		}
		return list
	}
	if r.from != r.to && !r.broken() {
		return nil
	}
	for n := f.firsts[max(r.from, 1)]; n < len(f.items) && f.items[n].day <= r.to; n++ {
		if i := &f.items[n]; i.plan && (r.pick == nil && i.day < r.to || r.pick != nil && r.pick(i)) {
			list = append(list, i)
		}
	}
	return list
}

// historyCheck is DAT-1.
func (f *frame) historyCheck() RuleCheck {
	known := float64(f.days)
	margin := known - seedDays
	message := fmt.Sprintf("%.0f days of history are known.", known)
	if f.thin {
		message = fmt.Sprintf("Only %.0f days of history are known, %d are needed: the limits of load are those of a novice.", known, seedDays)
	}
	return RuleCheck{
		RuleID: "DAT-1", Severity: Advisory, From: f.date(1 - HistoryDays), To: f.date(0), Measured: &known, Limit: seedDays, Margin: &margin,
		Passed: !f.thin, Sessions: noSessions, Message: message,
	}
}

// locksCheck is LCK-2: how many of the conflict sets are made of locked sessions alone.
func (f *frame) locksCheck(sets []ConflictSet) RuleCheck {
	clashes := 0.0
	for _, set := range sets {
		locked := len(set.Sessions) > 0 && set.RuleIDs[0] != "LCK-1"
		for _, s := range set.Sessions {
			locked = locked && s.Lock != nil
		}
		if locked {
			clashes++
		}
	}
	margin, message := -clashes, "No locks contradict each other."
	if clashes > 0 {
		message = fmt.Sprintf("%.0f conflict sets are made of locks alone.", clashes)
	}
	return RuleCheck{
		RuleID: "LCK-2", Severity: Hard, From: f.date(1), To: f.date(f.in.Days), Measured: &clashes, Margin: &margin, Passed: clashes == 0,
		Sessions: noSessions, Message: message,
	}
}

// untouched adds the rules that found nothing to measure in these days.
func (f *frame) untouched(checks []RuleCheck, seen *[ruleCount]bool) []RuleCheck {
	for i := range catalogue {
		e := &catalogue[i]
		if seen[i] {
			continue
		}
		c := RuleCheck{
			RuleID: e.id, Severity: e.severity, From: f.date(1), To: f.date(f.in.Days), Passed: true, Sessions: []training.PlannedSession{},
			Message: "Nothing in these days that the rule speaks of.",
		}
		if e.limit != nil {
			c.Limit = e.limit(&f.limits)
		}
		checks = append(checks, c)
	}
	return checks
}
