package rules

import (
	"fmt"

	"fortnight/rules/catalogue"
	"fortnight/rules/conflict"
	"fortnight/rules/family"
	"fortnight/rules/frame"
	"fortnight/training"
)

// scribe puts rows into words as they come, and keeps the broken HARD ones.
type scribe struct {
	f       *frame.Frame
	checks  []RuleCheck
	figures []figure // room for those of checks
	seen    [catalogue.Count]bool
	broken  []frame.Row
	unmet   []frame.Row // of SOFT and ADVISORY rules
}

// figure is what a check points to.
type figure struct{ measured, margin float64 }

// What room is made for at once: checks of a day, and figures.
const (
	rowsADay      = 32
	figuresAtOnce = 256
)

func (s *scribe) Take(r frame.Row) {
	s.seen[r.Rule] = true
	if len(s.figures) == 0 {
		s.figures = make([]figure, figuresAtOnce)
	}
	s.checks = append(s.checks, RuleCheck{})
	check(s.f, &s.checks[len(s.checks)-1], &r, &s.figures[0])
	s.figures = s.figures[1:]
	switch {
	case !r.Broken():
	case r.Severity == Hard:
		s.broken = append(s.broken, r)
	default:
		s.unmet = append(s.unmet, r)
	}
}

// Check measures every rule over every window and names what cannot hold together.
func Check(in Input) Certificate {
	f := frame.New(&in)
	s := scribe{f: f, checks: make([]RuleCheck, 0, rowsADay*in.Days+catalogue.Count)}
	s.seen = [catalogue.Count]bool{catalogue.LCK1: true, catalogue.DAT1: true, catalogue.LCK2: true, catalogue.GoalFitness: true}
	s.checks = append(s.checks, lockChecks(&in)...)
	s.checks = append(s.checks, historyCheck(f))
	family.Judge(f, &s)
	checks := untouched(f, s.checks, &s.seen)
	c := Certificate{Checks: checks, Notes: notes(f, s.unmet), Conflicts: []ConflictSet{}, Restrictions: in.Restrictions}
	locks := 0
	if hardBroken(checks) {
		found := conflict.Explain(in, f, s.broken)
		c.Conflicts, c.Partial, locks = append(lockSets(checks), found.Sets...), found.Partial, found.Locks
	}
	c.Checks = append(c.Checks, locksCheck(f, locks))
	c.Verdict = verdict(f, checks, c.Conflicts)
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

func verdict(f *frame.Frame, checks []RuleCheck, sets []ConflictSet) Verdict {
	if outOfReach := func(s ConflictSet) bool { return len(s.RuleIDs) > 1 }; len(sets) == 1 && outOfReach(sets[0]) {
		return Infeasible
	}
	if hardBroken(checks) {
		return Conflict
	}
	if f.Dark(f.Input.Days) && !frame.KnowsThreshold(&f.Input.Profile) {
		return InsufficientData
	}
	if f.Thin {
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
func check(f *frame.Frame, c *RuleCheck, r *frame.Row, numbers *figure) {
	c.RuleID, c.Severity, c.From, c.To, c.Limit, c.Overridden = r.Rule.ID(), r.Severity, f.Date(r.From), f.Date(r.To), r.Limit, r.Own
	c.Passed, c.InsufficientData, c.Sessions, c.Message = !r.Unknown && !r.Broken(), r.Unknown, f.SessionsOf(r), family.Message(f, r)
	if r.Unknown || r.Missing {
		return
	}
	numbers.measured, numbers.margin = r.Measured, r.Limit-r.Measured
	if r.AtLeast {
		numbers.margin = -numbers.margin
	}
	c.Measured, c.Margin = &numbers.measured, &numbers.margin
}

// historyCheck is DAT-1.
func historyCheck(f *frame.Frame) RuleCheck {
	known := float64(f.Days)
	margin := known - catalogue.SeedDays
	message := fmt.Sprintf("%.0f days of history are known.", known)
	if f.Thin {
		message = fmt.Sprintf("Only %.0f days of history are known, %d are needed: the limits of load are those of a novice.", known, catalogue.SeedDays)
	}
	return RuleCheck{
		RuleID: "DAT-1", Severity: Advisory, From: f.Date(1 - HistoryDays), To: f.Date(0), Measured: &known, Limit: catalogue.SeedDays, Margin: &margin,
		Passed: !f.Thin, Sessions: frame.NoSessions, Message: message,
	}
}

// locksCheck is LCK-2: how often locked sessions break HARD rules by themselves.
func locksCheck(f *frame.Frame, broken int) RuleCheck {
	measured, margin, message := float64(broken), -float64(broken), "No locks contradict each other."
	if broken > 0 {
		message = f.Say("Locks", " by themselves break HARD rules in %0 %{place|places}.", measured)
	}
	return RuleCheck{
		RuleID: "LCK-2", Severity: Hard, From: f.Date(1), To: f.Date(f.Input.Days), Measured: &measured, Margin: &margin, Passed: broken == 0,
		Sessions: frame.NoSessions, Message: message,
	}
}

// untouched adds the rules that found nothing to measure in these days.
func untouched(f *frame.Frame, checks []RuleCheck, seen *[catalogue.Count]bool) []RuleCheck {
	for rule := range catalogue.Code(catalogue.Count) {
		if seen[rule] {
			continue
		}
		checks = append(checks, RuleCheck{
			RuleID: rule.ID(), Severity: rule.Severity(), From: f.Date(1), To: f.Date(f.Input.Days), Limit: rule.Limit(&f.Limits),
			Passed:   true,
			Sessions: []training.PlannedSession{}, Message: "Nothing in these days that the rule speaks of.",
		})
	}
	return checks
}
